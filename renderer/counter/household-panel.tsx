// The household at the right (masked) with its vouchers: what each holds, what this basket takes of it, what lapses, and which may not be
// taken today and why.
import { useTranslation } from 'react-i18next';
import { DeliveryLine } from '../delivery/delivery-line.tsx';
import { day as dayText } from '../i18n/format.ts';
import { wordsOfCode } from '../i18n/words.ts';
import { useLook } from '../ui/look.tsx';
import { accountOf, isFree, type Account } from './account.ts';
import { inUnit } from './points.ts';
import type { Basket, Voucher } from './till.ts';

export const HouseholdPanel = ({ basket }: { readonly basket: Basket }) => {
  const { t } = useTranslation('counter');
  const { household, proxy } = basket;
  const crowded = useCrowded(basket);
  return (
    <section
      className={crowded ? 'counter-household crowded' : 'counter-household'}
      tabIndex={0}
      aria-label={t('household.title')}
      data-testid="counter-household"
    >
      <p className="counter-name">{household.headName}</p>
      <p className="counter-category">
        <b>{household.category}</b> · {t('household.members', { n: household.members })} ·{' '}
        {t('household.tail', { tail: household.idTail })}
      </p>
      <p className="counter-eligible">
        {t('household.eligible')}
        {(basket.entry === 'card' || basket.entry === 'looked-up') && (
          <span data-testid="counter-entry"> · {t(`household.entry.${basket.entry}`)}</span>
        )}
      </p>
      {proxy && (
        <p className="counter-proxy" data-testid="counter-proxy">
          <span aria-hidden="true">● </span>
          {t('proxy.collects', { name: proxy.name, relation: proxy.relation })}
        </p>
      )}
      {basket.delivery && <DeliveryLine delivery={basket.delivery} />}
      <p className="counter-last">
        {household.community} ·{' '}
        {household.lastCollectedDay === null
          ? t('household.never')
          : t('household.lastOn', { day: dayText(household.lastCollectedDay) })}
      </p>
      {isFree(basket) && (
        <p className="counter-free" data-testid="counter-free">
          {t('household.free')}
        </p>
      )}
      <Vouchers basket={basket} crowded={crowded} />
    </section>
  );
};

/** Two and more, or 大字: each takes two lines, so that three are seen whole on a screen of 768 lines. Which batch says F12. */
const useCrowded = ({ vouchers, aside, stopped }: Basket): boolean => {
  const { large } = useLook();
  return large || vouchers.length + aside.length + stopped.length > 1;
};

const Vouchers = ({ basket, crowded }: { readonly basket: Basket; readonly crowded: boolean }) => {
  const { t } = useTranslation('counter');
  const { t: tAny } = useTranslation();
  const account = accountOf(basket);
  return (
    <ul className="counter-vouchers" aria-label={t('household.vouchers')}>
      {basket.vouchers.map((voucher) => (
        <li key={voucher.voucherId} data-testid="basket-voucher">
          <Facts voucher={voucher} crowded={crowded} />
          <span className="counter-voucher-use">{takenOf(t, voucher, basket, account)}</span>
        </li>
      ))}
      {basket.aside.map((voucher) => (
        <li key={voucher.voucherId} className="aside" data-testid="basket-aside">
          <Facts voucher={voucher} crowded={crowded} />
          <span>{t('household.aside')}</span>
        </li>
      ))}
      {basket.stopped.map(({ serial, stop }) => (
        <li key={serial} className="stopped" data-testid="basket-stopped" data-code={stop.code}>
          <b>
            <span aria-hidden="true">▲ </span>
            {serial}
          </b>
          <span>
            {[
              wordsOfCode(tAny, stop.code, stop.params).title,
              ...wordsOfCode(tAny, stop.code, stop.params).detail,
            ]
              .filter((line) => !line.includes(serial))
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
};

const Facts = ({ voucher, crowded }: { readonly voucher: Voucher; readonly crowded: boolean }) => {
  const { t } = useTranslation('counter');
  const { serial, kind, inParts, validTo, batch } = voucher;
  return (
    <>
      <b className="figure">
        {serial} · {kind === 'package' ? t('household.kinds.package') : balanceText(t, voucher)}
      </b>
      <span className="counter-voucher-facts">
        {!crowded && `${batch} · `}
        {!crowded && inParts && `${t('household.inParts')} · `}
        <span className="until">{t('household.to', { day: validTo })}</span>
      </span>
    </>
  );
};

type Words = ReturnType<typeof useTranslation<'counter'>>['t'];
const balanceText = (t: Words, { kind, balanceFen, balancePoints }: Voucher): string =>
  kind === 'points' ? inUnit(t, 'points', balancePoints) : inUnit(t, 'fen', balanceFen);

const takenOf = (t: Words, voucher: Voucher, basket: Basket, { unit, payments }: Account): string => {
  if (voucher.kind === 'package') return t('household.use.package');
  const payment = payments.get(voucher.voucherId);
  if (!payment) return basket.lines.length === 0 ? '' : t('household.use.none');
  const balance = unit === 'points' ? voucher.balancePoints : voucher.balanceFen;
  const stays = balance - payment.used - payment.lapsed;
  return [
    t('household.use.used', { used: inUnit(t, unit, payment.used) }),
    ...(payment.lapsed > 0 ? [t('household.use.lapsed', { lapsed: inUnit(t, unit, payment.lapsed) })] : []),
    ...(stays > 0 ? [t('household.use.stays', { stays: inUnit(t, unit, stays) })] : []),
  ].join(' · ');
};
