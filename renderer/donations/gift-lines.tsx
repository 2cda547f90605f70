// The lines of goods of a gift, one row each, typed from left to right: how many, made when, good until when, worth what and why.
// What the books answered about a line stands under it with the one field that solves it.
import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseDay, type Day } from '../../db/domain/business-day.ts';
import { daysLeft } from '../../db/domain/shelf-life.ts';
import { QuantityField } from '../goods/quantity-field.tsx';
import type { DraftLine } from './draft.ts';
import { LineAnswers } from './line-answer.tsx';
import type { Answers } from './line-answers.ts';
import { LineDay } from './line-field.tsx';
import { SecondHand } from './line-second-hand.tsx';
import { LineValue } from './line-value.tsx';
import type { LineMistakes } from './use-mistakes.ts';

/** Under half a year of life is said at once, while the donor is still there (domain.md §4.6). */
const shortLifeDays = 180;

export interface LineProps {
  readonly line: DraftLine;
  readonly at: number;
  readonly today: Day;
  readonly mistakes: LineMistakes;
  readonly answers: Answers;
  readonly onChange: (key: string, part: Partial<DraftLine>) => void;
  readonly onLeave: (field: string) => void;
  readonly onRemove: (key: string) => void;
  /** Not taken after all. */
  readonly onRefuse: (key: string, reason: string) => void;
  /** Puts the cursor into `<key>.<part>`. */
  readonly onFocusField: (field: string) => void;
}

const LineRow = (props: LineProps) => {
  const { line, at, today, mistakes, onChange, onRemove } = props;
  const { t } = useTranslation('donations');
  const [opened, setOpened] = useState(false);
  const secondHand = opened || line.grade !== '' || line.pieces || line.disinfected !== '';
  return (
    <li
      className="gift-line"
      data-line={line.key}
      aria-label={t('form.line', { n: at + 1, name: line.item.name })}
    >
      <div className="gift-line-name">
        <span className="figure secondary">{at + 1}</span> <b>{line.item.name}</b>{' '}
        <span className="secondary">{line.item.spec}</span>
        <Life expiry={line.expiry} today={today} />
        <span className="gift-line-acts">
          {!secondHand && (
            <Button size="small" data-testid="line-second-hand" onClick={() => setOpened(true)}>
              {t('form.secondHand')}
            </Button>
          )}
          <Button
            size="small"
            icon={<DeleteOutlined aria-hidden="true" />}
            aria-label={t('form.removeNamed', { name: line.item.name })}
            title={`${t('form.remove')} F8`}
            onClick={() => onRemove(line.key)}
          />
        </span>
      </div>
      <QuantityField
        item={line.item}
        value={line.quantity}
        label={t('form.quantity')}
        tried={mistakes['quantity'] !== undefined}
        onChange={(quantity) => onChange(line.key, { quantity })}
        testId="line-quantity"
      />
      {line.item.keepsDate && <LineDay {...props} part="production" label={t('form.production')} />}
      {line.item.keepsDate && <LineDay {...props} part="expiry" label={t('form.expiry')} required />}
      <LineValue {...props} />
      {secondHand && <SecondHand {...props} />}
      <LineAnswers {...props} />
    </li>
  );
};

const sameMistakes = (a: LineMistakes, b: LineMistakes): boolean => {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
};

/** Two hundred lines are typed in one gift; only the one being typed is drawn again. */
export const GiftLine = memo(LineRow, (before, after) =>
  (Object.keys(after) as (keyof LineProps)[]).every((key) =>
    key === 'mistakes' ? sameMistakes(before.mistakes, after.mistakes) : before[key] === after[key],
  ),
);

const Life = ({ expiry, today }: { readonly expiry: string; readonly today: Day }) => {
  const { t } = useTranslation('donations');
  const left = daysLeft(parseDay(expiry), today);
  if (left === null || left >= shortLifeDays) return null;
  return left < 0 ? (
    <span className="off"> ✖ {t('form.expired')}</span>
  ) : (
    <span className="life-short"> ▲ {t('form.shortLife', { n: left })}</span>
  );
};
