// 未领清单 and 到期提醒: the vouchers that are still open, on the screen by their last day and on paper by community, so that whoever goes
// through the village takes one sheet along. Names and telephones are masked. Reads only.
import { sql } from 'kysely';
import { readCategories } from '../categories.ts';
import type { Context, Steps, Tx } from '../context.ts';
import type { OpenVouchersModel, RenderRequest } from '../contract/documents.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { addDays } from '../domain/business-day.ts';
import { maskName, maskPhone } from '../domain/mask.ts';
import { Refusal } from '../failures.ts';
import { countPrint } from '../prints.ts';
import { paperFrame } from '../shop/paper-frame.ts';

type Filter = Pick<ParsedInput<'vouchers.outstanding'>, 'batchId' | 'community' | 'withinDays'>;

/** Written out, so that the index of open vouchers by their end will do. */
const isOpen = sql<boolean>`voucher.state IN ('issued', 'active', 'partly-used')`;

const openWith = (tx: Tx, { batchId, community, withinDays }: Filter, day: string) => {
  let open = tx
    .selectFrom('voucher')
    .innerJoin('household', 'household.id', 'voucher.household_id')
    .innerJoin('batch', 'batch.id', 'voucher.batch_id')
    .where(isOpen);
  if (batchId !== null) open = open.where('voucher.batch_id', '=', batchId);
  if (community !== null) open = open.where('household.community', '=', community);
  if (withinDays !== null) open = open.where('voucher.valid_to', '<=', addDays(day, withinDays));
  return open;
};

const columns = [
  'voucher.id',
  'voucher.serial',
  'voucher.category',
  'voucher.state',
  'voucher.balance_fen',
  'voucher.balance_points',
  'voucher.valid_to',
  'household.head_name',
  'household.phone',
  'household.community',
  'batch.name as batch',
  'batch.kind',
] as const;

export const outstanding = async (
  { tx, day }: Context,
  { offset, limit, ...filter }: ParsedInput<'vouchers.outstanding'>,
): Promise<Output<'vouchers.outstanding'>> => {
  const open = openWith(tx, filter, day);
  const sums = await open
    .select([
      sql<number>`count(*)`.as('total'),
      sql<number>`coalesce(sum(CASE batch.kind WHEN 'value' THEN voucher.balance_fen ELSE 0 END), 0)`.as(
        'fen',
      ),
      sql<number>`coalesce(sum(voucher.balance_points), 0)`.as('points'),
    ])
    .executeTakeFirstOrThrow();
  const rows = await open
    .select(columns)
    .orderBy('voucher.valid_to')
    .orderBy('voucher.id')
    .limit(limit)
    .offset(offset)
    .execute();
  const { nameOf } = await readCategories(tx, day);
  return {
    ...sums,
    rows: rows.map((row) => ({
      id: row.id,
      serial: row.serial,
      batch: row.batch,
      headName: maskName(row.head_name),
      phone: row.phone === '' ? null : maskPhone(row.phone),
      category: nameOf(row.category),
      community: row.community,
      state: row.state,
      kind: row.kind,
      balanceFen: row.balance_fen,
      balancePoints: row.balance_points,
      validTo: row.valid_to,
    })),
  };
};

/** Households of one turn: hundreds of thousands of open vouchers are some hundred milliseconds, and a till waits for none of them. */
const OF_TURN = 2_000;

export const openByCommunity = async (
  steps: Steps,
  filter: ParsedInput<'vouchers.openByCommunity'>,
): Promise<Output<'vouchers.openByCommunity'>> => {
  const last = await steps.turn(({ tx }) => lastHousehold(tx));
  const open = new Map<string, number>();
  for (let from = 0; from < last; from += OF_TURN)
    for (const row of await steps.turn(({ tx, day }) => openAmong(tx, from, filter, day)))
      open.set(row.community, (open.get(row.community) ?? 0) + row.open);
  return [...open]
    .map(([community, n]) => ({ community, open: n }))
    .sort((a, b) => (a.community < b.community ? -1 : 1));
};

const lastHousehold = async (tx: Tx): Promise<number> => {
  const last = await tx
    .selectFrom('household')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.id ?? 0;
};

/** Household by household, whatever the planner thinks of the index of open vouchers. */
const openAmong = async (
  tx: Tx,
  from: number,
  { batchId, withinDays }: ParsedInput<'vouchers.openByCommunity'>,
  day: string,
): Promise<Output<'vouchers.openByCommunity'>> => {
  const { rows } = await sql<{ community: string; open: number }>`
    SELECT household.community, count(*) AS open
    FROM household CROSS JOIN voucher ON voucher.household_id = household.id
    WHERE household.id > ${from} AND household.id <= ${from + OF_TURN} AND ${isOpen}
      AND (${batchId} IS NULL OR voucher.batch_id = ${batchId})
      AND (${withinDays} IS NULL OR voucher.valid_to <= ${addDays(day, withinDays ?? 0)})
    GROUP BY household.community`.execute(tx);
  return rows;
};

/** Refusal: `voucher-none-open`: an empty list tells nobody anything. */
export const printOutstanding = async (
  context: Context,
  { format, ...filter }: ParsedInput<'vouchers.printOutstanding'>,
): Promise<RenderRequest> => {
  const { tx, now, day } = context;
  const rows = await openWith(tx, filter, day)
    .leftJoin('package', 'package.id', 'batch.package_id')
    .select([...columns, 'package.name as packageName'])
    .orderBy('household.community')
    .orderBy('voucher.valid_to')
    .orderBy('voucher.id')
    .execute();
  if (rows.length === 0) throw new Refusal('voucher-none-open');
  const { nameOf } = await readCategories(tx, day);
  const communities = new Map<string, OpenVouchersModel['communities'][number]['vouchers'][number][]>();
  for (const row of rows) {
    const of = communities.get(row.community) ?? [];
    communities.set(row.community, of);
    of.push({
      serial: row.serial,
      holderMasked: maskName(row.head_name),
      phoneMasked: row.phone === '' ? null : maskPhone(row.phone),
      category: nameOf(row.category),
      state: row.state,
      balance:
        row.kind === 'package'
          ? null
          : row.kind === 'points'
            ? { points: row.balance_points }
            : { fen: row.balance_fen },
      packageName: row.packageName,
      validTo: row.valid_to,
    });
  }
  const reprint = await countPrint(context, 'open-vouchers', filter.batchId ?? 0);
  context.note(filter.batchId === null ? 'vouchers' : `batch:${filter.batchId}`, {
    vouchers: rows.length,
    withinDays: filter.withinDays,
    format,
  });
  return {
    format,
    model: {
      kind: 'open-vouchers',
      ...(await paperFrame(context)),
      of: filter.withinDays === null ? 'outstanding' : 'expiry-notice',
      by: filter.withinDays === null ? null : addDays(day, filter.withinDays),
      batchName: filter.batchId === null ? null : (rows[0]?.batch ?? null),
      communities: [...communities].map(([community, vouchers]) => ({
        community: community === '' ? null : community,
        vouchers,
      })),
      asOf: now,
      // A list of another day is another list: it is not counted as printed again.
      reprint: filter.batchId === null ? 0 : reprint,
    },
  };
};
