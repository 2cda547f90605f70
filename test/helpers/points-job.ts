// 志愿者积分 in the window, by keys and scanner: a volunteer entered, hours, goods for points, too few of them, and taken back.
import { barcode } from './counter-books.ts';
import { openFirstRow, savePaper } from './desk.ts';
import type { Drive } from './drive.ts';
import { volunteer } from './first-run.ts';
import type { Look } from './main-job.ts';
import { openSection } from './store-job.ts';

const balance = (drive: Drive): Promise<string> => drive.byId('points-balance').innerText();

/** Signed in as manager. Ends on the page of the volunteer, whose account is the till's. */
export const enterVolunteer = async (drive: Drive, look: Look): Promise<void> => {
  const { keyboard } = drive.page;
  await openSection(drive, 'points');
  await drive.byId('volunteer-add').waitFor();
  await look('points-none');
  await keyboard.press('F2');
  await drive.byId('volunteer-name').waitFor();
  await keyboard.press('Control+Enter');
  await drive.page.locator('.form-mistake').first().waitFor();
  await look('points-volunteer-empty');
  await keyboard.type(volunteer.name);
  await drive.byId('volunteer-phone').fill('13800000000');
  await drive.byId('volunteer-account').selectOption({ label: volunteer.name });
  await keyboard.press('Control+Enter');
  await drive.byId('volunteer-row').waitFor();
  await look('points-volunteers');
  await openFirstRow(drive);
  await drive.byId('points-balance').waitFor();
};

/** Two and a half hours; not to the minute. */
export const enterHours = async (drive: Drive, look: Look): Promise<string> => {
  const { keyboard } = drive.page;
  await keyboard.press('F2');
  await drive.byId('earn-hours').waitFor();
  await keyboard.type('1.3');
  await keyboard.press('Control+Enter');
  await drive.page.locator('.form-mistake').first().waitFor();
  await look('points-hours-wrong');
  await drive.byId('earn-hours').fill('2.5');
  await drive.byId('earn-about').fill('整理货架');
  await keyboard.press('Control+Enter');
  await drive.byId('points-entry').waitFor();
  await look('points-hours');
  return balance(drive);
};

/** Two cakes of soap cost more points than there are; one is given. Answers what was refused. */
export const exchange = async (drive: Drive, papers: string, look: Look): Promise<string> => {
  const { keyboard } = drive.page;
  await keyboard.press('F4');
  await drive.byId('points-pick').waitFor();
  await look('points-exchange-empty');
  await drive.scan(barcode.soap);
  await drive.byId('points-line').waitFor();
  await drive.byId('points-quantity').fill('2');
  await keyboard.press('Control+Enter');
  await drive.page.locator('main').getByRole('alert').waitFor();
  await look('points-short');
  const said = await drive.page.locator('main').innerText();
  await drive.byId('points-quantity').fill('1');
  await look('points-exchange');
  await keyboard.press('Control+Enter');
  await drive.byId('points-slip-save').waitFor();
  await savePaper(drive, papers, 'points.pdf', 'points-slip-save');
  await look('points-exchanged');
  await keyboard.press('Escape');
  await drive.byId('points-balance').waitFor();
  return said;
};

/** The hours cannot be taken back while their points are spent; the exchange can, and the points are there again. */
export const takeExchangeBack = async (drive: Drive, look: Look): Promise<string> => {
  const { keyboard } = drive.page;
  await drive.byId('points-entry').nth(1).waitFor();
  await look('points-entries');
  const ask = async (row: 'Home' | 'End'): Promise<void> => {
    await drive.page.locator('.data-table').focus();
    await keyboard.press(row);
    await keyboard.press('Enter');
    await drive.byId('points-undo-reason').waitFor();
    await keyboard.type('拿错了');
  };
  await ask('End');
  await keyboard.press('Control+Enter');
  await drive.page.getByRole('dialog').getByRole('alert').waitFor();
  await look('points-hours-spent');
  await keyboard.press('Escape');
  await drive.byId('points-undo-reason').waitFor({ state: 'detached' });
  await ask('Home');
  await look('points-undo');
  await keyboard.press('Control+Enter');
  await drive.byId('points-entry').nth(2).waitFor();
  await look('points-undone');
  return balance(drive);
};

/** Signed in as the volunteer: one's own points, to read only. */
export const ownPoints = async (drive: Drive, look: Look): Promise<string> => {
  await openSection(drive, 'points');
  await drive.byId('points-balance').waitFor();
  await look('points-own');
  return balance(drive);
};
