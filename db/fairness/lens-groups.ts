// The questions of the lens, one a kind. Only households that may still receive count: not struck off, not merged away, not entering.
// Residents of an institution share its telephone and address rightly.
import { sql, type RawBuilder } from 'kysely';
import type { Context } from '../context.ts';
import type { ParsedInput } from '../contract/index.ts';
import { addMonths } from '../domain/business-day.ts';

type Kind = ParsedInput<'fairness.lens'>['kind'];

export interface Group {
  readonly subject: string;
  /** In full; masked by whoever shows it. */
  readonly shared: string;
  readonly is: 'phone' | 'place' | 'name';
  readonly householdIds: readonly number[];
  readonly staff: string;
  readonly staffId: number | null;
  readonly leftDay: string | null;
  readonly collectedDay: string | null;
}
interface Found {
  /** One id, or several joined. */
  readonly ids: string | number;
  readonly shared: string | null;
  readonly staff?: string;
  readonly staff_id?: number;
  readonly left_day?: string;
  readonly collected_day?: string;
}

/** Proxies are looked at as far back as this. */
const proxyMonths = 12;

const here = (
  day: string,
): RawBuilder<boolean> => sql<boolean>`household.institution_id IS NULL AND household.merged_into IS NULL
  AND (household.end_day IS NULL OR household.end_day > ${day})
  AND (household.run_id IS NULL OR household.run_id NOT IN (SELECT id FROM roster_run WHERE published_at IS NULL))`;
const notFiled = sql<boolean>`NOT EXISTS (SELECT 1 FROM kinship WHERE kinship.household_id = household.id
  AND kinship.staff_id = staff.id AND kinship.to_day IS NULL)`;

/** The households of the telephones in a table of keys, by index: one telephone on their own row, or one of several. */
const toldBy = (keys: string) => sql`
  SELECT ${sql.ref(keys)}.*, household.id AS household_id FROM ${sql.ref(keys)}
    CROSS JOIN household ON household.phone_key = ${sql.ref(keys)}.phone_key AND household.phone_key <> ''
  UNION SELECT ${sql.ref(keys)}.*, several.household_id FROM ${sql.ref(keys)}
    CROSS JOIN household_phone AS several ON several.phone_key = ${sql.ref(keys)}.phone_key`;

// First the doubled keys, from the indexes alone; only their few households are read. A number that is one of several in its field is
// asked for apart: those fields are few.
const samePhone = (day: string) => sql<Found>`
  WITH doubled AS MATERIALIZED (
    SELECT phone_key FROM household WHERE phone_key <> '' AND phone_key NOT GLOB '*[ #]*' GROUP BY phone_key HAVING count(*) > 1
    UNION SELECT phone_key FROM household_phone GROUP BY phone_key HAVING count(*) > 1
    UNION SELECT several.phone_key FROM household_phone AS several
      CROSS JOIN household ON household.phone_key = several.phone_key AND household.phone_key <> ''),
  told AS MATERIALIZED (${toldBy('doubled')})
  SELECT group_concat(household.id) AS ids, told.phone_key AS shared
  FROM told CROSS JOIN household ON household.id = told.household_id
  WHERE ${here(day)} GROUP BY told.phone_key HAVING count(*) > 1
  ORDER BY count(*) DESC, min(household.id), told.phone_key`;

const sameAddress = (day: string) => sql<Found>`
  WITH doubled AS MATERIALIZED (
    SELECT address_key FROM door GROUP BY address_key HAVING count(*) > 1)
  SELECT group_concat(household.id) AS ids, max(household.street || household.community) AS shared
  FROM doubled CROSS JOIN door ON door.address_key = doubled.address_key
    CROSS JOIN household ON household.id = door.household_id
  WHERE ${here(day)} GROUP BY household.address_key HAVING count(*) > 1 ORDER BY count(*) DESC, min(household.id)`;

const sameProxy = (day: string) => sql<Found>`
  WITH collector AS MATERIALIZED (
    SELECT document_key, household_id, name, NULL AS redemption_id FROM proxy
      WHERE related = 0 AND document_key <> '' AND to_day >= ${day} AND (ended_day IS NULL OR ended_day > ${day})
    UNION ALL SELECT document_key, household_id, name, redemption_id FROM pickup
      WHERE related = 0 AND document_key <> '' AND business_day >= ${addMonths(day, -proxyMonths)}),
  doubled AS MATERIALIZED (
    SELECT document_key FROM collector GROUP BY document_key HAVING count(DISTINCT household_id) > 1)
  SELECT group_concat(DISTINCT collector.household_id) AS ids, max(collector.name) AS shared
  FROM doubled JOIN collector ON collector.document_key = doubled.document_key
    JOIN household ON household.id = collector.household_id
  WHERE ${here(day)} AND (collector.redemption_id IS NULL
    OR NOT EXISTS (SELECT 1 FROM redemption AS back WHERE back.reverses = collector.redemption_id AND back.whole = 1))
  GROUP BY collector.document_key HAVING count(DISTINCT collector.household_id) > 1
  ORDER BY count(DISTINCT collector.household_id) DESC, min(collector.household_id)`;

/** Every telephone of the staff, a row each. */
const staffNumbers = sql`SELECT staff.id AS staff_id, one.value AS phone_key
    FROM staff CROSS JOIN json_each('["' || replace(staff.phone_key, ' ', '","') || '"]') AS one
    WHERE staff.active = 1 AND staff.phone_key <> ''`;
const staffPhone = (day: string) => sql<Found>`
  WITH own AS MATERIALIZED (${staffNumbers}), told AS MATERIALIZED (${toldBy('own')})
  SELECT group_concat(DISTINCT household.id) AS ids, max(told.phone_key) AS shared, staff.name AS staff, staff.id AS staff_id
  FROM told CROSS JOIN household ON household.id = told.household_id JOIN staff ON staff.id = told.staff_id
  WHERE ${here(day)} AND ${notFiled} GROUP BY staff.id ORDER BY staff.id`;

/** A member of staff may write the city before the street: every ending of the key is looked up, long enough to be a door. */
const shortestDoor = 6;
const staffAddress = (day: string) => sql<Found>`
  WITH RECURSIVE ending (staff_id, key) AS (
    SELECT id, address_key FROM staff WHERE active = 1 AND address_key <> ''
    UNION ALL SELECT staff_id, substr(key, 2) FROM ending WHERE length(key) > ${shortestDoor})
  SELECT group_concat(household.id) AS ids, max(household.street || household.community) AS shared, staff.name AS staff,
    staff.id AS staff_id
  FROM ending CROSS JOIN door ON door.address_key = ending.key CROSS JOIN household ON household.id = door.household_id
    JOIN staff ON staff.id = ending.staff_id
  WHERE ${here(day)} AND ${notFiled} GROUP BY staff.id ORDER BY staff.id`;

const staffProxy = (day: string) => sql<Found>`
  WITH own AS MATERIALIZED (${staffNumbers})
  SELECT group_concat(DISTINCT household.id) AS ids, max(own.phone_key) AS shared, staff.name AS staff, staff.id AS staff_id
  FROM own CROSS JOIN proxy
      ON proxy.phone_key <> '' AND instr(' ' || proxy.phone_key || ' ', ' ' || own.phone_key || ' ') > 0
    JOIN household ON household.id = proxy.household_id JOIN staff ON staff.id = own.staff_id
  WHERE proxy.to_day >= ${day} AND (proxy.ended_day IS NULL OR proxy.ended_day > ${day})
    AND ${here(day)} AND ${notFiled}
  GROUP BY staff.id ORDER BY staff.id`;

/** Everybody of the household has died or left, and goods were taken on or after that day. The plus keeps to the index of who left. */
const afterLeaving = () => sql<Found>`
  WITH emptied AS MATERIALIZED (
    SELECT household_id, max(left_day) AS left_day FROM person WHERE left_day IS NOT NULL GROUP BY +household_id)
  SELECT emptied.household_id AS ids, household.street || household.community AS shared, emptied.left_day,
    (SELECT max(taken.business_day) FROM redemption AS taken WHERE taken.household_id = emptied.household_id
      AND taken.business_day >= emptied.left_day AND taken.reverses IS NULL
      AND NOT EXISTS (SELECT 1 FROM redemption AS back WHERE back.reverses = taken.id AND back.whole = 1)) AS collected_day
  FROM emptied JOIN household ON household.id = emptied.household_id
  WHERE NOT EXISTS (SELECT 1 FROM person WHERE person.household_id = emptied.household_id AND person.left_day IS NULL)
    AND collected_day IS NOT NULL ORDER BY collected_day DESC, emptied.household_id`;

const questions: Readonly<
  Record<Kind, { readonly is: Group['is']; readonly ask: (day: string) => RawBuilder<Found> }>
> = {
  phone: { is: 'phone', ask: samePhone },
  address: { is: 'place', ask: sameAddress },
  proxy: { is: 'name', ask: sameProxy },
  'staff-phone': { is: 'phone', ask: staffPhone },
  'staff-address': { is: 'place', ask: staffAddress },
  'staff-proxy': { is: 'phone', ask: staffProxy },
  'after-leaving': { is: 'place', ask: afterLeaving },
};

export const groupsOf = async ({ tx, day }: Context, kind: Kind): Promise<readonly Group[]> => {
  const { is, ask } = questions[kind];
  const { rows } = await ask(day).execute(tx);
  return eachOnce(rows.map(groupOf(is)));
};

/** Households that share two telephones are one group. */
const eachOnce = (groups: readonly Group[]): readonly Group[] => [
  ...new Map(groups.map((group) => [group.subject, group])).values(),
];

const groupOf =
  (is: Group['is']) =>
  (row: Found): Group => {
    const householdIds = String(row.ids)
      .split(',')
      .map(Number)
      .sort((a, b) => a - b);
    const about = [
      row.staff_id === undefined ? '' : `s${row.staff_id}`,
      row.collected_day ?? '',
      householdIds.join(','),
    ];
    return {
      // Who, whom of the staff and until when: one more household or one more collection is another subject.
      subject: about.filter((part) => part !== '').join(' '),
      shared: row.shared ?? '',
      is,
      householdIds,
      staff: row.staff ?? '',
      staffId: row.staff_id ?? null,
      leftDay: row.left_day ?? null,
      collectedDay: row.collected_day ?? null,
    };
  };
