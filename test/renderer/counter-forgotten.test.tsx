// 忘带券 by keyboard alone: found by pinyin or the end of a number, opened by a second password; whoever has no voucher is said so; goods
// that leave without one.
import '../helpers/node-realm.ts';
import { fireEvent, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openReadOnly } from '../../db/open.ts';
import { counterWindow, enter, home, rice, type } from '../helpers/counter-window.tsx';
import { password } from '../helpers/open-shop.ts';
import { seedHouseholds } from '../helpers/seed.ts';
import { allById, byId, press, scan, see } from '../helpers/shop-window.tsx';
import { changeSettings, type Settings } from '../helpers/settings.ts';

const till = counterWindow();
const { open } = till;

const allow = (changes: Partial<Settings>) => changeSettings(till.shop, changes);

describe('a forgotten voucher', () => {
  it('is found by pinyin with F11, opened with a second password, and redeemed', async () => {
    await open();
    press('F11');
    const search = await see('forgotten-search');
    type(search, 'w');
    enter(search);
    const list = await see('forgotten-list');
    expect(list.textContent).toContain('*');
    enter(list);
    await see('forgotten-approve');
    const field = await see('approval-login');
    const secret = byId('forgotten-approve')?.querySelector<HTMLInputElement>('input[type="password"]');
    expect(field).not.toBeNull();
    if (!secret) throw new Error('no field for the password');
    type(secret, 'wrong-password-1');
    press('Enter', { ctrlKey: true });
    await see('forgotten-approve', '批准人的姓名或密码不对');
    type(secret, password);
    press('Enter', { ctrlKey: true });
    await see('counter-basket', '忘带券，已批准');
    home();
    scan(rice);
    await see('counter-line');
    press('F9');
    await see('counter-done');
  });
});

describe('a household that has no voucher', () => {
  it('is marked, and chosen says why not and what to do; no password is asked', async () => {
    const ids = await seedHouseholds(till.shop, [{ number: '93' }]);
    const file = openReadOnly(till.shop.file, till.shop.key);
    const { tail } = file
      .prepare('SELECT id_tail AS tail FROM household WHERE id = ?')
      .get(ids.get('93') ?? 0) as { tail: string };
    file.close();
    await open();
    press('F11');
    const search = await see('forgotten-search');
    type(search, tail);
    enter(search);
    const list = await see('forgotten-list', '没有未用的券');
    enter(list);
    const said = await see('forgotten-without', '没有未用的券，不能打开');
    expect(said.textContent).toContain('请店长在“领物券”里查');
    expect(byId('forgotten-approve')).toBeNull();
    // Where short-dated goods leave without a voucher it may be opened.
    await allow({ shortDatedFree: true });
    enter(search);
    await waitFor(() => expect(byId('forgotten-without')).toBeNull());
    enter(await see('forgotten-list', '未用的券 0 张'));
    await see('forgotten-approve');
    await allow({ shortDatedFree: false });
  });
});

describe('without a voucher', () => {
  it('only short-dated goods may leave, and the screen says so', async () => {
    await allow({ shortDatedFree: true });
    await open();
    press('F11');
    const search = await see('forgotten-search');
    type(search, 'w');
    enter(search);
    const list = await see('forgotten-list');
    // Whoever was served above has nothing left to leave out.
    fireEvent.keyDown(list, { code: 'ArrowDown' });
    enter(list);
    await see('forgotten-approve');
    const secret = byId('forgotten-approve')?.querySelector<HTMLInputElement>('input[type="password"]');
    if (!secret) throw new Error('no field for the password');
    type(secret, password);
    press('Enter', { ctrlKey: true });
    await see('counter-basket');
    press('F12');
    const vouchers = byId('vouchers-list') ?? (await see('vouchers-list'));
    for (const row of allById('vouchers-row')) {
      if (row.getAttribute('aria-selected') === 'true') fireEvent.keyDown(vouchers, { code: 'Space' });
      fireEvent.keyDown(vouchers, { code: 'ArrowDown' });
    }
    enter(vouchers);
    await see('counter-free', '免券领取');
    home();
    scan(rice);
    expect((await see('counter-refused')).dataset['code']).toBe('item-not-free');
    await allow({ shortDatedFree: false });
  });
});
