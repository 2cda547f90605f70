// Counting and writing off, in the window: the manager opens or proposes, a volunteer counts blind with the scanner, the bureau's
// account gives the second signature. Part of the store room (store-job.ts).
import type { Output } from '../../db/contract/index.ts';
import { openFirstRow, savePaper } from './desk.ts';
import type { Drive } from './drive.ts';
import { bureau, changeTo, manager, volunteer } from './first-run.ts';
import type { Look } from './main-job.ts';
import { openSection, type Lot } from './store-job.ts';

export type Stocktake = Output<'stocktake.read'>;

/** The category that is counted; one piece of its first lot will be missing. */
export const countedCategory = '日用';

/** Opened by the manager, counted by the volunteer who sees no books, posted by the bureau; ends signed in as manager. */
export const countShelf = async (drive: Drive, papers: string, look: Look): Promise<Stocktake> => {
  await openSection(drive, 'stocktake');
  await drive.page.keyboard.press('F2');
  await drive.byId('stocktake-some').check();
  await drive.byId(`stocktake-category-${countedCategory}`).check();
  await look('stocktake-open');
  await drive.page.keyboard.press('Control+Enter');
  await drive.byId('count-surface').waitFor();
  await savePaper(drive, papers, 'count-sheet.pdf', 'stocktake-paper-save');
  // What stands on the shelf: the volunteer counts it, this program has to look it up.
  const { rows: lots } = await drive.call('stock.lots', {
    category: countedCategory,
    placeId: 1,
    limit: 500,
  });

  await changeTo(drive, volunteer);
  await openSection(drive, 'stocktake');
  await openFirstRow(drive);
  await drive.byId('count-surface').waitFor();
  for (const [at, lot] of lots.entries())
    await count(drive, lot, at === 0 ? lot.onHand - 1 : lot.onHand, at === 1 ? look : undefined);
  await look('stocktake-counting');
  await drive.page.keyboard.press('F9');
  await drive.byId('finish-confirm').click();
  await drive.byId('finish-confirm').waitFor({ state: 'detached' });

  await changeTo(drive, bureau);
  await openSection(drive, 'stocktake');
  await openFirstRow(drive);
  await drive.byId('stocktake-post').waitFor();
  await look('stocktake-check');
  await drive.page.keyboard.press('F9');
  await look('stocktake-post');
  await drive.byId('post-confirm').click();
  await drive.byId('post-confirm').waitFor({ state: 'detached' });
  await savePaper(drive, papers, 'count-result.pdf', 'stocktake-paper-save');
  const [newest] = (await drive.call('stocktake.list', { limit: 1 })).rows;
  if (newest === undefined) throw new Error('no stocktake was opened');
  const read = await drive.call('stocktake.read', { stocktakeId: newest.stocktakeId, limit: 500 });
  await changeTo(drive, manager);
  return read;
};

/** Scan the label, type what is there, Enter; the desk rests again. */
const count = async (drive: Drive, lot: Lot, pieces: number, look?: Look): Promise<void> => {
  await drive.scan(lot.tag);
  await drive.byId('count-figure').waitFor();
  await drive.page.keyboard.type(String(pieces));
  await look?.('stocktake-figure');
  await drive.page.keyboard.press('Enter');
  await drive.byId('count-last').waitFor();
};

/** All that has expired, written off: proposed by the manager, approved by the bureau. Ends signed in as manager. */
export const writeOffExpired = async (
  drive: Drive,
  papers: string,
  look: Look,
): Promise<Output<'losses.read'>> => {
  await openSection(drive, 'losses');
  await drive.page.keyboard.press('F2');
  await drive.byId('loss-method').fill('集中销毁');
  await drive.byId('loss-witness').fill('王芳');
  await drive.page.keyboard.press('F7');
  await drive.byId('loss-line').first().waitFor();
  await look('loss-form');
  await drive.page.keyboard.press('Control+Enter');
  await drive.byId('loss-open').waitFor();

  await changeTo(drive, bureau);
  await openSection(drive, 'losses');
  await look('losses');
  await openFirstRow(drive);
  await drive.byId('loss-approve').waitFor();
  await look('loss-check');
  await drive.page.keyboard.press('F9');
  await drive.byId('approve-confirm').click();
  await drive.byId('approve-confirm').waitFor({ state: 'detached' });
  await savePaper(drive, papers, 'loss.pdf', 'loss-paper-save');
  await look('loss');
  const [newest] = (await drive.call('losses.list', { limit: 1 })).rows;
  if (newest === undefined) throw new Error('no loss was proposed');
  const read = await drive.call('losses.read', { lossId: newest.lossId });
  await changeTo(drive, manager);
  return read;
};
