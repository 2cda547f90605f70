// Where the screens of the store room stand, for links from one to another: the way of a lot is one key from everywhere.

export const lotAddress = (lotId: number): string => `/goods/lots/${String(lotId)}`;
export const itemAddress = (itemId: number): string => `/goods/${String(itemId)}`;

interface CardOf {
  readonly itemId?: number;
  readonly lotId?: number;
  readonly placeId?: number;
}
export const cardAddress = ({ itemId, lotId, placeId }: CardOf): string => {
  const asked = Object.entries({ item: itemId, lot: lotId, place: placeId })
    .filter(([, id]) => id !== undefined)
    .map(([name, id]) => `${name}=${String(id)}`);
  return `/goods/card?${asked.join('&')}`;
};

/** A new transfer that begins with this lot. */
export const transferAddress = (lot: { readonly lotId: number; readonly placeId: number }): string =>
  `/goods/transfers/new?lot=${String(lot.lotId)}&from=${String(lot.placeId)}`;

const folders: Readonly<Record<string, string>> = {
  donation: '/donations',
  purchase: '/goods/purchases',
  stocktake: '/goods/stocktake',
  transfer: '/goods/transfers',
  loss: '/goods/losses',
};
/** Where a paper is read; null for a kind that has no screen of its own (a redemption). */
export const paperAddress = (document: string, documentId: number): string | null => {
  const folder = folders[document];
  return folder === undefined ? null : `${folder}/${String(documentId)}`;
};
