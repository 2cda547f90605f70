// Everything between "packages are installed" and "the app can be launched": runtime, system packages, build
// and, where asked for, a virtual display. `npm start`, the tests, the demo and the bench all go through here.
import fs from 'node:fs';
import path from 'node:path';
import { buildIfStale } from './build.mjs';
import { findElectron } from './runtime.mjs';
import { ask, isRoot, root, say } from './shell.mjs';
import { ensureSystem } from './system.mjs';
import { startXvfb } from './xvfb.mjs';

/**
 * @param {{ display: boolean, build?: boolean, screen?: string, log?: (line: string) => void }} options
 *   display: the caller opens windows nobody watches, so start a virtual display (on Linux) and see to the PDF tools;
 *   screen: size of that display, e.g. '1366x768x24'
 * @returns {Promise<import('./prepare.d.mts').Prepared>}
 */
export async function prepare({ display, build = true, screen, log = say }) {
  const runtime = await findElectron({ log });
  await ensureSystem({ executable: runtime.executable, display, log });
  if (build) await buildIfStale({ log });
  const xvfb = display && process.platform === 'linux' ? await startXvfb({ screen }) : null;
  return {
    runtime,
    args: [...sandboxArgs(runtime.executable, log), ...keyringArgs(xvfb !== null), ...quietArgs()],
    env: {
      ...(runtime.nativeBinding === undefined ? {} : { CHARITY_SQLITE_BINDING: runtime.nativeBinding }),
      ...(xvfb === null ? {} : { DISPLAY: xvfb.display, WAYLAND_DISPLAY: undefined }),
    },
    stop: async () => xvfb?.stop(),
  };
}

/**
 * What Playwright's `_electron.launch` takes.
 * @param {import('./prepare.d.mts').Prepared} prepared
 * @param {import('./prepare.d.mts').LaunchWishes} [wishes]
 */
export function launchOptions({ runtime, args, env }, { userData, appArgs = [], appEnv = {} } = {}) {
  const own = userData === undefined ? [] : [`--user-data-dir=${userData}`];
  return {
    executablePath: runtime.executable,
    args: [...args, ...own, root, ...appArgs],
    env: definedOnly({ ...process.env, ...env, ...appEnv }),
    cwd: root,
    timeout: 60_000,
  };
}

/** @param {Record<string, string | undefined>} env @returns {Record<string, string>} */
export function definedOnly(env) {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined));
}

/**
 * The browser engine refuses to sandbox for root, and on systems that forbid user namespaces it needs a helper
 * owned by root. A development start then goes without; an installed program never does.
 * @param {string} executable @param {(line: string) => void} log
 */
function sandboxArgs(executable, log) {
  if (process.platform !== 'linux') return [];
  if (isRoot) return ['--no-sandbox'];
  const helper = path.join(path.dirname(executable), 'chrome-sandbox');
  const helperIsSetUp =
    fs.existsSync(helper) && fs.statSync(helper).uid === 0 && (fs.statSync(helper).mode & 0o4000) !== 0;
  if (helperIsSetUp || ask('unshare', ['--user', 'true']).code === 0) return [];
  log('This system forbids user namespaces: starting without the browser sandbox (development only).');
  return ['--no-sandbox'];
}

/** The browser engine complains of every desktop service a small system lacks; its own log stays off unless asked for. */
function quietArgs() {
  return process.env.ELECTRON_ENABLE_LOGGING ? [] : ['--log-level=3'];
}

/** Without a desktop's keyring Electron would wait for one. @param {boolean} virtual */
function keyringArgs(virtual) {
  const noKeyring = virtual || !process.env.DBUS_SESSION_BUS_ADDRESS || !process.env.XDG_CURRENT_DESKTOP;
  return process.platform === 'linux' && noKeyring ? ['--password-store=basic'] : [];
}
