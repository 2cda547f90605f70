// A shop whose till can be driven through everything: goods, families in two communities, a package and a limit, entered through acts as
// the manager. What is driven by keys elsewhere is only set up here.
import { randomUUID } from 'node:crypto';
import type { ActName, Input, Output } from '../../db/contract/index.ts';
import type { Drive } from './drive.ts';
import { bureau, volunteer } from './first-run.ts';
import { household, newcomer } from './households.ts';
import type { Spec } from './seed.ts';

export const barcode = {
  rice: '6900001000006',
  oil: '6900001000372',
  noodles: '6900001000013',
  salt: '6900001000020',
  soap: '6900001000037',
  towel: '6900001000044',
} as const;
type Goods = keyof typeof barcode;
type Shelf = readonly [
  name: string,
  spec: string,
  unit: string,
  listPriceFen: number,
  pieces: number,
  pointsPrice?: number,
];

const shelf: Readonly<Record<Goods, Shelf>> = {
  rice: ['东北大米', '5kg/袋', '袋', 3_000, 60],
  oil: ['食用调和油', '5L/桶', '桶', 4_800, 40],
  noodles: ['挂面', '1kg/把', '把', 800, 60],
  salt: ['食用盐', '400g/袋', '袋', 250, 60],
  soap: ['洗衣皂', '200g/块', '块', 450, 60, 2],
  towel: ['毛巾', '34×74cm', '条', 990, 60],
};

/** By what happens to it at the till: where each family lives. Nobody else lives there, so that a batch may be for it alone. */
export const community = {
  several: '桂中社区',
  cash: '文惠社区',
  five: '弯塘社区',
  held: '映山社区',
  forgotten: '东台社区',
  lost: '青云社区',
  over: '龙城社区',
} as const;
export type Family = keyof typeof community;
export const families = Object.keys(community) as readonly Family[];

const act = <A extends ActName>(drive: Drive, name: A, input: Input<A>): Promise<Output<A>> =>
  drive.call(name, input, { commandId: randomUUID() });

export interface CounterBooks {
  readonly today: string;
  readonly lastDay: string;
  readonly item: Readonly<Record<Goods, number>>;
}

/** Signed in as manager. Ends with everything but the vouchers. */
export const fillCounterBooks = async (drive: Drive): Promise<CounterBooks> => {
  const { businessDay: today } = await drive.call('shop.status', {});
  for (const [person, role] of [
    [volunteer, 'volunteer'],
    [bureau, 'bureau'],
  ] as const)
    await act(drive, 'staff.add', { ...person, role });
  const { name, districtName, reportPhone, settings } = await drive.call('shop.read', {});
  await act(drive, 'shop.change', {
    name,
    districtName,
    reportPhone,
    settings: { ...settings, topUpAllowed: true },
  });
  const item: Partial<Record<Goods, number>> = {};
  for (const goods of Object.keys(shelf) as Goods[]) item[goods] = await stock(drive, goods, today);
  for (const [at, family] of families.entries())
    await act(
      drive,
      'people.enter',
      household({
        community: community[family],
        address: `${community[family]} 3 栋 201`,
        day: today,
        people: Array.from({ length: 1 + (at % 3) }, (_, place) =>
          newcomer({ relation: place === 0 ? '户主' : '子' }),
        ),
      }),
    );
  return {
    today,
    lastDay: `${String(Number(today.slice(0, 4)) + 1)}-12-31`,
    item: item as CounterBooks['item'],
  };
};

const stock = async (drive: Drive, goods: Goods, day: string): Promise<number> => {
  const [name, spec, unit, listPriceFen, quantity, pointsPrice] = shelf[goods];
  const { itemId } = await act(drive, 'goods.add', {
    code: `G${barcode[goods].slice(-4)}`,
    name,
    spec,
    unit,
    category: '食品',
    keepsDate: false,
    listPriceFen,
    pointsPrice: pointsPrice ?? null,
    barcodes: [{ barcode: barcode[goods] }],
  });
  await act(drive, 'donations.record', {
    day,
    donor: { name: '柳州市某米业有限公司', kind: 'company' },
    anonymous: false,
    purpose: '',
    designation: { category: null },
    placeId: 1,
    inspectors: ['韦验收', '覃验收'],
    cash: null,
    checker: '李验收',
    lines: [
      {
        itemId,
        quantity,
        valueFen: quantity * listPriceFen,
        basis: 'fair-value',
        basisNote: '市场价',
        productionDay: null,
        expiryDay: null,
      },
    ],
  });
  return itemId;
};

/** Beside the batch made in the window: value in parts and a package for the first family; the bureau answers for both. */
export const issueMore = async (drive: Drive, { today, lastDay, item }: CounterBooks): Promise<void> => {
  const { packageId } = await act(drive, 'packages.make', {
    name: '粮油套餐',
    lines: [
      { itemId: item.rice, quantity: 1 },
      { itemId: item.oil, quantity: 1 },
    ],
  });
  const shared = {
    categories: ['urban-minimum-living'],
    communities: [community.several],
    validFrom: today,
    validTo: lastDay,
    place: '城中区慈善超市',
  };
  await issue(drive, { ...shared, name: '分次慰问', faceFen: 8_000, inParts: true });
  await issue(drive, { ...shared, name: '套餐慰问', kind: 'package', packageId, faceFen: 0 });
};

/** One batch for every family; the bureau answers for it. */
export const issueToAll = (
  drive: Drive,
  { today, lastDay }: CounterBooks,
  facts: Pick<Spec, 'name' | 'faceFen'>,
): Promise<void> =>
  issue(drive, {
    categories: ['urban-minimum-living'],
    communities: [],
    validFrom: today,
    validTo: lastDay,
    place: '城中区慈善超市',
    ...facts,
  });

const issue = async (drive: Drive, spec: Spec): Promise<void> => {
  const { households } = await drive.call('vouchers.previewBatch', { spec });
  await act(drive, 'vouchers.issueBatch', {
    spec,
    expectHouseholds: households,
    approval: { login: bureau.login, password: bureau.password },
  });
};

/** Who collects draws the name at the till. */
export const signOnScreen = async (drive: Drive): Promise<void> => {
  const { name, districtName, reportPhone, settings } = await drive.call('shop.read', {});
  await act(drive, 'shop.change', {
    name,
    districtName,
    reportPhone,
    settings: { ...settings, signatureAtTill: 'drawn' },
  });
};

/** One household, two bags of rice in a month: from here on. */
export const limitRice = async (drive: Drive, { today, item }: CounterBooks): Promise<void> => {
  await act(drive, 'limits.make', {
    name: '大米每月限领',
    measure: 'pieces',
    itemId: item.rice,
    sort: null,
    subject: 'household',
    amounts: [[1, 2]],
    period: 'month',
    every: 1,
    carryOver: false,
    categories: [],
    fromDay: today,
    toDay: null,
  });
};

export type Voucher = Output<'vouchers.list'>['rows'][number];
/** The vouchers of a family, in the order of their batches. */
export const vouchersOf = async (drive: Drive, family: Family): Promise<readonly Voucher[]> => {
  const { rows } = await drive.call('vouchers.list', { batchId: null, limit: 500 });
  return rows.filter((row) => row.community === community[family]).toSorted((a, b) => a.id - b.id);
};

/** The short code, as it is typed in. */
export const codeOf = (voucher: Voucher | undefined): string => {
  if (!voucher) throw new Error('no such voucher');
  return voucher.typedCode.replaceAll(' ', '');
};
