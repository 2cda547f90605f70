// Run as a program of its own by test/data/fsync.test.ts: a shop with vouchers, then as many redemptions as asked for.
import { openShop } from './open-shop.ts';
import { seedBatch, seedGift, seedHouseholds, seedItem } from './seed.ts';

const count = Number(process.argv[2]);
const shop = await openShop();
await seedHouseholds(
  shop,
  Array.from({ length: 100 }, (_, at) => ({ number: String(at + 1) })),
);
const { vouchers } = await seedBatch(shop);
const items: number[] = [];
for (let at = 0; at < 5; at += 1) {
  const itemId = await seedItem(shop, { code: `G${at}`, name: `物品${at}`, listPriceFen: 1_000 });
  items.push(itemId);
  await seedGift(shop, { itemId, quantity: 500 });
}
for (const { id } of vouchers.slice(0, count)) {
  await shop.call(
    'counter.redeem',
    { voucherIds: [id], entry: 'scanned', lines: items.map((itemId) => ({ itemId, quantity: 1 })) },
    { as: 'volunteer' },
  );
}
await shop.close();
