// The screens of fairness over real books: a relative filed by keys, a sample drawn and worked through by two people, a complaint
// whose reporter is covered, a coincidence looked into.
import '../helpers/node-realm.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import Checks from '../../renderer/fairness/checks.tsx';
import Complaints from '../../renderer/fairness/complaints.tsx';
import Lens from '../../renderer/fairness/lens.tsx';
import Relatives from '../../renderer/fairness/relatives.tsx';
import { forgetKept } from '../../renderer/ui/use-kept.ts';
import { seedDoors } from '../helpers/fairness.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { allById, byId, openWindow, press, see, show } from '../helpers/shop-window.tsx';
import { stumbles } from '../helpers/stumbles.ts';

const user = userEvent.setup({ delay: null });
let shop: OpenShop;
beforeAll(async () => {
  shop = await openShop();
  await seedDoors(shop, [
    { number: '101', phone: '13800001234' },
    { number: '102', phone: '13800001234' },
    { number: '103', phone: '13800005678' },
    { number: '104' },
  ]);
});
afterAll(() => shop.close());
beforeEach(forgetKept);

test('a relative is filed by keys, listed, and ended with a reason', async () => {
  const window_ = openWindow(shop, 'manager');
  await show(shop, 'manager', <Relatives />);
  await screen.findByText(/还没有备案/);
  expect(await stumbles()).toEqual([]);
  press('F2');
  await see('relative-save');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('请选定一户家庭');
  expect(window_.asked.map(({ act }) => act)).not.toContain('fairness.fileRelative');
  await user.type(await see('pick-household'), '103{Enter}');
  await see('picked-household', '103');
  await user.selectOptions(await see('relative-staff'), '王芳');
  await user.type(screen.getByLabelText(/亲属关系/), '兄');
  expect(await stumbles()).toEqual([]);
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('已备案：王芳 与家庭 103');
  press('Escape');
  await screen.findByText('覃*芳');
  await user.click(await see('relative-end'));
  await user.type(await see('relative-end-reason'), '登记有误');
  await user.click(await see('relative-end-confirm'));
  await screen.findByText(/还没有备案/);
  await user.selectOptions(await see('relatives-show'), '全部');
  await screen.findByText(/登记有误/);
});

test('the report of a period prints and is saved as a sheet', async () => {
  const window_ = openWindow(shop, 'manager');
  await show(shop, 'manager', <Relatives />, '/report');
  await user.click(await see('relatives-paper-print'));
  await waitFor(() => expect(window_.printed).toHaveLength(1));
  await user.click(await see('relatives-paper-sheet-save'));
  await waitFor(() => expect(window_.saved).toHaveLength(1));
  expect(await stumbles()).toEqual([]);
});

test('a sample is drawn once after its figures; a misfit waits for another person, who ends or keeps it', async () => {
  openWindow(shop, 'manager');
  await show(shop, 'manager', <Checks />, '/draw');
  await user.type(screen.getByLabelText(/抽查名称/), '五月抽查');
  const percent = screen.getByLabelText(/抽查比例/);
  await user.clear(percent);
  await user.type(percent, '50.5');
  await see('draw-size', '有资格 4 户，将抽 3 户');
  expect(await stumbles()).toEqual([]);
  await user.keyboard('{Control>}{Enter}{/Control}');
  await user.click(await see('draw-confirm'));
  await see('check-facts', '五月抽查');
  expect(allById('line-enter')).toHaveLength(3);
  expect(await stumbles()).toEqual([]);
  for (const [at, result] of ['不符合', '符合', '未见人'].entries()) {
    await user.click(allById('line-enter')[0] ?? document.body);
    await user.selectOptions(await see('result-choice'), result);
    const visitors = screen.getByLabelText(/入户人/);
    // The second household is visited by the same two.
    if (at === 0) {
      await user.type(visitors, '李核查、覃核查');
      await user.click(await see('result-confirm'));
      await screen.findAllByText('不符合时必填');
      await user.type(await see('result-note'), '名下有车辆');
    } else expect((visitors as HTMLInputElement).value).toBe('李核查、覃核查');
    await user.click(await see('result-confirm'));
    await waitFor(() => expect(byId('result-confirm')).toBeNull());
  }
  await screen.findByText('结果由您登记，要由另一个人作决定');
  expect(byId('line-decide')).toBeNull();
  press('F9');
  await user.click(await see('close-confirm'));
  await waitFor(() => expect(byId('check-facts')?.textContent).toContain('已办结'));

  openWindow(shop, 'bureau');
  await show(shop, 'bureau', <Checks />, '/1');
  await user.click(await see('line-decide'));
  await see('decide-effect', '停发解除');
  await user.selectOptions(await see('decide-outcome'), '终止');
  await see('decide-effect', '未用的券作废');
  await user.selectOptions(await see('decide-outcome'), '保留');
  await user.type(await see('decide-reason'), '车辆已报废');
  expect(await stumbles()).toEqual([]);
  await user.click(await see('decide-confirm'));
  await screen.findByText(/保留 · 区民政局 · 车辆已报废/);
  expect((await shop.call('shop.today', {}, { as: 'manager' })).misfitsWaiting).toBe(0);
});

test('a complaint is recorded, followed and closed; the reporter is uncovered with a reason and covered again', async () => {
  openWindow(shop, 'manager');
  await show(shop, 'manager', <Complaints />);
  await screen.findByText(/没有举报记录/);
  press('F2');
  await user.type(await see('complaint-matter'), '反映该户有商铺');
  await user.type(screen.getByLabelText(/^举报人(?!电话)/), '莫某举');
  await user.selectOptions(await see('complaint-staff'), '区民政局');
  expect(await stumbles()).toEqual([]);
  await user.keyboard('{Control>}{Enter}{/Control}');
  await see('complaint-said', '反映该户有商铺');
  expect(document.body.textContent).not.toContain('莫某举');
  press('F7');
  await user.click(await see('reporter-confirm'));
  await screen.findByText('请填写');
  await user.type(await see('reporter-reason'), '回访');
  await user.click(await see('reporter-confirm'));
  await screen.findByText(/莫某举/);
  press('Escape');
  await waitFor(() => expect(document.body.textContent).not.toContain('莫某举'));
  press('F6');
  await user.type(await see('step-words'), '已到社区核实');
  await user.click(await see('step-confirm'));
  await see('complaint-steps', '已到社区核实');
  press('F9');
  await user.selectOptions(await see('close-outcome'), '不属实');
  await user.type(await see('close-finding'), '商铺为其兄所有');
  await user.click(await see('close-confirm'));
  await see('complaint-facts', '不属实');
  expect(byId('complaint-step')).toBeNull();
  expect(await stumbles()).toEqual([]);
});

test('whom a complaint is about sees that it is there, and no more', async () => {
  openWindow(shop, 'bureau');
  await show(shop, 'bureau', <Complaints />);
  await screen.findByText('涉及您本人，由另一个人办理');
  await show(shop, 'bureau', <Complaints />, '/1');
  await screen.findByText('这件事涉及您本人，不能由您办理');
  expect(document.body.textContent).not.toContain('商铺');
});

test('the lens names households with one telephone, and leaves out what was looked into', async () => {
  openWindow(shop, 'manager');
  await show(shop, 'manager', <Lens />);
  await screen.findByText('没有这样的疑点');
  await user.selectOptions(await see('lens-kind'), '几户同电话');
  await screen.findByText('138****1234');
  expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['101', '102']);
  expect(await stumbles()).toEqual([]);
  await user.click(await see('lens-look'));
  await user.type(await see('lens-look-reason'), '同院居住，已入户核实');
  await user.click(await see('lens-look-confirm'));
  await screen.findByText('没有这样的疑点');
  await user.selectOptions(await see('lens-show'), '已核实');
  await screen.findByText(/韦店长：同院居住/);
});
