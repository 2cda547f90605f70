// Audit chain and backups: what is written is sealed, what is copied is checked.
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBooks, openReadOnly } from '../../db/open.ts';
import { pageTexts } from '../documents/reading.ts';
import { openShop, password, type OpenShop } from '../helpers/open-shop.ts';

const key = new Uint8Array(32).fill(0x5a);
let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keeping-'));
  file = join(folder, 'shop.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Does to the file what somebody with the key and no scruples could do. */
const tamper = (sql: string): void => {
  const books = openBooks({ path: file, key, create: false });
  books.file.exec('DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete;');
  books.file.exec(sql);
  books.close();
};
const withShop = async <T>(work: (shop: Awaited<ReturnType<typeof openShop>>) => Promise<T>): Promise<T> => {
  const shop = await openShop({ file });
  try {
    return await work(shop);
  } finally {
    await shop.close();
  }
};
const verify = () => withShop((shop) => shop.call('audit.verify', {}, { as: 'manager' }));

describe('the audit chain', () => {
  it('holds for honest books and grows with every act', async () => {
    const first = await verify();
    await withShop((shop) => shop.call('backup.make', {}, { as: 'manager' }));
    const second = await verify();
    expect(first).toMatchObject({ ok: true, brokenAt: null });
    expect(second.ok).toBe(true);
    expect(second.rows).toBeGreaterThan(first.rows);
    expect(second.head).not.toBe(first.head);
  });

  it.each([
    ['an edited row', `UPDATE audit SET actor = 'nobody' WHERE seq = 2`, 2],
    ['a removed row', `DELETE FROM audit WHERE seq = 2`, 2],
    ['an edited result', `UPDATE audit SET result = 'refused:x' WHERE seq = 3`, 3],
    ['a swapped seal', `UPDATE audit SET hash = (SELECT hash FROM audit WHERE seq = 1) WHERE seq = 2`, 2],
  ])('names %s', async (_what, sql, at) => {
    await verify();
    tamper(sql);
    expect(await verify()).toMatchObject({ ok: false, brokenAt: at });
  });

  it('shows a cut tail by a head that is no longer the printed one', async () => {
    const { head } = await verify();
    tamper(`DELETE FROM audit WHERE seq >= ${String(Number(head.split('-')[0]))}`);
    const after = await verify();
    expect(after.ok).toBe(true);
    expect(after.head).not.toBe(head);
  });
});

describe('a backup', () => {
  it('is a complete, encrypted, checked copy', async () => {
    await withShop(async (shop) => {
      const made = await shop.call('backup.make', {}, { as: 'manager' });
      const path = join(`${file}.backups`, made.fileName);
      expect(readFileSync(path).length).toBe(made.bytes);
      expect(readFileSync(path).includes('韦店长')).toBe(false);
      const copy = openReadOnly(path, key);
      expect(copy.prepare('SELECT name FROM staff ORDER BY id').pluck().get()).toBe('韦店长');
      copy.close();
      expect(await shop.call('backup.list', {}, { as: 'manager' })).toEqual([made]);
      expect((await shop.call('shop.today', {}, { as: 'manager' })).lastBackupAt).toBe(made.at);
    });
  });

  it('that cannot be written is a fault and never counts', async () => {
    await withShop(async (shop) => {
      // A file stands where the folder should be.
      const { writeFileSync } = await import('node:fs');
      writeFileSync(`${file}.backups`, '');
      const reply = await shop.send({ act: 'backup.make', input: {}, commandId: 'b1' }, 'manager');
      expect(reply.ok ? '' : reply.error).toMatchObject({ kind: 'fault', code: 'backup-failed' });
      expect(await shop.call('backup.list', {}, { as: 'manager' })).toEqual([]);
      expect(existsSync(`${file}.backups/x`)).toBe(false);
    });
  });
});

describe('what is kept of a command', () => {
  const columns = (sql: string): readonly string[] => {
    const books = openReadOnly(file, key);
    try {
      return books.prepare(sql).pluck().all() as string[];
    } finally {
      books.close();
    }
  };

  it('is no password, not even as a hash anybody could try passwords against', async () => {
    await withShop((shop) =>
      shop.send(
        { act: 'staff.signIn', input: { login: 'wangfang', password }, commandId: 'sign-in-1' },
        null,
      ),
    );
    const plain = createHash('sha256')
      .update(JSON.stringify({ login: 'wangfang', password }))
      .digest('base64');
    expect(columns(`SELECT input_hash FROM command WHERE id = 'sign-in-1'`)).not.toContain(plain);
    expect(columns('SELECT result FROM command').join()).not.toContain(password);
  });

  it('is no paper: a print sent again is made again and stays the same print', async () => {
    await withShop(async (shop) => {
      const donationId = await oneGift(shop);
      const print = (commandId: string) =>
        shop.call('donations.printReceipt', { donationId }, { as: 'manager', commandId });
      const first = await print('print-1');
      const again = await print('print-1');
      const reprint = await print('print-2');
      const textOf = ({ bytes }: { readonly bytes: Uint8Array }) => pageTexts(bytes).join();
      expect(textOf(first)).not.toContain('补打');
      expect(textOf(again)).not.toContain('补打');
      expect(textOf(reprint)).toContain('补打第1次');
      expect((await shop.call('donations.read', { donationId }, { as: 'manager' })).prints).toBe(2);
    });
    expect(columns(`SELECT result FROM command WHERE act = 'donations.printReceipt'`)).toEqual([
      'null',
      'null',
    ]);
  });
});

const oneGift = async (shop: OpenShop): Promise<number> => {
  const { donationId } = await shop.call(
    'donations.record',
    {
      day: '2026-05-04',
      donor: { name: '南亚商会', kind: 'organisation' },
      anonymous: false,
      inspectors: ['韦验收', '覃验收'],
      cash: { fen: 12_345, way: 'cash' },
      lines: [],
    },
    { as: 'manager' },
  );
  return donationId;
};
