// Limits at the counter's screen: what is left stands in amber, more is refused in red with every fact, and somebody else may say yes
// to it with a reason and a password (F4). By keyboard and scanner, over real books.
import '../helpers/node-realm.ts';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, it } from 'vitest';
import { counterWindow, rice } from '../helpers/counter-window.tsx';
import { password } from '../helpers/open-shop.ts';
import { seedBatch, seedHouseholds } from '../helpers/seed.ts';
import { byId, press, scan, see } from '../helpers/shop-window.tsx';
import { stumbles } from '../helpers/stumbles.ts';

const till = counterWindow();
const user = userEvent.setup({ delay: null });
const manager = { as: 'manager' } as const;

beforeAll(async () => {
  const { rows } = await till.shop.call('goods.list', { search: rice }, manager);
  await till.shop.call(
    'limits.make',
    {
      name: '每月大米',
      measure: 'pieces',
      itemId: rows[0]?.id ?? 0,
      sort: null,
      subject: 'household',
      amounts: [[1, 1]],
      period: 'month',
      every: 1,
      carryOver: false,
      categories: [],
      fromDay: '2026-05-04',
      toDay: null,
    },
    manager,
  );
});

it('says what is left after the basket, refuses more, and goes on with a reason and a second person', async () => {
  await till.open();
  await till.openBasket();
  scan(rice);
  await see('counter-notes', '每月大米：领走这些后还可领 0 袋，2026-06-01 (一) 起可以再领');
  scan(rice);
  await see('counter-notes', '每月大米：只可领 1 袋，超出 1 袋');
  expect(await stumbles()).toEqual([]);
  press('F9');
  const red = await see('counter-refused', '超过限领数量');
  for (const fact of [
    '每月大米：限 1 袋',
    '已领 0 袋，还可领 1 袋，这次超出 1 袋',
    '2026-06-01 (一) 起可以再领',
  ])
    expect(red.textContent).toContain(fact);
  press('F4');
  await see('approval-form', '批准人核对情况、写明原因');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await see('approval-form', '请写明原因');
  const reason = document.querySelector<HTMLInputElement>('[name="reason"]');
  const secret = () => document.querySelector<HTMLInputElement>('[name="password"]');
  if (!reason) throw new Error('no reason asked for');
  await user.type(reason, '家中失火');
  await user.type(secret() ?? reason, 'falsch-2026');
  expect(await stumbles()).toEqual([]);
  await user.keyboard('{Control>}{Enter}{/Control}');
  await see('counter-refused', '批准');
  press('F4');
  await see('approval-form', '为什么可以多领');
  const again = document.querySelector<HTMLInputElement>('[name="reason"]');
  if (!again) throw new Error('the reason is asked for again');
  await user.type(again, '家中失火');
  await user.type(secret() ?? again, password);
  await user.keyboard('{Control>}{Enter}{/Control}');
  await see('counter-done', '已核销');
  await see('done-over-limits', '超限领取：每月大米');
  const [over] = await till.shop.call('limits.overrides', { month: '2026-05' }, manager);
  expect(over).toMatchObject({ rule: '每月大米', over: 1, reason: '家中失火' });
  expect(byId('approval-form')).toBeNull();
});

it('stops the list of an institution, and goes on with F4: why, and a second person', async () => {
  const ids = await seedHouseholds(till.shop, [{ number: '81', category: '特困人员（集中供养）' }]);
  const { institutionId } = await till.shop.call('proxies.addInstitution', { name: '敬老院' }, manager);
  const householdIds = [ids.get('81') ?? 0];
  await till.shop.call('proxies.setResidents', { institutionId, householdIds, reason: '入住' }, manager);
  await seedBatch(till.shop, { name: '敬老院', categories: ['destitute-institution'] });
  const type = async (name: string, words: string): Promise<void> => {
    const found = document.querySelector<HTMLInputElement>(`[name="${name}"]`);
    if (!found) throw new Error(`no field ${name}`);
    await user.type(found, words);
  };
  await till.open();
  press('F5');
  await user.click(await see('institution-open'));
  await user.type(await see('institution-goods'), `${rice}{Enter}`);
  await see('institution-line', '东北大米');
  await user.clear(await see('institution-quantity'));
  await user.type(await see('institution-quantity'), '2');
  await type('collectedBy', '黄院长');
  await type('documentTail', '061X');
  expect(byId('institution-answer')).toBeNull();
  press('F9');
  await user.click(await see('institution-confirm'));
  await see('institution-answer');
  press('F4');
  await see('approval-form');
  await type('reason', '冬令加发');
  await type('password', password);
  await user.keyboard('{Control>}{Enter}{/Control}');
  await see('institution-over-limits', '超限领取：每月大米');
});
