// 保障对象动态变动表 (domain.md §1.4, §7.2 layout 7): 期初 + 增 - 减 = 期末, for households and for people, by category and by community.
// Totals are computed from the rows; a table that does not tie is not made.
import type { HeadCount, MovementRow, MovementTableModel } from '../../db/contract/documents.ts';
import { printedLine } from './office-page.ts';
import { DocumentRefusal } from './refusal.ts';
import type { Register, RegisterBlock, RegisterRow } from './register.ts';
import { checkMark } from './report-parts.ts';
import type { Column } from './table.ts';
import { beijing, monthWords, reprintWords } from './words.ts';

export const movementTitle = '保障对象动态变动表';
const rule = '期初 + 新增 + 转入 + 增员 - 退出 - 转出 - 减员 = 期末';

const pair = (group: string): readonly Column[] => [
  { group, heading: '户', width: 42, align: 'right' },
  { group, heading: '人', width: 42, align: 'right' },
];
const people = (group: string): Column => ({ group, heading: '人', width: 42, align: 'right' });

const columnsFor = (heading: string): readonly Column[] => [
  { heading: '序号', width: 28, align: 'center' },
  { heading, width: 130 },
  ...pair('期初'),
  ...pair('新增'),
  ...pair('转入'),
  people('增员'),
  ...pair('退出'),
  ...pair('转出'),
  people('减员'),
  ...pair('期末'),
  { heading: '核对', width: 36, align: 'center' },
];

const figures = (row: MovementRow): readonly number[] => [
  row.opening.households,
  row.opening.people,
  row.entered.households,
  row.entered.people,
  row.transferredIn.households,
  row.transferredIn.people,
  row.joined,
  row.exited.households,
  row.exited.people,
  row.transferredOut.households,
  row.transferredOut.people,
  row.left,
  row.closing.households,
  row.closing.people,
];

const added = (a: HeadCount, b: HeadCount): HeadCount => ({
  households: a.households + b.households,
  people: a.people + b.people,
});
const none: HeadCount = { households: 0, people: 0 };

/** 合计: every household stands in one row, so that its rows may be added. */
function totalOf(rows: readonly MovementRow[]): MovementRow {
  const of = (figure: (row: MovementRow) => HeadCount): HeadCount =>
    rows.reduce((sum, row) => added(sum, figure(row)), none);
  return {
    name: '合计',
    opening: of((row) => row.opening),
    entered: of((row) => row.entered),
    transferredIn: of((row) => row.transferredIn),
    joined: rows.reduce((sum, row) => sum + row.joined, 0),
    exited: of((row) => row.exited),
    transferredOut: of((row) => row.transferredOut),
    left: rows.reduce((sum, row) => sum + row.left, 0),
    closing: of((row) => row.closing),
  };
}

/** Opening with all that came less all that went. */
const expectedClosing = (row: MovementRow): HeadCount => ({
  households:
    row.opening.households +
    row.entered.households +
    row.transferredIn.households -
    row.exited.households -
    row.transferredOut.households,
  people:
    row.opening.people +
    row.entered.people +
    row.transferredIn.people +
    row.joined -
    row.exited.people -
    row.transferredOut.people -
    row.left,
});

/** Refuses 'report-does-not-tie', naming the first figure that does not. */
function mustTie(where: string, expected: HeadCount, found: HeadCount): void {
  for (const [unit, key] of [
    ['户', 'households'],
    ['人', 'people'],
  ] as const) {
    if (expected[key] === found[key]) continue;
    throw new DocumentRefusal('report-does-not-tie', {
      what: 'movement',
      where: `${where}(${unit})`,
      expected: expected[key],
      found: found[key],
      gap: found[key] - expected[key],
    });
  }
}

function refuseUntied({ categories, communities, exits }: MovementTableModel): void {
  for (const row of [...categories, ...communities])
    mustTie(`${row.name} 期末`, expectedClosing(row), row.closing);
  const [first, second] = [categories, communities].filter((rows) => rows.length > 0).map(totalOf);
  // What moves between categories does not move between communities; only these are the same in both tables.
  if (first !== undefined && second !== undefined) {
    mustTie('按类别与按社区 期初合计', first.opening, second.opening);
    mustTie('按类别与按社区 新增合计', first.entered, second.entered);
    mustTie('按类别与按社区 退出合计', first.exited, second.exited);
    mustTie('按类别与按社区 期末合计', first.closing, second.closing);
  }
  mustTie('退出原因合计', first?.exited ?? none, exits.reduce<HeadCount>(added, none));
}

function movementBlock(heading: string, rows: readonly MovementRow[]): RegisterBlock {
  const lineOf = (row: MovementRow, number: number | null): RegisterRow => ({
    bold: number === null,
    cells: [
      number === null ? '' : { count: number },
      row.name,
      ...figures(row).map((count) => ({ count })),
      checkMark,
    ],
  });
  return {
    title: `按${heading}`,
    sheet: `按${heading}`,
    columns: columnsFor(heading),
    rows: [...rows.map((row, index) => lineOf(row, index + 1)), lineOf(totalOf(rows), null)],
    notes: [`钩稽关系 ${rule}(户、人分别核对;增员、减员只计人):全部 ${rows.length} 行相符 ${checkMark}`],
  };
}

const exitColumns: readonly Column[] = [
  { heading: '序号', width: 28, align: 'center' },
  { heading: '退出原因', width: 300 },
  { heading: '户', width: 60, align: 'right' },
  { heading: '人', width: 60, align: 'right' },
];

function exitBlock({ exits }: MovementTableModel): RegisterBlock {
  const all = exits.reduce<HeadCount>(added, none);
  return {
    title: '退出原因',
    sheet: '退出原因',
    columns: exitColumns,
    rows: [
      ...exits.map((exit, index): RegisterRow => ({
        cells: [{ count: index + 1 }, exit.reason, { count: exit.households }, { count: exit.people }],
      })),
      { bold: true, cells: ['', '合计', { count: all.households }, { count: all.people }] },
    ],
    notes: [`退出原因合计与退出合计相符 ${checkMark}`],
  };
}

export function movementRegister(model: MovementTableModel): Register {
  refuseUntied(model);
  const { shop, month, closed, asOf, categories, communities, exits } = model;
  const empty = categories.length === 0 && communities.length === 0;
  return {
    head: {
      title: movementTitle,
      corner: reprintWords(model.reprint),
      under: [
        [`填报单位(盖章):${shop.name}(${shop.districtName})`, `报告期:${monthWords(month)}`],
        [
          `数据截至 ${beijing(asOf)}  ${closed ? '本月已结账' : '本月未结账,数字可能变动'}`,
          '单位:户、人(保障人口)',
        ],
      ],
      foot: printedLine(model),
    },
    blocks: [
      ...(categories.length > 0 || empty ? [movementBlock('类别', categories)] : []),
      ...(communities.length > 0 ? [movementBlock('社区', communities)] : []),
      ...(exits.length > 0 ? [exitBlock(model)] : []),
    ].map((block, index, all) =>
      empty && index === all.length - 1
        ? { ...block, notes: [...block.notes, '本月无保障对象、无变动,零报告。'] }
        : block,
    ),
  };
}
