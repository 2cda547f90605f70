// 致捐赠人的信: what became of a donor's gifts in a period, one letter a donor, each on pages of its own. Sums add like units only.
import type {
  DonorLetter,
  DonorLetterLine,
  DonorLetterLoss,
  DonorLetterModel,
} from '../../db/contract/documents.ts';
import { amountInWords } from '../../db/domain/amount-in-words.ts';
import { formatYuan, sumFen } from '../../db/domain/money.ts';
import { formatQuantity } from '../../db/domain/quantity.ts';
import { drawFlow, gap, joined } from './flow.ts';
import type { Block, OnPage, Section } from './flow.ts';
import { receiptDisclaimer } from './gift-words.ts';
import { officeFrame, printedLine, textBlock } from './office-page.ts';
import { mm } from './paper.ts';
import type { Paper, TextStyle } from './paper.ts';
import { fillWidth, table } from './table.ts';
import type { BodyRow, Column } from './table.ts';
import { beijing, dayWords, donorTypeWords, measureNumber, reprintWords, yuanOrUnpriced } from './words.ts';

const margin = mm(17);
const words: TextStyle = { size: 11 };

export async function drawDonorLetters(paper: Paper, model: DonorLetterModel, onPage: OnPage): Promise<void> {
  const { letters } = model;
  for (const [index, letter] of letters.entries()) {
    // Progress counts letters: how many pages a later letter takes is not known yet.
    await drawLetter(paper, model, letter, () => onPage(index + 1, letters.length));
  }
}

async function drawLetter(
  paper: Paper,
  model: DonorLetterModel,
  letter: DonorLetter,
  onPage: OnPage,
): Promise<void> {
  const width = paper.width - 2 * margin;
  const frame = officeFrame(
    paper,
    {
      title: '捐赠使用情况说明',
      corner: reprintWords(model.reprint),
      under: [
        [
          `期间:${dayWords(model.from)}至${dayWords(model.to)}(含首尾两日)`,
          `数据截至 ${beijing(model.asOf)}`,
        ],
      ],
      foot: `${printedLine(model)}  投诉举报电话 ${model.shop.reportPhone}`,
    },
    margin,
  );
  await drawFlow(
    paper,
    [
      ...greeting(paper, model, letter, width),
      ...moneySections(paper, letter, width),
      ...goodsSections(paper, letter, width),
      ...lossSections(paper, letter, width),
      closing(paper, model, width),
    ],
    frame,
    onPage,
  );
}

function greeting(
  paper: Paper,
  model: DonorLetterModel,
  letter: DonorLetter,
  width: number,
): readonly Section[] {
  const { donorName, donorType } = letter;
  const name =
    donorName === null || donorType === 'anonymous'
      ? '爱心人士(匿名捐赠)'
      : `${donorName}(${donorTypeWords[donorType]})`;
  const thanks =
    model.thanks ?? `衷心感谢您对${model.shop.name}的关心和支持。您的捐赠用在了哪里,现向您说明如下。`;
  return [
    textBlock(paper, `尊敬的 ${name}:`, width, { size: 12, weight: 'bold' }, 4),
    textBlock(paper, `\u3000\u3000${thanks}`, width, words, 4),
    gap(6),
  ];
}

function moneySections(paper: Paper, letter: DonorLetter, width: number): readonly Section[] {
  if (letter.cash.length === 0) return [];
  const columns: readonly Column[] = [
    { heading: '日期', width: 66, align: 'center' },
    { heading: '凭证号', width: 78, align: 'center' },
    { heading: '捐款(元)', width: 80, align: 'right' },
    { heading: '定向用途', width: 270 },
  ];
  const total = sumFen(letter.cash.map((gift) => gift.fen));
  const rows: readonly BodyRow[] = [
    ...letter.cash.map((gift) => ({
      cells: [gift.givenOn, gift.receiptNo, formatYuan(gift.fen), gift.designation ?? '非定向'],
    })),
    { bold: true, cells: ['合计', '', formatYuan(total), amountInWords(total)] },
  ];
  return [
    table(paper, { columns: fillWidth(columns, width), size: 9.5 }, rows, heading(paper, '捐款', width)),
    gap(8),
  ];
}

function goodsSections(paper: Paper, letter: DonorLetter, width: number): readonly Section[] {
  const { lines } = letter;
  if (lines.length === 0) return [];
  const columns = columnsFor(lines);
  const rows = lines.map((line): BodyRow => ({ cells: columns.map((column) => column.of(line)) }));
  return [
    table(paper, { columns: fillWidth(columns, width), size: 9 }, rows, heading(paper, '捐赠物资', width)),
    gap(3),
    ...goodsWords(letter).map((line) => textBlock(paper, line, width, { size: 10.5 }, 3)),
    gap(8),
  ];
}

interface LetterColumn extends Column {
  readonly of: (line: DonorLetterLine) => string;
}

type Pieces = 'given' | 'handedOut' | 'inStock' | 'sold' | 'writtenOff';

/** 义卖 and 报损 have columns only when something was sold or lost. */
function columnsFor(lines: readonly DonorLetterLine[]): readonly LetterColumn[] {
  const pieces = (heading: string, which: Pieces): LetterColumn => ({
    heading,
    width: 38,
    align: 'right',
    of: (line) => formatQuantity(line[which], line.scale),
  });
  const some = (which: Pieces): boolean => lines.some((line) => line[which] !== 0);
  return [
    { heading: '日期', width: 56, align: 'center', of: (line) => line.givenOn },
    { heading: '凭证号', width: 66, align: 'center', of: (line) => line.receiptNo },
    { heading: '物品', width: 110, of: nameAndSpec },
    { heading: '单位', width: 30, align: 'center', of: (line) => line.unit },
    pieces('捐赠', 'given'),
    pieces('已发放', 'handedOut'),
    { heading: '惠及\n(户)', width: 34, align: 'right', of: (line) => String(line.households) },
    pieces('在库', 'inStock'),
    ...(some('sold') ? [pieces('义卖', 'sold')] : []),
    ...(some('writtenOff') ? [pieces('报损', 'writtenOff')] : []),
    { heading: '折价(元)', width: 58, align: 'right', of: (line) => yuanOrUnpriced(line.valueFen) },
  ];
}

const nameAndSpec = ({ name, spec }: DonorLetterLine): string =>
  spec === null || spec === '' ? name : `${name} ${spec}`;

function goodsWords(letter: DonorLetter): readonly string[] {
  const { lines, households, lastHandedOutOn } = letter;
  const parts = [
    `共捐赠${byUnit(lines, 'given')}`,
    `已发放${byUnit(lines, 'handedOut')}`,
    `在库${byUnit(lines, 'inStock')}`,
    ...optional(lines, 'sold', '义卖'),
    ...optional(lines, 'writtenOff', '报损'),
  ];
  const reached =
    households === 0 || lastHandedOutOn === null
      ? '尚未发放到户。'
      : `共惠及 ${households} 户(同一户只计一次),最近一次发放在${dayWords(lastHandedOutOn)}。`;
  return [`${parts.join(';')}(不同计量单位不相加)。`, reached, ...valueWords(lines)];
}

function optional(lines: readonly DonorLetterLine[], which: Pieces, word: string): readonly string[] {
  return lines.some((line) => line[which] !== 0) ? [`${word}${byUnit(lines, which)}`] : [];
}

function valueWords(lines: readonly DonorLetterLine[]): readonly string[] {
  const priced = lines.map((line) => line.valueFen).filter((fen) => fen !== null);
  const unpriced = lines.length - priced.length;
  const note = unpriced === 0 ? '' : `未计价 ${unpriced} 项未计入合计(数量登记,不计金额)。`;
  if (priced.length === 0) return note === '' ? [] : [`未计价 ${unpriced} 项,数量登记,不计金额。`];
  const total = sumFen(priced);
  return [`计价物资折价合计 ¥${formatYuan(total)}(${amountInWords(total)})。${note}`];
}

/** ' 40 袋、12.5 公斤': one sum a unit, in the order the units appear; 0 where there is nothing. */
function byUnit(lines: readonly DonorLetterLine[], which: Pieces): string {
  const sums = new Map<string, { quantity: number; readonly scale: number; readonly unit: string }>();
  for (const line of lines) {
    const key = `${line.unit}/${line.scale}`;
    const sum = sums.get(key) ?? { quantity: 0, scale: line.scale, unit: line.unit };
    sum.quantity += line[which];
    sums.set(key, sum);
  }
  const some = [...sums.values()].filter((sum) => sum.quantity !== 0);
  if (some.length === 0) return ' 0';
  return ` ${some.map((sum) => `${formatQuantity(sum.quantity, sum.scale)} ${sum.unit}`).join('、')}`;
}

const lossWords: Readonly<Record<DonorLetterLoss['how'], string>> = {
  scrapped: '报废',
  missing: '盘亏',
  sold: '义卖',
};

function lossSections(paper: Paper, letter: DonorLetter, width: number): readonly Section[] {
  if (letter.losses.length === 0) return [];
  const columns: readonly Column[] = [
    { heading: '日期', width: 66, align: 'center' },
    { heading: '物品', width: 120 },
    { heading: '数量', width: 60, align: 'right' },
    { heading: '去向', width: 44, align: 'center' },
    { heading: '原因', width: 200 },
  ];
  const rows = letter.losses.map((loss): BodyRow => ({
    cells: [
      loss.on,
      loss.name,
      `${measureNumber(loss.measure)} ${loss.measure.unit}`,
      lossWords[loss.how],
      loss.reason,
    ],
  }));
  return [
    table(
      paper,
      { columns: fillWidth(columns, width), size: 9.5 },
      rows,
      heading(paper, '未能发放的物资', width),
    ),
    gap(8),
  ];
}

const heading = (paper: Paper, text: string, width: number): Block =>
  textBlock(paper, text, width, { size: 11, weight: 'bold' }, 2);

/** Kept in one piece: the seal stands under words, not alone on a page. */
function closing(paper: Paper, model: DonorLetterModel, width: number): Block {
  const right: TextStyle = { size: 11, align: 'right' };
  return joined([
    textBlock(
      paper,
      '\u3000\u3000如对以上内容有疑问,欢迎随时来店查询或致电。再次感谢您的善举!',
      width,
      words,
      2,
    ),
    gap(22),
    textBlock(paper, `${model.shop.name}(盖章)`, width, right, 2),
    textBlock(paper, dayWords(model.signedOn), width, right, 2),
    gap(30),
    textBlock(
      paper,
      `说明:本函供捐赠人了解捐赠去向,不是票据。所列凭证号对应的凭证上载明:“${receiptDisclaimer}”`,
      width,
      { size: 9 },
      2,
    ),
  ]);
}
