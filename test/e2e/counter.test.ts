// A day at the till in the real program, by keys and scanner only: vouchers issued by two persons, every state of the counter looked at as
// an elderly volunteer sees it, and what the books say of it in the evening.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { prepare, type Prepared } from '../../scripts/lib/prepare.mjs';
import { pageTexts } from '../documents/reading.ts';
import {
  codeOf,
  community,
  fillCounterBooks,
  issueMore,
  limitRice,
  vouchersOf,
  type Voucher,
} from '../helpers/counter-books.ts';
import * as till from '../helpers/counter-job.ts';
import { Drive } from '../helpers/drive.ts';
import { changeTo, firstRun, manager, signIn, volunteer } from '../helpers/first-run.ts';
import { codesOnPage } from '../helpers/read-codes.ts';
import { cutTexts, strayWords, stumblesSeen } from '../helpers/seen.ts';
import * as job from '../helpers/voucher-job.ts';

let folder = '';
let drive: Drive;
let prepared: Prepared;
/** What was wrong with a screen, and what it said, by its name. */
const wrong: Record<string, readonly string[]> = {};
const screens: Record<string, string> = {};
const complaints: string[] = [];

const look = async (name: string): Promise<void> => {
  const { page } = drive;
  const found = [
    ...(await stumblesSeen(page)),
    ...(await cutTexts(page)),
    ...(await strayWords(page)).map((word) => `stray word: ${word}`),
  ];
  if (found.length > 0) wrong[name] = found;
  screens[name] = (await page.evaluate(() => document.body.innerText)).replaceAll(/\s/gu, '');
  const shots = process.env['SHOTS'];
  if (shots === undefined) return;
  // What opens or closes has come to rest.
  await page.waitForTimeout(400);
  await drive.screenshot(join(shots, `${String(Object.keys(screens).length).padStart(2, '0')}-${name}.png`));
};

/** What the day answered. */
const day = { printed: 0, several: '', fiveMs: 0, held: 0, lost: '', newPaper: '', limit: '' };
let lost: Voucher | undefined;
let numbers: readonly string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'till-'));
  // The size of a shop's PC.
  prepared = await prepare({ display: true, screen: '1366x768x24', build: false, log: () => undefined });
  const start = (): Promise<Drive> =>
    Drive.start({ ...inject('prepared'), env: prepared.env }, join(folder, 'program'));
  drive = await start();
  await firstRun(drive, folder);
  const books = await fillCounterBooks(drive);
  await job.issueByTwo(drive, { name: '五一慰问', faceYuan: '100', to: books.lastDay }, look);
  await job.printAndHandOver(drive, folder, look);
  // As they come off the printer, read by a decoder of its own, and whose each is.
  const printed = new Map<number, string>();
  for (const code of await codesOnPage(join(folder, 'vouchers.pdf'), 1))
    printed.set((await drive.call('vouchers.find', { text: code })).voucherId, code);
  day.printed = printed.size;
  await issueMore(drive, books);
  const qrOf = async (family: keyof typeof community): Promise<string> =>
    printed.get((await vouchersOf(drive, family))[0]?.id ?? 0) ?? '';
  const qr = {
    several: await qrOf('several'),
    cash: await qrOf('cash'),
    five: await qrOf('five'),
    held: await qrOf('held'),
    lost: await qrOf('lost'),
    over: await qrOf('over'),
  };
  [lost] = await vouchersOf(drive, 'lost');
  const more = (await vouchersOf(drive, 'several')).slice(1).map(codeOf);

  await changeTo(drive, volunteer);
  await till.toTill(drive);
  day.several = await till.severalVouchers(drive, [qr.several, ...more], folder, look);
  await till.payInCash(drive, qr.cash, look);
  day.fiveMs = await till.fiveItems(drive, qr.five, look);
  await till.putAside(drive, qr.held, look);
  const shots = process.env['SHOTS'];
  if (shots !== undefined) writeFileSync(join(shots, 'five-items-ms.txt'), `${String(day.fiveMs)}\n`);
  complaints.push(...drive.complaints);
  await drive.close();
  drive = await start();
  await signIn(drive, volunteer);
  await till.toTill(drive);
  day.held = await till.takeUp(drive, look);
  await till.forgotten(drive, { search: 'q', community: community.forgotten }, look);
  await till.undoOneLine(drive, folder, look);

  await changeTo(drive, manager);
  await job.replaceLost(drive, lost?.serial ?? '', folder, look);
  await limitRice(drive, books);
  const [newPaper = ''] = await codesOnPage(join(folder, 'replacement.pdf'), 1);
  await changeTo(drive, volunteer);
  await till.toTill(drive);
  day.lost = await till.refusedOn(drive, qr.lost, 'till-lost-paper', look);
  day.newPaper = await till.refusedOn(drive, misread(newPaper), 'till-misread', look);
  await till.openVoucher(drive, newPaper);
  await till.scanGoods(drive, '6900001000020');
  await till.confirm(drive);
  await drive.page.keyboard.press('Escape');
  day.limit = await till.beyondLimit(drive, qr.over, look);
  await till.refusedOn(drive, qr.five, 'till-used', look);
  numbers = (await drive.call('counter.today', {})).map(({ number }) => number);
  await job.endShift(drive, '20', folder, look);
}, 300_000);
afterAll(async () => {
  await drive.close();
  await prepared.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** One symbol of a printed code read wrongly. */
const misread = (code: string): string => `${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`;
/** Text of all pages of a saved paper, without white space. */
const paper = (name: string): string => pageTexts(readFileSync(join(folder, name))).join('');

describe('a day at the till', () => {
  it('can be read in every state: nobody stumbles, nothing is cut, no word of another language', () => {
    expect(wrong).toEqual({});
    expect([...complaints, ...drive.complaints]).toEqual([]);
  });

  it('hands out what two persons issued', () => {
    expect(day.printed).toBe(7);
    expect(screens['batch-draft']).toContain('等另一位有权限的人审批');
    expect(screens['batch-handed-over']).toContain('已交付7');
  });

  it('takes several vouchers and a package of one household in one basket; the slip has all of it', () => {
    expect(screens['till-quantity-first']).toContain('3');
    for (const said of ['套餐固定', '东北大米', '挂面']) expect(screens['till-basket']).toContain(said);
    expect(screens['till-choose-vouchers']).toContain('分次慰问');
    for (const said of [day.several, '东北大米', '食用调和油', '挂面', '0772-0000000'])
      expect(paper('slip.pdf')).toContain(said);
  });

  it('takes cash for what a voucher does not cover, and says the change', () => {
    expect(screens['till-cash']).toContain('应找¥30.00');
    expect(screens['till-done-cash']).toContain('¥20.00');
  });

  it('serves five goods with one key of a hand', () => {
    expect(screens['till-done-five']).toContain('¥72.90');
  });

  it('keeps a basket over the end of the program', () => {
    expect(day.held).toBe(2);
  });

  it('takes one line back and leaves the rest', async () => {
    expect(screens['till-taken-back']).toContain('部分撤销');
    expect(paper('reversal.pdf')).toContain('食用盐');
    expect(paper('reversal.pdf')).not.toContain('食用调和油');
    const { rows } = await drive.call('vouchers.list', { batchId: null, limit: 100 });
    expect(rows.find((row) => row.community === community.forgotten)).toMatchObject({
      state: 'partly-used',
    });
  });

  it('refuses the paper that was lost and names the new one, which is good', async () => {
    expect(day.lost).toContain('已挂失');
    const { rows } = await drive.call('vouchers.list', { batchId: null, limit: 100 });
    const both = rows.filter((row) => row.community === community.lost);
    const fresh = both.find(({ id }) => id !== lost?.id);
    expect(day.lost).toContain(fresh?.serial);
    expect(fresh?.state).toBe('used');
    expect(day.newPaper).not.toContain(fresh?.serial);
  });

  it('says from when there is more, and goes on when somebody answers for it', () => {
    expect(day.limit).toMatch(/大米每月限领/);
    expect(day.limit).toMatch(/\d{4}-\d{2}-01/);
    expect(screens['till-done-over-limit']).toContain(manager.name);
  });

  it('ends the shift with counted cash, and the books tie', async () => {
    expect(numbers).toHaveLength(7);
    expect(screens['shift-ended']).toContain('已结班');
    expect(paper('shift.pdf')).toContain('20.00');
    for (const name of ['shift.pdf', 'day.pdf']) expect(paper(name)).toContain('账册校验码');
    await changeTo(drive, manager);
    expect((await drive.call('audit.verify', {})).ok).toBe(true);
  });
});
