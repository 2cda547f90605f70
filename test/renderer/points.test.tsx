// The section 积分 over real books: a volunteer entered, hours, goods for points and back, by keys; and one's own for a volunteer.
import '../helpers/node-realm.ts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { barcodeCheckDigit } from '../../db/domain/barcode.ts';
import { tagCode } from '../../db/domain/goods-tag.ts';
import { forgetKept } from '../../renderer/ui/use-kept.ts';
import Vouchers from '../../renderer/vouchers/index.tsx';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { seedGift, seedItem } from '../helpers/seed.ts';
import { openWindow, press, see, show } from '../helpers/shop-window.tsx';

const user = userEvent.setup({ delay: null });
let shop: OpenShop;

beforeEach(async () => {
  forgetKept();
  shop = await openShop();
});
afterEach(() => shop.close());

const open = async (role: 'manager' | 'volunteer', path = '') => {
  openWindow(shop, role);
  await show(shop, role, <Vouchers />, `/points${path}`);
};
const save = () => user.keyboard('{Control>}{Enter}{/Control}');

test('a volunteer is entered, hours become points, goods leave for them and come back', async () => {
  const itemId = await seedItem(shop, { code: 'XZ1', name: '香皂', listPriceFen: 500, pointsPrice: 2 });
  await seedGift(shop, { itemId, quantity: 5 });
  await open('manager');
  await screen.findAllByText(/还没有登记志愿者/);
  press('F2');
  await user.click(await see('volunteer-save'));
  await screen.findAllByText(/请填写姓名/);
  await user.type(await see('volunteer-name'), '覃小兰');
  await user.type(await see('volunteer-phone'), '138');
  await save();
  await screen.findAllByText(/电话号码不完整/);
  await user.type(await see('volunteer-phone'), '00001234');
  await save();
  await user.dblClick(await see('volunteer-row', 'ZY2026-000001'));
  await see('points-balance', '0 分');

  press('F2');
  await user.type(await see('earn-hours'), '2.2');
  await save();
  await screen.findAllByText(/请填 0.25 到 24/);
  await user.type(await see('earn-hours'), '5');
  await user.type(await see('earn-about'), '理货');
  await save();
  await see('points-balance', '2 分');

  press('F4');
  expect(document.activeElement).toBe(await see('points-pick'));
  await user.type(await see('points-pick'), 'XZ1{Enter}');
  await user.type(await see('points-quantity'), '2');
  await see('points-sum', '需要 4 分，现有 2 分');
  await save();
  await screen.findAllByText(/还差 2 分/);
  await user.clear(await see('points-quantity'));
  await user.type(await see('points-quantity'), '1');
  await save();
  await screen.findAllByText(/小票号 JF2026-000001/);
  press('Escape');
  await see('points-balance', '0 分');
  await user.click(await see('points-reverse'));
  await user.type(await see('points-undo-reason'), '包装破损');
  await save();
  await see('points-balance', '2 分');
  expect((await shop.call('goods.read', { itemId }, { as: 'manager' })).onHand).toBe(5);
});

test('who has an account sees their own points and nobody else', async () => {
  const facts = { name: '王芳', phone: '', staffId: 2 };
  const { volunteerId } = await shop.call('points.addVolunteer', facts, { as: 'manager' });
  await shop.call(
    'points.earn',
    { volunteerId, serviceDay: '2026-05-03', minutes: 180, about: '理货' },
    { as: 'manager' },
  );
  await open('volunteer');
  await see('points-balance', '3 分');
  await see('points-entry', '服务 3 小时');
  expect(document.querySelector('[data-testid="points-reverse"]')).toBeNull();
});

test('in the exchange a scan says what it says at the till: the label of a lot, a barcode, the label of the scale', async () => {
  const scale = (grams: number): string => {
    const digits = `2100042${String(grams).padStart(5, '0')}`;
    return digits + barcodeCheckDigit(digits);
  };
  const soap = await seedItem(shop, {
    code: 'XZ1',
    name: '香皂',
    listPriceFen: 500,
    pointsPrice: 2,
    barcodes: ['6901234567892'],
  });
  await seedGift(shop, { itemId: soap, quantity: 5 });
  const rice = await seedItem(shop, {
    code: 'MI',
    name: '散装米',
    unit: '公斤',
    listPriceFen: 600,
    pointsPrice: 1,
    barcodes: [scale(0)],
  });
  await seedGift(shop, { itemId: rice, quantity: 20_000 });
  const as = { as: 'manager' } as const;
  const { volunteerId } = await shop.call(
    'points.addVolunteer',
    { name: '覃小兰', phone: '13800001234' },
    as,
  );
  await shop.call('points.earn', { volunteerId, minutes: 600, serviceDay: '2026-05-03', about: '理货' }, as);
  const { rows } = await shop.call('stock.lots', { itemId: soap, limit: 5 }, as);
  const lotId = rows[0]?.lotId ?? 0;
  await open('manager', `/${String(volunteerId)}/exchange`);
  const pick = await see('points-pick');
  for (const code of [tagCode('lot', lotId), '6901234567892', scale(1_500)])
    await user.type(pick, `${code}{Enter}`);
  await see('points-sum', '需要 6 分，现有 10 分');
  expect(screen.getAllByTestId('points-line').map(({ textContent }) => textContent)).toHaveLength(3);
  await user.type(pick, `${scale(0)}{Enter}`);
  await screen.findAllByText(/秤签上没有重量/);
  await save();
  await screen.findAllByText(/用 6 分，现有 4 分/);
});
