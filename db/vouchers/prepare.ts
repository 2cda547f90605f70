// Prepares a batch: who receives is read, and every voucher is written as a draft with its random codes, in short turns. It is
// whole at the last of them or not at all. Issues nothing: db/vouchers/approve.ts does.
import { randomBytes } from 'node:crypto';
import { readCategories } from '../categories.ts';
import type { Context, Steps, Tx } from '../context.ts';
import type { BatchSpec } from '../contract/batches.ts';
import { TOKEN_BYTES } from '../domain/voucher-code.ts';
import { Refusal } from '../failures.ts';
import { refuseOwnRelatives } from '../fairness/relatives.ts';
import { bulkInsert } from '../imports/bulk.ts';
import { keyOfYear } from '../keys/yearly.ts';
import { freshCodes } from '../typed-codes.ts';
import { refuseBadBatch } from './batch-rules.ts';
import { enterBatch, sameListAs } from './batch-row.ts';
import { clearHalfDrafts } from './half-drafts.ts';
import { receiversOf, type Grant, type Receivers } from './receivers.ts';

/** Vouchers written before anybody is asked whether a customer waits, and the most of one turn: its commit takes time too. */
const AT_ONCE = 250;
const OF_TURN = 2_500;

export interface Prepared {
  readonly batchId: number;
  readonly receivers: Receivers;
}
export interface Expected {
  readonly expectHouseholds?: number;
  readonly expectReceivers?: string | undefined;
  readonly again: boolean;
}

/**
 * Writes the drafts of a batch nobody sees yet and hands them to `finish`, the last turn, which gives the batch its list. Refusals:
 * those of refuseBadBatch, `batch-nobody`, `batch-changed-since-preview`, `batch-list-twice`, `own-relative`.
 */
export const prepare = async <T>(
  steps: Steps,
  spec: BatchSpec,
  expected: Expected,
  finish: (context: Context, prepared: Prepared) => Promise<T>,
): Promise<T> => {
  const clear = () => clearHalfDrafts((work) => steps.turn(({ tx }) => work(tx)));
  // What a kill in the middle of another one left behind.
  await clear();
  const packageFen = await steps.turn(async (context) =>
    refuseBadBatch(context, spec, await readCategories(context.tx, context.day)),
  );
  const receivers = await receiversOf((work) => steps.turn(work), spec, packageFen);
  const batchId = await steps.turn(async (context) => {
    refuseOthers(receivers, expected);
    if (!expected.again) await refuseTwice(context.tx, spec, receivers.digest);
    await refuseOwnRelatives(
      context,
      receivers.grants.map(({ householdId }) => householdId),
    );
    return enterBatch(context, spec, packageFen);
  });
  try {
    await writeDrafts(steps, batchId, spec, receivers.grants);
    return await steps.finish((context) => finish(context, { batchId, receivers }));
  } catch (error) {
    await clear();
    throw error;
  }
};

/** What the preview showed is what is issued. */
const refuseOthers = (
  { grants, digest }: Receivers,
  { expectHouseholds, expectReceivers }: Expected,
): void => {
  const found = new Set(grants.map(({ householdId }) => householdId)).size;
  const others = expectReceivers !== undefined && expectReceivers !== digest;
  if (others || (expectHouseholds !== undefined && expectHouseholds !== found))
    throw new Refusal('batch-changed-since-preview', {
      ...(expectHouseholds !== undefined && { expected: expectHouseholds }),
      found,
    });
};

const refuseTwice = async (tx: Tx, spec: BatchSpec, receivers: string): Promise<void> => {
  const earlier = await sameListAs(tx, { receivers, batchId: null }, spec);
  if (earlier)
    throw new Refusal('batch-list-twice', {
      name: earlier.name,
      validFromDay: earlier.validFrom,
      validToDay: earlier.validTo,
    });
};

const insertDrafts = bulkInsert('voucher', [
  ...([
    'batch_id',
    'household_id',
    'serial',
    'token',
    'typed_code',
    'key_id',
    'category',
    'ordinal',
  ] as const),
  ...([
    'face_fen',
    'balance_fen',
    'face_points',
    'balance_points',
    'valid_from',
    'valid_to',
    'state',
  ] as const),
]);

interface Draft {
  readonly grant: Grant;
  readonly ordinal: number;
}
const draftsOf = (grants: readonly Grant[]): readonly Draft[] =>
  grants.flatMap((grant) => Array.from({ length: grant.pieces }, (_, at) => ({ grant, ordinal: at + 1 })));

const writeDrafts = async (
  steps: Steps,
  batchId: number,
  spec: BatchSpec,
  grants: readonly Grant[],
): Promise<void> => {
  const drafts = draftsOf(grants);
  for (let done = 0; done < drafts.length;) {
    await steps.turn(async (context) => {
      const { tx } = context;
      const keyId = await keyOfYear(context);
      const from = done;
      do {
        const part = drafts.slice(done, done + AT_ONCE);
        const codes = await freshCodes(tx, part.length);
        await insertDrafts(
          tx,
          part.map(({ grant, ordinal }, at) => [
            ...[batchId, grant.householdId, placeholder(batchId, done + at)],
            ...[randomBytes(TOKEN_BYTES), codes[at] ?? '', keyId, grant.category, ordinal],
            ...[grant.faceFen, grant.faceFen, grant.facePoints, grant.facePoints],
            ...[spec.validFrom, spec.validTo, 'draft'],
          ]),
        );
        done += part.length;
      } while (done < drafts.length && done - from < OF_TURN && (await steps.goesOn()));
    });
    await steps.progress(done, drafts.length);
  }
};

/** Numbers are given at approval, so that a deleted draft leaves no gap; in order, so that the index grows at its end. */
const placeholder = (batchId: number, at: number): string =>
  `draft-${batchId}-${String(at).padStart(7, '0')}`;
