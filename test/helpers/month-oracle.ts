// The month's distribution report a second time, added up act by act in plain loops from the rows of the acts: what the report folds from
// postings must come to the same. Looks, never writes.
import type { Output } from '../../db/contract/index.ts';
import type { OpenShop } from './open-shop.ts';
import { rowsOf } from './sheet.ts';

type Report = Output<'reports.distribution'>;
interface Act {
  readonly id: number;
  readonly household_id: number;
  readonly members: number;
  readonly face_fen: number;
  readonly goods_fen: number;
  readonly topup_fen: number;
  readonly free_fen: number;
  readonly used_points: number;
  readonly channel: 'counter' | 'delivery';
  readonly business_day: string;
  readonly at: string;
  readonly reverses: number | null;
  readonly whole: 0 | 1;
  readonly institution_pickup_id: number | null;
  readonly vouchers: number;
}
interface Exchange {
  readonly points: number;
  readonly goods_fen: number;
  readonly business_day: string;
  readonly reverses: number | null;
}

export interface MonthSum {
  readonly total: Partial<Report['total']['month']>;
  readonly institutionTimes: number;
  readonly apart: Partial<Report['apart']['month']>;
}

/** What the acts of a month come to; only what acts alone can say. */
export const monthOfActs = (shop: OpenShop, month: string): MonthSum => {
  const acts = rowsOf(
    shop,
    'SELECT r.*, (SELECT count(*) FROM redemption_voucher AS part WHERE part.redemption_id = r.id) AS vouchers FROM redemption AS r',
  ) as unknown as readonly Act[];
  const byId = new Map(acts.map((act) => [act.id, act]));
  const closes = new Map(
    rowsOf(shop, 'SELECT month, at FROM month_close').map((row) => [String(row['month']), String(row['at'])]),
  );
  const inMonth = (day: string): boolean => day.startsWith(month);
  /** Ruling 11: value goes to the period of the original, once that is closed to that of the taking back. */
  const valueDay = (act: Act): string => {
    const first = act.reverses === null ? act : (byId.get(act.reverses) ?? act);
    const closed = closes.get(first.business_day.slice(0, 7));
    return closed !== undefined && closed <= act.at ? act.business_day : first.business_day;
  };
  const free = (act: Act): boolean => {
    const first = act.reverses === null ? act : (byId.get(act.reverses) ?? act);
    return first.face_fen === 0 && first.used_points === 0 && first.vouchers === 0;
  };
  const sum = { householdTimes: 0, personTimes: 0, goodsFen: 0, redeemedFen: 0 };
  const apart = { freeTimes: 0, freeFen: 0, topUpTimes: 0, topUpFen: 0, deliveries: 0 };
  const pickups = { taken: new Set<number>(), back: new Set<number>() };
  const residents = new Set<string>();
  for (const act of acts) {
    const sign = act.reverses === null ? 1 : -act.whole;
    if (inMonth(valueDay(act))) {
      sum.goodsFen += act.goods_fen;
      sum.redeemedFen += act.face_fen;
      apart.freeFen += act.free_fen;
    }
    if (!inMonth(act.business_day)) continue;
    const pickup = act.institution_pickup_id;
    if (pickup === null) {
      sum.householdTimes += sign;
      sum.personTimes += sign * act.members;
    } else {
      (sign > 0 ? pickups.taken : pickups.back).add(pickup);
      const resident = `${String(pickup)} ${String(act.household_id)} ${String(sign > 0)}`;
      if (!residents.has(resident)) sum.personTimes += sign * act.members;
      residents.add(resident);
    }
    apart.topUpFen += act.topup_fen;
    apart.topUpTimes += Math.sign(act.topup_fen);
    if (act.channel === 'delivery') apart.deliveries += sign;
    if (free(act)) apart.freeTimes += sign;
  }
  return {
    total: sum,
    institutionTimes: pickups.taken.size - pickups.back.size,
    apart: { ...apart, exchanges: exchangesIn(shop, inMonth), replaced: replacedIn(shop, inMonth) },
  };
};

const exchangesIn = (shop: OpenShop, inMonth: (day: string) => boolean) => {
  const sum = { times: 0, points: 0, fen: 0 };
  const exchanges = rowsOf(shop, 'SELECT * FROM point_exchange') as unknown as readonly Exchange[];
  for (const { points, goods_fen, business_day, reverses } of exchanges) {
    if (!inMonth(business_day)) continue;
    sum.times += reverses === null ? 1 : -1;
    sum.points += points;
    sum.fen += goods_fen;
  }
  return sum;
};

const replacedIn = (shop: OpenShop, inMonth: (day: string) => boolean): number =>
  rowsOf(shop, `SELECT business_day FROM voucher_posting WHERE kind = 'reissued'`).filter((row) =>
    inMonth(String(row['business_day'])),
  ).length;
