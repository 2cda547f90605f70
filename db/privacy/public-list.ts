// 公示 (domain.md §6, rulings.md 28): who got something of an issue, or who is eligible, as the wall may show it. What the preview shows
// is what is printed: the print is given back what was reviewed and refuses anything else.
import { createHash } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import { readCategories, type Categories } from '../categories.ts';
import type { Context } from '../context.ts';
import type { PublicListModel, PublicListRow, RenderRequest } from '../contract/documents.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { addDays } from '../domain/business-day.ts';
import { maskAddress, maskIdentityNumber, maskName } from '../domain/mask.ts';
import { mayBeNamedInPublic } from '../domain/public-naming.ts';
import { Refusal } from '../failures.ts';
import { paperFrame } from '../shop/paper-frame.ts';
import { readShop } from '../shop/shop.ts';
import { exportNumber } from './export-number.ts';

type Wish = Pick<ParsedInput<'privacy.publicList'>, 'scope' | 'from' | 'publisher'>;
type Preview = Output<'privacy.previewPublicList'>;

/** 公示期: a week, the first day counted. */
const POSTED_DAYS = 7;
/** Households on one list: more nobody reads on a wall. */
const MOST = 3_000;

/** Refusals: `not-found`, `public-list-nobody`, `public-list-past`, `public-list-too-many`. */
export const previewPublicList = async (context: Context, wish: Wish): Promise<Preview> => {
  const { tx, day } = context;
  const from = wish.from ?? day;
  if (from < day) throw new Refusal('public-list-past', { day: from, todayDay: day });
  const shop = await readShop(tx);
  const categories = await readCategories(tx, day);
  const title = await titleOf(context, wish.scope, categories);
  const listed = await listedOf(context, wish.scope, from);
  if (listed.length === 0) throw new Refusal('public-list-nobody');
  if (listed.length > MOST) throw new Refusal('public-list-too-many', { most: MOST });
  const named = listed.filter((one) => mayBeNamedInPublic(personOf(one, categories), from));
  const full = shop.settings.publicNames === 'full';
  const shown = {
    title,
    publisher: wish.publisher === '' ? shop.name : wish.publisher,
    from,
    to: addDays(from, POSTED_DAYS - 1),
    phone: shop.reportPhone,
    rows: named.map((one) => rowOf(one, categories, full)),
    unnamed: countsOf(
      listed.filter((one) => !named.includes(one)),
      categories,
    ),
  };
  return { ...shown, reviewed: digestOf(shown) };
};

/** Refusals: those above; `public-list-changed` when the books no longer say what was reviewed. */
export const printPublicList = async (
  context: Context,
  { reviewed, format, ...wish }: ParsedInput<'privacy.publicList'>,
): Promise<RenderRequest> => {
  const { reviewed: now, ...list } = await previewPublicList(context, wish);
  if (now !== reviewed) throw new Refusal('public-list-changed');
  const number = await exportNumber(context, 'public-list');
  context.note(scopeWords(wish.scope), {
    number,
    households: list.rows.length,
    unnamedHouseholds: list.unnamed.reduce((sum, { households }) => sum + households, 0),
    unnamedPeople: list.unnamed.reduce((sum, { people }) => sum + people, 0),
    fromDay: list.from,
    names: (await readShop(context.tx)).settings.publicNames,
    reviewed,
    format,
  });
  const model: PublicListModel = {
    kind: 'public-list',
    ...(await paperFrame(context)),
    ...list,
    howToObject: null,
    showCovered: true,
    reprint: 0,
  };
  return { model, format };
};

const scopeWords = (scope: Wish['scope']): string =>
  scope.of === 'batch'
    ? `batch:${scope.batchId}`
    : `eligible:${[scope.category, scope.community].filter((part) => part !== '').join(' ')}`;

const titleOf = async ({ tx }: Context, scope: Wish['scope'], categories: Categories): Promise<string> => {
  if (scope.of === 'batch') {
    const batch = await tx
      .selectFrom('batch')
      .select('name')
      .where('id', '=', scope.batchId)
      .executeTakeFirst();
    if (!batch) throw new Refusal('not-found');
    return `${batch.name}${scope.community}领物券发放对象公示`;
  }
  const category = scope.category === '' ? '困难家庭' : categories.nameOf(scope.category);
  return `${scope.community}${category}对象公示`;
};

interface Listed {
  readonly number: string;
  readonly street: string;
  readonly address: string;
  readonly family: number;
  readonly members: number;
  /** The household's own, and those it is listed under. */
  readonly category: string;
  readonly listedUnder: string;
  readonly amountFen: number | null;
  readonly headName: string;
  readonly birthDay: string | null;
  readonly idNumber: string | null;
  /** All that the head is covered under that day. */
  readonly headCategories: string | null;
  /** Members who withdrew the consent to be published and did not give it again. */
  readonly withdrawn: number;
}

const headOf = (day: string): RawBuilder<unknown> => sql`
  household.number, household.street, household.address, household.family, household.members, household.category,
  coalesce(head.name, '') AS headName, head.birth_day AS birthDay, head.id_number AS idNumber,
  (SELECT group_concat(cover.category) FROM cover WHERE cover.person_id = head.id
    AND (cover.from_day IS NULL OR cover.from_day <= ${day}) AND (cover.to_day IS NULL OR cover.to_day > ${day})) AS headCategories,
  (SELECT count(*) FROM person JOIN consent ON consent.person_id = person.id AND consent.kind = 'publication'
    WHERE person.household_id = household.id AND person.left_day IS NULL AND consent.withdrawn_day IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM consent AS given WHERE given.person_id = person.id AND given.kind = 'publication'
        AND given.withdrawn_day IS NULL)) AS withdrawn`;
const heads = sql`LEFT JOIN person AS head ON head.household_id = household.id AND head.is_head = 1`;

const listedOf = async ({ tx, day }: Context, scope: Wish['scope'], from: string) => {
  const { rows } =
    scope.of === 'batch'
      ? await sql<Listed>`
          SELECT ${headOf(from)}, group_concat(DISTINCT voucher.category) AS listedUnder, sum(voucher.face_fen) AS amountFen
          FROM voucher JOIN household ON household.id = voucher.household_id ${heads}
          WHERE voucher.batch_id = ${scope.batchId} AND voucher.state NOT IN ('draft', 'void', 'replaced')
            AND (${scope.community} = '' OR household.community = ${scope.community})
          GROUP BY household.id ORDER BY household.community, household.number LIMIT ${MOST + 1}`.execute(tx)
      : await sql<Listed>`
          SELECT ${headOf(from)}, household.category AS listedUnder, NULL AS amountFen
          FROM household_here AS household ${heads}
          WHERE (${scope.category} = '' OR household.category = ${scope.category})
            AND (${scope.community} = '' OR household.community = ${scope.community})
            AND (household.start_day IS NULL OR household.start_day <= ${day})
            AND (household.end_day IS NULL OR household.end_day > ${day}) AND household.merged_into IS NULL
          GROUP BY household.id ORDER BY household.community, household.number LIMIT ${MOST + 1}`.execute(tx);
  return rows;
};

const words = (joined: string | null): readonly string[] => (joined ?? '').split(',').filter((w) => w !== '');

const personOf = (one: Listed, categories: Categories) => ({
  birthDay: one.birthDay,
  minorProtected: [one.category, ...words(one.listedUnder), ...words(one.headCategories)].some(
    (code) => categories.get(code)?.minorProtected === true,
  ),
  withdrawn: one.withdrawn > 0,
});

/** The highest it is listed under; of somebody who may not be named the protected one, so that the count says why. */
const categoryOf = (one: Listed, categories: Categories): string =>
  [...words(one.listedUnder)].sort(categories.compare)[0] ?? one.category;

const rowOf = (one: Listed, categories: Categories, full: boolean): PublicListRow => ({
  headName: full ? one.headName : maskName(one.headName),
  identityMasked: maskIdentityNumber(one.idNumber ?? ''),
  people: one.family,
  covered: one.members,
  amountFen: one.amountFen,
  category: categories.nameOf(categoryOf(one, categories)),
  area: maskAddress(one.street) || maskAddress(one.address),
  note: '',
});

const countsOf = (listed: readonly Listed[], categories: Categories): Preview['unnamed'] => {
  const counts = new Map<string, { households: number; people: number }>();
  for (const one of listed) {
    const code = categoryOf(one, categories);
    const { households, people } = counts.get(code) ?? { households: 0, people: 0 };
    counts.set(code, { households: households + 1, people: people + one.members });
  }
  return [...counts]
    .sort(([a], [b]) => categories.compare(a, b))
    .map(([code, count]) => ({ category: categories.nameOf(code), ...count }));
};

const digestOf = (shown: object): string =>
  createHash('sha256').update(JSON.stringify(shown)).digest('base64url');
