// Second-hand goods: how good they still are, when they were disinfected (without it they are held), and whether every piece gets a
// tag of its own.
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { grades } from '../../db/contract/measures.ts';
import { Choice, FormField } from '../ui/index.ts';
import type { LineProps } from './gift-lines.tsx';
import { LineDay } from './line-field.tsx';

export const SecondHand = (props: LineProps) => {
  const { line, mistakes, onChange, onLeave } = props;
  const { t } = useTranslation('donations');
  const mistake = mistakes['grade'];
  return (
    <div className="gift-line-more">
      <FormField
        label={t('form.grade')}
        mistake={mistake === undefined ? undefined : t(`mistakes.${mistake}`)}
      >
        {(field) => (
          <Choice
            field={field}
            testId="line-grade"
            value={line.grade}
            options={[
              { value: '', label: t('form.gradeNone') },
              ...grades.map((value, n) => ({
                value,
                label: `${n + 1} ${t(`grades.${value}`, { ns: 'common' })}`,
              })),
            ]}
            onChange={(grade) => onChange(line.key, { grade })}
            onBlur={() => onLeave(`${line.key}.grade`)}
          />
        )}
      </FormField>
      <LineDay
        {...props}
        part="disinfected"
        label={t('form.disinfected')}
        {...(line.disinfected.trim() === '' ? { hint: t('form.disinfectedHint') } : {})}
      />
      <div className="gift-check">
        <Checkbox
          data-testid="line-pieces"
          checked={line.pieces}
          onChange={(event) => onChange(line.key, { pieces: event.target.checked })}
        >
          {t('form.pieces')}
        </Checkbox>
      </div>
    </div>
  );
};
