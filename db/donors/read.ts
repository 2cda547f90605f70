// One donor, or 匿名 as a whole: facts, figures, gifts, and what became of the goods.
import { sql } from 'kysely';
import type { Tx } from '../context.ts';
import type { Output } from '../contract/index.ts';
import { ANONYMOUS } from '../donations/donor-name.ts';
import { figuresOf } from './figures.ts';
import { membersOf, rootOf } from './groups.ts';
import { becameOf, givenBy, givenDay, itemsGiven, reachedOf, type Scope } from './whereabouts.ts';

type Donor = Output<'donors.read'>;
const MOST_RECEIPTS = 200;

/** Refuses `not-found`. */
export const readDonor = async (tx: Tx, donorId: number | null): Promise<Donor> => {
  const root = donorId === null ? null : await rootOf(tx, donorId);
  return root === null || root.kind === 'anonymous' ? readAnonymous(tx) : readNamed(tx, root.id);
};

const readAnonymous = async (tx: Tx): Promise<Donor> => ({
  donorId: null,
  name: ANONYMOUS,
  kind: 'anonymous',
  creditCode: '',
  contact: '',
  phone: '',
  address: '',
  note: '',
  merged: [],
  ...(await giftsOf(tx, { donors: 'anonymous' })),
});

const readNamed = async (tx: Tx, rootId: number): Promise<Donor> => {
  const donor = await tx.selectFrom('donor').selectAll().where('id', '=', rootId).executeTakeFirstOrThrow();
  const [, ...merged] = await membersOf(tx, rootId);
  return {
    donorId: rootId,
    name: donor.name,
    kind: donor.kind,
    creditCode: donor.credit_code,
    contact: donor.contact,
    phone: donor.phone,
    address: donor.address,
    note: donor.note,
    merged: merged.map(({ id, name }) => ({ donorId: id, name })),
    ...(await giftsOf(tx, { donors: [rootId, ...merged.map(({ id }) => id)] })),
  };
};

const giftsOf = async (tx: Tx, scope: Scope) => {
  const became = await becameOf(tx, scope, 'item');
  const reached = await reachedOf(tx, scope, 'item');
  const all = await reachedOf(tx, scope, 'all');
  const goods = (await itemsGiven(tx, scope)).map((given) => {
    const { handedOut, sold, writtenOff, onHand } = became(given.itemId);
    const { households, lastDay } = reached(given.itemId);
    return {
      ...given,
      issued: handedOut,
      households,
      lastIssuedDay: lastDay,
      onHand,
      writtenOff: writtenOff + sold,
    };
  });
  return {
    ...(await figuresOf(tx, scope)),
    goods,
    households: all(0).households,
    receipts: await receiptsOf(tx, scope),
  };
};

/** With the ended ones, which are in no figure. */
const receiptsOf = async (tx: Tx, { donors }: Scope): Promise<Donor['receipts']> => {
  const { rows } = await sql<Donor['receipts'][number]>`
    SELECT gift.id AS "donationId", gift.receipt_number AS "receiptNumber", coalesce(donation_end.kind, 'valid') AS state,
      ${givenDay} AS day, gift.cash_fen AS "cashFen", gift.purpose,
      (SELECT count(*) FROM donation_line AS line WHERE line.donation_id = gift.id) AS "goodsLines",
      (SELECT sum(line.value_fen) FROM donation_line AS line WHERE line.donation_id = gift.id) AS "goodsFen",
      (SELECT count(*) FROM donation_line AS line WHERE line.donation_id = gift.id AND line.value_fen IS NULL)
        AS "unpricedLines"
    FROM donation AS gift LEFT JOIN donation_end ON donation_end.donation_id = gift.id
    WHERE ${givenBy(donors)} ORDER BY gift.day DESC, gift.id DESC LIMIT ${MOST_RECEIPTS}`.execute(tx);
  return rows;
};
