// A batch in the books and what it says, and the earlier one with the same list. A batch whose list is empty is still being
// prepared, or was given up: nobody sees it, and db/vouchers/half-drafts.ts takes it away.
import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Context, Tx } from '../context.ts';
import type { BatchSpec } from '../contract/batches.ts';
import { smallestFace, type SizeFace } from '../domain/batch-face.ts';
import { Refusal } from '../failures.ts';
import type { BatchTable } from '../schema/vouchers.ts';

export type BatchRow = Selectable<BatchTable>;

/** Instead of a digest while the vouchers are being written, or taken away. */
export const NO_LIST = '';

/** Refusal: `not-found`, also for a batch that is not whole. */
export const batchById = async (tx: Tx, batchId: number): Promise<BatchRow> => {
  const batch = await tx
    .selectFrom('batch')
    .selectAll()
    .where('id', '=', batchId)
    .where('receivers', '<>', NO_LIST)
    .executeTakeFirst();
  if (!batch) throw new Refusal('not-found');
  return batch;
};

/** Enters a batch that nobody sees yet; answers its id. */
export const enterBatch = async (
  { tx, now, actor }: Context,
  spec: BatchSpec,
  packageFen: number | null,
): Promise<number> => {
  const face = smallestFace(spec, packageFen);
  const { id } = await tx
    .insertInto('batch')
    .values({
      name: spec.name,
      festival: spec.festival,
      kind: spec.kind,
      basis: spec.basis,
      face_fen: face.faceFen,
      face_points: face.facePoints,
      size_faces: JSON.stringify(spec.sizeFaces.map(({ members, face: of }) => [members, of])),
      package_id: spec.packageId,
      categories: JSON.stringify(spec.categories),
      communities: JSON.stringify(spec.communities),
      highest_only: spec.highestOnly ? 1 : 0,
      in_parts: spec.inParts ? 1 : 0,
      valid_from: spec.validFrom,
      valid_to: spec.validTo,
      place: spec.place,
      funding_source: spec.fundingSource,
      stock_class: spec.stockClass,
      receivers: NO_LIST,
      staff_id: actor.staffId,
      at: now,
      approved_by: null,
      issued_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

/** What a batch was prepared with. */
export const specOf = (batch: BatchRow): BatchSpec => {
  const bySize = batch.basis === 'size';
  return {
    name: batch.name,
    festival: batch.festival,
    kind: batch.kind,
    basis: batch.basis,
    faceFen: bySize || batch.kind === 'package' ? 0 : batch.face_fen,
    facePoints: bySize ? 0 : batch.face_points,
    sizeFaces: sizeFacesOf(batch),
    packageId: batch.package_id,
    categories: JSON.parse(batch.categories) as string[],
    communities: JSON.parse(batch.communities) as string[],
    highestOnly: batch.highest_only === 1,
    inParts: batch.in_parts === 1,
    stockClass: batch.stock_class,
    validFrom: batch.valid_from,
    validTo: batch.valid_to,
    place: batch.place,
    fundingSource: batch.funding_source,
  };
};

export const sizeFacesOf = ({ size_faces }: Pick<BatchRow, 'size_faces'>): SizeFace[] =>
  (JSON.parse(size_faces) as [number, number][]).map(([members, face]) => ({ members, face }));

/**
 * The first other batch, draft or issued, that gives the same to the same households (equal digests hold category, pieces and
 * face) in days that overlap; null: none.
 */
export const sameListAs = async (
  tx: Tx,
  list: { readonly receivers: string; readonly batchId: number | null },
  { kind, packageId, validFrom, validTo }: Pick<BatchSpec, 'kind' | 'packageId' | 'validFrom' | 'validTo'>,
) => {
  const found = await tx
    .selectFrom('batch')
    .select(['id', 'name', 'valid_from', 'valid_to', 'issued_at'])
    .where('receivers', '=', list.receivers)
    .where('receivers', '<>', NO_LIST)
    .where('id', '<>', list.batchId ?? 0)
    .where('kind', '=', kind)
    .where(sql<boolean>`package_id IS ${packageId}`)
    .where('valid_from', '<=', validTo)
    .where('valid_to', '>=', validFrom)
    .orderBy('id')
    .executeTakeFirst();
  return found
    ? {
        batchId: found.id,
        name: found.name,
        validFrom: found.valid_from,
        validTo: found.valid_to,
        draft: found.issued_at === null,
      }
    : null;
};
