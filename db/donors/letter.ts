// 致捐赠人的信: what a donor gave in a period and what became of it, line by line, from the books as they stand.
import { sql, type RawBuilder } from 'kysely';
import type { Context, Tx } from '../context.ts';
import type {
  DonorLetter,
  DonorLetterCash,
  DonorLetterLine,
  DonorLetterModel,
} from '../contract/documents.ts';
import { paperFrame } from '../shop/paper-frame.ts';
import { membersOf, type DonorHead } from './groups.ts';
import { lossesOf } from './losses.ts';
import { becameOf, givenDay, reachedOf, within, type Scope } from './whereabouts.ts';

export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Null when the donor gave nothing openly in the period (or nothing of what `and` leaves in). */
export const letterTo = async (
  tx: Tx,
  donor: DonorHead,
  period: Period,
  and?: RawBuilder<boolean>,
): Promise<DonorLetter | null> => {
  const donors = (await membersOf(tx, donor.id)).map(({ id }) => id);
  const scope: Scope = { donors, period, ...(and && { and }) };
  const lines = await linesOf(tx, scope);
  const cash = await cashOf(tx, scope);
  if (lines.length === 0 && cash.length === 0) return null;
  const { households, lastDay } = (await reachedOf(tx, scope, 'all'))(0);
  return {
    donorName: donor.name,
    donorType: donor.kind,
    lines,
    cash,
    losses: await lossesOf(tx, scope),
    households,
    lastHandedOutOn: lastDay,
  };
};

type LineRow = Omit<DonorLetterLine, 'handedOut' | 'households' | 'inStock' | 'sold' | 'writtenOff'> & {
  readonly id: number;
};

const linesOf = async (tx: Tx, scope: Scope): Promise<readonly DonorLetterLine[]> => {
  const { rows } = await sql<LineRow>`
    SELECT line.id, ${givenDay} AS "givenOn", gift.receipt_number AS "receiptNo", item.name, nullif(item.spec, '') AS spec,
      item.unit, item.unit_scale AS scale, line.quantity AS given, line.value_fen AS "valueFen"
    FROM donation AS gift JOIN donation_line AS line ON line.donation_id = gift.id JOIN item ON item.id = line.item_id
    WHERE ${within(scope)} ORDER BY 2, line.id`.execute(tx);
  if (rows.length === 0) return [];
  const became = await becameOf(tx, scope, 'line');
  const reached = await reachedOf(tx, scope, 'line');
  return rows.map(({ id, ...line }) => {
    const { handedOut, sold, writtenOff, onHand } = became(id);
    const { households } = reached(id);
    return { ...line, handedOut, households, inStock: onHand, sold, writtenOff };
  });
};

const cashOf = async (tx: Tx, scope: Scope): Promise<readonly DonorLetterCash[]> => {
  const { rows } = await sql<DonorLetterCash>`
    SELECT ${givenDay} AS "givenOn", gift.receipt_number AS "receiptNo", gift.cash_fen AS fen,
      nullif(gift.purpose, '') AS designation
    FROM donation AS gift WHERE ${within(scope)} AND gift.cash_fen IS NOT NULL ORDER BY 1, gift.id`.execute(
    tx,
  );
  return rows;
};

export const lettersModel = async (
  context: Context,
  period: Period,
  letters: readonly DonorLetter[],
): Promise<DonorLetterModel> => ({
  kind: 'donor-letter',
  ...(await paperFrame(context)),
  ...period,
  asOf: context.now,
  signedOn: context.day,
  thanks: null,
  letters,
  reprint: 0,
});
