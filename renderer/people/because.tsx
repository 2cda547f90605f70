// Why something is done to a file, from which day on, and the paper behind it: the foot of every form about a household.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseDay } from '../../db/domain/business-day.ts';
import { useSession } from '../app/session.tsx';
import { DayField } from '../eligibility/day-field.tsx';
import { Line } from './line.tsx';

export interface BecauseDraft {
  readonly day: string;
  readonly reason: string;
  readonly document: string;
}

/** The draft, and what it reads as; null while something is missing. */
export const useBecause = () => {
  const { status } = useSession();
  const [draft, setDraft] = useState<BecauseDraft>({ day: status.businessDay, reason: '', document: '' });
  const day = parseDay(draft.day);
  const read =
    day === null || draft.reason.trim() === ''
      ? null
      : { day, reason: draft.reason.trim(), document: draft.document.trim() };
  return { draft, setDraft, read };
};

interface Props {
  readonly draft: BecauseDraft;
  readonly onChange: (draft: BecauseDraft) => void;
  readonly tried: boolean;
  /** Left out: the act is always of today. */
  readonly dayLabel?: string;
}

export const BecauseFields = ({ draft, onChange, tried, dayLabel }: Props) => {
  const { t } = useTranslation('household');
  return (
    <div className="field-grid">
      {dayLabel !== undefined && (
        <DayField
          label={dayLabel}
          testId="because-day"
          value={draft.day}
          tried={tried}
          onChange={(day) => onChange({ ...draft, day })}
        />
      )}
      <Line
        label={t('fields.reason')}
        testId="because-reason"
        required
        most={200}
        hint={t('hints.reason')}
        value={draft.reason}
        mistake={tried && draft.reason.trim() === '' ? t('missing') : undefined}
        onChange={(reason) => onChange({ ...draft, reason })}
      />
      <Line
        label={t('fields.document')}
        testId="because-document"
        hint={t('hints.document')}
        value={draft.document}
        onChange={(document) => onChange({ ...draft, document })}
      />
    </div>
  );
};
