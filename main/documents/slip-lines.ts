// What the slips of the counter share: the marks over a slip and the lines of goods.
import type { PackageLine, SlipLine } from '../../db/contract/documents.ts';
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

export const freeLine = (line: PackageLine): SlipText =>
  group([text(nameWithSpec(line), bold), text(`  ${measureWords(line.measure)}`, plain, '免费')]);

export function goodsLines(line: SlipLine): SlipText {
  const { points } = line;
  const price =
    points !== null
      ? ` × ${pointsWords(points.unitPrice)}`
      : line.unitPriceFen === null
        ? ''
        : ` × ${formatYuan(line.unitPriceFen)}`;
  const amount = points === null ? yuanOrUnpriced(line.amountFen) : pointsWords(points.amount);
  return group([
    text(nameWithSpec(line), bold),
    text(`  ${measureWords(line.measure)}${price}`, plain, amount),
  ]);
}
