// What a shop does beside the plain redemption, in the real program: goods carried to the door, a name drawn on the screen, volunteers'
// points, a batch that is stopped. And its lists in large letters and in English, on the screen of a shop's PC.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { addDays } from '../../db/domain/business-day.ts';
import { prepare, type Prepared } from '../../scripts/lib/prepare.mjs';
import { greyPage, pageTexts } from '../documents/reading.ts';
import {
  codeOf,
  community,
  families,
  fillCounterBooks,
  issueToAll,
  signOnScreen,
  vouchersOf,
  type Family,
} from '../helpers/counter-books.ts';
import { refusedOn, toTill } from '../helpers/counter-job.ts';
import * as delivery from '../helpers/delivery-job.ts';
import { Drive } from '../helpers/drive.ts';
import { changeTo, firstRun, manager, volunteer } from '../helpers/first-run.ts';
import { place } from '../helpers/main-job.ts';
import * as points from '../helpers/points-job.ts';
import { cutTexts, sidewaysLists, strayWords, stumblesSeen } from '../helpers/seen.ts';
import { drawName, signOnSlip, type Drawn } from '../helpers/sign-job.ts';
import { openSection } from '../helpers/store-job.ts';
import { voidOpen } from '../helpers/voucher-job.ts';

let folder = '';
let drive: Drive;
let prepared: Prepared;
/** What was wrong with a screen, and what it said, by its name. */
const wrong: Record<string, readonly string[]> = {};
const screens: Record<string, string> = {};
/** Left out where the language of the screen is another. */
let chinese = true;

const look = async (name: string): Promise<void> => {
  const { page } = drive;
  const found = [
    ...(await stumblesSeen(page)),
    ...(await cutTexts(page)),
    ...(await sidewaysLists(page)),
    ...(chinese ? await strayWords(page) : []).map((word) => `stray word: ${word}`),
  ];
  if (found.length > 0) wrong[name] = found;
  screens[name] = (await page.evaluate(() => document.body.innerText)).replaceAll(/\s/gu, '');
  const shots = process.env['SHOTS'];
  if (shots === undefined) return;
  // What opens or closes has come to rest.
  await page.waitForTimeout(400);
  await drive.screenshot(join(shots, `${String(Object.keys(screens).length).padStart(2, '0')}-${name}.png`));
};

const stopped = '停发的慰问';
/** What the day answered. */
const day = {
  voided: 0,
  refused: '',
  registered: '',
  typed: '',
  dayBefore: '',
  earned: '',
  short: '',
  undone: '',
  own: '',
};
let drawn: Drawn;

/** The widest lists of the place, as they stand now. */
const lookAtLists = async (as: string): Promise<void> => {
  for (const section of ['outstanding', 'deliveries', 'shifts', 'points'] as const) {
    await openSection(drive, section);
    await drive.page.locator('.ant-table-row').first().waitFor();
    await look(`${section}-${as}`);
  }
  await openSection(drive, 'batches');
  await drive.page.locator('.ant-table-row').first().waitFor();
  await drive.page.locator('.data-table').first().focus();
  await drive.page.keyboard.press('Enter');
  await drive.byId('voucher-row').first().waitFor();
  await look(`batch-${as}`);
};
const setLook = async (of: 'switch' | 'language'): Promise<void> => {
  await drive.go(place.keeping);
  if (of === 'switch') await drive.page.getByRole('switch').click();
  else await drive.page.getByText('English', { exact: true }).click();
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'beside-'));
  // The size of a shop's PC.
  prepared = await prepare({ display: true, screen: '1366x768x24', build: false, log: () => undefined });
  drive = await Drive.start({ ...inject('prepared'), env: prepared.env }, join(folder, 'program'));
  await firstRun(drive, folder);
  const books = await fillCounterBooks(drive);
  await signOnScreen(drive);
  await issueToAll(drive, books, { name: '上门慰问', faceFen: 10_000 });
  await issueToAll(drive, books, { name: stopped, faceFen: 5_000 });
  const codeAt = async (family: Family, at: number): Promise<string> =>
    codeOf((await vouchersOf(drive, family))[at]);
  const codes = {
    registered: await codeAt('several', 0),
    typed: await codeAt('cash', 0),
    drawn: await codeAt('five', 0),
    line: await codeAt('held', 0),
    stopped: await codeAt('lost', 1),
  };
  day.voided = await voidOpen(drive, stopped, '资金没有到位', look);

  await changeTo(drive, volunteer);
  await toTill(drive);
  day.refused = await refusedOn(drive, codes.stopped, 'till-void', look);
  const [registered, typed] = [
    { carrier: '李师傅', address: null },
    { carrier: '黄师傅', address: '文惠社区服务站' },
  ];
  day.registered = await delivery.sendGoods(drive, codes.registered, registered, look);
  day.typed = await delivery.sendGoods(drive, codes.typed, typed, look);
  drawn = await drawName(drive, codes.drawn, folder, look);
  await signOnSlip(drive, codes.line, folder);
  await delivery.printNotes(drive, folder, look);
  day.dayBefore = await delivery.confirmDelivery(drive, day.registered, addDays(books.today, -1), look);
  await delivery.bringBack(drive, day.typed, look);

  await changeTo(drive, manager);
  await points.enterVolunteer(drive, look);
  day.earned = await points.enterHours(drive, look);
  day.short = await points.exchange(drive, folder, look);
  day.undone = await points.takeExchangeBack(drive, look);
  await changeTo(drive, volunteer);
  day.own = await points.ownPoints(drive, look);
  await changeTo(drive, manager);
  await setLook('switch');
  await lookAtLists('large');
  await setLook('language');
  chinese = false;
  await lookAtLists('large-english');
}, 300_000);
afterAll(async () => {
  await drive.close();
  await prepared.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Text of all pages of a saved paper, without white space. */
const paper = (name: string): string => pageTexts(readFileSync(join(folder, name))).join('');
/** Dark dots of the first page. */
const ink = (name: string): number =>
  greyPage(readFileSync(join(folder, name)), 100).pixels.reduce(
    (dots, grey) => dots + (grey < 128 ? 1 : 0),
    0,
  );

describe('beside the till', () => {
  it('can be read in every state, in large letters and in English: nothing is cut, no list is scrolled sideways', () => {
    expect(wrong).toEqual({});
    expect(drive.complaints).toEqual([]);
  });

  it('stops a batch: every unused voucher is void, and its paper says so at the till', () => {
    expect(day.voided).toBe(families.length);
    expect(screens['void-open']).toContain(`未用的券${String(families.length)}`);
    expect(day.refused).toContain('此券已作废');
    expect(day.refused).toContain('资金没有到位');
  });

  it('sends goods with a carrier: the address stands on the note and on no screen', () => {
    expect(screens['delivery-registered-empty']).toContain('请填写');
    expect(screens['delivery-registered-basket']).toContain('送货上门·李师傅·送到登记住址');
    const notes = paper('notes.pdf');
    for (const said of [
      day.registered,
      day.typed,
      `${community.several}3栋201`,
      '文惠社区服务站',
      '东北大米',
    ])
      expect(notes).toContain(said);
    for (const screen of Object.values(screens)) expect(screen).not.toContain(`${community.several}3栋201`);
    // Nobody signs at the till for what is signed for at the door.
    expect(screens['delivery-registered-done']).not.toContain('请领取人签名');
  });

  it('is signed for at the door on a day that can be, or comes back whole', async () => {
    expect(day.dayBefore).toContain('送达日期不对');
    expect(screens['deliveries-delivered']).toContain('已送达');
    expect(screens['deliveries-delivered']).not.toContain('覃秀英');
    expect(screens['deliveries-back']).toContain('券额退还');
    const { rows } = await drive.call('vouchers.list', { batchId: null, limit: 100 });
    const of = (family: Family) =>
      rows.filter((row) => row.community === community[family]).map(({ state }) => state);
    expect(of('several')).toContain('used');
    expect(of('cash')).not.toContain('used');
  });

  it('takes a name that is drawn, not a dot; the slip shows it', () => {
    expect(drawn.tooLittle).toContain('还没有签名，或写得太少');
    expect(drawn.cleared).toBe(0);
    expect(ink('slip-drawn.pdf')).toBeGreaterThan(ink('slip-line.pdf') + 100);
  });

  it("keeps volunteers' points apart: hours earn them, goods cost them, too few are refused, and they come back", async () => {
    expect(day.earned).toBe('2 分');
    expect(day.short).toContain('积分不够');
    expect(paper('points.pdf')).toContain('洗衣皂');
    expect(screens['points-entries']).toContain('现有积分0分');
    expect(screens['points-hours-spent']).toContain('积分不够');
    expect(day.undone).toBe('2 分');
    expect(day.own).toBe('2 分');
    expect((await drive.call('audit.verify', {})).ok).toBe(true);
  });
});
