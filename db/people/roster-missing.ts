// Who is covered in the books and does not stand in a sheet that speaks about people like them: same categories, same communities.
// Found in short turns; told in the preview, turned into exits only when somebody says so.
import type { Steps, Tx } from '../context.ts';
import { placeKey, type Judgement } from './judge-roster.ts';

export interface MissingCover {
  readonly coverId: number;
  readonly personId: number;
  readonly householdId: number;
  /** Number of the household. */
  readonly household: string;
  readonly name: string;
  readonly category: string;
  readonly place: string;
}

/** Covers looked at in one turn. */
const STEP = 2_000;

export const findMissing = async (
  steps: Pick<Steps, 'turn'>,
  { scope, lists }: Pick<Judgement, 'scope' | 'lists'>,
): Promise<readonly MissingCover[]> => {
  const missing: MissingCover[] = [];
  let last = 0;
  for (;;) {
    const covers = await steps.turn(({ tx, day }) => openCovers(tx, day, last));
    for (const { id_number: idNumber, street, community, ...cover } of covers) {
      const inScope =
        scope.categories.has(cover.category) && scope.places.has(placeKey({ street, community }));
      // Who has no identity number cannot be recognised in a sheet of identity numbers.
      if (inScope && idNumber !== null && !lists(idNumber))
        missing.push({ ...cover, place: `${street}${community}` });
    }
    const end = covers.at(-1)?.coverId;
    if (end === undefined || covers.length < STEP) return missing;
    last = end;
  }
};

const openCovers = (tx: Tx, day: string, after: number) =>
  tx
    .selectFrom('cover')
    .innerJoin('person', 'person.id', 'cover.person_id')
    .innerJoin('household', 'household.id', 'cover.household_id')
    .select(['cover.id as coverId', 'person.id as personId', 'person.name', 'person.id_number'])
    .select(['household.id as householdId', 'household.number as household'])
    .select(['cover.category', 'cover.street', 'cover.community'])
    .where('cover.id', '>', after)
    .where((eb) => eb.or([eb('cover.to_day', 'is', null), eb('cover.to_day', '>', day)]))
    .orderBy('cover.id')
    .limit(STEP)
    .execute();
