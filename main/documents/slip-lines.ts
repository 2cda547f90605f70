// What the slips of the counter share: the marks over a slip and the lines of goods.
import type { PackageLine, SlipLine, SlipPaper } from '../../db/contract/documents.ts';
import { formatYuan } from '../../db/domain/money.ts';
import { bold, centred, group, plain, text } from './slip.ts';
import type { SlipText } from './slip.ts';
import { measureWords, pointsWords, reprintWords, yuanOrUnpriced } from './words.ts';

interface Marked {
  readonly practice: boolean;
  readonly reprint: number;
}

export const slipMarks = ({ practice, reprint }: Marked): readonly SlipText[] => [
  ...(practice ? [centred('练习,不作数', 14)] : []),
  ...(reprint === 0 ? [] : [centred(reprintWords(reprint), 13)]),
];

export const nameWithSpec = ({
  name,
  spec,
}: {
  readonly name: string;
  readonly spec: string | null;
}): string => (spec === null || spec === '' ? name : `${name} ${spec}`);

export const packageWords = (line: PackageLine): string =>
  `${nameWithSpec(line)} × ${measureWords(line.measure)}`;

/** On a roll the figures stand under the name, on A5 beside it. */
const goodsLine = (paper: SlipPaper, name: string, figures: string, amount: string): SlipText =>
  paper === 'a5'
    ? text(`${name}  ${figures}`, plain, amount)
    : group([text(name, bold), text(`  ${figures}`, plain, amount)]);

export const freeLine =
  (paper: SlipPaper) =>
  (line: PackageLine): SlipText =>
    goodsLine(paper, nameWithSpec(line), measureWords(line.measure), '免费');

/** Two short facts: one line of A5, two of a roll. */
export const beside = (paper: SlipPaper, left: string, right: string): readonly SlipText[] =>
  paper === 'a5' ? [text(left, plain, right)] : [text(left), text(right)];

export const goodsLines =
  (paper: SlipPaper) =>
  (line: SlipLine): SlipText => {
    const { points } = line;
    const price =
      points !== null
        ? ` × ${pointsWords(points.unitPrice)}`
        : line.unitPriceFen === null
          ? ''
          : ` × ${formatYuan(line.unitPriceFen)}`;
    const amount = points === null ? yuanOrUnpriced(line.amountFen) : pointsWords(points.amount);
    return goodsLine(paper, nameWithSpec(line), `${measureWords(line.measure)}${price}`, amount);
  };
