// Who saw, printed, took out or posted what about people: read from the audit log, which nobody can change.
import { sql } from 'kysely';
import type { Context, Tx } from '../context.ts';
import type { ActName, Output, ParsedInput } from '../contract/index.ts';
import { roles } from '../contract/permissions.ts';
import { householdOf } from '../people/households.ts';

type Row = Output<'privacy.disclosures'>['rows'][number];
interface Kind {
  readonly kind: Row['kind'];
  readonly whole: boolean;
}

/** Every act that shows or hands out people as they are, or as far as the wall may show them. */
const acts: Partial<Record<ActName, Kind>> = {
  'people.reveal': { kind: 'reveal', whole: true },
  'fairness.reporter': { kind: 'reveal', whole: true },
  'people.printFile': { kind: 'print', whole: false },
  'people.printFullFile': { kind: 'print', whole: true },
  'fairness.printCheck': { kind: 'print', whole: true },
  'vouchers.signOffList': { kind: 'print', whole: true },
  'privacy.exportRoster': { kind: 'export', whole: false },
  'privacy.exportFullRoster': { kind: 'export', whole: true },
  'fairness.exportCheck': { kind: 'export', whole: false },
  'privacy.publicList': { kind: 'public', whole: false },
};

export const disclosures = async (
  { tx }: Context,
  { staffId, household, kind, offset, limit }: ParsedInput<'privacy.disclosures'>,
): Promise<Output<'privacy.disclosures'>> => {
  const names = Object.entries(acts)
    .filter(([, act]) => kind === '' || act.kind === kind)
    .map(([name]) => name);
  const householdId = household === '' ? null : await idOf(tx, household);
  let found = tx.selectFrom('audit').where('act', 'in', names).where('result', 'in', ['done', 'again']);
  if (staffId !== null) found = found.where('staff_id', '=', staffId);
  if (householdId !== null) found = found.where('object', '=', `household:${householdId}`);
  const { total } = await found.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const rows = await found
    .leftJoin('staff', 'staff.id', 'audit.staff_id')
    .select(['seq', 'audit.at', 'audit.actor', 'audit.role', 'act', 'object', 'detail', 'staff.name'])
    .orderBy('seq', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  const people = await tx.selectFrom('staff').select(['id', 'name']).orderBy('id').execute();
  return {
    total,
    staff: people.map(({ id, name }) => ({ staffId: id, name })),
    rows: await Promise.all(rows.map((row) => rowOf(tx, row))),
  };
};

/** No such number: nothing was shown of it. */
const idOf = async (tx: Tx, number: string): Promise<number> =>
  (await tx.selectFrom('household').select('id').where('number', '=', number).executeTakeFirst())?.id ?? 0;

interface Logged {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly role: string;
  readonly act: string;
  readonly object: string;
  readonly detail: string;
  readonly name: string | null;
}

const rowOf = async (tx: Tx, row: Logged): Promise<Row> => {
  const detail = (row.detail === '' ? {} : JSON.parse(row.detail)) as Readonly<Record<string, unknown>>;
  const [object = '', id = ''] = row.object.split(':');
  const householdId = object === 'household' ? Number(id) : null;
  const text = (key: string): string => (typeof detail[key] === 'string' ? detail[key] : '');
  const figure = (key: string): number | null => (typeof detail[key] === 'number' ? detail[key] : null);
  return {
    seq: row.seq,
    at: row.at,
    staff: row.name ?? row.actor,
    role: roles.find((role) => role === row.role) ?? null,
    act: row.act,
    ...(acts[row.act as ActName] ?? { kind: 'print', whole: false }),
    householdId,
    household: householdId === null ? '' : (await householdOf(tx, householdId)).number,
    number: text('number') || text('print'),
    count: figure('households') ?? figure('vouchers'),
    reason: text('reason'),
  };
};
