// A program of its own for tests that kill a process, fail its disk or race two of them: opens the books through openShop and
// asks the acts of a script one after another. Every answer goes to stdout before the next act begins, unbuffered, so that what
// the parent has read is what a till's screen could have shown. Started by child-run.ts.
import { readFileSync, readSync, writeSync } from 'node:fs';
import { openShop } from './open-shop.ts';
import type { ChildScript, ChildStep } from './child-run.ts';

const say = (line: object): void => void writeSync(1, `${JSON.stringify(line)}\n`);

const script = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as ChildScript;

/** Both processes of a race begin each act within the same millisecond; sleeping would wake them at different ones. */
const waitUntil = (epochMs: number): void => {
  while (performance.timeOrigin + performance.now() < epochMs);
};

/** The parent says when, once everybody is there. */
const hearStart = (): number => {
  const line = Buffer.alloc(64);
  return Number(line.toString('utf8', 0, readSync(0, line)));
};

const inputOf = ({ input, csv }: ChildStep, previewId: string): unknown => {
  if (csv !== undefined) return { sheet: { name: '花名册.csv', bytes: new TextEncoder().encode(csv) } };
  return input === 'last-preview' ? { previewId } : input;
};

try {
  const shop = await openShop({ file: script.file, ...(script.now ? { now: script.now } : {}) });
  say({ ready: true });
  const startAt = script.everyMs === undefined ? undefined : hearStart();
  let previewId = '';
  for (const [at, step] of script.steps.entries()) {
    if (startAt !== undefined) waitUntil(startAt + at * (script.everyMs ?? 0) + Math.random());
    if (step.now) shop.setNow(step.now);
    const { act, commandId } = step;
    const reply = await shop.send(
      { act, input: inputOf(step, previewId), ...(commandId ? { commandId } : {}) },
      step.as,
    );
    if (reply.ok && step.csv !== undefined) ({ previewId } = reply.data as { previewId: string });
    say({ at, reply });
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
