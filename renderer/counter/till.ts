// What stands on the counter, as data: the open basket, what covers the screen (done, refused), the last warning. Pure: every
// function answers the next state; nothing here asks the books or decides what may be taken. Money in fen, smallest units.
import type { ActError } from '../../db/contract/act.ts';
import type { Input, Output } from '../../db/contract/index.ts';
import { daysBetween } from '../../db/domain/business-day.ts';
import { multiplyPrice, sumFen } from '../../db/domain/money.ts';

export type Scanned = Output<'counter.scan'>;
export type Voucher = Scanned['vouchers'][number];
export type Goods = Output<'counter.goods'>;
export type Redeemed = Output<'counter.redeem'>;

export interface Line {
  readonly goods: Goods;
  readonly quantity: number;
}
/** Who collects instead of the holder: what the books are told, and what the screen shows (masked). */
export interface ChosenProxy {
  readonly input: NonNullable<Input<'counter.redeem'>['proxy']>;
  readonly name: string;
  readonly relation: string;
  readonly related: boolean;
}
export interface Basket {
  readonly household: Scanned['household'];
  /** In the order they were put down. */
  readonly vouchers: readonly Voucher[];
  /** Open ones that its card brought and that may not be taken today, and why. */
  readonly stopped: Scanned['stopped'];
  /** The scanned codes, to know the same voucher again. */
  readonly codes: readonly string[];
  readonly entry: Scanned['entry'];
  readonly lines: readonly Line[];
  /** Place of the line that F2 and Del mean; the last one touched. */
  readonly selected: number;
  /** Null: the household itself. */
  readonly proxy: ChosenProxy | null;
  /** Made with the basket: however often it is confirmed, it is one redemption. */
  readonly commandId: string;
}
export type Over =
  | { readonly kind: 'done'; readonly redeemed: Redeemed; readonly headName: string }
  | { readonly kind: 'refused'; readonly error: ActError };
/** Said for a moment; what follows from the basket itself stands in `notesOf`. */
export type Warning = 'voucher-first' | 'basket-open' | 'same-voucher' | 'basket-empty';

export interface Till {
  readonly basket: Basket | null;
  readonly over: Over | null;
  readonly warning: Warning | null;
  /** The last redemption at this window, for its slip. */
  readonly last: { readonly redemptionId: number; readonly number: string } | null;
}
export const emptyTill: Till = { basket: null, over: null, warning: null, last: null };

/** A scanned label is a line of its own beside the same goods by barcode: exactly that lot leaves. */
export const lineKey = ({ itemId, lotId }: Goods): string => `${String(itemId)}:${String(lotId ?? '')}`;

/** More of the goods in the basket than there is; a line by barcode shares what there is with the labels of the same goods. */
export const isTooMany = ({ lines }: Basket, { goods, quantity }: Line): boolean => {
  const shared =
    goods.lotId === null
      ? lines
          .filter((line) => line.goods.itemId === goods.itemId)
          .reduce((sum, line) => sum + line.quantity, 0)
      : quantity;
  return shared > goods.available;
};

/** Value of a line at list price; null: not priced, counts 0. */
export const amountOf = ({ goods, quantity }: Line): number | null =>
  goods.priceFen === null ? null : multiplyPrice(goods.priceFen, quantity, goods.unitScale);

/** Together, of the vouchers that pay for chosen goods; a package stands for its own. */
export const balanceOf = (vouchers: readonly Voucher[]): number =>
  sumFen(vouchers.filter(({ kind }) => kind === 'value').map(({ balanceFen }) => balanceFen));

/** What the books must know to say what this basket may take. */
export const askedFor = ({ household, vouchers }: Pick<Basket, 'household' | 'vouchers'>) => ({
  householdId: household.householdId,
  voucherIds: vouchers.map(({ voucherId }) => voucherId),
});

export interface Figures {
  readonly usedFen: number;
  /** Negative when the basket is over the voucher. */
  readonly leftFen: number;
}
export const figuresOf = ({ vouchers, lines }: Basket): Figures => {
  const usedFen = sumFen(lines.map((line) => amountOf(line) ?? 0));
  return { usedFen, leftFen: balanceOf(vouchers) - usedFen };
};

export type Note =
  | { readonly kind: 'over-face'; readonly overFen: number }
  | { readonly kind: 'too-many'; readonly goods: Goods }
  | { readonly kind: 'near-expiry'; readonly goods: readonly Goods[] }
  | { readonly kind: 'review-overdue' };

/** Last day near: within `alarmDays` from `day`. */
export const nearExpiry = (goods: Goods, day: string, alarmDays: number): boolean =>
  goods.firstExpiryDay !== null && daysBetween(day, goods.firstExpiryDay) <= alarmDays;

/** What the amber band says while the basket stays usable, the gravest first. */
export const notesOf = (basket: Basket, day: string, alarmDays: number): readonly Note[] => {
  const { leftFen } = figuresOf(basket);
  const notes: Note[] = [];
  if (leftFen < 0) notes.push({ kind: 'over-face', overFen: -leftFen });
  for (const line of basket.lines)
    if (isTooMany(basket, line)) notes.push({ kind: 'too-many', goods: line.goods });
  if (basket.household.reviewOverdue) notes.push({ kind: 'review-overdue' });
  // One line for all of them: a band for each would push the goods themselves off the screen.
  const near = basket.lines.map(({ goods }) => goods).filter((goods) => nearExpiry(goods, day, alarmDays));
  if (near.length > 0) notes.push({ kind: 'near-expiry', goods: near });
  return notes;
};

const inBasket = (till: Till, change: (basket: Basket) => Basket): Till =>
  till.basket ? { ...till, basket: change(till.basket), warning: null } : till;

export const opened = (till: Till, scanned: Scanned, code: string, commandId: string): Till => ({
  ...till,
  basket: { ...scanned, codes: [code], lines: [], selected: 0, proxy: null, commandId },
  over: null,
  warning: null,
});

/** One more voucher of the same household; one that lies there already is not put down twice. */
export const joined = (till: Till, { vouchers }: Scanned, code: string): Till =>
  inBasket(till, (basket) => ({
    ...basket,
    codes: [...basket.codes, code],
    vouchers: [
      ...basket.vouchers,
      ...vouchers.filter(({ voucherId }) => !basket.vouchers.some((each) => each.voucherId === voucherId)),
    ],
  }));

/** One more scan of goods; the same goods, or the same label, again add to their line. */
export const added = (till: Till, goods: Goods): Till =>
  inBasket(till, (basket) => {
    const at = basket.lines.findIndex((line) => lineKey(line.goods) === lineKey(goods));
    const lines =
      at < 0
        ? [...basket.lines, { goods, quantity: goods.perScan }]
        : basket.lines.map((line, place) =>
            place === at ? { goods, quantity: line.quantity + goods.perScan } : line,
          );
    return { ...basket, lines, selected: at < 0 ? lines.length - 1 : at };
  });

/** `quantity` above 0, in smallest units. */
export const withQuantity = (till: Till, key: string, quantity: number): Till =>
  inBasket(till, (basket) => ({
    ...basket,
    lines: basket.lines.map((line) => (lineKey(line.goods) === key ? { ...line, quantity } : line)),
  }));

export const withoutSelected = (till: Till): Till =>
  inBasket(till, (basket) => {
    const lines = basket.lines.filter((_, place) => place !== basket.selected);
    return { ...basket, lines, selected: Math.max(0, Math.min(basket.selected, lines.length - 1)) };
  });

/** F4: somebody else collects, or after all the household itself. */
export const collectedBy = (till: Till, proxy: ChosenProxy | null): Till =>
  inBasket(till, (basket) => ({ ...basket, proxy }));

export const selectedBy = (till: Till, step: number): Till =>
  inBasket(till, (basket) => ({
    ...basket,
    selected: Math.max(0, Math.min(basket.lines.length - 1, basket.selected + step)),
  }));

/** Esc: the basket is put back, nothing was taken. */
export const cleared = (till: Till): Till => ({ ...till, basket: null, warning: null });

export const warned = (till: Till, warning: Warning): Till => ({ ...till, warning });

/** A voucher that is refused closes a basket that was still empty: nobody shall serve one household under the name of another. */
export const refusedVoucher = (till: Till, error: ActError): Till => ({
  ...till,
  basket: null,
  over: { kind: 'refused', error },
  warning: null,
});

export const refused = (till: Till, error: ActError): Till => ({
  ...till,
  over: { kind: 'refused', error },
  warning: null,
});

/**
 * The redemption did not happen for a reason in words: the next confirmation is a new act. After a fault or bug nobody knows
 * whether it happened; there the id stays, and the books answer what was done.
 */
export const refusedRedemption = (till: Till, error: ActError, freshId: string): Till => {
  const over = refused(till, error);
  return error.kind === 'refusal' ? inBasket(over, (basket) => ({ ...basket, commandId: freshId })) : over;
};

/** Red, and somebody else may say yes: asked with F4. */
export const approvable = ({ basket, over }: Till): boolean =>
  basket?.proxy != null &&
  over?.kind === 'refused' &&
  over.error.kind === 'refusal' &&
  [
    'proxy-over-limit',
    'approval-wrong',
    'approval-same-person',
    'approval-not-permitted',
    'sign-in-blocked',
  ].includes(over.error.code);

export const redeemed = (till: Till, done: Redeemed): Till => ({
  basket: null,
  over: { kind: 'done', redeemed: done, headName: till.basket?.household.headName ?? '' },
  warning: null,
  last: { redemptionId: done.redemptionId, number: done.number },
});

export const dismissed = (till: Till): Till =>
  till.over || till.warning ? { ...till, over: null, warning: null } : till;
