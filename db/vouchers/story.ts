// What happened to one voucher, in order of time, from every place where it left a trace: its ledger, what was printed, and what was
// refused. For its page and for the papers of a dispute. Reads only; numbers of people never stand in it.
import { sql } from 'kysely';
import type { Tx } from '../context.ts';
import type { Output } from '../contract/index.ts';

export type StoryEvent = Output<'vouchers.read'>['events'][number]['what'];
export interface Told {
  readonly at: string;
  readonly what: StoryEvent;
  readonly by: string | null;
  readonly terminal: string | null;
  readonly number: string | null;
  readonly fen: number;
  readonly points: number;
  /** Reason as written, or the code of a refusal. */
  readonly note: string;
  readonly redemptionId: number | null;
  readonly auditNo: number | null;
}

export const storyOf = async (
  tx: Tx,
  { id, batch_id }: { readonly id: number; readonly batch_id: number },
): Promise<readonly Told[]> => {
  const ledger = await ledgerOf(tx, id);
  const first = ledger[0]?.at ?? '';
  const ended = ledger.find(({ what }) => what === 'replaced')?.at ?? null;
  const all = [
    ...ledger,
    ...(await printsOf(tx, id, batch_id, { first, ended })),
    ...(await refusalsOf(tx, id)),
  ];
  // Equal instants keep the order in which they stand here: first what was done, then what was printed of it.
  return all.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
};

interface Posted {
  readonly at: string;
  readonly kind: string;
  readonly by: string | null;
  readonly fen: number;
  readonly points: number;
  readonly reason: string;
  readonly taken_back: 0 | 1;
  readonly redemption_id: number | null;
  readonly number: string | null;
  readonly terminal: string | null;
  readonly act_reverses: number | null;
  readonly act_reason: string | null;
}

/** Taken and lapsed in one act are one event; what ended with a reversal is one of its own. */
const ledgerOf = async (tx: Tx, voucherId: number): Promise<readonly Told[]> => {
  const { rows } = await sql<Posted>`
    SELECT post.at, min(post.kind) AS kind, staff.name AS "by", sum(post.amount_fen) AS fen, sum(post.amount_points) AS points,
      max(post.reason) AS reason, max(post.reverses IS NOT NULL) AS taken_back, post.redemption_id, act.number, act.terminal,
      act.reverses AS act_reverses, act.reason AS act_reason
    FROM voucher_posting AS post LEFT JOIN staff ON staff.id = post.staff_id LEFT JOIN redemption AS act ON act.id = post.redemption_id
    WHERE post.voucher_id = ${voucherId}
    GROUP BY CASE WHEN post.kind IN ('redeemed', 'lapsed') THEN 'act' || post.redemption_id ELSE 'post' || post.id END
    ORDER BY min(post.id)`.execute(tx);
  return rows.map((row) => ({
    at: row.at,
    what: whatOf(row),
    by: row.by,
    terminal: row.terminal,
    number: row.number,
    fen: row.fen,
    points: row.points,
    note: row.reason === '' ? (row.act_reason ?? '') : row.reason,
    redemptionId: row.redemption_id,
    auditNo: null,
  }));
};

const whatOf = ({ kind, taken_back, act_reverses }: Posted): StoryEvent => {
  switch (kind) {
    case 'redeemed':
    case 'lapsed':
      return act_reverses === null ? 'redeemed' : 'reversed';
    case 'handed-over':
      return taken_back === 1 ? 'handover-taken-back' : 'handed-over';
    default:
      return kind as StoryEvent;
  }
};

/** Its own paper, and those of its batch while it was on them. */
const printsOf = async (
  tx: Tx,
  voucherId: number,
  batchId: number,
  { first, ended }: { readonly first: string; readonly ended: string | null },
): Promise<readonly Told[]> => {
  const { rows } = await sql<{ at: string; by: string }>`
    SELECT print.at, staff.name AS "by" FROM paper_print AS print JOIN staff ON staff.id = print.staff_id
    WHERE (print.kind = 'voucher' AND print.document_id = ${voucherId}) OR (print.kind = 'voucher-sheet' AND print.document_id = ${batchId}
      AND print.at >= ${first} AND (${ended} IS NULL OR print.at < ${ended}))
    ORDER BY print.id`.execute(tx);
  return rows.map(({ at, by }) => ({ ...plain, at, by, what: 'printed' }));
};

const plain = {
  terminal: null,
  number: null,
  fen: 0,
  points: 0,
  note: '',
  redemptionId: null,
  auditNo: null,
};

/** The index of what the log says about vouchers serves it only where the question is written as it is there. */
const refusalsOf = async (tx: Tx, voucherId: number): Promise<readonly Told[]> => {
  const { rows } = await sql<{ seq: number; at: string; actor: string; terminal: string; result: string }>`
    SELECT seq, at, actor, terminal, result FROM audit
    WHERE object LIKE 'voucher:%' AND object = ${`voucher:${voucherId}`} AND result LIKE 'refused:%' ORDER BY seq`.execute(
    tx,
  );
  return rows.map(({ seq, at, actor, terminal, result }) => ({
    ...plain,
    ...{ at, terminal, by: actor, what: 'refused', note: result.slice('refused:'.length), auditNo: seq },
  }));
};
