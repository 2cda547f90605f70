// Fictional models of the papers of the counter.
import type {
  DaySheetModel,
  DeliveryNoteModel,
  DisputePackModel,
  DrawnSignature,
  HouseholdCardModel,
  OpenVouchersModel,
  RedemptionSlipModel,
  ReversalSlipModel,
} from '../../db/contract/documents.ts';
import { mark } from './people-samples.ts';
import { frame, slip } from './samples.ts';

const rice = { name: '东北大米', spec: '10kg/袋', measure: { quantity: 1, scale: 1, unit: '袋' } } as const;
const flour = {
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

export const disputePack: DisputePackModel = {
  ...frame,
  kind: 'dispute-pack',
  mark,
  full: false,
  voucher: {
    serial: '2026-01-00042',
    generation: 2,
    replaces: '2026-01-00017',
    replacedBy: null,
    batchName: '2026年元旦春节慰问',
    worth: { fen: 10_000 },
    balance: { fen: 700 },
    state: 'partly-used',
    validFrom: '2026-05-01',
    validTo: '2026-05-31',
    place: '城中区爱心慈善超市',
    inParts: true,
    funding: '福彩公益金',
  },
  holder: {
    name: '韦*兰',
    householdNumber: 'H000123',
    identity: '45*************025',
    phone: '138****1234',
    address: '城中街道',
    category: '城市低保',
    community: '南亚社区',
  },
  events: [
    {
      at: '2026-04-28T01:00:00.000Z',
      what: 'issued',
      by: '李强',
      terminal: null,
      number: null,
      change: { fen: 10_000 },
      after: { fen: 10_000 },
      notes: ['补发:原券遗失,批准 覃明'],
      lines: [],
      auditNo: 812,
    },
    {
      at: '2026-05-01T01:30:00.000Z',
      what: 'handed-over',
      by: '王芳',
      terminal: '2号柜台',
      number: null,
      change: null,
      after: null,
      notes: ['领取签收花名册第 2 次打印'],
      lines: [],
      auditNo: 901,
    },
    {
      at: '2026-05-03T02:12:33.000Z',
      what: 'refused',
      by: '王芳',
      terminal: '2号柜台',
      number: null,
      change: null,
      after: null,
      notes: ['食用油本月已领满,2026-06-01 起可再领'],
      lines: [],
      auditNo: 950,
    },
    {
      at: '2026-05-04T02:12:00.000Z',
      what: 'redeemed',
      by: '王芳',
      terminal: '2号柜台',
      number: '2026-000037',
      change: { fen: -9_300 },
      after: { fen: 700 },
      notes: ['代领 李*(女儿)'],
      lines: [
        {
          ...rice,
          unitPriceFen: 4_500,
          amountFen: 4_500,
          points: null,
          lots: [{ tag: 'L2604-07', expiresOn: '2027-02-10', quantity: 1 }],
        },
        {
          ...flour,
          unitPriceFen: 1_920,
          amountFen: 4_800,
          points: null,
          lots: [
            { tag: 'L2603-01', expiresOn: '2026-09-01', quantity: 1_500 },
            { tag: 'L2604-02', expiresOn: null, quantity: 1_000 },
          ],
        },
      ],
      auditNo: 988,
    },
    {
      at: '2026-05-31T16:00:00.000Z',
      what: 'expired',
      by: '系统',
      terminal: null,
      number: null,
      change: { fen: -700 },
      after: { fen: 0 },
      notes: [],
      lines: [],
      auditNo: null,
    },
  ],
  asOf: '2026-06-02T01:00:00.000Z',
  auditHead: '7F3K-9Q2M',
  chainHolds: true,
  reprint: 0,
};

export const shiftSheet: DaySheetModel = {
  ...frame,
  kind: 'day-sheet',
  of: 'shift',
  number: 'BC-2026-0012',
  day: '2026-05-04',
  terminal: '2号柜台',
  person: '王芳',
  from: '2026-05-04T00:30:00.000Z',
  to: '2026-05-04T09:30:00.000Z',
  householdTimes: 57,
  institutionTimes: 1,
  freeTimes: 4,
  deliveries: 2,
  vouchers: [
    { is: 'fen', pieces: 61, face: 610_000, used: 588_050, lapsed: 21_950 },
    { is: 'package', pieces: 5, face: null, used: 60_000, lapsed: null },
    { is: 'points', pieces: 3, face: 120, used: 90, lapsed: 0 },
  ],
  cash: {
    openingFen: 20_000,
    topUps: 6,
    topUpFen: 2_150,
    returns: 1,
    returnedFen: 350,
    expectedFen: 21_800,
    countedFen: 21_750,
    differenceFen: -50,
    differenceReason: '找零差错',
  },
  held: [
    {
      name: '挂单 1',
      heldAt: '2026-05-04T08:58:00.000Z',
      by: '王芳',
      holderMasked: '李*',
      lines: 3,
    },
  ],
  refusals: [
    { reason: '此券已核销', times: 4 },
    { reason: '不在有效期内', times: 2 },
  ],
  reversals: [
    {
      at: '2026-05-04T03:20:00.000Z',
      number: '2026-000041',
      ofNumber: '2026-000037',
      by: '王芳',
      reason: '拿错规格,换货',
      lines: 1,
      fen: 4_500,
    },
  ],
  shifts: [],
  handsOver: '王芳',
  takesOver: '李强',
  note: '面粉只剩 3 袋,已报采购',
  auditHead: '7F3K-9Q2M',
  reprint: 0,
};

export const daySheet: DaySheetModel = {
  ...shiftSheet,
  of: 'day',
  number: null,
  terminal: null,
  person: null,
  shifts: [
    {
      number: 'BC-2026-0011',
      terminal: '1号柜台',
      person: '李强',
      from: '2026-05-04T00:30:00.000Z',
      to: '2026-05-04T09:20:00.000Z',
      householdTimes: 30,
      usedFen: 300_000,
      differenceFen: 0,
    },
    {
      number: 'BC-2026-0012',
      terminal: '2号柜台',
      person: '王芳',
      from: '2026-05-04T00:30:00.000Z',
      to: null,
      householdTimes: 27,
      usedFen: 288_050,
      differenceFen: null,
    },
  ],
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
