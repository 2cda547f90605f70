// The list of vouchers. Reads only.
import { sql } from 'kysely';
import { readCategories } from '../categories.ts';
import type { Context } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { may } from '../contract/permissions.ts';
import { maskName } from '../domain/mask.ts';
import { filedAmong } from '../fairness/relatives.ts';
import { normaliseQuery } from '../domain/search-text.ts';
import { checkCharacters, formatTyped } from '../domain/typed-code.ts';
import { findHouseholds, MOST_FOUND } from '../people/search.ts';
import { NO_LIST } from './batch-row.ts';

/** A voucher is found by its number or by whom it is for, as people are found everywhere. */
const everybody = { category: '', community: '', condition: null };

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

export const listVouchers = async (
  { tx, day, actor }: Context,
  { batchId, state, search, offset, limit }: ParsedInput<'vouchers.list'>,
): Promise<Output<'vouchers.list'>> => {
  const wanted = normaliseQuery(search);
  let found = tx
    .selectFrom('voucher')
    .innerJoin('household', 'household.id', 'voucher.household_id')
    .innerJoin('batch', 'batch.id', 'voucher.batch_id');
  // Drafts are looked at in their own batch, and not before it is whole.
  found =
    batchId === null
      ? found.where('voucher.state', '<>', 'draft')
      : found.where('batch.receivers', '<>', NO_LIST);
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
      'batch.kind',
      'voucher.face_fen',
      'voucher.balance_fen',
      'voucher.face_points',
      'voucher.balance_points',
      'voucher.valid_to',
    ])
    .orderBy('voucher.id')
    .limit(limit)
    .offset(offset)
    .execute();
  // Whoever reads a whole code can spend the voucher: at the till only its end is shown, to compare with the paper; of a draft
  // nobody needs it.
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
        serial: row.state === 'draft' ? '' : row.serial,
        typedCode: row.state === 'draft' ? '' : whole ? code : `···· ···· ${code.slice(-4)}`,
        headName: maskName(row.head_name),
        category: categories.nameOf(row.category),
        community: row.community,
        relative: filed.has(row.household_id),
        state: row.state,
        kind: row.kind,
        faceFen: row.face_fen,
        balanceFen: row.balance_fen,
        facePoints: row.face_points,
        balancePoints: row.balance_points,
        validTo: row.valid_to,
      };
    }),
  };
};
