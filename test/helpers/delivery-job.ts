// 送货上门 in the window, by keys: chosen at the till, listed, confirmed by the signed note, brought back. Each function is one stage and
// looks at every state it passes.
import { barcode } from './counter-books.ts';
import { confirm, leave, openVoucher, scanGoods } from './counter-job.ts';
import { savePaper } from './desk.ts';
import type { Drive } from './drive.ts';
import type { Look } from './main-job.ts';
import { openSection } from './store-job.ts';

const field = (drive: Drive, name: string) => drive.byId('delivery-form').locator(`input[name="${name}"]`);

/** F5 on an open basket: first without a carrier, which is named as a mistake; then with one. Answers the number. */
export const sendGoods = async (
  drive: Drive,
  code: string,
  to: { readonly carrier: string; readonly address: string | null },
  look: Look,
): Promise<string> => {
  const { keyboard } = drive.page;
  const name = to.address === null ? 'registered' : 'typed';
  await openVoucher(drive, code);
  await scanGoods(drive, barcode.rice);
  await scanGoods(drive, barcode.oil);
  await keyboard.press('F5');
  await drive.byId('delivery-form').waitFor();
  await keyboard.press('Control+Enter');
  await drive.byId('delivery-form').locator('.form-mistake').first().waitFor();
  await look(`delivery-${name}-empty`);
  await field(drive, 'carrier').pressSequentially(to.carrier);
  if (to.address !== null) {
    await drive.byId('delivery-where').selectOption('typed');
    await field(drive, 'address').fill(to.address);
  }
  await look(`delivery-${name}`);
  await keyboard.press('Control+Enter');
  await drive.byId('counter-delivery').waitFor();
  await look(`delivery-${name}-basket`);
  const number = await confirm(drive);
  await look(`delivery-${name}-done`);
  await leave(drive);
  return number;
};

const toList = async (drive: Drive): Promise<void> => {
  await openSection(drive, 'deliveries');
  await drive.byId('delivery-row').first().waitFor();
};
/** From the top: the row of this number. */
const standOn = async (drive: Drive, number: string): Promise<void> => {
  const rows = await drive.byId('delivery-row').allInnerTexts();
  await drive.page.locator('.data-table').first().focus();
  await drive.page.keyboard.press('Home');
  for (let at = 0; at < rows.indexOf(number); at += 1) await drive.page.keyboard.press('ArrowDown');
};

/** The notes of all that is under way, for the carrier. */
export const printNotes = async (drive: Drive, papers: string, look: Look): Promise<void> => {
  await toList(drive);
  await look('deliveries-out');
  await savePaper(drive, papers, 'notes.pdf', 'delivery-notes-save');
};

/** The signed note came back: not on a day before the goods left. Answers what was refused. */
export const confirmDelivery = async (
  drive: Drive,
  number: string,
  dayBefore: string,
  look: Look,
): Promise<string> => {
  const { keyboard } = drive.page;
  const form = drive.byId('delivery-confirm-form');
  const input = (name: string) => form.locator(`input[name="${name}"]`);
  await toList(drive);
  await standOn(drive, number);
  await keyboard.press('Enter');
  await form.waitFor();
  await look('delivery-confirm');
  // The first field has the focus; Enter goes on to the next.
  await keyboard.type('覃秀英');
  await keyboard.press('Enter');
  await keyboard.type('邻居');
  const day = await input('day').inputValue();
  await input('day').fill(dayBefore);
  await keyboard.press('Control+Enter');
  await drive.page.getByRole('dialog').getByRole('alert').last().waitFor();
  await look('delivery-day-refused');
  const said = await drive.page.getByRole('dialog').innerText();
  await input('day').fill(day);
  await keyboard.press('Control+Enter');
  await form.waitFor({ state: 'detached' });
  await drive.page.locator('.notice.done', { hasText: number }).waitFor();
  await look('deliveries-delivered');
  return said;
};

/** Nobody was there: F8 and a reason. */
export const bringBack = async (drive: Drive, number: string, look: Look): Promise<void> => {
  const { keyboard } = drive.page;
  await toList(drive);
  await standOn(drive, number);
  await keyboard.press('F8');
  await drive.byId('delivery-returned-reason').waitFor();
  await keyboard.press('Control+Enter');
  await drive.page.locator('.form-mistake').waitFor();
  await look('delivery-return-empty');
  await keyboard.type('家里没有人');
  await keyboard.press('Control+Enter');
  await drive.byId('delivery-returned-confirm').waitFor({ state: 'detached' });
  await drive.page.locator('.notice.done', { hasText: number }).waitFor();
  await look('deliveries-back');
};
