// The signature of who collected, drawn by mouse, pen or finger right after the redemption: once, and bound to number and goods.
import { createHash } from 'node:crypto';
import type { Context, Tx } from '../context.ts';
import type { DrawnSignature } from '../contract/documents.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { isSigned } from '../domain/signature.ts';
import { Refusal } from '../failures.ts';
import { readShop } from '../shop/shop.ts';
import { redemptionOf } from './reverse.ts';

/**
 * Refusals: `signature-off` where the shop signs on paper, `not-found`, `redemption-reversed`, `signature-late` at another till or on
 * another day, `signature-empty`, `signature-given` (when).
 */
export const sign = async (
  context: Context,
  { redemptionId, strokes, width, height }: ParsedInput<'counter.sign'>,
): Promise<Output<'counter.sign'>> => {
  const { tx, now, day, session } = context;
  context.note(`redemption:${redemptionId}`);
  const { settings } = await readShop(tx);
  if (settings.signatureAtTill !== 'drawn') throw new Refusal('signature-off');
  const taken = await redemptionOf(context, redemptionId);
  if (taken.terminal !== session.terminal || taken.business_day !== day)
    throw new Refusal('signature-late', { number: taken.number, terminal: taken.terminal });
  if (!isSigned(strokes, width)) throw new Refusal('signature-empty');
  const given = await tx
    .selectFrom('signature')
    .select('at as signedAt')
    .where('redemption_id', '=', redemptionId)
    .executeTakeFirst();
  if (given) throw new Refusal('signature-given', { number: taken.number, ...given });
  await tx
    .insertInto('signature')
    .values({
      redemption_id: redemptionId,
      strokes: JSON.stringify(strokes),
      width,
      height,
      seal: await sealOf(tx, redemptionId, taken.number),
      at: now,
    })
    .execute();
  context.note(`redemption:${redemptionId}`, { strokes: strokes.length });
  return {};
};

/** SHA-256 of the number and every line: a signature moved to other goods would not fit. */
const sealOf = async (tx: Tx, redemptionId: number, number: string): Promise<Uint8Array> => {
  const lines = await tx
    .selectFrom('redemption_line')
    .select(['line', 'item_id', 'quantity', 'amount_fen', 'points'])
    .where('redemption_id', '=', redemptionId)
    .orderBy('line')
    .execute();
  const text = JSON.stringify([
    number,
    lines.map((line) => [line.line, line.item_id, line.quantity, line.amount_fen, line.points]),
  ]);
  return createHash('sha256').update(text).digest();
};

/** For the slip: null when it is signed on its line, when it was erased with its file, or when it does not fit these goods. */
export const signatureOf = async (tx: Tx, redemptionId: number): Promise<DrawnSignature | null> => {
  const row = await tx
    .selectFrom('signature')
    .innerJoin('redemption', 'redemption.id', 'signature.redemption_id')
    .select(['strokes', 'width', 'height', 'seal', 'redemption.number'])
    .where('redemption_id', '=', redemptionId)
    .executeTakeFirst();
  if (!row || row.strokes === '[]') return null;
  if (!Buffer.from(await sealOf(tx, redemptionId, row.number)).equals(row.seal)) return null;
  const { width, height } = row;
  return { strokes: JSON.parse(row.strokes) as DrawnSignature['strokes'], width, height };
};
