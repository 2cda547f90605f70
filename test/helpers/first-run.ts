// The first run in the window: wizard, recovery sheet, sign-in. Fictional shop, fictional people.
import type { Role } from '../../db/contract/permissions.ts';
import type { Drive } from './drive.ts';

export const manager = { name: '韦店长', login: 'dianzhang', password: 'yinyang-2026' };
export const volunteer = { name: '王芳', login: 'wangfang', password: 'yinyang-2026' };
export const bureau = { name: '陆科长', login: 'lukezhang', password: 'yinyang-2026' };

const shopFacts = [
  ['店名', '城中区慈善超市'],
  ['行政区划代码', '450202'],
  ['所属区县', '柳州市城中区'],
  ['投诉举报电话', '0772-0000000'],
] as const;

/** Sets up real books; the recovery sheet is saved into `papers`. Ends on the home screen, signed in as manager. */
export const firstRun = async (
  drive: Drive,
  papers: string,
  look: (name: string) => Promise<void> = () => Promise.resolve(),
): Promise<void> => {
  const { page } = drive;
  await page.getByText('欢迎使用慈善超市').waitFor();
  await look('wizard-welcome');
  await drive.press(/建立正式账本/);
  for (const [label, value] of shopFacts) await drive.fill(new RegExp(`^${label}`), value);
  await look('wizard-shop');
  await drive.press(/下一步/);
  await drive.fill(/^店长姓名/, manager.name);
  await drive.fill(/^登录名/, manager.login);
  await drive.fill(/^密码/, manager.password);
  await drive.fill(/^再输一次密码/, manager.password);
  await look('wizard-manager');
  await drive.press(/^建立账本/);
  await page.getByText('请保管恢复码').waitFor();
  await look('wizard-recovery');
  await drive.saveInto(papers);
  await drive.press(/另存|保存/);
  await page.getByRole('checkbox').first().check();
  await drive.press(/开始使用/);
  await page.locator('.frame-places').waitFor();
};

/** Signs in by card and password. */
export const signIn = async (drive: Drive, person: typeof manager): Promise<void> => {
  await drive.press(new RegExp(person.name));
  await drive.fill(/^密码/, person.password);
  await drive.page.keyboard.press('Enter');
  await drive.page.locator('.frame-places').waitFor();
};

/** Hands the till over: back to the cards of names. */
export const signOut = async (
  drive: Drive,
  look: (name: string) => Promise<void> = () => Promise.resolve(),
): Promise<void> => {
  await drive.press(/换人/);
  await drive.page.locator('.person-card').first().waitFor();
  await look('sign-in');
};

/** The manager gives somebody an account, on the screen of the staff. */
const addStaff = async (drive: Drive, person: typeof manager, role: Role): Promise<void> => {
  const { page } = drive;
  await drive.go(7);
  await page.locator('.sub-place', { hasText: '人员' }).click();
  await drive.press(/^增加人员/);
  const form = page.getByRole('dialog');
  await form.getByLabel(/^姓名/).fill(person.name);
  await form.getByLabel(/^登录名/).fill(person.login);
  await form.getByRole('combobox').selectOption(role);
  await form.getByLabel(/^初始密码/).fill(person.password);
  await form.getByLabel(/^再输一次密码/).fill(person.password);
  await page.keyboard.press('Control+Enter');
  await form.waitFor({ state: 'hidden' });
};

export const addVolunteer = (drive: Drive): Promise<void> => addStaff(drive, volunteer, 'volunteer');
/** The second signature under batches, losses and stocktakes; nothing when the account is there. */
export const addBureau = async (drive: Drive): Promise<void> => {
  const { staff } = await drive.call('shop.status', {});
  if (!staff.some(({ login }) => login === bureau.login)) await addStaff(drive, bureau, 'bureau');
};

/** Hands the till over and lets the next person sign in. */
export const changeTo = async (drive: Drive, person: typeof manager): Promise<void> => {
  await signOut(drive);
  await signIn(drive, person);
};
