// Opening the books: settings that really hold, and every way a file can be wrong.
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Fault } from '../../db/failures.ts';
import { currentVersion } from '../../db/migrations/index.ts';
import { openBooks } from '../../db/open.ts';

const key = new Uint8Array(32).fill(3);
let folder = '';
let path = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'open-'));
  path = join(folder, 'shop.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const faultOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof Fault) return error.code;
    throw error;
  }
  return 'none';
};
const create = (): void => openBooks({ path, key, create: true }).close();
const reopen = () => openBooks({ path, key, create: false });

describe('settings', () => {
  it('hold after the first write of a new and of a reopened file', () => {
    for (const create of [true, false]) {
      const books = openBooks({ path, key, create });
      books.file.exec('CREATE TABLE IF NOT EXISTS tried (x INTEGER) STRICT; INSERT INTO tried VALUES (1)');
      const read = (name: string): unknown => books.file.pragma(name, { simple: true });
      expect(
        [
          'journal_mode',
          'synchronous',
          'foreign_keys',
          'recursive_triggers',
          'trusted_schema',
          'cell_size_check',
          'secure_delete',
        ].map(read),
      ).toEqual(['wal', 3, 1, 1, 0, 1, 1]);
      books.close();
    }
  });

  it('keep personal data unreadable in the file and its log', () => {
    const books = openBooks({ path, key, create: true });
    books.file
      .prepare(
        `INSERT INTO staff (login, name, role, password, created_at) VALUES ('dianzhang', '韦店长', 'manager', 'x', '2026')`,
      )
      .run();
    const onDisk = [path, `${path}-wal`].filter(existsSync).map((file) => readFileSync(file));
    books.close();
    for (const bytes of onDisk) {
      expect(bytes.includes('韦店长')).toBe(false);
      expect(bytes.includes('dianzhang')).toBe(false);
      expect(bytes.includes('SQLite format')).toBe(false);
    }
  });
});

describe('a file that cannot be opened', () => {
  it('that is missing is a fault, never a silent new one', () => {
    expect(faultOf(reopen)).toBe('file-unreadable');
    expect(existsSync(path)).toBe(false);
  });

  it('with another key is refused and left as it is', () => {
    create();
    const before = readFileSync(path);
    expect(faultOf(() => openBooks({ path, key: new Uint8Array(32).fill(4), create: false }))).toBe(
      'books-key-missing',
    );
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('that is no database at all is refused and left as it is', () => {
    writeFileSync(path, '这不是账本'.repeat(500));
    const before = readFileSync(path);
    expect(faultOf(reopen)).toBe('books-key-missing');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('of a newer program is refused in words and left untouched', () => {
    const books = openBooks({ path, key, create: true });
    books.file.pragma(`user_version = ${currentVersion + 1}`);
    books.file.pragma('wal_checkpoint(TRUNCATE)');
    books.close();
    const before = readFileSync(path);
    expect(faultOf(reopen)).toBe('books-from-newer-program');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('with one changed byte in any page is noticed before it is used', () => {
    const books = openBooks({ path, key, create: true });
    const insert = books.file.prepare(
      `INSERT INTO donor (name, search, kind, created_at) VALUES (?, '', 'company', '2026')`,
    );
    for (let at = 0; at < 2_000; at += 1) insert.run(`捐赠单位${String(at)}`);
    books.file.pragma('wal_checkpoint(TRUNCATE)');
    books.close();
    const whole = readFileSync(path);
    for (let page = 1; page < whole.length / 4096; page += 7) {
      const damaged = Buffer.from(whole);
      const at = page * 4096 + 1_000;
      damaged[at] = (damaged[at] ?? 0) ^ 0x10;
      writeFileSync(path, damaged);
      expect(['books-damaged', 'books-key-missing']).toContain(faultOf(() => reopen().close()));
    }
    writeFileSync(path, whole);
    reopen().close();
  });

  it('cut short is noticed', () => {
    create();
    writeFileSync(path, readFileSync(path).subarray(0, 4096 * 3));
    expect(['books-damaged', 'books-key-missing']).toContain(faultOf(() => reopen().close()));
  });
});

describe('append-only tables', () => {
  it('refuse UPDATE, DELETE and INSERT OR REPLACE', () => {
    const books = openBooks({ path, key, create: true });
    books.file.prepare(`INSERT INTO command VALUES ('a', 'x', 'h', '{}', '2026', NULL)`).run();
    for (const statement of [
      `UPDATE command SET result = '1'`,
      `DELETE FROM command`,
      `INSERT OR REPLACE INTO command VALUES ('a', 'y', 'h', '{}', '2026', NULL)`,
    ]) {
      expect(() => books.file.exec(statement), statement).toThrow('append-only');
    }
    books.close();
  });

  it('carry both triggers for every ledger', () => {
    const books = openBooks({ path, key, create: true });
    const triggers = books.file
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`)
      .pluck()
      .all() as string[];
    for (const table of [
      'command',
      'audit',
      'stock_posting',
      'cash_posting',
      'voucher_posting',
      'redemption',
      'redemption_line',
      'donation',
      'donation_line',
    ]) {
      expect(triggers).toContain(`${table}_no_update`);
      expect(triggers).toContain(`${table}_no_delete`);
    }
    books.close();
  });
});

describe('a disk that refuses', () => {
  it('to be written is a fault before the first sale', () => {
    create();
    copyFileSync(path, join(folder, 'kept.db'));
    const books = reopen();
    books.file.pragma('max_page_count = 1');
    let fault = '';
    try {
      const insert = books.file.prepare(
        `INSERT INTO donor (name, search, kind, created_at) VALUES (?, '', 'company', '2026')`,
      );
      for (let at = 0; at < 5_000; at += 1) insert.run(`捐赠单位${'x'.repeat(500)}${String(at)}`);
    } catch (error) {
      fault = (error as { code: string }).code;
    }
    books.close();
    expect(fault).toBe('SQLITE_FULL');
    reopen().close();
  });
});
