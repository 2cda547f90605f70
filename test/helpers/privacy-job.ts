// What leaves the books, in the window: the list on the wall read before it is printed, rosters masked and whole, who looked at what. One
// stage a function; each ends on a screen that shows its result.
import { savePaper } from './desk.ts';
import type { Drive } from './drive.ts';
import type { Look } from './main-job.ts';
import { openSection } from './store-job.ts';

type Tab = 'public' | 'export' | 'consents' | 'due' | 'records' | 'fields';

/** By the mouse only where the tab's key depends on the role. */
const openTab = async (drive: Drive, tab: Tab): Promise<void> => {
  await openSection(drive, 'privacy');
  await drive.byId(`privacy-${tab}`).click();
  await drive.page.locator(`[data-testid="privacy-${tab}"][aria-current="page"]`).waitFor();
};

/** The list of the first issue: read, said to be read, printed. */
export const publish = async (drive: Drive, papers: string, look: Look): Promise<void> => {
  await openTab(drive, 'public');
  await drive.byId('public-batch').selectOption({ index: 1 });
  await drive.byId('public-preview').waitFor();
  await drive.page.keyboard.press('F7');
  await drive.byId('public-preview').evaluate((part) => part.scrollIntoView());
  await look('public-list');
  await savePaper(drive, papers, 'public.pdf', 'public-list-save');
};

/** Masked as it is; whole for a reason that the log keeps. */
export const takeRosters = async (drive: Drive, papers: string, look: Look): Promise<void> => {
  await openTab(drive, 'export');
  await savePaper(drive, papers, 'masked.pdf', 'roster-masked-pdf');
  await drive.page.keyboard.press('F7');
  await drive.byId('export-reason').fill('报区民政局年审');
  await look('roster-export');
  await savePaper(drive, papers, 'whole.csv', 'roster-whole-csv');
};

export const readConsents = async (drive: Drive, look: Look): Promise<void> => {
  await openTab(drive, 'consents');
  await drive.page.locator('.ant-table-row').first().waitFor();
  await look('consents');
};

export const readRecords = async (drive: Drive, look: Look): Promise<void> => {
  await openTab(drive, 'records');
  await drive.page.locator('.ant-table-row').first().waitFor();
  await look('records');
};

export const readClasses = async (drive: Drive, look: Look): Promise<void> => {
  await openTab(drive, 'fields');
  await drive.page.locator('.ant-table-row').first().waitFor();
  await look('field-classes');
};

/** What is due to be erased, with the bureau's account. */
export const readDue = async (drive: Drive, look: Look): Promise<void> => {
  await openTab(drive, 'due');
  await drive.byId('due-about').waitFor();
  await look('due');
};
