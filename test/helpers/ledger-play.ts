// What the random days of test/data/ledger.test.ts leave in the books: rules they break, kinds of acts they came to. Looks, never writes.
import { openReadOnly } from '../../db/open.ts';
import type { PointPostingTable } from '../../db/schema/points.ts';
import type { StockKind, VoucherPostingKind } from '../../db/schema.ts';
import type { OpenShop } from './open-shop.ts';

/** Rows that break a rule; none in sound books. */
export const broken = (shop: OpenShop): unknown[] => {
  const file = openReadOnly(shop.file, shop.key);
  try {
    return [
      ...file
        .prepare(
          `SELECT 'lot' AS what, s.lot_id, s.place_id, on_hand, on_hand_fen, sum(quantity) AS pieces, sum(p.value_fen) AS fen
        FROM lot_stock AS s JOIN lot ON lot.id = s.lot_id JOIN stock_posting AS p ON p.lot_id = s.lot_id AND p.place_id = s.place_id
        GROUP BY s.lot_id, s.place_id HAVING pieces <> on_hand OR fen IS NOT on_hand_fen OR on_hand < 0 OR on_hand > received + coalesce(sum(quantity) FILTER (WHERE kind = 'found'), 0) OR (on_hand = 0 AND on_hand_fen <> 0)`,
        )
        .all(),
      ...file
        .prepare(
          `SELECT 'voucher' AS what, v.id, v.state, v.balance_fen, sum(p.pieces) AS open, sum(p.amount_fen) AS fen, sum(p.amount_points) AS points FROM voucher AS v JOIN voucher_posting AS p ON p.voucher_id = v.id
        GROUP BY v.id HAVING fen <> v.balance_fen OR points <> v.balance_points OR open <> (v.state IN ('issued', 'active', 'partly-used')) OR (open = 0 AND v.balance_fen + v.balance_points <> 0)`,
        )
        .all(),
      ...file
        .prepare(
          `SELECT 'redemption' AS what, r.id FROM redemption AS r WHERE face_fen <> used_fen + lapsed_fen
        OR goods_fen <> (SELECT coalesce(sum(amount_fen), 0) FROM redemption_line AS l WHERE l.redemption_id = r.id)
        OR topup_fen <> (SELECT coalesce(sum(amount_fen), 0) FROM cash_posting WHERE document = 'redemption' AND document_id = r.id)
        OR (SELECT coalesce(sum(quantity), 0) FROM redemption_line AS l WHERE l.redemption_id = r.id)
          <> (SELECT -coalesce(sum(quantity), 0) FROM stock_posting WHERE document = 'redemption' AND document_id = r.id)`,
        )
        .all(),
      ...file
        .prepare(
          `SELECT 'over face' AS what, voucher_id, sum(part.used_fen + part.lapsed_fen) AS fen FROM redemption_voucher AS part
        JOIN voucher AS v ON v.id = voucher_id GROUP BY voucher_id HAVING fen NOT BETWEEN 0 AND face_fen OR sum(used_points + lapsed_points) NOT BETWEEN 0 AND face_points`,
        )
        .all(),
      ...file
        .prepare(
          `SELECT 'points' AS what, v.id, v.balance, v.rest, coalesce(sum(p.points), 0) AS folded FROM volunteer AS v
        LEFT JOIN point_posting AS p ON p.volunteer_id = v.id GROUP BY v.id
        HAVING folded <> v.balance OR v.balance < 0 OR coalesce(sum(p.minutes * p.rate), 0) <> v.rest + 60 * coalesce(sum(p.points) FILTER (WHERE kind = 'earned'), 0)`,
        )
        .all(),
      ...file
        .prepare(
          `SELECT 'exchange' AS what, e.id FROM point_exchange AS e
        WHERE points <> (SELECT coalesce(sum(points), 0) FROM point_exchange_line AS l WHERE l.exchange_id = e.id)
          OR points <> (SELECT -coalesce(sum(points), 0) FROM point_posting AS p WHERE p.exchange_id = e.id)
          OR (SELECT coalesce(sum(quantity), 0) FROM point_exchange_line AS l WHERE l.exchange_id = e.id)
            <> (SELECT -coalesce(sum(quantity), 0) FROM stock_posting WHERE document = 'exchange' AND document_id = e.id)`,
        )
        .all(),
      ...file
        .prepare(
          `SELECT 'delivery' AS what, d.id, d.state FROM delivery AS d
        WHERE state <> 'delivered' AND (state = 'back') <> EXISTS (SELECT 1 FROM redemption AS back WHERE back.reverses = d.redemption_id AND back.whole = 1)`,
        )
        .all(),
      ...file
        .prepare(
          `SELECT 'paper twice' AS what, old.id FROM voucher AS old JOIN voucher AS new ON new.replaces = old.id WHERE old.state <> 'replaced' OR old.balance_fen + old.balance_points <> 0
        UNION ALL SELECT 'no new paper', id FROM voucher AS old WHERE state = 'replaced' AND NOT EXISTS (SELECT 1 FROM voucher AS new WHERE new.replaces = old.id)`,
        )
        .all(),
      ...file
        .prepare(
          `SELECT 'money below zero' AS what, * FROM (
          SELECT source, business_day, sum(sum(amount_fen)) OVER (PARTITION BY source ORDER BY business_day) AS fen
          FROM cash_posting GROUP BY source, business_day) WHERE fen < 0`,
        )
        .all(),
      ...file
        .prepare(
          `SELECT 'expired left' AS what, p.id FROM stock_posting AS p JOIN lot ON lot.id = p.lot_id WHERE p.kind = 'issued' AND p.quantity < 0 AND p.business_day > lot.expiry_day`,
        )
        .all(),
    ];
  } finally {
    file.close();
  }
};

/** What the play came to, so that a play without it cannot pass for a proof: ways of the till, and every kind of posting. */
export const reached = (shop: OpenShop): Readonly<Record<string, number>> => {
  const file = openReadOnly(shop.file, shop.key);
  try {
    return file
      .prepare(
        `SELECT (SELECT count(*) FROM (SELECT 1 FROM redemption_voucher GROUP BY redemption_id HAVING count(*) > 1)) AS together,
          (SELECT count(*) FROM redemption WHERE reverses IS NOT NULL AND whole = 0) AS byLine,
          (SELECT count(*) FROM redemption WHERE topup_fen > 0) AS topUps, (SELECT count(*) FROM redemption WHERE used_points > 0) AS points,
          (SELECT count(*) FROM redemption WHERE free_fen > 0) AS free,
          (SELECT count(*) FROM voucher WHERE replaces IS NOT NULL) AS replaced, (SELECT count(*) FROM voucher WHERE state = 'partly-used') AS inParts,
          (SELECT count(*) FROM redemption AS r JOIN redemption AS back ON back.reverses = r.id
            WHERE substr(back.business_day, 1, 7) > substr(r.business_day, 1, 7)) AS nextMonth,
          (SELECT count(*) FROM redemption AS r JOIN redemption AS back ON back.reverses = r.id
            JOIN month_close AS m ON m.month = substr(r.business_day, 1, 7) AND m.at <= back.at) AS afterClose,
          (SELECT count(*) FROM redemption WHERE in_grace = 1) AS inGrace,
          (SELECT count(*) FROM institution_pickup) AS institution,
          (SELECT count(*) FROM delivery WHERE state = 'delivered') AS delivered, (SELECT count(*) FROM delivery WHERE state = 'back') AS deliveryBack,
          (SELECT count(*) FROM point_posting WHERE kind = 'earned' AND reverses IS NOT NULL) AS hoursBack,
          (SELECT count(*) FROM point_exchange WHERE reverses IS NOT NULL) AS exchangeBack,
          (SELECT count(*) FROM voucher JOIN batch ON batch.id = batch_id WHERE kind = 'package' AND state = 'used') AS packages,
          ${voucherPostingKinds.map((kind) => `(SELECT count(*) FROM voucher_posting WHERE kind = '${kind}') AS "voucher ${kind}"`).join()},
          ${stockPostingKinds.map((kind) => `(SELECT count(*) FROM stock_posting WHERE kind = '${kind}') AS "stock ${kind}"`).join()},
          ${pointPostingKinds.map((kind) => `(SELECT count(*) FROM point_posting WHERE kind = '${kind}') AS "points ${kind}"`).join()}`,
      )
      .get() as Record<string, number>;
  } finally {
    file.close();
  }
};

/** By type, so that a new kind of posting must be played here as well or does not compile. */
const every = <K extends string>(kinds: Readonly<Record<K, true>>): readonly string[] => Object.keys(kinds);
const voucherPostingKinds = every<VoucherPostingKind>({
  ...{ issued: true, 'handed-over': true, redeemed: true, lapsed: true },
  ...{ void: true, expired: true, replaced: true, reissued: true },
});
const stockPostingKinds = every<StockKind>({
  ...{ donated: true, purchased: true, issued: true, moved: true },
  ...{ scrapped: true, sold: true, found: true, missing: true },
});
const pointPostingKinds = every<PointPostingTable['kind']>({ earned: true, exchanged: true });
