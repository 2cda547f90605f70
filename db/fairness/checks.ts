// Spot checks as they are listed and read: how far each is, what was found where, what was decided. Reads only.
import { sql } from 'kysely';
import { readCategories } from '../categories.ts';
import type { Context, Tx } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { maskName } from '../domain/mask.ts';
import { Refusal } from '../failures.ts';

interface CheckFacts {
  readonly id: number;
  readonly number: string;
  readonly title: string;
  readonly basis_points: number;
  readonly category: string;
  readonly community: string;
  readonly business_day: string;
  readonly population: number;
  readonly drawn: number;
  readonly relatives: number;
  readonly fits: number;
  readonly misfits: number;
  readonly not_seen: number;
  readonly open: number;
  readonly undecided: number;
  readonly seed: string;
  readonly closed_at: string | null;
  readonly drawn_by: string;
  readonly closed_by: string;
}

const lines = (count: string) =>
  sql.raw(
    `(SELECT count(*) FROM spot_check_line AS line WHERE line.spot_check_id = spot_check.id AND ${count})`,
  );
/** Found 不符合 and nobody has decided: the same words in every place that asks. */
const undecided = `line.result = 'misfits' AND NOT EXISTS (SELECT 1 FROM check_decision AS decision
  WHERE decision.spot_check_id = line.spot_check_id AND decision.household_id = line.household_id)`;
const facts = sql`spot_check.*, drawer.name AS drawn_by, coalesce(closer.name, '') AS closed_by,
  ${lines(`line.why = 'relative'`)} AS relatives, ${lines(`line.result = 'fits'`)} AS fits,
  ${lines(`line.result = 'misfits'`)} AS misfits, ${lines(`line.result = 'not-seen'`)} AS not_seen,
  ${lines('line.result IS NULL')} AS open, ${lines(undecided)} AS undecided
  FROM spot_check JOIN staff AS drawer ON drawer.id = spot_check.staff_id LEFT JOIN staff AS closer ON closer.id = spot_check.closed_by`;

export const checkOf = async (tx: Tx, checkId: number): Promise<CheckFacts> => {
  const { rows } = await sql<CheckFacts>`SELECT ${facts} WHERE spot_check.id = ${checkId}`.execute(tx);
  const [check] = rows;
  if (!check) throw new Refusal('not-found');
  return check;
};

const rowOf = (check: CheckFacts, categoryName: (code: string) => string) => ({
  checkId: check.id,
  number: check.number,
  title: check.title,
  basisPoints: check.basis_points,
  category: check.category === '' ? '' : categoryName(check.category),
  community: check.community,
  day: check.business_day,
  population: check.population,
  drawn: check.drawn,
  relatives: check.relatives,
  fits: check.fits,
  misfits: check.misfits,
  notSeen: check.not_seen,
  open: check.open,
  undecided: check.undecided,
  closedAt: check.closed_at,
});

export const listChecks = async (
  { tx, day }: Context,
  { search, openOnly, offset, limit }: ParsedInput<'fairness.checks'>,
): Promise<Output<'fairness.checks'>> => {
  const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const where = sql`WHERE (spot_check.number LIKE ${like} ESCAPE '\\' OR spot_check.title LIKE ${like} ESCAPE '\\')
    AND (${openOnly ? 1 : 0} = 0 OR spot_check.closed_at IS NULL OR EXISTS (SELECT 1 FROM spot_check_line AS line
      WHERE line.spot_check_id = spot_check.id AND ${sql.raw(undecided)}))`;
  const counted = await sql<{ total: number }>`SELECT count(*) AS total FROM spot_check ${where}`.execute(tx);
  const { rows } = await sql<CheckFacts>`
    SELECT ${facts} ${where} ORDER BY spot_check.id DESC LIMIT ${limit} OFFSET ${offset}`.execute(tx);
  const { nameOf } = await readCategories(tx, day);
  return { total: counted.rows[0]?.total ?? 0, rows: rows.map((check) => rowOf(check, nameOf)) };
};

export interface CheckLine {
  readonly position: number;
  readonly household_id: number;
  readonly number: string;
  readonly head_name: string;
  readonly category: string;
  readonly street: string;
  readonly community: string;
  readonly address: string;
  readonly members: number;
  readonly family: number;
  readonly why: 'drawn' | 'relative';
  readonly relative: 0 | 1;
  readonly result: 'fits' | 'misfits' | 'not-seen' | null;
  readonly note: string;
  readonly visited_day: string | null;
  readonly visitors: string;
  readonly staff_id: number | null;
  readonly entered_by: string;
  readonly outcome: 'stays' | 'ends' | null;
  readonly decided_reason: string;
  readonly decided_day: string;
  readonly decided_by: string;
}

export const linesOf = async (tx: Tx, checkId: number): Promise<readonly CheckLine[]> => {
  const { rows } = await sql<CheckLine>`
    SELECT line.position, line.household_id, household.number, household.head_name, household.category, household.street,
      household.community, household.address, household.members, household.family, line.why, line.result, line.note,
      line.visited_day, line.visitors, line.staff_id, coalesce(staff.name, '') AS entered_by,
      EXISTS (SELECT 1 FROM kinship WHERE kinship.household_id = household.id AND kinship.to_day IS NULL) AS relative,
      decision.outcome, coalesce(decision.reason, '') AS decided_reason, coalesce(decision.business_day, '') AS decided_day,
      coalesce(decider.name, '') AS decided_by
    FROM spot_check_line AS line JOIN household ON household.id = line.household_id LEFT JOIN staff ON staff.id = line.staff_id
      LEFT JOIN check_decision AS decision
        ON decision.spot_check_id = line.spot_check_id AND decision.household_id = line.household_id
      LEFT JOIN staff AS decider ON decider.id = decision.staff_id
    WHERE line.spot_check_id = ${checkId} ORDER BY line.position`.execute(tx);
  return rows;
};

export const readCheck = async (
  { tx, day, actor }: Context,
  { checkId }: ParsedInput<'fairness.check'>,
): Promise<Output<'fairness.check'>> => {
  const check = await checkOf(tx, checkId);
  const { nameOf } = await readCategories(tx, day);
  return {
    ...rowOf(check, nameOf),
    seed: check.seed,
    drawnBy: check.drawn_by,
    closedBy: check.closed_by,
    lines: (await linesOf(tx, checkId)).map((line) => ({
      position: line.position,
      householdId: line.household_id,
      number: line.number,
      headName: maskName(line.head_name),
      category: nameOf(line.category),
      community: line.community,
      members: line.members,
      why: line.why,
      relative: line.relative === 1,
      result: line.result,
      note: line.note,
      visitedDay: line.visited_day,
      visitors: line.visitors,
      enteredBy: line.entered_by,
      own: line.staff_id === actor.staffId,
      decision:
        line.outcome === null
          ? null
          : {
              outcome: line.outcome,
              reason: line.decided_reason,
              by: line.decided_by,
              day: line.decided_day,
            },
    })),
  };
};
