// Fictional models of the store room's papers.
import type { GoodsLabel, LabelFormat, LabelSheetModel } from '../../db/contract/documents.ts';
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
    tag: '吊牌 C-00042',
    expiresOn: null,
    grade: '八成新',
    code: 'C00042K7',
    copies: 1,
  },
  {
    is: 'lot',
    name: '纯牛奶',
    tag: '批号 26-0123',
    expiresOn: '2026-09-01',
    grade: null,
    code: '2600012345',
    copies: 1,
  },
];

export const labelSheet = (
  format: LabelFormat,
  labels: readonly GoodsLabel[] = goodsLabels,
): LabelSheetModel => ({ ...frame, kind: 'label-sheet', format, used: 0, labels });
