// Fictional models of every paper, as small or as large as a test wants them.
import type {
  BalanceReportModel,
  BalanceRow,
  DistributionFigures,
  DistributionReportModel,
  DonationReceiptModel,
  RecoverySheetModel,
  RedemptionSlipModel,
  SignOffListModel,
  TableModel,
  VoucherSheetModel,
} from '../../db/contract/documents.ts';
import { apartSample } from './apart-sample.ts';

export const frame = {
  shop: { name: '城中区爱心慈善超市', districtName: '柳州市城中区', reportPhone: '0772-0000000' },
  practice: false,
  printedAt: '2026-05-04T02:12:33.000Z',
  operator: '王芳',
} as const;

export const receipt: DonationReceiptModel = {
  ...frame,
  kind: 'donation-receipt',
  paper: 'a4',
  hideValues: false,
  receiptNo: '2026-000123',
  donatedOn: '2026-04-26',
  donorName: '柳州市某某粮油有限公司',
  donorType: 'company',
  donorIdentity: '91450200MA5XXXXX0X',
  donorIdentityMasked: '91450200********0X',
  donorContact: '0772-1234567',
  means: ['transfer', 'goods'],
  designation: '用于城中街道困难儿童',
  campaign: '捐助月',
  cashFen: 100_000,
  lines: [
    {
      name: '东北大米',
      spec: '10kg/袋',
      measure: { quantity: 40, scale: 1, unit: '袋' },
      unitPriceFen: 4_500,
      amountFen: 180_000,
      basis: 'evidence',
      basisNote: '发票',
      producedOn: '2026-02-11',
      expiresOn: '2027-02-10',
      condition: '全新',
      grade: null,
      disinfectedOn: null,
    },
    {
      name: '散装面粉',
      spec: null,
      measure: { quantity: 12_500, scale: 1_000, unit: '公斤' },
      unitPriceFen: 450,
      amountFen: 5_625,
      basis: 'fair-value',
      basisNote: '平台价',
      producedOn: '2026-03-01',
      expiresOn: '2026-09-01',
      condition: '全新',
      grade: null,
      disinfectedOn: null,
    },
    {
      name: '儿童旧衣物(春秋装,含外套、长裤、毛衣)',
      spec: '混装',
      measure: { quantity: 60, scale: 1, unit: '件' },
      unitPriceFen: null,
      amountFen: null,
      basis: 'unpriced',
      basisNote: null,
      producedOn: null,
      expiresOn: null,
      condition: '八成新',
      grade: null,
      disinfectedOn: null,
    },
  ],
  refused: [],
  totalFen: 285_625,
  handledBy: '王芳',
  reviewedBy: '李强',
  acceptedBy: ['韦兰', '覃明'],
  officialCode: null,
  officialNumber: null,
  state: { is: 'valid' },
  reprint: 0,
  note: null,
};

const symbols = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const code = (seed: number, length: number): string =>
  Array.from(
    { length },
    (_, i) => symbols[(seed * 7_919 + i * i * 31 + i * seed) % symbols.length] ?? 'A',
  ).join('');

/** Payloads as long as the program's own. */
export const voucherPayload = (serial: number): string => code(serial, 130);

export const voucherSheet = (count: number, holder = '韦*兰'): VoucherSheetModel => ({
  ...frame,
  kind: 'voucher-sheet',
  layout: 'a4-8',
  batchName: '2026年元旦春节慰问',
  validFrom: '2026-05-01',
  validTo: '2026-05-31',
  place: '城中区爱心慈善超市(城中街道南亚社区14号)',
  inParts: false,
  reprint: 0,
  vouchers: Array.from({ length: count }, (_, i) => ({
    payload: voucherPayload(i + 1),
    code: code(i + 5_000, 12),
    faceFen: 10_000,
    facePoints: null,
    packageName: null,
    contents: [],
    holderMasked: holder,
    serial: `2026-01-${String(i + 1).padStart(5, '0')}`,
    generation: i === 3 ? 2 : 1,
  })),
});

export const signOff = (rows: number): SignOffListModel => ({
  ...frame,
  kind: 'sign-off-list',
  batchName: '2026年元旦春节慰问',
  validFrom: '2026-05-01',
  validTo: '2026-05-31',
  place: '城中区爱心慈善超市',
  reprint: 1,
  rows: Array.from({ length: rows }, (_, i) => ({
    headName: ['韦春兰', '李䶮', '王𠅤', '买买提·吐尔逊'][i % 4] ?? '',
    identity: '45*************025',
    members: (i % 5) + 1,
    category: ['城市低保', '特困分散供养', '事实无人抚养儿童'][i % 3] ?? '',
    community: '南亚社区',
    voucherSerial: `2026-01-${String(i + 1).padStart(5, '0')}`,
    goods: null,
    quantity: 1,
    amountFen: 10_000,
  })),
});

export const slip: RedemptionSlipModel = {
  ...frame,
  kind: 'redemption-slip',
  paper: 'roll-80',
  slipNo: '2026-000037',
  redeemedAt: '2026-05-04T02:12:00.000Z',
  counter: '2号柜台',
  servedBy: '王芳',
  holderMasked: '韦*兰',
  proxy: { nameMasked: '李*', relation: '女儿' },
  lines: [
    {
      name: '东北大米',
      spec: '10kg/袋',
      measure: { quantity: 1, scale: 1, unit: '袋' },
      unitPriceFen: 4_500,
      amountFen: 4_500,
      points: null,
    },
    {
      name: '食用调和油',
      spec: '5L/桶',
      measure: { quantity: 1, scale: 1, unit: '桶' },
      unitPriceFen: 4_800,
      amountFen: 4_800,
      points: null,
    },
    {
      name: '旧衣物',
      spec: null,
      measure: { quantity: 2, scale: 1, unit: '件' },
      unitPriceFen: null,
      amountFen: null,
      points: null,
    },
  ],
  vouchers: [
    {
      serial: '2026-01-00042',
      balance: { is: 'fen', before: 10_000, used: 9_300, lapsed: 700, after: 0 },
      validTo: '2026-05-31',
    },
  ],
  free: [],
  topUp: null,
  limits: [],
  delivery: null,
  signature: null,
  reprint: 0,
  reversedAt: null,
};

const reportFrame = {
  ...frame,
  month: '2026-05',
  closed: true,
  asOf: '2026-05-31T15:59:59.000Z',
  signatures: { head: null, statistician: null, preparer: '王芳', reportedOn: '2026-06-05' },
  auditHead: '7F3K-9Q2M',
  reprint: 0,
} as const;

const figures = (n: number): DistributionFigures => ({
  households: 11 * n,
  people: 17 * n,
  householdTimes: 12 * n,
  personTimes: 18 * n,
  opening: 2 * n,
  issued: 20 * n,
  issuedFen: 200_000 * n,
  redeemed: 15 * n,
  redeemedFen: 150_000 * n,
  goodsFen: 139_550 * n,
  void: n,
  expired: 2 * n,
  outstanding: 4 * n,
});

const categories = [
  '城市低保',
  '农村低保',
  '特困集中供养',
  '特困分散供养',
  '低保边缘家庭',
  '事实无人抚养儿童',
  '优抚对象',
];
const communities = ['城中街道 南亚社区', '河东街道 桂中社区', '静兰街道 静兰社区'];

/** Rows 1, 2, 3 …: month figures n, year figures 4n; the communities share out the same total. */
export function distribution(rows = categories.length): DistributionReportModel {
  const names = Array.from({ length: rows }, (_, i) => categories[i] ?? `类别${i + 1}`);
  const sum = (names.length * (names.length + 1)) / 2;
  return {
    ...reportFrame,
    kind: 'distribution-report',
    money: 'yuan',
    rows: names.map((name, i) => ({ name, month: figures(i + 1), year: figures(4 * (i + 1)) })),
    communities: communities.map((name, i) => {
      const share = i === 0 ? sum - 2 : 1;
      return { name, month: figures(share), year: figures(4 * share) };
    }),
    total: { name: '合计', month: figures(sum), year: figures(4 * sum) },
    ...apartSample,
  };
}

export const zeroReport: DistributionReportModel = {
  ...distribution(0),
  communities: [],
  total: { name: '合计', month: figures(0), year: figures(0) },
};

export function balanceRow(name: string, n: number, priced: boolean, unitScale = 1): BalanceRow {
  const of = (pieces: number) => ({ quantity: pieces * unitScale, fen: priced ? pieces * 4_500 : null });
  return {
    name,
    spec: '10kg/袋',
    unit: unitScale === 1 ? '袋' : '公斤',
    unitScale,
    priced,
    opening: of(100 * n),
    inDonated: of(40 * n),
    inPurchased: of(20 * n),
    inMoved: of(0),
    inFound: of(1),
    outIssued: of(75 * n),
    outMoved: of(0),
    outScrapped: of(2),
    outSold: of(3),
    outMissing: of(1),
    closing: of(85 * n - 5),
  };
}

export const balance = (items: number): BalanceReportModel => ({
  ...reportFrame,
  kind: 'balance-report',
  rows: [
    ...Array.from({ length: items }, (_, i) =>
      balanceRow(i === 0 ? '东北大米' : `物品${i + 1}`, i + 1, true, i === 2 ? 1_000 : 1),
    ),
    balanceRow('旧衣物', 3, false),
  ],
});

export const recovery: RecoverySheetModel = {
  ...frame,
  kind: 'recovery-sheet',
  recoveryCode: code(77, 52),
  createdAt: '2026-05-04T02:12:33.000Z',
};

export const list: TableModel = {
  ...frame,
  kind: 'table',
  title: '物资库存一览',
  notes: ['筛选:粮油'],
  columns: [
    { heading: '编码', type: 'text' },
    { heading: '品名', type: 'text', width: 2 },
    { heading: '数量', type: 'number' },
    { heading: '金额(元)', type: 'fen' },
  ],
  rows: [
    ['G001', '东北大米', 40, 180_000],
    ['G002', '旧衣物', 60, null],
  ],
  totals: ['', '合计', null, 180_000],
};
