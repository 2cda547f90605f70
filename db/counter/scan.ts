// From what the scanner or the volunteer's fingers sent to the open basket: a voucher, or the household's card.
import type { Context } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { readTypedCode, TYPED_RANDOM_SYMBOLS } from '../domain/typed-code.ts';
import { classifyScan, foldScanned, readVoucherQr, VOUCHER_QR_LENGTH } from '../domain/voucher-code.ts';
import { Refusal } from '../failures.ts';
import { readShop } from '../shop/shop.ts';
import { signatureFits } from '../signing.ts';
import { holderById, refuseHolder, settingsOf } from './holder.ts';
import { rememberOpening, servingNow } from './openings.ts';
import { goesWith } from './put-down.ts';
import { heldOfHousehold } from './held-shown.ts';
import { shownHolder, shownVouchers } from './shown.ts';
import { countGuess, refuseThrottled } from './throttle.ts';
import {
  openVouchersOf,
  refuseUnusable,
  stopOf,
  voucherById,
  voucherByToken,
  voucherByTypedCode,
  type Stopped,
  type TillVoucher,
} from './till-voucher.ts';

type Scanned = Output<'counter.scan'>;
type Found =
  | { readonly kind: 'voucher'; readonly voucher: TillVoucher }
  | { readonly kind: 'card'; readonly householdId: number };

/**
 * Refusals: those of the code, of the voucher and its holder, `card-ended`, `voucher-none-usable` of a card; beside a basket that is
 * open, `vouchers-of-others` of another household and `vouchers-mixed`.
 */
export const scan = async (
  context: Context,
  { code, entry, householdId, voucherIds }: ParsedInput<'counter.scan'>,
): Promise<Scanned> => {
  const { session, now } = context;
  refuseThrottled(session, now);
  const found = await foundBy(context, code).catch((error: unknown) => {
    if (error instanceof Refusal) countGuess(session, now, error);
    throw error;
  });
  if (found.kind === 'card') {
    if (householdId !== null && found.householdId !== householdId) throw new Refusal('vouchers-of-others');
    const opened = await openByHousehold(context, found.householdId, 'card');
    rememberOpening(context, found.householdId, 'card', null);
    return opened;
  }
  const { voucher } = found;
  context.note(`voucher:${voucher.id}`);
  await refuseUnusable(context, voucher);
  if (householdId !== null && voucher.household_id !== householdId)
    throw new Refusal('vouchers-of-others', { serial: voucher.serial });
  await refuseBeside(context, voucher, voucherIds);
  servingNow(context, voucher.household_id);
  return openWith(context, voucher.household_id, entry, [voucher], []);
};

/** Told at the scan, not at the next bag of rice. Vouchers of another household only make room for it. */
const refuseBeside = async (
  { tx }: Context,
  voucher: TillVoucher,
  voucherIds: readonly number[],
): Promise<void> => {
  for (const id of voucherIds) {
    const other = await voucherById(tx, id);
    if (other?.household_id === voucher.household_id && goesWith(other) !== goesWith(voucher))
      throw new Refusal('vouchers-mixed', { serial: voucher.serial });
  }
};

/**
 * Every voucher of the household that may be taken today, and of the others why not. Refusals: `not-found`, those of the holder,
 * `voucher-none-usable` (with what speaks against each) where nothing is free either.
 */
export const openByHousehold = async (
  context: Context,
  householdId: number,
  entry: Scanned['entry'],
): Promise<Scanned> => {
  context.note(`household:${householdId}`);
  const holder = await holderById(context.tx, householdId);
  refuseHolder(context, holder);
  const usable: TillVoucher[] = [];
  const stopped: { serial: string; stop: Stopped }[] = [];
  for (const voucher of await openVouchersOf(context.tx, householdId)) {
    const stop = await stopOf(context, voucher);
    if (stop) stopped.push({ serial: voucher.serial, stop });
    else usable.push(voucher);
  }
  if (usable.length === 0 && !settingsOf(holder).shortDatedFree)
    throw new Refusal(
      'voucher-none-usable',
      undefined,
      stopped.map(({ stop }) => stop),
    );
  return openWith(context, householdId, entry, usable, stopped);
};

/** The basket as the till shows it. */
export const openWith = async (
  context: Context,
  householdId: number,
  entry: Scanned['entry'],
  usable: readonly TillVoucher[],
  stopped: Scanned['stopped'],
): Promise<Scanned> => {
  const holder = usable[0] ?? (await holderById(context.tx, householdId));
  return {
    entry,
    household: await shownHolder(context, holder),
    vouchers: await shownVouchers(context, holder, usable),
    stopped,
    freeAllowed: settingsOf(holder).shortDatedFree,
    held: await heldOfHousehold(context, householdId),
  };
};

/** Refusals: `code-unknown`, `code-forged`, `code-other-shop`, `code-check`, `card-ended`. The code itself is never written anywhere. */
const foundBy = async (context: Context, code: string): Promise<Found> => {
  const folded = foldScanned(code);
  // As long as a voucher's QR but with a sign ours never has: somebody changed it.
  if (folded.length === VOUCHER_QR_LENGTH) return { kind: 'voucher', voucher: await byQr(context, folded) };
  if (classifyScan(code).kind === 'barcode') throw new Refusal('code-unknown');
  const typed = readTypedCode(folded);
  if (typed.kind === 'refused')
    throw new Refusal(typed.code === 'code-check' ? 'code-check' : 'code-unknown');
  const symbols = typed.code.slice(0, TYPED_RANDOM_SYMBOLS);
  const voucher = await voucherByTypedCode(context.tx, symbols);
  return voucher ? { kind: 'voucher', voucher } : byCard(context, symbols);
};

const byCard = async ({ tx }: Context, code: string): Promise<Found> => {
  const card = await tx
    .selectFrom('household_card')
    .select(['household_id', 'ended_at', 'end_reason'])
    .where('code', '=', code)
    .executeTakeFirst();
  if (!card) throw new Refusal('code-unknown');
  if (card.ended_at !== null)
    throw new Refusal('card-ended', { endedAt: card.ended_at, reason: card.end_reason });
  return { kind: 'card', householdId: card.household_id };
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
  // A paper's token and generation were signed together: one that does not agree was put together from two.
  if (voucher.generation !== body.generation) throw new Refusal('code-forged');
  return voucher;
};
