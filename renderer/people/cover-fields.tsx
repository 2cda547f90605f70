// Under which categories somebody new is covered, and since when. None: they live there and are not covered.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { parseDay } from '../../db/domain/business-day.ts';
import { DayField } from '../eligibility/day-field.tsx';
import { categoryOptions, useCategories } from '../eligibility/use-categories.ts';
import { Pick } from './line.tsx';
import type { CoverDraft } from './person-draft.ts';

interface Props {
  readonly covers: readonly CoverDraft[];
  readonly onChange: (covers: readonly CoverDraft[]) => void;
  readonly tried: boolean;
  /** First day proposed for another one. */
  readonly today: string;
}

const none = '-';

/** A new one has no category until somebody chooses it; choosing none takes it out again. */
export const CoverFields = ({ covers, onChange, tried, today }: Props) => {
  const { t } = useTranslation('household');
  const categories = useCategories();
  const change = (at: number, cover: CoverDraft | null): void =>
    onChange(cover ? covers.with(at, cover) : covers.filter((_, other) => other !== at));
  return (
    <div className="field-grid">
      {covers.map((cover, at) => (
        <div key={at} className="wide field-grid">
          <Pick
            label={t('fields.category')}
            testId="cover-category"
            required
            value={cover.category}
            options={[
              ...(cover.category === '' ? [{ value: '', label: t('merge.choose') }] : []),
              ...categoryOptions(categories),
              { value: none, label: t('notCovered') },
            ]}
            mistake={tried && cover.category === '' ? t('merge.choose') : undefined}
            onChange={(category) => change(at, category === none ? null : { ...cover, category })}
          />
          <DayField
            label={t('fields.fromDay')}
            testId="cover-from"
            value={cover.fromDay}
            tried={tried && parseDay(cover.fromDay) === null}
            onChange={(fromDay) => change(at, { ...cover, fromDay })}
          />
        </div>
      ))}
      <div className="form-field">
        <Button
          data-testid="cover-add"
          onClick={() => onChange([...covers, { category: '', fromDay: today }])}
        >
          ＋ {t('fields.category')}
        </Button>
      </div>
    </div>
  );
};
