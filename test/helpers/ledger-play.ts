// What the random days of test/data/ledger.test.ts leave in the books: rules they break, kinds of acts they came to. Looks, never writes.
import { openReadOnly } from '../../db/open.ts';
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
        GROUP BY s.lot_id, s.place_id HAVING pieces <> on_hand OR fen IS NOT on_hand_fen OR on_hand < 0 OR on_hand > received OR (on_hand = 0 AND on_hand_fen <> 0)`,
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
          `SELECT 'expired left' AS what, p.id FROM stock_posting AS p JOIN lot ON lot.id = p.lot_id WHERE p.kind = 'issued' AND p.quantity < 0 AND p.business_day > lot.expiry_day`,
        )
        .all(),
    ];
  } finally {
    file.close();
  }
};

/** What the play came to, so that a play without it cannot pass for a proof. */
export const reached = (shop: OpenShop): Readonly<Record<string, number>> => {
  const file = openReadOnly(shop.file, shop.key);
  try {
    return file
      .prepare(
        `SELECT (SELECT count(*) FROM (SELECT 1 FROM redemption_voucher GROUP BY redemption_id HAVING count(*) > 1)) AS together,
          (SELECT count(*) FROM redemption WHERE reverses IS NOT NULL AND whole = 0) AS byLine,
          (SELECT count(*) FROM redemption WHERE topup_fen > 0) AS topUps, (SELECT count(*) FROM redemption WHERE used_points > 0) AS points,
          (SELECT count(*) FROM voucher WHERE replaces IS NOT NULL) AS replaced, (SELECT count(*) FROM voucher WHERE state = 'partly-used') AS inParts,
          (SELECT count(*) FROM voucher JOIN batch ON batch.id = batch_id WHERE kind = 'package' AND state = 'used') AS packages`,
      )
      .get() as Record<string, number>;
  } finally {
    file.close();
  }
};
