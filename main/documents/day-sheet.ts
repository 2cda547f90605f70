// 交班单 and 日结单: what one till or the whole shop gave out, the cash of the trading book, what stays open, and who hands over to whom.
import type { DayReversal, DaySheetModel } from '../../db/contract/documents.ts';
import { formatYuan } from '../../db/domain/money.ts';
import { cashRows, shiftColumns, shiftRow, voucherColumns, voucherRow } from './day-figures.ts';
import { drawFlow, gap, joined } from './flow.ts';
import type { Block, OnPage, Section } from './flow.ts';
import { gridRow, officeFrame, printedLine, signatureRow, textBlock } from './office-page.ts';
import type { GridCell } from './office-page.ts';
import { mm } from './paper.ts';
import type { Paper } from './paper.ts';
import { fillWidth, table } from './table.ts';
import type { BodyRow, Column } from './table.ts';
import { beijing, dayWords, reprintWords, yuanOrUnpriced } from './words.ts';

const margin = mm(13);

export const daySheetTitle = ({ of }: DaySheetModel): string => (of === 'shift' ? '交班单' : '日结单');

export async function drawDaySheet(paper: Paper, model: DaySheetModel, onPage: OnPage): Promise<void> {
  const width = paper.width - 2 * margin;
  const frame = officeFrame(
    paper,
    {
      title: daySheetTitle(model),
      corner: reprintWords(model.reprint),
      under: [[model.shop.name, `营业日 ${dayWords(model.day)}`], ...status(model)],
      foot: `${printedLine(model)}  账册校验码 ${model.auditHead}`,
    },
    margin,
  );
  await drawFlow(
    paper,
    [...facts(paper, model, width), ...tables(paper, model, width), closing(paper, model, width)],
    frame,
    onPage,
  );
}

function status(model: DaySheetModel): readonly (readonly [string, string])[] {
  const number = model.number === null ? '' : `班次号 ${model.number}`;
  const open = model.to === null ? '尚未结束,数字可能变动' : '';
  return number === '' && open === '' ? [] : [[number, open]];
}

function facts(paper: Paper, model: DaySheetModel, width: number): readonly Block[] {
  const row = (...pairs: readonly (readonly [label: string, value: string])[]): Block =>
    gridRow(
      paper,
      width,
      pairs.flatMap(([label, value]): GridCell[] => [
        { text: label, share: 13, label: true },
        { text: value, share: 100 / pairs.length - 13 },
      ]),
    );
  const until = model.to === null ? '进行中' : beijing(model.to);
  return [
    row(['柜台', model.terminal ?? '全部'], ['当班人', model.person ?? `共 ${model.shifts.length} 班`]),
    row(['起', beijing(model.from)], ['止', until]),
    row(['户次', String(model.householdTimes)], ['机构户次', String(model.institutionTimes)]),
    row(['免费领取', `${model.freeTimes} 次`], ['送货上门', `${model.deliveries} 次`]),
  ];
}

function tables(paper: Paper, model: DaySheetModel, width: number): readonly Section[] {
  const section = (
    title: string,
    columns: readonly Column[],
    rows: readonly BodyRow[],
    none: string,
  ): readonly Section[] =>
    rows.length === 0
      ? [textBlock(paper, `${title}:${none}`, width, { size: 10.5, weight: 'bold' }, 7)]
      : [
          gap(5),
          table(
            paper,
            { columns: fillWidth(columns, width), size: 9.5 },
            rows,
            textBlock(paper, title, width, { size: 10.5, weight: 'bold' }, 2),
          ),
        ];
  return [
    ...(model.of === 'day' ? section('一天各班', shiftColumns, model.shifts.map(shiftRow), '无') : []),
    ...section('核销领物券(已减撤销)', voucherColumns, model.vouchers.map(voucherRow), '无'),
    ...section('现金(经营收入,补现金)', cashColumns, cashRows(model.cash), '无'),
    ...section(`撤销(${model.reversals.length} 笔)`, reversalColumns, model.reversals.map(reversalRow), '无'),
    ...section(
      `拒绝(${model.refusals.reduce((sum, { times }) => sum + times, 0)} 次)`,
      refusalColumns,
      model.refusals.map(({ reason, times }) => ({ cells: [reason, String(times)] })),
      '无',
    ),
    ...section(
      `未完成的挂单(${model.held.length} 个)`,
      heldColumns,
      model.held.map((held) => ({
        cells: [held.name, beijing(held.heldAt), held.by, held.holderMasked, String(held.lines)],
      })),
      '无',
    ),
    ...(model.note === null ? [] : [textBlock(paper, `交接事项:${model.note}`, width, { size: 10.5 }, 7)]),
  ];
}

const cashColumns: readonly Column[] = [
  { heading: '项目', width: 220 },
  { heading: '笔数', width: 60, align: 'right' },
  { heading: '金额(元)', width: 100, align: 'right' },
  { heading: '说明', width: 160 },
];

const reversalColumns: readonly Column[] = [
  { heading: '时间', width: 84, align: 'center' },
  { heading: '撤销小票', width: 82, align: 'center' },
  { heading: '原小票', width: 82, align: 'center' },
  { heading: '行数', width: 34, align: 'right' },
  { heading: '退回(元)', width: 62, align: 'right' },
  { heading: '经办人', width: 60 },
  { heading: '原因', width: 120 },
];

const reversalRow = (row: DayReversal): BodyRow => ({
  cells: [
    beijing(row.at),
    row.number,
    row.ofNumber,
    String(row.lines),
    row.fen === null ? '—' : formatYuan(row.fen),
    row.by,
    row.reason,
  ],
});

const refusalColumns: readonly Column[] = [
  { heading: '原因', width: 440 },
  { heading: '次数', width: 80, align: 'right' },
];

const heldColumns: readonly Column[] = [
  { heading: '挂单', width: 100 },
  { heading: '时间', width: 100, align: 'center' },
  { heading: '经办人', width: 90 },
  { heading: '持券人', width: 100 },
  { heading: '行数', width: 50, align: 'right' },
];

function closing(paper: Paper, model: DaySheetModel, width: number): Block {
  const places =
    model.of === 'shift'
      ? ([
          ['交班人', model.handsOver],
          ['接班人', model.takesOver],
          ['店长', null],
          ['日期', null],
        ] as const)
      : ([
          ['结账人', model.handsOver],
          ['店长', model.takesOver],
          ['单位(盖章)', null],
          ['日期', null],
        ] as const);
  const difference = model.cash.differenceFen;
  const words =
    difference === null || model.cash.expectedFen === null
      ? '现金尚未清点。'
      : `现金应有 ${formatYuan(model.cash.expectedFen)} 元,实点 ${yuanOrUnpriced(model.cash.countedFen)} 元,${
          difference === 0
            ? '账款相符。'
            : `${difference > 0 ? '长款' : '短款'} ${formatYuan(Math.abs(difference))} 元。`
        }`;
  return joined([
    textBlock(paper, words, width, { size: 10.5, weight: 'bold' }, 8),
    textBlock(
      paper,
      `双方当面点清现金、核对挂单和小票后签字。账册校验码 ${model.auditHead}:日后账册中仍能查到此码的,此前记录未被改动。`,
      width,
      { size: 9.5 },
      3,
    ),
    signatureRow(paper, width, places, 46),
  ]);
}
