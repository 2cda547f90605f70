// The steps of `npm test`, in order. A step answers how many checks passed and failed; a tool that counts
// nothing is one check.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildIfStale } from './build.mjs';
import { root, run, say } from './shell.mjs';
import { ensureSystem } from './system.mjs';

/** @typedef {{ passed: number, failed: number, which?: readonly string[] }} Count `which` names the failed ones. */
/** @typedef {{ testResults: readonly { name: string, assertionResults: readonly { fullName: string, status: string, failureMessages?: readonly string[] }[] }[] }} Results */
/**
 * `aside`: touches nothing its neighbours of the same kind use, so that it runs beside them.
 * @typedef {{ name: string, names: readonly string[], aside?: boolean, run: (wanted: readonly string[]) => Promise<Count> }} Step
 */

/** @type {readonly string[]} the projects of vitest.config.ts */
const projects = ['unit', 'data', 'documents', 'renderer'];

const endToEnd = ['--config', 'vitest.e2e.config.ts'];
/** Packages first, which takes a while: a step of its own, so that the others can be asked for without it. */
const packaged = 'test/e2e/packaged.test.ts';

/** @type {readonly Step[]} */
export const steps = [
  // The longest first: the shorter ones run beside it.
  tool('lint', 'eslint', ['--max-warnings', '0', '.']),
  tool('format', 'prettier', ['--check', '--log-level', 'warn', '.', '!test/fixtures']),
  tool('types', 'tsc', ['--noEmit', '-p', '.']),
  tool('boundaries', 'depcruise', ['--config', '.dependency-cruiser.cjs', 'main', 'db', 'renderer']),
  ...(fs.existsSync(path.join(root, 'knip.json')) ? [tool('unused', 'knip', ['--no-progress'])] : []),
  { ...step('boundaries are noticed', 'boundaries', () => asCount(boundariesAreNoticed)), aside: true },
  {
    name: `tests: ${projects.join(', ')}`,
    names: projects,
    // Uses every core, and yet begins while the longest check still uses one.
    aside: true,
    run: async (wanted) => {
      // Papers are read back with poppler's tools.
      if (wanted.includes('documents')) await ensureSystem({ display: true, log: say });
      return vitest(wanted.flatMap((project) => ['--project', project]));
    },
  },
  { ...step('build', 'build', () => asCount(() => buildIfStale({ log: say }))), aside: true },
  step('end-to-end', 'e2e', () => vitest([...endToEnd, '--exclude', packaged])),
  step('packaged program', 'packaged', () => vitest([...endToEnd, packaged])),
];

/** @param {string} name @param {string} label @param {() => Promise<Count>} work @returns {Step} */
function step(name, label, work) {
  return { name, names: [label], run: work };
}

/** @param {string} name @param {string} command @param {readonly string[]} args @returns {Step} */
function tool(name, command, args) {
  const check = step(name, name, async () => {
    const { code, output } = await run(command, args);
    if (output.trim() !== '') say(`${name}:\n${output.trimEnd()}`);
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  });
  return { ...check, aside: true };
}

/** @param {() => Promise<void>} work @returns {Promise<Count>} */
async function asCount(work) {
  try {
    await work();
    return { passed: 1, failed: 0 };
  } catch (error) {
    say(error.message);
    return { passed: 0, failed: 1 };
  }
}

async function boundariesAreNoticed() {
  const { unnoticedOffences } = await import('./boundary-samples.mjs');
  const unnoticed = await unnoticedOffences();
  if (unnoticed.length > 0) throw new Error(unnoticed.join('\n'));
}

/** @param {readonly string[]} args @returns {Promise<Count>} */
async function vitest(args) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vitest-count-'));
  const file = path.join(folder, 'result.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const { code } = await run('vitest', ['run', ...args, ...reporters], { show: true });
    return countOf(code, fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : null);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The failed tests, each with the first lines of why: whoever sees only the end of the output still learns it.
 * @param {Results} result @returns {string[]}
 */
function failedOf(result) {
  return result.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status !== 'passed')
      .map(({ fullName, status, failureMessages = [] }) => {
        const why = failureMessages.join('\n').split('\n').slice(0, 4).join('\n    ');
        return `${path.relative(root, name)}: ${fullName} (${status})\n    ${why}`;
      }),
  );
}

/**
 * A skipped test is a failed one here: a promise nobody checked. A run that failed without a failed test (a
 * file that does not load, an error between tests) counts as one failure.
 * @param {number} code @param {(Results & { numPassedTests: number, numTotalTests: number }) | null} result @returns {Count}
 */
function countOf(code, result) {
  const passed = result?.numPassedTests ?? 0;
  const failed = (result?.numTotalTests ?? 0) - passed;
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, which: result ? failedOf(result) : [] };
}
