// The store room once through in the real program, and what an inspector would ask afterwards: do the screens, the books and the
// papers say the same figures, is every number there, can every screen be read at the size of a shop's PC.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { formatYuan } from '../../db/domain/money.ts';
import { prepare, type Prepared } from '../../scripts/lib/prepare.mjs';
import { barsOn, pageImages, pageTexts } from '../documents/reading.ts';
import { Drive } from '../helpers/drive.ts';
import { addVolunteer, changeTo, firstRun, manager, volunteer } from '../helpers/first-run.ts';
import * as job from '../helpers/main-job.ts';
import { sampleFolder } from '../helpers/sample.ts';
import { cutTexts, strayWords, stumblesSeen } from '../helpers/seen.ts';
import { giver } from '../helpers/store-gifts.ts';
import { openSection } from '../helpers/store-job.ts';
import { storeRoom, type StoreRoom } from '../helpers/store-room.ts';

let papers = '';
let drive: Drive;
let room: StoreRoom;
/** What was wrong with a screen, by its name. */
const wrong: Record<string, readonly string[]> = {};
/** What the screens said, by their name. */
const screens: Record<string, string> = {};
let prepared: Prepared;
const quiet = (): Promise<void> => Promise.resolve();

const look = async (name: string): Promise<void> => {
  const { page } = drive;
  const found = [
    ...(await stumblesSeen(page)),
    ...(await cutTexts(page)),
    ...(await strayWords(page)).map((word) => `stray word: ${word}`),
  ];
  if (found.length > 0) wrong[name] = found;
  screens[name] = (await page.evaluate(() => document.body.innerText)).replaceAll(/\s/gu, '');
};

beforeAll(async () => {
  papers = mkdtempSync(join(tmpdir(), 'store-room-'));
  // The size of a shop's PC; the other tests have the display's own.
  prepared = await prepare({ display: true, screen: '1366x768x24', build: false, log: () => undefined });
  drive = await Drive.start({ ...inject('prepared'), env: prepared.env });
  await firstRun(drive, papers);
  await job.importGoods(drive, sampleFolder, quiet);
  await job.importGifts(drive, sampleFolder, quiet);
  await job.importPeople(drive, sampleFolder, quiet);
  await job.issueBatch(drive, papers, quiet);
  await addVolunteer(drive);
  await changeTo(drive, volunteer);
  await job.serveFirstPage(drive, papers, quiet);
  await changeTo(drive, manager);
  room = await storeRoom(drive, papers, look);
}, 300_000);
afterAll(async () => {
  await drive.close();
  await prepared.stop();
  rmSync(papers, { recursive: true, force: true });
});

/** Text of all pages of a saved paper, without white space. */
const paper = (name: string): string => pageTexts(readFileSync(join(papers, name))).join('');
const yuan = (fen: number): string => formatYuan(fen);

describe('the store room in the window', () => {
  it('can be read on every screen: nobody stumbles, nothing is cut, no word of another language', () => {
    expect(Object.keys(screens).length).toBeGreaterThan(25);
    expect(wrong).toEqual({});
    expect(drive.complaints).toEqual([]);
  });

  it('buys with the money of one source: book, screen and paper say the same', async () => {
    const { businessDay } = await drive.call('shop.status', {});
    const { sources } = await drive.call('cash.book', { source: 'lottery', month: businessDay.slice(0, 7) });
    const lottery = sources.find(({ source }) => source === 'lottery');
    expect(lottery).toMatchObject({ inFen: 2_000_000, outFen: room.bought.costFen, closingFen: 1_890_000 });
    for (const text of [screens['cash'], paper('cash.pdf')]) {
      expect(text).toContain(yuan(1_890_000));
      expect(text).toContain(room.grant);
    }
    for (const said of [room.bought.number, yuan(room.bought.costFen), '福彩公益金', '壹仟壹佰元整'])
      expect(paper('purchase.pdf')).toContain(said);
  });

  it('writes a receipt for pieces and for what was not taken, on A4 and on the roll, with a label for each piece', async () => {
    const { rows } = await drive.call('donations.list', { search: room.secondHand });
    const gift = await drive.call('donations.read', { donationId: rows[0]?.id ?? 0 });
    expect(gift).toMatchObject({ inspectors: ['韦店长', '王芳'], goodsFen: null, unpricedLines: 1 });
    const tags = gift.lines.flatMap(({ lots }) => lots.map(({ tag }) => tag));
    expect(tags).toHaveLength(3);
    expect(pageTexts(readFileSync(join(papers, 'gift-a4.pdf')))).toHaveLength(3);
    for (const text of [paper('gift-a4.pdf'), paper('gift-slip.pdf')])
      for (const said of [room.secondHand, giver, '旧毛衣', '破损，不能穿']) expect(text).toContain(said);
    expect(paper('gift-slip.pdf')).toContain('补打');
    const [page] = pageImages(readFileSync(join(papers, 'pieces.pdf')), 200);
    const bars = await barsOn(page ?? new Uint8Array());
    expect(bars.map(({ text }) => text).toSorted()).toEqual(tags.toSorted());
  });

  it('keeps every number: void, written anew, red, none missing', async () => {
    const year = Number((await drive.call('shop.status', {})).businessDay.slice(0, 4));
    const { series, ended } = await drive.call('donations.register', { year });
    for (const each of series) expect(each, each.series).toMatchObject({ missing: [], doubled: [] });
    const byNumber = new Map(ended.map((row) => [row.number, row]));
    expect(byNumber.get(room.voided)).toMatchObject({ kind: 'void', replacedBy: null });
    expect(byNumber.get(room.anew.wrong)).toMatchObject({ kind: 'void', replacedBy: room.anew.right });
    expect(byNumber.get(room.red)).toMatchObject({ kind: 'red' });
    expect(paper('red-entry.pdf')).toContain(room.red);
    expect(paper('gift-anew.pdf')).toContain('第一中学');
    const receipts = series.find((each) => each.series === 'receipt');
    for (const text of [screens['register'], paper('register.pdf')]) {
      expect(text).toContain(receipts?.to);
      for (const number of [room.voided, room.anew.wrong, room.red]) expect(text).toContain(number);
    }
  });

  it('moves goods there and back without losing one', async () => {
    expect(new Set(room.transfers).size).toBe(2);
    expect(paper('transfer.pdf')).toContain(room.transfers[1]);
    const places = await drive.call('stock.places', {});
    expect(places.find(({ name }) => name === '库房')?.lots).toBe(0);
  });

  it('writes off by two people what expired; at the counter it had been refused', async () => {
    expect(screens['counter-expired']).toContain('只剩过期的');
    const { loss } = room;
    expect(loss).toMatchObject({ state: 'approved', proposedBy: '韦店长', decidedBy: '陆科长' });
    const cost = loss.goods.reduce((sum, { valueFen }) => sum + (valueFen ?? 0), 0);
    for (const text of [screens['loss'], paper('loss.pdf')]) {
      expect(text).toContain(loss.number);
      expect(text).toContain(yuan(cost));
    }
    expect((await drive.call('stock.lots', { show: 'expired' })).total).toBe(0);
  });

  it('counts blind and posts by another person; sheet and result agree with the books', async () => {
    const { stocktake, rows, shortageFen } = room.stocktake;
    expect(stocktake).toMatchObject({ state: 'posted', countedBy: '王芳', postedBy: '陆科长', blind: true });
    const missing = rows.filter(({ difference }) => difference !== 0);
    expect(missing).toMatchObject([{ difference: -1, differenceFen: -shortageFen }]);
    for (const { tag } of rows) expect(paper('count-sheet.pdf')).toContain(tag);
    expect(screens['stocktake-figure']).not.toContain('账面应有');
    for (const text of [screens['stocktake-check'], paper('count-result.pdf')])
      expect(text).toContain(yuan(shortageFen));
    const { rows: lots } = await drive.call('stock.lots', { search: missing[0]?.tag ?? '' });
    expect(lots[0]?.onHand).toBe(missing[0]?.counted);
  });

  it('tells where a lot came from and who got it, and what its card adds up to', async () => {
    const { traced: lot } = room;
    const trace = await drive.call('stock.trace', { lotId: lot.lotId, limit: 500 });
    expect(trace.households).toBe(new Set(trace.rows.map(({ householdId }) => householdId)).size);
    for (const text of [screens['lot'], paper('trace.pdf')]) {
      expect(text).toContain(lot.tag);
      expect(text).toContain(trace.origin.number);
    }
    for (const { number } of trace.rows) expect(paper('trace.pdf')).toContain(number);
    expect(screens['lot-origin']).toContain(trace.origin.number);
    const card = await drive.call('stock.card', { lotId: lot.lotId, limit: 500 });
    expect(card.rows.reduce((sum, { quantity }) => sum + quantity, card.opening)).toBe(card.closing);
    expect(card.closing).toBe(trace.onHand);
    for (const { number } of card.rows) expect(paper('card.pdf')).toContain(number);
  });

  it('writes to the donor what the page says', async () => {
    const { rows } = await drive.call('donors.list', { search: giver });
    const donor = await drive.call('donors.read', { donorId: rows[0]?.donorId ?? null });
    expect(screens['donor']).toContain(giver);
    expect(paper('letter.pdf')).toContain(giver);
    expect(paper('letter.pdf')).toContain(`${String(donor.households)}户`);
  });

  it('prints labels that another decoder reads, from the first free place of the sheet', async () => {
    const [page] = pageImages(readFileSync(join(papers, 'labels.pdf')), 200);
    const bars = await barsOn(page ?? new Uint8Array());
    expect(bars.map(({ text }) => text).toSorted()).toEqual([...room.labels, ...room.labels].toSorted());
  });

  it('opens the manual at the chapter of the section one is in', async () => {
    await openSection(drive, 'stocktake');
    await drive.page.keyboard.press('F1');
    const papersShown = () =>
      drive.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()
          .map(({ webContents }) => webContents.getURL())
          .filter((url) => url.startsWith('paper:')),
      );
    await expect
      .poll(papersShown, { timeout: 60_000 })
      .toEqual([expect.stringContaining('#nameddest=goods-stocktake&')]);
  });

  it('closes a month for good', async () => {
    const closed = await drive.call('reports.closedMonths', {});
    expect(closed).toMatchObject([{ month: room.closed, by: '韦店长' }]);
    const balance = await drive.call('reports.balance', { month: room.closed });
    expect(balance.ties).toBe(true);
  });
});
