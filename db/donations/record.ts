// A gift typed at the form: every fault at once, then entered. With `replaces` it takes the place of a wrong receipt, which ends in
// the same act.
import type { Reason } from '../contract/act.ts';
import type { Context, Tx } from '../context.ts';
import type { ParsedInput } from '../contract/index.ts';
import { refuseAll } from '../failures.ts';
import { bookedOn } from '../months.ts';
import { readShop } from '../shop/shop.ts';
import { designationFaults, readDesignation } from './designation.ts';
import { ANONYMOUS, isAnonymousWord, readDonorName } from './donor-name.ts';
import { endFor, takeCashBack, takeGoodsBack, writeEnd, type End } from './end-gift.ts';
import { enterGift } from './enter-gift.ts';
import type { Gift } from './gift.ts';
import { areTwo } from './inspectors.ts';
import { judgeLines } from './judge-lines.ts';
import { standingGift, type GiftFacts } from './one-gift.ts';
import { goodsThatStay, type StayingLine } from './staying-goods.ts';

type Form = ParsedInput<'donations.record'>;

/** The wrong receipt, how it ends, and the lots that stay; null: its goods are taken back. */
interface Wrong {
  readonly gift: GiftFacts;
  readonly end: End;
  readonly reason: string;
  readonly staying: readonly StayingLine[] | null;
}

export const recordGift = async (
  context: Context,
  form: Form,
): Promise<{ donationId: number; receiptNumber: string }> => {
  const { tx, day: today } = context;
  const { donor: said, reasons } = readDonor(form);
  const wrong = await wrongReceipt(context, form);
  const donor = stillKnown(said, wrong?.gift ?? null);
  const staying = wrong?.staying ?? null;
  const designation = readDesignation(form.designation);
  const { farFromFairFactor: farFactor } = (await readShop(tx)).settings;
  const judged = await judgeLines(tx, form.lines, { day: form.day, today, farFactor, staying });
  refuseAll([
    ...reasons,
    ...headFaults(form, today),
    ...(await designationFaults(tx, designation)),
    ...(staying || form.lines.length === 0 ? [] : await placeFaults(tx, form.placeId)),
    ...judged.reasons,
  ]);
  const gift: Gift = {
    ...form,
    donor,
    designation,
    lines: judged.lines,
    anonymous: form.anonymous || said.kind === 'anonymous',
  };
  const entered = await enterGift(
    context,
    gift,
    wrong && {
      donationId: wrong.gift.id,
      stayingLots: staying && staying.map(({ lots }) => lots),
    },
  );
  if (wrong) await endWrong(context, wrong);
  context.note(`donation:${entered.donationId}`, {
    receipt: entered.receiptNumber,
    ...(judged.keptEvidence.length > 0 && { keptEvidence: judged.keptEvidence.join(',') }),
    ...(wrong && {
      replaces: wrong.gift.receipt_number,
      ended: wrong.end.kind,
      goods: staying ? 'stay' : 'anew',
    }),
  });
  return entered;
};

/** Who gave anonymously is not shown on the form of a receipt written anew; left unsaid there, the shop goes on knowing him. */
const stillKnown = (said: Gift['donor'], old: GiftFacts | null): Gift['donor'] =>
  said.kind === 'anonymous' && old?.anonymous === 1 ? { name: old.donor, kind: old.kind, phone: '' } : said;

/** Refusals: `not-found`, `donation-ended`, `month-closed`. */
const wrongReceipt = async (context: Context, form: Form): Promise<Wrong | null> => {
  // A day to come is refused with everything else; until then it is compared as today.
  const day = form.day > context.day ? context.day : form.day;
  if (!form.replaces) return null;
  const gift = await standingGift(context.tx, form.replaces.donationId);
  const end = await endFor(context, gift);
  const { day: bookedDay } = await bookedOn(context, day);
  const staying = await goodsThatStay(context.tx, gift, form, { end, bookedDay });
  return { gift, end, reason: form.replaces.reason, staying };
};

/** After the new one is entered: money that was spent meanwhile is there again before the old entry is taken back. */
const endWrong = async (context: Context, { gift, end, reason, staying }: Wrong): Promise<void> => {
  await writeEnd(context, gift, end, reason);
  if (!staying) await takeGoodsBack(context, gift, end);
  await takeCashBack(context, gift, end);
};

const headFaults = (form: Form, today: string): readonly Reason[] => {
  const reasons: Reason[] = [];
  if (form.day > today)
    reasons.push({
      code: 'donation-day-in-future',
      field: 'day',
      params: { day: form.day, todayDay: today },
    });
  if (form.cash === null && form.lines.length === 0) reasons.push({ code: 'donation-empty' });
  if (form.lines.length > 0 && !areTwo(form.inspectors))
    reasons.push({ code: 'inspectors-two', field: 'inspectors' });
  return reasons;
};

const placeFaults = async (tx: Tx, placeId: number): Promise<readonly Reason[]> => {
  const place = await tx
    .selectFrom('place')
    .select(['name', 'active'])
    .where('id', '=', placeId)
    .executeTakeFirst();
  return place?.active === 1
    ? []
    : [{ code: 'place-closed', field: 'placeId', params: { place: place?.name ?? null } }];
};

/** Who does not want to be named may still be known to the shop; who is not known at all is 匿名 (domain.md §4.2: record it). */
const readDonor = ({ donor, anonymous }: Form): { donor: Gift['donor']; reasons: Reason[] } => {
  const typed = donor.name.trim();
  const nobody = donor.kind === 'anonymous' || isAnonymousWord(typed) || (anonymous && typed === '');
  if (nobody) return { donor: { name: ANONYMOUS, kind: 'anonymous', phone: '' }, reasons: [] };
  if (typed === '') return { donor, reasons: [{ code: 'donor-missing', field: 'donor.name' }] };
  const read = readDonorName(donor.name, donor.kind);
  if (read.kind === 'ok') return { donor: { ...donor, name: read.name }, reasons: [] };
  return {
    donor,
    reasons: [
      {
        code: read.code,
        field: 'donor.name',
        ...(read.most !== undefined && { params: { most: read.most } }),
      },
    ],
  };
};
