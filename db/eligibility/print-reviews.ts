// The review list on paper or as a sheet, to take along on visits: masked as on the screen, numbered and logged like everything about
// people that leaves the program.
import type { Context } from '../context.ts';
import type { RenderRequest, RosterExportModel } from '../contract/documents.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import type { ReviewFilter } from '../contract/reviews.ts';
import { readCategories } from '../categories.ts';
import { Refusal } from '../failures.ts';
import { exportNumber } from '../privacy/export-number.ts';
import { paperFrame } from '../shop/paper-frame.ts';
import { countDue, listReviews } from './reviews.ts';

type Row = Output<'eligibility.reviews'>['rows'][number];
const STEP = 500;
/** Households of one list: what is more belongs to a narrower question, and would hold up the counter. */
const MOST_ROWS = 20_000;

const columns: RosterExportModel['columns'] = [
  { heading: '家庭编号', type: 'text' },
  { heading: '户主', type: 'text' },
  { heading: '救助类别', type: 'text', width: 1.6 },
  { heading: '社区(村)', type: 'text', width: 1.4 },
  { heading: '保障人口', type: 'number' },
  { heading: '应复核', type: 'text', width: 1.2 },
  { heading: '过期(天)', type: 'number' },
  { heading: '上次复核', type: 'text', width: 1.2 },
  { heading: '复核情况', type: 'text', width: 2 },
];
const queueWords: Readonly<Record<NonNullable<ReviewFilter['queue']>, string>> = {
  overdue: '已过期',
  'due-today': '今天到期',
  'due-7': '7天内到期',
  'due-30': '8至30天内到期',
  unset: '没有复核日期',
};

/** Refusal: `export-too-many`. */
export const printReviews = async (
  context: Context,
  { filter, format }: ParsedInput<'eligibility.printReviews'>,
): Promise<RenderRequest> => {
  const households = await countDue(context.tx, context.day, filter);
  if (households > MOST_ROWS) throw new Refusal('export-too-many', { most: MOST_ROWS });
  const rows = await allRows(context, filter);
  const runningNo = await exportNumber(context, 'review-list');
  context.note('reviews', { number: runningNo, households: rows.length, masked: true, format });
  const model: RosterExportModel = {
    kind: 'roster-export',
    ...(await paperFrame(context)),
    mark: { runningNo },
    masked: true,
    title: '待复核(年审)名单',
    notes: [await scopeOf(context, filter)],
    columns,
    rows: rows.map((row) => [
      row.number,
      row.headName,
      row.category,
      row.community,
      row.members,
      row.nextReviewDay ?? '未定',
      row.daysLeft !== null && row.daysLeft < 0 ? -row.daysLeft : '',
      row.lastReviewDay ?? '',
      '',
    ]),
    totals: [
      '合计',
      `${rows.length} 户`,
      '',
      '',
      rows.reduce((sum, { members }) => sum + members, 0),
      '',
      '',
      '',
      '',
    ],
  };
  return { model, format };
};

const scopeOf = async (
  { tx, day }: Context,
  { queue, category, community }: ReviewFilter,
): Promise<string> => {
  const { nameOf } = await readCategories(tx, day);
  return [
    `截至 ${day}`,
    queue === null ? '30天内到期和已过期' : queueWords[queue],
    ...(category === null ? [] : [nameOf(category)]),
    ...(community === '' ? [] : [community]),
  ].join(' · ');
};

const allRows = async (context: Context, filter: ReviewFilter): Promise<readonly Row[]> => {
  const all: Row[] = [];
  for (;;) {
    const { rows, total } = await listReviews(context, { filter, offset: all.length, limit: STEP });
    all.push(...rows);
    await context.progress(all.length, total);
    if (rows.length < STEP) return all;
  }
};
