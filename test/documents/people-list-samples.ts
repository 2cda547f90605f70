// Fictional models of the lists about many households: posted, checked, filed, moving, reported.
import type {
  ComplaintRegisterModel,
  MovementRow,
  MovementTableModel,
  PublicListModel,
  RelativesReportModel,
  SpotCheckFormModel,
  SpotCheckRow,
} from '../../db/contract/documents.ts';
import { mark } from './people-samples.ts';
import { frame } from './samples.ts';

const signatures = { head: null, statistician: null, preparer: '王芳', reportedOn: null } as const;
const asOf = '2026-05-04T02:00:00.000Z';
const year = { from: '2026-01-01', to: '2026-04-30', asOf } as const;

/** Scenario 24, as a caller that masked everything hands it over. */
export const publicList = (rows = 3): PublicListModel => ({
  ...frame,
  kind: 'public-list',
  title: '城中街道 2026 年 5 月城市低保对象公示',
  publisher: '城中街道办事处',
  from: '2026-05-04',
  to: '2026-05-10',
  phone: '0772-0000001',
  howToObject: null,
  rows: Array.from({ length: rows }, (_, index) => ({
    headName: index === 0 ? '韦*兰' : '买**·**逊',
    identityMasked: index === 2 ? '' : '45*************025',
    people: 3,
    covered: 2,
    amountFen: index === 1 ? null : 128_050,
    category: '城市低保',
    area: '城中街道',
    note: index === 0 ? '联系 138****1234' : '',
  })),
  unnamed: [
    { category: '孤儿', households: 1, people: 1 },
    { category: '未满十八周岁', households: 2, people: 3 },
  ],
  showCovered: true,
  reprint: 0,
});

const checkRow: SpotCheckRow = {
  headName: '韦小兰',
  address: '某某社区某某路 12 号 3 栋 402 室',
  people: 3,
  category: '城市低保',
  drawn: true,
  relative: false,
  result: null,
  visitedOn: null,
  visitedBy: null,
  note: null,
};

/** Scenario 20: 495 households, 30% = 149, and relatives beyond them. */
export const spotCheck = (sampleSize = 149): SpotCheckFormModel => ({
  ...frame,
  kind: 'spot-check-form',
  mark,
  title: '2026 年二季度入户抽查表',
  checkNo: 'CC2026-002',
  scope: '全部在保家庭',
  drawnOn: '2026-05-04',
  population: 495,
  basisPoints: 3_000,
  sampleSize,
  seed: '7K3Q-9FPA',
  rows: [
    ...Array.from({ length: sampleSize }, (_, index) => ({ ...checkRow, relative: index === 1 })),
    {
      ...checkRow,
      headName: '王𠅤',
      drawn: false,
      relative: true,
      result: 'misfits',
      visitedOn: '2026-05-06',
      visitedBy: '李强',
      note: '需复核',
    },
  ],
  reprint: 0,
});

export const relatives: RelativesReportModel = {
  ...frame,
  ...year,
  kind: 'relatives-report',
  mark: null,
  rows: [
    {
      staff: '覃明',
      post: '志愿者',
      relation: '兄',
      filedOn: '2025-06-01',
      endsOn: null,
      householdNo: 'H000123',
      headMasked: '韦*兰',
      category: '城市低保',
      acts: [
        {
          on: '2026-01-10',
          what: 'issued',
          serial: 'LQ2026-000812',
          batch: '元旦春节慰问',
          fen: 10_000,
          by: '王芳',
          secondBy: '李强',
          ownAct: false,
        },
        {
          on: '2026-01-20',
          what: 'redeemed',
          serial: 'LQ2026-000812',
          batch: '元旦春节慰问',
          fen: 9_350,
          by: '李强',
          secondBy: '王芳',
          ownAct: false,
        },
        {
          on: '2026-01-20',
          what: 'reversed',
          serial: 'LQ2026-000812',
          batch: '元旦春节慰问',
          fen: -9_350,
          by: '李强',
          secondBy: null,
          ownAct: false,
        },
      ],
    },
    {
      staff: '李强',
      post: null,
      relation: '岳母',
      filedOn: '2025-07-01',
      endsOn: '2026-04-01',
      householdNo: 'H000200',
      headMasked: '欧**国',
      category: '特困分散供养',
      acts: [],
    },
  ],
  signatures,
  reprint: 0,
};

const none = { households: 0, people: 0 } as const;
export const movementRow = (name: string): MovementRow => ({
  name,
  opening: { households: 100, people: 230 },
  entered: { households: 8, people: 20 },
  transferredIn: { households: 2, people: 3 },
  joined: 4,
  exited: { households: 6, people: 11 },
  transferredOut: { households: 2, people: 3 },
  left: 5,
  closing: { households: 102, people: 238 },
});

export const movement: MovementTableModel = {
  ...frame,
  kind: 'movement-table',
  month: '2026-04',
  closed: true,
  asOf,
  categories: [movementRow('城市低保'), movementRow('特困分散供养')],
  communities: [
    {
      name: '某某社区',
      opening: { households: 200, people: 460 },
      entered: { households: 16, people: 40 },
      transferredIn: none,
      joined: 8,
      exited: { households: 12, people: 22 },
      transferredOut: none,
      left: 10,
      closing: { households: 204, people: 476 },
    },
  ],
  exits: [
    { reason: '收入超过标准', households: 10, people: 19 },
    { reason: '死亡', households: 2, people: 3 },
  ],
  signatures,
  reprint: 0,
};

export const complaints: ComplaintRegisterModel = {
  ...frame,
  ...year,
  kind: 'complaint-register',
  rows: [
    {
      number: 'JB2026-001',
      receivedOn: '2026-02-03',
      way: 'phone',
      matter: '反映某户有车辆仍在享受,回电 13800001234',
      end: {
        finding: '车辆已于 2025 年转让,凭证齐全',
        outcome: 'unfounded',
        measures: null,
        on: '2026-02-20',
        by: '李强',
      },
    },
    {
      number: 'JB2026-002',
      receivedOn: '2026-04-18',
      way: 'box',
      matter: '反映领物券由他人冒领',
      end: null,
    },
  ],
  signatures,
  reprint: 0,
};
