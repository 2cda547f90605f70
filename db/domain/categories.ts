// Seed code tables of people: recipient categories, care levels, relations (domain.md §5.1, ruling 7 order). What a
// fresh shop starts with; the tables in the database are edited from then on. Guesses nothing: an unknown word stays unknown.
import { foldWidth } from './fold-width.ts';

export const CATEGORY_CODES = [
  'destitute-institution',
  'destitute-dispersed',
  'orphan',
  'unattended-child',
  'urban-minimum-living',
  'rural-minimum-living',
  'low-income-fringe',
  'rigid-expenditure',
  'relapse-monitored',
  'severely-disabled',
  'preferential-treatment',
  'child-in-difficulty',
  'bereaved-of-only-child',
  'outdoor-worker',
  'disaster-hit',
  'other-difficulty',
] as const;
export type CategoryCode = (typeof CATEGORY_CODES)[number];

export interface Category {
  readonly code: CategoryCode;
  readonly name: string;
  /** 就高: the lowest rank in a household wins (ruling 7). Equal ranks: the order of this table. */
  readonly rank: number;
  /** Lives in an institution that collects for all (scenario 18). */
  readonly institutional: boolean;
  /** Only in counts on public lists, at any age (ruling 28). */
  readonly minorProtected: boolean;
  /** 年审: months between two reviews, half a year where income is unsteady (domain.md §5.2). */
  readonly reviewMonths: number;
}

const OPEN = { institutional: false, minorProtected: false, reviewMonths: 12 };
const CHILD = { institutional: false, minorProtected: true, reviewMonths: 12 };

/** In the order of ruling 7, which is also the order of rows in reports. */
export const CATEGORIES: readonly Category[] = [
  {
    code: 'destitute-institution',
    name: '特困集中供养',
    rank: 1,
    institutional: true,
    minorProtected: false,
    reviewMonths: 12,
  },
  { code: 'destitute-dispersed', name: '特困分散供养', rank: 1, ...OPEN },
  { code: 'orphan', name: '孤儿', rank: 2, ...CHILD },
  { code: 'unattended-child', name: '事实无人抚养儿童', rank: 2, ...CHILD },
  { code: 'urban-minimum-living', name: '城市低保', rank: 3, ...OPEN },
  { code: 'rural-minimum-living', name: '农村低保', rank: 3, ...OPEN },
  { code: 'low-income-fringe', name: '低保边缘家庭', rank: 4, ...OPEN, reviewMonths: 6 },
  { code: 'rigid-expenditure', name: '刚性支出困难家庭', rank: 5, ...OPEN, reviewMonths: 6 },
  { code: 'relapse-monitored', name: '防止返贫监测对象', rank: 6, ...OPEN, reviewMonths: 6 },
  { code: 'severely-disabled', name: '重度残疾人', rank: 6, ...OPEN },
  { code: 'preferential-treatment', name: '优抚对象', rank: 6, ...OPEN },
  { code: 'child-in-difficulty', name: '困境儿童', rank: 6, ...CHILD },
  { code: 'bereaved-of-only-child', name: '失独家庭', rank: 6, ...OPEN },
  { code: 'outdoor-worker', name: '环卫等户外劳动者', rank: 6, ...OPEN },
  { code: 'disaster-hit', name: '受灾人员', rank: 6, ...OPEN },
  { code: 'other-difficulty', name: '其他困难人员', rank: 6, ...OPEN },
];

// Words that can mean two categories (低保, 特困, 五保, 边缘户, 贫困户) are left out on purpose: the clerk decides.
const CATEGORY_SYNONYMS: Readonly<Record<CategoryCode, readonly string[]>> = {
  'destitute-institution': [
    '特困人员集中供养',
    '集中供养特困人员',
    '集中供养',
    '特困人员(集中供养)',
    '特困(集中)',
    '集中特困',
    '集中特困人员',
    '特困集中',
  ],
  'destitute-dispersed': [
    '特困人员分散供养',
    '分散供养特困人员',
    '分散供养',
    '特困人员(分散供养)',
    '特困(分散)',
    '分散特困',
    '分散特困人员',
    '特困分散',
  ],
  orphan: ['社会散居孤儿', '散居孤儿'],
  'unattended-child': ['事实孤儿', '事实无人抚养'],
  'urban-minimum-living': [
    '城镇低保',
    '城市低保户',
    '城市低保家庭',
    '城市低保对象',
    '城市最低生活保障',
    '城市最低生活保障对象',
  ],
  'rural-minimum-living': [
    '农村低保户',
    '农村低保家庭',
    '农村低保对象',
    '农村最低生活保障',
    '农村最低生活保障对象',
  ],
  'low-income-fringe': ['低保边缘', '低保边缘户', '低保边缘家庭成员', '最低生活保障边缘家庭'],
  'rigid-expenditure': [
    '刚性支出困难',
    '刚性支出困难户',
    '刚性支出困难家庭成员',
    '支出型困难家庭',
    '支出型贫困家庭',
  ],
  'relapse-monitored': [
    '防返贫监测对象',
    '防止返贫监测户',
    '防返贫监测户',
    '监测对象',
    '监测户',
    '脱贫不稳定户',
    '边缘易致贫户',
    '突发严重困难户',
  ],
  'severely-disabled': ['重度残疾', '重残', '重残人员', '重度残疾人员'],
  'preferential-treatment': [
    '优抚',
    '优抚人员',
    '重点优抚对象',
    '退役军人',
    '困难退役军人',
    '伤残军人',
    '烈军属',
    '烈属',
  ],
  'child-in-difficulty': ['困境儿童对象'],
  'bereaved-of-only-child': ['失独', '失独老人', '失独户', '计划生育特殊家庭'],
  'outdoor-worker': ['环卫工人', '户外劳动者', '环卫工'],
  'disaster-hit': ['受灾群众', '受灾户', '受灾', '灾民'],
  'other-difficulty': ['其他困难', '其他困难群众', '其他困难家庭'],
};

/** How names are compared: width folded, without spaces. */
export const plainCategoryName = (text: string): string => foldWidth(text).replace(/[\s\u00A0]/g, '');

function index<T>(entries: Iterable<readonly [T, readonly string[]]>): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const [value, names] of entries) for (const name of names) map.set(plainCategoryName(name), value);
  return map;
}

const CATEGORY_BY_NAME = index(CATEGORIES.map((c) => [c, [c.name, ...CATEGORY_SYNONYMS[c.code]]] as const));

/** The category a roster means, by name or synonym; null when unknown or doubtful ('unknown-category' on import). */
export function categoryByName(name: string): Category | null {
  return CATEGORY_BY_NAME.get(plainCategoryName(name)) ?? null;
}

/** Sorts the higher category first (就高, ruling 7); equal ranks by the order of the table. */
export function compareCategories(a: CategoryCode, b: CategoryCode): number {
  const place = (code: CategoryCode): number => CATEGORIES.findIndex((c) => c.code === code);
  return place(a) - place(b);
}

export const CARE_LEVELS = [
  { code: 'independent', name: '自理' },
  { code: 'half-dependent', name: '半失能' },
  { code: 'dependent', name: '失能' },
] as const;
export type CareLevelCode = (typeof CARE_LEVELS)[number]['code'];

const CARE_BY_NAME = index<CareLevelCode>([
  ['independent', ['自理', '全自理', '能自理', '生活自理', '具备生活自理能力']],
  ['half-dependent', ['半失能', '半自理', '半护理', '部分自理', '部分丧失生活自理能力']],
  ['dependent', ['失能', '全失能', '全护理', '不能自理', '完全丧失生活自理能力']],
]);

/** Care level (自理能力) by name or synonym; null when unknown. */
export function careLevelByName(name: string): CareLevelCode | null {
  return CARE_BY_NAME.get(plainCategoryName(name)) ?? null;
}

export const RELATIONS = [
  { code: 'head', name: '户主' },
  { code: 'spouse', name: '配偶' },
  { code: 'son', name: '子' },
  { code: 'daughter', name: '女' },
  { code: 'father', name: '父' },
  { code: 'mother', name: '母' },
  { code: 'grandson', name: '孙子' },
  { code: 'granddaughter', name: '孙女' },
  { code: 'grandfather', name: '祖父' },
  { code: 'grandmother', name: '祖母' },
  { code: 'brother', name: '兄弟' },
  { code: 'sister', name: '姐妹' },
  { code: 'son-in-law', name: '女婿' },
  { code: 'daughter-in-law', name: '儿媳' },
  { code: 'other', name: '其他' },
] as const;
export type RelationCode = (typeof RELATIONS)[number]['code'];

const RELATION_BY_NAME = index<RelationCode>([
  ['head', ['户主', '本人', '户主本人']],
  ['spouse', ['配偶', '夫', '妻', '丈夫', '妻子', '夫妻', '老伴']],
  ['son', ['子', '儿子', '长子', '次子', '三子', '独生子', '养子', '继子']],
  ['daughter', ['女', '女儿', '长女', '次女', '三女', '独生女', '养女', '继女']],
  ['father', ['父', '父亲', '养父', '继父']],
  ['mother', ['母', '母亲', '养母', '继母']],
  ['grandson', ['孙子', '孙', '外孙', '外孙子']],
  ['granddaughter', ['孙女', '外孙女']],
  ['grandfather', ['祖父', '爷爷', '外祖父', '外公']],
  ['grandmother', ['祖母', '奶奶', '外祖母', '外婆']],
  ['brother', ['兄弟', '兄', '弟', '哥哥', '弟弟']],
  ['sister', ['姐妹', '姐', '妹', '姐姐', '妹妹']],
  ['son-in-law', ['女婿']],
  ['daughter-in-law', ['儿媳', '媳妇', '儿媳妇']],
  ['other', ['其他', '其它', '其他亲属', '非亲属']],
]);

/** Relation to the head of the household (与户主关系) by name or synonym; null when unknown. */
export function relationByName(name: string): RelationCode | null {
  return RELATION_BY_NAME.get(plainCategoryName(name)) ?? null;
}
