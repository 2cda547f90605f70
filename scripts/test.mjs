// `npm test`: everything that is checked, in order, from a fresh clone. `npm test -- --only unit,data` runs a
// part. The last line is always `N passed, N failed`.
import { availableParallelism } from 'node:os';
import { enter } from './lib/enter.mjs';
import { say, Stop } from './lib/shell.mjs';

/** @typedef {import('./lib/steps.mjs').Step} Step */

/** @param {readonly string[]} args @param {readonly string[]} known @returns {readonly string[]} */
function wantedNames(args, known) {
  const at = args.findIndex((arg) => arg === '--only' || arg.startsWith('--only='));
  if (at === -1) return known;
  const list = args[at].includes('=') ? args[at].slice('--only='.length) : (args[at + 1] ?? '');
  const wanted = list.split(',').filter((name) => name !== '');
  const unknown = wanted.filter((name) => !known.includes(name));
  if (wanted.length === 0 || unknown.length > 0) throw new Stop(`--only takes some of: ${known.join(', ')}`);
  return wanted;
}

/** Neighbours that may run at the same time stand in one group. @param {readonly Step[]} all @returns {Step[][]} */
function besides(all) {
  /** @type {Step[][]} */
  const groups = [];
  for (const step of all) {
    const last = groups.at(-1);
    if (step.aside && last?.at(-1)?.aside) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

/**
 * As many at a time as the PC has cores, two at the most; answers in the order given.
 * @template T, R @param {readonly T[]} all @param {(one: T) => Promise<R>} work @returns {Promise<R[]>}
 */
async function inLanes(all, work) {
  const lanes = Math.min(availableParallelism(), 2);
  const waiting = all.entries();
  /** @type {R[]} */
  const results = [];
  const lane = async () => {
    for (const [at, one] of waiting) results[at] = await work(one);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

/** @param {Step} step @param {readonly string[]} wanted */
async function carryOut(step, wanted) {
  const names = step.names.filter((name) => wanted.includes(name));
  if (names.length === 0) return null;
  say(`\n== ${step.name}`);
  const started = Date.now();
  const {
    passed,
    failed,
    which = [],
  } = await step.run(names).catch((error) => {
    // One step that cannot run (a missing system package, say) is one failure; the others still have their say.
    say(error instanceof Stop ? error.message : error.stack);
    return { passed: 0, failed: 1, which: [] };
  });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const mark = failed === 0 ? 'ok    ' : 'FAILED';
  const line = `${mark}  ${step.name}: ${passed} passed, ${failed} failed (${seconds} s)`;
  return { passed, failed, lines: [line, ...which.map((test) => `  - ${test}`)] };
}

async function test() {
  await enter(import.meta.url);
  if (Number(process.versions.napi) < 10) {
    say(
      'Warning: this Node has Node-API below 10; the database addon will end the tests with a segmentation fault. Use Node 22.14 or newer.',
    );
  }
  const { steps } = await import('./lib/steps.mjs');
  const wanted = wantedNames(process.argv.slice(2), [...new Set(steps.flatMap((step) => step.names))]);
  const total = { passed: 0, failed: 0 };
  const summary = [];
  for (const group of besides(steps)) {
    const results = await inLanes(group, (step) => carryOut(step, wanted));
    for (const { passed, failed, lines } of results.filter((result) => result !== null)) {
      total.passed += passed;
      total.failed += failed;
      summary.push(...lines);
    }
  }
  say(`\n${summary.join('\n')}\n`);
  say(`${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed === 0 ? 0 : 1);
}

test().catch((error) => {
  process.stderr.write(`${error instanceof Stop ? error.message : error.stack}\n`);
  say('0 passed, 1 failed');
  process.exit(1);
});
