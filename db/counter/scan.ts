// From what the scanner or the volunteer's fingers sent to the open basket.
import { categoryNameOn } from '../categories.ts';
import type { Context } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { reviewOverdue } from '../domain/eligibility.ts';
import { maskName } from '../domain/mask.ts';
import { readTypedCode, TYPED_RANDOM_SYMBOLS } from '../domain/typed-code.ts';
import { classifyScan, foldScanned, readVoucherQr, VOUCHER_QR_LENGTH } from '../domain/voucher-code.ts';
import { Refusal } from '../failures.ts';
import { readShop } from '../shop/shop.ts';
import { signatureFits } from '../signing.ts';
import { countGuess, refuseThrottled } from './throttle.ts';
import {
  lastCollectedDay,
  refuseUnusable,
  voucherByToken,
  voucherByTypedCode,
  type TillVoucher,
} from './till-voucher.ts';

export const scan = async (
  context: Context,
  { code }: ParsedInput<'counter.scan'>,
): Promise<Output<'counter.scan'>> => {
  const { session, now, day } = context;
  refuseThrottled(session, now);
  const voucher = await voucherOf(context, code).catch((error: unknown) => {
    if (error instanceof Refusal) countGuess(session, now, error);
    throw error;
  });
  context.note(`voucher:${voucher.id}`);
  await refuseUnusable(context, voucher);
  return {
    voucherId: voucher.id,
    serial: voucher.serial,
    batch: voucher.batch,
    place: voucher.place,
    balanceFen: voucher.balance_fen,
    faceFen: voucher.face_fen,
    validTo: voucher.valid_to,
    household: {
      householdId: voucher.household_id,
      headName: maskName(voucher.head_name),
      category: await categoryNameOn(context.tx, voucher.household_category, day),
      members: voucher.members,
      idTail: voucher.id_tail,
      community: voucher.community,
      lastCollectedDay: await lastCollectedDay(context.tx, voucher.household_id),
      reviewOverdue: reviewOverdue(voucher.next_review_day, day),
    },
  };
};

/** Refusals: `code-unknown`, `code-forged`, `code-other-shop`, `code-check`. The code itself is never written anywhere. */
const voucherOf = async (context: Context, code: string): Promise<TillVoucher> => {
  const folded = foldScanned(code);
  // As long as a voucher's QR but with a sign ours never has: somebody changed it.
  if (folded.length === VOUCHER_QR_LENGTH) return byQr(context, folded);
  if (classifyScan(code).kind === 'barcode') throw new Refusal('code-unknown');
  const typed = readTypedCode(folded);
  if (typed.kind === 'refused')
    throw new Refusal(typed.code === 'code-check' ? 'code-check' : 'code-unknown');
  const voucher = await voucherByTypedCode(context.tx, typed.code.slice(0, TYPED_RANDOM_SYMBOLS));
  if (!voucher) throw new Refusal('code-unknown');
  return voucher;
};

const byQr = async (context: Context, text: string): Promise<TillVoucher> => {
  const { tx } = context;
  const reading = readVoucherQr(text);
  if (reading.kind === 'refused') throw new Refusal('code-forged');
  const { body, signed, signature } = reading;
  const voucher = await voucherByToken(tx, body.token);
  const { shopNumber } = await readShop(tx);
  if (body.shop !== shopNumber) {
    // Another shop's key is not here to ask. But a token of ours under a foreign number is one of our codes, changed.
    throw new Refusal(voucher ? 'code-forged' : 'code-other-shop');
  }
  const key = await tx
    .selectFrom('signing_key')
    .select('public_key')
    .where('key_id', '=', body.keyId)
    .executeTakeFirst();
  if (!key || !signatureFits(key.public_key, signed, signature)) throw new Refusal('code-forged');
  // Rightly signed but not in these books: issued after the copy that was restored, or taken out of them.
  if (!voucher) throw new Refusal('code-unknown');
  if (voucher.generation !== body.generation)
    throw new Refusal('voucher-replaced', { serial: voucher.serial });
  return voucher;
};
