// Random months of a whole shop, played through acts: gifts, batches of every kind, the till with all its ways, deliveries, an institution,
// volunteers' points, lost papers, vouchers void one by one and in mass, families that leave, the store room, and most of it taken back.
// What the books refuse is part of the play.
import fc from 'fast-check';
import { ActFailed, approval, type OpenShop } from './open-shop.ts';
import { playInstitution } from './institution-play.ts';
import { playPoints } from './points-play.ts';
import { setUpPlay, type Play } from './shop-play-setup.ts';
import { batchKinds } from './shop-play-setup.ts';
import { seedBatch, seedGift } from './seed.ts';
import { rowsOf } from './sheet.ts';
import { storeRoomActs } from './store-room-acts.ts';

const weights = {
  gift: 3,
  shortGift: 3,
  issue: 2,
  handOver: 1,
  redeem: 6,
  deliver: 6,
  delivered: 5,
  returned: 5,
  free: 5,
  reverse: 6,
  institution: 3,
  institutionBack: 3,
  replace: 2,
  void: 1,
  voidOpen: 1,
  leave: 1,
  earn: 5,
  hoursBack: 4,
  exchange: 5,
  exchangeBack: 5,
  purchase: 1,
  transfer: 1,
  scrap: 2,
  count: 1,
  storeBack: 1,
  days: 4,
  close: 6,
} as const;
export type PlayedAct = keyof typeof weights;
export const playedActs = Object.keys(weights) as readonly PlayedAct[];
export interface PlayStep {
  readonly act: PlayedAct;
  /** Choices among whatever there is; each act reads them in its own way. */
  readonly a: number;
  readonly b: number;
  readonly quantity: number;
}
const of = (act: PlayedAct): fc.Arbitrary<PlayStep> =>
  fc.record({
    act: fc.constant(act),
    a: fc.nat(999),
    b: fc.nat(999),
    quantity: fc.integer({ min: 1, max: 6 }),
  });
export const playSteps = fc.array(
  fc.oneof(...playedActs.map((act) => ({ weight: weights[act], arbitrary: of(act) }))),
  { minLength: 25, maxLength: 75, size: 'max' },
);

/** One play; `after` is asked after every act that was carried out. Answers how many of each kind were. */
export const playShop = async (
  shop: OpenShop,
  steps: readonly PlayStep[],
  after: (step: PlayStep) => void | Promise<void>,
): Promise<ReadonlyMap<PlayedAct, number>> => {
  const play = await setUpPlay(shop);
  const acts = {
    ...store(play),
    ...vouchers(play),
    ...till(play),
    ...playInstitution(play),
    ...playPoints(play),
  };
  const done = new Map<PlayedAct, number>();
  for (const step of steps) {
    play.later(0);
    try {
      await acts[step.act](step);
    } catch (error) {
      if (!(error instanceof ActFailed) || error.error.kind !== 'refusal') throw error;
      continue;
    }
    done.set(step.act, (done.get(step.act) ?? 0) + 1);
    await after(step);
  }
  return done;
};

type Acts<A extends PlayedAct> = Readonly<Record<A, (step: PlayStep) => Promise<unknown>>>;

const store = (
  play: Play,
): Acts<
  'gift' | 'shortGift' | 'days' | 'close' | 'purchase' | 'transfer' | 'scrap' | 'count' | 'storeBack'
> => ({
  ...storeRoomActs({
    ...{ shop: play.shop, items: play.items, undos: play.undos, pick: play.pick },
    day: () => play.day(),
  }),
  storeBack: async ({ a }) => {
    const at = a % Math.max(1, play.undos.length);
    await play.undos[at]?.();
    play.undos.splice(at, 1);
  },
  gift: ({ a, b, quantity }) =>
    seedGift(play.shop, {
      itemId: play.pick(play.items, a) ?? 0,
      quantity,
      valueFen: b % 3 === 0 ? null : 100 + b,
      expiryDay: b % 2 === 0 ? play.day(b % 9) : null,
      day: play.day(),
      line: { acceptanceReason: '当天发完' },
    }),
  shortGift: ({ a, quantity }) =>
    seedGift(play.shop, {
      itemId: play.milk,
      quantity: quantity * 3,
      expiryDay: play.day(1 + (a % 9)),
      day: play.day(),
      line: { productionDay: '2025-03-01', acceptanceReason: '当天发完' },
    }),
  days: ({ quantity }) => {
    play.later(2 * quantity);
    return Promise.resolve();
  },
  close: async () => {
    const closed = await play.shop.call('reports.closedMonths', {}, { as: 'manager' });
    const month = closed.length === 0 ? '2026-05' : '2026-06';
    await play.shop.call('reports.closeMonth', { month }, { as: 'manager' });
  },
});

const vouchers = (play: Play): Acts<'issue' | 'handOver' | 'replace' | 'void' | 'voidOpen' | 'leave'> => {
  const { shop, pick } = play;
  const as = 'manager' as const;
  return {
    issue: async ({ a, b }) => {
      const { batchId, vouchers: issued } = await seedBatch(shop, {
        name: `批${play.vouchers.length}`,
        validFrom: play.day(),
        validTo: play.day(a % 20),
        ...pick(batchKinds, b)?.(play.packageId),
      });
      play.batches.push(batchId);
      play.vouchers.push(...issued);
    },
    handOver: async ({ a, b }) => {
      const voucherId = pick(play.vouchers, a)?.id ?? 0;
      const note = { day: play.day(), signedBy: 'holder', note: '' } as const;
      if (b % 3 > 0) await shop.call('vouchers.handOver', { voucherIds: [voucherId], ...note }, { as });
      else await shop.call('vouchers.takeBackHandOver', { voucherId, reason: '登错' }, { as });
    },
    replace: async ({ a }) => {
      const lost = pick(play.vouchers, a);
      const { voucherId } = await shop.call(
        'vouchers.replace',
        { voucherId: lost?.id ?? 0, reason: 'lost', note: '', approval },
        { as },
      );
      // The new paper is used like any other, and may be lost again.
      if (lost) play.vouchers.push({ ...lost, id: voucherId });
    },
    void: ({ a }) =>
      shop.call('vouchers.void', { voucherId: pick(play.vouchers, a)?.id ?? 0, reason: '作废' }, { as }),
    voidOpen: async ({ a }) => {
      const batchId = pick(play.batches, a) ?? 0;
      const { pieces, fen, points } = await shop.call('vouchers.openOfBatch', { batchId }, { as });
      await shop.call(
        'vouchers.voidOpen',
        { batchId, reason: '活动取消', expectPieces: pieces, expectFen: fen, expectPoints: points },
        { as },
      );
    },
    leave: ({ a, b }) =>
      shop.call(
        'eligibility.end',
        {
          householdId: pick(play.households, a) ?? 0,
          day: play.day(),
          reason: '应退',
          ...(b % 2 === 0 ? { openVouchers: 'void' } : { graceMonths: 1 }),
        },
        { as },
      ),
  };
};

const till = (play: Play): Acts<'redeem' | 'deliver' | 'delivered' | 'returned' | 'free' | 'reverse'> => {
  const { shop, pick } = play;
  const redeem = async ({ a, b, quantity }: PlayStep, delivery: boolean): Promise<void> => {
    // Mostly one that is open, sometimes any; and perhaps another of the same household beside it.
    const open = rowsOf(shop, usable).map(({ id }) => Number(id));
    const first = (a % 6 === 0 ? undefined : pick(open, a)) ?? pick(play.vouchers, a)?.id ?? 0;
    const others = rowsOf(
      shop,
      `${usable} AND id <> ${String(first)} AND household_id = ${householdOf(first)}`,
    );
    const beside = b % 2 === 0 ? pick(others, b)?.['id'] : undefined;
    const input = {
      voucherIds: beside === undefined ? [first] : [first, Number(beside)],
      entry: 'scanned',
      lines: [...new Set([a % 4, b % 4])].map((at, line) => ({
        itemId: pick([...play.items, play.milk], at) ?? 0,
        quantity: 1 + ((quantity + line) % 4),
      })),
      delivery: delivery ? { carrier: '李师傅', address: '桂中社区服务站' } : null,
    } as const;
    const take = (topUpFen: number) =>
      shop.call(
        'counter.redeem',
        { ...input, voucherIds: [...input.voucherIds], lines: [...input.lines], topUpFen },
        { as: 'volunteer' },
      );
    const { redemptionId } = await take(0).catch((error: unknown) => {
      // The household adds what its vouchers do not cover.
      const over = b % 3 > 0 && error instanceof ActFailed ? missing(error) : 0;
      if (over === 0) throw error;
      return take(over);
    });
    play.redemptions.push(redemptionId);
  };
  const onTheWay = async () =>
    (await shop.call('delivery.list', { endedDay: play.day() }, { as: 'manager' })).filter(
      ({ state }) => state === 'out',
    );
  return {
    redeem: (step) => redeem(step, false),
    deliver: (step) => redeem(step, true),
    delivered: async ({ a }) =>
      shop.call(
        'delivery.confirm',
        {
          deliveryId: pick(await onTheWay(), a)?.deliveryId ?? 99_999,
          receivedBy: '覃本人',
          relation: '本人',
          day: play.day(),
        },
        { as: 'volunteer' },
      ),
    returned: async ({ a }) =>
      shop.call(
        'delivery.returned',
        { deliveryId: pick(await onTheWay(), a)?.deliveryId ?? 99_999, reason: '家中无人' },
        { as: 'manager' },
      ),
    free: async ({ a, quantity }) => {
      const householdId = pick(play.households, a) ?? 0;
      await shop.call(
        'counter.openForgotten',
        { householdId, reason: '忘带券', approval },
        { as: 'volunteer' },
      );
      const { redemptionId } = await shop.call(
        'counter.redeem',
        {
          householdId,
          voucherIds: [],
          entry: 'looked-up',
          lines: [{ itemId: play.milk, quantity: 1 + (quantity % 2) }],
        },
        { as: 'volunteer' },
      );
      play.redemptions.push(redemptionId);
    },
    reverse: ({ a, b }) =>
      shop.call(
        'counter.reverse',
        {
          redemptionId: pick(play.redemptions, a) ?? 1,
          reason: '撤销',
          lines: b % 2 === 0 ? null : [1 + (b % 3)],
        },
        { as: 'manager' },
      ),
  };
};

const usable = `SELECT id FROM voucher WHERE state IN ('issued', 'active', 'partly-used')`;
const householdOf = (voucherId: number): string =>
  `(SELECT household_id FROM voucher WHERE id = ${String(voucherId)})`;

const missing = ({ error }: ActFailed): number => {
  const reasons = error.kind === 'refusal' ? [error, ...(error.reasons ?? [])] : [];
  const over = reasons.find(({ code }) => code === 'basket-over-face');
  return Number(over?.params?.['overFen'] ?? 0);
};
