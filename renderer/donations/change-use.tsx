// Another use than the donor named, with the donor's consent kept (慈善法 art. 56). What is already handed out stays as it is.
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseDay } from '../../db/domain/business-day.ts';
import { useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { DesignationField } from '../goods/designation-field.tsx';
import { enterMovesOn, Failed, FormField } from '../ui/index.ts';
import type { Gift } from './read-gift.tsx';

const longest = { purpose: 200, by: 50, day: 20, document: 100 } as const;
type Part = keyof typeof longest;
type Values = Readonly<Record<Part, string>>;

/** What is wrong with a part of it; undefined while nothing is. */
const mistakeOf = (part: Part, values: Values): 'missing' | 'dayBad' | undefined => {
  if (part === 'purpose') return undefined;
  if (values[part].trim() === '') return 'missing';
  return part === 'day' && parseDay(values.day) === null ? 'dayBad' : undefined;
};

export const ChangeUse = ({ gift, onClose }: { readonly gift: Gift; readonly onClose: () => void }) => {
  const { t } = useTranslation('donations');
  const { status } = useSession();
  const change = useCommand('donations.changeUse');
  const [tried, setTried] = useState(false);
  const [designation, setDesignation] = useState(gift.designation);
  const [values, setValues] = useState<Values>({
    purpose: gift.purpose,
    by: '',
    day: status.businessDay,
    document: '',
  });
  const save = async (): Promise<void> => {
    setTried(true);
    const consentDay = parseDay(values.day);
    if (consentDay === null || (['by', 'document'] as const).some((part) => mistakeOf(part, values))) return;
    const consent = { by: values.by.trim(), day: consentDay, document: values.document.trim() };
    if (await change.run({ donationId: gift.id, purpose: values.purpose, designation, consent })) onClose();
  };
  return (
    <Modal
      open
      width={760}
      title={t('use.verb')}
      okText={t('save', { ns: 'common' })}
      cancelText={t('cancel', { ns: 'common' })}
      okButtonProps={{ loading: change.pending, ...{ 'data-testid': 'use-confirm' } }}
      mask={{ closable: false }}
      closable={false}
      onOk={() => void save()}
      onCancel={onClose}
      destroyOnHidden
    >
      <div onKeyDown={(event) => enterMovesOn(() => void save())(event)}>
        <p data-testid="use-effect">{t('use.effect')}</p>
        <div className="field-grid">
          {(Object.keys(longest) as Part[]).map((part) => {
            const mistake = tried ? mistakeOf(part, values) : undefined;
            return (
              <FormField
                key={part}
                label={t(`use.${part}`)}
                required={part !== 'purpose'}
                mistake={mistake && t(`use.${mistake}`)}
              >
                {({ status: state, ...field }) => (
                  <Input
                    {...field}
                    status={state}
                    data-testid={`use-${part}`}
                    autoFocus={part === 'purpose'}
                    autoComplete="off"
                    maxLength={longest[part]}
                    value={values[part]}
                    onChange={({ target }) => setValues({ ...values, [part]: target.value })}
                  />
                )}
              </FormField>
            );
          })}
          <DesignationField value={designation} onChange={setDesignation} testId="use-designation" />
        </div>
        <Failed failure={change.failure} />
      </div>
    </Modal>
  );
};
