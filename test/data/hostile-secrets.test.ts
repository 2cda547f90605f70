// T21: names, identity numbers, telephones, voucher codes and passwords that went in through acts are found nowhere on the disk, in
// no log, no audit row, no stored answer and no refusal.
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identityCheckCharacter } from '../../db/domain/identity-number.ts';
import { placesOf } from '../../db/failures.ts';
import { makeBooks, type Books } from '../helpers/child-books.ts';
import { digest, look } from '../helpers/child-oracle.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { qrOf, seedBatch } from '../helpers/seed.ts';

const people = Array.from({ length: 20 }, (_, at) => {
  const first17 = `45020119${60 + at}0707${String(321 + at)}`;
  return {
    name: `覃${'欢馨懿翀'.charAt(at % 4)}${'璟珩璇琬琰'.charAt(at % 5)}`,
    idNumber: first17 + identityCheckCharacter(first17),
    phone: `139777${String(12_340 + at)}`,
    address: `屏山大道${200 + at}号甲单元`,
  };
});
const staffPassword = 'quxian-8842-mima';
const guessedPassword = 'cuode-7731-mima';
const recoveryCode = 'K7QX2-M9WTR-5HJPL-D3NVC';

let books: Books;
let shop: OpenShop;
let codes: readonly string[] = [];
const refusals: string[] = [];
const refused = async (act: string, input: unknown, as: 'manager' | 'volunteer' | null): Promise<void> => {
  const reply = await shop.send({ act, input, commandId: randomUUID() }, as);
  expect(reply.ok, act).toBe(false);
  refusals.push(JSON.stringify(reply));
};

beforeAll(async () => {
  books = await makeBooks(1);
  shop = await openShop({ file: books.copy('secrets') });
  const rows = people.map(({ name, idNumber, phone, address }, at) =>
    [
      9_000 + at,
      name,
      '户主',
      idNumber,
      '城市低保',
      '城中街道',
      '桂中社区',
      address,
      phone,
      '2025-01-01',
      '2027-12-31',
    ].join(),
  );
  const headings =
    '户编号,姓名,与户主关系,身份证号码,救助类别,街道(乡镇),社区(村),家庭住址,联系电话,享受起始,下次复核';
  const sheet = { name: '花名册.csv', bytes: new TextEncoder().encode([headings, ...rows].join('\r\n')) };
  const as = 'manager';
  const { previewId, good } = await shop.call('people.previewImport', { sheet }, { as });
  expect(good).toBe(people.length);
  await shop.call('people.confirmImport', { previewId }, { as });
  const { vouchers, batchId } = await seedBatch(shop, { name: '第二批' });
  codes = vouchers.flatMap(({ id, typedCode }) => [
    qrOf(shop, id),
    typedCode,
    typedCode.replaceAll(/[ -]/g, ''),
  ]);
  await shop.call(
    'staff.add',
    { login: 'quxian', name: people[0]?.name ?? '', role: 'volunteer', password: staffPassword },
    { as },
  );
  const [first] = vouchers;
  const code = qrOf(shop, first?.id ?? 0);
  await shop.call('counter.scan', { code, entry: 'scanned' }, { as: 'volunteer' });
  const lines = [{ itemId: books.items[0] ?? 0, quantity: 1 }];
  const { redemptionId } = await shop.call(
    'counter.redeem',
    { voucherIds: [first?.id ?? 0], entry: 'scanned', lines },
    { as: 'volunteer' },
  );
  const { rows: households } = await shop.call('people.list', { search: '9003' }, { as });
  await shop.call('people.reveal', { householdId: households[0]?.id ?? 2, reason: '电话回访' }, { as });
  await shop.call('people.list', { search: people[3]?.name ?? '' }, { as });
  await shop.call('counter.printSlip', { redemptionId }, { as });
  await shop.call('vouchers.printSheet', { batchId }, { as });
  await shop.call('vouchers.signOffList', { batchId, format: 'xlsx' }, { as });
  await shop.call('shop.recoverySheet', { recoveryCode }, { as });
  await shop.call('backup.make', {}, { as });
  // What is refused must not quote what was typed either.
  await refused('counter.scan', { code, entry: 'scanned' }, 'volunteer');
  await refused('counter.scan', { code: `${code.slice(0, -1)}?`, entry: 'scanned' }, 'manager');
  await refused('counter.scan', { code: first?.typedCode, entry: 'typed' }, 'manager');
  await refused('staff.signIn', { login: 'quxian', password: guessedPassword }, null);
  await refused(
    'staff.add',
    { login: 'quxian', name: people[1]?.name, role: 'volunteer', password: staffPassword },
    'manager',
  );
  await refused(
    'staff.add',
    { login: 'neu', name: people[1]?.name, role: people[2]?.name, password: staffPassword },
    'manager',
  );
  await refused('people.list', { search: 7, [people[4]?.idNumber ?? '']: 1 }, 'manager');
  await refused('people.reveal', { householdId: 2, reason: '', name: people[5]?.name }, 'manager');
  await refused(
    'staff.changePassword',
    { oldPassword: guessedPassword, newPassword: staffPassword },
    'manager',
  );
  await refused(people[6]?.idNumber ?? '', { phone: people[6]?.phone }, 'manager');
}, 300_000);
afterAll(async () => {
  await shop.close();
  books.remove();
});

const canaries = (): readonly string[] => [
  ...people.flatMap(({ name, idNumber, phone, address }) => [name, idNumber, phone, address]),
  ...codes,
  staffPassword,
  guessedPassword,
  recoveryCode,
];

/** Two bytes for every sign GBK has, from the decoder that is built in. */
const gbkOf = ((): ((text: string) => Buffer) => {
  const decoder = new TextDecoder('gbk');
  const bytesOf = new Map<string, readonly number[]>();
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const sign = decoder.decode(new Uint8Array([high, low]));
      if (sign.length === 1 && !bytesOf.has(sign)) bytesOf.set(sign, [high, low]);
    }
  return (text) => Buffer.from([...text].flatMap((sign) => bytesOf.get(sign) ?? [sign.charCodeAt(0) & 0xff]));
})();
const encodings: Readonly<Record<string, (text: string) => Buffer>> = {
  'UTF-8': (text) => Buffer.from(text, 'utf8'),
  'UTF-16LE': (text) => Buffer.from(text, 'utf16le'),
  'UTF-16BE': (text) => Buffer.from(text, 'utf16le').swap16(),
  GBK: gbkOf,
};
/** Canaries found in bytes, by kind of hiding place only: this file's own report must not print them. */
const foundIn = (bytes: Buffer): number =>
  canaries().reduce(
    (sum, canary) => sum + Object.values(encodings).filter((encode) => bytes.includes(encode(canary))).length,
    0,
  );

describe('what must stay inside', () => {
  it('canary: the search itself finds every one of them where they are in the open', () => {
    for (const encode of Object.values(encodings))
      expect(foundIn(encode(`x${canaries().join('|')}x`))).toBeGreaterThanOrEqual(canaries().length);
    // They did go into the books: names, numbers, telephones and typed codes, in the open only once decrypted.
    expect(foundIn(Buffer.from(digest(shop)))).toBeGreaterThan(people.length * 4);
    expect(canaries().length).toBeGreaterThan(120);
  });

  it('is not on the disk: file, log, index and backups', async () => {
    const files = (): string[] => {
      const folder = dirname(shop.file);
      return [
        ...readdirSync(folder),
        ...readdirSync(`${shop.file}.backups`).map((name) => join(`${shop.file}.backups`, name)),
      ]
        .map((name) => (name.startsWith('/') ? name : join(folder, name)))
        .filter((path) => path.startsWith(shop.file) && !path.endsWith('.backups'));
    };
    expect(existsSync(`${shop.file}-wal`) && existsSync(`${shop.file}-shm`)).toBe(true);
    expect(files().length).toBeGreaterThan(3);
    for (const path of files()) expect(foundIn(readFileSync(path)), path.slice(shop.file.length)).toBe(0);
    await shop.close();
    for (const path of files())
      expect(foundIn(readFileSync(path)), `closed ${path.slice(shop.file.length)}`).toBe(0);
    shop = await openShop({ file: shop.file });
  });

  it('is in no audit row and in no stored answer', () => {
    expect(foundIn(Buffer.from(JSON.stringify(look(shop, 'SELECT * FROM audit'))))).toBe(0);
    const answers = look<{ act: string }>(shop, 'SELECT * FROM command');
    const told = answers.filter((row) => foundIn(Buffer.from(JSON.stringify(row))) > 0).map(({ act }) => act);
    expect(told).toEqual([]);
  });

  it('keeps passwords only as what they were stretched to, nowhere else in any table', () => {
    const all = digest(shop);
    for (const secret of [staffPassword, guessedPassword, recoveryCode])
      expect(all.includes(secret)).toBe(false);
  });

  it('is quoted by no refusal', () => {
    expect(refusals).toHaveLength(10);
    expect(foundIn(Buffer.from(refusals.join('\n')))).toBe(0);
  });

  it('is not in what the diary is told of our own failures', () => {
    const typed = `${people[0]?.name ?? ''}\n${people[0]?.idNumber ?? ''}\n    at ${people[0]?.phone ?? ''} (x:1:1)`;
    const failure = new Error(typed);
    expect(failure.stack).toContain(people[0]?.idNumber);
    expect(foundIn(Buffer.from(placesOf(failure)))).toBe(0);
    expect(placesOf(failure)).toContain('hostile-secrets.test.ts');
    expect(placesOf(people[0]?.name)).toBe('');
  });
});
