// The counter screen on a real shop, by keyboard alone: scan, goods, F9, green.
import '../helpers/node-realm.ts';
import { cleanup, fireEvent, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { counterWindow, oil, rice } from '../helpers/counter-window.tsx';
import { seedBatch } from '../helpers/seed.ts';
import { allById, byId, press, scan, see } from '../helpers/shop-window.tsx';

const till = counterWindow();
const { fresh, qr, redemptions, open, openBasket, refusedWith } = till;

describe('a redemption', () => {
  it('goes from scan to green by keyboard alone, and prints its slip', async () => {
    await open();
    const voucher = await openBasket();
    expect(byId('counter-household')?.textContent).toContain('*');
    expect(byId('figure-face')?.textContent).toContain('¥100.00');
    scan(rice);
    await see('counter-line', '东北大米');
    scan(oil);
    await waitFor(() => expect(allById('counter-line')).toHaveLength(2));
    expect(byId('figure-used')?.textContent).toContain('¥93.50');
    expect(byId('counter-lapse')?.textContent).toBe('不找零，余额作废 ¥6.50');
    press('F9');
    const green = await see('counter-done', '已核销 ¥93.50');
    expect(byId('done-before')?.textContent).toContain('¥100.00');
    expect(byId('done-lapsed')?.textContent).toContain('¥6.50');
    expect(byId('done-after')?.textContent).toContain('¥0.00');
    await see('counter-slip', '已送打印机');
    expect(till.window.printed).toHaveLength(1);
    expect(green.dataset['number']).toMatch(/\d/);
    scan(qr(voucher));
    expect((await refusedWith('voucher-redeemed')).textContent).toMatch(/2026-05-04 10:12 · 1号柜台 · 王芳/);
    press('F9');
    await see('counter-idle');
  });

  it('is one, however often F9 is pressed', async () => {
    await open();
    const before = await redemptions();
    await openBasket();
    scan(rice);
    await see('counter-line');
    press('F9');
    press('F9');
    press('F9');
    await see('counter-done');
    expect(await redemptions()).toBe(before + 1);
    expect(
      new Set(
        till.window.asked.filter(({ act }) => act === 'counter.redeem').map(({ commandId }) => commandId),
      ).size,
    ).toBe(1);
  });

  it('counts every scan of goods, also faster than they are answered, and merges lines', async () => {
    await open();
    till.window.delayMs = 30;
    scan(qr(fresh()));
    scan(rice);
    scan(rice);
    await waitFor(() => expect(byId('counter-line')?.dataset['quantity']).toBe('2'));
    expect(allById('counter-line')).toHaveLength(1);
    press('Escape');
    await see('counter-idle');
  });

  it('swallows a voucher the scanner sent twice', async () => {
    await open();
    const voucher = fresh();
    scan(qr(voucher));
    scan(qr(voucher));
    await see('counter-basket');
    expect(till.window.asked.filter(({ act }) => act === 'counter.scan')).toHaveLength(1);
    expect(byId('counter-warning')).toBeNull();
  });

  it('changes a quantity with F2 and removes a line with Del', async () => {
    await open();
    await openBasket();
    scan(rice);
    await see('counter-line');
    press('F2');
    const input = (await see('quantity-input')) as HTMLInputElement;
    fireEvent.change(input, { target: { value: '2' } });
    fireEvent.keyDown(input, { key: 'Enter', code: 'Enter' });
    await waitFor(() => expect(byId('counter-line')?.dataset['quantity']).toBe('2'));
    await waitFor(() => expect(byId('quantity-input')).toBeNull());
    byId('counter-surface')?.focus();
    press('Delete');
    await see('counter-lines-empty');
  });

  it('finds goods by initials with F3', async () => {
    await open();
    await openBasket();
    press('F3');
    const input = await see('find-input');
    fireEvent.change(input, { target: { value: 'dbdm' } });
    await see('find-option', '东北大米');
    await waitFor(() => {
      fireEvent.keyDown(input, { key: 'Enter', code: 'Enter' });
      expect(byId('counter-line')?.textContent).toContain('东北大米');
    });
  });

  it('opens a voucher from its short code, checked while it is typed', async () => {
    await open();
    const voucher = fresh();
    press('F10');
    const input = await see('code-input');
    fireEvent.change(input, { target: { value: voucher.typedCode.slice(0, 9) } });
    expect(byId('code-check')?.dataset['state']).toBe('short');
    const wrong = voucher.typedCode.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    fireEvent.change(input, { target: { value: wrong } });
    expect(byId('code-check')?.dataset['state']).toBe('wrong');
    fireEvent.change(input, { target: { value: voucher.typedCode.toLowerCase() } });
    expect(byId('code-check')?.dataset['state']).toBe('ok');
    fireEvent.keyDown(input, { key: 'Enter', code: 'Enter' });
    await see('counter-basket');
  });

  it('is not held up by a missing printer, and says where the slip is', async () => {
    await open();
    till.window.printer = 'printer-none';
    await openBasket();
    scan(rice);
    await see('counter-line');
    press('F9');
    await see('counter-done');
    await see('counter-slip', '没有找到打印机');
    press('KeyS', { ctrlKey: true });
    await see('counter-slip', '小票已保存');
    await openBasket();
  });
});

describe('a warning leaves the basket usable', () => {
  it('a voucher of another household is refused beside goods, which stay; an empty basket is replaced', async () => {
    await open();
    await openBasket();
    const second = fresh();
    scan(qr(second));
    await waitFor(() => expect(byId('counter-household')?.textContent).toContain(second.serial));
    scan(rice);
    await see('counter-line');
    scan(qr(fresh()));
    expect((await see('counter-refused')).dataset['code']).toBe('vouchers-of-others');
    press('Escape');
    await see('counter-line');
    expect(byId('counter-household')?.textContent).toContain(second.serial);
    expect(allById('counter-line')).toHaveLength(1);
  });

  it('when goods are scanned before a voucher', async () => {
    await open();
    scan(rice);
    expect((await see('counter-warning')).dataset['code']).toBe('voucher-first');
    expect(till.window.asked.some(({ act }) => act === 'counter.scan')).toBe(false);
  });

  it('when the review is overdue or goods end soon', async () => {
    await open();
    const {
      vouchers: [overdue],
    } = await seedBatch(till.shop, { name: '复核', categories: ['rural-minimum-living'] });
    await openBasket(overdue);
    await see('counter-notes', '复核日期已过');
    scan(oil);
    await see('counter-notes', '快到期，请提醒早些用：食用调和油 2026-05-20');
  });
});

describe('F9 pressed before a refusal was seen', () => {
  it('does not redeem what was not looked at', async () => {
    await open();
    await openBasket();
    scan(rice);
    await see('counter-line');
    till.window.delayMs = 50;
    scan('6901234567892');
    press('F9');
    await refusedWith('item-unknown');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(till.window.asked.some(({ act }) => act === 'counter.redeem')).toBe(false);
    expect(byId('counter-refused')).not.toBeNull();
  });
});

describe('taking back', () => {
  it('a redemption of today with F8: chosen, reason, confirmed', async () => {
    await open();
    await openBasket();
    scan(rice);
    await see('counter-line');
    press('F9');
    await see('counter-done');
    press('Escape');
    await see('counter-idle');
    const before = (await till.shop.call('counter.today', { search: '' }, { as: 'volunteer' })).filter(
      ({ reversed }) => reversed,
    ).length;
    press('F8');
    await see('counter-today');
    await see('today-row');
    await waitFor(() => expect(document.activeElement).toBe(byId('list-search')));
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowDown', code: 'ArrowDown' });
    const list = document.querySelector<HTMLElement>('.data-table');
    expect(document.activeElement).toBe(list);
    fireEvent.keyDown(list ?? document.body, { key: 'ArrowDown', code: 'ArrowDown' });
    fireEvent.keyDown(list ?? document.body, { key: 'Enter', code: 'Enter' });
    const form = await see('reverse-form');
    fireEvent.keyDown(form, { key: 'Enter', code: 'Enter' });
    await waitFor(async () => {
      const rows = await till.shop.call('counter.today', { search: '' }, { as: 'volunteer' });
      expect(rows.filter(({ reversed }) => reversed)).toHaveLength(before + 1);
    });
  });

  it('a manager goes back to earlier days, a volunteer sees today alone', async () => {
    await open();
    press('F8');
    await see('counter-today');
    expect(byId('today-before')).toBeNull();
    cleanup();
    await open('manager');
    press('F8');
    await see('today-row');
    expect((byId('today-after') as HTMLButtonElement).disabled).toBe(true);
    fireEvent.keyDown(byId('list-search') ?? document.body, {
      key: 'ArrowLeft',
      code: 'ArrowLeft',
      ctrlKey: true,
    });
    await waitFor(() => expect(document.body.textContent).toContain('2026-05-03'));
    await waitFor(() => expect(byId('today-row')).toBeNull());
    fireEvent.click(await see('today-after'));
    await see('today-row');
  });
});
