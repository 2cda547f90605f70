// People of whom a list on the wall may show little: a child of nine, orphans of any age, one of age tomorrow; each with a door, a
// telephone and an illness in the sheet. Every person is fictional.
import { expect } from 'vitest';
import type { Paper } from '../../db/contract/common.ts';
import { identityCheckCharacter } from '../../db/domain/identity-number.ts';
import { pageTexts } from '../documents/reading.ts';
import { openShop, type OpenShop } from './open-shop.ts';
import { seedBatch } from './seed.ts';
import { csvSheet } from './sheet.ts';

const as = 'manager' as const;
const bornOn = (day: string, at: number): string => {
  const first17 = `450202${day.replaceAll('-', '')}${String(at).padStart(3, '0')}`;
  return first17 + identityCheckCharacter(first17);
};
export const known = '450202197001010025';
export const elder = bornOn('1956-02-02', 4);
const headings = [
  '户编号',
  '姓名',
  '与户主关系',
  '身份证号码',
  '救助类别',
  '街道',
  '社区',
  '家庭住址',
  '联系电话',
  '享受起始',
  '病情',
];
export const door = '城中街道桂中社区广场路27号6栋2单元402室';
const line = (number: string, name: string, relation: string, id: string, category: string, phone = '') => [
  ...[number, name, relation, id, category, '城中街道', '桂中社区', door, phone, '2025-01-01', '尿毒症'],
];

/** The text of a PDF, all pages. */
export const textOf = ({ bytes }: Paper): string => pageTexts(bytes).join('\n');

/** Books with these people, and an issue to some of them. */
export const openExposed = async (): Promise<{ readonly shop: OpenShop; readonly batchId: number }> => {
  const shop = await openShop();
  const sheet = csvSheet([
    headings,
    line('1', '韦秀兰', '户主', elder, '城市低保', '13800001234'),
    line('1', '韦国强', '子', bornOn('1980-03-03', 5), '城市低保'),
    // Nine years old, the head of an own household.
    line('2', '覃小花', '户主', bornOn('2016-06-01', 7), '孤儿', '13900005678'),
    // Twenty years old and still listed as an orphan: at any age.
    line('3', '陆大海', '户主', bornOn('2005-06-01', 8), '孤儿'),
    // Eighteen today, which still counts as under.
    line('4', '莫小山', '户主', bornOn('2008-05-04', 9), '城市低保'),
    line('5', '买买提•吐尔逊', '户主', bornOn('1956-02-02', 10), '农村低保'),
    line('6', '欧阳建国', '户主', bornOn('1960-02-02', 11), '城市低保'),
    // An adult head, a child of hers is protected: the household belongs to the higher category.
    line('7', '潘玉梅', '户主', bornOn('1985-02-02', 12), '城市低保'),
    line('7', '潘小宝', '子', bornOn('2017-02-02', 13), '事实无人抚养儿童'),
  ]);
  const { previewId, refused } = await shop.call('people.previewImport', { sheet }, { as });
  expect(refused).toEqual([]);
  await shop.call('people.confirmImport', { previewId }, { as });
  const { batchId } = await seedBatch(shop, {
    categories: ['urban-minimum-living', 'orphan', 'unattended-child'],
  });
  return { shop, batchId };
};
