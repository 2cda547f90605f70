// Figures of the home screen: what happened today and what needs attention.
import { sql } from 'kysely';
import { addDays } from '../domain/business-day.ts';
import type { Context } from '../context.ts';
import type { Output } from '../contract/index.ts';
import { readShop } from './shop.ts';

const endingSoonDays = 7;
/** No category alarms earlier (db/contract/goods.ts): what the index of expiry days is asked for. */
const longestAlarm = 3_650;
const somethingLeft = sql`EXISTS (SELECT 1 FROM lot_stock AS stock WHERE stock.lot_id = lot.id AND stock.on_hand > 0)`;

export const today = async ({ tx, day }: Context): Promise<Output<'shop.today'>> => {
  const { settings } = await readShop(tx);
  const { rows } = await sql<Omit<Output<'shop.today'>, 'businessDay'>>`
    SELECT
      (SELECT coalesce(sum(CASE WHEN reverses IS NULL THEN 1 ELSE 0 - whole END), 0) FROM redemption
         WHERE business_day = ${day} AND institution_pickup_id IS NULL) AS redemptions,
      (SELECT coalesce(sum(face_fen), 0) FROM redemption WHERE business_day = ${day}) AS faceFen,
      (SELECT coalesce(sum(goods_fen), 0) FROM redemption WHERE business_day = ${day}) AS goodsFen,
      (SELECT count(*) FROM voucher WHERE state IN ('issued', 'active', 'partly-used')) AS vouchersOpen,
      (SELECT coalesce(sum(balance_fen), 0) FROM voucher WHERE state IN ('issued', 'active', 'partly-used')) AS vouchersOpenFen,
      (SELECT count(*) FROM voucher WHERE state IN ('issued', 'active', 'partly-used')
         AND valid_to BETWEEN ${day} AND ${addDays(day, endingSoonDays)}) AS vouchersEndingSoon,
      (SELECT count(*) FROM lot WHERE expiry_day < ${day} AND ${somethingLeft}) AS lotsExpired,
      (SELECT count(*) FROM lot JOIN item ON item.id = lot.item_id LEFT JOIN goods_category AS rule ON rule.name = item.category
         WHERE lot.expiry_day BETWEEN ${day} AND ${addDays(day, longestAlarm)}
         AND lot.expiry_day <= date(${day}, coalesce(rule.alarm_days, ${settings.expiryAlarmDays}) || ' days')
         AND ${somethingLeft}) AS lotsEndingSoon,
      (SELECT count(*) FROM lot WHERE held_reason IS NOT NULL AND ${somethingLeft}) AS lotsHeld,
      (SELECT count(*) FROM loss WHERE state = 'proposed') AS lossesWaiting,
      (SELECT count(*) FROM stocktake WHERE state = 'counted') AS stocktakesWaiting,
      (SELECT count(*) FROM household WHERE next_review_day < ${day} AND (end_day IS NULL OR end_day >= ${day})) AS reviewsOverdue,
      (SELECT count(*) FROM spot_check_line AS line WHERE line.result = 'misfits' AND NOT EXISTS (SELECT 1 FROM check_decision
         WHERE check_decision.spot_check_id = line.spot_check_id AND check_decision.household_id = line.household_id)) AS misfitsWaiting,
      (SELECT count(*) FROM complaint WHERE id NOT IN (SELECT complaint_id FROM complaint_end)) AS complaintsOpen,
      (SELECT count(*) FROM delivery WHERE state = 'out') AS deliveriesOut,
      (SELECT max(at) FROM backup) AS lastBackupAt`.execute(tx);
  const [figures] = rows;
  if (!figures) throw new Error('no figures');
  return { businessDay: day, ...figures };
};
