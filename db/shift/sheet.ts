// 交班单 of one shift and 日结单 of all tills: the model of the sheet, with the head of the audit chain and the count of its prints.
import { chainHead } from '../audit/chain.ts';
import type { DayCash, DayShift, DaySheetModel, RenderRequest } from '../contract/documents.ts';
import type { ParsedInput } from '../contract/index.ts';
import type { Context } from '../context.ts';
import { refusalName } from '../domain/refusal-names.ts';
import { Refusal } from '../failures.ts';
import { countPrint } from '../prints.ts';
import { paperFrame } from '../shop/paper-frame.ts';
import { refusalsOf, reversalsOf, sumsOf, vouchersOf, type RefusedRow, type ReversalRow } from './figures.ts';
import { figuresOf, heldAt, rowWithSums, shiftById, shiftsOfDay, type Figures } from './shifts.ts';

type Row = Omit<
  Figures,
  'freeTimes' | 'deliveries' | 'topUps' | 'returns' | 'vouchers' | 'reversals' | 'refusals'
>;

/** Refusal: `not-found`. */
export const printSheet = async (
  context: Context,
  { shiftId }: ParsedInput<'shift.printSheet'>,
): Promise<RenderRequest> => {
  const { tx } = context;
  const shift = await shiftById(tx, shiftId);
  if (!shift) throw new Refusal('not-found');
  const figures = await figuresOf(tx, shift);
  const reprint = await countPrint(context, 'shift-sheet', shiftId);
  context.note(`shift:${shiftId}`, { reprint });
  const model: DaySheetModel = {
    kind: 'day-sheet',
    ...(await paperFrame(context)),
    of: 'shift',
    number: figures.number,
    day: figures.day,
    terminal: figures.terminal,
    person: figures.openedBy,
    from: figures.openedAt,
    to: figures.closedAt,
    householdTimes: figures.householdTimes,
    institutionTimes: figures.institutionTimes,
    freeTimes: figures.freeTimes,
    deliveries: figures.deliveries,
    vouchers: figures.vouchers,
    cash: cashOf([figures], { topUps: figures.topUps, returns: figures.returns }),
    held: await heldOf(context, figures.terminal, figures.closedAt),
    refusals: named(figures.refusals),
    reversals: shown(figures.reversals),
    shifts: [],
    handsOver: figures.closedBy ?? figures.openedBy,
    takesOver: figures.ended === 'handed-over' ? await takenOverBy(context, shiftId) : null,
    note: figures.note === '' ? null : figures.note,
    auditHead: await chainHead(tx),
    reprint,
  };
  return { format: 'pdf', model };
};

/** Refusal: `not-found` for a day on which no till was open. */
export const printDay = async (
  context: Context,
  { day }: ParsedInput<'shift.printDay'>,
): Promise<RenderRequest> => {
  const { tx } = context;
  const shifts: Row[] = [];
  for (const shift of await shiftsOfDay(tx, day)) shifts.push(await rowWithSums(tx, shift));
  const [first] = shifts;
  if (!first) throw new Refusal('not-found');
  const span = { day, shiftId: null };
  const { topUps, returns, ...sums } = await sumsOf(tx, span);
  const to = shifts.some(({ closedAt }) => closedAt === null)
    ? null
    : shifts.map(({ closedAt }) => closedAt ?? '').reduce((a, b) => (a > b ? a : b));
  const reprint = await countPrint(context, 'day-sheet', Number(day.replaceAll('-', '')));
  context.note('shop', { reprint });
  const model: DaySheetModel = {
    kind: 'day-sheet',
    ...(await paperFrame(context)),
    of: 'day',
    number: null,
    day,
    terminal: null,
    person: null,
    from: first.openedAt,
    to,
    householdTimes: sums.householdTimes,
    institutionTimes: sums.institutionTimes,
    freeTimes: sums.freeTimes,
    deliveries: sums.deliveries,
    vouchers: await vouchersOf(tx, span),
    cash: cashOf(firstFloats(shifts), { topUps, returns }),
    held: await heldOf(context, null, to),
    refusals: named(await refusalsOf(tx, { terminal: null, day, from: first.openedAt, to: null })),
    reversals: shown(await reversalsOf(tx, span)),
    shifts: shifts.map(shiftLine),
    handsOver: null,
    takesOver: null,
    note: null,
    auditHead: await chainHead(tx),
    reprint,
  };
  return { format: 'pdf', model };
};

const shiftLine = (row: Row): DayShift => ({
  number: row.number,
  terminal: row.terminal,
  person: row.openedBy,
  from: row.openedAt,
  to: row.closedAt,
  householdTimes: row.householdTimes,
  usedFen: row.usedFen,
  differenceFen: row.differenceFen,
});

/**
 * A drawer is one through the day: its float is that of its first shift, what is in it that of its last. Between two shifts of a till the
 * counted cash is the next float, so differences of each add up.
 */
const firstFloats = (shifts: readonly Row[]): readonly Row[] => {
  const tills = new Set(shifts.map(({ terminal }) => terminal));
  return [...tills].flatMap((terminal) => {
    const ofTill = shifts.filter((row) => row.terminal === terminal);
    const [first] = ofTill;
    const last = ofTill.at(-1);
    if (!first || !last) return [];
    const [topUpFen, returnedFen] = [sum(ofTill, 'topUpFen'), sum(ofTill, 'returnedFen')];
    const { floatFen } = first;
    const expectedFen = floatFen === null ? null : floatFen + topUpFen - returnedFen;
    return [{ ...last, floatFen, topUpFen, returnedFen, expectedFen }];
  });
};
const sum = (rows: readonly Row[], figure: 'topUpFen' | 'returnedFen'): number =>
  rows.reduce((total, row) => total + row[figure], 0);

/** Unknown as soon as one of the drawers is. */
const total = (rows: readonly Row[], figure: 'floatFen' | 'expectedFen' | 'countedFen'): number | null =>
  rows.reduce<number | null>((known, row) => {
    const more = row[figure];
    return known === null || more === null ? null : known + more;
  }, 0);

const cashOf = (drawers: readonly Row[], times: Pick<DayCash, 'topUps' | 'returns'>): DayCash => {
  const [expectedFen, countedFen] = [total(drawers, 'expectedFen'), total(drawers, 'countedFen')];
  const differenceFen = expectedFen === null || countedFen === null ? null : countedFen - expectedFen;
  const said = drawers.map(({ note }) => note).filter((note) => note !== '');
  return {
    openingFen: total(drawers, 'floatFen'),
    ...times,
    topUpFen: sum(drawers, 'topUpFen'),
    returnedFen: sum(drawers, 'returnedFen'),
    expectedFen,
    countedFen,
    differenceFen,
    differenceReason:
      differenceFen === null || differenceFen === 0 || said.length === 0 ? null : said.join(';'),
  };
};

const named = (rows: readonly RefusedRow[]): DaySheetModel['refusals'] =>
  rows.map(({ code, times }) => ({ reason: refusalName(code), times }));

const shown = (rows: readonly ReversalRow[]): DaySheetModel['reversals'] =>
  rows.map(({ usedFen, ...row }) => ({ ...row, fen: usedFen === 0 ? null : usedFen }));

const heldOf = async (
  { tx }: Context,
  terminal: string | null,
  at: string | null,
): Promise<DaySheetModel['held']> =>
  (await heldAt(tx, terminal, at)).map(({ heldId, at, by, headName, lines }) => ({
    name: `挂单 ${heldId}`,
    heldAt: at,
    by,
    holderMasked: headName,
    lines,
  }));

/** Who opened the next one at the same till. */
const takenOverBy = async ({ tx }: Context, shiftId: number): Promise<string | null> => {
  const next = await tx
    .selectFrom('shift')
    .innerJoin('shift as before', 'before.terminal', 'shift.terminal')
    .innerJoin('staff', 'staff.id', 'shift.opened_by')
    .select('staff.name')
    .where('before.id', '=', shiftId)
    .where('shift.id', '>', shiftId)
    .orderBy('shift.id')
    .executeTakeFirst();
  return next?.name ?? null;
};
