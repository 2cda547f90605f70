// Issues a batch: vouchers with their random codes, numbers and first postings. Called after the receivers are known.
import { randomBytes } from 'node:crypto';
import { compiled } from '../compiled.ts';
import type { Context, Tx } from '../context.ts';
import type { BatchSpec } from '../contract/vouchers.ts';
import { makeTypedCode, TYPED_RANDOM_SYMBOLS } from '../domain/typed-code.ts';
import { TOKEN_BYTES } from '../domain/voucher-code.ts';
import { nextNumbers } from '../numbers.ts';
import type { Receiver } from './receivers.ts';

/** Vouchers entered by one statement; between two the window hears how far it is. */
const atOnce = 250;

/** Writes batch, vouchers and postings; answers the batch's id. */
export const issue = async (
  context: Context,
  spec: BatchSpec,
  vouchers: readonly Receiver[],
  receivers: string,
): Promise<number> => {
  const { tx, now, day, actor } = context;
  const { id: batchId } = await tx
    .insertInto('batch')
    .values({
      name: spec.name,
      festival: spec.festival,
      face_fen: spec.faceFen,
      categories: JSON.stringify(spec.categories),
      highest_only: spec.highestOnly ? 1 : 0,
      valid_from: spec.validFrom,
      valid_to: spec.validTo,
      place: spec.place,
      funding_source: spec.fundingSource,
      receivers,
      approved_by: actor.staffId,
      issued_at: now,
      staff_id: actor.staffId,
      at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { key_id: keyId } = await tx
    .selectFrom('signing_key')
    .select('key_id')
    .where('private_key', 'is not', null)
    .orderBy('key_id', 'desc')
    .executeTakeFirstOrThrow();
  const serials = await nextNumbers(tx, 'voucher', day, vouchers.length);
  for (let from = 0; from < vouchers.length; from += atOnce) {
    const part = vouchers.slice(from, from + atOnce);
    const codes = await freshCodes(tx, part.length);
    await insertVouchers(tx, {
      rows: part.map((receiver, at) => ({
        batch_id: batchId,
        household_id: receiver.householdId,
        serial: at_(serials, from + at),
        token: randomBytes(TOKEN_BYTES),
        typed_code: at_(codes, at),
        key_id: keyId,
        category: receiver.category,
        face_fen: spec.faceFen,
        balance_fen: spec.faceFen,
        valid_from: spec.validFrom,
        valid_to: spec.validTo,
        state: 'issued' as const,
      })),
    });
    await context.progress(from + part.length, vouchers.length);
  }
  await postIssued(context, batchId);
  return batchId;
};

const at_ = (list: readonly string[], at: number): string => {
  const found = list[at];
  if (found === undefined) throw new Error('fewer numbers than vouchers');
  return found;
};

interface NewVoucher {
  readonly batch_id: number;
  readonly household_id: number;
  readonly serial: string;
  readonly token: Uint8Array;
  readonly typed_code: string;
  readonly key_id: number;
  readonly category: string;
  readonly face_fen: number;
  readonly balance_fen: number;
  readonly valid_from: string;
  readonly valid_to: string;
  readonly state: 'issued';
}
const insertVouchers = compiled((tx, { rows }: { rows: readonly NewVoucher[] }) =>
  tx.insertInto('voucher').values(rows).compile(),
);

/**
 * Random typed codes that no voucher has yet. Fifty bits are enough against guessing, but among many vouchers two may
 * once be equal, and that must not spoil a whole issue.
 */
const freshCodes = async (tx: Tx, count: number): Promise<readonly string[]> => {
  const drawn = new Set<string>();
  while (drawn.size < count) {
    while (drawn.size < count) {
      const code = makeTypedCode(randomBytes(TYPED_RANDOM_SYMBOLS));
      if (code !== null) drawn.add(code.slice(0, TYPED_RANDOM_SYMBOLS));
    }
    const taken = await tx
      .selectFrom('voucher')
      .select('typed_code')
      .where('typed_code', 'in', [...drawn])
      .execute();
    for (const { typed_code } of taken) drawn.delete(typed_code);
  }
  return [...drawn];
};

const postIssued = ({ tx, day, now, actor }: Context, batchId: number): Promise<unknown> =>
  tx
    .insertInto('voucher_posting')
    .columns([
      'voucher_id',
      'kind',
      'category',
      'community',
      'pieces',
      'amount_fen',
      'business_day',
      'at',
      'staff_id',
    ])
    .expression((eb) =>
      eb
        .selectFrom('voucher')
        .innerJoin('household', 'household.id', 'voucher.household_id')
        .select((of) => [
          'voucher.id',
          of.val('issued').as('kind'),
          'voucher.category',
          'household.community',
          of.val(1).as('pieces'),
          'voucher.face_fen',
          of.val(day).as('day'),
          of.val(now).as('at'),
          of.val(actor.staffId).as('staff'),
        ])
        .where('voucher.batch_id', '=', batchId)
        .orderBy('voucher.id'),
    )
    .execute();
