// Rules of categories over real books: said in sentences, taken over from other places by one click, refused in half.
import '../helpers/node-realm.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { judgeAcceptance } from '../../db/domain/acceptance.ts';
import Goods from '../../renderer/goods/index.tsx';
import { emptyRule, ruleOf, sentencesOf, suggestions } from '../../renderer/goods/rule-draft.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { seedItem } from '../helpers/seed.ts';
import { openWindow, press, see, show } from '../helpers/shop-window.tsx';
import { stumbles } from '../helpers/stumbles.ts';

const user = userEvent.setup({ delay: null });
let shop: OpenShop;
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());

const save = () => user.keyboard('{Control>}{Enter}{/Control}');
const field = (label: RegExp): HTMLElement => screen.getByLabelText(label, { selector: 'input' });
const said = (): readonly string[] =>
  [...document.querySelectorAll('[data-testid="rule-means"] li')].map(({ textContent }) => textContent);
const rules = () => shop.call('goods.rules', {}, { as: 'manager' });

test('without categories the list says where they come from', async () => {
  openWindow(shop, 'manager');
  await show(shop, 'manager', <Goods />, '/rules');
  await screen.findByText(/目录里还没有类别/);
  expect(await stumbles()).toEqual([]);
});

test('one click fills in a rule of another place, the sentences follow, and it is saved and listed in words', async () => {
  await seedItem(shop, { code: 'G1', name: '酸奶', category: '乳品', listPriceFen: null, keepsDate: true });
  openWindow(shop, 'manager');
  await show(shop, 'manager', <Goods />, '/rules');
  await screen.findByText('60 天（店铺设置）');
  await user.keyboard('{ArrowDown}{Enter}');
  await screen.findByRole('heading', { name: '类别规则：乳品' });
  expect(said()).toEqual(['到期前 60 天开始提醒（跟店铺设置）。', '没有过期的都可以收。']);
  await user.click(await see('rule-like-share'));
  await user.click(await see('rule-like-halfYearShort'));
  expect(said()).toEqual([
    '到期前 60 天开始提醒（跟店铺设置）。',
    '收货时至少还剩 180 天（约 6 个月）。',
    '总保质期不超过 184 天的，只要还剩 90 天。',
    '达不到的，店长写明理由才能收；已过期的谁也不能收。',
  ]);
  await user.type(field(/到期前多少天/), '30');
  expect(said()[0]).toBe('到期前 30 天开始提醒。');
  expect(await stumbles()).toEqual([]);
  await save();
  await screen.findByText('至少剩 180 天 · 总共不超过 184 天的剩 90 天');
  expect(await rules()).toEqual([
    {
      category: '乳品',
      alarmDays: 30,
      minPercent: null,
      minDays: 180,
      shortLifeDays: 184,
      shortMinDays: 90,
      items: 1,
    },
  ]);
});

test('half a rule for short-lived goods and figures out of bounds are named beside their fields and not saved', async () => {
  const window_ = openWindow(shop, 'manager');
  await show(shop, 'manager', <Goods />, '/rules/edit?category=%E4%B9%B3%E5%93%81');
  await user.clear(await screen.findByLabelText(/短保质期的只要还剩/, { selector: 'input' }));
  await user.type(field(/百分之几/), '101');
  await user.tab();
  await screen.findByText('请填 1 到 100 的整数，或空着');
  await save();
  await screen.findByText('请先改好下面 2 处：');
  screen.getByText('这两项要一起填，或都空着');
  expect(await stumbles()).toEqual([]);
  expect(window_.asked.map(({ act }) => act)).not.toContain('goods.changeRule');
  await user.keyboard('{Escape}');
  await screen.findByText('至少剩 180 天 · 总共不超过 184 天的剩 90 天');
});

test('a rule may come before the goods; a volunteer reads the rules and cannot open them', async () => {
  openWindow(shop, 'manager');
  await show(shop, 'manager', <Goods />, '/rules');
  await screen.findByText('乳品');
  press('F2');
  await see('rule-category');
  await save();
  await screen.findByText('请填写类别');
  await user.type(await see('rule-category'), '粮油');
  await user.click(await see('rule-like-alarm'));
  await save();
  await screen.findByText('粮油');
  expect((await rules()).find(({ category }) => category === '粮油')).toMatchObject({
    alarmDays: 60,
    items: 0,
  });
  openWindow(shop, 'volunteer');
  await show(shop, 'volunteer', <Goods />, '/rules');
  await screen.findByText('粮油');
  expect(screen.queryByTestId('rule-add')).toBeNull();
  await user.keyboard('{ArrowDown}{Enter}');
  await waitFor(() => expect(screen.queryByTestId('rule-save')).toBeNull());
});

test('every suggested rule judges as the place it comes from does', () => {
  const rule = (name: string) =>
    ruleOf({ ...emptyRule, ...suggestions.find((each) => each.name === name)?.part, category: '食品' });
  const takes = (name: string, production: string, expiry: string): boolean =>
    judgeAcceptance(rule(name), { production, expiry, day: '2026-05-04' }).ok;
  // 番禺: six tenths of 100 days; 武昌: 180 days; 德阳: of at most six months, three; 南京: anything not expired.
  expect([takes('share', '2026-03-25', '2026-07-03'), takes('share', '2026-03-24', '2026-07-02')]).toEqual([
    true,
    false,
  ]);
  expect([
    takes('halfYear', '2025-01-01', '2026-10-31'),
    takes('halfYear', '2025-01-01', '2026-10-30'),
  ]).toEqual([true, false]);
  expect([
    takes('halfYearShort', '2026-02-15', '2026-08-15'),
    takes('halfYearShort', '2026-01-15', '2026-07-15'),
  ]).toEqual([true, false]);
  expect(takes('anyDate', '2025-01-01', '2026-05-04')).toBe(true);
  expect(sentencesOf(rule('alarm'), 90)[0]).toEqual({ says: 'alarmOwn', days: 60 });
});
