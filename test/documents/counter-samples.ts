// Fictional models of the papers of the counter.
import type {
  DeliveryNoteModel,
  DrawnSignature,
  HouseholdCardModel,
  OpenVouchersModel,
  RedemptionSlipModel,
  ReversalSlipModel,
} from '../../db/contract/documents.ts';
import { frame, slip } from './samples.ts';

export const rice = {
  name: '东北大米',
  spec: '10kg/袋',
  measure: { quantity: 1, scale: 1, unit: '袋' },
} as const;
export const flour = {
  name: '散装面粉',
  spec: null,
  measure: { quantity: 2_500, scale: 1_000, unit: '公斤' },
} as const;
const milk = { name: '临期牛奶', spec: '250ml', measure: { quantity: 2, scale: 1, unit: '盒' } } as const;

export const drawn: DrawnSignature = {
  width: 400,
  height: 150,
  strokes: [
    [
      [20, 40],
      [120, 30],
      [60, 120],
      [140, 110],
    ],
    [
      [180, 20],
      [190, 130],
    ],
    [
      [230, 60],
      [300, 50],
      [250, 120],
      [360, 90],
    ],
    [[380, 20]],
  ],
};

/** A basket with everything a slip can carry. */
export const fullSlip: RedemptionSlipModel = {
  ...slip,
  vouchers: [
    ...slip.vouchers.map((voucher) => ({
      ...voucher,
      balance: { is: 'fen', before: 10_000, used: 9_300, lapsed: 700, after: 0 } as const,
    })),
    {
      serial: '2026-02-00007',
      balance: { is: 'fen', before: 5_000, used: 2_000, lapsed: 0, after: 3_000 },
      validTo: '2026-12-31',
    },
    {
      serial: '2026-03-00011',
      balance: { is: 'package', name: '端午套餐', left: [flour], lapsed: [] },
      validTo: '2026-06-30',
    },
    {
      serial: '2026-09-00002',
      balance: { is: 'points', before: 40, used: 30, lapsed: 0, after: 10 },
      validTo: '2026-12-31',
    },
  ],
  lines: [
    ...slip.lines,
    {
      name: '毛巾',
      spec: null,
      measure: { quantity: 2, scale: 1, unit: '条' },
      unitPriceFen: null,
      amountFen: null,
      points: { unitPrice: 15, amount: 30 },
    },
  ],
  free: [milk],
  topUp: { fen: 350, paidFen: 1_000 },
  limits: [
    {
      name: '食用油',
      left: { quantity: 0, scale: 1, unit: '桶' },
      againDay: '2026-06-01',
    },
    { name: '本月金额', left: { fen: 2_000 }, againDay: null },
    { name: '棉被', left: null, againDay: '2028-05-04' },
  ],
  delivery: { address: '南亚社区**路**号', on: '2026-05-05', carrier: '覃明' },
};

export const reversal: ReversalSlipModel = {
  ...frame,
  kind: 'reversal-slip',
  paper: 'roll-80',
  slipNo: '2026-000041',
  reversedAt: '2026-05-04T03:20:00.000Z',
  counter: '2号柜台',
  reversedBy: '王芳',
  approvedBy: '李强',
  reason: '拿错规格,换货',
  ofSlipNo: '2026-000037',
  ofRedeemedAt: '2026-05-04T02:12:00.000Z',
  whole: false,
  holderMasked: '韦*兰',
  lines: slip.lines.slice(0, 1),
  free: [milk],
  vouchers: [
    {
      serial: '2026-01-00042',
      back: { fen: 4_500 },
      after: { fen: 4_500 },
      validTo: '2026-05-31',
      expired: false,
    },
  ],
  cashBackFen: 350,
  signature: null,
  reprint: 0,
};

export const openVouchers = (count: number): OpenVouchersModel => ({
  ...frame,
  kind: 'open-vouchers',
  of: 'expiry-notice',
  by: '2026-05-31',
  batchName: '2026年元旦春节慰问',
  communities: [
    {
      community: '南亚社区',
      vouchers: Array.from({ length: count }, (_, i) => ({
        serial: `2026-01-${String(i + 1).padStart(5, '0')}`,
        holderMasked: ['韦*兰', '李*', '*'][i % 3] ?? '',
        phoneMasked: i % 4 === 3 ? null : '138****1234',
        category: '城市低保',
        state: i % 3 === 0 ? 'issued' : 'partly-used',
        balance: { fen: 10_000 },
        packageName: null,
        validTo: '2026-05-31',
      })),
    },
    {
      community: null,
      vouchers: [
        {
          serial: '2026-03-00011',
          holderMasked: '买*提·*',
          phoneMasked: null,
          category: '特困分散供养',
          state: 'active',
          balance: null,
          packageName: '端午套餐',
          validTo: '2026-05-20',
        },
        {
          serial: '2026-09-00002',
          holderMasked: '覃*',
          phoneMasked: '139****5678',
          category: '志愿者',
          state: 'active',
          balance: { points: 30 },
          packageName: null,
          validTo: '2026-05-20',
        },
      ],
    },
  ],
  asOf: '2026-05-04T02:00:00.000Z',
  reprint: 0,
});

export const householdCards = (count: number): HouseholdCardModel => ({
  ...frame,
  kind: 'household-card',
  cards: Array.from({ length: count }, (_, i) => ({
    headMasked: i === 1 ? '阿*热合曼·*' : '韦*兰',
    householdNumber: `H${String(i + 1).padStart(6, '0')}`,
    payload: `CSH7K3MQ9TXBVPN${String(i).padStart(4, '2')}`,
    code: 'KH7K3MQ9TXBV',
  })),
  reprint: 0,
});

export const deliveryNotes = (count: number): DeliveryNoteModel => ({
  ...frame,
  kind: 'delivery-note',
  deliveries: Array.from({ length: count }, (_, i) => ({
    number: `SH-2026-${String(i + 7).padStart(4, '0')}`,
    slipNo: '2026-000037',
    receiver: '韦春兰',
    phone: '13800001234',
    address: '某某路 12 号 3 栋 402 室',
    community: '南亚社区',
    on: i === 0 ? '2026-05-05' : null,
    carrier: i === 0 ? '覃明' : null,
    packedBy: '王芳',
    lines: [rice, flour, milk],
    note: i === 0 ? '四楼无电梯;耳背,请敲门。' : null,
  })),
  reprint: 0,
});
