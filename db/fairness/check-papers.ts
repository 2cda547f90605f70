// Papers of a spot check: the form to take along, with names and doors, and the sample for another office, masked.
import { readCategories } from '../categories.ts';
import type { Context } from '../context.ts';
import type { RenderRequest, RosterExportModel, SpotCheckFormModel } from '../contract/documents.ts';
import type { ParsedInput } from '../contract/index.ts';
import { maskName } from '../domain/mask.ts';
import { countPrint } from '../prints.ts';
import { nextNumber } from '../numbers.ts';
import { paperFrame } from '../shop/paper-frame.ts';
import { checkOf, linesOf, type CheckLine } from './checks.ts';

const FORM = 'spot-check';

const said = (text: string): string | null => (text === '' ? null : text);

/** Refusal: `not-found`. Each print has a number of its own: names and doors leave the shop on it. */
export const printCheck = async (
  context: Context,
  { checkId, format }: ParsedInput<'fairness.printCheck'>,
): Promise<RenderRequest> => {
  const { tx, day } = context;
  const check = await checkOf(tx, checkId);
  const lines = await linesOf(tx, checkId);
  const { nameOf } = await readCategories(tx, day);
  const reprint = await countPrint(context, FORM, checkId);
  context.note(`check:${checkId}`, { number: check.number, households: lines.length, reprint, format });
  const model: SpotCheckFormModel = {
    kind: 'spot-check-form',
    ...(await paperFrame(context)),
    mark: { runningNo: `${check.number}-${reprint + 1}` },
    title: check.title,
    checkNo: check.number,
    scope: scopeWords(check, nameOf),
    drawnOn: check.business_day,
    population: check.population,
    basisPoints: check.basis_points,
    sampleSize: check.drawn,
    seed: check.seed,
    rows: lines.map((line) => ({
      headName: line.head_name,
      address: wholeAddress(line),
      people: line.family,
      category: nameOf(line.category),
      drawn: line.why === 'drawn',
      relative: line.why === 'relative' || line.relative === 1,
      result: line.result,
      visitedOn: line.visited_day,
      visitedBy: said(line.visitors),
      note: said(line.note),
    })),
    reprint,
  };
  return { model, format };
};

/** The door with street and community, each once: some write them before the door, some do not. */
const wholeAddress = ({ street, community, address }: CheckLine): string =>
  [street, community].reduceRight((door, part) => (door.includes(part) ? door : part + door), address);

const scopeWords = (
  { category, community }: { readonly category: string; readonly community: string },
  nameOf: (code: string) => string,
): string =>
  [category === '' ? '全部类别' : nameOf(category), community === '' ? '全部社区' : community].join(' · ');

const columns: RosterExportModel['columns'] = [
  { heading: '序号', type: 'number' },
  { heading: '家庭编号', type: 'text' },
  { heading: '户主', type: 'text' },
  { heading: '类别', type: 'text', width: 2 },
  { heading: '街道(乡镇)', type: 'text', width: 2 },
  { heading: '社区(村)', type: 'text', width: 2 },
  { heading: '保障人口', type: 'number' },
  { heading: '抽取方式', type: 'text' },
  { heading: '互查结果', type: 'text' },
  { heading: '备注', type: 'text', width: 2 },
];

/** Refusal: `not-found`. 交叉互查: the other office asks for the doors by household number, they are not on this sheet. */
export const exportCheck = async (
  context: Context,
  { checkId, format }: ParsedInput<'fairness.exportCheck'>,
): Promise<RenderRequest> => {
  const { tx, day } = context;
  const check = await checkOf(tx, checkId);
  const lines = await linesOf(tx, checkId);
  const { nameOf } = await readCategories(tx, day);
  const runningNo = await nextNumber(tx, 'export', day);
  context.note(`check:${checkId}`, { number: runningNo, households: lines.length, masked: true, format });
  const model: RosterExportModel = {
    kind: 'roster-export',
    ...(await paperFrame(context)),
    mark: { runningNo },
    masked: true,
    title: `${check.title}(互查名单)`,
    notes: [
      `抽查编号:${check.number}  抽取日期:${check.business_day}  抽查范围:${scopeWords(check, nameOf)}`,
      `总户数 ${check.population} 户,抽查比例 ${check.basis_points / 100}%,随机种子 ${check.seed}`,
    ],
    columns,
    rows: lines.map((line) => [
      line.position,
      line.number,
      maskName(line.head_name),
      nameOf(line.category),
      line.street,
      line.community,
      line.members,
      line.why === 'drawn' ? '抽中' : '近亲属必查',
      '',
      '',
    ]),
    totals: null,
  };
  return { model, format };
};
