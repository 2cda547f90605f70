// Packages the built program with electron-builder: offline, from the Electron in use, only with what the program needs.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root, timed } from './shell.mjs';

/** What electron.vite.config.ts leaves outside the bundle; each brings what it depends on. */
const outsideTheBundle = ['better-sqlite3', 'pdfkit', 'fontkit'];

/** Of these packages only the named files: their sources and the addons of other systems stay behind. */
const onlyNeeded = {
  'better-sqlite3': ['package.json', 'LICENSE', 'lib/**', 'prebuilds/${platform}-${arch}.node'],
};
/** Needed to compile the addon, not to run it. */
const notAtRunTime = new Set(['node-addon-api']);

/**
 * @param {object} wishes
 * @param {import('./prepare.d.mts').Runtime} wishes.runtime
 * @param {'dir' | 'installer'} [wishes.target] installer: as electron-builder.yml says for this system
 * @param {string} [wishes.output] folder; `dist` unless given
 * @param {(line: string) => void} wishes.log
 * @returns {Promise<{ folder: string, executable: string }>} the unpacked program
 */
export async function packageProgram({ runtime, target = 'dir', output = path.join(root, 'dist'), log }) {
  const { build, Platform } = await import('electron-builder');
  let folder = '';
  const config = {
    electronDist: path.dirname(runtime.executable),
    electronVersion: runtime.version,
    directories: { output },
    files: [
      'package.json',
      'out/**',
      '!out/sources.sha256',
      'main/documents/fonts/**',
      ...packagesToShip().map(filesOf),
    ],
    // The packages are named above; the one native addon comes compiled.
    beforeBuild: () => false,
    afterPack: ({ appOutDir }) => {
      folder = appOutDir;
      // A prepared runtime brings a loader for development.
      fs.rmSync(path.join(resourcesOf(appOutDir), 'app'), { recursive: true, force: true });
      if (runtime.nativeBinding !== undefined) replaceAddon(appOutDir, runtime.nativeBinding);
    },
  };
  await timed('Packaging the program', log, () =>
    build({
      projectDir: root,
      targets: Platform.current().createTarget(target === 'dir' ? 'dir' : undefined),
      config,
    }),
  );
  return { folder, executable: executableIn(folder) };
}

/** The packages outside the bundle and everything they depend on, as folders relative to the project. */
function packagesToShip() {
  const found = new Set();
  const visit = (name, from) => {
    if (notAtRunTime.has(name)) return;
    const folder = folderOf(name, from);
    if (found.has(folder)) return;
    found.add(folder);
    const { dependencies = {} } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
    for (const dependency of Object.keys(dependencies)) visit(dependency, folder);
  };
  for (const name of outsideTheBundle) visit(name, root);
  return [...found].map((folder) => path.relative(root, folder).split(path.sep).join('/')).sort();
}

/** As Node finds it: beside the asking package first, then further up. @param {string} name @param {string} from */
function folderOf(name, from) {
  const places = createRequire(path.join(from, 'package.json')).resolve.paths(name) ?? [];
  const folder = places
    .map((place) => path.join(place, name))
    .find((place) => fs.existsSync(path.join(place, 'package.json')));
  if (folder === undefined) throw new Error(`${name}, needed by ${from}, is not installed`);
  return folder;
}

/** One set of files a package: the packager leaves out what lies in node_modules unless a set starts there. @param {string} folder */
function filesOf(folder) {
  const filter = onlyNeeded[folder.replace(/^node_modules\//, '')] ?? ['**/*', '!**/*.{map,md,ts,mts,cts}'];
  return { from: folder, to: folder, filter };
}

/**
 * Where the Electron in use is too old for the addon that better-sqlite3 ships, the one built for it takes its place, so the
 * program itself needs no second way to find it.
 * @param {string} appOutDir @param {string} built
 */
function replaceAddon(appOutDir, built) {
  const folder = path.join(
    resourcesOf(appOutDir),
    'app.asar.unpacked',
    'node_modules',
    'better-sqlite3',
    'prebuilds',
  );
  const shipped = fs.readdirSync(folder);
  if (shipped.length !== 1) throw new Error(`expected one addon to replace, found ${shipped.length}`);
  fs.copyFileSync(built, path.join(folder, shipped[0]));
}

/** @param {string} appOutDir */
function resourcesOf(appOutDir) {
  if (process.platform !== 'darwin') return path.join(appOutDir, 'resources');
  return path.join(appOutDir, '慈善超市.app', 'Contents', 'Resources');
}

/** @param {string} folder */
function executableIn(folder) {
  if (process.platform === 'win32') return path.join(folder, 'cishan-chaoshi.exe');
  if (process.platform === 'darwin')
    return path.join(folder, '慈善超市.app', 'Contents', 'MacOS', 'cishan-chaoshi');
  return path.join(folder, 'cishan-chaoshi');
}
