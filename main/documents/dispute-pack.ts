// 争议材料: everything the books hold about one voucher, in order of time, for whoever decides a dispute. Stays inside and says so.
import type {
  Amount,
  DisputeEvent,
  DisputeEventKind,
  DisputeLine,
  DisputePackModel,
} from '../../db/contract/documents.ts';
import { formatYuan } from '../../db/domain/money.ts';
import { formatQuantity } from '../../db/domain/quantity.ts';
import { VOUCHER_STATE_NAMES } from '../../db/domain/voucher-state.ts';
import { drawStrokes } from './drawn-signature.ts';
import { drawFlow, gap, joined } from './flow.ts';
import type { Block, OnPage, Section } from './flow.ts';
import { gridRow, officeFrame, signatureRow, textBlock } from './office-page.ts';
import type { GridCell } from './office-page.ts';
import { mm } from './paper.ts';
import type { Paper } from './paper.ts';
import { internalLine, maskWords } from './people-words.ts';
import { checkMark } from './report-parts.ts';
import { nameWithSpec, packageWords } from './slip-lines.ts';
import { fillWidth, table } from './table.ts';
import type { BodyRow, Column } from './table.ts';
import { beijing, formatAmount, measureWords, pointsWords, reprintWords, yuanOrUnpriced } from './words.ts';

export const disputeTitle = '领物券争议材料';
const margin = mm(12);

const eventWords: Readonly<Record<DisputeEventKind, string>> = {
  drafted: '制券(草稿)',
  issued: '发放',
  printed: '打印',
  'handed-over': '交付',
  scanned: '扫码',
  refused: '拒绝',
  redeemed: '核销',
  reversed: '撤销',
  replaced: '挂失补发',
  void: '作废',
  expired: '过期',
  other: '其他',
};

const columns: readonly Column[] = [
  { heading: '序号', width: 26, align: 'center' },
  { heading: '时间', width: 84, align: 'center' },
  { heading: '事项', width: 52, align: 'center' },
  { heading: '经办人', width: 58 },
  { heading: '柜台', width: 54 },
  { heading: '单号', width: 76, align: 'center' },
  { heading: '变动', width: 58, align: 'right' },
  { heading: '余额', width: 58, align: 'right' },
  { heading: '说明', width: 246 },
  { heading: '审计号', width: 48, align: 'right' },
];

export async function drawDisputePack(paper: Paper, model: DisputePackModel, onPage: OnPage): Promise<void> {
  const width = paper.width - 2 * margin;
  const chain = model.chainHolds ? `校验链完整 ${checkMark}` : '校验链不完整 ×,请先查明再用';
  const frame = officeFrame(
    paper,
    {
      title: disputeTitle,
      mark: internalLine(model),
      corner: reprintWords(model.reprint),
      under: [
        [`券号 ${model.voucher.serial}`, `数据截至 ${beijing(model.asOf)}`],
        [maskWords(!model.full), `账册校验码 ${model.auditHead}  ${chain}`],
      ],
      foot: internalLine(model),
    },
    margin,
  );
  const sections: readonly Section[] = [
    ...facts(paper, model, width),
    gap(6),
    table(
      paper,
      { columns: fillWidth(columns, width), size: 9 },
      model.events.map(eventRow),
      textBlock(paper, `经过(${model.events.length} 条,按时间先后)`, width, { size: 11, weight: 'bold' }, 2),
    ),
    ...signatures(paper, model, width),
    joined([
      ...notes(model).map((note) => textBlock(paper, note, width, { size: 9.5 }, 3)),
      gap(8),
      signatureRow(
        paper,
        width,
        [
          ['编制人', null],
          ['复核人', null],
          ['单位负责人(盖章)', null],
          ['日期', null],
        ],
        40,
      ),
    ]),
  ];
  await drawFlow(paper, sections, frame, onPage);
}

const signatureHeight = mm(18);
const signaturesARow = 3;

/** What was drawn at the till, each under the number of its slip. */
function signatures(paper: Paper, { signatures: all }: DisputePackModel, width: number): readonly Section[] {
  if (all.length === 0) return [];
  const share = width / signaturesARow;
  const style = { size: 9 };
  const row = (from: number): Block => ({
    height: signatureHeight + 4,
    draw: (x, y) => {
      for (const [at, { number, drawn }] of all.slice(from, from + signaturesARow).entries()) {
        const [left, foot] = [x + at * share, y + signatureHeight];
        const label = `${number} 签名`;
        const used = paper.textWidth(label, style) + 6;
        paper.text(label, left, foot - style.size * 1.3, used, style);
        paper.rule(left + used, foot, left + share - 12, foot);
        drawStrokes(paper, drawn, {
          left: left + used,
          foot,
          width: share - used - 12,
          height: signatureHeight - mm(1),
        });
      }
    },
  });
  const title = textBlock(paper, '柜台手写签名', width, { size: 11, weight: 'bold' }, 8);
  const rows = Array.from({ length: Math.ceil(all.length / signaturesARow) }, (_, at) =>
    row(at * signaturesARow),
  );
  return [joined([title, ...rows.slice(0, 1)]), ...rows.slice(1)];
}

function facts(paper: Paper, model: DisputePackModel, width: number): readonly Block[] {
  const { voucher, holder } = model;
  const row = (
    ...pairs: readonly (readonly [label: string, value: string | null, share?: number])[]
  ): Block =>
    gridRow(
      paper,
      width,
      pairs.flatMap(([label, value, share = 24]): GridCell[] => [
        { text: label, share: 9, label: true },
        { text: value ?? '—', share },
      ]),
      18,
      9.5,
    );
  return [
    row(
      ['批次', voucher.batchName],
      ['面值', worthWords(model)],
      ['现有余额', voucher.balance === null ? null : formatAmount(voucher.balance)],
    ),
    row(
      ['状态', VOUCHER_STATE_NAMES[voucher.state]],
      ['有效期', `${voucher.validFrom} 至 ${voucher.validTo}`],
      ['使用方式', voucher.inParts ? '分次使用' : '一次用完'],
    ),
    row(['地点', voucher.place], ['资金来源', voucher.funding], ['第几次发出', generationWords(model)]),
    row(['持券人', holder.name], ['证件号', holder.identity], ['户号', holder.householdNumber]),
    row(['类别', holder.category], ['村(社区)', holder.community], ['电话', holder.phone]),
    row(['住址', holder.address, 90]),
  ];
}

function worthWords({ voucher: { worth } }: DisputePackModel): string {
  if (!('packageName' in worth)) return formatAmount(worth);
  const contents = worth.contents.map(packageWords).join('、');
  return contents === '' ? `套餐 ${worth.packageName}` : `套餐 ${worth.packageName}:${contents}`;
}

function generationWords({ voucher: { generation, replaces, replacedBy } }: DisputePackModel): string {
  const words = [
    generation === 1 ? '首次发放' : `补发第 ${generation - 1} 次`,
    replaces === null ? '' : `原券号 ${replaces}`,
    replacedBy === null ? '' : `已由 ${replacedBy} 替换`,
  ];
  return words.filter((part) => part !== '').join(',');
}

/** +93.00, −30 积分: what goes on the voucher and what leaves it. */
function changeWords(change: Amount | null): string {
  if (change === null) return '';
  const value = 'fen' in change ? change.fen : change.points;
  const size = 'fen' in change ? formatYuan(Math.abs(value)) : pointsWords(Math.abs(value));
  return `${value < 0 ? '-' : '+'}${size}`;
}

function eventRow(event: DisputeEvent, index: number): BodyRow {
  return {
    cells: [
      String(index + 1),
      beijing(event.at),
      eventWords[event.what],
      event.by,
      event.terminal ?? '',
      event.number ?? '',
      changeWords(event.change),
      event.after === null ? '' : formatAmount(event.after).replace('¥', ''),
      [...event.notes, ...event.lines.map(lineWords)].join('\n'),
      event.auditNo === null ? '' : String(event.auditNo),
    ],
  };
}

function lineWords(line: DisputeLine): string {
  const amount = line.points === null ? yuanOrUnpriced(line.amountFen) : pointsWords(line.points.amount);
  const lots = line.lots.map(({ tag, expiresOn, quantity }) => {
    const until = expiresOn === null ? '' : ` 保质期至 ${expiresOn}`;
    return `批号 ${tag}${until} ${formatQuantity(quantity, line.measure.scale)} ${line.measure.unit}`;
  });
  const from = lots.length === 0 ? '' : `(${lots.join(';')})`;
  return `${nameWithSpec(line)} ${measureWords(line.measure)} ${amount}${from}`;
}

function notes({ events }: DisputePackModel): readonly string[] {
  const times = (what: DisputeEventKind): number => events.filter((event) => event.what === what).length;
  return [
    `发放、交付、扫码、拒绝、核销、撤销、补发、作废、过期各条均出自账册,按时间列出,不增不减。其中核销 ${times('redeemed')} 次,撤销 ${times('reversed')} 次,拒绝 ${times('refused')} 次。`,
    '审计号为账册审计日志的序号,可凭校验码核对全部记录未被改动。',
  ];
}
