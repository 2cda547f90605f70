// The lines of goods of a gift, one row each, typed from left to right: how many, made when, good until when, worth what and why.
import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { valueBases } from '../../db/contract/donations.ts';
import { parseDay, type Day } from '../../db/domain/business-day.ts';
import { formatYuan } from '../../db/domain/money.ts';
import { daysLeft } from '../../db/domain/shelf-life.ts';
import { money } from '../i18n/format.ts';
import { Choice } from '../ui/index.ts';
import { byListPrice, type DraftLine, type MistakeCode } from './draft.ts';

/** Under half a year of life is said at once, while the donor is still there (domain.md §4.6). */
const shortLifeDays = 180;

export interface LineProps {
  readonly line: DraftLine;
  readonly at: number;
  readonly today: Day;
  readonly mistakeOf: (field: string) => MistakeCode | undefined;
  readonly onChange: (key: string, part: Partial<DraftLine>) => void;
  readonly onLeave: (field: string) => void;
  readonly onRemove: (key: string) => void;
}
type Part = 'quantity' | 'production' | 'expiry' | 'value' | 'basisNote';

const LineRow = ({ line, at, today, mistakeOf, onChange, onLeave, onRemove }: LineProps) => {
  const { t } = useTranslation('donations');
  const proposal = byListPrice(line);
  const text = (part: Part, label: string, more: Readonly<Record<string, unknown>> = {}): ReactNode => {
    const field = `${line.key}.${part}`;
    const mistake = mistakeOf(field);
    return (
      <Field label={label} mistake={mistake === undefined ? undefined : t(`mistakes.${mistake}`)} id={field}>
        <Input
          id={field}
          data-field={field}
          data-testid={`line-${part}`}
          aria-invalid={mistake !== undefined}
          {...(mistake === undefined ? {} : { 'aria-describedby': `${field}-mistake` })}
          status={mistake === undefined ? '' : 'error'}
          autoComplete="off"
          maxLength={part === 'basisNote' ? 100 : 20}
          value={line[part]}
          onChange={(event) => onChange(line.key, { [part]: event.target.value })}
          onBlur={() => onLeave(field)}
          {...more}
        />
      </Field>
    );
  };
  const dayField = (part: 'production' | 'expiry', label: string): ReactNode =>
    text(part, label, {
      placeholder: t('form.dateHint'),
      inputMode: 'numeric',
      onBlur: () => {
        onChange(line.key, { [part]: parseDay(line[part]) ?? line[part] });
        onLeave(`${line.key}.${part}`);
      },
    });
  const basisMistake = mistakeOf(`${line.key}.basis`);
  const byList = (): void => {
    if (proposal !== null)
      onChange(line.key, {
        basis: 'fair-value',
        value: formatYuan(proposal).replaceAll(',', ''),
        basisNote: t('form.byList', { fen: money(line.item.listPriceFen) }),
      });
  };
  return (
    <li className="gift-line" aria-label={t('form.line', { n: at + 1, name: line.item.name })}>
      <div className="gift-line-name">
        <span className="figure secondary">{at + 1}</span> <b>{line.item.name}</b>{' '}
        <span className="secondary">{line.item.spec}</span>
        <Life expiry={line.expiry} today={today} />
      </div>
      {text('quantity', `${t('form.quantity')} (${line.item.unit})`, {
        inputMode: 'decimal',
        className: 'figure',
      })}
      {line.item.keepsDate && dayField('production', t('form.production'))}
      {line.item.keepsDate && dayField('expiry', t('form.expiry'))}
      <Field
        label={t('form.basis')}
        mistake={basisMistake === undefined ? undefined : t(`mistakes.${basisMistake}`)}
        id={`${line.key}.basis`}
      >
        <Choice
          field={{
            id: `${line.key}.basis`,
            'aria-invalid': basisMistake !== undefined,
            'aria-describedby': basisMistake === undefined ? undefined : `${line.key}.basis-mistake`,
            'aria-required': true,
            status: basisMistake === undefined ? '' : 'error',
          }}
          testId="line-basis"
          value={line.basis}
          options={[
            { value: '', label: t('form.basisChoose') },
            ...valueBases.map((value, n) => ({ value, label: `${n + 1} ${t(`bases.${value}`)}` })),
          ]}
          onChange={(basis) =>
            onChange(line.key, basis === 'unpriced' ? { basis, value: '', basisNote: '' } : { basis })
          }
          onBlur={() => onLeave(`${line.key}.basis`)}
        />
      </Field>
      {line.basis !== 'unpriced' &&
        text('value', t('form.value'), {
          inputMode: 'decimal',
          className: 'figure',
          onKeyDown: (event: React.KeyboardEvent) => {
            if (event.key !== '=' || proposal === null) return;
            event.preventDefault();
            byList();
          },
        })}
      {line.basis !== 'unpriced' &&
        text('basisNote', t('form.basisNote'), { placeholder: t('form.basisNoteHint') })}
      <div className="gift-line-acts">
        {proposal !== null && line.basis !== 'unpriced' && line.value === '' && (
          <Button size="small" onClick={byList}>
            {t('form.byList', { fen: money(proposal) })} =
          </Button>
        )}
        <Button
          size="small"
          icon={<DeleteOutlined aria-hidden="true" />}
          aria-label={t('form.removeNamed', { name: line.item.name })}
          title={`${t('form.remove')} F8`}
          onClick={() => onRemove(line.key)}
        />
      </div>
    </li>
  );
};

/** Two hundred lines are typed in one gift; only the one being typed is drawn again. */
export const GiftLine = memo(LineRow);

const Field = ({
  label,
  mistake,
  id,
  children,
}: {
  readonly label: string;
  readonly mistake: string | undefined;
  readonly id: string;
  readonly children: ReactNode;
}) => (
  <div className="gift-field">
    <label htmlFor={id}>{label}</label>
    {children}
    {mistake !== undefined && (
      <div id={`${id}-mistake`} className="form-mistake" role="alert">
        <span aria-hidden="true">✖ </span>
        {mistake}
      </div>
    )}
  </div>
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
