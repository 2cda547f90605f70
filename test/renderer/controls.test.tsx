// Controls the screens of goods and gifts share, over real books: choosing goods by scan, quantities in packs, whom goods are for,
// taking a paper back, marks and exports.
import '../helpers/node-realm.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Designation } from '../../db/contract/measures.ts';
import { DesignationField, noDesignation } from '../../renderer/goods/designation-field.tsx';
import { meantItem, PickItem } from '../../renderer/goods/pick-item.tsx';
import { meantLot, PickLot, type LotRow } from '../../renderer/goods/pick-lot.tsx';
import { QuantityField } from '../../renderer/goods/quantity-field.tsx';
import { emptyQuantity, type Measured } from '../../renderer/goods/quantity-text.ts';
import { ExportButtons, ReverseDialog, ReverseMark, WaitingTag } from '../../renderer/ui/index.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { seedBatch, seedGift, seedHouseholds, seedItem } from '../helpers/seed.ts';
import { openWindow, see, show } from '../helpers/shop-window.tsx';
import { stumbles } from '../helpers/stumbles.ts';

const user = userEvent.setup({ delay: null });
const caseBarcode = '6900001000006';
let shop: OpenShop;
beforeAll(async () => {
  shop = await openShop();
  await shop.call(
    'goods.add',
    {
      code: 'G001',
      name: '口罩',
      category: '防护',
      unit: '件',
      listPriceFen: 100,
      keepsDate: false,
      barcodes: [{ barcode: caseBarcode, packs: 50 }],
    },
    { as: 'manager' },
  );
  await seedItem(shop, { code: 'G002', name: '口琴', unit: '件', listPriceFen: null });
});
afterAll(() => shop.close());

test('a scan chooses the goods and says what one scan stands for; a name says nothing of how many', async () => {
  const picked = vi.fn();
  openWindow(shop, 'manager');
  await show(shop, 'manager', <PickItem onPick={({ name }, perScan) => void picked(name, perScan)} />);
  await user.type(await see('pick-item'), `${caseBarcode}{Enter}`);
  await waitFor(() => expect(picked).toHaveBeenLastCalledWith('口罩', 50));
  await user.type(await see('pick-item'), 'G001{Enter}');
  await waitFor(() => expect(picked).toHaveBeenLastCalledWith('口罩', null));
  await user.type(await see('pick-item'), '口{Enter}');
  await waitFor(() => expect(screen.getAllByRole('option').length).toBe(2));
  expect(picked).toHaveBeenCalledTimes(2);
  expect(await stumbles()).toEqual([]);
  const second = screen.getAllByRole('option')[1]?.textContent ?? '';
  await user.keyboard('{ArrowDown}{Enter}');
  expect(second.startsWith(String(picked.mock.lastCall?.[0]))).toBe(true);
});

test('a barcode nobody knows chooses nothing and says so; goods found by a part of it are no guess', async () => {
  const picked = vi.fn();
  openWindow(shop, 'manager');
  await show(shop, 'manager', <PickItem onPick={picked} />);
  await user.type(await see('pick-item'), '6901234567892{Enter}');
  await screen.findByText(/目录里没有“6901234567892”/);
  expect(picked).not.toHaveBeenCalled();
  const { rows } = await shop.call('goods.list', { search: 'G001' }, { as: 'manager' });
  expect(meantItem('6901234567892', rows)).toBeNull();
  expect(meantItem(caseBarcode, rows)?.name).toBe('口罩');
});

test('a lot is chosen by name, by barcode or by its label, where it stands and nowhere else', async () => {
  const { rows: items } = await shop.call('goods.list', { search: 'G001' }, { as: 'manager' });
  const itemId = items[0]?.id ?? 0;
  await seedGift(shop, { itemId, quantity: 100 });
  const { rows: lots } = await shop.call('stock.lots', { itemId }, { as: 'manager' });
  const tag = lots[0]?.tag ?? '';
  const { placeId } = await shop.call(
    'stock.addPlace',
    { name: '敬老院库', kind: 'depot' },
    { as: 'manager' },
  );
  const picked = vi.fn();
  const at = (place: number) => (
    <PickLot placeId={place} onPick={(each, perScan) => void picked(each.tag, perScan)} />
  );
  openWindow(shop, 'manager');
  await show(shop, 'manager', at(1));
  await user.type(await see('pick-lot'), '口罩');
  await screen.findByText(/可用 100 件 \/ 现存 100 件/);
  expect(await stumbles()).toEqual([]);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(picked).toHaveBeenLastCalledWith(tag, null));
  await user.type(await see('pick-lot'), `${caseBarcode}{Enter}`);
  await waitFor(() => expect(picked).toHaveBeenLastCalledWith(tag, 50));
  await user.type(await see('pick-lot'), `${tag}{Enter}`);
  await waitFor(() => expect(picked).toHaveBeenCalledTimes(3));
  expect(picked.mock.lastCall?.[0]).toBe(tag);
  await show(shop, 'manager', at(placeId));
  await user.type(await see('pick-lot'), `${caseBarcode}{Enter}`);
  await screen.findByText(/口罩在这里没有现存的批次/);
  expect(picked).toHaveBeenCalledTimes(3);
});

test('a list is saved in the format asked for, with its filter', async () => {
  const window_ = openWindow(shop, 'manager');
  await show(
    shop,
    'manager',
    <ExportButtons
      act="goods.export"
      input={{ search: 'G001' }}
      formats={['xlsx', 'csv', 'pdf']}
      testId="export"
    />,
  );
  expect(await stumbles()).toEqual([]);
  await user.click(await see('export-csv'));
  await waitFor(() => expect(window_.saved.length).toBe(1));
  const sheet = new TextDecoder('utf-8').decode(window_.saved[0]?.bytes);
  expect(sheet).toContain('口罩');
  expect(sheet).not.toContain('口琴');
  await screen.findByText(/已保存/);
});

const masks: Measured = { unit: '件', unitScale: 1, packs: [{ unit: '袋', quantity: 50 }] };
const Quantity = ({ tried = false }: { readonly tried?: boolean }) => {
  const [value, setValue] = useState(emptyQuantity(masks));
  return <QuantityField item={masks} value={value} onChange={setValue} tried={tried} />;
};

test('a quantity starts empty, is typed in packs and shows what that is; mistakes have words', async () => {
  openWindow(shop, 'manager');
  await show(shop, 'manager', <Quantity />);
  const field = await see('quantity');
  expect(field).toHaveProperty('value', '');
  await user.type(field, '2');
  await user.selectOptions(await see('quantity-unit'), '袋');
  await screen.findByText('2 袋 = 100 件');
  expect(await stumbles()).toEqual([]);
  await user.clear(field);
  await user.type(field, '0.01');
  await user.tab();
  await screen.findByText(/不能有这样的零头/);
  await show(shop, 'manager', <Quantity tried />);
  await screen.findByText('请填数量');
});

test('whom goods are for is a category, a place and a batch, each of which can be left open again', async () => {
  await seedHouseholds(shop, [{ number: 'H1' }]);
  const { batchId } = await seedBatch(shop);
  const said = vi.fn<(designation: Designation) => void>();
  const Field = () => {
    const [value, setValue] = useState(noDesignation);
    return (
      <DesignationField
        value={value}
        onChange={(next) => {
          setValue(next);
          said(next);
        }}
      />
    );
  };
  openWindow(shop, 'manager');
  await show(shop, 'manager', <Field />);
  await screen.findByRole('option', { name: '城市低保' });
  await user.selectOptions(await see('designation-category'), 'urban-minimum-living');
  await user.type(await see('designation-place'), '桂中社区');
  await screen.findByText('2026年五一慰问');
  await user.selectOptions(await see('designation-batch'), String(batchId));
  expect(said).toHaveBeenLastCalledWith({ category: 'urban-minimum-living', place: '桂中社区', batchId });
  await user.selectOptions(await see('designation-batch'), '');
  await user.clear(await see('designation-place'));
  expect(said).toHaveBeenLastCalledWith({ category: 'urban-minimum-living', place: null, batchId: null });
});

test('a paper is taken back only with a reason; what the books refuse is said in words', async () => {
  const confirmed = vi.fn();
  const dialog = (failed: boolean) => (
    <ReverseDialog
      paper="调拨单"
      number="DB2026-000001"
      effect="物资退回库房的同一批次。"
      pending={false}
      failure={
        failed
          ? {
              kind: 'refusal',
              code: 'reversal-negative',
              params: { item: '口罩', unit: '件', unitScale: 1, tag: 'P1', day: '2026-05-03', missing: 20 },
            }
          : null
      }
      onConfirm={confirmed}
      onClose={() => undefined}
    />
  );
  openWindow(shop, 'manager');
  await show(shop, 'manager', dialog(false));
  await see('reverse-effect', '退回');
  await screen.findByText(/DB2026-000001/);
  await user.click(await see('reverse-confirm'));
  await screen.findByText('请写明撤销原因');
  expect(confirmed).not.toHaveBeenCalled();
  await user.type(await see('reverse-reason'), ' 录错 {Enter}');
  expect(confirmed).toHaveBeenCalledWith('录错');
  await show(shop, 'manager', dialog(true));
  await screen.findByText(/撤销后库存会变成负数/);
  await screen.findByText('从 2026-05-03 (日) 起会缺 20 件');
});

test('marks say it in colour, shape and word, and nothing of a paper in force', async () => {
  openWindow(shop, 'manager');
  await show(
    shop,
    'manager',
    <div data-testid="marks">
      <ReverseMark how="void" /> <ReverseMark how="red" /> <ReverseMark how="reversed" /> <WaitingTag />
      <ReverseMark how={null} />
    </div>,
  );
  expect((await see('marks')).textContent).toBe('✖ 作废 ✖ 红冲 ✖ 已撤销 ▲ 待复核');
});

const lot = (lotId: number): LotRow => ({
  lotId,
  itemId: 1,
  itemCode: 'G001',
  itemName: '口罩',
  spec: '',
  unit: '件',
  unitScale: 1,
  tag: `P${String(lotId)}`,
  expiryDay: null,
  stockClass: 'donated',
  category: '防护',
  placeId: 1,
  place: '店面',
  onHand: 10,
  reserved: 0,
  held: 0,
  expired: 0,
  available: 10,
  onHandFen: null,
  receivedDay: '2026-05-01',
  daysLeft: null,
  designation: '',
  shortDated: false,
  heldReason: null,
  origin: '匿名',
});

test('the label of a lot means that lot alone, a barcode every lot of the goods, each with what one scan stands for', () => {
  const scan = {
    itemId: 1,
    itemCode: 'G001',
    itemName: '口罩',
    spec: '',
    unit: '件',
    unitScale: 1,
    perScan: 50,
  };
  const lots = [lot(1), lot(2)];
  const ids = (lotId: number | null): readonly (readonly [number, number | null])[] =>
    meantLot({ ...scan, lotId }, lots).map((option) => [option.lot.lotId, option.perScan]);
  expect(ids(2)).toEqual([[2, 50]]);
  expect(ids(null)).toEqual([
    [1, 50],
    [2, 50],
  ]);
  expect(ids(9)).toEqual([]);
});
