// Fills a shop for tests the way its people would: rosters, goods, gifts and batches through acts, never around them.
// What a test needs to know and no act says (the text inside a voucher's QR) is read from the file, for looking only.
import type { Input, Output } from '../../db/contract/index.ts';
import { identityCheckCharacter } from '../../db/domain/identity-number.ts';
import { openReadOnly } from '../../db/open.ts';
import { voucherSigner } from '../../db/signing.ts';
import type { OpenShop } from './open-shop.ts';

export interface SeedHousehold {
  readonly number: string;
  /** Word of the category, 城市低保 when left out. */
  readonly category?: string;
  readonly members?: number;
  /** Words of the categories of further members, where they differ from the first's. */
  readonly others?: readonly string[];
  readonly community?: string;
  readonly start?: string;
  readonly review?: string;
}

let lastPerson = 0;
/** A fictional identity number with a right check digit, on an address code that no resident card carries. */
export const nextIdNumber = (): string => {
  lastPerson += 1;
  const birth = `19${String(50 + (Math.floor(lastPerson / 9_000) % 40)).padStart(2, '0')}0${1 + (Math.floor(lastPerson / 1_000) % 9)}15`;
  const first17 = `450201${birth}${String(lastPerson % 1_000).padStart(3, '0')}`;
  return first17 + identityCheckCharacter(first17);
};

const headings = [
  '户编号',
  '姓名',
  '与户主关系',
  '身份证号码',
  '救助类别',
  '街道(乡镇)',
  '社区(村)',
  '享受起始',
  '下次复核',
];
const givenNames = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚';
const nameOf = (at: number): string =>
  `韦${givenNames.charAt(at % 20)}${givenNames.charAt(Math.floor(at / 20) % 20)}`;

/** Enters households by importing a roster; answers their ids by number. */
export const seedHouseholds = async (
  shop: OpenShop,
  households: readonly SeedHousehold[],
): Promise<ReadonlyMap<string, number>> => {
  const rows = households.flatMap((household) =>
    Array.from({ length: household.members ?? 1 }, (_, at) => [
      household.number,
      nameOf(lastPerson),
      at === 0 ? '户主' : '子',
      nextIdNumber(),
      (at > 0 ? household.others?.[at - 1] : undefined) ?? household.category ?? '城市低保',
      '城中街道',
      household.community ?? '桂中社区',
      household.start ?? '2025-01-01',
      household.review ?? '2027-12-31',
    ]),
  );
  const bytes = new TextEncoder().encode([headings, ...rows].map((row) => row.join(',')).join('\r\n'));
  const { previewId, refused } = await shop.call(
    'people.previewImport',
    { sheet: { name: '花名册.csv', bytes } },
    { as: 'manager' },
  );
  if (refused.length > 0) throw new Error(`seed rows refused: ${JSON.stringify(refused.slice(0, 3))}`);
  await shop.call('people.confirmImport', { previewId }, { as: 'manager' });
  const ids = new Map<string, number>();
  for (let offset = 0; ; offset += 500) {
    const { rows: found } = await shop.call('people.list', { offset, limit: 500 }, { as: 'manager' });
    for (const { id, number } of found) ids.set(number, id);
    if (found.length < 500) return ids;
  }
};

export type SeedItem = Partial<Omit<Input<'goods.add'>, 'code' | 'name' | 'listPriceFen' | 'barcodes'>> & {
  readonly code: string;
  readonly name: string;
  readonly listPriceFen: number | null;
  /** Each stands for one unit. */
  readonly barcodes?: readonly string[];
};
/** Enters one kind of goods; 袋 without a date unless said otherwise. */
export const seedItem = async (shop: OpenShop, item: SeedItem): Promise<number> => {
  const { itemId } = await shop.call(
    'goods.add',
    {
      category: '食品',
      spec: '',
      unit: '袋',
      keepsDate: false,
      ...item,
      barcodes: (item.barcodes ?? []).map((barcode) => ({ barcode })),
    },
    { as: 'manager' },
  );
  return itemId;
};

export interface SeedGift {
  readonly itemId: number;
  readonly quantity: number;
  readonly valueFen?: number | null;
  readonly expiryDay?: string | null;
  readonly day?: string;
  readonly designatedCategory?: string | null;
  readonly designation?: Input<'donations.record'>['designation'];
  readonly placeId?: number;
  /** What else the gift says. */
  readonly more?: Partial<Input<'donations.record'>>;
  /** What else its line says. */
  readonly line?: Partial<Input<'donations.record'>['lines'][number]>;
}
/** Receives a gift of goods of one line; valued at ¥1.00 a smallest unit unless said otherwise. */
export const seedGift = async (shop: OpenShop, gift: SeedGift): Promise<number> => {
  const valueFen = gift.valueFen === undefined ? gift.quantity * 100 : gift.valueFen;
  const { donationId } = await shop.call(
    'donations.record',
    {
      day: gift.day ?? '2026-05-04',
      donor: { name: '柳州市某米业有限公司', kind: 'company' },
      anonymous: false,
      purpose: gift.designatedCategory ? '定向' : '',
      designation: gift.designation ?? { category: gift.designatedCategory ?? null },
      placeId: gift.placeId ?? 1,
      inspectors: ['韦验收', '覃验收'],
      cash: null,
      checker: '李验收',
      lines: [
        {
          itemId: gift.itemId,
          quantity: gift.quantity,
          valueFen,
          basis: valueFen === null ? 'unpriced' : 'fair-value',
          basisNote: valueFen === null ? '' : '市场价',
          productionDay: null,
          expiryDay: gift.expiryDay ?? null,
          ...gift.line,
        },
      ],
      ...gift.more,
    },
    { as: 'manager' },
  );
  return donationId;
};

export type Spec = Input<'vouchers.previewBatch'>['spec'];
export const batchSpec = (changes: Partial<Spec> = {}): Spec => ({
  name: '2026年五一慰问',
  festival: '五一',
  faceFen: 10_000,
  categories: ['urban-minimum-living'],
  validFrom: '2026-05-01',
  validTo: '2026-06-30',
  place: '城中区慈善超市',
  fundingSource: '福彩公益金',
  ...changes,
});

export type ListedVoucher = Output<'vouchers.list'>['rows'][number];
/**
 * Issues a batch as the office does, prepared by the manager and approved by the bureau; answers its id and its vouchers in the
 * order of issue. The same list as often as a test likes.
 */
export const seedBatch = async (
  shop: OpenShop,
  changes: Partial<Spec> = {},
): Promise<{ batchId: number; vouchers: readonly ListedVoucher[] }> => {
  const draft = await prepareBatch(shop, changes);
  const { batchId } = await approveBatch(shop, draft);
  return { batchId, vouchers: await vouchersOf(shop, batchId) };
};

type Draft = Output<'vouchers.prepareBatch'>;
export const prepareBatch = (shop: OpenShop, changes: Partial<Spec> = {}): Promise<Draft> =>
  shop.call('vouchers.prepareBatch', { spec: batchSpec(changes), again: true }, { as: 'manager' });

export const approveBatch = (
  shop: OpenShop,
  { batchId, drafts, faceFen, facePoints }: Draft,
): Promise<Output<'vouchers.approveBatch'>> =>
  shop.call(
    'vouchers.approveBatch',
    { batchId, expectPieces: drafts, expectFaceFen: faceFen, expectFacePoints: facePoints },
    { as: 'bureau' },
  );

export const vouchersOf = async (shop: OpenShop, batchId: number): Promise<readonly ListedVoucher[]> => {
  const all: ListedVoucher[] = [];
  for (let offset = 0; ; offset += 500) {
    const { rows, total } = await shop.call(
      'vouchers.list',
      { batchId, offset, limit: 500 },
      { as: 'manager' },
    );
    all.push(...rows);
    if (all.length >= total) return all;
  }
};

/** The text inside a voucher's printed QR. */
export const qrOf = (shop: OpenShop, voucherId: number): string => {
  const file = openReadOnly(shop.file, shop.key);
  try {
    const row = file
      .prepare(
        `SELECT voucher.token, voucher.generation, voucher.key_id, signing_key.private_key, shop.shop_number FROM voucher
         JOIN signing_key USING (key_id), shop WHERE voucher.id = ?`,
      )
      .get(voucherId) as {
      token: Buffer;
      generation: number;
      key_id: number;
      private_key: Buffer;
      shop_number: number;
    };
    return voucherSigner(row.private_key)({
      shop: row.shop_number,
      keyId: row.key_id,
      generation: row.generation,
      token: row.token,
    });
  } finally {
    file.close();
  }
};
