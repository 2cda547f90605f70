// Fictional models of the papers of gifts.
import type {
  DonationListModel,
  DonationReceiptModel,
  DonorLetter,
  DonorLetterModel,
  RedEntryModel,
} from '../../db/contract/documents.ts';
import { frame, receipt } from './samples.ts';

export const signatures = {
  head: null,
  statistician: null,
  preparer: '王芳',
  reportedOn: '2026-08-05',
} as const;
export const period = { from: '2026-07-01', to: '2026-07-31', asOf: '2026-07-31T15:59:59.000Z' } as const;

/** Second-hand goods with grade and disinfection, refused goods, an official receipt, taken back. */
export const fullReceipt: DonationReceiptModel = {
  ...receipt,
  lines: receipt.lines.map((line) =>
    line.amountFen === null ? { ...line, grade: 'good' as const, disinfectedOn: '2026-04-20' } : line,
  ),
  refused: [
    { description: '纯牛奶(2026-05-08 到期)', quantity: '3 箱', reason: '剩余保质期不足 60%' },
    { description: '拆封洗衣粉', quantity: '约 20 袋', reason: '已拆封' },
  ],
  officialCode: '45020126',
  officialNumber: '0001234567',
  state: { is: 'reversed', reason: '数量录入错误', on: '2026-05-03' },
  reprint: 1,
};

export const redEntry: RedEntryModel = {
  ...frame,
  kind: 'red-entry',
  originalNo: '2026-000123',
  originalOn: '2026-07-26',
  bookedOn: '2026-08-03',
  reason: '金额填写错误',
  replacedBy: '2026-000151',
  donorName: receipt.donorName,
  donorType: 'company',
  designation: null,
  means: ['transfer', 'goods'],
  cashFen: -100_000,
  lines: receipt.lines.map((line) => ({
    ...line,
    measure: { ...line.measure, quantity: -line.measure.quantity },
    amountFen: line.amountFen === null ? null : -line.amountFen,
  })),
  totalFen: -285_625,
  enteredBy: '王芳',
  approvedBy: '李强',
  reprint: 0,
};

/** Scenario 17: 50 quilts, 46 handed out, 4 in stock. */
export const quiltLetter: DonorLetter = {
  donorName: '柳州市某某粮油有限公司',
  donorType: 'company',
  lines: [
    {
      givenOn: '2026-07-02',
      receiptNo: '2026-000101',
      name: '棉被',
      spec: '2kg',
      unit: '床',
      scale: 1,
      given: 50,
      handedOut: 46,
      households: 46,
      inStock: 4,
      sold: 0,
      writtenOff: 0,
      valueFen: 600_000,
    },
  ],
  cash: [],
  losses: [],
  households: 46,
  lastHandedOutOn: '2026-07-20',
};

export const mixedLetter: DonorLetter = {
  ...quiltLetter,
  lines: [
    ...quiltLetter.lines,
    {
      givenOn: '2026-07-09',
      receiptNo: '2026-000118',
      name: '东北大米',
      spec: '10kg/袋',
      unit: '袋',
      scale: 1,
      given: 100,
      handedOut: 88,
      households: 71,
      inStock: 7,
      sold: 0,
      writtenOff: 5,
      valueFen: 1_280_000,
    },
    {
      givenOn: '2026-07-09',
      receiptNo: '2026-000118',
      name: '散装面粉',
      spec: null,
      unit: '公斤',
      scale: 1_000,
      given: 12_500,
      handedOut: 7_000,
      households: 9,
      inStock: 5_500,
      sold: 0,
      writtenOff: 0,
      valueFen: 5_625,
    },
    {
      givenOn: '2026-07-15',
      receiptNo: '2026-000126',
      name: '香米',
      spec: '5kg/袋',
      unit: '袋',
      scale: 1,
      given: 20,
      handedOut: 20,
      households: 20,
      inStock: 0,
      sold: 0,
      writtenOff: 0,
      valueFen: 90_000,
    },
    {
      givenOn: '2026-07-15',
      receiptNo: '2026-000126',
      name: '儿童旧衣物(春秋装)',
      spec: '混装',
      unit: '件',
      scale: 1,
      given: 300,
      handedOut: 210,
      households: 64,
      inStock: 60,
      sold: 30,
      writtenOff: 0,
      valueFen: null,
    },
  ],
  cash: [
    { givenOn: '2026-07-02', receiptNo: '2026-000101', fen: 100_000, designation: '用于城中街道困难儿童' },
    { givenOn: '2026-07-15', receiptNo: '2026-000126', fen: 32_504, designation: null },
  ],
  losses: [
    {
      on: '2026-07-22',
      name: '东北大米',
      measure: { quantity: 5, scale: 1, unit: '袋' },
      how: 'scrapped',
      reason: '受潮发霉,经两人验看后销毁',
    },
    {
      on: '2026-07-28',
      name: '儿童旧衣物',
      measure: { quantity: 30, scale: 1, unit: '件' },
      how: 'sold',
      reason: '不适合发放,义卖所得 ¥150.00 用于困难儿童',
    },
  ],
  households: 102,
  lastHandedOutOn: '2026-07-30',
};

export const letters = (list: readonly DonorLetter[]): DonorLetterModel => ({
  ...frame,
  ...period,
  kind: 'donor-letter',
  signedOn: '2026-08-05',
  thanks: null,
  letters: list,
  reprint: 0,
});

export const donationList: DonationListModel = {
  ...frame,
  ...period,
  kind: 'donation-list',
  rows: [
    {
      day: '2026-07-02',
      donorName: '柳州市某某粮油有限公司',
      cashFen: 100_000,
      goods: null,
      designation: '困难儿童,请联系 13800001234 或 0772-1234567,证件 45020319520708005X',
      receiptNo: '2026-000101',
      red: false,
      lateFor: null,
    },
    {
      day: '2026-07-09',
      donorName: null,
      cashFen: null,
      goods: { name: '东北大米', measure: { quantity: 100, scale: 1, unit: '袋' }, valueFen: 1_280_000 },
      designation: null,
      receiptNo: '2026-000118',
      red: false,
      lateFor: null,
    },
    {
      day: '2026-07-15',
      donorName: '市实验小学',
      cashFen: null,
      goods: { name: '旧衣物', measure: { quantity: 300, scale: 1, unit: '件' }, valueFen: null },
      designation: null,
      receiptNo: '2026-000126',
      red: false,
      lateFor: '2026-06-29',
    },
    {
      day: '2026-07-20',
      donorName: '柳州市某某粮油有限公司',
      cashFen: -50_000,
      goods: null,
      designation: null,
      receiptNo: '2026-000077',
      red: true,
      lateFor: null,
    },
    {
      day: '2026-07-20',
      donorName: '柳州市某某粮油有限公司',
      cashFen: null,
      goods: {
        name: '散装面粉',
        measure: { quantity: -2_500, scale: 1_000, unit: '公斤' },
        valueFen: -1_125,
      },
      designation: null,
      receiptNo: '2026-000077',
      red: true,
      lateFor: null,
    },
  ],
  posted: null,
  signatures,
  reprint: 0,
};

export const postedList: DonationListModel = {
  ...donationList,
  posted: { from: '2026-08-05', to: '2026-08-11', phone: '0772-0000001' },
};
