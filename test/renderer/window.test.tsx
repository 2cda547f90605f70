// The window from the first run on, over real books: wizard, home, places by key and role, lock, sign-in, restart of the books.
import '../helpers/node-realm.ts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWholeWindow, type WholeWindow } from '../helpers/whole-window.tsx';

const user = userEvent.setup();
const password = 'yinyang-2026';
let shop: WholeWindow;

beforeAll(async () => void (shop = await openWholeWindow()));
afterAll(() => shop.close());

const field = (label: RegExp): HTMLElement => screen.getByLabelText(label, { selector: 'input' });
const fill = async (label: RegExp, text: string): Promise<void> => {
  await user.clear(field(label));
  await user.type(field(label), text);
};
const click = async (name: RegExp | string): Promise<void> =>
  user.click(await screen.findByRole('button', { name }));
const heading = (name: string): Promise<HTMLElement> => screen.findByRole('heading', { name });
const key = (code: string, keys: object = {}): void =>
  void fireEvent.keyDown(document.body, { code, ...keys });

/** Contrast needs a layout, which jsdom has none of; the real window is looked at in the end-to-end tests. */
const expectAccessible = async (): Promise<void> => {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
  ).toEqual([]);
};

describe('first run', () => {
  it('offers real books or a practice shop', async () => {
    await heading('欢迎使用慈善超市。请先选择要建立什么：');
    await expectAccessible();
    await click(/建立正式账本/);
    await heading('店铺资料');
  });
  it('names every mistake when saved empty, and makes nothing', async () => {
    await click('下一步');
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual([
      '✖ 请填写店名',
      '✖ 请填写行政区划代码',
      '✖ 请填写所属区县',
      '✖ 请填写投诉举报电话',
    ]);
    expect(shop.asked).not.toContain('desktop.createBooks');
    await expectAccessible();
  });
  it('names a wrong district code on leaving the field', async () => {
    await fill(/^店名/, '城中区慈善超市');
    await fill(/^行政区划代码/, '4502');
    await user.tab();
    expect(field(/^行政区划代码/).getAttribute('aria-invalid')).toBe('true');
    await fill(/^行政区划代码/, '450202');
    await fill(/^所属区县/, '柳州市城中区');
    await fill(/^投诉举报电话/, '0772-0000000');
    await click('下一步');
    await heading('店长账户');
  });
  it('refuses a weak or differently repeated password before anything is made', async () => {
    await fill(/^店长姓名/, '韦店长');
    await fill(/^密码/, 'short1');
    await fill(/^再输一次密码/, 'other');
    await click('建立账本');
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual([
      '✖ 密码太短',
      '✖ 两次输入的密码不一样',
    ]);
    expect(shop.asked).not.toContain('desktop.createBooks');
  });
  it('goes back to the form when the books refuse the password, and creates the books only once', async () => {
    await fill(/^密码/, 'password123');
    await fill(/^再输一次密码/, 'password123');
    await click('建立账本');
    await screen.findByText('这个密码太常见，容易被猜到', {});
    await fill(/^密码/, password);
    await fill(/^再输一次密码/, password);
    await click('建立账本');
    await heading('请保管恢复码');
    expect(shop.asked.filter((act) => act === 'desktop.createBooks')).toHaveLength(1);
  });
  it('opens the shop only after the recovery sheet is on paper or in a file', async () => {
    expect(screen.getByText('ABCD-EFGH-JKMN-PQRS-TVWX-YZ23')).toBeTruthy();
    await expectAccessible();
    expect(screen.getByRole('button', { name: '开始使用' })).toHaveProperty('disabled', true);
    await click('打印');
    await screen.findByText('没有找到打印机');
    expect(screen.getByRole('checkbox')).toHaveProperty('disabled', true);
    const [offered] = within(screen.getByRole('alert')).getAllByRole('button', { name: '另存为 PDF' });
    if (!offered) throw new Error('saving is not offered');
    await user.click(offered);
    await waitFor(() => expect(shop.saved).toHaveLength(1));
    await user.click(screen.getByRole('checkbox'));
    await click('开始使用');
    await heading('今天');
  });
});

describe('the frame', () => {
  it('shows who is on duty, the date and that no backup was made', async () => {
    expect(screen.getByText('当班：韦店长（店长）')).toBeTruthy();
    expect(screen.getByText('业务日期 2026-05-04 (一)')).toBeTruthy();
    expect(await screen.findByText('账本还没有备份过')).toBeTruthy();
    await expectAccessible();
  });
  it('makes a backup from the home screen, and nothing needs attention any more', async () => {
    await click('立即备份');
    await screen.findByText('备份完成，已重新打开检查过', {});
    expect(await screen.findByText(/没有需要处理的事/)).toBeTruthy();
  });
  it('goes to every place by its key', async () => {
    for (const [code, name] of [
      ['Digit3', '物资'],
      ['Digit6', '报表'],
      ['Digit7', '管理'],
    ] as const) {
      key(code, { altKey: true });
      await heading(name);
    }
  });
  it('lists the keys of a page under ?', async () => {
    key('Slash', { shiftKey: true });
    expect(await screen.findByRole('dialog')).toBeTruthy();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
  it('adds a volunteer', async () => {
    await user.click(screen.getByRole('link', { name: '人员' }));
    await click('增加人员');
    await fill(/^姓名/, '王芳');
    await fill(/^登录名/, 'wangfang');
    await fill(/^初始密码/, password);
    await fill(/^再输一次密码/, password);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('已增加：王芳', {})).toBeTruthy();
    await expectAccessible();
  });
});

describe('lock and sign-in', () => {
  it('locks by key, hides what was open, and opens again with the same page', async () => {
    key('KeyL', { ctrlKey: true });
    await heading('屏幕已锁');
    expect(document.querySelector<HTMLElement>('.program')?.hidden).toBe(true);
    await expectAccessible();
    await user.type(field(/^密码/), 'wrong-2026{Enter}');
    await screen.findByText('姓名或密码不对', {});
    await user.type(field(/^密码/), `${password}{Enter}`);
    await waitFor(() => expect(document.querySelector<HTMLElement>('.program')?.hidden).toBe(false));
    expect(screen.getByText('王芳')).toBeTruthy();
  });
  it('signs somebody else in by card and password; a volunteer sees only what the post uses', async () => {
    await click('换人 / 退出');
    await heading('请选择您的姓名');
    await expectAccessible();
    await click(/王芳/);
    await user.type(field(/^密码/), `${password}{Enter}`);
    await screen.findByText('当班：王芳（志愿者）', {});
    const places = within(screen.getByRole('navigation', { name: '主菜单' }))
      .getAllByRole('link')
      .map(({ textContent }) => textContent.replace(/Alt.*/, ''));
    expect(places).toEqual(['首页', '柜台', '领物券', '物资', '管理']);
    key('Digit6', { altKey: true });
    expect(window.location.hash).not.toBe('#/reports');
  });
  it('says in words when a place is not for the post', async () => {
    window.location.hash = '#/people';
    expect(await screen.findByText('您的岗位不使用这个页面')).toBeTruthy();
  });
  it('after a restart that lost the session it asks for sign-in and keeps the page underneath', async () => {
    shop.restart();
    await heading('请选择您的姓名');
    expect(await screen.findByText('程序刚才自动恢复了')).toBeTruthy();
    expect(document.querySelector<HTMLElement>('.program')?.hidden).toBe(true);
  });
});
