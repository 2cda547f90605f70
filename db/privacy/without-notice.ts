// Who was not told yet what is kept about them: all households not struck off, looked through in short turns, so that a county's takes
// nothing from the counter.
import { sql } from 'kysely';
import type { Steps, Tx } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { maskName } from '../domain/mask.ts';

type Answer = Output<'privacy.withoutNotice'>;
type Row = Answer['rows'][number];

/** Households of one turn: some ten milliseconds. */
const STEP = 2_000;

interface Looked {
  readonly community: string;
  readonly number: string;
  readonly householdId: number;
}

interface Step {
  readonly looked: readonly Looked[];
  readonly untold: readonly Row[];
}

/** By community and household; all are counted, those of the page are named. */
export const withoutNotice = async (
  steps: Steps,
  { community, offset, limit }: ParsedInput<'privacy.withoutNotice'>,
): Promise<Answer> => {
  const rows: Row[] = [];
  let total = 0;
  let people = 0;
  let last: Looked | null = null;
  for (;;) {
    const after: Looked | null = last;
    const { looked, untold }: Step = await steps.turn(({ tx, day }) => stepAfter(tx, day, community, after));
    for (const row of untold) {
      if (total >= offset && rows.length < limit) rows.push({ ...row, headName: maskName(row.headName) });
      total += 1;
      people += row.withoutNotice;
    }
    last = looked.at(-1) ?? null;
    if (looked.length < STEP) return { total, people, rows };
  }
};

const stepAfter = async (tx: Tx, day: string, community: string, after: Looked | null): Promise<Step> => {
  const { rows: looked } = await sql<Looked>`
    SELECT household.community, household.number, household.id AS householdId FROM household_here AS household
    WHERE ${after ? sql`(household.community, household.number) > (${after.community}, ${after.number})` : sql`true`}
      AND ${community === '' ? sql`true` : sql`household.community = ${community}`}
      AND (household.end_day IS NULL OR household.end_day > ${day}) AND household.merged_into IS NULL
    ORDER BY household.community, household.number LIMIT ${STEP}`.execute(tx);
  const ids = looked.map(({ householdId }) => householdId);
  return { looked, untold: ids.length === 0 ? [] : await untoldOf(tx, day, ids) };
};

/** People who live there and whom nobody told, here or where they lived before. */
const untoldOf = async (tx: Tx, day: string, ids: readonly number[]): Promise<readonly Row[]> => {
  const { rows } = await sql<Row>`
    SELECT household.id AS householdId, household.number, household.head_name AS headName, household.community,
      household.family AS people, count(*) AS withoutNotice
    FROM household JOIN person ON person.household_id = household.id
    WHERE household.id IN (${sql.join([...ids])}) AND (person.left_day IS NULL OR person.left_day > ${day})
      AND NOT EXISTS (SELECT 1 FROM consent WHERE consent.person_id = person.id AND consent.kind = 'notice')
    GROUP BY household.id ORDER BY household.community, household.number`.execute(tx);
  return rows;
};
