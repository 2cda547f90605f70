// The numbers of the papers behind postings, asked for the few rows that are shown: one query a kind of paper.
import type { Tx } from '../context.ts';
import type { StockDocument } from './post.ts';

export interface PaperOf {
  readonly document: string;
  readonly documentId: number;
}

const numbersIn = async (
  tx: Tx,
  document: StockDocument,
  ids: readonly number[],
): Promise<readonly { readonly id: number; readonly number: string }[]> => {
  if (document === 'donation')
    return tx
      .selectFrom('donation')
      .select(['id', 'receipt_number as number'])
      .where('id', 'in', ids)
      .execute();
  if (document === 'exchange')
    return tx.selectFrom('point_exchange').select(['id', 'number']).where('id', 'in', ids).execute();
  return tx.selectFrom(document).select(['id', 'number']).where('id', 'in', ids).execute();
};

const documents: readonly StockDocument[] = [
  'donation',
  'purchase',
  'redemption',
  'transfer',
  'loss',
  'stocktake',
  'exchange',
];

/** Answers the number of one of the papers; empty for a paper nobody knows. */
export const paperNumbers = async (
  tx: Tx,
  papers: readonly PaperOf[],
): Promise<(paper: PaperOf) => string> => {
  const found = new Map<string, string>();
  for (const document of documents) {
    const ids = [
      ...new Set(papers.filter((paper) => paper.document === document).map((paper) => paper.documentId)),
    ];
    if (ids.length === 0) continue;
    for (const { id, number } of await numbersIn(tx, document, ids)) found.set(`${document}:${id}`, number);
  }
  return ({ document, documentId }) => found.get(`${document}:${documentId}`) ?? '';
};
