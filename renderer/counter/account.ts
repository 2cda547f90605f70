// What the open basket comes to: which voucher pays how much, what lapses, what stays, what is missing; by the rule the books use
// (db/domain/settle.ts). Pure. Money in fen, points as they are, quantities in smallest units.
import { multiplyPrice } from '../../db/domain/money.ts';
import { pointsFor } from '../../db/domain/points.ts';
import { settle, type Payment } from '../../db/domain/settle.ts';
import type { Basket, Line, Voucher } from './till.ts';

export type Currency = 'fen' | 'points';
export interface Account {
  readonly unit: Currency;
  /** Of the vouchers that pay for chosen goods; packages stand for their own. */
  readonly balance: number;
  readonly used: number;
  /** Negative when the basket is over the vouchers. */
  readonly left: number;
  /** By voucher: what it gives and what of it lapses; vouchers that are not needed are missing. */
  readonly payments: ReadonlyMap<number, Payment>;
  readonly lapsed: number;
  /** 分次使用, and vouchers that were not needed. */
  readonly stays: number;
}

export const unitOf = ({ vouchers }: Pick<Basket, 'vouchers'>): Currency =>
  vouchers.some(({ kind }) => kind === 'points') ? 'points' : 'fen';
/** Nothing but short-dated goods, and no voucher. */
export const isFree = ({ vouchers }: Pick<Basket, 'vouchers'>): boolean => vouchers.length === 0;

/** Value of a line at list price; null: not priced, counts 0. */
export const amountOf = ({ goods, quantity }: Line): number | null =>
  goods.priceFen === null ? null : multiplyPrice(goods.priceFen, quantity, goods.unitScale);
const pointsOf = ({ goods, quantity }: Line): number | null =>
  goods.pointsPrice === null ? null : pointsFor(goods.pointsPrice, quantity, goods.unitScale);
export const worthOf = (line: Line, unit: Currency): number | null =>
  unit === 'points' ? pointsOf(line) : amountOf(line);

const balanceOf = ({ kind, balanceFen, balancePoints }: Voucher): number =>
  kind === 'points' ? balancePoints : balanceFen;
const total = (figures: readonly number[]): number => figures.reduce((sum, figure) => sum + figure, 0);

export const accountOf = (basket: Pick<Basket, 'vouchers' | 'lines'>): Account => {
  const unit = unitOf(basket);
  const purses = basket.vouchers.filter(({ kind }) => kind !== 'package');
  const balance = total(purses.map(balanceOf));
  const used = total(basket.lines.map((line) => worthOf(line, unit) ?? 0));
  const { payments } = settle(
    purses.map((voucher) => ({
      id: voucher.voucherId,
      balance: balanceOf(voucher),
      inParts: voucher.inParts,
      validTo: voucher.validTo,
    })),
    used,
  );
  const needed = basket.lines.length === 0 ? [] : payments;
  const lapsed = total(needed.map((payment) => payment.lapsed));
  return {
    unit,
    balance,
    used,
    left: isFree(basket) ? 0 : balance - used,
    payments: new Map(needed.map((payment) => [payment.id, payment])),
    lapsed,
    stays: balance - total(needed.map((payment) => payment.used)) - lapsed,
  };
};

/** Cash that would be due; null where the shop takes none, or no voucher is there to be topped up. */
export const topUpDue = (basket: Basket, allowed: boolean): number | null => {
  const { unit, left } = accountOf(basket);
  const topped = basket.vouchers.some(({ kind }) => kind === 'value');
  return allowed && topped && unit === 'fen' && left < 0 ? -left : null;
};

/** What a package brings: lines nobody chose and nobody changes. */
export interface PackedLine {
  readonly serial: string;
  readonly goods: Voucher['package'][number];
}
export const packedLines = ({ vouchers }: Pick<Basket, 'vouchers'>): readonly PackedLine[] =>
  vouchers.flatMap(({ serial, package: goods }) => goods.map((each) => ({ serial, goods: each })));

const packed = (basket: Pick<Basket, 'vouchers'>, itemId: number): number =>
  total(
    packedLines(basket)
      .filter(({ goods }) => goods.itemId === itemId)
      .map(({ goods }) => goods.quantity),
  );
const chosen = ({ lines }: Pick<Basket, 'lines'>, itemId: number): number =>
  total(lines.filter(({ goods }) => goods.itemId === itemId).map(({ quantity }) => quantity));

/** More of the goods in the basket than there is; a line by barcode shares what there is with the labels and packages of the same goods. */
export const isTooMany = (basket: Basket, { goods, quantity }: Line): boolean => {
  const shared =
    goods.lotId === null ? chosen(basket, goods.itemId) + packed(basket, goods.itemId) : quantity;
  return shared > goods.available;
};
export const isPackShort = (basket: Basket, { goods }: PackedLine): boolean =>
  packed(basket, goods.itemId) + chosen(basket, goods.itemId) > goods.available;
