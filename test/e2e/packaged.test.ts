// The program as it is handed out: packaged here, started as a user would, its fuses and contents read back. Its own
// `--self-test` opens the window, makes books, reads sheets and prints; Playwright cannot attach to it, and must not.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { packageProgram } from '../../scripts/lib/package.mjs';
import { definedOnly } from '../../scripts/lib/prepare.mjs';

const { runtime, args, env } = inject('prepared');
let folder = '';
let program = { folder: '', executable: '' };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'packaged-'));
  mkdirSync(join(folder, 'home'));
  program = await packageProgram({ runtime, output: join(folder, 'dist'), log: () => undefined });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Starts the program with a home and a folder for temporary files of its own, so that whatever it leaves is found. */
const startProgram = (more: readonly string[], moreEnv: Record<string, string> = {}) => {
  const home = join(folder, 'home');
  const temporary = mkdtempSync(join(folder, 'tmp-'));
  // The addon of development must not be needed, nor taken (main/production.ts).
  const usual = definedOnly({ ...process.env, ...env, CHARITY_SQLITE_BINDING: '/nowhere/addon.node' });
  const child = spawn(program.executable, [...args, ...more], {
    env: { ...usual, HOME: home, XDG_CONFIG_HOME: join(home, '.config'), TMPDIR: temporary, ...moreEnv },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (text: Buffer) => (out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (err += text.toString()));
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, out, err })));
  return { child, ended, home, temporary };
};

/** Names of the processes that run from the packaged folder; a dead one nobody has waited for has no command line. */
const stillRunning = (): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const words = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0');
        return words[0]?.startsWith(program.folder) ? [words.join(' ')] : [];
      } catch {
        return [];
      }
    });

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

describe('the packaged program', () => {
  it('passes its own test, ends with 0 and leaves nothing', async () => {
    const { ended, home, temporary } = startProgram(['--self-test']);
    const { code, out, err } = await ended;
    const [line = '', ...rest] = out.trim().split('\n');
    expect(rest).toEqual([]);
    expect(JSON.parse(line), err).toMatchObject({ ok: true, electron: runtime.version });
    expect(Object.keys((JSON.parse(line) as { ms: object }).ms)).toEqual([
      'window',
      'books',
      'status',
      'setUp',
      'sheets',
      'paper',
      'reopen',
    ]);
    expect(code).toBe(0);
    expect(stillRunning()).toEqual([]);
    // dconf is GTK's own memory of the desktop's settings.
    expect(filesUnder(home).filter((name) => !name.includes('dconf'))).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('refuses to test in a folder that holds something', async () => {
    const { code, out } = await startProgram([`--self-test-folder=${folder}`]).ended;
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(existsSync(join(folder, 'books'))).toBe(false);
  });

  it('opens no port for a debugger, whatever it is told, and takes no script from outside', async () => {
    const port = 9_300 + (process.pid % 600);
    const told = [`--remote-debugging-port=${port}`, `--inspect=${port + 1}`, `--inspect-brk=${port + 1}`];
    const { ended } = startProgram(['--self-test', ...told], {
      ELECTRON_RUN_AS_NODE: '1',
      NODE_OPTIONS: '--inspect',
    });
    const looked: Promise<boolean>[] = [];
    const watching = setInterval(() => looked.push(...[port, port + 1, 9_229].map(answers)), 100);
    const { code, out, err } = await ended;
    clearInterval(watching);
    expect(looked.length).toBeGreaterThan(30);
    expect((await Promise.all(looked)).filter((open) => open)).toEqual([]);
    expect(err).not.toMatch(/listening/i);
    expect({ code, ok: out.includes('"ok":true') }).toEqual({ code: 0, ok: true });
  });

  it('carries the release fuses', async () => {
    const wire = await getCurrentFuseWire(program.executable);
    const state = (fuse: FuseV1Options): string => FuseState[wire[fuse] ?? -1] ?? 'unknown';
    expect({
      runAsNode: state(FuseV1Options.RunAsNode),
      cookieEncryption: state(FuseV1Options.EnableCookieEncryption),
      nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: state(FuseV1Options.EnableNodeCliInspectArguments),
      asarIntegrity: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyAsar: state(FuseV1Options.OnlyLoadAppFromAsar),
      browserSnapshot: state(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
      filePrivileges: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: 'DISABLE',
      cookieEncryption: 'ENABLE',
      nodeOptions: 'DISABLE',
      inspect: 'DISABLE',
      asarIntegrity: 'ENABLE',
      onlyAsar: 'ENABLE',
      browserSnapshot: 'DISABLE',
      filePrivileges: 'DISABLE',
    });
  });
});

describe('what is packaged', () => {
  it('is the program, its fonts and the packages outside the bundle, byte for byte as they were sealed', () => {
    const archive = readArchive(join(program.folder, 'resources', 'app.asar'));
    expect(archive.brokenSeals()).toEqual([]);
    const tops = new Set(archive.names().map((name) => name.split('/')[0]));
    expect([...tops].sort()).toEqual(['main', 'node_modules', 'out', 'package.json']);
    for (const name of filesUnder('out').filter((file) => file !== 'sources.sha256'))
      expect(archive.hashOf(`out/${name}`), name).toBe(hash(readFileSync(join('out', name))));
    expect(
      archive
        .names()
        .filter((name) => name.startsWith('main/'))
        .every((name) => name.startsWith('main/documents/fonts/')),
    ).toBe(true);
  });

  it('has one database addon, outside the archive, and nothing a developer or a test needs', () => {
    const beside = filesUnder(join(program.folder, 'resources', 'app.asar.unpacked'));
    expect(beside).toEqual([
      `node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`,
    ]);
    const names = readArchive(join(program.folder, 'resources', 'app.asar')).names();
    expect(
      names.filter((name) => /(^|\/)(react|electron|vitest|typescript|playwright-core)\//.test(name)),
    ).toEqual([]);
    expect(names.filter((name) => /\.(ts|map)$|\.test\./.test(name))).toEqual([]);
  });

  it('has the sample sheets beside it', () => {
    const sheets = readdirSync('test/fixtures/sample').filter((name) => /\.(xlsx?|csv)$/.test(name));
    expect(readdirSync(join(program.folder, 'resources', 'sample')).sort()).toEqual(sheets.sort());
    expect(
      readdirSync(join(program.folder, 'resources'))
        .sort()
        .filter((name) => name !== 'manual'),
    ).toEqual(['app.asar', 'app.asar.unpacked', 'sample']);
  });
});

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function filesUnder(place: string): string[] {
  if (!existsSync(place)) return [];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(place.length + 1))
    .sort();
}

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>;
  readonly size?: number;
  readonly offset?: string;
  readonly integrity?: { readonly hash: string };
}

/** An ASAR archive: a Pickle with the length of a JSON header, the header with a hash for each file, the files' bytes. */
function readArchive(path: string) {
  const file = openSync(path, 'r');
  const read = (at: number, size: number): Buffer => {
    const bytes = Buffer.alloc(size);
    readSync(file, bytes, 0, size, at);
    return bytes;
  };
  const headerSize = read(0, 8).readUInt32LE(4);
  const header = read(8, headerSize);
  const root = JSON.parse(header.subarray(8, 8 + header.readUInt32LE(4)).toString('utf8')) as Entry;
  const entries = new Map<string, { readonly sealed: string | undefined; readonly hash: string }>();
  const visit = (entry: Entry, name: string): void => {
    for (const [child, inner] of Object.entries(entry.files ?? {}))
      visit(inner, name === '' ? child : `${name}/${child}`);
    // Entries without a place in the archive lie beside it.
    if (entry.files === undefined && entry.offset !== undefined)
      entries.set(name, {
        sealed: entry.integrity?.hash,
        hash: hash(read(8 + headerSize + Number(entry.offset), entry.size ?? 0)),
      });
  };
  visit(root, '');
  closeSync(file);
  return {
    names: (): string[] => [...entries.keys()],
    hashOf: (name: string) => entries.get(name)?.hash,
    brokenSeals: (): string[] =>
      [...entries].filter(([, { sealed, hash: found }]) => sealed !== found).map(([name]) => name),
  };
}
