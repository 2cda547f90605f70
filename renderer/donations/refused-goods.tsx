// What was offered and not taken, with the reason; it stands on the receipt so that nobody asks later where it went.
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RefusedGoods } from './draft.ts';
import type { MistakeCode } from './read-draft.ts';

interface Props {
  readonly rows: readonly RefusedGoods[];
  readonly mistakeOf: (field: string) => MistakeCode | undefined;
  readonly onChange: (rows: readonly RefusedGoods[]) => void;
  readonly onAdd: () => void;
  readonly onLeave: (field: string) => void;
}
const parts = { description: 60, quantity: 30, reason: 100 } as const;
const most = 50;

export const RefusedGoodsRows = ({ rows, mistakeOf, onChange, onAdd, onLeave }: Props) => {
  const { t } = useTranslation('donations');
  return (
    <section className="office-section" aria-label={t('form.refused')}>
      <h2>{t('form.refused')}</h2>
      {rows.length === 0 && <p className="secondary">{t('form.refusedNone')}</p>}
      <ol className="gift-lines">
        {rows.map((row, at) => {
          const mistake = mistakeOf(`refused.${at}`);
          return (
            <li key={at} className="refused-row">
              {(Object.keys(parts) as (keyof typeof parts)[]).map((part) => (
                <Input
                  key={part}
                  data-testid={`refused-${part}`}
                  data-refused={at}
                  aria-label={t(`form.refusedParts.${part}`)}
                  placeholder={t(`form.refusedParts.${part}`)}
                  autoComplete="off"
                  maxLength={parts[part]}
                  status={
                    mistake !== undefined && part !== 'quantity' && row[part].trim() === '' ? 'error' : ''
                  }
                  value={row[part]}
                  onChange={({ target }) =>
                    onChange(rows.map((each, n) => (n === at ? { ...each, [part]: target.value } : each)))
                  }
                  onBlur={() => part === 'reason' && onLeave(`refused.${at}`)}
                />
              ))}
              <Button
                aria-label={t('form.refusedRemove', { n: at + 1 })}
                onClick={() => onChange(rows.filter((_, n) => n !== at))}
              >
                {t('form.remove')}
              </Button>
              {mistake !== undefined && (
                <div className="form-mistake" role="alert">
                  <span aria-hidden="true">✖ </span>
                  {t(`mistakes.${mistake}`)}
                </div>
              )}
            </li>
          );
        })}
      </ol>
      <Button data-testid="donation-refuse" disabled={rows.length >= most} onClick={onAdd}>
        {t('form.refusedAdd')} F7
      </Button>
    </section>
  );
};
