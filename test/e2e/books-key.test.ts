// The key of the books in the real program: kept by the system from one start to the next, given back by the recovery sheet,
// refused in words. Whether the system's store is a strong one depends on the machine; the program must say which it is.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { launchOptions } from '../../scripts/lib/prepare.mjs';
import { CallFailed, Drive } from '../helpers/drive.ts';

const prepared = inject('prepared');
const shop = {
  name: '城中区慈善超市',
  districtCode: '450202',
  districtName: '柳州市城中区',
  reportPhone: '0772-0000000',
  practice: false,
  manager: { login: 'dianzhang', name: '韦店长', password: 'yinyang-2026' },
};

let userData = '';
const open: Drive[] = [];
beforeEach(() => {
  userData = mkdtempSync(join(tmpdir(), 'books-key-'));
});
afterEach(async () => {
  for (const drive of open.splice(0)) await drive.close();
  rmSync(userData, { recursive: true, force: true });
});

const start = async (): Promise<Drive> => {
  const drive = await Drive.start(prepared, userData);
  open.push(drive);
  return drive;
};
const close = async (drive: Drive): Promise<void> => {
  open.splice(open.indexOf(drive), 1);
  await drive.close();
};

const keyFile = (): string => join(userData, 'books', 'real', 'shop.keys.json');
const booksHash = (): string =>
  createHash('sha256')
    .update(readFileSync(join(userData, 'books', 'real', 'shop.db')))
    .digest('hex');

/** Books as a first run leaves them, the program closed. */
const makeBooks = async (): Promise<{ recoveryCode: string }> => {
  const drive = await start();
  const made = await drive.desktop('desktop.createBooks', { kind: 'real' });
  await drive.call('shop.setUp', shop, { commandId: crypto.randomUUID() });
  await close(drive);
  return made;
};

/** As on another PC: what is there was wrapped by a system that is not this one. */
const loseSystemWrap = (): void => {
  const file = JSON.parse(readFileSync(keyFile(), 'utf8')) as object;
  writeFileSync(
    keyFile(),
    JSON.stringify({ ...file, system: Buffer.from('v10another-pc').toString('base64') }),
  );
};

describe('the key of the books', () => {
  it('opens them at the next start without any code, and the program says how well it is kept', async () => {
    await makeBooks();
    const drive = await start();
    const state = await drive.desktop('desktop.state', {});
    expect(state).toMatchObject({ stage: 'books', fault: null, kind: 'real' });
    expect((await drive.call('shop.status', {})).name).toBe(shop.name);
    const backend = await drive.app.evaluate(({ safeStorage }) =>
      process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : 'system',
    );
    expect(state.keyStore).toBe(backend === 'basic_text' ? 'weak' : 'os');
  });

  it('stands in no file that the program leaves', async () => {
    const { recoveryCode } = await makeBooks();
    const files = readdirSync(userData, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files.length).toBeGreaterThan(3);
    for (const entry of files) {
      const text = readFileSync(join(entry.parentPath, entry.name), 'latin1');
      expect(text.includes(recoveryCode), entry.name).toBe(false);
      expect(text.includes('SQLite format 3') && entry.name.startsWith('shop.db'), entry.name).toBe(false);
    }
  });

  it('is asked for on another PC: a wrong code changes nothing, the right one opens now and from then on', async () => {
    const { recoveryCode } = await makeBooks();
    loseSystemWrap();
    const before = { keys: readFileSync(keyFile(), 'utf8'), books: booksHash() };
    const drive = await start();
    expect(await drive.desktop('desktop.state', {})).toMatchObject({
      stage: 'fault',
      fault: { code: 'books-key-missing' },
    });
    await drive.page.getByText('这台电脑没有打开账本的密钥').first().waitFor();

    const wrong = (recoveryCode.startsWith('A') ? 'B' : 'A') + recoveryCode.slice(1);
    const refused = await drive
      .desktop('desktop.recover', { recoveryCode: wrong })
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(CallFailed);
    expect((refused as CallFailed).error).toMatchObject({ kind: 'fault', code: 'books-key-missing' });
    expect({ keys: readFileSync(keyFile(), 'utf8'), books: booksHash() }).toEqual(before);

    // As a person types it: groups and small letters. The page is loaded anew when the books are open.
    const typed = recoveryCode.replaceAll(/(.{4})/g, '$1 ').toLowerCase();
    await drive.desktop('desktop.recover', { recoveryCode: typed });
    await drive.page.getByText(shop.manager.name).first().waitFor();
    await close(drive);

    const again = await start();
    expect(await again.desktop('desktop.state', {})).toMatchObject({ stage: 'books', fault: null });
    expect((await again.call('shop.status', {})).name).toBe(shop.name);
  });

  it('is never replaced: books whose key file is gone stay as they are', async () => {
    await makeBooks();
    rmSync(keyFile());
    const before = booksHash();
    const drive = await start();
    expect(await drive.desktop('desktop.state', {})).toMatchObject({
      stage: 'fault',
      fault: { code: 'books-key-missing' },
    });
    const refused = await drive
      .desktop('desktop.createBooks', { kind: 'real' })
      .catch((error: unknown) => error);
    expect((refused as CallFailed).error).toMatchObject({ code: 'books-in-use' });
    expect(booksHash()).toBe(before);
  });
});

describe('a second start', () => {
  it('brings the first window forward and ends by itself; only one program has the books', async () => {
    const first = await start();
    const minimized = await first.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.minimize();
      return new Promise<boolean>((resolve) =>
        setTimeout(() => resolve(window?.isMinimized() ?? false), 500),
      );
    });
    await first.app.evaluate(({ app }) => {
      app.once('second-instance', () => Reflect.set(globalThis, 'asked', true));
    });
    const { executablePath, args, env } = launchOptions(prepared, { userData });
    const began = Date.now();
    const second = spawn(executablePath, args, { env, stdio: 'ignore' });
    const code = await new Promise((resolve) => second.once('exit', resolve));
    expect(code).toBe(0);
    expect(Date.now() - began).toBeLessThan(20_000);
    const seen = await first.app.evaluate(({ BrowserWindow }) => ({
      asked: Reflect.get(globalThis, 'asked') === true,
      windows: BrowserWindow.getAllWindows().length,
      minimized: BrowserWindow.getAllWindows()[0]?.isMinimized(),
    }));
    // Without a window manager nothing can be minimized; where it can, it is undone.
    expect({ ...seen, wasMinimized: minimized }).toMatchObject({ asked: true, windows: 1, minimized: false });
    expect((await first.desktop('desktop.state', {})).stage).toBe('no-books');
  });
});
