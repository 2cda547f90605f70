// Fictional models of the books: the register of numbers and the cash book.
import type { CashBookModel, CashBookRow, NumberRegisterModel } from '../../db/contract/documents.ts';
import { period, signatures } from './gift-samples.ts';
import { frame } from './samples.ts';

/** Scenario 14: numbers 101 to 151 in July, 123 void. */
export const numberRegister: NumberRegisterModel = {
  ...frame,
  ...period,
  kind: 'number-register',
  series: [
    {
      name: '捐赠接收凭证',
      year: 2026,
      from: '2026-000101',
      to: '2026-000151',
      numbers: 51,
      used: 50,
      void: 1,
      red: 0,
      lost: 0,
      missing: 0,
      missingNumbers: [],
      doubled: [],
    },
    {
      name: '核销小票',
      year: 2026,
      from: '2026-000001',
      to: '2026-001250',
      numbers: 1_250,
      used: 1_247,
      void: 0,
      red: 1,
      lost: 3,
      missing: 0,
      missingNumbers: [],
      doubled: [],
    },
  ],
  ended: [
    {
      series: '捐赠接收凭证',
      number: '2026-000123',
      how: 'void',
      on: '2026-07-28',
      reason: '数量填写错误',
      replacedBy: '2026-000151',
      operator: '王芳',
    },
    {
      series: '核销小票',
      number: '2026-000310',
      how: 'red',
      on: '2026-07-03',
      reason: '核销错户',
      replacedBy: null,
      operator: '李强',
    },
    {
      series: '核销小票',
      number: '2026-000811 至 2026-000813',
      how: 'lost',
      on: '2026-07-12',
      reason: '电脑更换,由备份恢复',
      replacedBy: null,
      operator: '李强',
    },
  ],
  signatures,
  reprint: 0,
};

const cashRow = (
  day: string,
  number: string,
  summary: string,
  fen: number,
  balanceFen: number,
): CashBookRow => ({
  day,
  number,
  summary,
  incomeFen: fen > 0 ? fen : null,
  spendingFen: fen > 0 ? null : -fen,
  balanceFen,
  lateFor: null,
});

export const cashBook: CashBookModel = {
  ...frame,
  ...period,
  kind: 'cash-book',
  blocks: [
    {
      source: 'donated',
      openingFen: 200_000,
      rows: [
        cashRow('2026-07-02', '2026-000101', '捐款(转账) 定向困难儿童', 100_000, 300_000),
        cashRow('2026-07-11', 'CG2026-0007', '采购 食用油', -120_000, 180_000),
        {
          ...cashRow('2026-07-20', '2026-000077', '红冲 2026-000077', 50_000, 130_000),
          incomeFen: -50_000,
        },
      ],
      closingFen: 130_000,
    },
    {
      source: 'lottery',
      openingFen: 1_000_000,
      rows: [
        {
          ...cashRow('2026-07-05', 'CG2026-0006', '采购 东北大米', -940_000, 60_000),
          lateFor: '2026-06-30',
        },
      ],
      closingFen: 60_000,
    },
    { source: 'budget', openingFen: 0, rows: [], closingFen: 0 },
    {
      source: 'trading',
      openingFen: 5_000,
      rows: [
        cashRow('2026-07-08', 'JY2026-0003', '补差现金', 800, 5_800),
        cashRow('2026-07-28', 'YM2026-0001', '义卖 旧衣物', 15_000, 20_800),
      ],
      closingFen: 20_800,
    },
  ],
  signatures,
  reprint: 0,
};
