// Where a household lives and how it is reached: one set of fields for entering, moving and splitting.
import { useTranslation } from 'react-i18next';
import { Line, Pick } from './line.tsx';

export interface PlaceDraft {
  readonly street: string;
  readonly community: string;
  readonly divisionCode: string;
  readonly address: string;
  readonly phone: string;
}
export const emptyPlace: PlaceDraft = { street: '', community: '', divisionCode: '', address: '', phone: '' };

interface Props {
  readonly place: PlaceDraft;
  readonly onChange: (place: PlaceDraft) => void;
  readonly tried: boolean;
  readonly autoFocus?: boolean;
  readonly institutions?: readonly { readonly id: number; readonly name: string }[];
  readonly institutionId?: string;
  readonly onInstitution?: (id: string) => void;
}

export const PlaceFields = ({
  place,
  onChange,
  tried,
  autoFocus = false,
  institutions = [],
  institutionId = '',
  onInstitution,
}: Props) => {
  const { t } = useTranslation('household');
  const missing = (text: string): string | undefined =>
    tried && text.trim() === '' ? t('missing') : undefined;
  return (
    <div className="field-grid">
      <Line
        label={t('fields.street')}
        testId="place-street"
        required
        most={60}
        autoFocus={autoFocus}
        value={place.street}
        mistake={missing(place.street)}
        onChange={(street) => onChange({ ...place, street })}
      />
      <Line
        label={t('fields.community')}
        testId="place-community"
        required
        most={60}
        value={place.community}
        mistake={missing(place.community)}
        onChange={(community) => onChange({ ...place, community })}
      />
      <Line
        label={t('fields.divisionCode')}
        testId="place-division"
        most={30}
        hint={t('hints.divisionCode')}
        value={place.divisionCode}
        onChange={(divisionCode) => onChange({ ...place, divisionCode })}
      />
      <Line
        label={t('fields.address')}
        testId="place-address"
        most={200}
        value={place.address}
        onChange={(address) => onChange({ ...place, address })}
      />
      <Line
        label={t('fields.phone')}
        testId="place-phone"
        most={40}
        hint={t('hints.phone')}
        value={place.phone}
        onChange={(phone) => onChange({ ...place, phone })}
      />
      {onInstitution && institutions.length > 0 && (
        <Pick
          label={t('fields.institution')}
          testId="place-institution"
          value={institutionId}
          options={[
            { value: '', label: t('correct.noInstitution') },
            ...institutions.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          onChange={onInstitution}
        />
      )}
    </div>
  );
};
