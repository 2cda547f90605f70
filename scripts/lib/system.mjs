// Finds what the system lacks (libraries of the browser engine, a virtual display, fonts, a compiler) and installs it with
// apt when that is possible; otherwise it says the exact command. Does nothing, quickly, when all is there.
import fs from 'node:fs';
import { ask, has, isRoot, run, Stop, timed } from './shell.mjs';

/** Debian's package for each library Electron links. Newer releases call some of them `…t64`. */
const packageOfLibrary = [
  [/^lib(gtk|gdk)-3\./, 'libgtk-3-0'],
  [/^libgdk_pixbuf/, 'libgdk-pixbuf-2.0-0'],
  [/^libatk-bridge/, 'libatk-bridge2.0-0'],
  [/^libatk-1/, 'libatk1.0-0'],
  [/^libatspi/, 'libatspi2.0-0'],
  [/^lib(nss3|nssutil3|smime3|ssl3)\./, 'libnss3'],
  [/^lib(nspr4|plc4|plds4)\./, 'libnspr4'],
  [/^libcups\./, 'libcups2'],
  [/^libdrm\./, 'libdrm2'],
  [/^libgbm\./, 'libgbm1'],
  [/^libasound\./, 'libasound2'],
  [/^libpango/, 'libpango-1.0-0'],
  [/^libcairo\./, 'libcairo2'],
  [/^libX11\./, 'libx11-6'],
  [/^libXcomposite\./, 'libxcomposite1'],
  [/^libXdamage\./, 'libxdamage1'],
  [/^libXext\./, 'libxext6'],
  [/^libXfixes\./, 'libxfixes3'],
  [/^libXrandr\./, 'libxrandr2'],
  [/^libxcb\./, 'libxcb1'],
  [/^libxkbcommon\./, 'libxkbcommon0'],
  [/^libexpat\./, 'libexpat1'],
  [/^libdbus-1\./, 'libdbus-1-3'],
  [/^lib(glib|gobject|gio|gmodule)-2\.0/, 'libglib2.0-0'],
  [/^libudev\./, 'libudev1'],
];

/**
 * @param {{ executable?: string, display: boolean, log: (line: string) => void }} options
 *   executable: the Electron whose libraries are needed;
 *   display: a virtual display and the PDF tools of the tests and the demo are needed too
 */
export async function ensureSystem({ executable, display, log }) {
  if (process.platform !== 'linux') return;
  const wanted = new Set(executable === undefined ? [] : missingLibraries(executable));
  if (!hasChineseFont()) wanted.add('fonts-noto-cjk').add('fontconfig');
  if (display && !has('Xvfb')) wanted.add('xvfb');
  if (display && !has('pdftotext')) wanted.add('poppler-utils');
  await installSystemPackages([...wanted], log);
}

/** @param {(line: string) => void} log */
export async function ensureCompiler(log) {
  if (!has('g++') || !has('gcc')) await installSystemPackages(['g++'], log);
}

/** @param {string} executable @returns {string[]} Debian packages */
function missingLibraries(executable) {
  const { output } = ask('ldd', [executable]);
  const missing = [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1]);
  return missing.map((library) => {
    const known = packageOfLibrary.find(([pattern]) => pattern.test(library));
    if (known === undefined)
      throw new Stop(`Electron needs the system library ${library}; install it and start again.`);
    return known[1];
  });
}

/** Without one the screen shows boxes instead of words. Hanazono has the rare characters but is no font to read. */
function hasChineseFont() {
  if (!has('fc-list')) return false;
  const families = ask('fc-list', [':lang=zh-cn', 'family']).output.split('\n');
  return families.some((family) => family.trim() !== '' && !/hana/i.test(family));
}

/** @param {readonly string[]} packages @param {(line: string) => void} log */
async function installSystemPackages(packages, log) {
  if (packages.length === 0) return;
  const isDebian = fs.existsSync('/etc/debian_version') && has('apt-get');
  if (!isDebian)
    throw new Stop(
      `This system lacks (by their Debian names): ${packages.join(', ')}. Install them and start again.`,
    );
  if (!isRoot) {
    throw new Stop(
      `Some system packages are missing. Run this once and start again:\n\n` +
        `  sudo apt-get update && sudo apt-get install -y ${packages.map(nameOnThisRelease).join(' ')}\n`,
    );
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await timed(`Installing system packages: ${packages.join(', ')}`, log, async () => {
    // The list of packages may be old, empty or served badly this minute; only the install itself decides.
    const update = await run('apt-get', ['update', '-qq'], { env });
    const names = packages.map(nameOnThisRelease);
    const install = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], {
      env,
    });
    if (install.code !== 0)
      throw new Stop(`apt-get could not install ${names.join(' ')}:\n${update.output}${install.output}`);
  });
}

/** Debian 13 and Ubuntu 24.04 renamed libraries to `…t64`; the old name is then unknown or only virtual. @param {string} name */
function nameOnThisRelease(name) {
  const known = (candidate) =>
    ask('apt-cache', ['show', '--no-all-versions', candidate]).output.includes('Package:');
  return !known(name) && known(`${name}t64`) ? `${name}t64` : name;
}
