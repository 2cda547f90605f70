// F4 at the counter: a standing proxy picked, somebody on the spot entered, the limit reached and approved by a second person; and
// F5: an institution collects. By keyboard, over real books.
import '../helpers/node-realm.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../db/contract/index.ts';
import { identityCheckCharacter } from '../../db/domain/identity-number.ts';
import { openReadOnly } from '../../db/open.ts';
import { counterWindow, rice } from '../helpers/counter-window.tsx';
import { password } from '../helpers/open-shop.ts';
import { seedBatch, seedHouseholds } from '../helpers/seed.ts';
import { allById, byId, press, scan, see } from '../helpers/shop-window.tsx';
import { stumbles } from '../helpers/stumbles.ts';

const till = counterWindow();
const user = userEvent.setup({ delay: null });
const manager = { as: 'manager' } as const;
const number = (at: number): string => {
  const first17 = `45020219700101${String(at).padStart(3, '0')}`;
  return first17 + identityCheckCharacter(first17);
};
const field = (name: string): HTMLInputElement => {
  const found = document.querySelector<HTMLInputElement>(`[name="${name}"]`);
  if (!found) throw new Error(`no field ${name}`);
  return found;
};
const householdOf = (voucherId: number): number => {
  const file = openReadOnly(till.shop.file, till.shop.key);
  try {
    return file.prepare('SELECT household_id FROM voucher WHERE id = ?').pluck().get(voucherId) as number;
  } finally {
    file.close();
  }
};
const openWithRice = async () => {
  await till.open();
  const voucher = await till.openBasket();
  scan(rice);
  await see('counter-line');
  return voucher;
};
const spot = async (name: string, id: string): Promise<void> => {
  press('F4');
  await see('proxy-form');
  await user.type(field('name'), name);
  await user.type(field('number'), id);
};

describe('F4', () => {
  it('is among the keys of the counter, also before a voucher is open', async () => {
    await till.open();
    press('Slash', { shiftKey: true });
    await screen.findByText('代领（打开券以后）');
    await user.keyboard('{Escape}');
  });

  it('enters somebody on the spot; basket, green screen and slip say who collects', async () => {
    await openWithRice();
    await spot('覃小代领', number(1));
    await user.selectOptions(await see('proxy-relation'), 'neighbour');
    await user.selectOptions(await see('proxy-reason'), 'ill');
    expect(await stumbles()).toEqual([]);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await see('counter-proxy', '代领：覃**领（邻居）');
    await waitFor(() => expect(byId('proxy-form')).toBeNull());
    byId('counter-surface')?.focus();
    press('F9');
    await see('counter-done', '已核销');
    await see('done-proxy', '代领人 覃**领（邻居）请在小票上签字');
    const { pickups } = await till.shop.call('proxies.collections', { month: '2026-05' }, manager);
    expect(pickups[0]).toMatchObject({
      name: '覃**领',
      relation: '邻居',
      related: false,
      reason: '生病或住院',
    });
  });

  it('names what is wrong beside its field, and asks why only the last four are shown', async () => {
    await openWithRice();
    press('F4');
    await see('proxy-form');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText(/姓名不能为空|没有姓名|请填写姓名|缺姓名/);
    await user.type(field('name'), '覃尾号');
    await user.type(field('number'), '450202197001010012');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect((await see('proxy-form')).textContent).toContain('✖');
    await user.clear(field('number'));
    await user.type(field('number'), '001x');
    await waitFor(() => field('tailReason'));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('请写明为什么只有末四位');
    await user.type(field('tailReason'), '只带了复印件');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await see('counter-proxy', '覃*号');
    press('Escape');
    await see('counter-idle');
  });

  it('offers the standing proxy first, by one key, and the household itself again', async () => {
    const voucher = till.fresh();
    const householdId = householdOf(voucher.id);
    await till.shop.call(
      'proxies.add',
      {
        householdId,
        name: '韦长期',
        document: 'identity',
        number: number(2),
        relation: '外甥',
        related: true,
        ground: '委托书',
        fromDay: '2026-05-01',
        toDay: '2027-04-30',
      },
      manager,
    );
    await till.open();
    await till.openBasket(voucher);
    scan(rice);
    await see('counter-line');
    press('F4');
    await see('proxy-standing', '外甥 · 亲属');
    expect(await stumbles()).toEqual([]);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await see('counter-proxy', '代领：韦*期（外甥）');
    press('F4');
    await user.selectOptions(await see('proxy-who'), 'nobody');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(byId('counter-proxy')).toBeNull());
    press('F4');
    await see('proxy-standing');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await see('counter-proxy');
    press('F9');
    await see('done-proxy', '韦*期');
  });

  it('the fourth household is red, and passes when a second person types the password', async () => {
    const id = number(3);
    for (let at = 0; at < 3; at += 1) {
      const proxy: Input<'counter.redeem'>['proxy'] = {
        kind: 'on-the-spot',
        name: '黄帮忙',
        document: 'identity',
        number: id,
        relation: '邻居',
        related: false,
        reason: '住院',
      };
      const item = await till.shop.call('goods.list', { search: 'G001' }, manager);
      await till.shop.call(
        'counter.redeem',
        {
          voucherIds: [till.fresh().id],
          entry: 'scanned',
          lines: [{ itemId: item.rows[0]?.id ?? 0, quantity: 1 }],
          proxy,
        },
        { as: 'volunteer' },
      );
    }
    await openWithRice();
    await spot('黄帮忙', id);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await see('counter-proxy');
    press('F9');
    const red = await see('counter-refused', '这个人本月代领的户数已到上限');
    expect(red.textContent).toContain('本月已为 3 户');
    expect(red.textContent).toContain('2026-06-01');
    expect(red.textContent).toContain('清单还在');
    press('F4');
    await see('approval-form');
    expect(await stumbles()).toEqual([]);
    await user.type(field('password'), 'falsch-2026');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await see('counter-refused', '批准人的姓名或密码不对');
    press('F4');
    await see('approval-form');
    await user.selectOptions(await see('approval-login'), 'minzhengju');
    await user.type(field('password'), password);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await see('counter-done', '已核销');
    await see('done-proxy', '区民政局 批准');
  });
});

describe('F5: an institution', () => {
  beforeAll(async () => {
    const ids = await seedHouseholds(
      till.shop,
      ['81', '82', '83'].map((household) => ({ number: household, category: '特困人员（集中供养）' })),
    );
    const { institutionId } = await till.shop.call(
      'proxies.addInstitution',
      { name: '城中区敬老院' },
      manager,
    );
    const householdIds = ['81', '82', '83'].map((household) => ids.get(household) ?? 0);
    await till.shop.call('proxies.setResidents', { institutionId, householdIds, reason: '入住' }, manager);
    await seedBatch(till.shop, { name: '敬老院', categories: ['destitute-institution'] });
    await till.shop.call(
      'eligibility.end',
      { householdId: ids.get('83') ?? 0, day: '2026-05-01', reason: '离院' },
      manager,
    );
  });

  it('collects on its roster in one act: who is stopped is named, one is left out, figures asked once, list to sign', async () => {
    await till.open();
    press('F5');
    await see('institution-dialog', '城中区敬老院');
    expect(await stumbles()).toEqual([]);
    await user.click(await see('institution-open'));
    await see('institution-list', '离院');
    await user.type(await see('institution-goods'), `${rice}{Enter}`);
    await see('institution-line', '东北大米');
    await see('institution-figures', '共 2 张券，每张 ¥45.00，合计 ¥90.00');
    const states = () => allById('institution-state').map(({ textContent }) => textContent.slice(0, 6));
    const [first] = allById('institution-state');
    if (!first) throw new Error('nobody on the roster');
    await user.dblClick(first);
    await see('institution-figures', '共 1 张券');
    expect(states()[0]).toBe('○ 本次不领');
    await user.dblClick(first);
    expect(states()).toEqual(['✔ 本次领取', '✔ 本次领取', '✖ 这户家庭']);
    await user.clear(await see('institution-quantity'));
    await user.type(await see('institution-quantity'), '2');
    await see('institution-figures', '合计 ¥180.00');
    // One of them takes less than the others.
    const [other] = allById('institution-own');
    if (!other) throw new Error('nobody may have other goods');
    await user.click(other);
    await see('institution-own-basket', '东北大米');
    await user.clear(await see('own-quantity'));
    await user.type(await see('own-quantity'), '1');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await see('institution-figures', '合计 ¥135.00');
    expect(await stumbles()).toEqual([]);
    await user.click(await see('institution-collect'));
    await screen.findByText('请填写领取人姓名');
    await user.type(field('collectedBy'), '黄院长');
    await user.type(field('documentTail'), '061X');
    press('F9');
    await user.click(await see('institution-confirm'));
    await see('institution-done', '已核销 2 张，2 人，物资 ¥135.00，单号 JG2026-000001');
    await user.click(await see('institution-paper-print'));
    await waitFor(() => expect(till.window.printed.some((name) => name.includes('机构代领清单'))).toBe(true));
    await user.click(await see('institution-back'));
    await see('institution-act', 'JG2026-000001');
    await user.click(await see('institution-reverse'));
    await user.type(await see('institution-reverse-reason'), '院方退回');
    await user.click(await see('institution-reverse-confirm'));
    await waitFor(() => expect(allById('institution-act')[0]?.textContent).toContain('已撤销'));
  });

  it('what the books refuse is named voucher by voucher, and nothing has happened', async () => {
    await till.open();
    press('F5');
    await user.click(await see('institution-open'));
    await user.type(await see('institution-goods'), `${rice}{Enter}`);
    await see('institution-line');
    await user.clear(await see('institution-quantity'));
    await user.type(await see('institution-quantity'), '3');
    await user.type(field('collectedBy'), '黄院长');
    await user.type(field('documentTail'), '061X');
    press('F9');
    await user.click(await see('institution-confirm'));
    const list = await see('institution-list', '所选物资超过券面');
    expect(list.querySelectorAll('[role="alert"] li')).toHaveLength(2);
  });
});
