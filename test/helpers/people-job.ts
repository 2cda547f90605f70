// The files of households in the window, as a manager keeps them with keys: a list imported again, a household entered by hand, a death,
// a move, a split, one struck off. Each function is one stage and ends on a screen that shows its result. All persons are fictional.
import { join } from 'node:path';
import { identityCheckCharacter } from '../../db/domain/identity-number.ts';
import { savePaper } from './desk.ts';
import type { Drive } from './drive.ts';
import type { Look } from './main-job.ts';
import { openSection } from './store-job.ts';

/** On an address code that no resident card carries. */
const numberOf = (birth: string, sequence: string): string => {
  const first17 = `450201${birth}${sequence}`;
  return first17 + identityCheckCharacter(first17);
};
const family = [
  { name: '蓝玉兰', number: numberOf('19580302', '842'), relation: '户主', covered: true },
  { name: '覃大山', number: numberOf('19550918', '851'), relation: '配偶', covered: true },
  { name: '覃小兰', number: numberOf('19860711', '864'), relation: '女', covered: true },
  { name: '覃小山', number: numberOf('20140625', '873'), relation: '孙子', covered: false },
] as const;
const [head] = family;
const oneDigitWrong = head.number.slice(0, -1) + (head.number.endsWith('1') ? '2' : '1');

/** The same people in another form of the sheet: nothing new, and the screen says so. */
export const importAgain = async (drive: Drive, folder: string, look: Look): Promise<void> => {
  await openSection(drive, 'households');
  await drive.page.keyboard.press('F4');
  await drive.nextFile(join(folder, 'roster.xls'));
  await drive.byId('import-choose').click();
  await drive.page.locator('.import-counts').waitFor();
  await look('people-import-again');
  await drive.page.keyboard.press('Escape');
  await drive.byId('people-summary').waitFor();
};

/** The fields of one person, in the part of the form that is theirs. */
const typePerson = async (drive: Drive, at: number, since: string, look: Look): Promise<void> => {
  const part = drive.byId(`enter-person-${String(at + 1)}`);
  const person = family[at];
  if (!person) throw new Error('no such person');
  await part.getByTestId('person-name').fill(person.name);
  if (at === 0) {
    // One digit wrong first: what is wrong stands under the field, before anything is saved.
    await part.getByTestId('person-number').fill(oneDigitWrong);
    await part.locator('.form-mistake').waitFor();
    await look('household-mistake');
  } else await part.getByTestId('person-relation').fill(person.relation);
  await part.getByTestId('person-number').fill(person.number);
  if (person.covered) {
    await part.getByTestId('cover-add').press('Enter');
    await part.getByTestId('cover-category').selectOption({ label: '城市低保' });
    await part.getByTestId('cover-from').fill(since);
  }
};

/** Four people, three of them covered since that day. Answers the number the program gave. */
export const enterHousehold = async (drive: Drive, since: string, look: Look): Promise<string> => {
  const { keyboard } = drive.page;
  await openSection(drive, 'households');
  await keyboard.press('F2');
  await drive.byId('place-street').fill('城中街道');
  await drive.byId('place-community').fill('桂中社区');
  await drive.byId('place-address').fill('文昌路 8 号');
  await drive.byId('place-phone').fill('13900001234');
  await drive.byId('because-day').fill(since);
  await drive.byId('because-reason').fill('新申请，民主评议通过');
  await drive.byId('because-document').fill('城中低保〔2026〕18号');
  for (const at of family.keys()) {
    if (at > 0) await keyboard.press('F7');
    await typePerson(drive, at, since, look);
  }
  await drive.byId('enter-person-1').getByTestId('person-filled').waitFor();
  await drive.byId('enter-person-1').evaluate((part) => part.scrollIntoView());
  await look('household-enter');
  await keyboard.press('Control+Enter');
  await drive.byId('entered-open').waitFor();
  const said = await drive.page.locator('.notice.done').innerText();
  await keyboard.press('Enter');
  await drive.byId('file-history').waitFor();
  const number = /家庭编号\s*(\S+)/.exec(said)?.[1];
  if (number === undefined) throw new Error('the screen named no household');
  await look('household-file');
  return number;
};

/** Somebody whose number is in the books already: refused in words, with the household they are in. The file is open before and after. */
export const refuseKnown = async (drive: Drive, look: Look): Promise<void> => {
  await drive.page.keyboard.press('F2');
  await drive.byId('person-name').fill(head.name);
  await drive.byId('person-number').fill(head.number);
  await drive.page.locator('.form-mistake').first().waitFor();
  await look('household-known');
  await drive.page.keyboard.press('Escape');
  await drive.byId('file-history').waitFor();
};

/** The second member of the file that is open has died. */
export const recordDeath = async (drive: Drive, look: Look): Promise<void> => {
  const members = drive.page.locator('.data-table').first();
  await members.focus();
  await drive.page.keyboard.press('ArrowDown');
  await drive.page.keyboard.press('F8');
  await drive.byId('because-reason').fill('病故');
  await drive.byId('because-document').fill('死亡医学证明');
  await look('household-death');
  await drive.byId('leave-confirm').press('Enter');
  await drive.byId('leave-confirm').waitFor({ state: 'detached' });
  await drive.byId('file-former').waitFor();
  await look('household-after-death');
};

export const moveHousehold = async (drive: Drive, day: string, look: Look): Promise<void> => {
  await drive.byId('household-move').press('Enter');
  await drive.byId('place-street').fill('中南街道');
  await drive.byId('place-community').fill('文惠社区');
  await drive.byId('place-address').fill('文惠路 15 号');
  await drive.byId('because-day').fill(day);
  await drive.byId('because-reason').fill('公租房安置');
  await look('household-move');
  await drive.page.keyboard.press('Control+Enter');
  await drive.byId('file-history').waitFor();
};

/** The grown-up daughter becomes a household of her own; answers its number. */
export const splitHousehold = async (drive: Drive, day: string, look: Look): Promise<string> => {
  await drive.byId('household-split').press('Enter');
  await drive.page.getByRole('checkbox', { name: /女/ }).check();
  await drive.page.getByRole('radio').first().check();
  await drive.byId('place-address').fill('文惠路 17 号');
  await drive.byId('because-day').fill(day);
  await drive.byId('because-reason').fill('分户居住');
  await look('household-split');
  await drive.page.keyboard.press('Control+Enter');
  await drive.byId('split-confirm').waitFor();
  await look('household-split-ask');
  await drive.byId('split-confirm').press('Enter');
  await drive.byId('split-confirm').waitFor({ state: 'detached' });
  await drive.byId('file-history').waitFor();
  const title = await drive.page.getByRole('heading', { level: 1 }).innerText();
  return title.replace(/^家庭\s*/, '').trim();
};

/** The file that is open is struck off with two months of grace. */
export const strikeOff = async (drive: Drive, papers: string, look: Look): Promise<void> => {
  await drive.byId('household-end').press('Enter');
  await drive.byId('end-reason').fill('就业，收入超标');
  await drive.byId('end-grace').fill('2');
  await look('household-end');
  await drive.page.keyboard.press('Control+Enter');
  await drive.byId('end-confirm').waitFor({ state: 'detached' });
  await drive.page.getByText('渐退期').first().waitFor();
  await look('household-ended');
  await drive.page.keyboard.press('Control+P');
  await savePaper(drive, papers, 'file.pdf', 'file-masked-save');
  await drive.page.keyboard.press('Escape');
};
