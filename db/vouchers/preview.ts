// What a batch would do today: who receives, who does not and why, totals, and whether the store holds the packages. Writes nothing.
import { readCategories } from '../categories.ts';
import type { Context, Steps } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { maskName } from '../domain/mask.ts';
import { filedAmong, ownRelatives } from '../fairness/relatives.ts';
import { readShop } from '../shop/shop.ts';
import { refuseBadBatch } from './batch-rules.ts';
import { sameListAs } from './batch-row.ts';
import { byCategoryOf, byCommunityOf, sumsOf } from './batch-sums.ts';
import { stockNeedOf } from './package-worth.ts';
import { receiversOf, type Receivers } from './receivers.ts';

/** Households the preview shows by name; the rest is in the figures. */
const SHOWN_FIRST = 200;

type Preview = Output<'vouchers.previewBatch'>;

export const previewBatch = async (
  steps: Steps,
  { spec }: ParsedInput<'vouchers.previewBatch'>,
): Promise<Preview> => {
  const packageFen = await steps.turn(async (context) =>
    refuseBadBatch(context, spec, await readCategories(context.tx, context.day)),
  );
  const receivers = await receiversOf((work) => steps.turn(work), spec, packageFen);
  return steps.turn(async (context) => {
    const { tx, day } = context;
    const categories = await readCategories(tx, day);
    const { grants, digest } = receivers;
    const { issueNeedsSecond } = (await readShop(tx)).settings;
    const sums = sumsOf(grants);
    const receiving = new Set(grants.map(({ householdId }) => householdId));
    const own = (await ownRelatives(context)).filter(({ householdId }) => receiving.has(householdId));
    return {
      ...sums,
      receivers: digest,
      reviewOverdue: new Set(
        grants.filter(({ reviewOverdue }) => reviewOverdue).map(({ householdId }) => householdId),
      ).size,
      byCategory: byCategoryOf(grants, spec.categories, categories),
      byCommunity: byCommunityOf(grants),
      ownRelatives: own.map(({ number }) => number),
      ...leftOutOf(receivers),
      first: await firstOf(context, receivers, categories.nameOf),
      stock:
        spec.packageId === null
          ? null
          : await stockNeedOf(tx, spec.packageId, sums.vouchers, spec.stockClass, day),
      sameList: await sameListAs(tx, { receivers: digest, batchId: null }, spec),
      needsSecond: issueNeedsSecond,
    };
  });
};

const leftOutOf = ({ leftOut, leftOutFirst }: Receivers): Pick<Preview, 'leftOut' | 'leftOutFirst'> => ({
  leftOut: [...leftOut].map(([why, households]) => ({ why, households })),
  leftOutFirst: leftOutFirst.map((household) => ({ ...household, headName: maskName(household.headName) })),
});

const firstOf = async (
  context: Context,
  { grants }: Receivers,
  nameOf: (code: string) => string,
): Promise<Preview['first']> => {
  const first = grants.slice(0, SHOWN_FIRST);
  const filed = await filedAmong(
    context,
    first.map(({ householdId }) => householdId),
  );
  return first.map(
    ({ householdId, number, headName, category, members, community, pieces, faceFen, facePoints }) => ({
      number,
      headName: maskName(headName),
      category: nameOf(category),
      members,
      community,
      vouchers: pieces,
      faceFen: pieces * faceFen,
      facePoints: pieces * facePoints,
      relative: filed.has(householdId),
    }),
  );
};
