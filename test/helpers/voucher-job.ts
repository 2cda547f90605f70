// Vouchers before and after the till, in the window, by keys: a batch by two persons, its sheet and sign-off, a lost one replaced, and the
// end of a shift. Each function is one stage and looks at every state it passes.
import { savePaper } from './desk.ts';
import type { Drive } from './drive.ts';
import { bureau, changeTo, manager } from './first-run.ts';
import { place, type Look } from './main-job.ts';
import { openSection } from './store-job.ts';

/** Puts the focus on a button of the screen and presses it, as Tab and Enter do. */
const enter = (drive: Drive, testId: string): Promise<void> => drive.byId(testId).press('Enter');

interface Wanted {
  readonly name: string;
  readonly festival?: string;
  readonly faceYuan: string;
  readonly to: string;
}
/** The manager prepares a batch, the bureau approves it by the totals on the paper. Begins and ends signed in as manager. */
export const issueByTwo = async (
  drive: Drive,
  { name, festival = '', faceYuan, to }: Wanted,
  look: Look,
): Promise<void> => {
  const { keyboard } = drive.page;
  await drive.go(place.vouchers);
  await drive.byId('vouchers-new').waitFor();
  await keyboard.press('F4');
  await drive.byId('batch-name').fill(name);
  await drive.byId('batch-festival').fill(festival);
  await drive.byId('batch-face').fill(faceYuan);
  await drive.byId('batch-categories-all').press('Enter');
  await drive.byId('batch-to').fill(to);
  await keyboard.press('Control+Enter');
  await drive.byId('batch-previewed').waitFor();
  await look('batch-preview');
  await keyboard.press('F9');
  await drive.byId('batch-issue-confirm').waitFor();
  await look('batch-prepare');
  await keyboard.press('Control+Enter');
  await drive.byId('draft-figures').waitFor();
  await look('batch-draft');
  const pieces = (await drive.byId('draft-pieces').locator('dd').innerText()).replace(/\D/g, '');

  await changeTo(drive, bureau);
  await drive.go(place.vouchers);
  await drive.page.locator('.ant-table-row').first().waitFor();
  await drive.page.locator('.data-table').first().focus();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await drive.byId('draft-approve').waitFor();
  await keyboard.press('F9');
  await drive.byId('approve-pieces').fill(pieces);
  await drive.byId('approve-worth').fill(String(Number(pieces) * Number(faceYuan)));
  await look('batch-approve');
  await keyboard.press('Control+Enter');
  await drive.byId('batch-figures').waitFor();
  await changeTo(drive, manager);
};

/** Prints the sheet of the newest batch and enters its sign-off sheet: everybody signed. */
export const printAndHandOver = async (
  drive: Drive,
  papers: string,
  look: Look,
  sheet = 'vouchers.pdf',
): Promise<void> => {
  const { keyboard } = drive.page;
  await drive.go(place.vouchers);
  await drive.page.locator('.ant-table-row').first().waitFor();
  await drive.page.locator('.data-table').first().focus();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await drive.byId('batch-figures').waitFor();
  await savePaper(drive, papers, sheet, 'voucher-sheet-save');
  await savePaper(drive, papers, 'sign-off.pdf', 'sign-off-save');
  await enter(drive, 'batch-hand-over');
  await drive.byId('handover-day').waitFor();
  await look('hand-over');
  await keyboard.press('Control+Enter');
  await drive.byId('handover-confirm').waitFor({ state: 'detached' });
  await look('batch-handed-over');
};

/** Lost: a new paper for it, answered for by the bureau. Signed in as manager. Answers the new number. */
export const replaceLost = async (
  drive: Drive,
  serial: string,
  papers: string,
  look: Look,
): Promise<string> => {
  const { keyboard } = drive.page;
  await openSection(drive, 'outstanding');
  await drive.page.locator('.ant-table-row').first().waitFor();
  await look('outstanding');
  await drive.go(place.home);
  await openSection(drive, 'batches');
  await drive.page.locator('.ant-table-row').first().waitFor();
  await drive.page.locator('.data-table').first().focus();
  await keyboard.press('End');
  await keyboard.press('Enter');
  await drive.byId('batch-figures').waitFor();
  await keyboard.press('F3');
  await keyboard.type(serial);
  await drive.page.waitForFunction(() => document.querySelectorAll('.ant-table-row').length === 1);
  await drive.page.locator('.data-table').first().focus();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await drive.byId('voucher-replace').waitFor();
  await look('voucher-page');
  await enter(drive, 'voucher-replace');
  await drive.byId('second-password').fill(bureau.password);
  await look('voucher-replace');
  await keyboard.press('Control+Enter');
  await drive.byId('replacement-save').waitFor();
  await savePaper(drive, papers, 'replacement.pdf', 'replacement-save');
  await look('voucher-replaced');
  return (await drive.page.getByRole('heading', { level: 1 }).innerText()).replace(/^\S+\s/, '').trim();
};

/** The batch is stopped: every unused voucher of it is void, with a reason. Answers how many. Signed in as manager. */
export const voidOpen = async (drive: Drive, batch: string, reason: string, look: Look): Promise<number> => {
  const { keyboard } = drive.page;
  await openSection(drive, 'batches');
  const rows = drive.page.locator('.ant-table-row');
  await rows.first().waitFor();
  const at = (await rows.allInnerTexts()).findIndex((text) => text.includes(batch));
  await drive.page.locator('.data-table').first().focus();
  await keyboard.press('Home');
  for (let step = 0; step < at; step += 1) await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await drive.byId('voucher-row').first().waitFor();
  await look('batch-open');
  await enter(drive, 'batch-void-open');
  await drive.byId('void-open-reason').waitFor();
  await keyboard.press('Control+Enter');
  await drive.page.locator('.form-mistake').waitFor();
  await look('void-open-empty');
  await keyboard.type(reason);
  await look('void-open');
  await keyboard.press('Control+Enter');
  await drive.byId('void-open-confirm').waitFor({ state: 'detached' });
  await drive.page.locator('[data-testid="voucher-row"][data-state="void"]').first().waitFor();
  await look('batch-voided');
  return Number(await drive.byId('batch-void').locator('dd').innerText());
};

/** The till's shift begins with what lies in the drawer. */
export const openShift = async (drive: Drive, cashYuan: string, look: Look): Promise<void> => {
  await openSection(drive, 'shifts');
  await drive.byId('shift-open').waitFor();
  await drive.page.keyboard.press('F2');
  await drive.byId('shift-open-form').waitFor();
  await drive.byId('shift-open-form').getByRole('textbox').first().fill(cashYuan);
  await look('shift-open');
  await drive.page.keyboard.press('Control+Enter');
  await drive.byId('shift-close').waitFor();
};

/** The till's shift is ended with counted cash; its sheet and the day's are saved. */
export const endShift = async (drive: Drive, cashYuan: string, papers: string, look: Look): Promise<void> => {
  const { keyboard } = drive.page;
  await openSection(drive, 'shifts');
  await drive.byId('shift-close').waitFor();
  await look('shift');
  await keyboard.press('F8');
  await drive.byId('shift-end-form').waitFor();
  await drive.fill(/^实点现金/, cashYuan);
  await look('shift-end');
  await keyboard.press('Control+Enter');
  await drive.byId('shift-papers').waitFor();
  await savePaper(drive, papers, 'shift.pdf', 'shift-sheet-save');
  await savePaper(drive, papers, 'day.pdf', 'day-sheet-save');
  await look('shift-ended');
};
