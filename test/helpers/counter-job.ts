// The till in the window, by keys and scanner only: what a volunteer meets in a day. Each function is one stage and looks at every state
// it passes; the till is open and empty before and after it.
import { savePaper } from './desk.ts';
import type { Drive } from './drive.ts';
import { manager } from './first-run.ts';
import { barcode } from './counter-books.ts';
import { place, type Look } from './main-job.ts';

const idle = async (drive: Drive): Promise<void> => {
  await drive.byId('counter-idle').waitFor();
};
export const toTill = async (drive: Drive): Promise<void> => {
  await drive.go(place.counter);
  await idle(drive);
};
/** Scans goods; ends when they stand in the basket. */
export const scanGoods = async (drive: Drive, code: string): Promise<void> => {
  const lines = drive.page.getByTestId('counter-line');
  const before = (await lines.allInnerTexts()).join();
  await drive.scan(code);
  await drive.page.waitForFunction(
    (was) =>
      [...document.querySelectorAll<HTMLElement>('[data-testid="counter-line"]')]
        .map(({ innerText }) => innerText)
        .join() !== was,
    before,
  );
};
export const openVoucher = async (drive: Drive, code: string): Promise<void> => {
  await drive.scan(code);
  await drive.byId('counter-basket').waitFor();
};
export const confirm = async (drive: Drive): Promise<string> => {
  await drive.page.keyboard.press('F9');
  await drive.byId('counter-done').waitFor();
  return (await drive.byId('counter-done').getAttribute('data-number')) ?? '';
};
export const leave = async (drive: Drive): Promise<void> => {
  await drive.page.keyboard.press('Escape');
  await idle(drive);
};

/** The slip goes to the printer by itself; whatever else is to happen with it comes after that. */
export const slipIsOut = (drive: Drive): Promise<void> =>
  drive.page.locator('[data-testid="counter-slip"]:not([data-state="pending"])').waitFor();

/** Two vouchers and a package of one household, three of one thing by quantity before the scan, F9, the slip. */
export const severalVouchers = async (
  drive: Drive,
  codes: readonly string[],
  papers: string,
  look: Look,
): Promise<string> => {
  const { keyboard } = drive.page;
  const [first = '', ...more] = codes;
  await look('till-idle');
  await drive.scan(barcode.rice);
  await drive.byId('counter-warning').waitFor();
  await look('till-voucher-first');
  await openVoucher(drive, first);
  await look('till-empty-basket');
  for (const [at, code] of more.entries()) {
    await drive.scan(code);
    await drive
      .byId('basket-voucher')
      .nth(at + 1)
      .waitFor();
  }
  await keyboard.press('3');
  await drive.byId('counter-typing').waitFor();
  await look('till-quantity-first');
  await scanGoods(drive, barcode.rice);
  await scanGoods(drive, barcode.noodles);
  await look('till-basket');
  await keyboard.press('F12');
  await drive.byId('vouchers-list').waitFor();
  await look('till-choose-vouchers');
  await keyboard.press('Escape');
  await drive.byId('vouchers-list').waitFor({ state: 'detached' });
  await keyboard.press('F2');
  await drive.byId('quantity-input').waitFor();
  await look('till-quantity');
  await keyboard.press('Escape');
  await drive.byId('quantity-input').waitFor({ state: 'detached' });
  await keyboard.press('F3');
  await drive.byId('find-input').fill('syy');
  await drive.byId('find-option').first().waitFor();
  await look('till-find');
  await keyboard.press('Escape');
  await drive.byId('find-input').waitFor({ state: 'detached' });
  await drive.saveInto(papers, 'slip.pdf');
  const number = await confirm(drive);
  await look('till-done');
  await slipIsOut(drive);
  await keyboard.press('Control+S');
  await drive.page.getByText('slip.pdf').waitFor();
  await look('till-done-slip-saved');
  await leave(drive);
  return number;
};

/** More than the voucher holds: the rest in cash, with the change. */
export const payInCash = async (
  drive: Drive,
  code: string,
  look: Look,
  { goods, pieces }: { readonly goods: string; readonly pieces: number } = { goods: barcode.rice, pieces: 4 },
): Promise<void> => {
  const { keyboard } = drive.page;
  await openVoucher(drive, code);
  await keyboard.type(String(pieces));
  await scanGoods(drive, goods);
  await look('till-over');
  await keyboard.press('F9');
  await drive.byId('topup-input').waitFor();
  await drive.byId('topup-input').fill('50');
  await look('till-cash');
  await keyboard.press('Enter');
  await drive.byId('topup-input').waitFor({ state: 'detached' });
  await look('till-cash-taken');
  await confirm(drive);
  await look('till-done-cash');
  await leave(drive);
};

/** Voucher, five scans, F9, and nothing else. Answers milliseconds from the first key of the scanner to green. */
export const fiveItems = async (drive: Drive, code: string, look: Look): Promise<number> => {
  const from = performance.now();
  await openVoucher(drive, code);
  for (const goods of ['oil', 'noodles', 'salt', 'soap', 'towel'] as const)
    await scanGoods(drive, barcode[goods]);
  await confirm(drive);
  const ms = performance.now() - from;
  await look('till-done-five');
  await leave(drive);
  return ms;
};

/** Put aside with two kinds of goods. */
export const putAside = async (
  drive: Drive,
  code: string,
  look: Look,
  [first, second, third]: readonly [string, string, string] = [barcode.rice, barcode.soap, barcode.towel],
): Promise<void> => {
  const { keyboard } = drive.page;
  await openVoucher(drive, code);
  await scanGoods(drive, first);
  await scanGoods(drive, second);
  await keyboard.press('Delete');
  await drive.page.waitForFunction(
    () => document.querySelectorAll('[data-testid="counter-line"]').length === 1,
  );
  await scanGoods(drive, third);
  await keyboard.press('F6');
  await idle(drive);
  await look('till-put-aside');
};
/** Taken up again and redeemed. Answers how many kinds of goods were still in it. */
export const takeUp = async (drive: Drive, look: Look): Promise<number> => {
  const { keyboard } = drive.page;
  await keyboard.press('F7');
  await drive.byId('held-row').first().waitFor();
  await look('till-held');
  await keyboard.press('Enter');
  await drive.byId('counter-basket').waitFor();
  await look('till-recalled');
  const lines = await drive.byId('counter-line').count();
  await confirm(drive);
  await leave(drive);
  return lines;
};

/** No voucher in hand: found by the initials of the name, opened with the manager's password. */
export const forgotten = async (
  drive: Drive,
  { search, community }: { readonly search: string; readonly community: string },
  look: Look,
): Promise<void> => {
  const { keyboard } = drive.page;
  await keyboard.press('F11');
  await drive.byId('forgotten-search').fill(search);
  await keyboard.press('Enter');
  const rows = drive.byId('forgotten-row');
  await rows.first().waitFor();
  await look('till-forgotten');
  const at = (await rows.allInnerTexts()).findIndex((text) => text.includes(community));
  for (let step = 0; step < at; step += 1) await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await drive.byId('forgotten-approve').waitFor();
  await drive.byId('approval-login').selectOption(manager.login);
  await drive.fill(/^批准人密码/, manager.password);
  await look('till-forgotten-yes');
  await keyboard.press('Control+Enter');
  await drive.byId('counter-entry').waitFor();
  await scanGoods(drive, barcode.oil);
  await scanGoods(drive, barcode.salt);
  await look('till-looked-up');
  await confirm(drive);
  await leave(drive);
};

/** Of the newest redemption the second line comes back, and the slip of it is saved. */
export const undoOneLine = async (drive: Drive, papers: string, look: Look): Promise<void> => {
  const { keyboard } = drive.page;
  await keyboard.press('F8');
  await drive.byId('today-row').first().waitFor();
  await look('till-today');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await drive.byId('back-row').nth(1).waitFor();
  // Everything is ticked; the first stays with the household.
  await drive.byId('back-list').press('Space');
  await look('till-take-back');
  await keyboard.press('Enter');
  await drive.page.locator('.notice.done').waitFor();
  await savePaper(drive, papers, 'reversal.pdf', 'reversal-save');
  await look('till-taken-back');
  await leave(drive);
};

/** The till says no. Answers what stands on red. */
export const refusedOn = async (drive: Drive, code: string, name: string, look: Look): Promise<string> => {
  await drive.scan(code);
  await drive.byId('counter-refused').waitFor();
  await look(name);
  const said = await drive.byId('counter-refused').innerText();
  await leave(drive);
  return said;
};

/** More than the rule allows: refused with the day from which there is more, then answered for by the manager. */
export const beyondLimit = async (
  drive: Drive,
  code: string,
  look: Look,
  goods: string = barcode.rice,
): Promise<string> => {
  const { keyboard } = drive.page;
  await openVoucher(drive, code);
  await keyboard.press('3');
  await scanGoods(drive, goods);
  await look('till-limit');
  await keyboard.press('F9');
  await drive.byId('counter-refused').waitFor();
  await look('till-limit-refused');
  const said = await drive.byId('counter-refused').innerText();
  await keyboard.press('F4');
  await drive.byId('approval-form').waitFor();
  await drive.fill(/^为什么可以多领/, '家中有病人，社区证明');
  await drive.byId('approval-login').selectOption(manager.login);
  await drive.fill(/^批准人密码/, manager.password);
  await look('till-limit-yes');
  await keyboard.press('Control+Enter');
  await drive.byId('done-over-limits').waitFor();
  await look('till-done-over-limit');
  await leave(drive);
  return said;
};

/** 送货上门: the basket goes with a carrier to the registered address. */
export const sendHome = async (
  drive: Drive,
  code: string,
  { carrier, goods }: { readonly carrier: string; readonly goods: readonly string[] },
  look: Look,
): Promise<string> => {
  await openVoucher(drive, code);
  for (const each of goods) await scanGoods(drive, each);
  await drive.page.keyboard.press('F5');
  await drive.byId('delivery-form').waitFor();
  await drive.fill(/^送货人/, carrier);
  await look('till-delivery');
  await drive.page.keyboard.press('Control+Enter');
  await drive.byId('counter-delivery').waitFor();
  const number = await confirm(drive);
  await look('till-done-delivery');
  await leave(drive);
  return number;
};
