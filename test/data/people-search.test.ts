// People found by what is known of them: exactly before loosely, nothing in the middle of a word, nobody of an import that is not
// published; words that come and go with their names. A whole district has people-search-district.test.ts.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tx } from '../../db/context.ts';
import type { Books } from '../../db/open.ts';
import { eraseWords, writeWords } from '../../db/people/search-words.ts';
import { findHouseholds, type HouseholdFilters } from '../../db/people/search.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { at, enter, everywhere, firstPage, openFresh, type Household } from '../helpers/search-books.ts';
import { fictionalNumber, roster, rosterLine, rowsOf } from '../helpers/sheet.ts';

describe('what is found, best first', () => {
  let close: () => void;
  let books: Books;
  const find = (typed: string, filters: Partial<HouseholdFilters> = {}) =>
    books.db
      .transaction()
      .execute((tx) => findHouseholds(tx, typed, { ...everywhere, ...filters }, firstPage));

  beforeAll(async () => {
    ({ books, close } = openFresh());
    const households: readonly Household[] = [
      { number: 'A1', people: [{ name: '韦秀兰', idNumber: '450202194803150025' }] },
      { number: 'A2', people: [{ name: '张韦秀' }, { name: '王晓' }] },
      { number: 'A3', people: [{ name: '韦秀', idNumber: '45020319520708005X' }], phone: '13800720025' },
      { number: 'a4', people: [{ name: '买买提·吐尔逊', certificate: 'DB4502000123' }] },
      { number: 'A12', people: [{ name: '单芳' }], community: '河西社区', phone: '07722812345' },
      { number: '0025', people: [{ name: '王𠅤', disability: '45020219480315002544' }], category: 'orphan' },
      { number: 'A123', people: [{ name: '何西平' }, { name: '百度网盘' }], category: 'orphan' },
      { number: 'B1', people: [{ name: '欧安' }, { name: '韦玉' }, { name: '韦玉' }] },
      { number: 'B2', people: [{ name: '蓝田' }], phone: '07723817777#801 13900008888' },
    ];
    await books.db.transaction().execute((tx) => enter(tx, households));
  });
  afterAll(() => close());

  it.each([
    ['the whole name before names that begin with it, before those that have it inside', '韦秀', [3, 1, 2]],
    ['exact initials before names that only begin so', 'wx', [2, 6, 3, 1]],
    ['an exact spelling before longer ones', 'weixiu', [3, 1]],
    ['a household once, however many of it match', '韦玉', [8]],
    ['a surname: who bears it before who has it inside', '韦', [8, 3, 1, 2]],
    ['the end of a name', '兰', [1]],
    ['a character of a supplementary plane', '𠅤', [6]],
    ['another interpunct, or none', '买买提．吐尔逊', [4]],
    ['another interpunct, or none', '买买提吐尔逊', [4]],
    ['what stands behind the interpunct', '吐尔逊', [4]],
    ['a spelling with blanks and capitals', 'Wei Xiu Lan', [1]],
    ['another reading of a polyphone', 'shanfang', [5]],
    ['another reading of a polyphone', 'df', [5]],
    ['initials inside none but their own name', 'oa', [8]],
    ['a spelling from its middle', 'xiulan', []],
    ['letters in the middle of a spelling', 'aiduwangpan', []],
    ['a household number before everything that ends so', '0025', [6, 1, 3]],
    ['six last digits', '150025', [1]],
    ['last digits with X', '005x', [3]],
    ['a whole identity number, in full width', '４５０２０２１９４８０３１５００２５', [1]],
    ['a whole identity number with blanks', '450203 19520708 005X', [3]],
    ['last digits of a telephone', '2345', [5]],
    ['a whole telephone with its country code', '+86 138-0072-0025', [3]],
    ['a whole telephone with its area code', '0772-2812345', [5]],
    ['last digits of each of several telephones', '7777', [9]],
    ['last digits of each of several telephones', '8888', [9]],
    ['a whole telephone among several', '0772-3817777', [9]],
    ['the extension alone', '#801', []],
    ['three digits', '025', []],
    ['digits from the middle', '4803', []],
    ['a certificate in small letters', 'db4502000123', [4]],
    ['the beginning of a certificate', 'DB4502', [4]],
    ['the number of a disability certificate', '45020219480315002544', [6]],
    ['a household number before longer ones', 'a12', [5, 7]],
    ['a household number written in small letters', 'a4', [4]],
    ['people before places', 'hexi', [7, 5]],
    ['a community', '河西', [5]],
    ['a community from inside its name', '西社区', [5]],
    ['nothing but signs', ' %_·\'" ', []],
    ['a sign of the query language inside', '韦%', [8, 3, 1, 2]],
  ])('%s: %s', async (_, typed, ids) => {
    expect(await find(typed)).toEqual({ ids, total: ids.length, more: false });
  });

  it('within a category, a community, or another condition', async () => {
    expect((await find('0025', { category: 'orphan' })).ids).toEqual([6]);
    expect((await find('hexi', { category: 'orphan' })).ids).toEqual([7]);
    expect((await find('f', { community: '河西社区' })).ids).toEqual([]);
    expect((await find('d', { community: '河西社区' })).ids).toEqual([5]);
    expect((await find('社区', { community: '河西社区' })).ids).toEqual([5]);
    expect((await find('韦', { condition: sql<boolean>`household.number <> 'A3'` })).ids).toEqual([8, 1, 2]);
    expect((await find('韦', { community: '没有的社区' })).ids).toEqual([]);
  });

  it('pages follow each other', async () => {
    const page = (offset: number) =>
      books.db.transaction().execute((tx) => findHouseholds(tx, '韦', everywhere, { offset, limit: 2 }));
    expect(await page(0)).toEqual({ ids: [8, 3], total: 4, more: false });
    expect(await page(2)).toEqual({ ids: [1, 2], total: 4, more: false });
    expect(await page(4)).toEqual({ ids: [], total: 4, more: false });
  });
});

class Undone extends Error {}
/** Does the work in a transaction that leaves nothing behind. */
const tried = async (books: Books, work: (tx: Tx) => Promise<void>): Promise<void> => {
  await expect(
    books.db.transaction().execute(async (tx) => {
      await work(tx);
      throw new Undone();
    }),
  ).rejects.toThrow(Undone);
};

describe('words come and go with their names', () => {
  let close: () => void;
  let books: Books;
  beforeAll(() => {
    ({ books, close } = openFresh());
  });
  afterAll(() => close());
  const idsOf = async (tx: Tx, typed: string, filters: Partial<HouseholdFilters> = {}) =>
    (await findHouseholds(tx, typed, { ...everywhere, ...filters }, firstPage)).ids;

  it('nobody of an import is found before it is published, whatever is typed', () =>
    tried(books, async (tx) => {
      await enter(tx, [{ number: 'A1', people: [{ name: '韦秀兰' }] }]);
      const staff = await tx
        .insertInto('staff')
        .values({ login: 'x', name: 'x', role: 'manager', password: '', created_at: at })
        .returning('id')
        .executeTakeFirstOrThrow();
      const run = await tx
        .insertInto('roster_run')
        .values({ sha256: '', rows: 1, published_at: null, staff_id: staff.id, at })
        .returning('id')
        .executeTakeFirstOrThrow();
      const entering = [
        {
          number: 'A2',
          community: '河西社区',
          phone: '13800001234',
          people: [{ name: '韦秀兰', certificate: 'C77' }],
        },
      ];
      await enter(tx, entering, run.id);
      const tail = (
        await tx.selectFrom('person').select('id_number').orderBy('id', 'desc').executeTakeFirst()
      )?.id_number;
      const typed = [
        '韦',
        'wxl',
        '秀兰',
        'A2',
        'a',
        '1234',
        'C77',
        'C7',
        '河西',
        tail ?? '',
        tail?.slice(-5) ?? '',
      ];
      const all = async () => Promise.all(typed.map((text) => idsOf(tx, text)));
      for (const ids of await all()) expect(ids).not.toContain(2);
      expect(await idsOf(tx, '韦', { community: '河西社区' })).toEqual([]);
      expect(await idsOf(tx, '韦')).toEqual([1]);
      await tx.updateTable('roster_run').set({ published_at: at }).execute();
      expect(await idsOf(tx, '韦')).toEqual([1, 2]);
      expect((await all()).filter((ids) => ids.includes(2))).toHaveLength(typed.length - 1);
    }));

  it('words stay while anybody bears the name, and then none is left', () =>
    tried(books, async (tx) => {
      const long = '阿卜杜热合曼·吐尔逊·买买提';
      await enter(tx, [
        { number: 'A1', people: [{ name: '单重' }, { name: long }] },
        { number: 'A2', people: [{ name: '单重' }] },
      ]);
      const left = async () =>
        new Set((await tx.selectFrom('name_word').select('name').execute()).map(({ name }) => name));
      const forget = async (id: number) => {
        await eraseWords(tx, [id]);
        await tx.updateTable('person').set({ name: '', id_number: null }).where('id', '=', id).execute();
      };
      expect(await left()).toEqual(new Set(['单重', long]));
      await forget(1);
      expect(await left()).toEqual(new Set(['单重', long]));
      expect(await idsOf(tx, 'sc')).toEqual([2]);
      await forget(3);
      expect(await left()).toEqual(new Set([long]));
      await forget(2);
      expect(await left()).toEqual(new Set());
    }));

  it('all bearers of a name go at once', () =>
    tried(books, async (tx) => {
      await enter(tx, [
        { number: 'A1', people: [{ name: '韦秀兰' }] },
        { number: 'A2', people: [{ name: '韦秀兰' }] },
      ]);
      await eraseWords(tx, [1, 2]);
      expect(await tx.selectFrom('name_word').selectAll().execute()).toEqual([]);
    }));

  it('a name that is already there is written again without harm', () =>
    tried(books, async (tx) => {
      const people = [{ name: '韦秀兰' }, { name: '韦秀兰' }];
      await writeWords(tx, people);
      const before = await tx.selectFrom('name_word').selectAll().execute();
      await writeWords(tx, [...people, { name: '' }]);
      expect(await tx.selectFrom('name_word').selectAll().execute()).toEqual(before);
      expect(before).toHaveLength(5);
    }));
});

describe('an import of a roster', () => {
  let shop: OpenShop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());
  const as = 'manager' as const;
  const named = () =>
    rowsOf(shop, 'SELECT DISTINCT name FROM name_word ORDER BY name').map(({ name }) => name);
  const preview = (...lines: readonly (readonly string[])[]) =>
    shop.call('people.previewImport', { sheet: roster(...lines) }, { as });

  it('leaves no word of anybody when it is given up, and finds everybody when it is not', async () => {
    const first = await preview(rosterLine({ 户编号: '7', 姓名: '韦秀兰' }));
    await shop.call('people.confirmImport', { previewId: first.previewId }, { as });
    expect(named()).toEqual(['韦秀兰']);
    const lines = [
      rosterLine({ 户编号: '7', 姓名: '韦小宝', 与户主关系: '子', 身份证号码: fictionalNumber(901) }),
      rosterLine({ 户编号: '8', 姓名: '单芳', 身份证号码: fictionalNumber(902) }),
    ];
    const givenUp = await preview(...lines);
    const { code } = await refusalOf(
      shop.call(
        'people.confirmImport',
        { previewId: givenUp.previewId },
        { as, onProgress: (done) => (done > 0 ? 'cancel' : 'on') },
      ),
    );
    expect(code).toBe('cancelled');
    expect(named()).toEqual(['韦秀兰']);
    const again = await preview(...lines);
    await shop.call('people.confirmImport', { previewId: again.previewId }, { as });
    const found = async (search: string) =>
      (await shop.call('people.list', { search }, { as })).rows.map(({ number }) => number);
    expect([await found('wxb'), await found('sf'), await found('秀兰')]).toEqual([['7'], ['8'], ['7']]);
  });
});
