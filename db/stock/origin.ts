// Where a lot came from: a gift, a purchase or a stocktake that found it. Pieces of SQL for queries over `lot`, and what they
// answer in words. Whoever gave anonymously is named by none of them (慈善法 art. 82).
import { sql } from 'kysely';

export interface OriginRow {
  readonly donationId: number | null;
  readonly receiptNumber: string | null;
  readonly donationDay: string | null;
  readonly donor: string | null;
  readonly purchaseId: number | null;
  readonly purchaseNumber: string | null;
  readonly purchaseDay: string | null;
  readonly supplier: string | null;
  readonly stocktakeId: number | null;
  readonly stocktakeNumber: string | null;
  readonly stocktakeDay: string | null;
}

/** What the lists call a giver who does not want to be named. */
const ANONYMOUS = '匿名';

// A donor that turned out to be another one is that other one; the anonymity is the gift's, not the donor's.
export const originColumns = sql`gift.id AS donationId, gift.receipt_number AS receiptNumber, gift.day AS donationDay,
  CASE WHEN gift.anonymous = 1 THEN ${ANONYMOUS} ELSE coalesce(same_donor.name, donor.name) END AS donor,
  purchase.id AS purchaseId, purchase.number AS purchaseNumber, purchase.day AS purchaseDay, purchase.supplier AS supplier,
  stocktake.id AS stocktakeId, stocktake.number AS stocktakeNumber, coalesce(stocktake.posted_day, stocktake.day) AS stocktakeDay`;

export const originJoins = sql`LEFT JOIN donation_line AS gift_line ON gift_line.id = lot.donation_line_id
  LEFT JOIN donation AS gift ON gift.id = gift_line.donation_id
  LEFT JOIN donor ON donor.id = gift.donor_id LEFT JOIN donor AS same_donor ON same_donor.id = donor.merged_into
  LEFT JOIN purchase_line ON purchase_line.id = lot.purchase_line_id
  LEFT JOIN purchase ON purchase.id = purchase_line.purchase_id
  LEFT JOIN stocktake_line ON stocktake_line.id = lot.stocktake_line_id
  LEFT JOIN stocktake ON stocktake.id = stocktake_line.stocktake_id`;

export interface Origin {
  readonly document: 'donation' | 'purchase' | 'stocktake';
  readonly documentId: number;
  readonly number: string;
  readonly day: string;
  /** Donor (匿名 where so given), supplier, or the stocktake's number. */
  readonly from: string;
}

export const originOf = (row: OriginRow): Origin => {
  if (row.donationId !== null)
    return {
      document: 'donation',
      documentId: row.donationId,
      number: row.receiptNumber ?? '',
      day: row.donationDay ?? '',
      from: row.donor ?? ANONYMOUS,
    };
  if (row.purchaseId !== null)
    return {
      document: 'purchase',
      documentId: row.purchaseId,
      number: row.purchaseNumber ?? '',
      day: row.purchaseDay ?? '',
      from: row.supplier ?? '',
    };
  if (row.stocktakeId === null) throw new Error('a lot from nowhere');
  const number = row.stocktakeNumber ?? '';
  return {
    document: 'stocktake',
    documentId: row.stocktakeId,
    number,
    day: row.stocktakeDay ?? '',
    from: number,
  };
};
