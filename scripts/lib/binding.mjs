// Builds the database addon (better-sqlite3 with page encryption) for an Electron older than the shipped
// addon expects. Plain compiler calls with the package's own options: no download of Node's headers, which
// come from the npm package node-api-headers (the addon uses Node-API only), no python, no make.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheRoot, makeFolderAtOnce, run, Stop, timed } from './shell.mjs';
import { ensureCompiler } from './system.mjs';

const require = createRequire(import.meta.url);
const check = fileURLToPath(new URL('./check-binding.cjs', import.meta.url));

/**
 * What the addon uses of Node-API 10 is in Node 20.18 too, marked experimental. An experimental addon may
 * not touch the engine from inside the garbage collection (the process is aborted when it does); the addon's
 * library puts such work off when it sees this declaration, which the packaged headers leave out.
 */
const experimentalPart = `#include <js_native_api.h>
#define NODE_API_EXPERIMENTAL_HAS_POST_FINALIZER
extern "C" NAPI_EXTERN napi_status NAPI_CDECL node_api_post_finalizer(
    node_api_basic_env env, napi_finalize callback, void* data, void* hint);
`;
const experimentalVersion = 2_147_483_647;

/**
 * @param {{ executable: string, version: string, log: (line: string) => void }} options the Electron to build for
 * @returns {Promise<string>} the addon's file
 */
export async function buildBinding({ executable, version, log }) {
  const sqlite = folderOf('better-sqlite3');
  const headers = folderOf('node-api-headers');
  // Raise the last number when the steps below change, so that older caches are not used.
  const key = `sqlite-${versionIn(sqlite)}-electron-${version}-headers-${versionIn(headers)}-r2`;
  const target = path.join(cacheRoot, `${key}-${process.platform}-${process.arch}`);
  if (!fs.existsSync(target)) await ensureCompiler(log);
  await makeFolderAtOnce(target, (work) =>
    timed('Building the database addon for this Electron (about a minute)', log, async () => {
      await compile(work, sqlite, headers);
      await assertWorks(path.join(work, 'better_sqlite3.node'), executable, work);
    }),
  );
  return path.join(target, 'better_sqlite3.node');
}

/** @param {string} work @param {string} sqlite @param {string} headers */
async function compile(work, sqlite, headers) {
  const inWork = (name) => path.join(work, name);
  fs.writeFileSync(inWork('experimental.h'), experimentalPart);
  const common = ['-O3', '-fPIC', '-pthread', '-fvisibility=hidden', '-DNDEBUG', '-D_FILE_OFFSET_BITS=64'];
  const engine = [...common, '-std=c99', '-w', ...engineOptions(sqlite)];
  const cplusplus = [
    '-std=c++20',
    '-fno-rtti',
    '-fno-exceptions',
    '-fno-strict-aliasing',
    '-fvisibility-inlines-hidden',
  ];
  const nodeApi = [
    '-DBUILDING_NODE_EXTENSION',
    '-DNODE_GYP_MODULE_NAME=better_sqlite3',
    '-DNAPI_DISABLE_CPP_EXCEPTIONS',
    '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
    `-DNAPI_VERSION=${experimentalVersion}`,
    ...['-include', inWork('experimental.h')],
    `-I${path.join(headers, 'include')}`,
    `-I${path.dirname(require.resolve('node-addon-api/package.json', { paths: [sqlite] }))}`,
    `-I${path.join(sqlite, 'deps', 'sqlite3')}`,
  ];
  await Promise.all([
    call('gcc', [...engine, '-c', path.join(sqlite, 'deps/sqlite3/sqlite3.c'), '-o', inWork('sqlite3.o')]),
    call('g++', [
      ...common,
      ...cplusplus,
      ...nodeApi,
      '-c',
      path.join(sqlite, 'src/better_sqlite3.cpp'),
      '-o',
      inWork('addon.o'),
    ]),
  ]);
  const link = ['-shared', '-pthread', '-s', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL'];
  await call('g++', [
    ...link,
    inWork('addon.o'),
    inWork('sqlite3.o'),
    '-ldl',
    '-o',
    inWork('better_sqlite3.node'),
  ]);
  for (const name of ['addon.o', 'sqlite3.o', 'experimental.h']) fs.rmSync(inWork(name));
}

/** The very compile options of the shipped addon, read from its build file. @param {string} sqlite */
function engineOptions(sqlite) {
  const list = fs.readFileSync(path.join(sqlite, 'deps', 'defines.gypi'), 'utf8');
  return [...list.matchAll(/'([A-Z][A-Z0-9_]*(?:=[^']*)?)'/g)].map((match) => `-D${match[1]}`);
}

/**
 * A built addon counts only when, inside the Electron it is for, it does what the shipped one does here.
 * @param {string} file @param {string} executable @param {string} work
 */
async function assertWorks(file, executable, work) {
  const sqlite = folderOf('better-sqlite3');
  const shipped = await run(process.execPath, [check, sqlite, work]);
  const built = await run(executable, [check, sqlite, work, file], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  if (shipped.code === 0 && built.code === 0 && built.output === shipped.output) return;
  throw new Error(
    `The built database addon does not work like the shipped one.\n${built.output}\n--- shipped:\n${shipped.output}`,
  );
}

/** @param {string} compiler @param {readonly string[]} args */
async function call(compiler, args) {
  const { code, output } = await run(compiler, args);
  if (code !== 0)
    throw new Stop(`${compiler} failed while building the database addon:\n${output.slice(-3000)}`);
}

/** @param {string} name */
const folderOf = (name) => path.dirname(require.resolve(`${name}/package.json`));
/** @param {string} folder */
const versionIn = (folder) => JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')).version;
