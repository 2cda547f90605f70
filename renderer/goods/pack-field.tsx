// Packing units of a kind of goods: one row each, with a sentence that says what it means. The last row is always empty, so that
// the next unit needs no button; rows nobody filled are left out.
import { CloseOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { wholeIn } from '../../db/domain/whole-number.ts';
import { emptyPack, packMistakes, type ItemDraft, type PackRow } from './item-draft.ts';

interface Props {
  readonly draft: ItemDraft;
  readonly onChange: (rows: readonly PackRow[]) => void;
  /** The fields were left or saving was tried: mistakes are named. */
  readonly shown: boolean;
  readonly onLeft: () => void;
}
const most = 10;

export const PackField = ({ draft, onChange, shown, onLeft }: Props) => {
  const { t } = useTranslation('goods');
  const titleId = useId();
  const { packs } = draft;
  const rows = packs.length < most ? [...packs, emptyPack] : packs;
  const mistakes = packMistakes(draft);
  const own = draft.unit.trim() === '' ? t('unit') : draft.unit.trim();
  const change = (at: number, part: Partial<PackRow>): void =>
    onChange(
      rows
        .map((row, each) => (each === at ? { ...row, ...part } : row))
        .slice(0, Math.max(packs.length, at + 1)),
    );
  return (
    <div role="group" aria-labelledby={titleId}>
      <h2 id={titleId}>{t('form.packs')}</h2>
      <p className="secondary">{t('form.packsHint', { own })}</p>
      <ul className="code-rows">
        {rows.map((row, at) => {
          const mistake = shown ? (mistakes[at] ?? null) : null;
          const n = String(at + 1);
          return (
            <li key={at}>
              <span aria-hidden="true">1</span>
              <Input
                data-testid={`goods-pack-unit-${String(at)}`}
                className="pack-unit"
                aria-label={t('form.packUnit', { n })}
                aria-invalid={mistake !== null && mistake !== 'quantity'}
                status={mistake !== null && mistake !== 'quantity' ? 'error' : ''}
                autoComplete="off"
                maxLength={10}
                placeholder={at === 0 ? t('form.packExample') : ''}
                value={row.unit}
                onChange={(event) => change(at, { unit: event.target.value })}
              />
              <span aria-hidden="true">=</span>
              <Input
                data-testid={`goods-pack-quantity-${String(at)}`}
                className="figure code-count"
                aria-label={t('form.packQuantity', { n, own })}
                aria-invalid={mistake === 'quantity'}
                status={mistake === 'quantity' ? 'error' : ''}
                inputMode="numeric"
                autoComplete="off"
                maxLength={9}
                value={row.quantity}
                onChange={(event) => change(at, { quantity: event.target.value })}
                onBlur={() => (row.unit !== '' || row.quantity !== '') && onLeft()}
              />
              <span>{own}</span>
              {mistake !== null && (
                <span className="form-mistake" role="alert">
                  <span aria-hidden="true">✖ </span>
                  {t(`form.packMistakes.${mistake}`, { own })}
                </span>
              )}
              {mistakes[at] === null && <Says row={row} own={own} />}
              {at < packs.length && (
                <Button
                  icon={<CloseOutlined aria-hidden="true" />}
                  aria-label={t('form.packRemove', { unit: row.unit === '' ? n : row.unit })}
                  onClick={() => onChange(packs.filter((_, each) => each !== at))}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
};

/** 1 袋 = 50 件，收 3 袋就记 150 件: what the row will do, before anything is saved. */
const Says = ({ row, own }: { readonly row: PackRow; readonly own: string }) => {
  const { t } = useTranslation('goods');
  const quantity = wholeIn(row.quantity, 2, 1_000_000);
  if (quantity === null || row.unit.trim() === '') return null;
  return (
    <span className="secondary" role="status">
      {t('form.packSays', { unit: row.unit.trim(), quantity, own, three: quantity * 3 })}
    </span>
  );
};
