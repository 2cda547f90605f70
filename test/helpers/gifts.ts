// Gifts for tests of the area 捐赠: the form as a good one looks, with changes, and the few moves its tests make.
import { randomUUID } from 'node:crypto';
import type { Input } from '../../db/contract/index.ts';
import { openShop, type OpenShop, type OpenShopOptions } from './open-shop.ts';
import { refusalOf } from './refusal.ts';
import { seedBatch, seedHouseholds, seedItem, type SeedHousehold } from './seed.ts';
import { rowsOf } from './sheet.ts';

export type GiftForm = Input<'donations.record'>;
export type GiftFormLine = GiftForm['lines'][number];

let lastHousehold = 0;

/** A shop with rice (¥45.00 a bag), dated milk (¥3.00) and clothes without a price. */
export const openGifts = async (options: OpenShopOptions = {}) => {
  const shop: OpenShop = await openShop(options);
  const rice = await seedItem(shop, { code: 'R1', name: '大米', listPriceFen: 4_500 });
  const milk = await seedItem(shop, {
    code: 'M1',
    name: '牛奶',
    category: '乳品',
    listPriceFen: 300,
    keepsDate: true,
  });
  const clothes = await seedItem(shop, { code: 'C1', name: '旧衣物', listPriceFen: null, unit: '件' });
  const day = (options.now ?? '2026-05-04').slice(0, 10);

  /** Ten bags of rice at their list price. */
  const bags = (changes: Partial<GiftFormLine> = {}): GiftFormLine => ({
    itemId: rice,
    quantity: 10,
    valueFen: 45_000,
    basis: 'evidence',
    basisNote: '发票',
    productionDay: null,
    expiryDay: null,
    ...changes,
  });
  const form = (changes: Partial<GiftForm> = {}): GiftForm => ({
    day,
    donor: { name: '柳州市某某粮油公司', kind: 'company' },
    anonymous: false,
    inspectors: ['韦验收', '覃验收'],
    cash: null,
    lines: [bags()],
    ...changes,
  });
  const record = (changes: Partial<GiftForm> = {}, commandId: string = randomUUID()) =>
    shop.call('donations.record', form(changes), { as: 'manager', commandId });
  return {
    shop,
    rice,
    milk,
    clothes,
    bags,
    form,
    record,
    /** Cash only. */
    give: (fen: number, changes: Partial<GiftForm> = {}) =>
      record({ cash: { fen, way: 'cash' }, lines: [], ...changes }),
    end: (donationId: number, reason = '填写错误') =>
      shop.call('donations.end', { donationId, reason }, { as: 'manager' }),
    read: (donationId: number) => shop.call('donations.read', { donationId }, { as: 'manager' }),
    list: (month = '') => shop.call('donations.list', { month }, { as: 'manager' }),
    /** Every code a form is refused with, in order. */
    refusals: async (changes: Partial<GiftForm>): Promise<readonly string[]> =>
      (await refusalOf(record(changes))).reasons?.map(({ code }) => code) ?? [],
    /** What stands of the gift's lots, lot by lot. */
    onHand: (donationId: number): readonly unknown[] =>
      rowsOf(
        shop,
        `SELECT coalesce(sum(on_hand), 0) AS n FROM donation_line AS line JOIN lot ON donation_line_id = line.id
         LEFT JOIN lot_stock ON lot_id = lot.id WHERE donation_id = ${donationId} GROUP BY lot.id ORDER BY lot.id`,
      ).map(({ n }) => n),
    /** Buys rice for donated money. */
    spend: (fen: number, onDay = day) =>
      shop.call(
        'purchases.record',
        {
          day: onDay,
          supplier: '柳州市某某粮油批发部',
          source: 'donated',
          placeId: 1,
          inspectors: ['韦验收', '覃验收'],
          lines: [{ itemId: rice, quantity: 1, costFen: fen, productionDay: null, expiryDay: null }],
        },
        { as: 'manager' },
      ),
    /** A new household takes goods from the shelf, on a voucher of ¥100. */
    handOut: async (itemId: number, quantity: number, household: Partial<SeedHousehold> = {}) => {
      lastHousehold += 1;
      const number = `H${lastHousehold}`;
      await seedHouseholds(shop, [{ number, ...household }]);
      const { batchId } = await seedBatch(shop, {
        name: `慰问 ${number}`,
        categories: ['urban-minimum-living', 'disaster-hit'],
        validFrom: day,
        validTo: '2026-12-31',
      });
      const [voucher] = rowsOf(
        shop,
        `SELECT voucher.id FROM voucher JOIN household ON household.id = household_id
         WHERE batch_id = ${batchId} AND household.number = '${number}'`,
      );
      return shop.call(
        'counter.redeem',
        { voucherIds: [Number(voucher?.['id'])], entry: 'scanned', lines: [{ itemId, quantity }] },
        { as: 'volunteer' },
      );
    },
    closeMonth: (month: string) => shop.call('reports.closeMonth', { month }, { as: 'manager' }),
  };
};
export type Gifts = Awaited<ReturnType<typeof openGifts>>;
