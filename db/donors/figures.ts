// Figures of donors: how often, how much money, what worth of goods, from when to when. Ended gifts are in none; reads only.
import { sql } from 'kysely';
import type { Tx } from '../context.ts';
import { givenDay, standing, within, type Scope } from './whereabouts.ts';

export interface Figures {
  readonly gifts: number;
  readonly cashFen: number;
  /** Worth of the goods that have one; `unpricedLines` says what that leaves out. */
  readonly goodsFen: number;
  readonly unpricedLines: number;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}

export const figuresOf = async (tx: Tx, scope: Scope): Promise<Figures> => {
  const { rows: gifts } = await sql<Omit<Figures, 'goodsFen' | 'unpricedLines'>>`
    SELECT count(*) AS gifts, coalesce(sum(gift.cash_fen), 0) AS "cashFen", min(${givenDay}) AS "firstDay",
      max(${givenDay}) AS "lastDay"
    FROM donation AS gift WHERE ${within(scope)}`.execute(tx);
  const { rows: goods } = await sql<Pick<Figures, 'goodsFen' | 'unpricedLines'>>`
    SELECT coalesce(sum(line.value_fen), 0) AS "goodsFen",
      coalesce(sum(CASE WHEN line.value_fen IS NULL THEN 1 ELSE 0 END), 0) AS "unpricedLines"
    FROM donation AS gift JOIN donation_line AS line ON line.donation_id = gift.id WHERE ${within(scope)}`.execute(
    tx,
  );
  const [money] = gifts;
  const [worth] = goods;
  if (!money || !worth) throw new Error('sums answer one row');
  return { ...money, ...worth };
};

/** Of many donors at once, the worth of their goods; a donor stands for everyone merged into it. Needs `member` (groups.ts). */
export const goodsOfRoots = (rootIds: readonly number[]) => sql<{
  rootId: number;
  goodsFen: number;
  unpricedLines: number;
}>`SELECT member.root_id AS "rootId", coalesce(sum(line.value_fen), 0) AS "goodsFen",
    sum(CASE WHEN line.value_fen IS NULL THEN 1 ELSE 0 END) AS "unpricedLines"
  FROM member JOIN donation AS gift ON gift.donor_id = member.donor_id JOIN donation_line AS line ON line.donation_id = gift.id
  WHERE member.root_id IN (${sql.join(rootIds)}) AND gift.anonymous = 0 AND ${standing}
  GROUP BY member.root_id`;
