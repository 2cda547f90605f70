// 去向单: where a lot came from and who got it, so that "which 37 households got this rice" is one paper. Households
// are masked by the caller.
import type { TraceModel, TraceOrigin, TraceOther, TraceRow } from '../../db/contract/documents.ts';
import { formatQuantity } from '../../db/domain/quantity.ts';
import { drawFlow, gap } from './flow.ts';
import type { OnPage, Section } from './flow.ts';
import { listSheet, listTable, numberColumn } from './list-columns.ts';
import type { ListColumn, ListTotal } from './list-columns.ts';
import { officeFrame, printedLine, signatureRow, textBlock } from './office-page.ts';
import type { OfficeHead } from './office-page.ts';
import { mm } from './paper.ts';
import type { Paper } from './paper.ts';
import { cell } from './workbook.ts';
import type { WorkbookSheet } from './workbook.ts';
import { beijing, reprintWords } from './words.ts';

const margin = mm(12);
export const traceTitle = '物资去向单';

const originWords: Readonly<Record<TraceOrigin['by'], string>> = {
  gift: '捐赠',
  purchase: '采购',
  other: '其他',
};

/** Anonymous givers only where there is a giver. */
const fromWords = ({ by, from }: TraceOrigin): string => from ?? (by === 'gift' ? '匿名' : '');

const quantityColumn = <Row extends { readonly quantity: number }>(model: TraceModel): ListColumn<Row> => ({
  heading: `数量(${model.unit})`,
  width: 60,
  align: 'right',
  text: (row) => formatQuantity(row.quantity, model.scale),
  sheet: (row) => cell.quantity(row.quantity, model.scale),
});

const dayColumn = <Row extends { readonly on: string | null }>(): ListColumn<Row> => ({
  heading: '日期',
  width: 62,
  align: 'center',
  text: (row) => row.on ?? '',
});

const originColumns = (model: TraceModel): readonly ListColumn<TraceOrigin>[] => [
  numberColumn(),
  dayColumn<TraceOrigin>(),
  { heading: '来源', width: 40, align: 'center', text: (row) => originWords[row.by] },
  { heading: '凭证号', width: 90, text: (row) => row.docNo },
  { heading: '捐赠人/供货单位', width: 190, text: fromWords },
  quantityColumn<TraceOrigin>(model),
];

const issueColumns = (model: TraceModel): readonly ListColumn<TraceRow>[] => [
  numberColumn(),
  dayColumn<TraceRow>(),
  { heading: '凭证号', width: 90, text: (row) => row.slipNo },
  { heading: '领取户', width: 80, text: (row) => row.householdMasked },
  { heading: '村(社区)', width: 110, text: (row) => row.community ?? '' },
  quantityColumn<TraceRow>(model),
  { heading: '经办人', width: 62, text: (row) => row.operator },
];

const otherColumns = (model: TraceModel): readonly ListColumn<TraceOther>[] => [
  numberColumn(),
  dayColumn<TraceOther>(),
  { heading: '凭证号', width: 90, text: (row) => row.docNo ?? '' },
  { heading: '去向', width: 190, text: (row) => row.words },
  quantityColumn<TraceOther>(model),
];

const sumOf = (rows: readonly { readonly quantity: number }[]): number =>
  rows.reduce((sum, row) => sum + row.quantity, 0);

function total(model: TraceModel, rows: readonly { readonly quantity: number }[], under: string): ListTotal {
  const quantity = sumOf(rows);
  const { heading } = quantityColumn(model);
  const figure = { text: formatQuantity(quantity, model.scale), sheet: cell.quantity(quantity, model.scale) };
  return { label: '合计', under, figures: { [heading]: figure } };
}

function issueTotal(model: TraceModel): ListTotal {
  const { figures } = total(model, model.rows, '凭证号');
  const households = `${model.households} 户`;
  return {
    label: '合计',
    under: '凭证号',
    figures: { ...figures, 领取户: { text: households, sheet: cell.text(households) } },
  };
}

/** Origins = handed out + otherwise + on hand, or the paper says that it is not so. */
function checkWords(model: TraceModel): string {
  const of = (quantity: number): string => formatQuantity(quantity, model.scale);
  const [came, issued, other] = [sumOf(model.origins), sumOf(model.rows), sumOf(model.others)];
  const off = came - issued - other - model.onHand;
  const check = off === 0 ? '✓ 相符' : `× 不符,差 ${of(off)}`;
  return `来源 ${of(came)} = 发放 ${of(issued)} + 其他 ${of(other)} + 现存 ${of(model.onHand)} ${model.unit} ${check}`;
}

function traceHead(model: TraceModel): OfficeHead {
  const spec = model.spec === null || model.spec === '' ? '' : ` ${model.spec}`;
  return {
    title: traceTitle,
    corner: reprintWords(model.reprint),
    under: [
      [`品名:${model.name}${spec}`, `批号/吊牌:${model.tag}`],
      [`保质期至:${model.expiresOn ?? '无'}`, `数据截至 ${beijing(model.asOf)}`],
      [`填报单位(盖章):${model.shop.name}`, `领取 ${model.households} 户`],
    ],
    foot: printedLine(model),
  };
}

const titles = { origins: '一、来源', rows: '二、发放去向', others: '三、其他去向' } as const;

export async function drawTrace(paper: Paper, model: TraceModel, onPage: OnPage): Promise<void> {
  const width = paper.width - 2 * margin;
  const title = (text: string) => textBlock(paper, text, width, { size: 11, weight: 'bold' }, 2);
  const setting = { width, size: 9.5 };
  const list = <Row>(
    name: string,
    columns: readonly ListColumn<Row>[],
    rows: readonly Row[],
    sum: ListTotal,
  ) => ({
    ...listTable(paper, setting, columns, rows, [sum]),
    title: title(name),
  });
  const { origins, rows, others } = model;
  const otherSection: Section[] =
    others.length === 0
      ? []
      : [gap(8), list(titles.others, otherColumns(model), others, total(model, others, '凭证号'))];
  const sections: Section[] = [
    list(titles.origins, originColumns(model), origins, total(model, origins, '凭证号')),
    gap(8),
    list(titles.rows, issueColumns(model), rows, issueTotal(model)),
    ...otherSection,
    textBlock(paper, checkWords(model), width, { size: 10.5 }, 6),
    gap(6),
    signatureRow(
      paper,
      width,
      [
        ['制表人', model.operator],
        ['复核人', null],
        ['单位负责人', null],
      ],
      34,
    ),
  ];
  await drawFlow(paper, sections, officeFrame(paper, traceHead(model), margin), onPage);
}

export function traceSheets(model: TraceModel): readonly WorkbookSheet[] {
  const head = traceHead(model);
  const shared = {
    title: traceTitle,
    practice: model.practice,
    above: head.under.map(([left, right]) => `${left}    ${right}`),
    below: [checkWords(model), head.foot],
  };
  const { origins, rows, others } = model;
  const sheets = [
    listSheet({
      ...shared,
      name: '来源',
      columns: originColumns(model),
      rows: origins,
      totals: [total(model, origins, '凭证号')],
    }),
    listSheet({
      ...shared,
      name: '发放去向',
      columns: issueColumns(model),
      rows,
      totals: [issueTotal(model)],
    }),
  ];
  if (others.length === 0) return sheets;
  const totals = [total(model, others, '凭证号')];
  return [
    ...sheets,
    listSheet({ ...shared, name: '其他去向', columns: otherColumns(model), rows: others, totals }),
  ];
}
