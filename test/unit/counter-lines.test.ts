// Lines of the open basket: the same goods by barcode add up, a scanned label is a line of its own, and both share what there is.
import { expect, it } from 'vitest';
import {
  added,
  emptyTill,
  lineKey,
  opened,
  withQuantity,
  type Goods,
  type Till,
  type Scanned,
} from '../../renderer/counter/till.ts';
import { notesOf } from '../../renderer/counter/notes.ts';
import { accountOf } from '../../renderer/counter/account.ts';
import { multiplied } from '../../renderer/counter/multiplied.ts';

const scanned: Scanned = {
  entry: 'scanned',
  vouchers: [
    {
      voucherId: 1,
      serial: 'LQ2026-000001',
      batch: '五一',
      place: '门店',
      kind: 'value',
      inParts: false,
      handedOver: true,
      balanceFen: 10_000,
      faceFen: 10_000,
      balancePoints: 0,
      facePoints: 0,
      validTo: '2026-06-30',
      goesWith: 'ordinary',
      package: [],
    },
  ],
  stopped: [],
  freeAllowed: false,
  held: null,
  household: {
    householdId: 1,
    headName: '韦*兰',
    category: '城市低保',
    members: 1,
    idTail: '0025',
    community: '桂中社区',
    lastCollectedDay: null,
    reviewOverdue: false,
    limits: [],
  },
};
const coat = (lotId: number | null, available: number): Goods => ({
  itemId: 7,
  code: 'COAT',
  name: '棉衣',
  sort: '衣被',
  spec: '',
  unit: '件',
  unitScale: 1,
  priceFen: null,
  pointsPrice: null,
  available,
  firstExpiryDay: null,
  perScan: 1,
  lotId,
});
const basketOf = (till: Till) => {
  if (!till.basket) throw new Error('no basket');
  return till.basket;
};
const scans = (...goods: readonly Goods[]): Till =>
  goods.reduce((till, each) => added(till, each), opened(emptyTill, scanned, 'CODE', 'command-1'));
const lines = (till: Till) => basketOf(till).lines.map(({ goods, quantity }) => [goods.lotId, quantity]);

it('a label stands beside the same goods by barcode; each adds to its own line', () => {
  const till = scans(coat(null, 3), coat(2, 1), coat(null, 3), coat(5, 1));
  expect(lines(till)).toEqual([
    [null, 2],
    [2, 1],
    [5, 1],
  ]);
  expect(lines(withQuantity(till, lineKey(coat(null, 3)), 9))).toEqual([
    [null, 9],
    [2, 1],
    [5, 1],
  ]);
});

it('says too many when a label is scanned twice, or when both lines together are more than there is', () => {
  const notes = (till: Till) =>
    notesOf(basketOf(till), { day: '2026-05-04', alarmDays: 60, topUpAllowed: false }).map(
      ({ kind }) => kind,
    );
  expect(notes(scans(coat(null, 2), coat(2, 1)))).toEqual([]);
  expect(notes(scans(coat(2, 1), coat(2, 1)))).toEqual(['too-many']);
  expect(notes(scans(coat(null, 2), coat(null, 2), coat(2, 1)))).toEqual(['too-many']);
});

it('a points voucher is counted in points, goods without a price in points are named', () => {
  const [voucher] = scanned.vouchers;
  if (!voucher) throw new Error('no voucher');
  const points = {
    ...voucher,
    kind: 'points' as const,
    balanceFen: 0,
    faceFen: 0,
    balancePoints: 100,
    facePoints: 100,
  };
  const till = [
    { ...coat(null, 5), pointsPrice: 38 },
    { ...coat(null, 5), itemId: 8 },
  ].reduce(
    (now, each) => added(now, each, 2),
    opened(emptyTill, { ...scanned, vouchers: [points] }, 'CODE', 'c'),
  );
  expect(accountOf(basketOf(till))).toMatchObject({
    unit: 'points',
    balance: 100,
    used: 76,
    left: 24,
    lapsed: 24,
  });
  expect(
    notesOf(basketOf(till), { day: '2026-05-04', alarmDays: 60, topUpAllowed: true }).map(({ kind }) => kind),
  ).toEqual(['no-points']);
});

it('digits before a scan are how many, and never part of an item code or a whole barcode', () => {
  const scan = (text: string, before?: string) =>
    multiplied({ text, entry: 'scanned', ...(before === undefined ? {} : { before }) });
  expect(scan('6900001000006', '5')).toEqual({ text: '6900001000006', times: 5 });
  expect(scan('126900001000006')).toEqual({ text: '6900001000006', times: 12 });
  expect(scan('6900001000006')).toEqual({ text: '6900001000006', times: 1 });
  expect(scan('6900001000006', '0')).toEqual({ text: '6900001000006', times: 1 });
  expect(scan('6900001000006', '1234')).toEqual({ text: '6900001000006', times: 1 });
  expect(multiplied({ text: '56900001000006', entry: 'typed' })).toMatchObject({ times: 1 });
});
