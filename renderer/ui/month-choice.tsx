// Which month: those with any movement, newest first, and the current one. A list instead of the browser's own month field,
// which speaks the language of the system and not ours.
import { useTranslation } from 'react-i18next';
import { addMonths, monthOf, type Month } from '../../db/domain/business-day.ts';
import { useAct } from '../api/use-act.ts';
import { useSession } from '../app/session.tsx';
import { Choice } from './choice.tsx';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (month: string) => void;
  /** Words of the choice "no month in particular"; left out, a month must be chosen. */
  readonly all?: string;
  readonly testId?: string;
}
/** Ten years of reports; older ones are found in their folders. */
const most = 120;

/** The month `by` months later; earlier when negative. */
export const monthAfter = (month: Month, by: number): Month => monthOf(addMonths(`${month}-01`, by));

const between = (first: Month, last: Month): readonly Month[] => {
  const months: Month[] = [];
  for (let month = last; month >= first && months.length < most; month = monthAfter(month, -1))
    months.push(month);
  return months;
};

export const MonthChoice = ({ label, value, onChange, all, testId }: Props) => {
  const { t } = useTranslation();
  const today = monthOf(useSession().status.businessDay);
  const { data } = useAct('reports.span', {});
  const last = data?.last ? monthOf(data.last) : today;
  const months = between(data?.first ? monthOf(data.first) : today, last > today ? last : today);
  const shown = value === '' || months.includes(value) ? months : [...months, value].sort().reverse();
  return (
    <Choice
      label={label}
      value={value}
      onChange={onChange}
      {...(testId === undefined ? {} : { testId })}
      options={[
        ...(all === undefined ? [] : [{ value: '', label: all }]),
        ...shown.map((month) => ({
          value: month,
          label: t('month', { year: month.slice(0, 4), month: Number(month.slice(5)) }),
        })),
      ]}
    />
  );
};
