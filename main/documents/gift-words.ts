// What the receipt on A4, the receipt on a roll and the red entry say of a gift, worded once: who gave, what a line is worth, what
// the total is and what it leaves out.
import type {
  DonationReceiptLine,
  DonationReceiptModel,
  Fen,
  ReceiptCopy,
  RedEntryModel,
} from '../../db/contract/documents.ts';
import { amountInWords } from '../../db/domain/amount-in-words.ts';
import { formatYuan } from '../../db/domain/money.ts';
import { basisWords, dayWords, donorTypeWords, gradeWords, meansWords } from './words.ts';

type Gift = DonationReceiptModel | RedEntryModel;

/** Wording fixed by domain.md §4.2. */
export const receiptDisclaimer =
  '本凭证为内部捐赠接收凭证,非财政部门统一监(印)制的公益事业捐赠票据,不作为税前扣除凭证。';
export const valueHidden = '价值不显示';

interface DonorFacts {
  readonly name: string;
  readonly type: string;
}

/** Whoever gave anonymously is named on no paper, whatever else the model holds. */
export function donorFacts({ donorName, donorType }: Gift): DonorFacts {
  if (donorName === null || donorType === 'anonymous') return { name: '匿名', type: '匿名' };
  return { name: donorName, type: donorTypeWords[donorType] };
}

export interface DonorWords extends DonorFacts {
  readonly identity: string | null;
  readonly contact: string | null;
}

/** The donor's own copy carries the number masked; an anonymous gift neither number nor contact. */
export function donorWords(model: DonationReceiptModel, copy: ReceiptCopy): DonorWords {
  const facts = donorFacts(model);
  if (facts.type === '匿名') return { ...facts, identity: null, contact: null };
  return {
    ...facts,
    identity: copy === 'donor' ? model.donorIdentityMasked : model.donorIdentity,
    contact: model.donorContact,
  };
}

export const purposeWords = (designation: string | null): string =>
  designation === null ? '非定向' : `定向:${designation}`;

/** 【作废】 or 【已红冲】 with day and reason; null while the receipt counts. */
export function stateWords({ state }: DonationReceiptModel): string | null {
  if (state.is === 'valid') return null;
  return `【${state.is === 'void' ? '作废' : '已红冲'}】 ${dayWords(state.on)}  原因:${state.reason}`;
}

/** 捐款(现金、转账). */
export function cashWords(model: Gift): string {
  const how = model.means.filter((means) => means !== 'goods').map((means) => meansWords[means]);
  return `捐款(${how.join('、') || '现金'})`;
}

export function basisText(line: DonationReceiptLine): string {
  if (line.amountFen === null) return '数量登记,不计金额';
  const note = line.basisNote === null || line.basisNote === '' ? '' : `:${line.basisNote}`;
  return `${basisWords[line.basis]}${note}`;
}

/** 新旧程度 in words, 成色 of a second-hand piece, and when it was disinfected. */
export function conditionTexts(line: DonationReceiptLine): readonly string[] {
  const disinfected = line.disinfectedOn === null ? [] : ['消毒', line.disinfectedOn];
  const grade = line.grade === null ? [] : [gradeWords[line.grade]];
  const condition = line.condition === null || line.condition === '' ? [] : [line.condition];
  return [...condition, ...grade, ...disinfected];
}

/** A receipt without any price shows no 大写 zero (scenario 13). */
export const totalWords = (totalFen: Fen | null): string =>
  totalFen === null ? '—' : amountInWords(totalFen);
export const totalFigure = (totalFen: Fen | null): string =>
  totalFen === null ? '—' : `¥${formatYuan(totalFen)}`;

export const quantityWords = (quantity: string): string => (quantity === '' ? '—' : quantity);

/** What the total leaves out; null when it leaves out nothing. */
export function unpricedNote(lines: readonly DonationReceiptLine[], totalFen: Fen | null): string | null {
  const unpriced = lines.filter((line) => line.amountFen === null).length;
  if (unpriced === 0) return null;
  const register = '数量登记,不计金额';
  return totalFen === null
    ? `未计价 ${unpriced} 项,${register}。`
    : `未计价 ${unpriced} 项未计入合计(${register})。`;
}
