// The goods at the left: what packages bring (fixed), and what was chosen, one line selected.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { multiplyPrice } from '../../db/domain/money.ts';
import { quantity } from '../i18n/format.ts';
import { Money } from '../ui/index.ts';
import { isPackShort, isTooMany, packedLines, unitOf, worthOf, type PackedLine } from './account.ts';
import { inUnit } from './points.ts';
import { hasGoods, lineKey, type Basket } from './till.ts';

interface Props {
  readonly basket: Basket;
  readonly near: (line: Basket['lines'][number]) => boolean;
}

export const Lines = ({ basket, near }: Props) => {
  const { t } = useTranslation('counter');
  const chosen = useRef<HTMLTableRowElement>(null);
  useEffect(() => chosen.current?.scrollIntoView({ block: 'nearest' }), [basket.selected, basket.lines]);
  if (!hasGoods(basket)) return <NoLines />;
  const unit = unitOf(basket);
  return (
    <div className="counter-lines" tabIndex={0} role="group" aria-label={t('basket.title')}>
      <table aria-label={t('basket.title')}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('basket.line')}</span>
            </th>
            <th scope="col">{t('basket.name')}</th>
            <th scope="col" className="figure">
              {t('basket.amount')}
            </th>
            <th scope="col" className="figure">
              {t(unit === 'points' ? 'basket.points' : 'basket.value')}
            </th>
            <th scope="col">{t('basket.until')}</th>
          </tr>
        </thead>
        <tbody>
          {packedLines(basket).map((line, at) => (
            <Packed key={`${line.serial}-${String(at)}`} line={line} short={isPackShort(basket, line)} />
          ))}
          {basket.lines.map((line, at) => {
            const { goods } = line;
            const selected = at === basket.selected;
            return (
              <tr
                key={lineKey(goods)}
                ref={selected ? chosen : null}
                className={selected ? 'selected' : ''}
                aria-current={selected}
                data-testid="counter-line"
                data-item={goods.code}
                data-quantity={line.quantity}
              >
                <td>
                  {selected && <span aria-hidden="true">▶</span>}
                  {at + 1}
                </td>
                <td>
                  <b>{goods.name}</b> <span className="secondary">{goods.spec}</span>
                  {goods.lotId !== null && (
                    <span className="secondary figure"> {t('basket.label', { lot: goods.lotId })}</span>
                  )}
                </td>
                <td className="figure counter-quantity">
                  {isTooMany(basket, line) && <Stop />}×{' '}
                  {quantity(line.quantity, goods.unitScale, goods.unit)}
                </td>
                <td className="figure">{inUnit(t, unit, worthOf(line, unit))}</td>
                <td className={near(line) ? 'near' : ''}>
                  {near(line) && <span aria-hidden="true">▲ </span>}
                  {goods.firstExpiryDay ?? t('basket.noDate')}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};

const NoLines = () => {
  const { t } = useTranslation('counter');
  return (
    <div className="counter-lines empty" data-testid="counter-lines-empty">
      <p className="counter-scan-goods">{t('basket.empty')}</p>
      <p className="secondary">{t('basket.emptyHint')}</p>
    </div>
  );
};

const Stop = () => (
  <span className="stop" aria-hidden="true">
    ▲{' '}
  </span>
);

const Packed = ({ line: { goods }, short }: { readonly line: PackedLine; readonly short: boolean }) => {
  const { t } = useTranslation('counter');
  return (
    <tr className="packed" data-testid="counter-packed" data-item={goods.itemId} data-short={short}>
      <td>
        <span aria-hidden="true">▣</span>
      </td>
      <td>
        <b>{goods.name}</b> <span className="secondary">{t('basket.packed')}</span>
      </td>
      <td className="figure counter-quantity">
        {short && <Stop />}× {quantity(goods.quantity, goods.unitScale, goods.unit)}
      </td>
      <td className="figure">
        <Money
          fen={
            goods.priceFen === null ? null : multiplyPrice(goods.priceFen, goods.quantity, goods.unitScale)
          }
        />
      </td>
      <td className={short ? 'near' : ''}>
        {short &&
          t('basket.onlyThere', { available: quantity(goods.available, goods.unitScale, goods.unit) })}
      </td>
    </tr>
  );
};
