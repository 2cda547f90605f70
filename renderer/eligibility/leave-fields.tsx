// What is asked of every leaving, of one household or of hundreds: the first day without, why, grace, and what becomes of open vouchers.
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OpenVoucherRule } from '../../db/contract/eligibility.ts';
import { addDays, parseDay } from '../../db/domain/business-day.ts';
import { day as dayWords } from '../i18n/format.ts';
import { Choice, FormField } from '../ui/index.ts';
import { DayField } from './day-field.tsx';

export interface LeaveDraft {
  readonly day: string;
  readonly reason: string;
  readonly document: string;
  readonly openVouchers: OpenVoucherRule;
  /** Months as typed; empty: as the category says. */
  readonly grace: string;
}
export const newLeave = (today: string): LeaveDraft => ({
  day: today,
  reason: '',
  document: '',
  openVouchers: 'keep',
  grace: '',
});

/** Null while something is missing or wrong. */
export const readLeave = (draft: LeaveDraft) => {
  const day = parseDay(draft.day);
  const reason = draft.reason.trim();
  const graceMonths = monthsOf(draft);
  if (day === null || reason === '' || graceMonths === undefined) return null;
  return { day, reason, document: draft.document.trim(), openVouchers: draft.openVouchers, graceMonths };
};

/** Null: as the category says; undefined: no such number. */
const monthsOf = ({ grace, openVouchers }: LeaveDraft): number | null | undefined => {
  const typed = grace.trim();
  if (openVouchers === 'void' || typed === '') return null;
  return /^\d{1,2}$/.test(typed) && Number(typed) <= 24 ? Number(typed) : undefined;
};

interface Props {
  readonly draft: LeaveDraft;
  /** All mistakes are shown. */
  readonly tried: boolean;
  readonly onChange: (draft: LeaveDraft) => void;
}

export const LeaveFields = ({ draft, tried, onChange }: Props) => {
  const { t } = useTranslation('eligibility');
  const day = parseDay(draft.day);
  const voids = draft.openVouchers === 'void';
  return (
    <>
      <DayField
        label={t('leave.day')}
        hint={t('leave.dayHint')}
        testId="end-day"
        value={draft.day}
        tried={tried}
        onChange={(next) => onChange({ ...draft, day: next })}
      />
      <FormField
        label={t('leave.reason')}
        required
        mistake={tried && draft.reason.trim() === '' ? t('leave.reasonMissing') : undefined}
      >
        {({ status, ...field }) => (
          <Input
            {...field}
            status={status}
            data-testid="end-reason"
            autoFocus
            maxLength={100}
            placeholder={t('leave.reasonHint')}
            value={draft.reason}
            onChange={({ target }) => onChange({ ...draft, reason: target.value })}
          />
        )}
      </FormField>
      <FormField label={t('leave.document')}>
        {({ status, ...field }) => (
          <Input
            {...field}
            status={status}
            data-testid="end-document"
            maxLength={100}
            value={draft.document}
            onChange={({ target }) => onChange({ ...draft, document: target.value })}
          />
        )}
      </FormField>
      <FormField label={t('leave.openVouchers')}>
        {(field) => (
          <Choice
            field={field}
            testId="end-vouchers"
            value={draft.openVouchers}
            options={(['keep', 'void'] as const).map((value) => ({ value, label: t(`leave.${value}`) }))}
            onChange={(openVouchers) => onChange({ ...draft, openVouchers })}
          />
        )}
      </FormField>
      <FormField
        label={t('leave.grace')}
        hint={t(voids ? 'leave.graceVoid' : 'leave.graceHint')}
        mistake={tried && monthsOf(draft) === undefined ? t('leave.graceBad') : undefined}
      >
        {({ status, ...field }) => (
          <Input
            {...field}
            status={status}
            data-testid="end-grace"
            inputMode="numeric"
            maxLength={2}
            disabled={voids}
            value={voids ? '' : draft.grace}
            onChange={({ target }) => onChange({ ...draft, grace: target.value })}
          />
        )}
      </FormField>
      {day !== null && (
        <p data-testid="end-effect">
          {t('leave.effect', { day: dayWords(day), last: dayWords(addDays(day, -1)) })}
        </p>
      )}
    </>
  );
};
