// Renewing: how many households, on which day, on what evidence, until when; asked once. Nothing chosen means the whole list.
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input as ActInput } from '../../db/contract/index.ts';
import { parseDay } from '../../db/domain/business-day.ts';
import { useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count } from '../i18n/format.ts';
import { ConfirmFinal, Failed, FormField, ProgressPanel } from '../ui/index.ts';
import { DayField } from './day-field.tsx';

type Of = ActInput<'eligibility.renew'>['of'];
interface Props {
  readonly chosen: readonly { readonly id: number; readonly members: number }[];
  readonly filter: ActInput<'eligibility.reviews'>['filter'];
  /** Households of the list. */
  readonly total: number;
  readonly onClose: () => void;
  readonly onRenewed: (households: number) => void;
}

/** Shown while it is mounted. */
export const RenewDialog = ({ chosen, filter, total, onClose, onRenewed }: Props) => {
  const { t } = useTranslation('eligibility');
  const [day, setDay] = useState(useSession().status.businessDay);
  const [evidence, setEvidence] = useState('');
  const [next, setNext] = useState('');
  const [tried, setTried] = useState(false);
  const renew = useCommand('eligibility.renew');
  const of: Of = chosen.length > 0 ? { householdIds: chosen.map(({ id }) => id) } : { filter, expect: total };
  const confirm = async (): Promise<void> => {
    setTried(true);
    const read = parseDay(day);
    const nextDay = next.trim() === '' ? null : parseDay(next);
    if (read === null || evidence.trim() === '' || (nextDay === null && next.trim() !== '')) return;
    const done = await renew.run({ of, day: read, evidence: evidence.trim(), nextDay });
    if (done) onRenewed(done.renewed);
  };
  const households = chosen.length > 0 ? chosen.length : total;
  return (
    <ConfirmFinal
      open
      testId="renew-confirm"
      title={t('renew.title')}
      verb={t('renew.verb')}
      pending={renew.pending}
      figures={[
        { label: t('households'), value: count(households) },
        ...(chosen.length > 0
          ? [{ label: t('persons'), value: count(chosen.reduce((sum, { members }) => sum + members, 0)) }]
          : []),
      ]}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      {chosen.length === 0 && <p data-testid="renew-all">{t('reviews.noneChosen', { n: count(total) })}</p>}
      <DayField label={t('renew.day')} testId="renew-day" value={day} tried={tried} onChange={setDay} />
      <FormField
        label={t('renew.evidence')}
        required
        mistake={tried && evidence.trim() === '' ? t('renew.evidenceMissing') : undefined}
      >
        {({ status, ...field }) => (
          <Input
            {...field}
            status={status}
            data-testid="renew-evidence"
            autoFocus
            maxLength={200}
            placeholder={t('renew.evidenceHint')}
            value={evidence}
            onChange={({ target }) => setEvidence(target.value)}
          />
        )}
      </FormField>
      <DayField
        label={t('renew.next')}
        hint={t('renew.nextHint')}
        testId="renew-next"
        optional
        value={next}
        tried={tried}
        onChange={setNext}
      />
      <p>{t('renew.effect')}</p>
      {renew.pending && (
        <ProgressPanel what={t('renew.running')} progress={renew.progress} onCancel={renew.cancel} />
      )}
      <Failed failure={renew.failure} />
    </ConfirmFinal>
  );
};
