// What a redemption was, line by line, and what would go back to whom if some of it is taken back. Reads only, by the rules of
// db/counter/reverse.ts themselves; whose act it is to take back is asked there.
import type { Context } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { Refusal } from '../failures.ts';
import { backOf } from './give-back.ts';
import { chosenLines, linesOf, redemptionOf } from './reverse.ts';

type Shown = Output<'counter.redemption'>;

/** Refusals: `not-found`, `redemption-reversed`, `institution-redemption`, `line-reversed`, `reverse-package-whole`. */
export const redemption = async (
  context: Context,
  { redemptionId, back }: ParsedInput<'counter.redemption'>,
): Promise<Shown> => {
  const taken = await redemptionOf(context, redemptionId);
  if (taken.institution_pickup_id !== null) throw new Refusal('institution-redemption');
  const out = await linesOf(context, taken.id);
  const chosen = chosenLines(out, back);
  const whole = chosen.length === out.length;
  const { parts, topUpFen } = await backOf(context, taken, { lines: chosen, whole });
  return {
    number: taken.number,
    day: taken.business_day,
    lines: await allLines(context, taken.id, new Set(out.map(({ line }) => line))),
    chosen: chosen.map(({ line }) => line),
    whole,
    vouchers: await named(context, parts),
    topUpFen,
  };
};

const allLines = async (
  { tx }: Context,
  redemptionId: number,
  out: ReadonlySet<number>,
): Promise<Shown['lines']> => {
  const rows = await tx
    .selectFrom('redemption_line as line')
    .innerJoin('item', 'item.id', 'line.item_id')
    .select(['line.line', 'item.id', 'item.name', 'item.unit', 'item.unit_scale'])
    .select(['line.quantity', 'line.amount_fen', 'line.points'])
    .where('line.redemption_id', '=', redemptionId)
    .orderBy('line.line')
    .execute();
  return rows.map((row) => ({
    line: row.line,
    itemId: row.id,
    itemName: row.name,
    unit: row.unit,
    unitScale: row.unit_scale,
    quantity: row.quantity,
    amountFen: row.amount_fen,
    points: row.points,
    back: !out.has(row.line),
  }));
};

const named = async (
  { tx }: Context,
  parts: Awaited<ReturnType<typeof backOf>>['parts'],
): Promise<Shown['vouchers']> => {
  const shown: Shown['vouchers'] = [];
  for (const { voucherId, usedFen, lapsedFen, usedPoints, lapsedPoints } of parts) {
    const { serial } = await tx
      .selectFrom('voucher')
      .select('serial')
      .where('id', '=', voucherId)
      .executeTakeFirstOrThrow();
    shown.push({ serial, backFen: usedFen, lapsedFen, backPoints: usedPoints, lapsedPoints });
  }
  return shown;
};
