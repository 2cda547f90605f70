// The whole file of a household, on the screen and on paper: masked for whoever looks, whole for a reason that stands in the log.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageTexts } from '../documents/reading.ts';
import { covered, enter, family, fileOf, newcomer } from '../helpers/households.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedBatch } from '../helpers/seed.ts';
import { rowsOf } from '../helpers/sheet.ts';

let shop: OpenShop;
let householdId: number;
const as = { as: 'manager' } as const;
const number = '45020319520708005X';
const child = '110101201010101234';
beforeAll(async () => {
  shop = await openShop();
  const entered = await enter(shop, {
    address: '桂中社区27号6栋',
    phone: '13800001234',
    divisionCode: '450202003001',
    document: '柳城民〔2026〕18号',
    people: [
      newcomer({
        name: '买买提•吐尔逊',
        documentNumber: number,
        disability: `${number}44`,
        flags: '重病',
        care: 'half-dependent',
        covers: [covered('2025-01-01', 'destitute-dispersed')],
      }),
      newcomer({ name: '李䶮', documentNumber: child, covers: [covered('2025-01-01', 'orphan')] }),
    ],
  });
  householdId = entered.householdId;
  await seedBatch(shop, { categories: ['destitute-dispersed'] });
});
afterAll(() => shop.close());

const auditOf = (act: string) =>
  rowsOf(shop, `SELECT object, detail FROM audit WHERE act = '${act}' ORDER BY seq DESC LIMIT 1`)[0];

describe('the file on the screen', () => {
  it('holds everything of the household, and nobody by name or number', async () => {
    const file = await fileOf(shop, householdId);
    expect(file).toMatchObject({
      headName: '买**·**逊',
      address: '城中街道桂中社区',
      phone: '138****1234',
      open: true,
    });
    expect(
      file.people.map(({ name, idMasked, birthYear, care }) => [name, idMasked, birthYear, care]),
    ).toEqual([
      ['买**·**逊', '45*************05X', '1952', '半失能'],
      ['李*', '11*************234', '2010', ''],
    ]);
    expect(file.vouchers).toMatchObject([{ open: true, state: 'issued' }]);
    const text = JSON.stringify(file);
    for (const hidden of [number, child, '13800001234', '27号', '重病', '吐尔逊', '李䶮'])
      expect(text).not.toContain(hidden);
  });

  it('gives disability, flags, birth and the rest only for a reason', async () => {
    const full = await shop.call('people.reveal', { householdId, reason: '入户核对' }, as);
    expect(full).toMatchObject({
      address: '桂中社区27号6栋',
      people: [
        { idNumber: number, birthDay: '1952-07-08', disabilityWords: '肢体四级', flags: '重病' },
        { idNumber: child },
      ],
    });
    expect(auditOf('people.reveal')).toEqual({
      object: `household:${householdId}`,
      detail: JSON.stringify({ reason: '入户核对' }),
    });
  });
});

describe('the file on paper', () => {
  it('is masked, with a running number that stands on it and in the log', async () => {
    const paper = await shop.call('people.printFile', { householdId }, { as: 'bureau' });
    const text = pageTexts(paper.bytes).join('');
    for (const shown of [
      '买**·**逊',
      '45*************05X',
      '特困分散供养',
      '孤儿',
      '建档',
      '柳城民〔2026〕18号',
      '内部资料',
      '区民政局',
    ])
      expect(text).toContain(shown);
    for (const hidden of [number, child, '13800001234', '27号', '重病', '吐尔逊'])
      expect(text).not.toContain(hidden);
    const printed = JSON.parse((auditOf('people.printFile') as { detail: string }).detail) as {
      print: string;
      full: boolean;
    };
    expect(printed.full).toBe(false);
    expect(text).toContain(printed.print);
    expect(paper.fileName).not.toMatch(/吐尔逊|\d{17}/);
  });

  it('is whole for a reason, which the log keeps', async () => {
    const paper = await shop.call('people.printFullFile', { householdId, reason: '移交档案' }, as);
    const text = pageTexts(paper.bytes).join('');
    for (const shown of [
      '买买提·吐尔逊',
      '李䶮',
      number,
      child,
      '13800001234',
      '桂中社区27号6栋',
      '肢体四级',
      '重病',
    ])
      expect(text).toContain(shown);
    expect(auditOf('people.printFullFile')).toMatchObject({ object: `household:${householdId}` });
    expect((auditOf('people.printFullFile') as { detail: string }).detail).toContain('移交档案');
    expect(JSON.stringify(rowsOf(shop, `SELECT detail FROM audit`))).not.toContain('吐尔逊');
  });

  it('needs the right, a reason and a household', async () => {
    const code = async (act: Promise<unknown>) => (await refusalOf(act)).code;
    expect(await code(shop.call('people.printFile', { householdId }, { as: 'volunteer' }))).toBe(
      'not-permitted',
    );
    expect(
      await code(shop.call('people.printFullFile', { householdId, reason: '移交' }, { as: 'volunteer' })),
    ).toBe('not-permitted');
    expect(await code(shop.call('people.printFullFile', { householdId, reason: ' ' }, as))).toBe(
      'input-invalid',
    );
    expect(await code(shop.call('people.printFile', { householdId: 9_999 }, as))).toBe('not-found');
  });
});

describe('what is filed about a household goes along', () => {
  const split = async (from: { householdId: number; members: readonly number[] }) => {
    const headId = from.members[1] ?? 0;
    return shop.call(
      'people.split',
      {
        householdId: from.householdId,
        day: '2026-05-04',
        street: '城中街道',
        community: '桂中社区',
        headId,
        members: [{ personId: headId, relation: '户主' }],
        reason: '分户',
      },
      as,
    );
  };

  it('relatives of staff stay relatives under a new number', async () => {
    const from = await family(shop, 2);
    await shop.call(
      'fairness.fileRelative',
      { staffId: 2, householdId: from.householdId, relation: '兄', fromDay: '2026-05-01' },
      as,
    );
    const made = await split(from);
    expect((await fileOf(shop, made.householdId)).relatives).toEqual([{ staff: '王芳', relation: '兄' }]);
    // A second time it is there already.
    const merged = await fileOf(shop, made.householdId);
    await shop.call(
      'people.merge',
      {
        householdId: made.householdId,
        intoId: from.householdId,
        day: '2026-05-04',
        relations: merged.people.map(({ id }) => ({ personId: id, relation: '子' })),
        reason: '并户',
      },
      as,
    );
    expect((await fileOf(shop, from.householdId)).relatives).toHaveLength(1);
  });

  it('a household found 不符合 is neither split nor merged before it is decided about', async () => {
    const from = await family(shop, 2, { community: '抽查社区' });
    const { checkId } = await shop.call(
      'fairness.draw',
      { title: '季度抽查', basisPoints: 10_000, community: '抽查社区' },
      as,
    );
    await shop.call(
      'fairness.enterResult',
      {
        checkId,
        householdId: from.householdId,
        result: 'misfits',
        visitedDay: '2026-05-04',
        visitors: '韦店长、王芳',
        note: '有车',
      },
      as,
    );
    expect((await refusalOf(split(from))).code).toBe('household-undecided');
    const other = await family(shop, 1);
    const merge = shop.call(
      'people.merge',
      {
        householdId: other.householdId,
        intoId: from.householdId,
        day: '2026-05-04',
        relations: [{ personId: other.members[0] ?? 0, relation: '子' }],
        reason: '并户',
      },
      as,
    );
    expect((await refusalOf(merge)).code).toBe('household-undecided');
    expect((await fileOf(shop, from.householdId)).checks).toMatchObject([
      { title: '季度抽查', result: 'misfits', outcome: null },
    ]);
  });
});
