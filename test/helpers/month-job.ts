// What a shop does in a month beside its main job, in the window, by keys: a package put together, a limit made, volunteers thanked with
// goods for their points, a delivery signed for. Each function is one stage and ends on a screen that shows its result.
import { savePaper } from './desk.ts';
import type { Drive } from './drive.ts';
import type { Look } from './main-job.ts';
import { openSection } from './store-job.ts';

/** One of each, by code; answers its number in the books. */
export const makePackage = async (
  drive: Drive,
  { name, codes }: { readonly name: string; readonly codes: readonly string[] },
  look: Look,
): Promise<number> => {
  await openSection(drive, 'packages');
  await drive.byId('package-new').press('Enter');
  await drive.byId('package-name').fill(name);
  for (const code of codes) {
    const lines = await drive.byId('package-line').count();
    await drive.byId('package-pick').fill(code);
    await drive.page.keyboard.press('Enter');
    await drive.byId('package-line').nth(lines).waitFor();
    await drive.byId('package-quantity').nth(lines).fill('1');
  }
  await look('package-form');
  await drive.page.keyboard.press('Control+Enter');
  await drive.byId('package-row').first().waitFor();
  await look('packages');
  const made = (await drive.call('packages.list', {})).find((each) => each.name === name);
  if (!made) throw new Error('the package was not made');
  return made.id;
};

/** One household, so many pieces of one kind of goods in a month. */
export const makeLimit = async (
  drive: Drive,
  { code, pieces }: { readonly code: string; readonly pieces: number },
  look: Look,
): Promise<void> => {
  await openSection(drive, 'limits');
  await drive.byId('limit-add').press('Enter');
  await drive.fill(/^规则名称/, '每月限领');
  await drive.byId('limit-goods').selectOption('item');
  await drive.byId('limit-pick-item').fill(code);
  await drive.page.keyboard.press('Enter');
  await drive.byId('limit-item').waitFor();
  await drive.byId('limit-amount-0').fill(String(pieces));
  await drive.byId('limit-says').waitFor();
  await look('limit-form');
  await drive.page.keyboard.press('Control+Enter');
  await drive.byId('limit-amount').first().waitFor();
  await look('limits');
};

/** A price in points on the goods, a volunteer entered, ten hours written down, some of the goods had for them. */
export const thankVolunteer = async (
  drive: Drive,
  { code, name }: { readonly code: string; readonly name: string },
  papers: string,
  look: Look,
): Promise<void> => {
  const { keyboard } = drive.page;
  await openSection(drive, 'catalogue');
  await drive.byId('goods-add').waitFor();
  await keyboard.press('F3');
  await keyboard.type(code);
  await drive.page.waitForFunction(() => document.querySelectorAll('.ant-table-row').length === 1);
  await drive.page.locator('.data-table').first().focus();
  await keyboard.press('ArrowDown');
  await keyboard.press('F6');
  await drive.byId('goods-points').fill('2');
  await keyboard.press('Control+Enter');
  await drive.byId('goods-points').waitFor({ state: 'detached' });

  await openSection(drive, 'points');
  await drive.byId('volunteer-add').press('Enter');
  await drive.byId('volunteer-name').fill(name);
  await drive.byId('volunteer-phone').fill('13800001234');
  await drive.byId('volunteer-save').press('Enter');
  await drive.byId('volunteer-row').first().waitFor();
  await drive.page.locator('.data-table').first().focus();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await drive.byId('points-earn').waitFor();
  await keyboard.press('F2');
  await drive.byId('earn-hours').fill('10');
  await drive.byId('earn-about').fill('理货和送货');
  await look('points-hours');
  await keyboard.press('Control+Enter');
  await drive.byId('earn-hours').waitFor({ state: 'detached' });
  await keyboard.press('F4');
  await drive.byId('points-pick').fill(code);
  await keyboard.press('Enter');
  await drive.byId('points-quantity').fill('3');
  await look('points-exchange');
  await keyboard.press('Control+Enter');
  await drive.byId('points-slip-save').waitFor();
  await savePaper(drive, papers, 'points-slip.pdf', 'points-slip-save');
  await keyboard.press('Escape');
  await drive.byId('points-balance').waitFor();
  await look('points-volunteer');
};

/** The note for who carries, and the name that came back signed. */
export const signDelivery = async (
  drive: Drive,
  receivedBy: string,
  papers: string,
  look: Look,
): Promise<void> => {
  const { keyboard } = drive.page;
  await openSection(drive, 'deliveries');
  await drive.byId('delivery-row').first().waitFor();
  await savePaper(drive, papers, 'delivery-note.pdf', 'delivery-notes-save');
  await look('deliveries');
  await drive.page.locator('.data-table').first().focus();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await drive.byId('delivery-confirm-form').waitFor();
  await drive.fill(/^收货人/, receivedBy);
  await drive.fill(/^与户主关系/, '本人');
  await look('delivery-signed');
  await keyboard.press('Control+Enter');
  await drive.byId('delivery-confirm-form').waitFor({ state: 'detached' });
  await drive.page.locator('.notice.done', { hasText: 'HX' }).waitFor();
  await look('delivery-done');
};
