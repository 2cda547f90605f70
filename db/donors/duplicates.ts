// Likely doubles among the donors listed: equal name keys, telephones or credit codes. A hint; nothing is merged here.
import { sql } from 'kysely';
import type { Tx } from '../context.ts';
import type { Output } from '../contract/index.ts';
import { givenDay, standing } from './whereabouts.ts';
import { members, shown } from './groups.ts';
import { withGoods } from './list.ts';

type Group = Output<'donors.duplicates'>[number];
interface Found {
  readonly why: Group['why'];
  readonly donors: readonly number[];
}

// A credit code is unique among those not merged, so equal codes stand on one of them and on somebody merged into another.
const candidates = sql`known (root_id, name_key, phone, credit_code) AS (
    SELECT member.root_id, donor.name_key, replace(replace(donor.phone, '-', ''), ' ', ''), donor.credit_code
    FROM member JOIN donor ON donor.id = member.donor_id
    WHERE donor.kind <> 'anonymous' AND ${shown(sql`member.donor_id`)}),
  hint (why, word, root_id) AS (
    SELECT 'credit-code', credit_code, root_id FROM known WHERE credit_code <> ''
    UNION SELECT 'name', name_key, root_id FROM known WHERE name_key <> ''
    UNION SELECT 'phone', phone, root_id FROM known WHERE length(phone) >= 7)`;

/** Pairs and larger groups of different donors; those named already for a stronger reason are not named again. */
export const likelyDoubles = async (tx: Tx): Promise<readonly Found[]> => {
  const { rows } = await sql<{ why: Group['why']; word: string; rootId: number }>`
    WITH RECURSIVE ${members}, ${candidates}
    SELECT why, word, root_id AS "rootId" FROM hint
    WHERE (why, word) IN (SELECT why, word FROM hint GROUP BY why, word HAVING count(*) > 1)
    ORDER BY CASE why WHEN 'credit-code' THEN 0 WHEN 'name' THEN 1 ELSE 2 END, word, root_id`.execute(tx);
  const groups = new Map<string, Found & { readonly donors: number[] }>();
  for (const { why, word, rootId } of rows) {
    const group = groups.get(`${why} ${word}`) ?? { why, donors: [] };
    groups.set(`${why} ${word}`, group);
    group.donors.push(rootId);
  }
  const named = new Map([...groups.values()].reverse().map((group) => [group.donors.join(), group]));
  return [...named.values()].reverse();
};

export const duplicatesOf = async (tx: Tx): Promise<Group[]> => {
  const found = await likelyDoubles(tx);
  const rows = await rowsOf(tx, [...new Set(found.flatMap(({ donors }) => donors))]);
  const byId = new Map(rows.map((row) => [row.donorId, row]));
  return found.map(({ why, donors }) => ({
    why,
    donors: donors.flatMap((id) => byId.get(id) ?? []),
  }));
};

const rowsOf = async (tx: Tx, ids: readonly number[]) => {
  if (ids.length === 0) return [];
  const { rows } = await sql<Omit<Group['donors'][number], 'goodsFen' | 'unpricedLines'>>`
    WITH RECURSIVE ${members}
    SELECT root.id AS "donorId", root.name, root.kind, count(gift.id) AS gifts, coalesce(sum(gift.cash_fen), 0) AS "cashFen",
      min(${givenDay}) AS "firstDay", max(${givenDay}) AS "lastDay"
    FROM member JOIN donor AS root ON root.id = member.root_id
    LEFT JOIN donation AS gift ON gift.donor_id = member.donor_id AND gift.anonymous = 0 AND ${standing}
    WHERE root.id IN (${sql.join(ids)}) GROUP BY root.id`.execute(tx);
  return withGoods(tx, rows);
};
