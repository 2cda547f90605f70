// The audit log: one row per act in the act's own transaction, each sealed together with the one before it.
// Identifiers and figures only: never a name, an identity number, a password or a voucher code.
import { sql, type Insertable, type Selectable } from 'kysely';
import { compiled } from '../compiled.ts';
import type { Tx } from '../context.ts';
import type { Schema } from '../schema.ts';

export interface AuditEntry {
  readonly at: string;
  readonly businessDay: string;
  readonly staffId: number | null;
  readonly actor: string;
  readonly role: string;
  readonly terminal: string;
  readonly act: string;
  readonly object: string;
  readonly detail: string;
  readonly result: string;
  readonly commandId: string | null;
}

export type AuditHash = (previous: Uint8Array, row: string) => Uint8Array;

const nothingBefore = new Uint8Array(32);

/** The sealed text of a row; its order is part of the format and never changes. */
const sealedText = (seq: number, entry: AuditEntry): string =>
  JSON.stringify([
    seq,
    entry.at,
    entry.businessDay,
    entry.staffId,
    entry.actor,
    entry.role,
    entry.terminal,
    entry.act,
    entry.object,
    entry.detail,
    entry.result,
    entry.commandId,
  ]);

const newest = compiled((tx, _: object) =>
  tx
    .selectFrom('audit')
    .select(['seq', 'hash'])
    .where('seq', '=', (eb) => eb.selectFrom('audit').select((of) => of.fn.max('seq').as('seq')))
    .compile(),
);

const insertRow = compiled((tx, row: Insertable<Schema['audit']>) =>
  tx.insertInto('audit').values(row).compile(),
);

/** Appends one row; call it once per act, last in the transaction. */
export const appendAudit = async (tx: Tx, hash: AuditHash, entry: AuditEntry): Promise<void> => {
  const [last] = (await newest(tx, {})).rows;
  const seq = (last?.seq ?? 0) + 1;
  await insertRow(tx, {
    seq,
    at: entry.at,
    business_day: entry.businessDay,
    staff_id: entry.staffId,
    actor: entry.actor,
    role: entry.role,
    terminal: entry.terminal,
    act: entry.act,
    object: entry.object,
    detail: entry.detail,
    result: entry.result,
    command_id: entry.commandId,
    hash: hash(last?.hash ?? nothingBefore, sealedText(seq, entry)),
  });
};

export interface ChainCheck {
  readonly ok: boolean;
  readonly rows: number;
  /** Sequence and the first characters of the newest seal: short enough for paper. */
  readonly head: string;
  readonly brokenAt: number | null;
}

/** Short form of the newest seal, printed on paper so that a cut tail or an old file shows (reliability.md §7). */
export const chainHead = async (tx: Tx): Promise<string> => {
  const last = await tx
    .selectFrom('audit')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ? shortHead(last.seq, last.hash) : '0';
};

const shortHead = (seq: number, hash: Uint8Array): string =>
  `${seq}-${Buffer.from(hash).toString('hex').slice(0, 12).toUpperCase()}`;

/** Rows looked at in one go: enough to be quick, few enough for an old PC's memory. */
const rowsAtOnce = 1_000;

/** Walks the whole chain from the first row; names the first row that does not fit. */
export const verifyChain = async (
  tx: Tx,
  hash: AuditHash,
  progress: (done: number) => Promise<void>,
): Promise<ChainCheck> => {
  let previous: Uint8Array = nothingBefore;
  let checked = 0;
  for (;;) {
    const rows = await tx
      .selectFrom('audit')
      .selectAll()
      .where('seq', '>', checked)
      .orderBy('seq')
      .limit(rowsAtOnce)
      .execute();
    for (const { hash: found, ...row } of rows) {
      const fits =
        row.seq === checked + 1 &&
        Buffer.from(hash(previous, sealedText(row.seq, entryOf(row)))).equals(found);
      if (!fits) return { ok: false, rows: checked, head: await chainHead(tx), brokenAt: checked + 1 };
      previous = found;
      checked = row.seq;
    }
    if (rows.length < rowsAtOnce)
      return { ok: true, rows: checked, head: await chainHead(tx), brokenAt: null };
    await progress(checked);
  }
};

const entryOf = (row: Omit<Selectable<Schema['audit']>, 'hash'>): AuditEntry => ({
  at: row.at,
  businessDay: row.business_day,
  staffId: row.staff_id,
  actor: row.actor,
  role: row.role,
  terminal: row.terminal,
  act: row.act,
  object: row.object,
  detail: row.detail,
  result: row.result,
  commandId: row.command_id,
});

/** How many rows there are. */
export const auditCount = async (tx: Tx): Promise<number> =>
  (
    await tx
      .selectFrom('audit')
      .select(sql<number>`count(*)`.as('n'))
      .executeTakeFirstOrThrow()
  ).n;
