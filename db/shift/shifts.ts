// Shifts as rows: whose, from when to when, cash expected and counted. Reads only.
import { sql } from 'kysely';
import type { Context, Tx } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { monthRange } from '../domain/business-day.ts';
import { maskName } from '../domain/mask.ts';
import { openDeliveries } from '../delivery/open.ts';
import { expectedCash, refusalsOf, reversalsOf, sumsOf, vouchersOf, type Sums } from './figures.ts';
import { openShiftOf } from './open.ts';

type Row = Output<'shift.list'>[number];
export type Figures = NonNullable<Output<'shift.current'>['shift']>;

const shiftRows = (tx: Tx) =>
  tx
    .selectFrom('shift')
    .innerJoin('staff as opener', 'opener.id', 'shift.opened_by')
    .leftJoin('staff as closer', 'closer.id', 'shift.closed_by')
    .selectAll('shift')
    .select(['opener.name as opened_name', 'closer.name as closed_name'])
    .select(
      sql<number>`(SELECT count(*) FROM shift AS other WHERE other.business_day = shift.business_day AND other.id <= shift.id)`.as(
        'place',
      ),
    );
export type ShiftRow = Awaited<ReturnType<ReturnType<typeof shiftRows>['execute']>>[number];

export const shiftById = (tx: Tx, id: number): Promise<ShiftRow | undefined> =>
  shiftRows(tx).where('shift.id', '=', id).executeTakeFirst();

export const shiftsOfDay = (tx: Tx, day: string): Promise<ShiftRow[]> =>
  shiftRows(tx).where('shift.business_day', '=', day).orderBy('shift.id').execute();

const spanOf = ({ id, business_day }: ShiftRow) => ({ day: business_day, shiftId: id });

/** 班次号: BC20260504-2 is the second that opened that day in the shop. */
export const numberOf = ({ business_day, place }: ShiftRow): string =>
  `BC${business_day.replaceAll('-', '')}-${place}`;

export const rowOf = (shift: ShiftRow, sums: Sums): Row => {
  const expectedFen = expectedCash(shift.float_fen, sums);
  return {
    shiftId: shift.id,
    number: numberOf(shift),
    terminal: shift.terminal,
    day: shift.business_day,
    openedBy: shift.opened_name,
    openedAt: shift.opened_at,
    closedBy: shift.closed_name,
    closedAt: shift.closed_at,
    ended: shift.ended,
    note: shift.note,
    floatFen: shift.float_fen,
    topUpFen: sums.topUpFen,
    returnedFen: sums.returnedFen,
    expectedFen,
    countedFen: shift.counted_fen,
    differenceFen:
      expectedFen === null || shift.counted_fen === null ? null : shift.counted_fen - expectedFen,
    householdTimes: sums.householdTimes,
    institutionTimes: sums.institutionTimes,
    usedFen: sums.usedFen,
  };
};
export const rowWithSums = async (tx: Tx, shift: ShiftRow): Promise<Row> =>
  rowOf(shift, await sumsOf(tx, spanOf(shift)));

export const figuresOf = async (tx: Tx, shift: ShiftRow): Promise<Figures> => {
  const span = spanOf(shift);
  const sums = await sumsOf(tx, span);
  const { terminal, business_day, opened_at, closed_at } = shift;
  return {
    ...rowOf(shift, sums),
    freeTimes: sums.freeTimes,
    deliveries: sums.deliveries,
    topUps: sums.topUps,
    returns: sums.returns,
    vouchers: await vouchersOf(tx, span),
    reversals: await reversalsOf(tx, span),
    refusals: await refusalsOf(tx, { terminal, day: business_day, from: opened_at, to: closed_at }),
  };
};

export const list = async (
  { tx }: Context,
  { month }: ParsedInput<'shift.list'>,
): Promise<Output<'shift.list'>> => {
  const { first, last } = monthRange(month);
  const shifts = await shiftRows(tx)
    .where('shift.business_day', '>=', first)
    .where('shift.business_day', '<=', last)
    .orderBy('shift.id', 'desc')
    .execute();
  const rows: Row[] = [];
  for (const shift of shifts) rows.push(await rowWithSums(tx, shift));
  return rows;
};

export const current = async (context: Context): Promise<Output<'shift.current'>> => {
  const open = await openShiftOf(context);
  const shift = open && (await shiftById(context.tx, open.id));
  return {
    shift: shift ? await figuresOf(context.tx, shift) : null,
    held: await heldAt(context.tx, context.session.terminal),
    deliveriesOut: await openDeliveries(context.tx),
  };
};

/** Baskets that waited at that moment (null: that wait now); `terminal` null: at every till. Names masked. */
export const heldAt = async (tx: Tx, terminal: string | null, at: string | null = null) => {
  const rows = await tx
    .selectFrom('held_basket as held')
    .innerJoin('household', 'household.id', 'held.household_id')
    .innerJoin('staff', 'staff.id', 'held.staff_id')
    .select(['held.id', 'held.at', 'staff.name as by', 'household.head_name'])
    .select(sql<number>`json_array_length(held.content, '$.lines')`.as('lines'))
    .where((eb) =>
      at === null
        ? eb('held.ended_at', 'is', null)
        : eb.and([
            eb('held.at', '<=', at),
            eb.or([eb('held.ended_at', 'is', null), eb('held.ended_at', '>', at)]),
          ]),
    )
    .$if(terminal !== null, (query) => query.where('held.terminal', '=', terminal ?? ''))
    .orderBy('held.id')
    .execute();
  return rows.map(({ id, head_name, ...row }) => ({ heldId: id, headName: maskName(head_name), ...row }));
};
