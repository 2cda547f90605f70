// What other screens show of fairness: the marks on lists, a batch with the issuer's own relatives, staff's telephone and address, what
// waits on the home screen.
import '../helpers/node-realm.ts';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { HouseholdList } from '../../renderer/people/household-list.tsx';
import { StaffList } from '../../renderer/staff/staff-list.tsx';
import { forgetKept } from '../../renderer/ui/use-kept.ts';
import Vouchers from '../../renderer/vouchers/index.tsx';
import { fileRelative, staffIds } from '../helpers/fairness.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { seedHouseholds } from '../helpers/seed.ts';
import { allById, byId, openWindow, press, see, show } from '../helpers/shop-window.tsx';
import { stumbles } from '../helpers/stumbles.ts';

const user = userEvent.setup({ delay: null });
let shop: OpenShop;
let ids: ReadonlyMap<string, number>;
beforeAll(async () => {
  shop = await openShop();
  ids = await seedHouseholds(
    shop,
    ['1', '2', '3'].map((number) => ({ number })),
  );
  const { settings, name, districtName, reportPhone } = await shop.call('shop.read', {}, { as: 'manager' });
  const oneIssues = { name, districtName, reportPhone, settings: { ...settings, issueNeedsSecond: false } };
  await shop.call('shop.change', oneIssues, { as: 'manager' });
  await fileRelative(shop, ids.get('2') ?? 0, { staffId: staffIds.manager });
});
afterAll(() => shop.close());
beforeEach(forgetKept);

const preview = async (as: 'manager' | 'bureau'): Promise<void> => {
  forgetKept();
  openWindow(shop, as);
  await show(
    shop,
    as,
    <Routes>
      <Route path="/vouchers/*" element={<Vouchers />} />
    </Routes>,
    '/vouchers/new',
  );
  await see('batch-name');
  const type = (testId: string, value: string): void =>
    void fireEvent.change(byId(testId) ?? document.body, { target: { value } });
  type('batch-name', '慰问');
  type('batch-face', '100');
  type('batch-to', '2026-06-30');
  fireEvent.click(
    await see('batch-category-urban-minimum-living').then((box) => box.querySelector('input') ?? box),
  );
  press('Enter', { ctrlKey: true });
  await see('preview-households', '3 户');
};

test('a batch with own relatives is named and cannot be issued; another person issues it', async () => {
  await preview('manager');
  await see('preview-own-relatives', '2');
  expect(byId('batch-issue')).toBeNull();
  press('F9');
  expect(byId('batch-issue-confirm')).toBeNull();
  expect(allById('relative-mark')).toHaveLength(1);
  expect(await stumbles()).toEqual([]);
  await preview('bureau');
  expect(byId('preview-own-relatives')).toBeNull();
  press('F9');
  fireEvent.click(await see('batch-issue-confirm', '发放 3 张'));
  await see('batch-issued', '3');
  await waitFor(() => expect(allById('relative-mark')).toHaveLength(1));
});

test('the list of households marks a relative, and one that is stopped', async () => {
  const { checkId } = await shop.call(
    'fairness.draw',
    { title: '抽查', basisPoints: 10_000 },
    { as: 'manager' },
  );
  await shop.call(
    'fairness.enterResult',
    {
      checkId,
      householdId: ids.get('3') ?? 0,
      result: 'misfits',
      visitedDay: '2026-05-04',
      visitors: '李核查、覃核查',
      note: '名下有车辆',
    },
    { as: 'manager' },
  );
  openWindow(shop, 'manager');
  await show(shop, 'manager', <HouseholdList />);
  await see('relative-mark', '近亲属');
  await see('stopped-mark', '停发');
  expect(allById('relative-mark')).toHaveLength(1);
  expect(allById('stopped-mark')).toHaveLength(1);
});

test('telephone and address of a member of staff are entered and changed', async () => {
  openWindow(shop, 'manager');
  await show(shop, 'manager', <StaffList />);
  await user.click(await see('staff-contact-wangfang'));
  await user.type(screen.getByLabelText('电话'), '13800001234');
  await user.type(screen.getByLabelText('住址'), '城中街道桂中社区1号');
  expect(await stumbles()).toEqual([]);
  await user.click(await see('contact-save'));
  await waitFor(() => expect(byId('contact-save')).toBeNull());
  await see('staff-contact-wangfang', '修改');
  const [person] = (await shop.call('staff.list', {}, { as: 'manager' })).filter(
    ({ login }) => login === 'wangfang',
  );
  expect([person?.phone, person?.address]).toEqual(['13800001234', '城中街道桂中社区1号']);
});
