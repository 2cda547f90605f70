// Why given goods were written off or sold, as the letter to their donor says it. What was taken back is not told; what was missing
// and found again neither. Reads only.
import { sql } from 'kysely';
import type { Tx } from '../context.ts';
import type { DonorLetterLoss } from '../contract/documents.ts';
import type { scrapReasons } from '../contract/losses.ts';
import { within, type Scope } from './whereabouts.ts';

const reasonWords: Readonly<Record<(typeof scrapReasons)[number], string>> = {
  expired: '过期',
  spoiled: '变质',
  damaged: '破损',
  unsafe: '不安全',
  unusable: '无法使用',
  other: '其他',
};
const isCode = (text: string): text is keyof typeof reasonWords => text in reasonWords;

/** '过期(外箱受潮)': the words of the code, and what else was said. What a count says is words already. */
const said = (reason: string, note: string): string => {
  const words = isCode(reason) ? reasonWords[reason] : reason;
  if (note === '') return words;
  return reason === 'other' ? note : `${words}(${note})`;
};

interface Lost {
  readonly lineId: number;
  readonly on: string;
  readonly name: string;
  readonly unit: string;
  readonly scale: number;
  readonly kind: 'scrapped' | 'sold' | 'missing' | 'found';
  readonly reason: string;
  readonly note: string;
  /** Smallest units that left; what was found came back. */
  readonly quantity: number;
}

export const lossesOf = async (tx: Tx, scope: Scope): Promise<readonly DonorLetterLoss[]> => {
  const rows = await movedOf(tx, scope);
  const found = new Map<number, number>();
  for (const { lineId, kind, quantity } of rows)
    if (kind === 'found') found.set(lineId, (found.get(lineId) ?? 0) + quantity);
  return rows.flatMap(({ lineId, kind, quantity, on, name, unit, scale, reason, note }) => {
    if (kind === 'found') return [];
    const back = kind === 'missing' ? Math.min(quantity, found.get(lineId) ?? 0) : 0;
    if (back > 0) found.set(lineId, (found.get(lineId) ?? 0) - back);
    return quantity === back
      ? []
      : [
          {
            on,
            name,
            measure: { quantity: quantity - back, scale, unit },
            how: kind,
            reason: said(reason, note),
          },
        ];
  });
};

/** One row a paper and line of a gift. */
const movedOf = async (tx: Tx, scope: Scope): Promise<readonly Lost[]> => {
  const { rows } = await sql<Lost>`
    SELECT line.id AS "lineId", min(posting.business_day) AS "on", item.name, item.unit, item.unit_scale AS scale, posting.kind,
      abs(sum(posting.quantity)) AS quantity,
      coalesce(loss.reason, max((
        SELECT entry.reason FROM stocktake_line AS counted JOIN stocktake_entry AS entry ON entry.line_id = counted.id
        WHERE posting.document = 'stocktake' AND counted.stocktake_id = posting.document_id
          AND counted.lot_id = posting.lot_id AND entry.reason <> '' ORDER BY entry.id DESC LIMIT 1)), '') AS reason,
      coalesce(loss.reason_note, '') AS note
    FROM donation AS gift JOIN donation_line AS line ON line.donation_id = gift.id
    JOIN item ON item.id = line.item_id JOIN lot ON lot.donation_line_id = line.id
    JOIN stock_posting AS posting ON posting.lot_id = lot.id
    LEFT JOIN loss ON posting.document = 'loss' AND loss.id = posting.document_id
    WHERE ${within(scope)} AND posting.kind IN ('scrapped', 'sold', 'missing', 'found') AND posting.reverses IS NULL
      AND NOT EXISTS (SELECT 1 FROM stock_posting AS back WHERE back.reverses = posting.id)
    GROUP BY line.id, posting.kind, posting.document, posting.document_id
    ORDER BY min(posting.business_day), min(posting.id)`.execute(tx);
  return rows;
};
