// Builds the program with electron-vite, but only when its sources differ from those of the last build.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { root, run, Stop, timed } from './shell.mjs';

const sources = [
  'main',
  'db',
  'renderer',
  'electron.vite.config.ts',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
];
const stamp = path.join(root, 'out', 'sources.sha256');

/** @param {{ log: (line: string) => void }} options */
export async function buildIfStale({ log }) {
  const current = hashOfSources();
  if (isBuiltFrom(current)) return;
  // The stamp goes first: a build that fails half-way must not look like the one before it.
  fs.rmSync(stamp, { force: true });
  await timed('Building the program', log, async () => {
    const { code } = await run('electron-vite', ['build', '--logLevel', 'warn'], { show: true });
    if (code !== 0) throw new Stop('The build failed; its message is above.');
  });
  fs.writeFileSync(stamp, current);
}

/** @param {string} hash */
function isBuiltFrom(hash) {
  return fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === hash;
}

/** By content, not by date: a fresh clone and a switched branch have dates that say nothing. */
function hashOfSources() {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesUnder).sort()) {
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(fs.readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} name @returns {string[]} */
function filesUnder(name) {
  const place = path.join(root, name);
  if (!fs.existsSync(place)) return [];
  if (fs.statSync(place).isFile()) return [place];
  return fs
    .readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}
