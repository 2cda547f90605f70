// Who collects instead of the holder, in the window: an institution with its roster, a proxy at the till (F4), an institution collecting
// for its residents (F5). One stage a function; each ends on a screen that shows its result.
import type { Output } from '../../db/contract/index.ts';
import { savePaper } from './desk.ts';
import type { Drive } from './drive.ts';
import { place, type Look } from './main-job.ts';
import { openSection } from './store-job.ts';

/** A home, and everybody in institutional care on its roster. */
export const addInstitution = async (drive: Drive, name: string, look: Look): Promise<void> => {
  const { keyboard } = drive.page;
  await openSection(drive, 'institutions');
  await keyboard.press('F7');
  await drive.byId('institution-add').waitFor();
  await keyboard.press('F2');
  await drive.fill(/^机构名称/, name);
  await drive.fill(/^联系人/, '蒙主任');
  await keyboard.press('Control+Enter');
  await drive.byId('roster-join-all').press('Enter');
  await drive.fill(/^变动原因/, '入住');
  await look('roster');
  await keyboard.press('Control+Enter');
  await drive.page.locator('.notice.done').waitFor();
  await keyboard.press('Escape');
  await drive.page.locator('.ant-table-row').first().waitFor();
  await look('institutions');
};

/** A standing proxy of this household: with the whole number and a paper behind it. */
export const addProxy = async (
  drive: Drive,
  { household, number }: { readonly household: string; readonly number: string },
  look: Look,
): Promise<void> => {
  await openSection(drive, 'institutions');
  await drive.page.keyboard.press('F2');
  await drive.byId('pick-household').fill(household);
  await drive.byId('pick-household').press('Enter');
  await drive.byId('picked-household').waitFor();
  await drive.fill(/^代领人姓名/, '莫邻居');
  await drive.fill(/^证件号码/, number);
  await drive.fill(/^依据/, '委托书 5 号');
  await look('proxy-add');
  await drive.page.keyboard.press('Control+Enter');
  await drive.byId('proxy-state').waitFor();
  await look('proxies');
};

/** The neighbour shows the card: four last characters and why, goods, F9. The counter is signed in. */
export const collectByProxy = async (
  drive: Drive,
  code: string,
  barcode: string,
  look: Look,
): Promise<void> => {
  const { keyboard } = drive.page;
  await drive.go(place.counter);
  await drive.byId('counter-idle').waitFor();
  await drive.scan(code);
  await drive.byId('counter-basket').waitFor();
  await keyboard.press('F4');
  await drive.byId('proxy-form').waitFor();
  await drive.byId('proxy-who').selectOption('spot');
  await drive.fill(/^代领人姓名/, '莫邻居');
  await drive.fill(/^证件号码/, '023X');
  await drive.fill(/^为什么没有出示/, '未带身份证，居委会担保');
  await look('proxy-till');
  await keyboard.press('Control+Enter');
  await drive.byId('proxy-form').waitFor({ state: 'detached' });
  await drive.scan(barcode);
  await drive.byId('counter-line').waitFor();
  await look('proxy-basket');
  await keyboard.press('F9');
  await drive.byId('counter-done').waitFor();
  await look('proxy-done');
  await keyboard.press('Escape');
  await drive.byId('counter-idle').waitFor();
};

/** The first institution collects one piece for each resident; answers what the books say of it. */
export const collectForInstitution = async (
  drive: Drive,
  papers: string,
  barcode: string,
  look: Look,
): Promise<Output<'counter.institutions'>['today'][number]> => {
  const { keyboard } = drive.page;
  await drive.go(place.counter);
  await drive.byId('counter-idle').waitFor();
  await keyboard.press('F5');
  await drive.byId('institution-open').first().press('Enter');
  await drive.byId('institution-goods').fill(barcode);
  await drive.byId('institution-goods').press('Enter');
  await drive.byId('institution-line').waitFor();
  await drive.fill(/^领取人姓名/, '蒙主任');
  await drive.fill(/^领取人证件/, '5531');
  await look('institution-till');
  await keyboard.press('F9');
  await drive.byId('institution-confirm').press('Enter');
  await drive.byId('institution-done').waitFor();
  await look('institution-done');
  await savePaper(drive, papers, 'institution.pdf', 'institution-paper-save');
  await keyboard.press('Escape');
  const { today } = await drive.call('counter.institutions', {});
  if (!today[0]) throw new Error('nothing was collected');
  return today[0];
};

/** Who collected for whom this month. */
export const readCollections = async (drive: Drive, look: Look): Promise<void> => {
  await openSection(drive, 'institutions');
  await drive.page.keyboard.press('F9');
  await drive.byId('collection').first().waitFor();
  await look('collections');
  await drive.page.keyboard.press('Escape');
};
