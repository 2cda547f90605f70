// T09: commands sent twice, late, out of order, with other content, before and after a restart: each happens once.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Reply } from '../../db/contract/act.ts';
import { makeBooks, type Books } from '../helpers/child-books.ts';
import { brokenRules, look } from '../helpers/child-oracle.ts';
import { randomOf, seedOfRun } from '../helpers/child-random.ts';
import { times, type ChildStep } from '../helpers/child-run.ts';
import { openShop } from '../helpers/open-shop.ts';

const seed = seedOfRun();
const each = times(40, 400);
let books: Books;
beforeAll(async () => {
  books = await makeBooks(each);
}, 300_000);
afterAll(() => books.remove());

const commands = (): readonly ChildStep[] =>
  Array.from({ length: each }, (_, at): readonly ChildStep[] => [
    books.redeem(at),
    {
      act: 'goods.add',
      as: 'manager',
      commandId: `add-${at}`,
      input: {
        code: `N${at}`,
        name: `毛巾${at}`,
        category: '日用',
        spec: '',
        unit: '条',
        listPriceFen: 500,
        keepsDate: false,
        barcodes: [],
      },
    },
    {
      act: 'donations.record',
      as: 'manager',
      commandId: `gift-${at}`,
      input: {
        day: '2026-05-04',
        donor: { name: `柳州市某单位${at}`, kind: 'company' },
        anonymous: false,
        purpose: '',
        inspectors: ['韦验收', '覃验收'],
        cash: { fen: 100 + at, way: 'cash' },
        checker: '李验收',
        lines: [],
      },
    },
  ]).flat();

/** The same id with something else in it. */
const other = (step: ChildStep): ChildStep =>
  step.act === 'goods.add'
    ? { ...step, input: { ...(step.input as object), name: '别的' } }
    : {
        ...step,
        act: 'goods.add',
        as: 'manager',
        input: commands().find(({ act }) => act === 'goods.add')?.input,
      };

it(
  'every command sent one to four times in any order, over two restarts, happens once',
  { timeout: 600_000 },
  async () => {
    const random = randomOf(seed);
    const all = commands();
    const queue = all
      .flatMap((step) => Array.from({ length: 1 + random.int(4) }, () => step))
      .map((step) => ({ step, at: random.int(1e9) }))
      .sort((one, two) => one.at - two.at)
      .map(({ step }) => step);
    const file = books.copy('ids');
    const answers = new Map<string, unknown>();
    const kept = (step: ChildStep, reply: Reply): void => {
      const id = step.commandId ?? '';
      expect(reply, `seed ${seed} ${id}`).toMatchObject({ ok: true });
      const data = reply.ok ? reply.data : null;
      if (answers.has(id)) expect(data, id).toEqual(answers.get(id));
      answers.set(id, data);
    };
    let shop = await openShop({ file });
    for (let at = 0; at < queue.length;) {
      // Several at once, as a stuttering scanner sends them: nobody waits for an answer.
      const some = queue.slice(at, at + 1 + random.int(6));
      const open = shop;
      const replies = await Promise.all(
        some.map((step) => open.send({ ...step, input: step.input }, step.as)),
      );
      some.forEach((step, index) => kept(step, replies[index] as Reply));
      const third = Math.floor(queue.length / 3);
      if (Math.floor(at / third) !== Math.floor((at + some.length) / third)) {
        await shop.close();
        shop = await openShop({ file });
      }
      at += some.length;
    }
    expect(answers.size).toBe(all.length);
    for (const step of all) {
      const strange = other(step);
      const reply = await shop.send({ ...strange, input: strange.input }, strange.as);
      expect(reply, step.commandId).toMatchObject({ ok: false, error: { code: 'command-id-reused' } });
    }
    expect(await brokenRules(shop)).toEqual([]);
    expect(look(shop, `SELECT count(*) AS n FROM item WHERE code LIKE 'N%'`)).toEqual([{ n: each }]);
    expect(look(shop, `SELECT count(*) AS n, sum(amount_fen) AS fen FROM cash_posting`)).toEqual([
      { n: each, fen: each * 100 + (each * (each - 1)) / 2 },
    ]);
    expect(look(shop, `SELECT count(*) AS n FROM redemption`)).toEqual([{ n: each }]);
    await shop.close();
  },
);
