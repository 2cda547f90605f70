// Books for the store room's benchmark: tens of thousands of lots and a million movements, all entered through acts, so that the
// ledger ties. Made anew for every run in a folder of its own.
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { seedItem } from '../helpers/seed.ts';

export interface StockSize {
  readonly lots: number;
  readonly movements: number;
}

const as = 'manager' as const;
const firstDay = Date.parse('2026-01-05T02:00:00.000Z');
const linesOfGift = 200;
const linesOfTransfer = 500;
const piecesOfLot = 1_000;
/** Few kinds of goods, so that one stock card is long: its depth is what is measured. */
const kinds = 100;

/** Answers the shop, still open, and the ids of its kinds of goods. Each lot comes in once and then goes to and fro between two places. */
export const makeStockBooks = async (
  file: string,
  key: Uint8Array,
  { lots, movements }: StockSize,
  log: (line: string) => void,
): Promise<{ shop: OpenShop; items: readonly number[] }> => {
  const shop = await openShop({ file, key, now: new Date(firstDay).toISOString() });
  const items: number[] = [];
  for (let at = 1; at <= kinds; at += 1)
    items.push(
      await seedItem(shop, {
        code: `B${String(at).padStart(4, '0')}`,
        name: `试样商品${at}`,
        listPriceFen: 500,
      }),
    );
  log(`  ${lots} lots`);
  const lotIds = await receive(shop, items, lots);
  log(`  ${movements} movements`);
  await moveToAndFro(shop, lotIds, movements - lots);
  return { shop, items };
};

const receive = async (
  shop: OpenShop,
  items: readonly number[],
  lots: number,
): Promise<readonly number[]> => {
  for (let from = 0; from < lots; from += linesOfGift) {
    const lines = Array.from({ length: Math.min(linesOfGift, lots - from) }, (_, at) => ({
      itemId: items[(from + at) % items.length] ?? 0,
      quantity: piecesOfLot,
      valueFen: piecesOfLot * 450 + ((from + at) % 97),
      basis: 'fair-value' as const,
      basisNote: '市场价',
      productionDay: null,
      expiryDay: `${2090 + (at % 9)}-0${1 + (at % 9)}-15`,
    }));
    await shop.call(
      'donations.record',
      {
        day: '2026-01-05',
        donor: { name: '柳州市某米业有限公司', kind: 'company' },
        anonymous: false,
        cash: null,
        inspectors: ['韦验收', '覃验收'],
        lines,
      },
      { as },
    );
  }
  return Array.from({ length: lots }, (_, at) => at + 1);
};

/** Every transfer moves some hundred lots and posts twice as many movements; ten a day. */
const moveToAndFro = async (shop: OpenShop, lotIds: readonly number[], movements: number): Promise<void> => {
  let posted = 0;
  for (let at = 0; posted < movements; at += 1) {
    if (at % 10 === 0) shop.setNow(new Date(firstDay + (at / 10) * 86_400_000).toISOString());
    const rounds = Math.ceil(lotIds.length / linesOfTransfer);
    const there = Math.floor(at / rounds) % 2 === 0;
    const from = (at % rounds) * linesOfTransfer;
    const most = Math.ceil((movements - posted) / 2);
    const lines = lotIds
      .slice(from, from + Math.min(linesOfTransfer, most))
      .map((lotId) => ({ lotId, quantity: 1 + (lotId % 7) }));
    await shop.call(
      'stock.transfer',
      { fromPlaceId: there ? 1 : 2, toPlaceId: there ? 2 : 1, note: '', lines },
      { as },
    );
    posted += 2 * lines.length;
  }
};
