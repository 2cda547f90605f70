// Who is entitled, in the window: a bulk renewal of reviews, the month's movement, the table of categories. One stage a function; each
// ends on a screen that shows its result.
import { savePaper } from './desk.ts';
import type { Drive } from './drive.ts';
import type { Look } from './main-job.ts';
import { openSection } from './store-job.ts';

/** All households of the queue of overdue reviews, on one piece of evidence; answers how many the screen says. */
export const renewOverdue = async (drive: Drive, look: Look): Promise<number> => {
  await openSection(drive, 'reviews');
  await drive.byId('queue-overdue').press('Enter');
  await drive.page.locator('.ant-table-row').first().waitFor();
  await look('reviews');
  await drive.page.keyboard.press('F6');
  await drive.byId('renew-evidence').fill('入户核查表 2026-11');
  await look('review-renew');
  await drive.page.keyboard.press('Control+Enter');
  const said = drive.page.locator('.notice.done');
  await said.waitFor();
  await look('review-renewed');
  return Number(/\d+/.exec((await said.innerText()).replaceAll(',', ''))?.[0]);
};

export const readMovement = async (drive: Drive, papers: string, look: Look): Promise<void> => {
  await openSection(drive, 'movement');
  await drive.byId('movement-paper').waitFor();
  await look('movement');
  await savePaper(drive, papers, 'movement.pdf', 'movement-pdf-save');
};

/** One more category, and its name changed from tomorrow on: today's papers keep the old one. */
export const addCategory = async (
  drive: Drive,
  { name, renamed, from }: { readonly name: string; readonly renamed: string; readonly from: string },
  look: Look,
): Promise<void> => {
  await openSection(drive, 'categories');
  await drive.page.locator('.ant-table-row').first().waitFor();
  await drive.page.keyboard.press('F2');
  await drive.fill(/^名称/, name);
  await drive.fill(/^就高次序/, '99');
  await drive.fill(/^年审周期/, '12');
  await drive.fill(/^渐退期/, '0');
  await drive.page.keyboard.press('Control+Enter');
  const row = drive.page.locator('.ant-table-row', { hasText: name });
  await drive.page.locator('.data-table').waitFor();
  await drive.byId('list-search').fill(name);
  await row.waitFor();
  await drive.page.locator('.data-table').focus();
  await drive.page.keyboard.press('Enter');
  await drive.byId('category-names').waitFor();
  await drive.page.keyboard.press('F6');
  await drive.byId('rename-name').fill(renamed);
  await drive.byId('rename-from').fill(from);
  await look('category-rename');
  await drive.byId('rename-confirm').press('Enter');
  await drive.byId('rename-confirm').waitFor({ state: 'detached' });
  await drive.byId('category-names').getByText(renamed).waitFor();
  await look('category');
  await drive.page.keyboard.press('Escape');
  await drive.byId('list-search').fill('');
  await drive.page.locator('.ant-table-row').nth(3).waitFor();
  await look('categories');
};
