// What screens ask before they change anything: the covers of a household, households by their numbers, what leaving takes along.
import { readCategories } from '../categories.ts';
import type { Context } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { maskName } from '../domain/mask.ts';
import { Refusal } from '../failures.ts';
import { chunksOf } from '../imports/bulk.ts';

export const coversOfHousehold = async (
  { tx, day }: Context,
  { householdId }: ParsedInput<'eligibility.covers'>,
): Promise<Output<'eligibility.covers'>> => {
  const categories = await readCategories(tx, day);
  const rows = await tx
    .selectFrom('cover')
    .innerJoin('person', 'person.id', 'cover.person_id')
    .select([
      'cover.id',
      'cover.person_id',
      'person.name',
      'cover.category',
      'cover.community',
      'cover.from_day',
      'cover.to_day',
      'cover.document',
      'cover.reason',
      'cover.end_reason',
    ])
    .where('cover.household_id', '=', householdId)
    .orderBy('cover.id')
    .execute();
  return rows
    .map((row) => ({
      id: row.id,
      personId: row.person_id,
      name: maskName(row.name),
      code: row.category,
      category: categories.nameOf(row.category),
      community: row.community,
      fromDay: row.from_day,
      toDay: row.to_day,
      document: row.document,
      reason: row.reason,
      endReason: row.end_reason,
    }))
    .sort((a, b) =>
      (a.fromDay ?? '') < (b.fromDay ?? '') ? -1 : (a.fromDay ?? '') > (b.fromDay ?? '') ? 1 : a.id - b.id,
    );
};

/** In the order asked for, each once. */
export const householdsByNumbers = async (
  { tx, day }: Context,
  { numbers }: ParsedInput<'eligibility.byNumbers'>,
): Promise<Output<'eligibility.byNumbers'>> => {
  const wanted = [...new Set(numbers)];
  const categories = await readCategories(tx, day);
  const found = new Map<string, Output<'eligibility.byNumbers'>['rows'][number]>();
  for (const chunk of chunksOf(wanted)) {
    const rows = await tx
      .selectFrom('household_here')
      .select(['id', 'number', 'head_name', 'category', 'community', 'members', 'end_day'])
      .where('number', 'in', chunk)
      .execute();
    for (const row of rows)
      found.set(row.number, {
        id: row.id,
        number: row.number,
        headName: maskName(row.head_name),
        category: categories.nameOf(row.category),
        community: row.community,
        members: row.members,
        endDay: row.end_day,
      });
  }
  return {
    rows: wanted.flatMap((number) => found.get(number) ?? []),
    unknown: wanted.filter((number) => !found.has(number)),
  };
};

/** Refusal: `not-found`. */
export const endFigures = async (
  { tx }: Context,
  { householdIds }: ParsedInput<'eligibility.endFigures'>,
): Promise<Output<'eligibility.endFigures'>> => {
  const ids = [...new Set(householdIds)];
  const figures = { households: 0, people: 0, openVouchers: 0, openFen: 0 };
  for (const chunk of chunksOf(ids)) {
    const households = await tx
      .selectFrom('household_here')
      .select(({ fn }) => [fn.countAll<number>().as('n'), fn.sum<number | null>('members').as('people')])
      .where('id', 'in', chunk)
      .executeTakeFirstOrThrow();
    const open = await tx
      .selectFrom('voucher')
      .select(({ fn }) => [fn.countAll<number>().as('n'), fn.sum<number | null>('balance_fen').as('fen')])
      .where('household_id', 'in', chunk)
      .where('state', 'in', ['issued', 'active', 'partly-used'])
      .executeTakeFirstOrThrow();
    figures.households += households.n;
    figures.people += households.people ?? 0;
    figures.openVouchers += open.n;
    figures.openFen += open.fen ?? 0;
  }
  if (figures.households < ids.length) throw new Refusal('not-found');
  return figures;
};
