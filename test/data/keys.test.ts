// Signing keys: one a year by itself, revoked by two, its vouchers refused and replaced; the private halves answered by nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readVoucherQr } from '../../db/domain/voucher-code.ts';
import { openBooks, openReadOnly } from '../../db/open.ts';
import { approval, openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { prepareBatch, qrOf, seedBatch, seedHouseholds, vouchersOf } from '../helpers/seed.ts';
import { rowsOf } from '../helpers/sheet.ts';

let shop: OpenShop;
const as = { as: 'manager' } as const;
beforeEach(async () => {
  shop = await openShop();
  await seedHouseholds(shop, [{ number: '1' }, { number: '2' }]);
});
afterEach(() => shop.close());

const keys = () => shop.call('keys.list', {}, as);
const scan = (voucherId: number) =>
  shop.call('counter.scan', { code: qrOf(shop, voucherId), entry: 'scanned' }, { as: 'volunteer' });
const revoke = (changes = {}) =>
  shop.call('keys.revoke', { keyId: 1, reason: '电脑被盗', expectOpen: 2, approval, ...changes }, as);

it("signs a new year's vouchers with a key of that year; those of the year before stay good", async () => {
  const old = await seedBatch(shop, { validTo: '2027-12-31' });
  shop.setNow('2027-01-04T02:12:00.000Z');
  const { vouchers } = await seedBatch(shop, {
    name: '新年',
    validFrom: '2027-01-01',
    validTo: '2027-12-31',
  });
  expect(
    (await keys()).map(({ keyId, year, vouchers: signed, signs }) => [keyId, year, signed, signs]),
  ).toEqual([
    [2, 2027, 2, true],
    [1, 2026, 2, false],
  ]);
  // One issuer, the number in every code of it.
  expect(new Set((await keys()).map(({ issuer }) => issuer)).size).toBe(1);
  const issuer = (await keys())[0]?.issuer;
  const reading = readVoucherQr(qrOf(shop, old.vouchers[0]?.id ?? 0));
  expect(reading.kind === 'ok' && [reading.body.shop, reading.body.keyId]).toEqual([issuer, 1]);
  await scan(old.vouchers[0]?.id ?? 0);
  await scan(vouchers[0]?.id ?? 0);
});

it('replaces more vouchers than one statement writes, each by its own new paper', async () => {
  const more = Array.from({ length: 1_005 }, (_, at) => ({ number: `N${String(at)}` }));
  await seedHouseholds(shop, more);
  const { batchId, vouchers } = await seedBatch(shop);
  await revoke({ expectOpen: 1_007 });
  expect(await shop.call('vouchers.replaceOfKey', { keyId: 1, batchId, approval }, as)).toEqual({
    replaced: 1_007,
  });
  const all = await vouchersOf(shop, batchId);
  const bySerial = new Map(all.map((voucher) => [voucher.serial, voucher]));
  for (const { serial, headName } of vouchers) {
    expect(bySerial.get(serial)?.state).toBe('replaced');
    expect(bySerial.get(`${serial}-2`)).toMatchObject({ state: 'issued', headName, balanceFen: 10_000 });
  }
  const unlike = `SELECT voucher.serial FROM voucher LEFT JOIN voucher_posting AS moved ON moved.voucher_id = voucher.id
    GROUP BY voucher.id HAVING total(moved.amount_fen) <> voucher.balance_fen`;
  expect(rowsOf(shop, unlike)).toEqual([]);
  expect((await shop.call('reports.distribution', { month: '2026-05' }, as)).ties).toBe(true);
});

it('revokes with a second person and by the figure that was shown; the vouchers stop and are replaced with a new key', async () => {
  const { batchId, vouchers } = await seedBatch(shop);
  const [one] = vouchers;
  const replaceAll = () => shop.call('vouchers.replaceOfKey', { keyId: 1, batchId, approval }, as);
  expect((await refusalOf(replaceAll())).code).toBe('not-found');
  const alone = revoke({ approval: { ...approval, login: 'dianzhang' } });
  expect((await refusalOf(alone)).code).toBe('approval-same-person');
  expect(await refusalOf(revoke({ expectOpen: 3 }))).toMatchObject({ code: 'count-differs' });
  await scan(one?.id ?? 0);
  expect(await revoke()).toEqual({ open: 2 });
  expect((await refusalOf(revoke())).code).toBe('key-revoked');
  expect((await refusalOf(revoke({ keyId: 9 }))).code).toBe('not-found');
  expect((await refusalOf(scan(one?.id ?? 0))).code).toBe('code-revoked');
  expect((await keys())[0]).toMatchObject({ signs: false, batches: [{ batchId, open: 2 }] });
  expect(await replaceAll()).toEqual({ replaced: 2 });
  expect((await refusalOf(scan(one?.id ?? 0))).code).toBe('voucher-replaced');
  const now = (await vouchersOf(shop, batchId)).filter(({ state }) => state === 'issued');
  expect(now).toHaveLength(2);
  await scan(now[0]?.id ?? 0);
  expect((await refusalOf(replaceAll())).code).toBe('voucher-none-open');
  expect((await keys()).map(({ keyId, open, signs }) => [keyId, open, signs])).toEqual([
    [2, 2, true],
    [1, 0, false],
  ]);
  expect((await shop.call('reports.distribution', { month: '2026-05' }, as)).ties).toBe(true);
});

it('gives the public halves away and never a private one', async () => {
  const file = openReadOnly(shop.file, shop.key);
  const { private_key: secret } = file.prepare('SELECT private_key FROM signing_key').get() as {
    private_key: Buffer;
  };
  file.close();
  const sheet = await shop.call('keys.export', {}, as);
  const text = Buffer.from(sheet.bytes).toString('utf8');
  expect(text).toContain('公钥');
  for (const said of [text, JSON.stringify(await keys())]) {
    expect(said).not.toContain(secret.toString('base64').slice(-20));
    expect(said).not.toContain(secret.toString('hex').slice(-20));
  }
  expect((await refusalOf(shop.call('keys.list', {}, { as: 'bureau' }))).code).toBe('not-permitted');
});

it('has numbers for 255 keys; then nothing new is signed, and what was signed stays good', async () => {
  await shop.close();
  const folder = mkdtempSync(join(tmpdir(), 'keys-'));
  const file = join(folder, 'shop.db');
  shop = await openShop({ file });
  await seedHouseholds(shop, [{ number: '1' }]);
  const { vouchers } = await seedBatch(shop, { validTo: '2027-12-31' });
  const voucherId = vouchers[0]?.id ?? 0;
  await shop.close();
  const books = openBooks({ path: file, key: shop.key, create: false });
  books.file.exec(
    'INSERT INTO signing_key (key_id, public_key, created_at, year) SELECT 255, public_key, created_at, 2025 FROM signing_key',
  );
  books.close();
  shop = await openShop({ file, now: '2027-02-04T02:12:00.000Z' });
  const prepare = prepareBatch(shop, { validFrom: '2027-01-01', validTo: '2027-12-31' });
  expect((await refusalOf(prepare)).code).toBe('key-none-left');
  const replace = shop.call('vouchers.replace', { voucherId, reason: 'lost', approval }, as);
  expect((await refusalOf(replace)).code).toBe('key-none-left');
  await scan(voucherId);
  rmSync(folder, { recursive: true, force: true });
});
