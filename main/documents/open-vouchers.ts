// 到期提醒 and 未领清单: the vouchers that can still be taken, by community, for those who go and tell people. On paper and as a workbook.
import type { OpenVoucher, OpenVouchersModel } from '../../db/contract/documents.ts';
import { formatYuan, sumFen } from '../../db/domain/money.ts';
import { VOUCHER_STATE_NAMES } from '../../db/domain/voucher-state.ts';
import { drawFlow, gap, joined } from './flow.ts';
import type { OnPage, Section } from './flow.ts';
import { listSheet, numberColumn } from './list-columns.ts';
import type { ListColumn } from './list-columns.ts';
import { officeFrame, printedLine, signatureRow, textBlock } from './office-page.ts';
import { mm } from './paper.ts';
import type { Paper } from './paper.ts';
import { fillWidth, table } from './table.ts';
import { cell } from './workbook.ts';
import type { WorkbookSheet } from './workbook.ts';
import { beijing, dayWords, formatAmount, pointsWords, reprintWords } from './words.ts';

const margin = mm(12);
const noCommunity = '未登记村(社区)';

export const openVouchersTitle = ({ of }: OpenVouchersModel): string =>
  of === 'expiry-notice' ? '领物券到期提醒' : '领物券未领清单';

const balanceWords = ({ balance, packageName }: OpenVoucher): string =>
  balance === null ? (packageName ?? '套餐') : formatAmount(balance).replace('¥', '');

const columns: readonly ListColumn<OpenVoucher>[] = [
  numberColumn(),
  { heading: '券号', width: 86, text: (row) => row.serial },
  { heading: '持券人', width: 70, text: (row) => row.holderMasked },
  { heading: '电话', width: 78, text: (row) => row.phoneMasked ?? '' },
  { heading: '类别', width: 78, text: (row) => row.category },
  { heading: '状态', width: 88, align: 'center', text: (row) => VOUCHER_STATE_NAMES[row.state] },
  {
    heading: '余额(元)',
    width: 70,
    align: 'right',
    text: balanceWords,
    // A sum in a spreadsheet must be one of money: points and packages stay words.
    sheet: (row) =>
      row.balance !== null && 'fen' in row.balance ? cell.fen(row.balance.fen) : cell.text(balanceWords(row)),
  },
  { heading: '有效期至', width: 64, align: 'center', text: (row) => row.validTo },
];

/** For the pen of who goes round. */
const told: ListColumn<OpenVoucher> = { heading: '通知日期/方式', width: 84, text: () => '' };

const columnsOf = ({ of }: OpenVouchersModel): readonly ListColumn<OpenVoucher>[] =>
  of === 'expiry-notice' ? [...columns, told] : columns;

/** 3 张,合计 200.00 元,30 积分. */
function sumWords(vouchers: readonly OpenVoucher[]): string {
  const fen = vouchers.flatMap(({ balance }) => (balance !== null && 'fen' in balance ? [balance.fen] : []));
  const points = vouchers.flatMap(({ balance }) =>
    balance !== null && 'points' in balance ? [balance.points] : [],
  );
  const packages = vouchers.length - fen.length - points.length;
  const parts = [
    `${vouchers.length} 张`,
    fen.length === 0 ? '' : `${formatYuan(sumFen(fen))} 元`,
    points.length === 0 ? '' : pointsWords(points.reduce((sum, one) => sum + one, 0)),
    packages === 0 ? '' : `套餐 ${packages} 份`,
  ];
  return parts.filter((part) => part !== '').join(',');
}

const all = ({ communities }: OpenVouchersModel): readonly OpenVoucher[] =>
  communities.flatMap(({ vouchers }) => vouchers);

function under(model: OpenVouchersModel): readonly (readonly [string, string])[] {
  const until = model.by === null ? '' : `有效期至 ${dayWords(model.by)}及以前`;
  return [
    [`批次:${model.batchName ?? '全部'}`, until],
    [`填报单位(盖章):${model.shop.name}(${model.shop.districtName})`, `数据截至 ${beijing(model.asOf)}`],
  ];
}

const notes = (model: OpenVouchersModel): readonly string[] => [
  all(model).length === 0 ? '没有未用完的领物券,零报告。' : `总计 ${sumWords(all(model))}。`,
  ...(model.of === 'expiry-notice'
    ? ['请在有效期内通知到户;行动不便的可委托代领,或请超市送货上门。到期未领的,余额失效。']
    : []),
];

export async function drawOpenVouchers(
  paper: Paper,
  model: OpenVouchersModel,
  onPage: OnPage,
): Promise<void> {
  const width = paper.width - 2 * margin;
  const frame = officeFrame(
    paper,
    {
      title: openVouchersTitle(model),
      corner: reprintWords(model.reprint),
      under: under(model),
      foot: `${printedLine(model)}  投诉举报电话 ${model.shop.reportPhone}`,
    },
    margin,
  );
  const list = columnsOf(model);
  const sections = model.communities.flatMap(({ community, vouchers }): readonly Section[] => [
    table(
      paper,
      { columns: fillWidth(list, width), size: 9.5, leastRowHeight: mm(6.5) },
      vouchers.map((row, index) => ({ cells: list.map((column) => column.text(row, index)) })),
      textBlock(
        paper,
        `${community ?? noCommunity}(${sumWords(vouchers)})`,
        width,
        { size: 11, weight: 'bold' },
        2,
      ),
    ),
    gap(6),
  ]);
  const closing = joined([
    ...notes(model).map((note) => textBlock(paper, note, width, { size: 10.5 }, 3)),
    signatureRow(
      paper,
      width,
      [
        ['填表人', null],
        ['村(社区)签收', null],
        ['日期', null],
      ],
      40,
    ),
  ]);
  await drawFlow(paper, [...sections, closing], frame, onPage);
}

interface Placed {
  readonly community: string | null;
  readonly voucher: OpenVoucher;
}

/** One sheet, so that it can be filtered: the community is a column of its own. */
export function openVouchersSheets(model: OpenVouchersModel): readonly WorkbookSheet[] {
  const title = openVouchersTitle(model);
  const rows = model.communities.flatMap(({ community, vouchers }) =>
    vouchers.map((voucher): Placed => ({ community, voucher })),
  );
  const own = columnsOf(model).map(({ text, sheet, ...column }): ListColumn<Placed> => ({
    ...column,
    text: ({ voucher }, index) => text(voucher, index),
    ...(sheet === undefined ? {} : { sheet: ({ voucher }, index) => sheet(voucher, index) }),
  }));
  const [number, ...others] = own;
  const community: ListColumn<Placed> = {
    heading: '村(社区)',
    width: 90,
    text: (row) => row.community ?? noCommunity,
  };
  return [
    listSheet<Placed>({
      name: title,
      title,
      practice: model.practice,
      above: under(model).map(([left, right]) => `${left}    ${right}`),
      below: [...notes(model), printedLine(model)],
      columns: number === undefined ? [community] : [number, community, ...others],
      rows,
    }),
  ];
}
