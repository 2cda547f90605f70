// The words in which the papers of a dispute tell what the ledger and the log keep as codes. Chinese, as every paper is.
import type { Told } from './story.ts';

const signed: Readonly<Record<string, string>> = { holder: '本人签收', proxy: '他人代签' };
const replaced: Readonly<Record<string, string>> = {
  lost: '遗失',
  damaged: '损坏',
  'wrongly-issued': '错发',
  misused: '冒用',
  'key-revoked': '签发密钥已吊销',
};
const refused: Readonly<Record<string, string>> = {
  'code-forged': '码的签名不对',
  'code-revoked': '签发密钥已吊销',
  'voucher-redeemed': '此券已用完',
  'voucher-expired': '此券已过期',
  'voucher-not-yet-valid': '此券未到使用日期',
  'voucher-void': '此券已作废',
  'voucher-replaced': '此券已挂失',
  'voucher-not-handed-over': '此券还没有交付',
  'household-not-eligible': '家庭不在享受期内',
  'household-stopped': '家庭核查不符合,待决定',
  'own-relative': '经办人是近亲属',
  'vouchers-of-others': '柜台上是另一户的券',
  'vouchers-mixed': '与柜台上的券不能一起用',
  'voucher-not-voidable': '此券不能作废',
  'approval-wrong': '第二人口令不对',
  'stock-short': '库存不足',
};

/** `code:note` as one or two lines; anything else stands as it was written. */
export const notesOf = ({ what, note }: Pick<Told, 'what' | 'note'>): readonly string[] => {
  if (note === '') return [];
  const words =
    what === 'handed-over' ? signed : what === 'replaced' || what === 'reissued' ? replaced : null;
  if (what === 'refused') return [refused[note] ?? `不予办理(${note})`];
  if (words === null) return [note];
  const colon = note.indexOf(':');
  const code = colon < 0 ? note : note.slice(0, colon);
  return [words[code] ?? code, ...(colon < 0 ? [] : [note.slice(colon + 1)])];
};
