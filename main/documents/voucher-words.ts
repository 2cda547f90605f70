// What every voucher says, whatever paper it stands on: what it is worth, how it is used, which print and which issue it is.
import type { VoucherFace, VoucherSheetModel } from '../../db/contract/documents.ts';
import { formatYuan } from '../../db/domain/money.ts';
import { packageWords } from './slip-lines.ts';
import { pointsWords, reprintWords } from './words.ts';

/** Vouchers give no change and are no cash (domain.md §3). */
export const firmWords = '不找零、不兑现';

export const voucherTitle = (voucher: VoucherFace): string =>
  voucher.facePoints !== null ? '积分券' : '领物券';

/** The largest words: money, points, or the name of the package. */
export function worthWords({ faceFen, facePoints, packageName }: VoucherFace): string {
  if (faceFen !== null) return `¥${formatYuan(faceFen)}`;
  return facePoints !== null ? pointsWords(facePoints) : (packageName ?? '套餐');
}

/** The package beside a face value, and what it holds; '' = nothing more to say. */
export function contentsWords({ faceFen, facePoints, packageName, contents }: VoucherFace): string {
  const name = faceFen === null && facePoints === null ? '' : (packageName ?? '');
  const lines = contents.map(packageWords).join('、');
  return name === '' || lines === '' ? name + lines : `${name}:${lines}`;
}

export function howToWords({ inParts }: VoucherSheetModel, voucher: VoucherFace): string {
  const { faceFen, facePoints } = voucher;
  const proxy = '代领请带双方证件。';
  if (faceFen === null && facePoints === null) {
    return inParts
      ? `凭券到店领取套餐,可分次领取,到期作废。${proxy}`
      : `凭券到店领取套餐,一次领完,未领部分失效。${proxy}`;
  }
  const choose = facePoints === null ? '凭券到店选物' : '凭券到店按积分选物';
  return inParts ? `${choose},可分次使用,到期作废。${proxy}` : `${choose},一次用完,未选部分失效。${proxy}`;
}

/** Stands on each voucher, for they are cut apart: '' on the first print of a first issue in a real shop. */
export function voucherMarks({ practice, reprint }: VoucherSheetModel, { generation }: VoucherFace): string {
  const marks = [
    practice ? '练习,不作数' : '',
    generation > 1 ? `补发第 ${generation - 1} 次` : '',
    reprintWords(reprint),
  ];
  return marks.filter((mark) => mark !== '').join('  ');
}
