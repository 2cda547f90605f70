// One voucher with its whole story, and how it is found by its number or its code. Reads only.
import type { Context, Tx } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { MOST_GENERATIONS } from '../contract/voucher-life.ts';
import { readCategories } from '../categories.ts';
import { businessDay } from '../domain/business-day.ts';
import { maskName } from '../domain/mask.ts';
import { readTypedCode, TYPED_RANDOM_SYMBOLS } from '../domain/typed-code.ts';
import { foldScanned, readVoucherQr, VOUCHER_QR_LENGTH } from '../domain/voucher-code.ts';
import { isOpen, mayChange } from '../domain/voucher-state.ts';
import { Refusal } from '../failures.ts';
import { everTaken, standingHandOver } from './handover.ts';
import { storyOf } from './story.ts';

/** Refusals: `not-found`, `code-check` for a typed code with a slip in it. */
export const findVoucher = async (
  { tx }: Context,
  { text }: ParsedInput<'vouchers.find'>,
): Promise<Output<'vouchers.find'>> => {
  const bySerial = await tx
    .selectFrom('voucher')
    .select('id')
    .where('serial', '=', foldScanned(text).trim())
    .where('state', '<>', 'draft')
    .executeTakeFirst();
  const found = bySerial ?? (await byCode(tx, text));
  if (!found) throw new Refusal('not-found');
  return { voucherId: found.id };
};

/** No signature is asked: nothing is given for it, and a forged paper is worth looking up too. */
const byCode = async (tx: Tx, text: string): Promise<{ readonly id: number } | undefined> => {
  const open = tx.selectFrom('voucher').select('id').where('state', '<>', 'draft');
  const folded = foldScanned(text);
  if (folded.length === VOUCHER_QR_LENGTH) {
    const reading = readVoucherQr(folded);
    return reading.kind === 'refused'
      ? undefined
      : open.where('token', '=', reading.body.token).executeTakeFirst();
  }
  // A number that is not there is no mistyped code, though it has as many signs.
  if (/^LQ\d{4}-/.test(folded.trim())) return undefined;
  const typed = readTypedCode(text);
  if (typed.kind === 'refused') {
    if (typed.code === 'code-check') throw new Refusal('code-check');
    return undefined;
  }
  return open.where('typed_code', '=', typed.code.slice(0, TYPED_RANDOM_SYMBOLS)).executeTakeFirst();
};

/** A voucher with what surrounds it. Refusal: `not-found`, also for a draft. */
export const voucherWhole = async (tx: Tx, voucherId: number) => {
  const voucher = await tx
    .selectFrom('voucher')
    .innerJoin('household', 'household.id', 'voucher.household_id')
    .innerJoin('batch', 'batch.id', 'voucher.batch_id')
    .innerJoin('signing_key', 'signing_key.key_id', 'voucher.key_id')
    .leftJoin('package', 'package.id', 'batch.package_id')
    .leftJoin('voucher as before', 'before.id', 'voucher.replaces')
    .leftJoin('voucher as after', 'after.replaces', 'voucher.id')
    .selectAll('voucher')
    .select([
      'household.head_name',
      'household.number as household_number',
      'household.community',
      'household.phone',
      'household.address',
      'batch.name as batch',
      'batch.kind',
      'batch.in_parts',
      'batch.package_id',
      'batch.place',
      'batch.funding_source',
      'batch.issued_at',
      'signing_key.revoked_at as key_revoked_at',
      'package.name as package_name',
      'before.id as before_id',
      'before.serial as before_serial',
      'after.id as after_id',
      'after.serial as after_serial',
    ])
    .where('voucher.id', '=', voucherId)
    .where('voucher.state', '<>', 'draft')
    .executeTakeFirst();
  if (!voucher) throw new Refusal('not-found');
  return voucher;
};

const link = (id: number | null, serial: string | null) =>
  id === null || serial === null ? null : { id, serial };

export const readVoucher = async (
  { tx, day }: Context,
  { voucherId }: ParsedInput<'vouchers.read'>,
): Promise<Output<'vouchers.read'>> => {
  const voucher = await voucherWhole(tx, voucherId);
  const { state, generation } = voucher;
  // Called as on the day of issue: a name changed later does not change what was promised.
  const { nameOf } = await readCategories(
    tx,
    voucher.issued_at === null ? day : businessDay(voucher.issued_at),
  );
  const unused = !(await everTaken(tx, voucherId));
  const handed = (await standingHandOver(tx, voucherId)) !== null;
  return {
    id: voucher.id,
    serial: voucher.serial,
    generation,
    batchId: voucher.batch_id,
    batch: voucher.batch,
    kind: voucher.kind,
    packageName: voucher.package_name,
    inParts: voucher.in_parts === 1,
    state,
    headName: maskName(voucher.head_name),
    householdNumber: voucher.household_number,
    category: nameOf(voucher.category),
    community: voucher.community,
    faceFen: voucher.face_fen,
    balanceFen: voucher.balance_fen,
    facePoints: voucher.face_points,
    balancePoints: voucher.balance_points,
    validFrom: voucher.valid_from,
    validTo: voucher.valid_to,
    place: voucher.place,
    keyRevoked: voucher.key_revoked_at !== null,
    replaces: link(voucher.before_id, voucher.before_serial),
    replacedBy: link(voucher.after_id, voucher.after_serial),
    may: {
      handOver: mayChange('hand-over', state, 'active'),
      takeBackHandOver: mayChange('take-back', state, 'issued') && unused && handed,
      replace: mayChange('replace', state, 'replaced') && generation < MOST_GENERATIONS,
      void: mayChange('void', state, 'void'),
      print: generation > 1 && isOpen(state) && voucher.key_revoked_at === null,
    },
    events: (await storyOf(tx, voucher)).map(({ at, what, by, number, fen, points, note }) => ({
      ...{ at, what, by, number, fen, points, note },
    })),
  };
};
