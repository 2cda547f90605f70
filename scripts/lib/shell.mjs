// Small helpers every script uses: where things are, running a program, words for the person at the terminal.
// Runs before anything is installed, so it may import nothing but Node itself.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Where prepared runtimes are kept: outside node_modules, so that `npm ci` does not throw them away. */
export const cacheRoot = path.join(userCache(), 'cishan-chaoshi');

export const isRoot = typeof process.getuid === 'function' && process.getuid() === 0;

/** A trouble the person can act on: printed as words, without a stack. */
export class Stop extends Error {}

function userCache() {
  if (process.env.XDG_CACHE_HOME) return process.env.XDG_CACHE_HOME;
  if (process.platform === 'win32')
    return process.env.LOCALAPPDATA ?? path.join(os.homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library', 'Caches');
  return path.join(os.homedir(), '.cache');
}

/** @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** @param {string} command @returns {boolean} whether the program is on the PATH */
export function has(command) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.some((folder) => folder !== '' && fs.existsSync(path.join(folder, command)));
}

/**
 * Runs a program and answers its exit code and, unless its output goes to the terminal, what it said.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, timeoutMs?: number }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { cwd = root, env = process.env, show = false, timeoutMs } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}` }));
    child.on('close', (code, signal) => resolve({ code: code ?? (signal === null ? 1 : 128), output }));
  });
}

/** Like `run`, for short questions. @param {string} command @param {readonly string[]} args */
export function ask(command, args) {
  const answer = spawnSync(command, args, { encoding: 'utf8' });
  return { code: answer.status ?? 127, output: `${answer.stdout ?? ''}${answer.stderr ?? ''}` };
}

/**
 * Runs npm: the very one that runs us when there is one, so that a machine with several keeps to one.
 * @param {readonly string[]} args
 * @param {{ cwd?: string, show?: boolean }} [options]
 */
export function npm(args, options = {}) {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js') && fs.existsSync(script))
    return run(process.execPath, [script, ...args], options);
  return process.platform === 'win32'
    ? run(process.env.ComSpec ?? 'cmd.exe', ['/d', '/s', '/c', 'npm', ...args], options)
    : run('npm', args, options);
}

/**
 * Says every ten seconds that a long step still runs, so that nobody takes a quiet screen for a hang.
 * @template T
 * @param {string} what
 * @param {(line: string) => void} log
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function timed(what, log, work) {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  log(`${what} …`);
  const ticker = setInterval(() => log(`  … ${seconds()} s`), 10_000);
  try {
    const result = await work();
    log(`${what}: done in ${seconds()} s`);
    return result;
  } finally {
    clearInterval(ticker);
  }
}

/**
 * Makes a folder in one step: the work is done in a folder beside it, renamed when complete. A half-made
 * folder is therefore never found under the final name, whatever happens on the way.
 * @param {string} target
 * @param {(workFolder: string) => Promise<void>} fill
 */
export async function makeFolderAtOnce(target, fill) {
  if (fs.existsSync(target)) return;
  fs.mkdirSync(path.dirname(target), { recursive: true });
  removeLeftovers(target);
  const work = fs.mkdtempSync(`${target}.part-`);
  try {
    await fill(work);
    fs.renameSync(work, target);
  } catch (error) {
    // Two starts at once: whoever comes second uses what the first one made.
    if (!fs.existsSync(target)) throw error;
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

/** Work folders of a run that was cut off more than an hour ago. @param {string} target */
function removeLeftovers(target) {
  const folder = path.dirname(target);
  for (const name of fs.readdirSync(folder)) {
    if (!name.startsWith(`${path.basename(target)}.part-`)) continue;
    const place = path.join(folder, name);
    if (Date.now() - fs.statSync(place).mtimeMs > 60 * 60_000)
      fs.rmSync(place, { recursive: true, force: true });
  }
}

/** Ends the script on a trouble: words for a `Stop`, the stack for our own errors. @param {unknown} error */
export function fail(error) {
  process.stderr.write(error instanceof Stop ? `\n${error.message}\n` : `\n${error?.stack ?? error}\n`);
  process.exit(1);
}
