// Who gave: typed freely, and donors the shop already knows are offered under the field while one types. Choosing one fills in kind
// and telephone; a name that is not chosen is a new donor, and nothing has to be set up first.
import { Input } from 'antd';
import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { read, useAct } from '../api/index.ts';
import { count } from '../i18n/format.ts';
import { FormField, useSettled } from '../ui/index.ts';
import type { Draft } from './draft.ts';

type Known = Output<'donors.list'>['rows'][number];
interface Props {
  readonly draft: Draft;
  readonly mistake: string | undefined;
  readonly onChange: (part: Partial<Draft>) => void;
  readonly onLeave: () => void;
  /** Enter: the next field. */
  readonly onNext: () => void;
}
const most = 6;

const useKnown = (typed: string, here: boolean): readonly Known[] => {
  const search = useSettled(typed.trim(), 150);
  const { data } = useAct('donors.list', { search, limit: most }, { enabled: here && search !== '' });
  const rows = (data?.rows ?? []).filter(({ donorId, kind }) => donorId !== null && kind !== 'anonymous');
  return here && search === typed.trim() && search !== '' ? rows : [];
};

export const DonorField = ({ draft, mistake, onChange, onLeave, onNext }: Props) => {
  const { t } = useTranslation('donations');
  const listId = useId();
  const [here, setHere] = useState(false);
  const [active, setActive] = useState(-1);
  const [chosen, setChosen] = useState<Known | null>(null);
  const found = useKnown(draft.donorName, here && chosen === null);
  const options = draft.anonymous && draft.donorName === '' ? [] : found;
  const choose = async (known: Known): Promise<void> => {
    setChosen(known);
    setActive(-1);
    const kind = known.kind === 'anonymous' ? draft.donorKind : known.kind;
    onChange({ donorName: known.name, donorKind: kind });
    // The telephone is a convenience; without it the field stays to be typed.
    const more = await read('donors.read', { donorId: known.donorId }).catch(() => null);
    if (more !== null && more.phone !== '') onChange({ donorPhone: more.phone });
    onNext();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey) return;
    const option = options[active];
    if (event.key === 'ArrowDown' && options.length > 0) setActive(Math.min(options.length - 1, active + 1));
    else if (event.key === 'ArrowUp' && options.length > 0) setActive(Math.max(-1, active - 1));
    else if (event.key === 'Escape' && options.length > 0) setHere(false);
    else if (event.key === 'Enter' && option) void choose(option);
    else if (event.key === 'Enter') onNext();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const optionId = (known: Known): string => `${listId}-${String(known.donorId)}`;
  const current = options[active];
  return (
    <div className="donor-field">
      <FormField
        label={t('form.donorName')}
        required={!draft.anonymous}
        {...hintOf(t, draft, chosen)}
        mistake={mistake}
      >
        {({ status, ...field }) => (
          <Input
            {...field}
            status={status}
            data-testid="donation-donorName"
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={options.length > 0}
            aria-controls={listId}
            {...(current === undefined ? {} : { 'aria-activedescendant': optionId(current) })}
            autoComplete="off"
            maxLength={200}
            value={draft.donorName}
            onChange={(event) => {
              setChosen(null);
              setActive(-1);
              setHere(true);
              onChange({ donorName: event.target.value });
            }}
            onKeyDown={onKeyDown}
            onFocus={() => setHere(true)}
            onBlur={() => {
              setHere(false);
              onLeave();
            }}
          />
        )}
      </FormField>
      <ul
        id={listId}
        role="listbox"
        aria-label={t('form.knownDonors')}
        className="pick-options"
        hidden={options.length === 0}
      >
        {options.map((known, at) => (
          <li
            key={known.donorId}
            id={optionId(known)}
            role="option"
            aria-selected={at === active}
            className={at === active ? 'active' : ''}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => void choose(known)}
          >
            <b>{known.name}</b>{' '}
            <span className="secondary">
              {t(`kinds.${known.kind}`)} · {t('form.knownGifts', { n: count(known.gifts) })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
};

const hintOf = (
  t: ReturnType<typeof useTranslation<'donations'>>['t'],
  draft: Draft,
  chosen: Known | null,
): { readonly hint?: string } => {
  if (chosen) return { hint: t('form.donorKnown', { n: count(chosen.gifts) }) };
  return draft.anonymous ? { hint: t('form.anonymousHint') } : {};
};
