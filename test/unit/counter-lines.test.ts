// Lines of the open basket: the same goods by barcode add up, a scanned label is a line of its own, and both share what there is.
import { expect, it } from 'vitest';
import {
  added,
  emptyTill,
  lineKey,
  notesOf,
  opened,
  withQuantity,
  type Goods,
  type Till,
  type Scanned,
} from '../../renderer/counter/till.ts';

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
  goods.reduce(added, opened(emptyTill, scanned, 'CODE', 'command-1'));
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
  const notes = (till: Till) => notesOf(basketOf(till), '2026-05-04', 60).map(({ kind }) => kind);
  expect(notes(scans(coat(null, 2), coat(2, 1)))).toEqual([]);
  expect(notes(scans(coat(2, 1), coat(2, 1)))).toEqual(['too-many']);
  expect(notes(scans(coat(null, 2), coat(null, 2), coat(2, 1)))).toEqual(['too-many']);
});
