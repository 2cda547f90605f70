// The form of a gift over real books: known donors, packs and scans anywhere, what the books refuse with the one field that solves
// it, second-hand pieces with their labels, refused goods.
import '../helpers/node-realm.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import Donations from '../../renderer/donations/index.tsx';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { seedGift, seedItem } from '../helpers/seed.ts';
import { allById, byId, openWindow, press, scan, see, show } from '../helpers/shop-window.tsx';
import { stumbles } from '../helpers/stumbles.ts';

const user = userEvent.setup({ delay: null });
const [bagBarcode, caseBarcode] = ['6900001000006', '16900001000003'];
const save = (): Promise<void> => user.keyboard('{Control>}{Enter}{/Control}');
const type = async (testId: string, text: string): Promise<void> => user.type(await see(testId), text);
const focused = (): string | null => document.activeElement?.getAttribute('data-testid') ?? null;

let shop: OpenShop;
let store = 0;
beforeAll(async () => {
  shop = await openShop();
  const rice = await seedItem(shop, { code: 'G001', name: '东北大米', listPriceFen: 4_500 });
  await shop.call(
    'goods.change',
    {
      itemId: rice,
      name: '东北大米',
      category: '食品',
      spec: '',
      listPriceFen: 4_500,
      keepsDate: false,
      barcodes: [
        { barcode: bagBarcode, packs: 1 },
        { barcode: caseBarcode, packs: 20 },
      ],
      packs: [{ unit: '件', quantity: 20 }],
    },
    { as: 'manager' },
  );
  await seedItem(shop, { code: 'M001', name: '牛奶', category: '乳品', listPriceFen: null, keepsDate: true });
  await seedItem(shop, { code: 'C001', name: '旧棉被', category: '衣被', listPriceFen: null, unit: '床' });
  await shop.call(
    'goods.changeRule',
    {
      category: '乳品',
      alarmDays: null,
      minPercent: 60,
      minDays: null,
      shortLifeDays: null,
      shortMinDays: null,
    },
    { as: 'manager' },
  );
  store = (await shop.call('stock.addPlace', { name: '二号库', kind: 'store' }, { as: 'manager' })).placeId;
  await seedGift(shop, { itemId: rice, quantity: 1 });
});
afterAll(() => shop.close());
beforeEach(async () => {
  localStorage.clear();
  openWindow(shop, 'manager');
  await show(shop, 'manager', <Donations />, '/record');
  await see('donation-save');
});
const byWhom = async (): Promise<void> => {
  await type('donation-donorName', '柳州市某某粮油公司');
  await type('donation-inspectorA', '韦验收');
  await type('donation-inspectorB', '覃验收');
};
const newest = async () => {
  const { rows } = await shop.call('donations.list', {}, { as: 'manager' });
  return shop.call('donations.read', { donationId: rows[0]?.id ?? 0 }, { as: 'manager' });
};

test('a known donor is found while typing and taken by keys; a new name is just typed', async () => {
  await type('donation-donorName', '柳州市某米');
  await screen.findByRole('option', { name: /柳州市某米业有限公司/ });
  expect(await stumbles()).toEqual([]);
  await user.keyboard('{ArrowDown}{Enter}');
  await waitFor(() => expect(focused()).toBe('donation-kind'));
  expect(await see('donation-donorName')).toHaveProperty('value', '柳州市某米业有限公司');
  expect(await see('donation-kind')).toHaveProperty('value', 'company');
  await screen.findByText(/已有的捐赠人.捐过 1 次/);
  await user.clear(await see('donation-donorName'));
  await type('donation-donorName', '从没来过的人{Enter}');
  await waitFor(() => expect(focused()).toBe('donation-kind'));
  expect(screen.queryByRole('option', { name: /从没来过/ })).toBeNull();
});

test('a scan counts wherever the cursor stands: a case adds its bags, again and again; a bag asks how many', async () => {
  (await see('donation-campaign')).focus();
  scan(caseBarcode);
  await waitFor(() => expect(byId('line-quantity')).toHaveProperty('value', '20'));
  scan(caseBarcode);
  await waitFor(() => expect(byId('line-quantity')).toHaveProperty('value', '40'));
  await screen.findByText('40 袋 = 2 件');
  scan(bagBarcode);
  await waitFor(() => expect(allById('line-quantity').length).toBe(2));
  expect(allById('line-quantity')[1]).toHaveProperty('value', '');
  scan('6901234567892');
  await screen.findByText(/目录里没有“6901234567892”/);
  expect(allById('line-quantity').length).toBe(2);
  expect(await see('donation-campaign')).toHaveProperty('value', '');
});

test('evidence far from fair value: the line says so; fair value with its reason solves it and the evidence is kept', async () => {
  await byWhom();
  await user.selectOptions(await see('donation-place'), String(store));
  await type('donation-pick', `${bagBarcode}{Enter}`);
  await type('line-quantity', '10');
  await user.selectOptions(await see('line-basis'), 'evidence');
  await type('line-value', '5000');
  await save();
  const answer = await see('line-answer-value-far-from-fair', '相差太大');
  expect(answer.textContent).toContain('¥450.00');
  await waitFor(() => expect(focused()).toBe('line-take-fair'));
  expect(await stumbles()).toEqual([]);
  await user.click(await see('line-take-fair'));
  await waitFor(() => expect(focused()).toBe('line-basisNote'));
  expect(byId('line-answer-value-far-from-fair')).toBeNull();
  expect(await see('line-value')).toHaveProperty('value', '450.00');
  expect(await see('line-evidence')).toHaveProperty('value', '5000');
  await save();
  expect((await screen.findAllByText(/请写明参考了什么价格、为什么/)).length).toBe(2);
  await type('line-basisNote', '发票单价写错，按市场价');
  await save();
  await screen.findByText(/已登记.凭证号/);
  const gift = await newest();
  expect(gift.lines).toMatchObject([
    { valueFen: 45_000, evidenceFen: 500_000, basis: 'fair-value', basisNote: '发票单价写错，按市场价' },
  ]);
  const lots = await shop.call('stock.lots', { placeId: store }, { as: 'manager' });
  expect(lots.rows.map(({ onHand }) => onHand)).toEqual([10]);
});

test('evidence is kept against the price list with a note that says why', async () => {
  await byWhom();
  await type('donation-pick', `${bagBarcode}{Enter}`);
  await type('line-quantity', '1');
  await user.selectOptions(await see('line-basis'), 'evidence');
  await type('line-value', '500');
  await save();
  await user.click(await see('line-keep-evidence'));
  await save();
  expect((await screen.findAllByText(/请写明坚持按凭据计价的理由/)).length).toBe(2);
  await type('line-basisNote', '有机认证的特价米');
  await save();
  await screen.findByText(/已登记.凭证号/);
  expect((await newest()).lines).toMatchObject([{ valueFen: 50_000, basis: 'evidence' }]);
});

test('too little shelf life: refused in words, taken with a reason; what is over goes to the refused goods', async () => {
  await byWhom();
  await type('donation-pick', 'M001{Enter}');
  await type('line-quantity', '6');
  await type('line-production', '20250301');
  await type('line-expiry', '20260516');
  await user.selectOptions(await see('line-basis'), 'unpriced');
  await type('donation-pick', 'M001{Enter}');
  await waitFor(() => expect(allById('line-quantity').length).toBe(2));
  await user.type(allById('line-quantity')[1] as HTMLElement, '2');
  await user.type(allById('line-expiry')[1] as HTMLElement, '20260501');
  await user.selectOptions(allById('line-basis')[1] as HTMLElement, 'unpriced');
  await see('donation-running', '未计价 2 项，不在金额内');
  await save();
  await see('line-answer-shelf-life-short', '还剩 12 天');
  await waitFor(() => expect(focused()).toBe('line-acceptanceReason'));
  await see('line-answer-shelf-life-over', '2026-05-01');
  await user.click(allById('line-refuse')[1] as HTMLElement);
  expect(allById('line-quantity').length).toBe(1);
  expect(await see('refused-reason')).toHaveProperty('value', '已过期');
  await type('line-acceptanceReason', '当天发给敬老院');
  expect(await stumbles()).toEqual([]);
  await save();
  await screen.findByText(/已登记.凭证号/);
  const gift = await newest();
  expect(gift.lines).toMatchObject([{ quantity: 6, acceptanceReason: '当天发给敬老院' }]);
  expect(gift.refused).toMatchObject([{ description: '牛奶', quantity: '2 袋', reason: '已过期' }]);
});

test('second-hand pieces are tagged one by one and their labels print in one key; refused goods want a reason', async () => {
  const window_ = openWindow(shop, 'manager');
  await byWhom();
  await type('donation-pick', 'C001{Enter}');
  await type('line-quantity', '3');
  await user.selectOptions(await see('line-basis'), 'unpriced');
  await user.click(await see('line-second-hand'));
  await user.click(await see('line-pieces'));
  press('F7');
  await type('refused-description', '破毛衣');
  await save();
  expect((await screen.findAllByText(/请选成色/)).length).toBe(2);
  expect((await screen.findAllByText(/拒收的物资请写名称和原因/)).length).toBe(2);
  await user.selectOptions(await see('line-grade'), 'good');
  await type('line-disinfected', '20260503');
  await type('refused-reason', '虫蛀');
  expect(await stumbles()).toEqual([]);
  await save();
  await screen.findByText(/3 件逐件贴签的物资/);
  const gift = await newest();
  expect(gift.lines[0]).toMatchObject({ pieces: true, grade: 'good', disinfectedDay: '2026-05-03' });
  expect(gift.lines[0]?.lots.length).toBe(3);
  expect(await stumbles()).toEqual([]);
  press('F9');
  await waitFor(() => expect(window_.printed.length).toBe(1));
  press('F2');
  await see('donation-save');
});
