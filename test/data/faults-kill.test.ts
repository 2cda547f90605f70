// T07: the process is killed at any moment. What was acknowledged is there once; the command nobody heard an answer to is sent
// again to the next process and happens once.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeBooks, reopened, rosterCsv, testKey, type Books } from '../helpers/child-books.ts';
import { brokenRules, look } from '../helpers/child-oracle.ts';
import { randomOf, seedOfRun } from '../helpers/child-random.ts';
import { approval } from '../helpers/open-shop.ts';
import {
  runChild,
  times,
  type ChildOptions,
  type ChildResult,
  type ChildStep,
} from '../helpers/child-run.ts';

/** Two shops side by side, since most of a round is a process starting. */
const shops = [1, 2] as const;
const rounds = times(9, 500);
const seed = seedOfRun();
let books: Books;
beforeAll(async () => {
  books = await makeBooks(rounds * 12);
}, 300_000);
afterAll(() => books.remove());

const batch = (number: number): ChildStep => ({
  act: 'vouchers.issueBatch',
  as: 'manager',
  commandId: `issue-${number}`,
  input: {
    spec: {
      name: `第${number}批`,
      faceFen: 5_000,
      categories: ['urban-minimum-living'],
      validFrom: '2026-05-01',
      validTo: '2026-06-30',
      place: '城中区慈善超市',
    },
    expectHouseholds: rounds * 12,
    again: true,
    approval,
  },
});
const roster = (number: number): readonly ChildStep[] => [
  { act: 'people.previewImport', csv: rosterCsv(number, 150, '2026-06-01'), as: 'manager' },
  { act: 'people.confirmImport', input: 'last-preview', as: 'manager', commandId: `import-${number}` },
];

it.concurrent.each(shops)(
  `shop %i: ${rounds} kills in redemptions, issues and imports`,
  { timeout: 3_600_000 },
  async (number) => {
    const random = randomOf(seed + number);
    const file = books.copy('kill');
    const acknowledged = new Map<string, unknown>();
    let nextVoucher = 0;
    let cut = 0;
    let unsaid = 0;
    /** The command nobody heard an answer to, and the last one that was answered: both are sent again. */
    const left: { open: ChildStep | null; last: ChildStep | null } = { open: null, last: null };
    const again = (): readonly ChildStep[] => [left.open, left.last].filter((step) => step !== null);

    const fresh = (round: number): readonly ChildStep[] => {
      const kind = round % 6;
      if (kind === 4) return [0, 1, 2, 3].map((part) => batch(round * 10 + part));
      if (kind === 5) return [0, 1, 2, 3].flatMap((part) => roster(round * 10 + part));
      return Array.from({ length: 12 }, () => books.redeem(nextVoucher++));
    };
    /** Sends `steps` to a new process, notes what it acknowledged and which command it left open. */
    const send = async (steps: readonly ChildStep[], kill?: ChildOptions['kill']): Promise<void> => {
      const result = await runChild({ file, steps }, kill ? { kill } : {});
      expect([result.failed, result.stderr], `seed ${seed}`).toEqual([null, '']);
      left.open = null;
      for (const [at, step] of steps.entries()) {
        const reply = result.replies.get(at);
        if (!reply) {
          cut += 1;
          const command = steps.findIndex(({ commandId }, index) => index >= at && commandId);
          left.open = command < 0 ? null : asSent(steps, command, result);
          break;
        }
        if (!step.commandId) continue;
        // The preview of an import died with its process: unless it was entered, it begins anew.
        const gone = step.act === 'people.confirmImport' && !reply.ok && at < 2;
        if (gone) expect(reply, `seed ${seed}`).toMatchObject({ error: { code: 'preview-gone' } });
        else expect(reply, `seed ${seed} ${step.commandId}`).toMatchObject({ ok: true });
        if (!reply.ok) continue;
        const before = acknowledged.get(step.commandId);
        if (before) expect(reply.data, step.commandId).toEqual(before);
        acknowledged.set(step.commandId, reply.data);
        left.last = asSent(steps, at, result);
      }
    };

    for (let round = 0; round < rounds; round += 1) {
      if (left.open) unsaid += committed(file, left.open);
      const steps = [...again(), ...fresh(round)];
      await send(steps, { afterReplies: random.int(steps.length), ms: random.int(12) });
    }
    await send(again());

    expect(cut, 'the kills came in the middle').toBeGreaterThan(rounds / 3);
    await reopened(file, async (shop) => {
      expect(await brokenRules(shop), `seed ${seed}`).toEqual([]);
      const kept = look<{ id: string; result: string }>(shop, `SELECT id, result FROM command`);
      const results = new Map(kept.map(({ id, result }) => [id, JSON.parse(result) as unknown]));
      for (const [id, data] of acknowledged) expect(results.get(id), id).toEqual(data);
      const imported = [...acknowledged.keys()].filter((id) => id.startsWith('import-')).length;
      expect(look(shop, `SELECT count(*) AS n FROM household WHERE number LIKE '%号%'`)).toEqual([
        { n: imported * 150 },
      ]);
    });
    process.stdout.write(
      `kill: seed ${seed}, shop ${number}, ${rounds} rounds, ${cut} cut, ${acknowledged.size} acknowledged, ${unsaid} done but not said\n`,
    );
  },
);

/** The step with the input it really carried, so that it can be sent again to a process that knows no last preview. */
const asSent = (steps: readonly ChildStep[], at: number, { replies }: ChildResult): ChildStep | null => {
  const step = steps[at] ?? null;
  if (step?.input !== 'last-preview') return step;
  const preview = replies.get(at - 1);
  const previewId = preview?.ok ? (preview.data as { previewId: string }).previewId : '';
  return { ...step, input: { previewId } };
};

/** 1 when the command was committed although nobody heard its answer. */
const committed = (file: string, { commandId }: ChildStep): number =>
  look({ file, key: testKey }, 'SELECT id FROM command WHERE id = ?', commandId).length;
