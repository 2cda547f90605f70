// The section 代领 over real books: standing proxies entered by keys and ended, an institution with its roster, the month.
import '../helpers/node-realm.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { identityCheckCharacter } from '../../db/domain/identity-number.ts';
import People from '../../renderer/people/index.tsx';
import { forgetKept } from '../../renderer/ui/use-kept.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { seedBatch, seedGift, seedHouseholds, seedItem } from '../helpers/seed.ts';
import { allById, byId, openWindow, press, see, show } from '../helpers/shop-window.tsx';
import { stumbles } from '../helpers/stumbles.ts';

const user = userEvent.setup({ delay: null });
const manager = { as: 'manager' } as const;
let shop: OpenShop;
let ids: ReadonlyMap<string, number>;
const number = (at: number): string => {
  const first17 = `45020219700101${String(at).padStart(3, '0')}`;
  return first17 + identityCheckCharacter(first17);
};

beforeEach(async () => {
  forgetKept();
  shop = await openShop();
  ids = await seedHouseholds(shop, [
    { number: 'A1' },
    { number: 'A2' },
    ...['B1', 'B2'].map((household) => ({ number: household, category: '特困人员（集中供养）' })),
  ]);
});
afterEach(() => shop.close());

const open = async (path: string, role: 'manager' | 'bureau' = 'manager') => {
  const state = openWindow(shop, role);
  await show(shop, role, <People />, `/institutions${path}`);
  return state;
};
const field = async (name: string): Promise<HTMLInputElement> =>
  waitFor(() => {
    const found = document.querySelector<HTMLInputElement>(`[name="${name}"]`);
    if (!found) throw new Error(`no field ${name}`);
    return found;
  });
const said = (text: RegExp) => screen.findAllByText(text);

test('a standing proxy is entered by keys, mistakes beside their fields; the books name the double; it is ended with a reason', async () => {
  await open('');
  await said(/还没有长期代领人/);
  press('F2');
  await see('proxy-save');
  expect(await stumbles()).toEqual([]);
  await user.keyboard('{Control>}{Enter}{/Control}');
  await said(/请先选择家庭/);
  await said(/请填写依据，如委托书/);
  await user.type(await see('pick-household'), 'A1{Enter}');
  await see('picked-household', 'A1');
  await user.type(await field('name'), '韦邻居');
  await user.type(await field('number'), number(1).slice(0, 17) + 'A');
  await user.tab();
  await said(/身份证/);
  await user.clear(await field('number'));
  await user.type(await field('number'), number(1));
  await user.selectOptions(await see('proxy-relation'), 'other');
  await user.type(await field('otherRelation'), '同住人');
  await user.selectOptions(await see('proxy-related'), 'yes');
  await user.type(await field('ground'), '委托书 2026-1');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await see('proxy-state', '有效');
  await said(/同住人 · 亲属/);
  expect(document.body.textContent).not.toContain(number(1));
  expect(await stumbles()).toEqual([]);

  await open('/add?household=A1');
  await see('picked-household', 'A1');
  await user.type(await field('name'), '韦邻居');
  await user.type(await field('number'), number(1));
  await user.type(await field('ground'), '再来');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await said(/这个人已经是本户的代领人/);

  await open('');
  await user.click(await see('proxy-end'));
  await user.type(await see('proxy-end-reason'), '委托人收回');
  await user.click(await see('proxy-end-confirm'));
  await said(/还没有长期代领人/);
  await user.selectOptions(await see('proxy-which'), 'all');
  await see('proxy-state', '已终止 委托人收回');
});

test('an institution is added, its roster filled from those offered and by search, saved as one act; then closed only when empty', async () => {
  await open('/homes');
  await said(/还没有机构/);
  press('F2');
  await user.type(await field('name'), '城中区敬老院');
  expect(await stumbles()).toEqual([]);
  await user.keyboard('{Control>}{Enter}{/Control}');
  await see('roster-change', '名册没有变动');
  expect(await stumbles()).toEqual([]);
  await user.click(await see('roster-join-all'));
  await user.type(await see('pick-household'), 'A2{Enter}');
  await see('roster-change', '加入 3 户，移出 0 户');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await said(/请填写变动原因/);
  await user.type(await field('reason'), '入住');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await said(/名册已保存：加入 3 户，移出 0 户/);
  expect(allById('resident')).toHaveLength(3);
  const [first] = allById('roster-leave');
  if (!first) throw new Error('nobody to take off');
  await user.click(first);
  await see('roster-change', '加入 0 户，移出 1 户');
  await said(/✖ 移出/);
  await user.type(await field('reason'), '离院');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await said(/名册已保存：加入 0 户，移出 1 户/);
  press('Escape');
  await user.click(await see('institution-switch'));
  await said(/这家机构的名册上还有人/);
  await user.click(await see('institution-change'));
  await user.type(await field('contact'), '黄院长');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await said(/黄院长/);
});

test('the month shows who collected for several households, who approved, and what institutions collected; the bureau only looks', async () => {
  const rice = await seedItem(shop, { code: 'MI10', name: '大米', listPriceFen: 4_500 });
  await seedGift(shop, { itemId: rice, quantity: 50 });
  const { vouchers } = await seedBatch(shop);
  for (const { id: voucherId } of vouchers)
    await shop.call(
      'counter.redeem',
      {
        voucherIds: [voucherId],
        entry: 'scanned',
        lines: [{ itemId: rice, quantity: 1 }],
        proxy: {
          kind: 'on-the-spot',
          name: '黄帮忙',
          document: 'identity',
          number: number(7),
          relation: '邻居',
          related: false,
          reason: '住院',
        },
      },
      { as: 'volunteer' },
    );
  const { institutionId } = await shop.call('proxies.addInstitution', { name: '城中区敬老院' }, manager);
  const householdIds = ['B1', 'B2'].map((household) => ids.get(household) ?? 0);
  await shop.call('proxies.setResidents', { institutionId, householdIds, reason: '入住' }, manager);
  const homes = await seedBatch(shop, { name: '敬老院', categories: ['destitute-institution'] });
  await shop.call(
    'counter.collectForInstitution',
    {
      institutionId,
      lines: [{ itemId: rice, quantity: 1 }],
      vouchers: homes.vouchers.map(({ id: voucherId }) => ({ voucherId })),
      collectedBy: '覃院长',
      documentTail: '061X',
    },
    { as: 'volunteer' },
  );
  await open('', 'bureau');
  expect(byId('proxy-add')).toBeNull();
  press('F9');
  await said(/2 户（非亲属 2）/);
  await said(/覃\*长 061X/);
  await said(/JG2026-000001/);
  expect(allById('collection')).toHaveLength(3);
  expect(await stumbles()).toEqual([]);
  await user.type(await see('list-search'), '覃院长');
  await waitFor(() => expect(allById('collection')).toHaveLength(1));
  expect(document.body.textContent).not.toContain('黄帮忙');
  expect(await stumbles()).toEqual([]);
  press('Escape');
  press('F7');
  await said(/城中区敬老院/);
  expect(byId('institution-add')).toBeNull();
  const window_ = await open('/month');
  await see('collection-paper-print');
  await waitFor(() => expect(allById('collection')).toHaveLength(1));
  await user.click(await see('collections-export-csv'));
  await waitFor(() => expect(window_.saved).toHaveLength(1));
  const text = new TextDecoder().decode(window_.saved[0]?.bytes);
  // As it is filtered.
  expect([text.includes('覃*长'), text.includes('黄*忙'), text.includes('覃院长')]).toEqual([
    true,
    false,
    false,
  ]);
});

test('from the file of a household its proxy is entered, and the file shows it', async () => {
  openWindow(shop, 'manager');
  await show(shop, 'manager', <People />, `/${String(ids.get('A2'))}`);
  await see('household-proxy');
  press('F7');
  await see('picked-household', 'A2');
  await user.type(await field('name'), '韦邻居');
  await user.type(await field('number'), number(3));
  await user.type(await field('ground'), '委托书 3 号');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await see('file-proxies', '韦*居');
  openWindow(shop, 'bureau');
  await show(shop, 'bureau', <People />, `/${String(ids.get('A2'))}`);
  await see('file-proxies', '韦*居');
  expect(byId('household-proxy')).toBeNull();
});
