// What of a roster's preview is taken over: which changed fields, from which day a changed category holds, and whether those missing
// from the list leave, with one day and one reason.
import { Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { openVoucherRules, type OpenVoucherRule } from '../../db/contract/eligibility.ts';
import type { Input as InputOf, Output } from '../../db/contract/index.ts';
import { rosterFields, type RosterField } from '../../db/contract/people-import.ts';
import { parseDay } from '../../db/domain/business-day.ts';
import { DayField } from '../eligibility/day-field.tsx';
import { count } from '../i18n/format.ts';
import { Choice, FormField } from '../ui/index.ts';
import { useRosterFields } from './roster-fields.ts';

type Preview = Output<'people.previewImport'>;

export interface Choices {
  readonly take: readonly RosterField[];
  readonly changeDay: string;
  readonly exits: boolean;
  readonly exitDay: string;
  readonly exitReason: string;
  readonly openVouchers: OpenVoucherRule;
}
export const newChoices = (today: string): Choices => ({
  take: rosterFields,
  changeDay: today,
  exits: false,
  exitDay: today,
  exitReason: '',
  openVouchers: 'keep',
});

/** Null while something is missing or wrong. */
export const readChoices = (
  choices: Choices,
  preview: Preview,
): Omit<InputOf<'people.confirmImport'>, 'previewId'> | null => {
  const changeDay = preview.changedFields.category ? parseDay(choices.changeDay) : null;
  if (preview.changedFields.category && choices.take.includes('category') && changeDay === null) return null;
  const take = [...choices.take];
  if (!choices.exits) return { take, changeDay, exits: null };
  const day = parseDay(choices.exitDay);
  const reason = choices.exitReason.trim();
  return day === null || reason === ''
    ? null
    : { take, changeDay, exits: { day, reason, openVouchers: choices.openVouchers } };
};

/** Rows of people here already that have a field that is taken over; at most, because one row may have several. */
export const effectOf = (choices: Choices, { good, counts, changedFields }: Preview): number =>
  good +
  (choices.take.some((field) => (changedFields[field] ?? 0) > 0) ? counts.changed : 0) +
  (choices.exits ? counts.missing : 0);

interface Props {
  readonly preview: Preview;
  readonly choices: Choices;
  readonly onChange: (choices: Choices) => void;
}

export const RosterChoices = ({ preview, choices, onChange }: Props) => {
  const { t } = useTranslation('roster');
  const { t: leaving } = useTranslation('eligibility');
  const fieldName = useRosterFields();
  const set = (next: Partial<Choices>): void => onChange({ ...choices, ...next });
  const changed = rosterFields.filter((field) => (preview.changedFields[field] ?? 0) > 0);
  return (
    <>
      {changed.length > 0 && (
        <fieldset className="plain" data-testid="roster-take">
          <legend>{t('choices.take')}</legend>
          {changed.map((field) => (
            <Checkbox
              key={field}
              checked={choices.take.includes(field)}
              onChange={({ target }) =>
                set({
                  take: rosterFields.filter((each) =>
                    each === field ? target.checked : choices.take.includes(each),
                  ),
                })
              }
            >
              {t('choices.takeOne', { field: fieldName(field), n: count(preview.changedFields[field] ?? 0) })}
            </Checkbox>
          ))}
        </fieldset>
      )}
      {changed.includes('category') && choices.take.includes('category') && (
        <DayField
          label={t('choices.changeDay')}
          testId="roster-change-day"
          value={choices.changeDay}
          tried
          onChange={(changeDay) => set({ changeDay })}
        />
      )}
      {preview.counts.missing > 0 && (
        <Checkbox
          data-testid="roster-exits"
          checked={choices.exits}
          onChange={({ target }) => set({ exits: target.checked })}
        >
          {t('choices.exits', { n: count(preview.counts.missing) })}
        </Checkbox>
      )}
      {choices.exits && (
        <>
          <DayField
            label={t('choices.exitDay')}
            testId="roster-exit-day"
            value={choices.exitDay}
            tried
            onChange={(exitDay) => set({ exitDay })}
          />
          <FormField
            label={t('choices.exitReason')}
            required
            mistake={choices.exitReason.trim() === '' ? t('choices.reasonMissing') : undefined}
          >
            {({ status, ...field }) => (
              <Input
                {...field}
                status={status}
                data-testid="roster-exit-reason"
                maxLength={100}
                placeholder={t('choices.exitReasonHint')}
                value={choices.exitReason}
                onChange={({ target }) => set({ exitReason: target.value })}
              />
            )}
          </FormField>
          <FormField label={leaving('leave.openVouchers')}>
            {(field) => (
              <Choice
                field={field}
                testId="roster-exit-vouchers"
                value={choices.openVouchers}
                options={openVoucherRules.map((value) => ({ value, label: leaving(`leave.${value}`) }))}
                onChange={(openVouchers) => set({ openVouchers })}
              />
            )}
          </FormField>
        </>
      )}
    </>
  );
};
