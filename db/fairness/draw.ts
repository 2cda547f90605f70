// 抽样 (scenario 20): eligible households of the scope today, ordered by a hash of the stored seed and the household's number, so that the
// same seed and the same roster give the same list on every PC and after every restart. Relatives of staff are always in, beyond it.
import { createHash, randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { Context, Tx } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { drawSample, sampleSize, type Sample, type SampleCandidate } from '../domain/sample.ts';
import { Refusal } from '../failures.ts';
import { chunksOf } from '../imports/bulk.ts';
import { nextNumber } from '../numbers.ts';

interface Scope {
  readonly category: string;
  readonly community: string;
}

const onFile = sql<
  0 | 1
>`EXISTS (SELECT 1 FROM kinship WHERE kinship.household_id = household.id AND kinship.to_day IS NULL)`;

/** Eligible today: struck off or in grace is not, and neither is what an import has not finished. */
const eligibleIn = (tx: Tx, day: string, { category, community }: Scope) => {
  let found = tx
    .selectFrom('household_here as household')
    .where((eb) => eb.or([eb('start_day', 'is', null), eb('start_day', '<=', day)]))
    .where((eb) => eb.or([eb('end_day', 'is', null), eb('end_day', '>', day)]))
    .where('merged_into', 'is', null);
  if (category !== '') found = found.where('category', '=', category);
  if (community !== '') found = found.where('community', '=', community);
  return found;
};

/** What orders the draw: anyone with the seed and the roster can compute it again with any program that knows SHA-256. */
export const orderHash = (seed: string, number: string): string =>
  createHash('sha256').update(`${seed}\n${number}`).digest('hex');

const sampleOf = async (
  { tx, day }: Context,
  scope: Scope,
  basisPoints: number,
  seed: string,
): Promise<Sample & { readonly population: number }> => {
  const households = await eligibleIn(tx, day, scope)
    .select(['household.id', 'household.number', onFile.as('relative')])
    .execute();
  const candidates = households.map(({ id, number, relative }): SampleCandidate => ({
    key: id,
    orderHash: orderHash(seed, number),
    relative: relative === 1,
  }));
  return { ...drawSample(candidates, basisPoints), population: households.length };
};

/** Only counts: what the draw would take is not known before it is drawn. */
export const sampleSizeOf = async (
  { tx, day }: Context,
  { basisPoints, ...scope }: ParsedInput<'fairness.sampleSize'>,
): Promise<Output<'fairness.sampleSize'>> => {
  const { population, relatives } = await eligibleIn(tx, day, scope)
    .select(({ fn }) => [
      fn.countAll<number>().as('population'),
      sql<number>`coalesce(sum(${onFile}), 0)`.as('relatives'),
    ])
    .executeTakeFirstOrThrow();
  return {
    population,
    drawn: Math.min(sampleSize(population, basisPoints), population - relatives),
    relatives,
  };
};

/** Refusal: `check-nobody`. */
export const draw = async (
  context: Context,
  { title, basisPoints, category, community, seed: given }: ParsedInput<'fairness.draw'>,
): Promise<Output<'fairness.draw'>> => {
  const { tx, now, day, actor } = context;
  const seed = given === '' ? String(randomInt(2 ** 47)) : given;
  const sample = await sampleOf(context, { category, community }, basisPoints, seed);
  if (sample.population === 0) throw new Refusal('check-nobody');
  const number = await nextNumber(tx, 'spot-check', day);
  const { id: checkId } = await tx
    .insertInto('spot_check')
    .values({
      number,
      title,
      basis_points: basisPoints,
      category,
      community,
      seed,
      population: sample.population,
      drawn: sample.drawn.length,
      business_day: day,
      closed_at: null,
      closed_by: null,
      staff_id: actor.staffId,
      at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertLines(tx, checkId, sample);
  context.note(`check:${checkId}`, {
    population: sample.population,
    drawn: sample.drawn.length,
    relatives: sample.relatives.length,
  });
  return { checkId, number, drawn: sample.drawn.length, relatives: sample.relatives.length };
};

const insertLines = async (tx: Tx, checkId: number, { drawn, relatives }: Sample): Promise<void> => {
  const lines = [
    ...drawn.map((householdId) => ({ householdId, why: 'drawn' as const })),
    ...relatives.map((householdId) => ({ householdId, why: 'relative' as const })),
  ].map(({ householdId, why }, at) => ({
    spot_check_id: checkId,
    position: at + 1,
    household_id: householdId,
    why,
    result: null,
    visited_day: null,
    staff_id: null,
    at: null,
  }));
  for (const part of chunksOf(lines)) await tx.insertInto('spot_check_line').values(part).execute();
};
