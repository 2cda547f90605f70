// The voucher screens on a real shop: mistakes named, preview in figures, issue asked once, figures of the batch, void with reason.
import '../helpers/node-realm.ts';
import { cleanup, fireEvent, waitFor } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../db/contract/permissions.ts';
import Vouchers from '../../renderer/vouchers/index.tsx';
import { emptyDraft, mistakesOf, specOf } from '../../renderer/vouchers/batch-draft.ts';
import { openShop, password, type OpenShop } from '../helpers/open-shop.ts';
import { prepareBatch, seedBatch, seedHouseholds } from '../helpers/seed.ts';
import { allById, byId, openWindow, press, see, show, type ShopWindow } from '../helpers/shop-window.tsx';

let shop: OpenShop;
let window_: ShopWindow;
const open = async (as: Role, path = '/vouchers'): Promise<void> => {
  window_ = openWindow(shop, as);
  await show(
    shop,
    as,
    <Routes>
      <Route path="/vouchers/*" element={<Vouchers />} />
    </Routes>,
    path,
  );
};
const type = (testId: string, value: string): void => {
  const field = byId(testId);
  if (!field) throw new Error(`${testId} is not on the screen`);
  fireEvent.change(field, { target: { value } });
};
const click = async (testId: string): Promise<void> => void fireEvent.click(await see(testId));

beforeAll(async () => {
  shop = await openShop();
  await seedHouseholds(shop, [
    ...Array.from({ length: 12 }, (_, at) => ({ number: String(at + 1), members: 2 })),
    { number: '51', category: '农村低保' },
    { number: '61', start: '2026-08-01' },
  ]);
});
afterAll(() => shop.close());
afterEach(cleanup);

describe('a new batch', () => {
  it('goes from the form over preview and one question to issued vouchers, by keys', async () => {
    await open('manager');
    await see('vouchers-new');
    press('F4');
    await see('batch-name');
    press('Enter', { ctrlKey: true });
    await waitFor(() => expect(document.querySelectorAll('.form-mistake').length).toBeGreaterThanOrEqual(4));
    type('batch-name', '2026年端午慰问');
    type('batch-festival', '端午');
    type('batch-face', '100');
    fireEvent.click(
      await see('batch-category-urban-minimum-living').then((box) => box.querySelector('input') ?? box),
    );
    type('batch-from', '2026.5.1');
    type('batch-to', '2026年6月30日');
    press('Enter', { ctrlKey: true });
    await see('preview-households', '12 户');
    expect(byId('preview-people')?.textContent).toContain('24 人');
    expect(byId('preview-faceFen')?.textContent).toContain('¥1,200.00');
    expect(byId('preview-left-out')?.textContent).toMatch(/类别不在这一批.*1 户.*资格还没有开始.*1 户/);
    expect(document.body.textContent).toMatch(/韦\*/);
    type('batch-face', '200');
    await waitFor(() => expect(byId('batch-issue')).toBeNull());
    type('batch-face', '100');
    await see('batch-issue');
    // Both stand at the PC: the second types their password beside the figures.
    press('F8');
    fireEvent.click(await see('batch-issue-confirm', '发放 12 张'));
    await waitFor(() => expect(document.body.textContent).toContain('请同意的人输入密码'));
    type('second-password', password);
    await click('batch-issue-confirm');
    await see('batch-issued', '12');
    expect(byId('batch-outstanding')?.textContent).toContain('12');
    expect((await shop.call('vouchers.batches', {}, { as: 'manager' }))[0]).toMatchObject({
      name: '2026年端午慰问',
      issued: 12,
      faceFen: 10_000,
      validFrom: '2026-05-01',
      validTo: '2026-06-30',
    });
  });

  it('shows the new count when the roster changed after the preview', async () => {
    await open('manager', '/vouchers/new');
    await see('batch-name');
    type('batch-name', '变动');
    type('batch-face', '50');
    fireEvent.click(
      await see('batch-category-rural-minimum-living').then((box) => box.querySelector('input') ?? box),
    );
    type('batch-to', '2026-06-30');
    press('Enter', { ctrlKey: true });
    await see('preview-households', '1 户');
    await seedHouseholds(shop, [{ number: '52', category: '农村低保' }]);
    press('F9');
    await click('batch-issue-confirm');
    await waitFor(() => expect(document.body.textContent).toContain('预览以后名册有变化'));
    fireEvent.click(
      [...document.querySelectorAll('button')].find(({ textContent }) => textContent === '取消') ??
        document.body,
    );
    await see('preview-households', '2 户');
  });

  it('is prepared by one and approved by another, who types the totals; what was prepared can be deleted', async () => {
    await open('manager', '/vouchers/new');
    await see('batch-name');
    type('batch-name', '三天积分');
    fireEvent.change(await see('batch-kind'), { target: { value: 'points' } });
    fireEvent.change(await see('batch-basis'), { target: { value: 'person' } });
    type('batch-face', '30');
    // Beside the one that is still ticked: a draft is remembered.
    fireEvent.click(
      await see('batch-category-urban-minimum-living').then((box) => box.querySelector('input') ?? box),
    );
    type('batch-to', '2026-06-30');
    press('Enter', { ctrlKey: true });
    await see('preview-vouchers', '26 张');
    expect(byId('preview-faceFen')?.textContent).toContain('780 分');
    press('F9');
    await click('batch-issue-confirm');
    await see('draft-pieces', '26 张');
    // Whom each of them is for, by name as it may be shown.
    const receivers = () => document.querySelector('[aria-label^="每一张发给谁"]')?.textContent ?? '';
    await waitFor(() => expect(receivers()).toContain('韦*'));
    // Who prepared it sees no way to approve, and nothing to print.
    expect(byId('draft-approve')).toBeNull();
    expect(byId('voucher-sheet-print')).toBeNull();
    const [draft] = await shop.call('vouchers.batches', {}, { as: 'manager' });
    expect(draft).toMatchObject({ name: '三天积分', state: 'draft', drafts: 26 });
    cleanup();
    await open('bureau', `/vouchers/${draft?.id ?? 0}`);
    await see('draft-approve');
    press('F9');
    await see('approve-pieces');
    type('approve-worth', '700');
    const approvals = (): number => window_.asked.filter(({ act }) => act === 'vouchers.approveBatch').length;
    for (const wrong of ['', '-26', '26.0', '2６张', '99999999999']) {
      type('approve-pieces', wrong);
      await click('approve-confirm');
      await waitFor(() => expect(document.body.textContent).toContain('请填数字'));
    }
    expect(approvals()).toBe(0);
    // As an input method or a paste leaves it.
    type('approve-pieces', '\u3000２６ ');
    await click('approve-confirm');
    await waitFor(() => expect(document.body.textContent).toContain('合计对不上'));
    expect(approvals()).toBe(1);
    type('approve-pieces', '25');
    type('approve-worth', '７８０');
    await click('approve-confirm');
    await waitFor(() => expect(document.body.textContent).toContain('合计对不上'));
    type('approve-pieces', '26');
    await click('approve-confirm');
    await see('batch-issued', '26');
    cleanup();
    // Money is compared with what was typed as well.
    const money = await prepareBatch(shop, { name: '金额券' });
    await open('bureau', `/vouchers/${money.batchId}`);
    await see('draft-approve');
    press('F9');
    await see('approve-pieces');
    type('approve-pieces', String(money.drafts));
    type('approve-worth', String(money.faceFen / 100 - 1));
    await click('approve-confirm');
    await waitFor(() => expect(document.body.textContent).toContain('合计对不上'));
    type('approve-worth', String(money.faceFen / 100));
    await click('approve-confirm');
    await see('batch-issued', String(money.drafts));
    cleanup();
    const { batchId } = await prepareBatch(shop, { name: '不要了' });
    await open('manager', `/vouchers/${batchId}`);
    await click('draft-delete');
    await click('draft-delete-confirm');
    await see('vouchers-new');
    await waitFor(() => expect(document.body.textContent).not.toContain('不要了'));
  });

  it('refuses what is no batch before the books are asked', () => {
    const draft = {
      ...emptyDraft('2026-05-04', '本店'),
      name: 'x',
      face: '100',
      categories: ['orphan'],
      validTo: '2026-06-30',
    };
    expect(specOf(draft, '2026-05-04')).toMatchObject({ faceFen: 10_000, validFrom: '2026-05-04' });
    expect(mistakesOf({ ...draft, face: '0' }, '2026-05-04').face).toBe('face');
    expect(mistakesOf({ ...draft, face: '1.005' }, '2026-05-04').face).toBe('face');
    expect(mistakesOf({ ...draft, validTo: '2026-02-30' }, '2026-05-04').validTo).toBe('day');
    expect(mistakesOf({ ...draft, validTo: '2026-05-03' }, '2026-05-04').validTo).toBe('to-before-from');
    expect(
      mistakesOf({ ...draft, validFrom: '2026-04-01', validTo: '2026-05-03' }, '2026-05-04').validTo,
    ).toBe('over');
    expect(specOf({ ...draft, categories: [] }, '2026-05-04')).toBeNull();
    for (const face of ['-100', '－１００', '1e3', '10000000000', ' '])
      expect(mistakesOf({ ...draft, face }, '2026-05-04').face).toBe('face');
    expect(specOf({ ...draft, face: ' １，０００．５０\u00A0' }, '2026-05-04')?.faceFen).toBe(100_050);
  });

  it('reads points and household sizes as an input method or a paste leaves them, and nothing else', () => {
    const draft = {
      ...emptyDraft('2026-05-04', '本店'),
      ...{ name: 'x', kind: 'points' as const, categories: ['orphan'], validTo: '2026-06-30' },
    };
    const spec = (face: string) => specOf({ ...draft, face }, '2026-05-04');
    expect([spec('３０')?.facePoints, spec(' 1,200 ')?.facePoints]).toEqual([30, 1_200]);
    for (const face of ['0', '-3', '1.5', '10000000', '三十']) expect(spec(face)).toBeNull();
    const bySize = (members: string) =>
      specOf(
        {
          ...draft,
          basis: 'size',
          sizes: [
            { members: '１', face: '10' },
            { members, face: '２０' },
          ],
        },
        '2026-05-04',
      )?.sizeFaces?.[1];
    expect(bySize('　４ ')).toEqual({ members: 4, face: 20 });
    for (const members of ['0', '-4', '100', '4.0', '１']) expect(bySize(members)).toBeUndefined();
  });
});

describe('a batch', () => {
  it('voids a voucher with its reason and keeps the count', async () => {
    const { batchId } = await seedBatch(shop, { name: '作废' });
    await open('manager', `/vouchers/${batchId}`);
    fireEvent.click((await see('voucher-row')).querySelector('a') as HTMLElement);
    await click('voucher-void');
    await click('void-confirm');
    await waitFor(() => expect(document.body.textContent).toContain('请写明原因'));
    type('void-reason', '错发');
    await click('void-confirm');
    await waitFor(() => expect(document.body.textContent).toContain('已作废，券号'));
    press('Escape');
    await see('batch-void', '1');
    expect(byId('batch-issued')?.textContent).toContain('12');
    expect(window_.asked.filter(({ act }) => act === 'vouchers.void')).toHaveLength(1);
    const state = await see('voucher-state');
    fireEvent.change(state, { target: { value: 'void' } });
    await waitFor(() => expect(allById('voucher-row').map((row) => row.dataset['state'])).toEqual(['void']));
  });

  it('prints the sheet, and offers the file where there is no printer', async () => {
    const { batchId } = await seedBatch(shop, { name: '打印' });
    await open('manager', `/vouchers/${batchId}`);
    await click('voucher-sheet-print');
    await waitFor(() => expect(window_.printed).toHaveLength(1));
    window_.printer = 'printer-none';
    await click('sign-off-print');
    await waitFor(() => expect(document.body.textContent).toContain('没有找到打印机'));
  });

  it('shows a volunteer no way to issue, print or void, and only the end of the codes', async () => {
    const { batchId } = await seedBatch(shop, { name: '志愿者' });
    await open('volunteer', `/vouchers/${batchId}`);
    await see('voucher-row');
    expect(byId('voucher-void')).toBeNull();
    expect(byId('voucher-sheet-print')).toBeNull();
    expect(byId('voucher-code')?.textContent).toMatch(/^···· ···· \w{4}$/);
  });
});
