// The papers of a stocktake: the sheet to count by, what to count again, and the result with its value.
import { sql } from 'kysely';
import type { Context, Tx } from '../context.ts';
import type {
  CountedGoods,
  CountMisfitsModel,
  CountResultModel,
  CountSheetModel,
  RenderRequest,
} from '../contract/documents.ts';
import type { ParsedInput } from '../contract/index.ts';
import { Refusal } from '../failures.ts';
import { countPrint } from '../prints.ts';
import { paperFrame } from '../shop/paper-frame.ts';
import { tagOf } from '../stock/tags.ts';
import { hidesBooks, stocktakeOf, type Stocktake } from './find.ts';
import { countedLines, walkingOrder, type CountedLine } from './lines.ts';
import { countersOf, namesOf } from './progress.ts';
import { worthOf } from './worth.ts';

type Frame = Omit<CountResultModel, 'kind' | 'postedOn' | 'countedBy' | 'postedBy' | 'rows'>;

/** Refusals: `not-found`, `stocktake-still-blind`. */
export const printStocktake = async (
  context: Context,
  { stocktakeId, paper, format }: ParsedInput<'stocktake.print'>,
): Promise<RenderRequest> => {
  const { tx, actor } = context;
  const stocktake = await stocktakeOf(tx, stocktakeId);
  const hidden = hidesBooks(stocktake, actor);
  if (paper === 'result' && hidden) throw new Refusal('stocktake-still-blind', { number: stocktake.number });
  const reprint = await countPrint(context, `stocktake-${paper}`, stocktakeId);
  context.note(`stocktake:${stocktakeId}`, { number: stocktake.number, paper, format, reprint });
  const frame: Frame = {
    ...(await paperFrame(context)),
    countNo: stocktake.number,
    place: stocktake.place,
    scope: stocktake.categories?.join('、') ?? '全部',
    snapshotAt: stocktake.at,
    reprint,
  };
  return { model: await models[paper](tx, stocktake, frame), format };
};

const linesOf = async (tx: Tx, { id }: Stocktake): Promise<readonly CountedLine[]> => {
  const { rows } = await sql<CountedLine>`
    SELECT * FROM (${countedLines(sql`stocktake.id = ${id}`)}) ORDER BY ${walkingOrder}`.execute(tx);
  return rows;
};

const goodsOf = (line: CountedLine): CountedGoods => ({
  name: line.itemName,
  spec: line.spec === '' ? null : line.spec,
  unit: line.unit,
  scale: line.unitScale,
  expiresOn: line.expiryDay,
  tag: line.lotId === null ? null : tagOf({ id: line.lotId, grade: line.grade }),
});

const sheet = async (tx: Tx, stocktake: Stocktake, frame: Frame): Promise<CountSheetModel> => ({
  ...frame,
  kind: 'count-sheet',
  blind: stocktake.blind,
  double: stocktake.twice,
  rows: (await linesOf(tx, stocktake)).map((line) => ({
    ...goodsOf(line),
    // Not even handed over: a blind sheet knows nothing it could show.
    book: stocktake.blind ? null : line.snapshot,
  })),
});

const misfits = async (tx: Tx, stocktake: Stocktake, frame: Frame): Promise<CountMisfitsModel> => ({
  ...frame,
  kind: 'count-misfits',
  firstBy: await namesOfRound(tx, stocktake, 1),
  secondBy: await namesOfRound(tx, stocktake, 2),
  rows: (await linesOf(tx, stocktake))
    .filter(({ status }) => status === 'misfit')
    .map((line) => ({ ...goodsOf(line), first: line.first, second: line.second })),
});

const namesOfRound = async (tx: Tx, { id }: Stocktake, round: number): Promise<string> =>
  namesOf((await countersOf(tx, id)).filter((counter) => counter.round === round)).join('、');

const result = async (tx: Tx, stocktake: Stocktake, frame: Frame): Promise<CountResultModel> => {
  const worth = await worthOf(tx, stocktake);
  const poster = await tx
    .selectFrom('stocktake')
    .innerJoin('staff', 'staff.id', 'stocktake.posted_by')
    .select('staff.name')
    .where('stocktake.id', '=', stocktake.id)
    .executeTakeFirst();
  return {
    ...frame,
    kind: 'count-result',
    postedOn: stocktake.postedDay,
    countedBy: namesOf(await countersOf(tx, stocktake.id)),
    postedBy: poster?.name ?? null,
    rows: (await linesOf(tx, stocktake)).map((line) => ({
      ...goodsOf(line),
      book: line.expected ?? line.snapshot,
      counted: line.counted,
      differenceFen: line.difference === 0 ? 0 : (worth.get(line.lineId) ?? null),
      reason: line.reason === '' ? null : line.reason,
    })),
  };
};

const models = { sheet, misfits, result } as const;
