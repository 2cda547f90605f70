// The counter screen says no: every refusal red with its headline, until a key or the next scan.
import '../helpers/node-realm.ts';
import { fireEvent, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { counterWindow, rice } from '../helpers/counter-window.tsx';
import { seedBatch } from '../helpers/seed.ts';
import { byId, press, scan, see } from '../helpers/shop-window.tsx';

const till = counterWindow();
const { fresh, qr, headline, open, openBasket, refusedWith } = till;

describe('a refusal is red, with its headline, until a key or the next scan', () => {
  it('for vouchers: not yet valid, void, no longer eligible', async () => {
    await open();
    const later = await seedBatch(till.shop, {
      name: '端午',
      validFrom: '2026-06-01',
      validTo: '2026-06-30',
    });
    scan(qr(later.vouchers[0]));
    expect((await refusedWith('voucher-not-yet-valid')).textContent).toContain('2026-06-01');
    await till.shop.call(
      'vouchers.void',
      { voucherId: later.vouchers[1]?.id ?? 0, reason: '重复发放' },
      { as: 'manager' },
    );
    scan(qr(later.vouchers[1]));
    await refusedWith('voucher-void');
    const ended = await seedBatch(till.shop, { name: '边缘', categories: ['low-income-fringe'] });
    const [household] = (
      await till.shop.call(
        'people.list',
        { category: 'low-income-fringe', offset: 0, limit: 5 },
        { as: 'manager' },
      )
    ).rows;
    await till.shop.call(
      'eligibility.end',
      { householdId: household?.id ?? 0, day: '2026-05-04', reason: '家庭收入超过标准' },
      { as: 'manager' },
    );
    scan(qr(ended.vouchers[0]));
    expect((await refusedWith('household-not-eligible')).textContent).toContain('店长');
  });

  it('for codes: forged, unknown, then a closed till', async () => {
    await open();
    const code = qr(fresh());
    scan(code.slice(0, -5) + (code.slice(-5, -4) === 'A' ? 'B' : 'A') + code.slice(-4));
    await refusedWith('code-forged');
    scan('NOTAVOUCHER');
    await refusedWith('code-unknown');
    for (const wrong of ['WRONGA', 'WRONGB', 'WRONGC', 'WRONGD']) {
      scan(wrong);
      await waitFor(() =>
        expect(till.window.asked.filter(({ act }) => act === 'counter.scan').length).toBeGreaterThan(0),
      );
    }
    await refusedWith('till-throttled');
    till.shop.setNow('2026-05-04T02:15:00.000Z');
  });

  it('for goods: unknown, expired, more than there is, more than the voucher; the basket stays', async () => {
    await open();
    await openBasket();
    scan('6901234567892');
    await refusedWith('item-unknown');
    press('Space');
    await see('counter-basket');
    scan('G008');
    await refusedWith('stock-expired');
    scan(rice);
    await see('counter-line');
    press('F2');
    const input = await see('quantity-input');
    fireEvent.change(input, { target: { value: '60' } });
    fireEvent.keyDown(input, { key: 'Enter', code: 'Enter' });
    await see('counter-notes', '超出券面 ¥2,600.00');
    await waitFor(() => expect(byId('quantity-input')).toBeNull());
    press('F9');
    const red = await see('counter-refused', headline('stock-short'));
    expect(red.textContent).toContain(headline('basket-over-face'));
    expect(red.textContent).toContain('清单还在，没有核销');
    press('Escape');
    expect((await see('counter-line')).dataset['quantity']).toBe('60');
  });
});
