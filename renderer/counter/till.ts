// What stands on the counter, as data: the open basket, what covers the screen (done, refused), the last warning. Pure: every
// function answers the next state; nothing here asks the books or decides what may be taken. Its figures: account.ts, notes.ts.
import { limitRefusals } from '../../db/contract/limit-errors.ts';
import { approvalRefusals } from '../../db/contract/proxy-errors.ts';
import type { ActError, Reason } from '../../db/contract/act.ts';
import type { Input, Output } from '../../db/contract/index.ts';

export type Scanned = Output<'counter.scan'>;
export type Voucher = Scanned['vouchers'][number];
export type Goods = Output<'counter.goods'>;
export type Recalled = Output<'counter.recall'>;
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
export type ChosenDelivery = NonNullable<Input<'counter.redeem'>['delivery']>;
export interface Basket {
  readonly household: Scanned['household'];
  /** In the order they were put down. */
  readonly vouchers: readonly Voucher[];
  /** Could be taken too, and are left out: others than the first do not go with it, or somebody left them out (F12). */
  readonly aside: readonly Voucher[];
  /** Open ones that its card brought and that may not be taken today, and why. */
  readonly stopped: Scanned['stopped'];
  /** The scanned codes, to know the same voucher again. */
  readonly codes: readonly string[];
  readonly entry: Scanned['entry'];
  /** Short-dated goods may leave without a voucher. */
  readonly freeAllowed: boolean;
  /** A basket of the household that waits already (挂单), while this is another one. */
  readonly waiting: Scanned['held'];
  /** The held basket this one was; null: none. */
  readonly heldId: number | null;
  /** Cash put down for what the vouchers do not cover; gone with the next change of the goods. */
  readonly topUp: TopUp | null;
  readonly lines: readonly Line[];
  /** Place of the line that F2 and Del mean; the last one touched. */
  readonly selected: number;
  /** Null: the household itself. */
  readonly proxy: ChosenProxy | null;
  /** 送货上门; null: taken along. */
  readonly delivery: ChosenDelivery | null;
  /** Made with the basket: however often it is confirmed, it is one redemption. */
  readonly commandId: string;
}
export interface TopUp {
  readonly dueFen: number;
  readonly receivedFen: number;
}
export type Over =
  | {
      readonly kind: 'done';
      readonly redeemed: Redeemed;
      readonly headName: string;
      /** Of the cash put down; still in the volunteer's hand. */
      readonly changeFen: number;
    }
  | { readonly kind: 'refused'; readonly error: ActError };
/** Said for a moment; what follows from the basket itself stands in `notesOf` (notes.ts). */
export type Warning = 'voucher-first' | 'basket-open' | 'same-voucher' | 'basket-empty' | 'put-aside';

export interface Till {
  readonly basket: Basket | null;
  readonly over: Over | null;
  readonly warning: Warning | null;
  /** The last redemption at this window, for its slip. */
  readonly last: {
    readonly redemptionId: number;
    readonly number: string;
    /** Goes with a carrier: signed for at the door, not here. */
    readonly delivered: boolean;
  } | null;
}
export const emptyTill: Till = { basket: null, over: null, warning: null, last: null };

/** A scanned label is a line of its own beside the same goods by barcode: exactly that lot leaves. */
export const lineKey = ({ itemId, lotId }: Goods): string => `${String(itemId)}:${String(lotId ?? '')}`;

/** What the books must know to say what this basket may take. */
export const askedFor = ({ household, vouchers }: Pick<Basket, 'household' | 'vouchers'>) => ({
  householdId: household.householdId,
  voucherIds: vouchers.map(({ voucherId }) => voucherId),
});

const inBasket = (till: Till, change: (basket: Basket) => Basket): Till =>
  till.basket ? { ...till, basket: change(till.basket), warning: null } : till;
/** Other goods, other vouchers: what was to be paid in cash is no longer true. */
const anew = (till: Till, change: (basket: Basket) => Basket): Till =>
  inBasket(till, (basket) => ({ ...change(basket), topUp: null }));

/** A package whose goods are not there would stop all the rest. */
const isShort = (voucher: Voucher): boolean =>
  voucher.package.some(({ quantity, available }) => available < quantity);

/** Of all that may be taken, those that go with the first; what does not, and packages that cannot be given, wait beside it (F12). */
const together = (vouchers: readonly Voucher[]): Pick<Basket, 'vouchers' | 'aside'> => {
  const first = vouchers.find((voucher) => !isShort(voucher)) ?? vouchers[0];
  const down = vouchers.filter(
    (voucher) => voucher === first || (voucher.goesWith === first?.goesWith && !isShort(voucher)),
  );
  return { vouchers: down, aside: vouchers.filter((voucher) => !down.includes(voucher)) };
};

const basketOf = ({ held, ...scanned }: Scanned, codes: readonly string[], commandId: string): Basket => ({
  ...scanned,
  ...together(scanned.vouchers),
  codes,
  waiting: held,
  heldId: null,
  topUp: null,
  lines: [],
  selected: 0,
  proxy: null,
  delivery: null,
  commandId,
});

export const opened = (till: Till, scanned: Scanned, code: string, commandId: string): Till => ({
  ...till,
  basket: basketOf(scanned, code === '' ? [] : [code], commandId),
  over: null,
  warning: null,
});

/** A basket that waited, with what was in it; what no longer fits is said on red and the basket stays to be mended. */
export const recalled = (
  till: Till,
  { lines, reasons, proxy, delivery, ...scanned }: Recalled,
  commandId: string,
): Till => ({
  ...till,
  basket: {
    ...basketOf(scanned, [], commandId),
    vouchers: scanned.vouchers,
    aside: [],
    waiting: null,
    heldId: scanned.held?.heldId ?? null,
    lines,
    proxy: proxy && { ...proxy, input: { kind: 'held' } },
    delivery,
  },
  over: reasons.length > 0 ? { kind: 'refused', error: changedMeanwhile(reasons) } : null,
  warning: null,
});
const changedMeanwhile = (reasons: Recalled['reasons']): ActError => ({
  kind: 'refusal',
  code: 'held-changed',
  reasons: reasons as readonly Reason[],
});

/** More vouchers of the same household; one that lies there already is not put down twice. */
export const joined = (till: Till, { vouchers, stopped }: Scanned, code: string): Till =>
  anew(till, (basket) => {
    const { goesWith } = basket.vouchers[0] ?? vouchers[0] ?? { goesWith: '' };
    const known = [...basket.vouchers, ...basket.aside].map(({ voucherId }) => voucherId);
    const fresh = vouchers.filter(({ voucherId }) => !known.includes(voucherId));
    // Scanned by itself: it is meant, also when it was left out before.
    const meant =
      vouchers.length === 1 ? basket.aside.filter((each) => each.voucherId === vouchers[0]?.voucherId) : [];
    return {
      ...basket,
      codes: [...basket.codes, code],
      stopped: stopped.length > 0 ? stopped : basket.stopped,
      vouchers: [...basket.vouchers, ...[...meant, ...fresh].filter((each) => each.goesWith === goesWith)],
      aside: [
        ...basket.aside.filter((each) => !meant.includes(each)),
        ...fresh.filter((each) => each.goesWith !== goesWith),
      ],
    };
  });

/** Opened without a voucher in hand: nothing but the books says whose it is. */
const isOpenedByName = ({ entry }: Pick<Basket, 'entry'>): boolean =>
  entry === 'card' || entry === 'looked-up';
/** Without any voucher, where the shop gives short-dated goods so. */
export const mayBeFree = ({ freeAllowed, entry }: Pick<Basket, 'freeAllowed' | 'entry'>): boolean =>
  freeAllowed && isOpenedByName({ entry });
/** There is something to choose with F12. */
export const hasChoice = (basket: Basket): boolean => {
  const all = basket.vouchers.length + basket.aside.length;
  return all > 1 || basket.aside.length > 0 || (all === 1 && mayBeFree(basket));
};

/** F12: which of the household's vouchers are put down. */
export const puttingDown = (till: Till, voucherIds: readonly number[]): Till =>
  anew(till, (basket) => {
    const all = [...basket.vouchers, ...basket.aside];
    return {
      ...basket,
      vouchers: all.filter(({ voucherId }) => voucherIds.includes(voucherId)),
      aside: all.filter(({ voucherId }) => !voucherIds.includes(voucherId)),
    };
  });

export const toppedUp = (till: Till, topUp: TopUp): Till =>
  inBasket(till, (basket) => ({ ...basket, topUp }));

/** One more scan of goods, or `times` at once; the same goods, or the same label, again add to their line. */
export const added = (till: Till, goods: Goods, times = 1): Till =>
  anew(till, (basket) => {
    const at = basket.lines.findIndex((line) => lineKey(line.goods) === lineKey(goods));
    const lines =
      at < 0
        ? [...basket.lines, { goods, quantity: goods.perScan * times }]
        : basket.lines.map((line, place) =>
            place === at ? { goods, quantity: line.quantity + goods.perScan * times } : line,
          );
    return { ...basket, lines, selected: at < 0 ? lines.length - 1 : at };
  });

/** `quantity` above 0, in smallest units. */
export const withQuantity = (till: Till, key: string, quantity: number): Till =>
  anew(till, (basket) => ({
    ...basket,
    lines: basket.lines.map((line) => (lineKey(line.goods) === key ? { ...line, quantity } : line)),
  }));

export const withoutSelected = (till: Till): Till =>
  anew(till, (basket) => {
    const lines = basket.lines.filter((_, place) => place !== basket.selected);
    return { ...basket, lines, selected: Math.max(0, Math.min(basket.selected, lines.length - 1)) };
  });

/** F4: somebody else collects, or after all the household itself. */
export const collectedBy = (till: Till, proxy: ChosenProxy | null): Till =>
  inBasket(till, (basket) => ({ ...basket, proxy }));

/** F5: the goods go with a carrier, or after all are taken along. */
export const deliveredBy = (till: Till, delivery: ChosenDelivery | null): Till =>
  inBasket(till, (basket) => ({ ...basket, delivery }));

export const selectedBy = (till: Till, step: number): Till =>
  inBasket(till, (basket) => ({
    ...basket,
    selected: Math.max(0, Math.min(basket.lines.length - 1, basket.selected + step)),
  }));

/** Esc: the basket is put back, nothing was taken. */
export const cleared = (till: Till): Till => ({ ...till, basket: null, warning: null });

export const warned = (till: Till, warning: Warning): Till => ({ ...till, warning });

/**
 * A voucher that is refused closes a basket that was still empty: nobody shall serve one household under the name of another. Goods
 * that lie there already stay, and so does whose they are.
 */
export const refusedVoucher = (till: Till, error: ActError): Till => ({
  ...till,
  basket: till.basket && till.basket.lines.length > 0 ? till.basket : null,
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

/** F9 has something to take: goods chosen, or a package that brings its own. */
export const hasGoods = ({ lines, vouchers }: Pick<Basket, 'lines' | 'vouchers'>): boolean =>
  lines.length > 0 || vouchers.some(({ kind }) => kind === 'package');

/** Red, and somebody else may say yes: asked with F4. */
export const approvable = (till: Till): boolean =>
  till.basket !== null &&
  ['proxy-over-limit', ...limitRefusals, ...approvalRefusals].some((code) => code === refusedWith(till));

/** More than a limit allows: whoever says yes must also say why, and again after a wrong password (`saidWhy`). */
export const needsReason = (till: Till, saidWhy: boolean): boolean => {
  const code = refusedWith(till);
  return limitRefusals.some((each) => each === code) || (saidWhy && code !== 'proxy-over-limit');
};

const refusedWith = ({ over }: Till): string | null =>
  over?.kind === 'refused' && over.error.kind === 'refusal' ? over.error.code : null;

const changeOf = (topUp: TopUp | null): number => (topUp ? topUp.receivedFen - topUp.dueFen : 0);

export const redeemed = (till: Till, done: Redeemed): Till => ({
  basket: null,
  over: {
    kind: 'done',
    redeemed: done,
    headName: till.basket?.household.headName ?? '',
    changeFen: changeOf(till.basket?.topUp ?? null),
  },
  warning: null,
  last: {
    redemptionId: done.redemptionId,
    number: done.number,
    delivered: till.basket?.delivery != null,
  },
});

export const dismissed = (till: Till): Till =>
  till.over || till.warning ? { ...till, over: null, warning: null } : till;
