// A program of its own for tests that kill a process, fail its disk or race two of them: opens the books through openShop and
// asks the acts of a script one after another. Every answer goes to stdout before the next act begins, unbuffered, so that what
// the parent has read is what a till's screen could have shown. Started by child-run.ts.
import { openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { openShop } from './open-shop.ts';
import type { ChildScript, ChildStep } from './child-run.ts';

const say = (line: object): void => void writeSync(1, `${JSON.stringify(line)}\n`);

const script = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as ChildScript;

/** Nobody begins step `at` before all others have come to it: whoever is late is waited for, so that no pair ever drifts apart. */
const meeting = ({ own, others }: { readonly own: string; readonly others: readonly string[] }) => {
  const mark = openSync(own, 'r+');
  const marks = others.map((other) => openSync(other, 'r'));
  const place = new BigInt64Array(1);
  return (at: number): void => {
    place[0] = BigInt(at + 1);
    writeSync(mark, place, 0, 8, 0);
    const until = Date.now() + longestWaitMs;
    const come = (other: number): boolean => {
      readSync(other, place, 0, 8, 0);
      return (place[0] ?? 0n) > BigInt(at);
    };
    while (!marks.every(come)) if (Date.now() > until) throw new Error('the other till did not come');
  };
};
const longestWaitMs = 120_000;

const inputOf = ({ input, csv }: ChildStep, previewId: string): unknown => {
  if (csv !== undefined) return { sheet: { name: '花名册.csv', bytes: new TextEncoder().encode(csv) } };
  return input === 'last-preview' ? { previewId } : input;
};

try {
  const shop = await openShop({ file: script.file, ...(script.now ? { now: script.now } : {}) });
  say({ ready: true });
  const meet = script.meet ? meeting(script.meet) : () => undefined;
  let previewId = '';
  for (const [at, step] of script.steps.entries()) {
    if (step.now) shop.setNow(step.now);
    const { act, commandId } = step;
    meet(at);
    const began = performance.timeOrigin + performance.now();
    const reply = await shop.send(
      { act, input: inputOf(step, previewId), ...(commandId ? { commandId } : {}) },
      step.as,
    );
    if (reply.ok && step.csv !== undefined) ({ previewId } = reply.data as { previewId: string });
    say({ at, reply, began, ended: performance.timeOrigin + performance.now() });
  }
  say({ end: true });
  if (script.close) await shop.close();
  say({ closed: true });
} catch (error) {
  const { code, name } = error as { code?: string; name: string };
  say({ failed: code ?? name });
}
// Without a proper end: what was not written out by now is lost, as when the plug is pulled.
process.kill(process.pid, 'SIGKILL');
