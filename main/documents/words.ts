// The fixed words and formats of our papers. Papers are Chinese whatever language the screens use.
import type {
  Amount,
  DonationMeans,
  DonorType,
  Fen,
  Measure,
  ReceiptCopy,
  SecondHandGrade,
  ValuationBasis,
} from '../../db/contract/documents.ts';
import { formatYuan } from '../../db/domain/money.ts';
import { formatQuantity } from '../../db/domain/quantity.ts';

/** An unknown amount is never 0 and never blank (ui.md). */
export const yuanOrUnpriced = (fen: Fen | null): string => (fen === null ? '未计价' : formatYuan(fen));
export const measureNumber = (measure: Measure): string => formatQuantity(measure.quantity, measure.scale);

export const measureWords = (measure: Measure): string => `${measureNumber(measure)} ${measure.unit}`;

export const pointsWords = (points: number): string => `${points} 积分`;
/** ¥93.00, or 30 积分. */
export const formatAmount = (amount: Amount): string =>
  'fen' in amount ? `¥${formatYuan(amount.fen)}` : pointsWords(amount.points);

export const dayWords = (day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
};

export const monthWords = (month: string): string => {
  const [year = '', number = ''] = month.split('-');
  return `${year}年${Number(number)}月`;
};

/** An instant as the clock on the wall in Beijing shows it: 2026-05-04 10:12. */
export function beijing(instant: string): string {
  const shifted = new Date(Date.parse(instant) + 8 * 3_600_000);
  return shifted.toISOString().slice(0, 16).replace('T', ' ');
}

export const reprintWords = (reprint: number): string => (reprint === 0 ? '' : `补打第 ${reprint} 次`);

/** Typed codes in groups of four, as they are read out. */
export const groupsOfFour = (code: string): string => (code.match(/.{1,4}/gu) ?? []).join(' ');

export const donorTypeWords: Readonly<Record<DonorType, string>> = {
  person: '个人',
  company: '企业',
  organisation: '社会组织',
  school: '学校',
  anonymous: '匿名',
};

export const meansWords: Readonly<Record<DonationMeans, string>> = {
  cash: '现金',
  transfer: '转账',
  goods: '实物',
};

export const basisWords: Readonly<Record<ValuationBasis, string>> = {
  evidence: '凭据',
  'fair-value': '市场价',
  unpriced: '未计价',
};

export const gradeWords: Readonly<Record<SecondHandGrade, string>> = {
  new: '九成新以上',
  good: '七成新以上',
  fair: '五成新以上',
};

export const copyPurpose: Readonly<Record<ReceiptCopy, string>> = {
  stub: '第一联 存根(接收单位留存)',
  donor: '第二联 捐赠人(交捐赠人)',
  books: '第三联 记账(接收单位记账)',
};
