// 领取签收表: who received which voucher, signed by hand (domain.md §7.2 layout 4). The answer to 冒领 and 代签名.
import type { SignOffListModel } from '../../db/contract/documents.ts';
import { formatYuan, sumFen } from '../../db/domain/money.ts';
import { drawFlow, gap } from './flow.ts';
import type { OnPage } from './flow.ts';
import { officeFrame, printedLine, signatureRow, textBlock } from './office-page.ts';
import { mm } from './paper.ts';
import type { Paper } from './paper.ts';
import { fillWidth, table } from './table.ts';
import type { BodyRow, Column } from './table.ts';
import { reprintWords } from './words.ts';

const margin = mm(10);

const columns: readonly Column[] = [
  { heading: '序号', width: 28, align: 'center' },
  { heading: '户主', width: 66 },
  { heading: '证件号', width: 92 },
  { heading: '人口', width: 26, align: 'right' },
  { heading: '类别', width: 64 },
  { heading: '村(社区)', width: 56 },
  { heading: '券号', width: 72 },
  { heading: '物品/套餐', width: 50 },
  { heading: '数量\n(张)', width: 28, align: 'right' },
  { heading: '金额(元)', width: 48, align: 'right' },
  { heading: '领取人签字', width: 84 },
  { heading: '代领人/关系/证件', width: 94 },
  { heading: '日期', width: 46 },
  { heading: '经办人', width: 50 },
];

/** Text cells of the list, shared with its sheet. Empty ones are for the pen. */
export function signOffCells(model: SignOffListModel): readonly (readonly (string | number)[])[] {
  return model.rows.map((row, index) => [
    index + 1,
    row.headName,
    row.identity,
    row.members,
    row.category,
    row.community ?? '',
    row.voucherSerial,
    row.goods ?? '自选',
    row.quantity,
    row.amountFen === null ? '—' : row.amountFen / 100,
    '',
    '',
    '',
    '',
  ]);
}

export const signOffHeadings = columns.map((column) => column.heading.replace('\n', ''));

export async function drawSignOffList(paper: Paper, model: SignOffListModel, onPage: OnPage): Promise<void> {
  const width = paper.width - 2 * margin;
  const frame = officeFrame(
    paper,
    {
      title: '领物券领取签收表',
      corner: reprintWords(model.reprint),
      under: [
        [`发放批次:${model.batchName}`, `填报单位(盖章):${model.shop.name}`],
        [`使用地点:${model.place}`, `有效期:${model.validFrom} 至 ${model.validTo}(含首尾两日)`],
      ],
      foot: `${printedLine(model)}  投诉举报电话 ${model.shop.reportPhone}`,
    },
    margin,
  );
  const rows: BodyRow[] = model.rows.map((row, index) => ({
    cells: [
      String(index + 1),
      row.headName,
      row.identity,
      String(row.members),
      row.category,
      row.community ?? '',
      row.voucherSerial,
      row.goods ?? '自选',
      String(row.quantity),
      row.amountFen === null ? '—' : formatYuan(row.amountFen),
    ],
  }));
  await drawFlow(
    paper,
    [
      table(paper, { columns: fillWidth(columns, width), size: 9.5, leastRowHeight: mm(11) }, [
        ...rows,
        totalRow(model),
      ]),
      textBlock(
        paper,
        '请本人签字或按手印;他人代领须写明代领人姓名、与户主关系和证件号码,经办人核对证件后签字。工作人员不得代签。',
        width,
        { size: 9.5 },
        5,
      ),
      gap(6),
      signatureRow(
        paper,
        width,
        [
          ['发放人', null],
          ['复核人', null],
          ['单位负责人', null],
          ['日期', null],
        ],
        34,
      ),
    ],
    frame,
    onPage,
  );
}

function totalRow(model: SignOffListModel): BodyRow {
  const sum = (of: (row: SignOffListModel['rows'][number]) => number): string =>
    String(model.rows.reduce((total, row) => total + of(row), 0));
  const fen = sumFen(model.rows.map((row) => row.amountFen ?? 0));
  return {
    bold: true,
    cells: [
      '',
      '合计',
      `${model.rows.length} 户`,
      sum((r) => r.members),
      '',
      '',
      '',
      '',
      sum((r) => r.quantity),
      formatYuan(fen),
    ],
  };
}
