// Goods vouchers: preview, issue, papers, lists, void.
import { readCategories } from '../categories.ts';
import type { Context, Handlers } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { maskName } from '../domain/mask.ts';
import { filedAmong, ownRelatives, refuseOwnRelatives } from '../fairness/relatives.ts';
import { Refusal } from '../failures.ts';
import { refuseBadBatch } from './batch-rules.ts';
import { issue } from './issue.ts';
import { batches, listVouchers } from './lists.ts';
import { signOffList, voucherSheet } from './print.ts';
import { digestOf, distinctHouseholds, receiversOf, type Receiver } from './receivers.ts';
import { voidVoucher } from './void.ts';

/** Households the preview shows by name; the rest is in the figures. */
const shownFirst = 20;

const previewBatch = async (
  context: Context,
  { spec }: ParsedInput<'vouchers.previewBatch'>,
): Promise<Output<'vouchers.previewBatch'>> => {
  const categories = await readCategories(context.tx, context.day);
  refuseBadBatch(spec, context.day, categories);
  const { vouchers, leftOut } = await receiversOf(context, spec);
  const households = distinctHouseholds(vouchers);
  const first = vouchers.slice(0, shownFirst);
  const filed = await filedAmong(
    context,
    first.map(({ householdId }) => householdId),
  );
  const receiving = new Set(households.map(({ householdId }) => householdId));
  const own = (await ownRelatives(context)).filter(({ householdId }) => receiving.has(householdId));
  return {
    households: households.length,
    vouchers: vouchers.length,
    people: peopleIn(households),
    faceFen: vouchers.length * spec.faceFen,
    receivers: digestOf(vouchers),
    reviewOverdue: households.filter(({ reviewOverdue }) => reviewOverdue).length,
    byCategory: spec.categories.map((code) => {
      const inIt = vouchers.filter(({ category }) => category === code);
      return { code, category: categories.nameOf(code), households: inIt.length, people: peopleIn(inIt) };
    }),
    ownRelatives: own.map(({ number }) => number),
    leftOut: [...leftOut].map(([why, count]) => ({ why, households: count })),
    first: first.map(({ householdId, number, headName, category, members, community }) => ({
      number,
      headName: maskName(headName),
      category: categories.nameOf(category),
      members,
      community,
      relative: filed.has(householdId),
    })),
  };
};

const peopleIn = (households: readonly Receiver[]): number =>
  households.reduce((sum, { members }) => sum + members, 0);

const issueBatch = async (
  context: Context,
  { spec, expectHouseholds, expectReceivers }: ParsedInput<'vouchers.issueBatch'>,
): Promise<Output<'vouchers.issueBatch'>> => {
  refuseBadBatch(spec, context.day, await readCategories(context.tx, context.day));
  const { vouchers } = await receiversOf(context, spec);
  const households = distinctHouseholds(vouchers).length;
  const others = expectReceivers !== undefined && expectReceivers !== digestOf(vouchers);
  if (households !== expectHouseholds || others)
    throw new Refusal('batch-changed-since-preview', { expected: expectHouseholds, found: households });
  await refuseOwnRelatives(
    context,
    vouchers.map(({ householdId }) => householdId),
  );
  const batchId = await issue(context, spec, vouchers, digestOf(vouchers));
  const faceFen = vouchers.length * spec.faceFen;
  context.note(`batch:${batchId}`, { vouchers: vouchers.length, faceFen });
  return { batchId, issued: vouchers.length, faceFen };
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
