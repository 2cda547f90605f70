// The first step of every command: packages installed as the lock file says, and the script running on the
// project's own Node (the `node` package), whatever Node the machine has. The database addon needs Node-API
// 10 and dies with a segmentation fault on Node 20, so nothing else may be loaded before this has run.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm, root, say, Stop, timed } from './shell.mjs';

const modules = path.join(root, 'node_modules');
const ownNode = path.join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** @param {string} scriptUrl `import.meta.url` of the calling script */
export async function enter(scriptUrl) {
  if (!packagesAreInstalled()) await installPackages();
  process.env.PATH = [path.join(modules, '.bin'), process.env.PATH].join(path.delimiter);
  const wanted = JSON.parse(fs.readFileSync(path.join(modules, 'node', 'package.json'), 'utf8')).version;
  if (process.versions.node !== wanted) await runAgainOnOwnNode(fileURLToPath(scriptUrl));
}

/** Compares what is installed with the lock file, entry by entry: dates say nothing after a fresh clone. */
function packagesAreInstalled() {
  if (!fs.existsSync(ownNode)) return false;
  const installedList = path.join(modules, '.package-lock.json');
  if (!fs.existsSync(installedList)) return false;
  const installed = JSON.parse(fs.readFileSync(installedList, 'utf8')).packages;
  const wanted = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === '') return true;
    const present = installed[place];
    // Packages for other systems (optional, peer of optional) are listed but not installed.
    if (present === undefined) return Boolean(entry.optional || entry.devOptional || entry.peer);
    return present.version === entry.version && present.integrity === entry.integrity;
  });
}

async function installPackages() {
  await timed('Installing packages (npm ci)', say, async () => {
    // Scripts of packages stay off, as package.json's allowScripts says (older npm does not know that
    // field and would try to compile the database addon). Only `node` needs its own: it fetches the binary.
    await npmOrStop(['ci', '--ignore-scripts']);
    await npmOrStop(['rebuild', 'node', '--ignore-scripts=false']);
  });
  if (!fs.existsSync(ownNode))
    throw new Stop('The package "node" did not bring its program; is the npm registry reachable?');
}

/** @param {readonly string[]} args */
async function npmOrStop(args) {
  const { code } = await npm(args, { cwd: root, show: true });
  if (code !== 0) throw new Stop(`npm ${args.join(' ')} failed (exit code ${code}); its message is above.`);
}

/** @param {string} script @returns {Promise<never>} */
function runAgainOnOwnNode(script) {
  const child = spawn(ownNode, [script, ...process.argv.slice(2)], { stdio: 'inherit', env: process.env });
  passSignals(child);
  return new Promise((_, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => process.exit(exitCode(code, signal)));
  });
}

/** As a shell says it: 128 and the signal's number for a program that a signal ended. @param {number | null} code @param {NodeJS.Signals | null} signal */
export function exitCode(code, signal) {
  return signal === null ? (code ?? 1) : 128 + os.constants.signals[signal];
}

/** Ctrl-C and a polite end reach the child; we end when it has ended. @param {import('node:child_process').ChildProcess} child */
export function passSignals(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
}
