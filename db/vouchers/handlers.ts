// Goods vouchers: preview, issue, papers, lists, void.
import type { Context, Handlers } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { maskName } from '../domain/mask.ts';
import { mayChange } from '../domain/voucher-state.ts';
import { Refusal } from '../failures.ts';
import { categoryName, refuseBadBatch } from './batch-rules.ts';
import { issue } from './issue.ts';
import { batches, listVouchers } from './lists.ts';
import { signOffList, voucherSheet } from './print.ts';
import { digestOf, distinctHouseholds, receiversOf, type Receiver } from './receivers.ts';

/** Households the preview shows by name; the rest is in the figures. */
const shownFirst = 20;

const previewBatch = async (
  context: Context,
  { spec }: ParsedInput<'vouchers.previewBatch'>,
): Promise<Output<'vouchers.previewBatch'>> => {
  refuseBadBatch(spec, context.day);
  const { vouchers, leftOut } = await receiversOf(context, spec);
  const households = distinctHouseholds(vouchers);
  return {
    households: households.length,
    vouchers: vouchers.length,
    people: peopleIn(households),
    faceFen: vouchers.length * spec.faceFen,
    receivers: digestOf(vouchers),
    reviewOverdue: households.filter(({ reviewOverdue }) => reviewOverdue).length,
    byCategory: spec.categories.map((code) => {
      const inIt = vouchers.filter(({ category }) => category === code);
      return { code, category: categoryName(code), households: inIt.length, people: peopleIn(inIt) };
    }),
    leftOut: [...leftOut].map(([why, count]) => ({ why, households: count })),
    first: vouchers.slice(0, shownFirst).map(({ number, headName, category, members, community }) => ({
      number,
      headName: maskName(headName),
      category: categoryName(category),
      members,
      community,
    })),
  };
};

const peopleIn = (households: readonly Receiver[]): number =>
  households.reduce((sum, { members }) => sum + members, 0);

const issueBatch = async (
  context: Context,
  { spec, expectHouseholds, expectReceivers }: ParsedInput<'vouchers.issueBatch'>,
): Promise<Output<'vouchers.issueBatch'>> => {
  refuseBadBatch(spec, context.day);
  const { vouchers } = await receiversOf(context, spec);
  const households = distinctHouseholds(vouchers).length;
  const others = expectReceivers !== undefined && expectReceivers !== digestOf(vouchers);
  if (households !== expectHouseholds || others)
    throw new Refusal('batch-changed-since-preview', { expected: expectHouseholds, found: households });
  const batchId = await issue(context, spec, vouchers);
  const faceFen = vouchers.length * spec.faceFen;
  context.note(`batch:${batchId}`, { vouchers: vouchers.length, faceFen });
  return { batchId, issued: vouchers.length, faceFen };
};

/** Only what was never redeemed, not even in part (reliability.md §5.2 V10); the row stays, its value goes. */
const voidVoucher = async (
  context: Context,
  { voucherId, reason }: ParsedInput<'vouchers.void'>,
): Promise<Record<string, never>> => {
  const { tx, now, day, actor } = context;
  const voucher = await tx
    .selectFrom('voucher')
    .innerJoin('household', 'household.id', 'voucher.household_id')
    .select([
      'voucher.state',
      'voucher.serial',
      'voucher.category',
      'voucher.balance_fen',
      'household.community',
    ])
    .where('voucher.id', '=', voucherId)
    .executeTakeFirst();
  if (!voucher) throw new Refusal('not-found');
  context.note(`voucher:${voucherId}`);
  if (!mayChange('void', voucher.state, 'void'))
    throw new Refusal('voucher-not-voidable', { serial: voucher.serial, state: voucher.state });
  await tx
    .updateTable('voucher')
    .set({ state: 'void', balance_fen: 0 })
    .where('id', '=', voucherId)
    .execute();
  await tx
    .insertInto('voucher_posting')
    .values({
      voucher_id: voucherId,
      kind: 'void',
      category: voucher.category,
      community: voucher.community,
      pieces: -1,
      amount_fen: -voucher.balance_fen,
      business_day: day,
      at: now,
      redemption_id: null,
      reverses: null,
      reason,
      staff_id: actor.staffId,
    })
    .execute();
  return {};
};

export const voucherHandlers: Handlers<'vouchers'> = {
  'vouchers.previewBatch': previewBatch,
  'vouchers.issueBatch': issueBatch,
  'vouchers.batches': (context) => batches(context),
  'vouchers.list': listVouchers,
  'vouchers.void': voidVoucher,
  'vouchers.printSheet': (context, { batchId }) => voucherSheet(context, batchId),
  'vouchers.signOffList': (context, { batchId, format }) => signOffList(context, batchId, format),
};
