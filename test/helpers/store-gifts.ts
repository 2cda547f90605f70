// Gifts with all that may come with them, and the whole life of their receipts, in the window: second-hand pieces, refused goods,
// A4 and roll, void, written anew, the number register, the donor and the letter. Part of the store room (store-job.ts).
import { openFirstRow, savePaper } from './desk.ts';
import type { Drive } from './drive.ts';
import { place, type Look } from './main-job.ts';
import { openSection } from './store-job.ts';

export const giver = '城中区爱心联合会';

const newGift = async (drive: Drive, donor: string, kind: string): Promise<void> => {
  await openSection(drive, 'gifts');
  await drive.page.keyboard.press('F2');
  await drive.byId('donation-donorName').fill(donor);
  await drive.byId('donation-kind').selectOption(kind);
};

/** The newest receipt's number and gift. */
const newest = async (drive: Drive): Promise<{ readonly id: number; readonly number: string }> => {
  const { rows } = await drive.call('donations.list', { limit: 1 });
  const [row] = rows;
  if (row === undefined) throw new Error('no gift was recorded');
  return { id: row.id, number: row.receiptNumber };
};

/**
 * Three second-hand coats, each a piece with its own tag, and five sweaters that were not taken; looked at by two. The receipt is
 * saved on A4 and on the roll, the pieces' labels on a sheet.
 */
export const giveSecondHand = async (drive: Drive, papers: string, look: Look): Promise<string> => {
  const { businessDay } = await drive.call('shop.status', {});
  await newGift(drive, giver, 'organisation');
  await drive.byId('donation-campaign').fill('慈善捐助月');
  await drive.byId('donation-purpose').fill('困难家庭过冬');
  await drive.byId('donation-inspectorA').fill('韦店长');
  await drive.byId('donation-inspectorB').fill('王芳');
  await drive.page.keyboard.press('F6');
  await drive.page.keyboard.type('G022');
  await drive.page.keyboard.press('Enter');
  await drive.byId('line-quantity').fill('3');
  await drive.byId('line-basis').selectOption('unpriced');
  await drive.byId('line-second-hand').click();
  await drive.byId('line-grade').selectOption('good');
  await drive.byId('line-disinfected').fill(businessDay.replaceAll('-', ''));
  await drive.byId('line-pieces').check();
  await drive.page.keyboard.press('F7');
  await drive.byId('refused-description').fill('旧毛衣');
  await drive.byId('refused-quantity').fill('5 件');
  await drive.byId('refused-reason').fill('破损，不能穿');
  await look('gift-second-hand');
  await drive.page.keyboard.press('Control+Enter');
  await drive.byId('donation-open').waitFor();
  await savePaper(drive, papers, 'gift-a4.pdf', 'receipt-save');
  await drive.byId('receipt-paper').selectOption('slip');
  await savePaper(drive, papers, 'gift-slip.pdf', 'receipt-save');
  await savePaper(drive, papers, 'pieces.pdf', 'labels-save');
  await look('gift-saved');
  return (await newest(drive)).number;
};

/** Cash taken down under the wrong number of yuan, and so taken back in the same month. */
export const voidReceipt = async (drive: Drive, look: Look): Promise<string> => {
  await newGift(drive, '韦先生', 'person');
  await drive.byId('donation-cash').fill('500');
  await drive.page.keyboard.press('Control+Enter');
  await drive.byId('donation-open').waitFor();
  await drive.page.keyboard.press('F4');
  await drive.byId('gift-end').click();
  await drive.byId('gift-end-reason').fill('金额写错，款已退回');
  await look('gift-void-ask');
  await drive.byId('gift-end-confirm').click();
  await drive.byId('gift-ended').waitFor();
  await look('gift-void');
  return (await newest(drive)).number;
};

/** A receipt made out to the wrong school, written anew for the right one. */
export const writeAnew = async (
  drive: Drive,
  papers: string,
  look: Look,
): Promise<{ readonly wrong: string; readonly right: string }> => {
  await newGift(drive, '第二中学', 'school');
  await drive.byId('donation-cash').fill('300');
  await drive.page.keyboard.press('Control+Enter');
  await drive.byId('donation-open').waitFor();
  const { number: wrong } = await newest(drive);
  await drive.page.keyboard.press('F4');
  await drive.byId('gift-anew').waitFor();
  await drive.page.keyboard.press('F7');
  await drive.byId('donation-anewReason').fill('校名写错');
  await drive.byId('donation-donorName').fill('第一中学');
  await look('gift-anew');
  await drive.page.keyboard.press('Control+Enter');
  await drive.byId('donation-open').waitFor();
  await savePaper(drive, papers, 'gift-anew.pdf', 'receipt-save');
  return { wrong, right: (await newest(drive)).number };
};

export const readRegister = async (drive: Drive, papers: string, look: Look): Promise<void> => {
  await openSection(drive, 'register');
  await drive.byId('register-verdict').waitFor();
  await look('register');
  await savePaper(drive, papers, 'register.pdf', 'register-save');
};

/** The donor's page with what became of the gifts, and the letter. */
export const readDonor = async (drive: Drive, papers: string, look: Look): Promise<void> => {
  await openSection(drive, 'donors');
  await drive.byId('list-search').fill(giver);
  await drive.page.locator('.ant-table-row').first().filter({ hasText: giver }).waitFor();
  await look('donors');
  await openFirstRow(drive);
  await drive.byId('donor-figures').waitFor();
  await look('donor');
  await savePaper(drive, papers, 'letter.pdf', 'letter-save');
  await drive.go(place.home);
};

/** A gift of cash whose month is closed is taken back by a red entry of today; answers its number. */
export const redEntry = async (drive: Drive, papers: string, month: string, look: Look): Promise<string> => {
  const { rows } = await drive.call('donations.list', { month, limit: 500 });
  const gift = rows.find(
    ({ cashFen, goodsLines, state }) => cashFen !== null && goodsLines === 0 && state === 'valid',
  );
  if (gift === undefined) throw new Error(`no gift of cash in ${month}`);
  await openSection(drive, 'gifts');
  await drive.byId('donation-month').selectOption('');
  await drive.byId('list-search').fill(gift.receiptNumber);
  await drive.page.locator('.ant-table-row').first().filter({ hasText: gift.receiptNumber }).waitFor();
  await openFirstRow(drive);
  await drive.byId('gift-end').waitFor();
  await drive.page.keyboard.press('F6');
  await drive.byId('gift-end-reason').fill('款项退回捐赠人');
  await look('gift-red-ask');
  await drive.byId('gift-end-confirm').click();
  await drive.byId('gift-ended').waitFor();
  await savePaper(drive, papers, 'red-entry.pdf', 'red-entry-save');
  return gift.receiptNumber;
};
