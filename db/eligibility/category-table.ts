// The table of recipient categories: listed, added, renamed from a day on, changed, ended, ordered. The only place that writes it.
import { sql } from 'kysely';
import { categoryNameOn, readCategories } from '../categories.ts';
import type { Context, Handlers } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { plainCategoryName } from '../domain/categories.ts';
import { Refusal } from '../failures.ts';
import { categoryOf } from './rules.ts';
import { resort } from './resort.ts';

type Done = Record<string, never>;

const listCategories = async (
  { tx, day: today }: Context,
  { day = today }: ParsedInput<'eligibility.categories'>,
): Promise<Output<'eligibility.categories'>> => {
  const { list } = await readCategories(tx, day);
  const names = await tx
    .selectFrom('category_name')
    .select(['code', 'from_day', 'name'])
    .orderBy('from_day')
    .execute();
  return list.map((category) => ({
    ...category,
    names: names
      .filter(({ code }) => code === category.code)
      .map(({ from_day, name }) => ({ fromDay: from_day, name })),
  }));
};

const categoryUse = async ({ tx, day }: Context): Promise<Output<'eligibility.categoryUse'>> => {
  const { rows } = await sql<Output<'eligibility.categoryUse'>[number]>`
    SELECT category AS code, count(*) AS households, sum(members) AS people FROM household_here
    WHERE (start_day IS NULL OR start_day <= ${day}) AND (end_day IS NULL OR end_day > ${day})
    GROUP BY category`.execute(tx);
  return rows;
};

/** Refusals: `category-day-past`, `category-name-taken`, `category-code-taken`. */
const addCategory = async (
  context: Context,
  { code: wanted, name, fromDay, ...rules }: ParsedInput<'eligibility.addCategory'>,
): Promise<Output<'eligibility.addCategory'>> => {
  const { tx } = context;
  if (fromDay !== null) refusePast(context, fromDay);
  await refuseTakenName(context, null, name, '');
  const known = await tx.selectFrom('category').select(['code', 'position']).execute();
  const code = wanted ?? freeCode(known.map((row) => row.code));
  if (known.some((row) => row.code === code)) throw new Refusal('category-code-taken', { code });
  await tx
    .insertInto('category')
    .values({
      code,
      position: Math.max(0, ...known.map(({ position }) => position)) + 1,
      ...columnsOf(rules),
      from_day: fromDay,
      to_day: null,
    })
    .execute();
  await tx.insertInto('category_name').values({ code, from_day: '', name }).execute();
  context.note(`category:${name}`, { rank: rules.rank });
  return { code };
};

const freeCode = (known: readonly string[]): string => {
  let n = 1;
  while (known.includes(`own-${n}`)) n += 1;
  return `own-${n}`;
};

type Rules = Pick<
  ParsedInput<'eligibility.changeCategory'>,
  'rank' | 'institutional' | 'minorProtected' | 'reviewMonths' | 'graceMonths'
>;
const columnsOf = ({ rank, institutional, minorProtected, reviewMonths, graceMonths }: Rules) =>
  ({
    rank,
    institutional: institutional ? 1 : 0,
    minor_protected: minorProtected ? 1 : 0,
    review_months: reviewMonths,
    grace_months: graceMonths,
  }) as const;

/**
 * Refusals: `not-found`, `category-day-past` (no paper of a day that has gone may read otherwise), `category-name-taken`,
 * `category-name-day-taken`: a name given for a day is not given anew.
 */
const renameCategory = async (
  context: Context,
  { code, name, fromDay }: ParsedInput<'eligibility.renameCategory'>,
): Promise<Done> => {
  const { tx } = context;
  await categoryOf(tx, code);
  refusePast(context, fromDay);
  await refuseTakenName(context, code, name, fromDay);
  const given = await tx
    .selectFrom('category_name')
    .select('name')
    .where('code', '=', code)
    .where('from_day', '=', fromDay)
    .executeTakeFirst();
  if (given) throw new Refusal('category-name-day-taken', { day: fromDay, name: given.name });
  await tx.insertInto('category_name').values({ code, from_day: fromDay, name }).execute();
  context.note(`category:${name}`, { fromDay });
  return {};
};

const refusePast = ({ day: today }: Context, day: string): void => {
  if (day < today) throw new Refusal('category-day-past', { day, todayDay: today });
};

/** No two categories may read alike on any day from `fromDay` on. */
const refuseTakenName = async (
  { tx }: Context,
  code: string | null,
  name: string,
  fromDay: string,
): Promise<void> => {
  const names = await tx
    .selectFrom('category_name')
    .select(['code', 'from_day', 'name'])
    .orderBy('from_day')
    .execute();
  const taken = names.find((other, at) => {
    if (other.code === code || plainCategoryName(other.name) !== plainCategoryName(name)) return false;
    const next = names.slice(at + 1).find((later) => later.code === other.code);
    return next === undefined || next.from_day > fromDay;
  });
  if (taken) throw new Refusal('category-name-taken', { name });
};

/** Refusal: `not-found`. A new rank sorts the households with several categories anew, from today on. */
const changeCategory = async (
  context: Context,
  { code, ...rules }: ParsedInput<'eligibility.changeCategory'>,
): Promise<{ resorted: number }> => {
  const { tx } = context;
  const before = await categoryOf(tx, code);
  const name = await categoryNameOn(tx, code, context.day);
  await tx.updateTable('category').set(columnsOf(rules)).where('code', '=', code).execute();
  const resorted = before.rank === rules.rank ? 0 : await resort(context);
  context.note(`category:${name}`, { rank: rules.rank, wasRank: before.rank, resorted });
  return { resorted };
};

/** Refusals: `not-found`, `category-ended`, `category-day-past`, `category-day-reversed`. */
const endCategory = async (
  context: Context,
  { code, toDay }: ParsedInput<'eligibility.endCategory'>,
): Promise<Done> => {
  const { tx } = context;
  const { from_day: fromDay, to_day: endedOn } = await categoryOf(tx, code);
  if (endedOn !== null) throw new Refusal('category-ended', { endDay: endedOn });
  refusePast(context, toDay);
  if (fromDay !== null && toDay < fromDay)
    throw new Refusal('category-day-reversed', { startDay: fromDay, endDay: toDay });
  await tx.updateTable('category').set({ to_day: toDay }).where('code', '=', code).execute();
  context.note(`category:${await categoryNameOn(tx, code, context.day)}`, { toDay });
  return {};
};

/** Refusals: `not-found`, `category-not-ended`. */
const reopenCategory = async (
  context: Context,
  { code }: ParsedInput<'eligibility.reopenCategory'>,
): Promise<Done> => {
  const { tx } = context;
  const { to_day: endedOn } = await categoryOf(tx, code);
  if (endedOn === null) throw new Refusal('category-not-ended');
  await tx.updateTable('category').set({ to_day: null }).where('code', '=', code).execute();
  context.note(`category:${await categoryNameOn(tx, code, context.day)}`, { wasEndDay: endedOn });
  return {};
};

/** Refusal: `category-order-incomplete`, unless every category is named once. */
const orderCategories = async (
  context: Context,
  { codes }: ParsedInput<'eligibility.orderCategories'>,
): Promise<{ resorted: number }> => {
  const { tx } = context;
  const known = await tx.selectFrom('category').select('code').execute();
  const wanted = new Set(codes);
  if (
    wanted.size !== codes.length ||
    codes.length !== known.length ||
    known.some(({ code }) => !wanted.has(code))
  )
    throw new Refusal('category-order-incomplete');
  // Positions are unique: all step aside before the first takes its new place.
  await sql`UPDATE category SET position = 0 - position`.execute(tx);
  for (const [at, code] of codes.entries())
    await tx
      .updateTable('category')
      .set({ position: at + 1 })
      .where('code', '=', code)
      .execute();
  const resorted = await resort(context);
  context.note('categories', { order: codes.length, resorted });
  return { resorted };
};

export const categoryHandlers: Pick<
  Handlers<'eligibility'>,
  | 'eligibility.categories'
  | 'eligibility.categoryUse'
  | 'eligibility.addCategory'
  | 'eligibility.renameCategory'
  | 'eligibility.changeCategory'
  | 'eligibility.endCategory'
  | 'eligibility.reopenCategory'
  | 'eligibility.orderCategories'
> = {
  'eligibility.categories': listCategories,
  'eligibility.categoryUse': (context) => categoryUse(context),
  'eligibility.addCategory': addCategory,
  'eligibility.renameCategory': renameCategory,
  'eligibility.changeCategory': changeCategory,
  'eligibility.endCategory': endCategory,
  'eligibility.reopenCategory': reopenCategory,
  'eligibility.orderCategories': orderCategories,
};
