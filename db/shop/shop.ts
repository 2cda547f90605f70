// The one row that says whose books these are.
import { randomInt } from 'node:crypto';
import type { z } from 'zod';
import type { Tx } from '../context.ts';
import { settings } from '../contract/shop.ts';
import { businessDay } from '../domain/business-day.ts';
import { SHOP_FLOOR } from '../domain/places.ts';
import { Refusal } from '../failures.ts';
import { makeKey } from '../keys/yearly.ts';

export type Settings = z.output<typeof settings>;

const firstSettings: Settings = settings.parse({
  idleLockMinutes: 5,
  expiryAlarmDays: 60,
  overdueReviewBlocks: false,
});

export interface Shop {
  readonly name: string;
  readonly districtCode: string;
  readonly districtName: string;
  readonly reportPhone: string;
  readonly practice: boolean;
  readonly shopNumber: number;
  readonly settings: Settings;
}

/** The shop, or null before the first run is finished. */
export const findShop = async (tx: Tx): Promise<Shop | null> => {
  const row = await tx.selectFrom('shop').selectAll().executeTakeFirst();
  return row
    ? {
        name: row.name,
        districtCode: row.district_code,
        districtName: row.district_name,
        reportPhone: row.report_phone,
        practice: row.practice === 1,
        shopNumber: row.shop_number,
        settings: settings.parse(JSON.parse(row.settings)),
      }
    : null;
};

/** Refusal: `shop-not-set-up`. */
export const readShop = async (tx: Tx): Promise<Shop> => {
  const shop = await findShop(tx);
  if (!shop) throw new Refusal('shop-not-set-up');
  return shop;
};

/** What every paper says about the shop. */
export const paperShop = (shop: Shop) => ({
  name: shop.name,
  districtName: shop.districtName,
  reportPhone: shop.reportPhone,
});

/** Opens the books: the shop's row, its random number and its first signing key. Refusals: `shop-already-set-up`. */
export const createShop = async (
  tx: Tx,
  now: string,
  day: string,
  facts: { name: string; districtCode: string; districtName: string; reportPhone: string; practice: boolean },
): Promise<void> => {
  if (await findShop(tx)) throw new Refusal('shop-already-set-up');
  await tx
    .insertInto('shop')
    .values({
      id: 1,
      name: facts.name,
      district_code: facts.districtCode,
      district_name: facts.districtName,
      report_phone: facts.reportPhone,
      practice: facts.practice ? 1 : 0,
      shop_number: randomInt(1, 2 ** 32 - 1),
      settings: JSON.stringify(firstSettings),
      clock_high_at: now,
      rolled_day: day,
      created_at: now,
    })
    .execute();
  // Goods come in at the shop floor and are handed out there; a store room to put them by is there from the start.
  await tx
    .insertInto('place')
    .values([
      { id: SHOP_FLOOR, name: '门店', kind: 'shop' },
      { name: '库房', kind: 'store' },
    ])
    .execute();
  await makeKey({ tx, now, day: businessDay(now) });
};
