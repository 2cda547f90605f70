// What an issue batch must say before anybody is looked up.
import type { Categories } from '../categories.ts';
import type { Context, Tx } from '../context.ts';
import type { Reason } from '../contract/act.ts';
import type { BatchSpec } from '../contract/batches.ts';
import { isDay } from '../domain/business-day.ts';
import { refuseAll } from '../failures.ts';
import { packageWorth } from './package-worth.ts';

/**
 * Throws everything that is wrong at once (batchSpecRefusals in db/contract/batch-errors.ts, and days that do not exist). Answers
 * what the package is worth; null where there is none.
 */
export const refuseBadBatch = async (
  { tx, day }: Pick<Context, 'tx' | 'day'>,
  spec: BatchSpec,
  categories: Categories,
): Promise<number | null> => {
  const worth = spec.packageId === null ? null : await packageWorth(tx, spec.packageId);
  refuseAll([
    ...validity(spec, day),
    ...spec.categories
      .filter((code) => !categories.get(code))
      .map((category): Reason => wrong('batch-category-none', 'categories', { category })),
    ...(await unknownCommunities(tx, spec.communities)),
    ...(spec.kind === 'package' ? packageFaults(spec, worth) : faceFaults(spec)),
    ...(spec.basis === 'size' ? sizeFaults(spec) : []),
  ]);
  return worth?.worthFen ?? null;
};

const wrong = (code: Reason['code'], field: string, params?: Reason['params']): Reason => ({
  code,
  field: `spec.${field}`,
  ...(params && { params }),
});

const validity = (spec: BatchSpec, day: string): readonly Reason[] => {
  const { validFrom, validTo } = spec;
  const reasons = (['validFrom', 'validTo'] as const)
    .filter((field) => !isDay(spec[field]))
    .map((field) => wrong('input-invalid', field));
  if (validTo < validFrom)
    reasons.push(
      wrong('batch-validity-reversed', 'validTo', { validFromDay: validFrom, validToDay: validTo }),
    );
  if (validTo < day) reasons.push(wrong('batch-over', 'validTo', { validToDay: validTo }));
  return reasons;
};

const unknownCommunities = async (tx: Tx, names: readonly string[]): Promise<readonly Reason[]> => {
  if (names.length === 0) return [];
  const rows = await tx
    .selectFrom('household_here')
    .select('community')
    .distinct()
    .where('community', 'in', names)
    .execute();
  const known = new Set(rows.map(({ community }) => community));
  return names
    .filter((community) => !known.has(community))
    .map((community) => wrong('batch-community-none', 'communities', { community }));
};

const packageFaults = (
  spec: BatchSpec,
  worth: Awaited<ReturnType<typeof packageWorth>>,
): readonly Reason[] => {
  const reasons: Reason[] = [];
  if (spec.faceFen > 0 || spec.facePoints > 0 || spec.sizeFaces.length > 0)
    reasons.push(wrong('batch-kind-mixed', 'faceFen'));
  if (spec.basis === 'size') reasons.push(wrong('batch-package-by-size', 'basis'));
  if (spec.inParts) reasons.push(wrong('batch-package-in-parts', 'inParts'));
  if (!worth) reasons.push(wrong('batch-package-missing', 'packageId'));
  else if (worth.worthFen === null)
    reasons.push(wrong('batch-package-unpriced', 'packageId', { items: worth.unpriced.join('、') }));
  return reasons;
};

const faceFaults = (spec: BatchSpec): readonly Reason[] => {
  const [own, other] =
    spec.kind === 'value' ? (['faceFen', 'facePoints'] as const) : (['facePoints', 'faceFen'] as const);
  const reasons: Reason[] = [];
  const bySize = spec.basis === 'size';
  if (spec.packageId !== null || spec[other] > 0 || (bySize ? spec[own] > 0 : spec.sizeFaces.length > 0))
    reasons.push(wrong('batch-kind-mixed', own));
  if (!bySize && spec[own] === 0) reasons.push(wrong('batch-face-missing', own));
  return reasons;
};

const sizeFaults = ({ kind, highestOnly, sizeFaces }: BatchSpec): readonly Reason[] => {
  if (kind === 'package') return [];
  const reasons: Reason[] = [];
  if (!highestOnly) reasons.push(wrong('batch-size-one-each', 'highestOnly'));
  const [first] = sizeFaces;
  if (!first) return [...reasons, wrong('batch-sizes-missing', 'sizeFaces')];
  if (first.members !== 1)
    reasons.push(wrong('batch-sizes-from-one', 'sizeFaces', { members: first.members }));
  const falls = sizeFaces.findIndex((line, at) => {
    const before = sizeFaces[at - 1];
    return before !== undefined && (line.members <= before.members || line.face < before.face);
  });
  if (falls > 0) reasons.push(wrong('batch-sizes-not-rising', 'sizeFaces', { line: falls + 1 }));
  return reasons;
};
