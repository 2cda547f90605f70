// Batches with their figures and the list of vouchers. Reads only.
import { sql } from 'kysely';
import { readCategories } from '../categories.ts';
import type { Context } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { may } from '../contract/permissions.ts';
import { maskName } from '../domain/mask.ts';
import { filedAmong } from '../fairness/relatives.ts';
import { normaliseQuery } from '../domain/search-text.ts';
import { checkCharacters, formatTyped } from '../domain/typed-code.ts';
import { reportGroup, type ReportGroup } from '../domain/voucher-state.ts';
import { findHouseholds, MOST_FOUND } from '../people/search.ts';

export const batches = async ({ tx }: Context): Promise<Output<'vouchers.batches'>> => {
  const all = await tx.selectFrom('batch').selectAll().orderBy('id', 'desc').execute();
  const states = await tx
    .selectFrom('voucher')
    .select(['batch_id', 'state', sql<number>`count(*)`.as('n')])
    .groupBy(['batch_id', 'state'])
    .execute();
  return all.map((batch) => {
    const figures: Record<ReportGroup, number> = { redeemed: 0, void: 0, expired: 0, outstanding: 0 };
    for (const { batch_id, state, n } of states) {
      const group = reportGroup(state);
      if (batch_id === batch.id && group) figures[group] += n;
    }
    return {
      id: batch.id,
      name: batch.name,
      festival: batch.festival,
      faceFen: batch.face_fen,
      validFrom: batch.valid_from,
      validTo: batch.valid_to,
      place: batch.place,
      issuedAt: batch.issued_at,
      issued: figures.redeemed + figures.void + figures.expired + figures.outstanding,
      ...figures,
    };
  });
};

/** A voucher is found by its number or by whom it is for, as people are found everywhere. */
const everybody = { category: '', community: '', condition: null };

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

export const listVouchers = async (
  { tx, day, actor }: Context,
  { batchId, state, search, offset, limit }: ParsedInput<'vouchers.list'>,
): Promise<Output<'vouchers.list'>> => {
  const wanted = normaliseQuery(search);
  let found = tx.selectFrom('voucher').innerJoin('household', 'household.id', 'voucher.household_id');
  if (batchId !== null) found = found.where('voucher.batch_id', '=', batchId);
  if (state !== null) found = found.where('voucher.state', '=', state);
  if (wanted !== '') {
    const like = `%${escaped(wanted)}%`;
    const people = await findHouseholds(tx, search, everybody, { offset: 0, limit: MOST_FOUND });
    found = found.where((eb) =>
      eb.or([
        sql<boolean>`lower(voucher.serial) LIKE ${like} ESCAPE '\\'`,
        ...(people.ids.length === 0 ? [] : [eb('voucher.household_id', 'in', people.ids)]),
      ]),
    );
  }
  const { total } = await found.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const rows = await found
    .select([
      'voucher.id',
      'voucher.serial',
      'voucher.household_id',
      'voucher.typed_code',
      'household.head_name',
      'voucher.category',
      'household.community',
      'voucher.state',
      'voucher.face_fen',
      'voucher.balance_fen',
      'voucher.valid_to',
    ])
    .orderBy('voucher.id')
    .limit(limit)
    .offset(offset)
    .execute();
  // Whoever reads a whole code can spend the voucher: at the till only its end is shown, to compare with the paper.
  const categories = await readCategories(tx, day);
  const whole = may(actor.role, 'vouchers.issue');
  const filed = may(actor.role, 'fairness.view')
    ? await filedAmong(
        { tx },
        rows.map(({ household_id }) => household_id),
      )
    : new Set<number>();
  return {
    total,
    rows: rows.map((row) => {
      const code = formatTyped(row.typed_code + checkCharacters(row.typed_code));
      return {
        id: row.id,
        serial: row.serial,
        typedCode: whole ? code : `···· ···· ${code.slice(-4)}`,
        headName: maskName(row.head_name),
        category: categories.nameOf(row.category),
        community: row.community,
        relative: filed.has(row.household_id),
        state: row.state,
        faceFen: row.face_fen,
        balanceFen: row.balance_fen,
        validTo: row.valid_to,
      };
    }),
  };
};
