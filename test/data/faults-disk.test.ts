// T04, T05: the disk fails under the books. Each failing call is marched through a redemption and an import; whatever was
// acknowledged is there afterwards, once and whole; after an I/O error nothing is tried again.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../db/contract/act.ts';
import { makeBooks, reopened, rosterCsv, type Books } from '../helpers/child-books.ts';
import { brokenRules, look } from '../helpers/child-oracle.ts';
import { runChild, times, type ChildResult, type ChildStep } from '../helpers/child-run.ts';
import { ensureStrace } from '../helpers/child-strace.ts';

let books: Books;
beforeAll(async () => {
  ensureStrace();
  books = await makeBooks(30);
}, 300_000);
afterAll(() => books.remove());

const said = (reply: Reply | undefined): string =>
  !reply ? 'nothing' : reply.ok ? 'ok' : reply.error.kind === 'bug' ? 'bug' : reply.error.code;
const saidAll = ({ replies }: ChildResult, steps: readonly unknown[]): string[] =>
  steps.map((_, at) => said(replies.get(at)));

/** How many calls of a kind the process made until it was ready, and in each step. */
const countCalls = async (
  call: string,
  steps: readonly ChildStep[],
): Promise<{ first: number; each: readonly number[] }> => {
  const traceTo = join(books.folder, 'dry.trace');
  await runChild({ file: books.copy(`dry-${call}`), steps }, { strace: [`trace=${call},write`], traceTo });
  const counts = [0];
  for (const line of readFileSync(traceTo, 'utf8').split('\n')) {
    if (/ write\(1, "\{/.test(line)) counts.push(0);
    else if (line.includes(` ${call}(`)) counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
  }
  return { first: counts[0] ?? 0, each: counts.slice(1, 1 + steps.length) };
};

/** Positions from 1 to `last`, always with the first two and the last two. */
const spread = (last: number, quick: number): readonly number[] => {
  const wanted = times(quick, last);
  const between = Array.from(
    { length: wanted },
    (_, at) => 1 + Math.round((at * (last - 1)) / Math.max(1, wanted - 1)),
  );
  return [...new Set([1, 2, ...between, last - 1, last])].filter((at) => at >= 1 && at <= last);
};

/** Works on two at a time. */
const twoByTwo = async <T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> => {
  const left = [...all];
  const worker = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next);
  };
  await Promise.all([worker(), worker()]);
};

/** After reopening without faults: every acknowledged command is there once with its answer, and nothing is half. */
const expectKept = (file: string, steps: readonly ChildStep[], { replies }: ChildResult): Promise<void> =>
  reopened(file, async (shop) => {
    expect(await brokenRules(shop)).toEqual([]);
    for (const [at, reply] of replies) {
      const { commandId } = steps[at] ?? {};
      if (!reply.ok || !commandId) continue;
      const kept = look<{ result: string }>(shop, 'SELECT result FROM command WHERE id = ?', commandId);
      expect(
        kept.map(({ result }) => JSON.parse(result) as unknown),
        commandId,
      ).toEqual([reply.data]);
    }
    const asked = steps.map(({ commandId }) => commandId);
    const ours = look<{ id: string }>(shop, `SELECT id FROM command WHERE id LIKE 'redeem-%'`);
    expect(ours.filter(({ id }) => !asked.includes(id))).toEqual([]);
  });

const list: ChildStep = { act: 'goods.list', input: {}, as: 'manager' };

describe('a full disk', () => {
  it(
    'at any write of a redemption: refused in words, the next one and the same one again succeed',
    { timeout: 600_000 },
    async () => {
      const steps = [books.redeem(0), books.redeem(1), books.redeem(0), list];
      const { first, each } = await countCalls('pwrite64', steps);
      expect(each[0]).toBeGreaterThan(20);
      await twoByTwo(spread(each[0] ?? 0, 6), async (at) => {
        const file = books.copy(`full-${at}`);
        const result = await runChild(
          { file, steps },
          { strace: [`inject=pwrite64:error=ENOSPC:when=${first + at}`] },
        );
        expect(saidAll(result, steps), `write ${at}`).toEqual(['disk-full', 'ok', 'ok', 'ok']);
        await expectKept(file, steps, result);
      });
    },
  );

  it(
    'that stays full refuses every sale, keeps answering questions and loses nothing',
    { timeout: 600_000 },
    async () => {
      const steps = [books.redeem(0), books.redeem(1), books.redeem(2), list];
      const { first, each } = await countCalls('pwrite64', steps);
      await twoByTwo(spread((each[0] ?? 0) + 10, 2), async (at) => {
        const file = books.copy(`stays-full-${at}`);
        const result = await runChild(
          { file, steps, close: true },
          { strace: [`inject=pwrite64:error=ENOSPC:when=${first + at}+`] },
        );
        const fits = at > (each[0] ?? 0);
        expect(saidAll(result, steps), `write ${at}`).toEqual([
          fits ? 'ok' : 'disk-full',
          'disk-full',
          'disk-full',
          'ok',
        ]);
        await expectKept(file, steps, result);
      });
    },
  );

  it('at the start is said before the first sale', async () => {
    const file = books.copy('full-start');
    const result = await runChild({ file, steps: [] }, { strace: ['inject=pwrite64:error=ENOSPC:when=1+'] });
    expect(result.failed).toBe('disk-full');
    await expectKept(file, [], result);
  });

  it(
    'during an import: all or nothing, and the same confirmation again succeeds',
    { timeout: 600_000 },
    async () => {
      const confirm: ChildStep = {
        act: 'people.confirmImport',
        input: 'last-preview',
        as: 'manager',
        commandId: 'import-1',
      };
      const steps = [
        { act: 'people.previewImport', csv: rosterCsv(1, 400), as: 'manager' as const },
        confirm,
        { act: 'people.summary', input: {}, as: 'manager' as const },
        confirm,
      ];
      const { first, each } = await countCalls('pwrite64', steps);
      const before = (each[0] ?? 0) + first;
      const answers: (string | undefined)[] = [];
      await twoByTwo(spread(each[1] ?? 0, 3), async (at) => {
        const file = books.copy(`import-${at}`);
        const result = await runChild(
          { file, steps },
          { strace: [`inject=pwrite64:error=ENOSPC:when=${before + at}`] },
        );
        const [preview, answer, ...rest] = saidAll(result, steps);
        expect([preview, ...rest], `write ${at}`).toEqual(['ok', 'ok', 'ok']);
        answers.push(answer);
        expect(result.replies.get(2)).toMatchObject({ data: { households: answer === 'ok' ? 430 : 30 } });
        await expectKept(file, steps, result);
      });
      // Where the last writes only move what is already kept from the log into the file, a full disk harms nothing.
      expect(answers).toContain('disk-full');
      expect(answers.filter((answer) => answer !== 'disk-full' && answer !== 'ok')).toEqual([]);
    },
  );
});

describe('a disk error', () => {
  it(
    'at any write of a redemption stops the books; the next process goes on',
    { timeout: 600_000 },
    async () => {
      const steps = [books.redeem(0), books.redeem(1), books.redeem(0), list];
      const { first, each } = await countCalls('pwrite64', steps);
      await twoByTwo(spread(each[0] ?? 0, 3), async (at) => {
        const file = books.copy(`error-${at}`);
        const result = await runChild(
          { file, steps, close: true },
          { strace: [`inject=pwrite64:error=EIO:when=${first + at}`] },
        );
        expect(saidAll(result, steps), `write ${at}`).toEqual([
          'disk-error',
          'books-stopped',
          'books-stopped',
          'books-stopped',
        ]);
        await expectKept(file, steps, result);
      });
    },
  );

  it(
    'at the sync of a redemption is never tried again; sent again to the next process it happens once',
    { timeout: 600_000 },
    async () => {
      const steps = [books.redeem(0), books.redeem(1), books.redeem(2), books.redeem(1), list];
      const { first, each } = await countCalls('fsync', steps);
      expect(each.slice(0, 3)).toEqual([1, 1, 1]);
      for (const at of [1, 2]) {
        const file = books.copy(`sync-${at}`);
        const traceTo = join(books.folder, `sync-${at}.trace`);
        const result = await runChild(
          { file, steps },
          { strace: ['trace=fsync,fdatasync,write', `inject=fsync:error=EIO:when=${first + at}`], traceTo },
        );
        const wanted = ['disk-error', 'books-stopped', 'books-stopped', 'books-stopped', 'books-stopped'];
        expect(saidAll(result, steps)).toEqual(at === 1 ? wanted : ['ok', ...wanted.slice(0, 4)]);
        const after = readFileSync(traceTo, 'utf8').split('(INJECTED)')[1] ?? '';
        expect(after).toContain('end');
        expect(after, 'no second sync').not.toMatch(/f(data)?sync\(/);
        await expectKept(file, steps, result);
        const again = await runChild({ file, steps: steps.slice(0, 4), close: true });
        expect(saidAll(again, steps.slice(0, 4))).toEqual(['ok', 'ok', 'ok', 'ok']);
        expect(again.replies.get(3)).toMatchObject({
          data: (again.replies.get(1) as { data: unknown }).data,
        });
        await expectKept(file, steps, again);
      }
    },
  );

  it('on a disk that may only be read is said before the first sale', async () => {
    const file = books.copy('read-only');
    const result = await runChild(
      { file, steps: [] },
      { strace: ['inject=openat:error=EROFS:when=1'], paths: [file] },
    );
    expect(result.failed).toBe('disk-read-only');
    await expectKept(file, [], result);
  });
});
