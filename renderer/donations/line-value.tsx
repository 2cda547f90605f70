// What a line is worth: on evidence, at fair value with its reference, or no value at all (domain.md §4.3). The reference price is
// proposed, never filled in unasked; the amount of the evidence is kept beside the fair value that takes its place.
import { Button } from 'antd';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { valueBases } from '../../db/contract/donations.ts';
import { formatYuan } from '../../db/domain/money.ts';
import { money } from '../i18n/format.ts';
import { Choice, FormField } from '../ui/index.ts';
import { byListPrice } from './draft-totals.ts';
import { withBasis } from './draft.ts';
import type { LineProps } from './gift-lines.tsx';
import { LineField } from './line-field.tsx';

export const LineValue = (props: LineProps) => {
  const { line, mistakes, onChange, onLeave } = props;
  const { t } = useTranslation('donations');
  const proposal = byListPrice(line);
  const byList = (): void => {
    if (proposal === null) return;
    onChange(line.key, {
      ...withBasis(line, 'fair-value'),
      value: formatYuan(proposal).replaceAll(',', ''),
      ...(line.basisNote === '' && {
        basisNote: t('form.byList', { fen: money(line.item.listPriceFen) }),
      }),
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== '=' || proposal === null) return;
    event.preventDefault();
    byList();
  };
  const basisMistake = mistakes['basis'];
  const priced = line.basis !== 'unpriced';
  return (
    <>
      <FormField
        label={t('form.basis')}
        required
        mistake={basisMistake === undefined ? undefined : t(`mistakes.${basisMistake}`)}
      >
        {(field) => (
          <Choice
            field={field}
            testId="line-basis"
            value={line.basis}
            options={[
              { value: '', label: t('form.basisChoose') },
              ...valueBases.map((value, n) => ({ value, label: `${n + 1} ${t(`bases.${value}`)}` })),
            ]}
            onChange={(basis) => onChange(line.key, withBasis(line, basis))}
            onBlur={() => onLeave(`${line.key}.basis`)}
          />
        )}
      </FormField>
      {priced && (
        <LineField
          {...props}
          part="value"
          label={t('form.value')}
          figure
          maxLength={20}
          onKeyDown={onKeyDown}
        />
      )}
      {priced && <LineNote {...props} />}
      {line.basis === 'fair-value' && line.evidence !== '' && (
        <LineField {...props} part="evidence" label={t('form.evidence')} figure maxLength={20} />
      )}
      {proposal !== null && priced && line.value === '' && (
        <div className="gift-line-proposal">
          <Button size="small" data-testid="line-by-list" onClick={byList}>
            {t('form.byList', { fen: money(proposal) })} =
          </Button>
        </div>
      )}
    </>
  );
};

/** The note means another thing on each basis, and says so. */
const LineNote = (props: LineProps) => {
  const { t } = useTranslation('donations');
  const { basis, keepEvidence, item } = props.line;
  const kept = basis === 'evidence' && keepEvidence;
  return (
    <div className={item.keepsDate ? 'gift-line-note' : 'gift-line-note wide'}>
      <LineField
        {...props}
        part="basisNote"
        label={t(kept ? 'form.keepNote' : basis === 'fair-value' ? 'form.fairNote' : 'form.basisNote')}
        required={kept || basis === 'fair-value'}
        placeholder={t(basis === 'fair-value' ? 'form.fairNoteHint' : 'form.basisNoteHint')}
      />
    </div>
  );
};
