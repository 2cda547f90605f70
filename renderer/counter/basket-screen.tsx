// The open basket: goods at the left, the household at the right (masked), the three figures and the one key that confirms.
import { Fragment, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../api/index.ts';
import { day as dayText, money, quantity } from '../i18n/format.ts';
import { Money, Notice } from '../ui/index.ts';
import {
  amountOf,
  balanceOf,
  figuresOf,
  isTooMany,
  lineKey,
  nearExpiry,
  notesOf,
  type Basket,
  type Note,
  type Warning,
} from './till.ts';
import { WarningBand } from './warning-band.tsx';

interface Props {
  readonly basket: Basket;
  /** Business day; null until it is known. */
  readonly day: string | null;
  readonly warning: Warning | null;
  /** What a hand has typed so far: an item code. */
  readonly typing: string;
  readonly onConfirm: () => void;
}

/** Until the shop's setting is read: two months (domain.md §3). */
const usualAlarmDays = 60;

export const BasketScreen = ({ basket, day, warning, typing, onConfirm }: Props) => {
  const { t } = useTranslation('counter');
  const alarmDays = useAct('shop.read', {}).data?.settings.expiryAlarmDays ?? usualAlarmDays;
  const notes = day === null ? [] : notesOf(basket, day, alarmDays);
  return (
    <div className="counter-basket" data-testid="counter-basket">
      <div className="counter-columns">
        <div className="counter-goods">
          <WarningBand warning={warning} />
          <Lines basket={basket} near={(line) => day !== null && nearExpiry(line.goods, day, alarmDays)} />
          {typing !== '' && (
            <p className="counter-typing-line" role="status" data-testid="counter-typing">
              <b>
                {t('idle.typing')} {typing}
              </b>{' '}
              <span className="secondary">{t('idle.typingHint')}</span>
            </p>
          )}
          {notes.length > 0 && <Notes notes={notes} />}
        </div>
        <Household basket={basket} />
      </div>
      <FigureRow basket={basket} onConfirm={onConfirm} />
    </div>
  );
};

const Lines = ({
  basket,
  near,
}: {
  readonly basket: Basket;
  readonly near: (line: Basket['lines'][number]) => boolean;
}) => {
  const { t } = useTranslation('counter');
  const chosen = useRef<HTMLTableRowElement>(null);
  useEffect(() => chosen.current?.scrollIntoView({ block: 'nearest' }), [basket.selected, basket.lines]);
  if (basket.lines.length === 0) {
    return (
      <div className="counter-lines empty" data-testid="counter-lines-empty">
        <p className="counter-scan-goods">{t('basket.empty')}</p>
        <p className="secondary">{t('basket.emptyHint')}</p>
      </div>
    );
  }
  return (
    <div className="counter-lines">
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
              {t('basket.value')}
            </th>
            <th scope="col">{t('basket.until')}</th>
          </tr>
        </thead>
        <tbody>
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
                  {isTooMany(basket, line) && (
                    <span className="stop" aria-hidden="true">
                      ▲{' '}
                    </span>
                  )}
                  × {quantity(line.quantity, goods.unitScale, goods.unit)}
                </td>
                <td className="figure">
                  <Money fen={amountOf(line)} />
                </td>
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

const Notes = ({ notes }: { readonly notes: readonly Note[] }) => {
  const { t } = useTranslation('counter');
  const said = (note: Note): string => {
    switch (note.kind) {
      case 'over-face':
        return t('notes.over-face', { over: money(note.overFen) });
      case 'too-many':
        return t('notes.too-many', {
          name: note.goods.name,
          available: quantity(note.goods.available, note.goods.unitScale, note.goods.unit),
        });
      case 'near-expiry':
        return t('notes.near-expiry', {
          goods: note.goods
            .map((goods) => `${goods.name} ${goods.firstExpiryDay ?? ''}`)
            .join(t('notes.and')),
        });
      case 'review-overdue':
        return t('notes.review-overdue');
    }
  };
  return (
    <div
      className="counter-notes"
      tabIndex={0}
      role="group"
      aria-label={t('notes.title')}
      data-testid="counter-notes"
    >
      {notes.map((note, at) => (
        <Notice key={at} tone="warn" title={said(note)} />
      ))}
    </div>
  );
};

const Household = ({ basket }: { readonly basket: Basket }) => {
  const { t } = useTranslation('counter');
  const { household, proxy, vouchers } = basket;
  return (
    <section
      className="counter-household"
      tabIndex={0}
      aria-label={t('household.title')}
      data-testid="counter-household"
    >
      <p className="counter-name">{household.headName}</p>
      <p className="counter-category">
        <b>{household.category}</b> · {t('household.members', { n: household.members })}
      </p>
      <p className="counter-eligible">{t('household.eligible')}</p>
      {proxy && (
        <p className="counter-proxy" data-testid="counter-proxy">
          <span aria-hidden="true">● </span>
          {t('proxy.collects', { name: proxy.name, relation: proxy.relation })}
        </p>
      )}
      <dl>
        <div>
          <dt>{t('household.idTail')}</dt>
          <dd className="figure">{household.idTail}</dd>
        </div>
        <div>
          <dt>{t('household.last')}</dt>
          <dd className="figure">
            {household.lastCollectedDay === null ? t('household.never') : dayText(household.lastCollectedDay)}
          </dd>
        </div>
        <div>
          <dt>{t('household.community')}</dt>
          <dd>{household.community}</dd>
        </div>
        {vouchers.map((voucher) => (
          <Fragment key={voucher.voucherId}>
            <div>
              <dt>{t('household.voucher')}</dt>
              <dd>{voucher.batch}</dd>
            </div>
            <div data-testid="basket-voucher">
              <dt>{t('household.serial')}</dt>
              <dd className="figure">{voucher.serial}</dd>
            </div>
            <div>
              <dt>{t('household.validTo')}</dt>
              <dd className="figure">{dayText(voucher.validTo)}</dd>
            </div>
          </Fragment>
        ))}
      </dl>
    </section>
  );
};

const FigureRow = ({ basket, onConfirm }: { readonly basket: Basket; readonly onConfirm: () => void }) => {
  const { t } = useTranslation('counter');
  const { vouchers } = basket;
  const balanceFen = balanceOf(vouchers);
  const { usedFen, leftFen } = figuresOf(basket);
  const over = leftFen < 0;
  const partly = vouchers.some((voucher) => voucher.balanceFen !== voucher.faceFen);
  const lapse =
    over || usedFen === 0
      ? ''
      : leftFen > 0
        ? t('figures.lapses', { left: money(leftFen) })
        : t('figures.nothingLapses');
  return (
    <div className="counter-figures">
      <dl>
        <div data-testid="figure-face">
          <dt>{t(partly ? 'figures.balance' : 'figures.face')}</dt>
          <dd className="figure">{money(balanceFen)}</dd>
        </div>
        <div data-testid="figure-used">
          <dt>{t('figures.used')}</dt>
          <dd className="figure">{money(usedFen)}</dd>
        </div>
        <div data-testid="figure-left" className={over ? 'over' : ''}>
          <dt>
            {over && <span aria-hidden="true">▲ </span>}
            {t(over ? 'figures.over' : 'figures.left')}
          </dt>
          <dd className="figure">{money(Math.abs(leftFen))}</dd>
        </div>
      </dl>
      <div className="counter-confirm-box">
        <button
          type="button"
          className="counter-confirm"
          data-testid="counter-confirm"
          onMouseDown={(event) => event.preventDefault()}
          onClick={onConfirm}
        >
          <kbd>F9</kbd> {t('keys.confirm')}
        </button>
        <p className="counter-lapse" data-testid="counter-lapse">
          {lapse}
        </p>
      </div>
    </div>
  );
};
