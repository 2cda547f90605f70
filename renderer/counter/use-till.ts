// The counter at work: scans and keys one after another, each answered by the books before the next. Rules stand in the db
// process; here is only the order of things, the sounds, and the slip that follows a redemption without holding anything up.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ActError } from '../../db/contract/act.ts';
import type { Output } from '../../db/contract/index.ts';
import { readTag } from '../../db/domain/goods-tag.ts';
import { classifyScan } from '../../db/domain/voucher-code.ts';
import { readTypedCode } from '../../db/domain/typed-code.ts';
import { actErrorOf, command, newCommandId, read, usePaper } from '../api/index.ts';
import type { Scan } from '../scanner/index.ts';
import { accountOf, isTooMany } from './account.ts';
import type { Approval } from './approval-dialog.tsx';
import { multiplied, type Scanned } from './multiplied.ts';
import { slipOf } from '../shift/slip-paper.ts';
import { play } from './sounds.ts';
import {
  added,
  askedFor,
  cleared,
  collectedBy,
  deliveredBy,
  dismissed,
  emptyTill,
  hasGoods,
  joined,
  redeemed,
  refused,
  refusedRedemption,
  refusedVoucher,
  opened,
  puttingDown,
  recalled,
  toppedUp,
  selectedBy,
  warned,
  withoutSelected,
  lineKey,
  withQuantity,
  type Basket,
  type ChosenDelivery,
  type ChosenProxy,
  type Goods,
  type Till,
  type TopUp,
  type Warning,
} from './till.ts';

/** How long the green screen stays by itself. */
const doneMs = 6000;
/** Calm words appear when an answer takes longer; the books answer in milliseconds unless they are just being restarted. */
const slowMs = 1000;

/** The lock screen says what is to be done; the basket waits under it. */
const sessionGone = (error: ActError): boolean =>
  error.kind === 'refusal' && (error.code === 'session-locked' || error.code === 'not-signed-in');

/** A barcode or the label of a lot: never a voucher, so it is no attempt at one. */
const isGoods = (text: string): boolean => classifyScan(text).kind === 'barcode' || readTag(text) !== null;
/** A code that can only be a voucher. A typed code with a slip in it is one only where goods cannot be meant. */
const isVoucher = (text: string): boolean => {
  if (isGoods(text)) return false;
  const { kind } = classifyScan(text);
  return kind === 'voucher-qr' || (kind === 'voucher-code' && readTypedCode(text).kind === 'ok');
};
/** The basket as it is sent. */
const sentOf = (basket: Basket) => ({
  ...askedFor(basket),
  entry: basket.entry,
  lines: basket.lines.map(({ goods: { itemId, lotId }, quantity }) => ({ itemId, lotId, quantity })),
  proxy: basket.proxy?.input ?? null,
  delivery: basket.delivery,
  topUpFen: basket.topUp?.dueFen ?? 0,
  heldId: basket.heldId,
});
const normal = (text: string): string => classifyScan(text).text;

/**
 * `signs`: the slip waits for the signature that is drawn after the redemption, so that it stands on it. What goes with a carrier is
 * signed for at the door.
 */
export const useTill = (signs: boolean) => {
  const [till, show] = useState(emptyTill);
  const [waiting, setWaiting] = useState(false);
  const current = useRef(till);
  const set = useCallback((change: (till: Till) => Till) => {
    current.current = change(current.current);
    show(current.current);
  }, []);

  const queue = useRef<Promise<unknown>>(Promise.resolve());
  /** What was scanned or pressed first is answered first; a red screen stops what was pressed before it was seen. */
  const inTurn = useCallback(
    (work: () => Promise<void>): void => {
      queue.current = queue.current.then(async () => {
        const slow = setTimeout(() => setWaiting(true), slowMs);
        await work().catch((thrown: unknown) => refuse(set, refused, actErrorOf(thrown)));
        clearTimeout(slow);
        setWaiting(false);
      });
    },
    [set],
  );

  const warn = useCallback(
    (warning: Warning) => {
      set((now) => warned(now, warning));
      play('warn');
    },
    [set],
  );

  const { slip, printSlip } = useSlip();

  const openVoucher = useCallback(
    async (text: string, entry: Scan['entry']): Promise<void> => {
      try {
        const { basket } = current.current;
        // Beside goods already chosen it is one more voucher of the household; beside none, whoever comes is served.
        const beside = basket !== null && basket.lines.length > 0 ? basket.household.householdId : null;
        const voucherIds = basket ? askedFor(basket).voucherIds : [];
        const scanned = await read('counter.scan', {
          code: text.slice(0, 200),
          entry,
          householdId: beside,
          voucherIds,
        });
        const same = basket?.household.householdId === scanned.household.householdId;
        set((now) =>
          same ? joined(now, scanned, normal(text)) : opened(now, scanned, normal(text), newCommandId()),
        );
        if (scanned.household.reviewOverdue || scanned.held || scanned.stopped.length > 0) play('warn');
      } catch (thrown) {
        refuse(set, refusedVoucher, actErrorOf(thrown));
      }
    },
    [set],
  );

  const put = useCallback(
    (goods: Goods, times = 1) => {
      set((now) => added(now, goods, times));
      const { basket } = current.current;
      const line = basket?.lines.find((each) => lineKey(each.goods) === lineKey(goods));
      if (basket && line && (isTooMany(basket, line) || accountOf(basket).left < 0)) play('warn');
    },
    [set],
  );

  const scan = useCallback(
    (scanned: Scanned): void =>
      inTurn(async () => {
        set(dismissed);
        const { text, times } = multiplied(scanned);
        const { basket } = current.current;
        if (!basket) {
          if (isGoods(text)) warn('voucher-first');
          else await openVoucher(text, scanned.entry);
        } else if (isVoucher(text)) {
          if (basket.codes.includes(normal(text))) warn('same-voucher');
          else await openVoucher(text, scanned.entry);
        } else {
          put(await read('counter.goods', { ...askedFor(basket), code: text.slice(0, 200) }), times);
        }
      }),
    [inTurn, openVoucher, put, set, warn],
  );

  const confirm = useCallback(
    (approval: Approval | null = null, reason: string | null = null): void =>
      inTurn(async () => {
        const { basket, over } = current.current;
        if (!basket || over) return;
        if (!hasGoods(basket)) {
          warn('basket-empty');
          return;
        }
        try {
          const done = await command(
            'counter.redeem',
            { ...sentOf(basket), approval, overrides: reason === null ? null : { reason } },
            { commandId: basket.commandId },
          );
          set((now) => redeemed(now, done));
          play('done');
          if (!signs || basket.delivery !== null) printSlip(done.redemptionId);
        } catch (thrown) {
          refuse(set, (now, error) => refusedRedemption(now, error, newCommandId()), actErrorOf(thrown));
        }
      }),
    [inTurn, printSlip, set, signs, warn],
  );

  /** F6: put aside. The basket leaves the screen only when the books have it. */
  const hold = useCallback(
    (): void =>
      inTurn(async () => {
        const { basket, over } = current.current;
        if (!basket || over) return;
        // Cash is counted anew when it is taken up.
        const { topUpFen: _, ...sent } = sentOf(basket);
        await command('counter.hold', sent, { commandId: newCommandId() });
        set((now) => warned(cleared(now), 'put-aside'));
      }),
    [inTurn, set],
  );
  /** F7: taken up again, and everything in it looked at anew. */
  const recall = useCallback(
    (heldId: number): void =>
      inTurn(async () => {
        set(dismissed);
        const answer = await read('counter.recall', { heldId });
        set((now) => recalled(now, answer, newCommandId()));
        if (answer.reasons.length > 0) play('refused');
      }),
    [inTurn, set],
  );

  const over = till.over;
  useEffect(() => {
    if (over?.kind !== 'done') return;
    const timer = setTimeout(() => set(dismissed), doneMs);
    return () => clearTimeout(timer);
  }, [over, set]);

  return {
    till,
    waiting,
    slip,
    printSlip,
    scan,
    put,
    confirm,
    hold,
    recall,
    warn,
    openForgotten: useCallback(
      (answer: Output<'counter.openForgotten'>) => set((now) => opened(now, answer, '', newCommandId())),
      [set],
    ),
    putDown: useCallback((ids: readonly number[]) => set((now) => puttingDown(now, ids)), [set]),
    topUp: useCallback((topUp: TopUp) => set((now) => toppedUp(now, topUp)), [set]),
    setProxy: useCallback((proxy: ChosenProxy | null) => set((now) => collectedBy(now, proxy)), [set]),
    setDelivery: useCallback(
      (delivery: ChosenDelivery | null) => set((now) => deliveredBy(now, delivery)),
      [set],
    ),
    dismiss: useCallback(() => set(dismissed), [set]),
    clear: useCallback(() => set(cleared), [set]),
    remove: useCallback(() => set(withoutSelected), [set]),
    select: useCallback((step: number) => set((now) => selectedBy(now, step)), [set]),
    setQuantity: useCallback(
      (key: string, quantity: number) => set((now) => withQuantity(now, key, quantity)),
      [set],
    ),
  };
};
export type TillAtWork = ReturnType<typeof useTill>;

type Setter = (change: (till: Till) => Till) => void;
const refuse = (set: Setter, how: (till: Till, error: ActError) => Till, error: ActError): void => {
  if (sessionGone(error)) return;
  set((now) => how(now, error));
  play('refused');
};

/** Slips are printed one after another beside the work at the counter; a printer that hangs delays slips, never a voucher. */
const useSlip = () => {
  const slip = usePaper('counter.printSlip');
  const { print } = slip;
  const printing = useRef<Promise<unknown>>(Promise.resolve());
  const printSlip = useCallback(
    (redemptionId: number): void => {
      printing.current = printing.current.then(() => print(slipOf(redemptionId)));
    },
    [print],
  );
  return { slip, printSlip };
};
