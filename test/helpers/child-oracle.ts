// The common oracle of reliability.md §11: what must be true of the books after anything at all. Looks, never writes.
import { openReadOnly } from '../../db/open.ts';
import type { OpenShop } from './open-shop.ts';

type Row = Readonly<Record<string, unknown>>;

/** Each query answers the rows that break a rule. */
const rules: Readonly<Record<string, string>> = {
  'voucher balance = sum of its postings': `
    SELECT voucher.id FROM voucher LEFT JOIN voucher_posting ON voucher_id = voucher.id GROUP BY voucher.id
    HAVING balance_fen <> coalesce(sum(amount_fen), 0)`,
  'open vouchers count one piece, closed ones none': `
    SELECT voucher.id FROM voucher LEFT JOIN voucher_posting ON voucher_id = voucher.id GROUP BY voucher.id
    HAVING coalesce(sum(pieces), 0) <> (state IN ('issued', 'active', 'partly-used'))`,
  'lot on hand = sum of its postings, never negative': `
    SELECT s.lot_id FROM lot_stock AS s LEFT JOIN stock_posting AS p ON p.lot_id = s.lot_id AND p.place_id = s.place_id
    GROUP BY s.lot_id, s.place_id
    HAVING on_hand <> coalesce(sum(p.quantity), 0) OR on_hand < 0 OR coalesce(on_hand_fen, 0) <> coalesce(sum(p.value_fen), 0)`,
  'a redemption is whole': `
    SELECT id FROM redemption WHERE face_fen <> used_fen + lapsed_fen
      OR NOT EXISTS (SELECT 1 FROM redemption_line WHERE redemption_id = redemption.id)
      OR (SELECT coalesce(sum(quantity), 0) FROM redemption_line WHERE redemption_id = redemption.id) <>
         -(SELECT coalesce(sum(quantity), 0) FROM stock_posting WHERE document = 'redemption' AND document_id = redemption.id)
      OR (SELECT coalesce(sum(amount_fen), 0) FROM voucher_posting WHERE redemption_id = redemption.id) <> -face_fen`,
  'a voucher is redeemed at most once': `
    SELECT voucher_id FROM redemption_voucher AS part JOIN redemption ON redemption.id = redemption_id
    GROUP BY voucher_id HAVING sum(CASE WHEN reverses IS NULL THEN 1 ELSE 0 - whole END) > 1`,
  'a used voucher has its redemption': `
    SELECT id FROM voucher WHERE state = 'used' AND id NOT IN (SELECT voucher_id FROM redemption_voucher)`,
  'as many redemptions as commands': `
    SELECT 1 WHERE (SELECT count(*) FROM redemption WHERE reverses IS NULL) <>
      (SELECT count(*) FROM command WHERE act = 'counter.redeem')`,
  'every command has its audit row': `
    SELECT command.id FROM command LEFT JOIN audit ON command_id = command.id AND audit.result = 'done' GROUP BY command.id
    HAVING count(audit.seq) <> 1`,
  'numbers have no gap': `
    SELECT year FROM number_series WHERE series = 'redemption' AND last <> (SELECT count(*) FROM redemption)`,
  'a household is as many people as stand in it': `
    SELECT household.id FROM household LEFT JOIN person ON household_id = household.id GROUP BY household.id
    HAVING count(person.id) = 0 OR sum(is_head) <> 1`,
  'an issued batch is whole': `
    SELECT batch.id FROM batch LEFT JOIN voucher ON batch_id = batch.id GROUP BY batch.id HAVING count(voucher.id) = 0`,
};

export const look = <T = Row>(
  shop: Pick<OpenShop, 'file' | 'key'>,
  sql: string,
  ...values: unknown[]
): T[] => {
  const file = openReadOnly(shop.file, shop.key);
  try {
    return file.prepare(sql).all(...values) as T[];
  } finally {
    file.close();
  }
};

/** Broken rules in words, with the first rows that break each; empty when the books are sound. */
export const brokenRules = async (shop: OpenShop): Promise<readonly string[]> => {
  const broken = Object.entries(rules).flatMap(([rule, sql]) => {
    const rows = look(shop, sql);
    return rows.length === 0 ? [] : [`${rule}: ${JSON.stringify(rows.slice(0, 3))}`];
  });
  const [check] = look<{ integrity_check: string }>(shop, 'PRAGMA integrity_check(3)');
  if (check?.integrity_check !== 'ok') broken.push(`integrity: ${String(check?.integrity_check)}`);
  if (look(shop, 'PRAGMA foreign_key_check').length > 0) broken.push('references');
  const chain = await shop.call('audit.verify', {}, { as: 'manager' });
  if (!chain.ok) broken.push(`chain broken at ${String(chain.brokenAt)}`);
  return broken;
};

/** One line that changes when anything in any table does. */
export const digest = (shop: Pick<OpenShop, 'file' | 'key'>): string => {
  const tables = look<{ name: string }>(
    shop,
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_stat%' ORDER BY name`,
  );
  return JSON.stringify(tables.map(({ name }) => [name, look(shop, `SELECT * FROM "${name}"`)]));
};
