// Donors added and changed by hand: every fault at once, then stored with the keys by which they are found.
import type { Params, Reason } from '../contract/act.ts';
import type { Context, Tx } from '../context.ts';
import type { ParsedInput } from '../contract/index.ts';
import { readCreditCode } from '../domain/credit-code.ts';
import { donorKey } from '../domain/donor-key.ts';
import { readDonorName } from '../donations/donor-name.ts';
import { Refusal, refuseAll } from '../failures.ts';
import { searchColumn } from '../search-columns.ts';

type Facts = ParsedInput<'donors.add'>;

export const addDonor = async (context: Context, facts: Facts): Promise<{ donorId: number }> => {
  const values = await checked(context.tx, facts, null);
  const { id } = await context.tx
    .insertInto('donor')
    .values({ ...values, created_at: context.now })
    .returning('id')
    .executeTakeFirstOrThrow();
  context.note(`donor:${id}`);
  return { donorId: id };
};

/** Refuses `not-found` for 匿名 too: nobody stands behind it. */
export const changeDonor = async (
  context: Context,
  { donorId, ...facts }: ParsedInput<'donors.change'>,
): Promise<Record<string, never>> => {
  const known = await context.tx
    .selectFrom('donor')
    .select(['kind', 'merged_into'])
    .where('id', '=', donorId)
    .executeTakeFirst();
  if (!known || known.kind === 'anonymous') throw new Refusal('not-found');
  const values = await checked(context.tx, facts, { donorId, merged: known.merged_into !== null });
  await context.tx.updateTable('donor').set(values).where('id', '=', donorId).execute();
  context.note(`donor:${donorId}`);
  return {};
};

type Known = { readonly donorId: number; readonly merged: boolean } | null;

/** The row to store. Refuses everything that is wrong with it at once. */
const checked = async (tx: Tx, facts: Facts, known: Known) => {
  const name = nameIn(facts);
  const code = codeIn(facts);
  const reasons = [
    ...name.reasons,
    ...code.reasons,
    ...(await taken(tx, name.name, facts.kind, known)),
    ...(known?.merged === true ? [] : await codeTaken(tx, code.code, known)),
  ];
  refuseAll(reasons);
  return {
    name: name.name,
    search: searchColumn(name.name),
    name_key: donorKey(name.name, facts.kind),
    kind: facts.kind,
    credit_code: code.code,
    contact: facts.contact,
    phone: facts.phone,
    address: facts.address,
    note: facts.note,
  };
};

const reasonOf = (code: Reason['code'], field: string, params?: Params): Reason =>
  params ? { code, field, params } : { code, field };

const nameIn = ({ name, kind }: Facts): { name: string; reasons: readonly Reason[] } => {
  if (name.trim() === '') return { name: '', reasons: [reasonOf('donor-missing', 'name')] };
  const read = readDonorName(name, kind);
  if (read.kind === 'ok') return { name: read.name, reasons: [] };
  const params = read.most === undefined ? undefined : { most: read.most };
  return { name: '', reasons: [reasonOf(read.code, 'name', params)] };
};

const codeIn = ({ creditCode, kind }: Facts): { code: string; reasons: readonly Reason[] } => {
  if (creditCode === '') return { code: '', reasons: [] };
  if (kind === 'person') return { code: '', reasons: [reasonOf('credit-code-of-person', 'creditCode')] };
  const read = readCreditCode(creditCode);
  if (read.kind === 'ok') return { code: read.code, reasons: [] };
  const params = {
    ...(read.code === 'credit-code-length' && { length: Array.from(creditCode).length }),
    ...(read.expected !== undefined && { expected: read.expected }),
  };
  return { code: '', reasons: [reasonOf(read.code, 'creditCode', params)] };
};

/** Gifts find their donor by name and kind, so no two may share them. */
const taken = async (tx: Tx, name: string, kind: Facts['kind'], known: Known): Promise<readonly Reason[]> => {
  if (name === '') return [];
  const other = await tx
    .selectFrom('donor')
    .select('id')
    .where('name', '=', name)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return other && other.id !== known?.donorId ? [reasonOf('donor-taken', 'name', { name })] : [];
};

/** One body, one code; those merged into another keep theirs and do not stand in the way. */
const codeTaken = async (tx: Tx, code: string, known: Known): Promise<readonly Reason[]> => {
  const other = await holderOf(tx, code);
  return other && other.id !== known?.donorId
    ? [reasonOf('credit-code-taken', 'creditCode', { name: other.name })]
    : [];
};

/** Who has this credit code among those not merged away. */
export const holderOf = async (tx: Tx, code: string): Promise<{ id: number; name: string } | undefined> =>
  code === ''
    ? undefined
    : tx
        .selectFrom('donor')
        .select(['id', 'name'])
        .where('credit_code', '=', code)
        .where('credit_code', '<>', '')
        .where('merged_into', 'is', null)
        .executeTakeFirst();
