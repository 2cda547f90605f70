// 物资明细账: every movement of one kind of goods or one lot, at one place or everywhere, with the running balance. The sums come
// from an index (card-sums.ts); words and paper numbers are asked for the rows that are shown.
import { sql } from 'kysely';
import type { Context, Handlers, Tx } from '../context.ts';
import type { Output } from '../contract/index.ts';
import { isDay } from '../domain/business-day.ts';
import { Refusal, refuseAll } from '../failures.ts';
import type { StockKind } from '../schema.ts';
import { pageKeys, sumOfFirst, sumsOf, type About, type Key, type Sum } from './card-sums.ts';
import { paperNumbers } from './paper-numbers.ts';
import { tagOf } from './tags.ts';

export interface CardInput {
  readonly itemId: number | null;
  readonly lotId: number | null;
  readonly placeId: number | null;
  readonly from: string;
  readonly to: string;
}
export interface CardSubject {
  readonly about: About;
  readonly code: string;
  readonly name: string;
  readonly spec: string;
  readonly unit: string;
  readonly unitScale: number;
  readonly lot: { readonly tag: string; readonly expiryDay: string | null } | null;
  readonly place: string | null;
  /** Whether anything of it has a value; if not, its money is unknown and never 0. */
  readonly priced: boolean;
}
export type CardLine = Output<'stock.card'>['rows'][number];
/** What stands at some moment of the card. */
export interface Balance {
  readonly quantity: number;
  readonly fen: number | null;
}

const refuseNoDay = ({ from, to }: CardInput): void =>
  refuseAll(
    Object.entries({ from, to })
      .filter(([, day]) => day !== '' && !isDay(day))
      .map(([field]) => ({ code: 'input-invalid', field })),
  );

/** Refusals: `not-found` for an item, a lot or a place that is not there, or nothing named; `input-invalid` for a day that is none. */
export const subjectOf = async (tx: Tx, input: CardInput): Promise<CardSubject> => {
  refuseNoDay(input);
  const { itemId, lotId, placeId } = input;
  const lot =
    lotId === null
      ? null
      : await tx
          .selectFrom('lot')
          .select(['id', 'item_id', 'grade', 'expiry_day', 'value_fen'])
          .where('id', '=', lotId)
          .executeTakeFirst();
  const item = await tx
    .selectFrom('item')
    .select(['id', 'code', 'name', 'spec', 'unit', 'unit_scale as unitScale'])
    .where('id', '=', lot?.item_id ?? itemId ?? 0)
    .executeTakeFirst();
  const place =
    placeId === null
      ? null
      : await tx.selectFrom('place').select('name').where('id', '=', placeId).executeTakeFirst();
  if (lot === undefined || item === undefined || place === undefined) throw new Refusal('not-found');
  const { id, ...words } = item;
  return {
    ...words,
    about: lot ? await aboutLot(tx, lot.id, placeId) : { of: 'item', itemId: id, placeId },
    lot: lot && { tag: tagOf(lot), expiryDay: lot.expiry_day },
    place: place?.name ?? null,
    priced: lot ? lot.value_fen !== null : await hasValue(tx, id),
  };
};

const aboutLot = async (tx: Tx, lotId: number, placeId: number | null): Promise<About> => {
  const places = await tx.selectFrom('lot_stock').select('place_id').where('lot_id', '=', lotId).execute();
  const placeIds = places.map(({ place_id }) => place_id).filter((id) => placeId === null || id === placeId);
  return { of: 'lot', lotId, placeIds };
};

const hasValue = async (tx: Tx, itemId: number): Promise<boolean> => {
  const found = await tx
    .selectFrom('lot')
    .select('id')
    .where('item_id', '=', itemId)
    .where('value_fen', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
};

export const balanceOf = ({ priced }: CardSubject, ...sums: readonly Sum[]): Balance => ({
  quantity: sums.reduce((all, { quantity }) => all + quantity, 0),
  fen: priced ? sums.reduce((all, { fen }) => all + fen, 0) : null,
});

interface PostingRow {
  readonly id: number;
  readonly day: string;
  readonly lateForDay: string | null;
  readonly at: string;
  readonly kind: StockKind;
  readonly document: string;
  readonly documentId: number;
  readonly place: string;
  readonly lotId: number;
  readonly grade: string | null;
  readonly quantity: number;
  readonly valueFen: number | null;
  readonly reverses: number | null;
  readonly reversed: 0 | 1;
  readonly operator: string;
}

/** The movements with words and running balance, in the order of the keys. */
export const linesOf = async (tx: Tx, keys: readonly Key[], before: Balance): Promise<CardLine[]> => {
  if (keys.length === 0) return [];
  const { rows } = await sql<PostingRow>`
    SELECT posting.id, posting.business_day AS day, posting.late_for_day AS lateForDay, posting.at, posting.kind,
      posting.document, posting.document_id AS documentId, place.name AS place, posting.lot_id AS lotId, lot.grade,
      posting.quantity, posting.value_fen AS valueFen, posting.reverses,
      EXISTS (SELECT 1 FROM stock_posting AS back WHERE back.reverses = posting.id) AS reversed, staff.name AS operator
    FROM stock_posting AS posting JOIN lot ON lot.id = posting.lot_id JOIN place ON place.id = posting.place_id
      JOIN staff ON staff.id = posting.staff_id
    WHERE posting.id IN (${sql.join(keys.map(({ id }) => id))}) ORDER BY posting.business_day, posting.id`.execute(
    tx,
  );
  const numberOf = await paperNumbers(tx, rows);
  let { quantity: balance, fen } = before;
  return rows.map(({ id, lotId, grade, reverses, reversed, ...row }) => {
    balance += row.quantity;
    if (fen !== null) fen += row.valueFen ?? 0;
    return {
      postingId: id,
      ...row,
      tag: tagOf({ id: lotId, grade }),
      number: numberOf(row),
      balance,
      balanceFen: fen,
      reverses: reverses !== null,
      reversed: reversed === 1,
    };
  });
};

export const cardHandler: Pick<Handlers<'stock'>, 'stock.card'> = {
  async 'stock.card'({ tx, day }: Context, { offset, limit, ...input }) {
    const subject = await subjectOf(tx, input);
    const { before: opening, within } = await sumsOf(tx, subject.about, input, day);
    const keys = await pageKeys(tx, subject.about, input, { offset, limit, total: within.lines });
    const before = await sumOfFirst(tx, subject.about, input, offset, within);
    const first = balanceOf(subject, opening);
    const last = balanceOf(subject, opening, within);
    return {
      total: within.lines,
      rows: await linesOf(tx, keys, balanceOf(subject, opening, before)),
      title: [subject.name, subject.spec, subject.lot?.tag].filter(Boolean).join(' '),
      unit: subject.unit,
      unitScale: subject.unitScale,
      opening: first.quantity,
      openingFen: first.fen,
      closing: last.quantity,
      closingFen: last.fen,
    };
  },
};
