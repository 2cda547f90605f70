// What keeps it fair, in the window: a relative of staff on file, a spot check with a household that does not fit, a complaint. One stage a
// function; each ends on a screen that shows its result.
import { openFirstRow, savePaper } from './desk.ts';
import type { Drive } from './drive.ts';
import { place, type Look } from './main-job.ts';
import { openSection } from './store-job.ts';

/** One household chosen by its number in the field that has it. */
const pickHousehold = async (drive: Drive, number: string): Promise<void> => {
  await drive.byId('pick-household').fill(number);
  await drive.byId('pick-household').press('Enter');
  await drive.byId('picked-household').waitFor();
};

export const fileRelative = async (
  drive: Drive,
  { staff, number }: { readonly staff: string; readonly number: string },
  look: Look,
): Promise<void> => {
  await openSection(drive, 'relatives');
  await drive.page.keyboard.press('F2');
  await pickHousehold(drive, number);
  await drive.byId('relative-staff').selectOption({ label: staff });
  await drive.fill(/^亲属关系/, '姑姑');
  await drive.fill(/^备案文书/, '近亲属备案表 3 号');
  await look('relative-file');
  await drive.page.keyboard.press('Control+Enter');
  await drive.page.locator('.notice.done').waitFor();
  await drive.page.keyboard.press('Escape');
  await drive.page.locator('.ant-table-row').first().waitFor();
  await look('relatives');
};

/** 30 % of one community, rounded up, the relatives beside it; this household is found not to fit. */
export const checkCommunity = async (
  drive: Drive,
  papers: string,
  { community, misfit }: { readonly community: string; readonly misfit: string },
  look: Look,
): Promise<void> => {
  await openSection(drive, 'checks');
  await drive.page.keyboard.press('F2');
  await drive.fill(/^抽查名称/, '2026 年下半年入户抽查');
  const size = drive.byId('draw-size');
  await size.filter({ hasText: '近亲属必查' }).waitFor();
  // Until the books have answered for the community, the figures of the whole shop stand there.
  const ofAll = (await size.innerText()).trim();
  await drive.byId('draw-community').fill(community);
  await size.filter({ hasText: '近亲属必查 1 户', hasNotText: ofAll }).waitFor();
  await look('check-draw');
  await drive.page.keyboard.press('Control+Enter');
  await drive.byId('draw-confirm').waitFor();
  await look('check-draw-ask');
  await drive.byId('draw-confirm').press('Enter');
  await drive.byId('check-facts').waitFor();
  await savePaper(drive, papers, 'check.pdf', 'check-form-save');
  // Those always in stand at the end of the list.
  await drive.page.locator('.data-table').focus();
  await drive.page.keyboard.press('End');
  await drive.page.locator('.ant-table-row', { hasText: misfit }).waitFor();
  await drive.page.keyboard.press('Enter');
  await drive.byId('result-choice').selectOption('misfits');
  await drive.page
    .getByRole('dialog')
    .getByLabel(/^入户人/)
    .fill('韦店长、王芳');
  await drive.byId('result-note').fill('已搬走，房屋出租');
  await look('check-result');
  await drive.page.keyboard.press('Control+Enter');
  await drive.byId('result-confirm').waitFor({ state: 'detached' });
  await drive.page.getByText('结果由您登记').waitFor();
  await look('check');
};

/** The bureau's account decides about the one household that waits, in the newest check: it stays. */
export const decide = async (drive: Drive, look: Look): Promise<void> => {
  await openSection(drive, 'checks');
  await openFirstRow(drive);
  await drive.byId('check-show').selectOption('misfits');
  await drive.byId('line-decide').press('Enter');
  await drive.byId('decide-outcome').selectOption('stays');
  await drive.byId('decide-reason').fill('复查：住院期间由子女代管，仍居住');
  await look('check-decide');
  await drive.byId('decide-confirm').press('Enter');
  await drive.byId('decide-confirm').waitFor({ state: 'detached' });
  await drive.page.getByText(/保留 · /).waitFor();
  await look('check-decided');
};

/** Recorded, one step, closed; answers its number. */
export const complain = async (drive: Drive, papers: string, number: string, look: Look): Promise<string> => {
  await openSection(drive, 'complaints');
  await drive.page.keyboard.press('F2');
  await drive.byId('complaint-matter').fill('反映该户有人就业，收入超标，仍在领券');
  await pickHousehold(drive, number);
  await drive.fill(/^举报人(?!电话)/, '李群众');
  await look('complaint-form');
  await drive.page.keyboard.press('Control+Enter');
  await drive.byId('complaint-facts').waitFor();
  const title = await drive.page.getByRole('heading', { level: 1 }).innerText();
  await drive.page.keyboard.press('F6');
  await drive.byId('step-words').fill('已到社区核实收入证明');
  await drive.byId('step-confirm').press('Enter');
  await drive.byId('step-confirm').waitFor({ state: 'detached' });
  await drive.page.keyboard.press('F9');
  await drive.byId('close-outcome').selectOption('unfounded');
  await drive.byId('close-finding').fill('系临时务工，人均收入未超标准');
  await look('complaint-close');
  await drive.page.keyboard.press('Control+Enter');
  await drive.byId('close-confirm').waitFor({ state: 'detached' });
  await drive.page.getByText('不属实').first().waitFor();
  await look('complaint');
  await drive.page.keyboard.press('Escape');
  await drive.page.locator('.ant-table-row').first().waitFor();
  await look('complaints');
  await drive.byId('complaints-register').press('Enter');
  await savePaper(drive, papers, 'complaints.pdf', 'complaints-paper-save');
  return title.replace(/^举报\s*/, '').trim();
};

/** The staff whose number, address or proxy is a household's too, and other coincidences: what the section shows. */
export const readLens = async (drive: Drive, look: Look): Promise<void> => {
  await openSection(drive, 'lens');
  await drive.byId('lens-kind').selectOption('phone');
  await drive.page.locator('.data-table').waitFor();
  await look('lens');
};

/** At the counter: this voucher is refused in red, under this name of a picture. */
export const refusedAtTill = async (drive: Drive, code: string, name: string, look: Look): Promise<void> => {
  await drive.go(place.counter);
  await drive.byId('counter-idle').waitFor();
  await drive.scan(code);
  await drive.byId('counter-refused').waitFor();
  await look(name);
  await drive.page.keyboard.press('Escape');
  await drive.byId('counter-idle').waitFor();
};
