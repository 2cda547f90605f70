// The two days of a period, typed fast (20260101); null until both are days in their order.
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseDay } from '../../db/domain/business-day.ts';
import { useSession } from '../app/session.tsx';
import { FormField } from '../ui/index.ts';

export interface Period {
  readonly from: string;
  readonly to: string;
}
interface Typed {
  readonly from: string;
  readonly to: string;
}

/** From the first day of this year to today, until something else is typed. */
export const usePeriod = (): readonly [Typed, (next: Typed) => void, Period | null] => {
  const { status } = useSession();
  const today = status.businessDay;
  const [typed, setTyped] = useState<Typed>({ from: `${today.slice(0, 4)}-01-01`, to: today });
  const [from, to] = [parseDay(typed.from), parseDay(typed.to)];
  return [typed, setTyped, from !== null && to !== null && from <= to ? { from, to } : null];
};

export const PeriodFields = ({
  typed,
  onChange,
}: {
  readonly typed: Typed;
  readonly onChange: (next: Typed) => void;
}) => {
  const { t } = useTranslation('donors');
  const days = { from: parseDay(typed.from), to: parseDay(typed.to) };
  const mistake = (which: 'from' | 'to'): string | undefined => {
    if (days[which] === null) return t('form.dayBad', { ns: 'common' });
    const backwards = which === 'to' && days.from !== null && days.to !== null && days.from > days.to;
    return backwards ? t('letter.backwards') : undefined;
  };
  return (
    <div className="field-grid">
      {(['from', 'to'] as const).map((which) => (
        <FormField key={which} label={t(`letter.${which}`)} required mistake={mistake(which)}>
          {({ status, ...field }) => (
            <Input
              {...field}
              status={status}
              data-testid={`period-${which}`}
              inputMode="numeric"
              autoComplete="off"
              maxLength={20}
              value={typed[which]}
              onChange={(event) => onChange({ ...typed, [which]: event.target.value })}
              onBlur={() => onChange({ ...typed, [which]: parseDay(typed[which]) ?? typed[which] })}
            />
          )}
        </FormField>
      ))}
    </div>
  );
};
