// Packages (套餐): made, changed, ended. A change ends the old row and begins a new one, so that whoever holds a voucher gets what
// was promised on it.
import { sql } from 'kysely';
import type { Context, Handlers, Tx } from '../context.ts';
import type { Reason } from '../contract/act.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { Refusal, refuseAll } from '../failures.ts';
import { stockedItems } from '../stock/lots.ts';
import { freeStock, linesOf, wholePackages, worthOf } from './package-worth.ts';

const list = async (
  { tx, day }: Context,
  { ended }: ParsedInput<'packages.list'>,
): Promise<Output<'packages.list'>> => {
  let found = tx
    .selectFrom('package')
    .select(['id', 'name', 'note', 'at', 'ended_at'])
    .select(
      sql<number>`(SELECT count(*) FROM batch WHERE batch.package_id = package.id AND batch.receivers <> '')`.as(
        'batches',
      ),
    );
  if (!ended) found = found.where('ended_at', 'is', null);
  const rows = await found
    .orderBy(sql`ended_at IS NOT NULL`)
    .orderBy('name')
    .orderBy('id', 'desc')
    .execute();
  const lines = await linesOf(
    tx,
    rows.map(({ id }) => id),
  );
  const itemIds = new Set([...lines.values()].flat().map(({ itemId }) => itemId));
  const items = await stockedItems(tx, [...itemIds]);
  const stock = new Map([...items].map(([id, item]) => [id, freeStock(item, 'ordinary', day)]));
  return rows.map((row) => {
    const of = lines.get(row.id) ?? [];
    return {
      id: row.id,
      name: row.name,
      note: row.note,
      at: row.at,
      endedAt: row.ended_at,
      lines: of.flatMap(({ itemId, quantity }) => {
        const item = items.get(itemId);
        return item
          ? [
              {
                itemId,
                code: item.code,
                name: item.name,
                spec: item.spec,
                unit: item.unit,
                unitScale: item.unitScale,
                quantity,
                priceFen: item.listPriceFen,
                onFloor: stock.get(itemId)?.onFloor ?? 0,
                inStock: stock.get(itemId)?.inStock ?? 0,
              },
            ]
          : [];
      }),
      worthFen: worthOf(of, items),
      canGive: wholePackages(of, (itemId) => stock.get(itemId)?.onFloor ?? 0),
      canMakeUp: wholePackages(of, (itemId) => stock.get(itemId)?.inStock ?? 0),
      batches: row.batches,
    };
  });
};

const thereOf = async (tx: Tx, ids: readonly number[]): Promise<ReadonlySet<number>> => {
  if (ids.length === 0) return new Set();
  const rows = await tx.selectFrom('item').select('id').where('id', 'in', ids).execute();
  return new Set(rows.map(({ id }) => id));
};

type Fields = ParsedInput<'packages.make'>;

/** Refusals, all at once: `package-name-taken`, `package-item-twice`, `not-found` for goods that are not there. */
const refuseBadPackage = async (tx: Tx, { name, lines }: Fields, own: number | null): Promise<void> => {
  const reasons: Reason[] = [];
  const taken = await tx
    .selectFrom('package')
    .select('id')
    .where('name', '=', name)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (taken && taken.id !== own)
    reasons.push({ code: 'package-name-taken', field: 'name', params: { name } });
  const there = await thereOf(
    tx,
    lines.map(({ itemId }) => itemId),
  );
  const seen = new Set<number>();
  for (const [at, { itemId }] of lines.entries()) {
    const field = `lines.${at}.itemId`;
    if (seen.has(itemId)) reasons.push({ code: 'package-item-twice', field, params: { line: at + 1 } });
    if (!there.has(itemId)) reasons.push({ code: 'not-found', field });
    seen.add(itemId);
  }
  refuseAll(reasons);
};

const enter = async ({ tx, now, actor }: Context, { name, note, lines }: Fields): Promise<number> => {
  const { id } = await tx
    .insertInto('package')
    .values({ name, note, staff_id: actor.staffId, at: now, ended_at: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('package_line')
    .values(lines.map(({ itemId, quantity }) => ({ package_id: id, item_id: itemId, quantity })))
    .execute();
  return id;
};

const endRow = async ({ tx, now }: Context, packageId: number): Promise<void> => {
  const row = await tx
    .selectFrom('package')
    .select(['name', 'ended_at'])
    .where('id', '=', packageId)
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found');
  if (row.ended_at !== null) throw new Refusal('package-ended', { name: row.name, endedAt: row.ended_at });
  await tx.updateTable('package').set({ ended_at: now }).where('id', '=', packageId).execute();
};

const make = async (context: Context, fields: Fields): Promise<Output<'packages.make'>> => {
  await refuseBadPackage(context.tx, fields, null);
  const packageId = await enter(context, fields);
  context.note(`package:${packageId}`, { lines: fields.lines.length });
  return { packageId };
};

const change = async (
  context: Context,
  { packageId, ...fields }: ParsedInput<'packages.change'>,
): Promise<Output<'packages.change'>> => {
  await refuseSame(context.tx, packageId, fields);
  await refuseBadPackage(context.tx, fields, packageId);
  await endRow(context, packageId);
  const next = await enter(context, fields);
  context.note(`package:${next}`, { lines: fields.lines.length, instead: packageId });
  return { packageId: next };
};

/** Refusal: `package-same`: a second row that promises the same would only confuse. */
const refuseSame = async (tx: Tx, packageId: number, { name, note, lines }: Fields): Promise<void> => {
  const row = await tx
    .selectFrom('package')
    .select(['name', 'note', 'ended_at'])
    .where('id', '=', packageId)
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found');
  if (row.ended_at !== null || row.name !== name || row.note !== note) return;
  const keys = (all: readonly { readonly itemId: number; readonly quantity: number }[]) =>
    all
      .map(({ itemId, quantity }) => `${itemId} ${quantity}`)
      .sort()
      .join();
  if (keys((await linesOf(tx, [packageId])).get(packageId) ?? []) === keys(lines))
    throw new Refusal('package-same', { name });
};

const end = async (
  context: Context,
  { packageId }: ParsedInput<'packages.end'>,
): Promise<Output<'packages.end'>> => {
  await endRow(context, packageId);
  context.note(`package:${packageId}`);
  return {};
};

export const packageHandlers: Handlers<'packages'> = {
  'packages.list': list,
  'packages.make': make,
  'packages.change': change,
  'packages.end': end,
};
