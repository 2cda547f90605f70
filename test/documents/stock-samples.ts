// Fictional models of the store room's papers.
import type {
  CountMisfitsModel,
  CountResultModel,
  CountSheetModel,
  GoodsLabel,
  LabelFormat,
  LabelSheetModel,
  StockCardModel,
  StockCardRow,
  StockNoteKind,
  StockNoteModel,
  TraceModel,
} from '../../db/contract/documents.ts';
import { tagCode } from '../../db/domain/goods-tag.ts';
import { frame } from './samples.ts';

export const labelFormats: readonly LabelFormat[] = [
  'a4-3x8',
  'a4-4x10',
  'roll-60x40',
  'roll-50x30',
  'roll-40x30',
];

export const longName =
  '食用调和油(非转基因压榨一级花生油、大豆油、葵花籽油、玉米油与芝麻油,香味浓,家庭装,赠小瓶酱油一瓶)';

export const goodsLabels: readonly GoodsLabel[] = [
  {
    is: 'shelf',
    name: '东北大米',
    spec: '10kg/袋',
    unit: '袋',
    priceFen: 4_500,
    code: '6901234567892',
    copies: 2,
  },
  { is: 'shelf', name: longName, spec: '5L/桶', unit: '桶', priceFen: null, code: 'G0012', copies: 1 },
  { is: 'shelf', name: '毛巾', spec: null, unit: '条', code: '12345670', copies: 1 },
  { is: 'item', name: '儿童旧衣物(春秋装,含外套、长裤、毛衣)', code: 'FZ-00018', copies: 3 },
  {
    is: 'lot',
    name: '男式棉衣',
    tag: tagCode('piece', 42),
    expiresOn: null,
    grade: 'good',
    code: tagCode('piece', 42),
    copies: 1,
  },
  {
    is: 'lot',
    name: '纯牛奶',
    tag: tagCode('lot', 123),
    expiresOn: '2026-09-01',
    grade: null,
    code: tagCode('lot', 123),
    copies: 1,
  },
];

export const labelSheet = (
  format: LabelFormat,
  labels: readonly GoodsLabel[] = goodsLabels,
): LabelSheetModel => ({ ...frame, kind: 'label-sheet', format, used: 0, labels });

const rice = {
  name: '东北大米',
  spec: '10kg/袋',
  unit: '袋',
  scale: 1,
  expiresOn: '2027-02-10',
  tag: 'L26-0123',
};
const flour = {
  name: '散装面粉',
  spec: null,
  unit: '公斤',
  scale: 1_000,
  expiresOn: '2026-09-01',
  tag: 'L26-0140',
};
const coat = { name: '男式棉衣', spec: '混码', unit: '件', scale: 1, expiresOn: null, tag: 'C-00042' };

const count = {
  ...frame,
  countNo: 'PD2026-0007',
  place: '仓库一',
  scope: '全部物资',
  snapshotAt: '2026-05-04T01:00:00.000Z',
  reprint: 0,
} as const;

/** Book quantities that stand nowhere else on the paper: 7,301 and up. */
export const countSheet = (rows = 3, blind = true, double = true): CountSheetModel => ({
  ...count,
  kind: 'count-sheet',
  blind,
  double,
  rows: Array.from({ length: rows }, (_, i) => ({
    ...([rice, flour, coat][i % 3] ?? rice),
    book: 7_301 + i,
  })),
});

export const countMisfits: CountMisfitsModel = {
  ...count,
  kind: 'count-misfits',
  firstBy: '韦兰',
  secondBy: '覃明',
  rows: [
    { ...rice, first: 52, second: 54 },
    { ...flour, first: 12_500, second: null },
  ],
};

/** 盘盈 2 bags of ¥47.00; 盘亏 2.5 公斤 of ¥4.50 and three unpriced coats; rice of another lot not counted. */
export const countResult: CountResultModel = {
  ...count,
  kind: 'count-result',
  postedOn: '2026-05-05',
  countedBy: ['韦兰', '覃明'],
  postedBy: '李强',
  rows: [
    { ...rice, book: 52, counted: 54, differenceFen: 9_400, reason: '上次发放多记' },
    { ...flour, book: 12_500, counted: 10_000, differenceFen: -1_125, reason: '受潮损耗' },
    { ...coat, book: 60, counted: 57, differenceFen: null, reason: null },
    { ...coat, tag: 'C-00043', book: 1, counted: 1, differenceFen: null, reason: null },
    { ...rice, tag: 'L26-0150', book: 30, counted: null, differenceFen: null, reason: null },
  ],
};

/** Fifty bags in, then forty-nine out one by one, over and over; ¥45.00 a bag. */
export const stockCard = (rows: number): StockCardModel => {
  const moves = Array.from({ length: rows }, (_, i): number => (i % 50 === 0 ? 50 : -1));
  let balance = 120;
  return {
    ...frame,
    kind: 'stock-card',
    code: 'G0001',
    name: '东北大米',
    spec: '10kg/袋',
    unit: '袋',
    scale: 1,
    lot: null,
    place: null,
    from: '2026-05-01',
    to: '2026-05-31',
    opening: { quantity: 120, fen: 540_000 },
    rows: moves.map((quantity, i) => {
      balance += quantity;
      return {
        on: `2026-05-${String((i % 28) + 1).padStart(2, '0')}`,
        docNo: `2026-${String(i + 1).padStart(6, '0')}`,
        summary: quantity > 0 ? '捐赠入库 柳州市某某粮油有限公司' : '领物券发放',
        quantity,
        fen: quantity * 4_500,
        balance,
        balanceFen: balance * 4_500,
      };
    }),
    asOf: '2026-05-31T15:59:59.000Z',
    reprint: 0,
  };
};

/** Scenario 16: opening 120 at ¥45.00, in 200 at ¥47.00, issued 263, spoiled 5, count +2: closing 54, ¥2,538.00. */
export const scenarioCard: StockCardModel = {
  ...stockCard(0),
  rows: (
    [
      [200, 940_000, '捐赠入库'],
      [-263, -1_212_100, '领物券发放'],
      [-5, -23_500, '报废 霉变'],
      [2, 9_400, '盘盈'],
    ] as const
  ).reduce<StockCardRow[]>((rows, [quantity, fen, summary], i) => {
    const before = rows.at(-1) ?? { balance: 120, balanceFen: 540_000 };
    const balance = before.balance + quantity;
    const balanceFen = (before.balanceFen ?? 0) + fen;
    const docNo = `2026-00000${i + 1}`;
    return [...rows, { on: `2026-05-0${i + 1}`, docNo, summary, quantity, fen, balance, balanceFen }];
  }, []),
};

export const stockNote = (note: StockNoteKind): StockNoteModel => ({
  ...frame,
  kind: 'stock-note',
  note,
  noteNo: 'DH2026-000012',
  on: '2026-05-04',
  fromPlace: '仓库一',
  toPlace: '城中区敬老院仓库',
  supplier: '柳州市某某商贸有限公司',
  invoiceNo: '24452000000012345678',
  funding: '福彩公益金',
  reason: note === 'loss' ? '受潮霉变' : '春节前补货',
  method: note === 'loss' ? '移交环卫集中销毁' : '社区广场义卖',
  proceedsFen: 32_504,
  proceedsBy: 'cash',
  buyer: '南亚社区居民(多人)',
  purpose: '用于困难儿童春季助学',
  lines: [
    {
      name: '东北大米',
      spec: '10kg/袋',
      measure: { quantity: 200, scale: 1, unit: '袋' },
      expiresOn: '2027-02-10',
      lot: 'L26-0123',
      place: null,
      amountFen: 940_000,
    },
    {
      name: '散装面粉',
      spec: null,
      measure: { quantity: 12_500, scale: 1_000, unit: '公斤' },
      expiresOn: '2026-09-01',
      lot: 'L26-0140',
      place: null,
      amountFen: 5_625,
    },
    {
      name: '男式棉衣',
      spec: null,
      measure: { quantity: 3, scale: 1, unit: '件' },
      expiresOn: null,
      lot: 'C-00042',
      place: null,
      amountFen: null,
    },
  ],
  handledBy: '王芳',
  reviewedBy: '李强',
  witnessedBy: null,
  approvedBy: null,
  state: { is: 'valid' },
  reprint: 0,
});

/** 37 households and one of them twice: 40 bags came, 38 issued, 1 scrapped, 1 on hand. */
export const trace: TraceModel = {
  ...frame,
  kind: 'trace',
  tag: 'L26-0123',
  name: '东北大米',
  spec: '10kg/袋',
  unit: '袋',
  scale: 1,
  expiresOn: '2027-02-10',
  origins: [{ by: 'gift', on: '2026-04-26', docNo: '2026-000123', from: null, quantity: 40 }],
  rows: Array.from({ length: 38 }, (_, i) => ({
    on: `2026-05-${String((i % 28) + 1).padStart(2, '0')}`,
    slipNo: `2026-${String(i + 1).padStart(6, '0')}`,
    householdMasked: ['韦*兰', '李*', '买**·**逊'][i % 3] ?? '',
    community: '南亚社区',
    quantity: 1,
    operator: '王芳',
  })),
  others: [{ on: '2026-05-20', docNo: 'BS2026-000003', words: '报损:受潮霉变', quantity: 1 }],
  onHand: 1,
  households: 37,
  asOf: '2026-05-31T15:59:59.000Z',
  reprint: 0,
};
