// At the till: goods that go with a carrier (F5), and a name drawn after the redemption, printed with the slip.
import '../helpers/node-realm.ts';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { counterWindow, rice } from '../helpers/counter-window.tsx';
import { byId, press, scan, see } from '../helpers/shop-window.tsx';
import { changeSettings } from '../helpers/settings.ts';

const user = userEvent.setup({ delay: null });
const till = counterWindow();
const as = 'volunteer' as const;
const setting = (signatureAtTill: 'line' | 'drawn') => changeSettings(till.shop, { signatureAtTill });
const basket = async () => {
  await till.open();
  await till.openBasket();
  scan(rice);
  await see('counter-line');
};

it('sends goods with a carrier to an address that is typed', async () => {
  await basket();
  press('F5');
  await see('delivery-form');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('请填写');
  await user.type(byId('delivery-form')?.querySelector('input') as HTMLInputElement, '李师傅');
  await user.selectOptions(await see('delivery-where'), 'typed');
  await user.type(byId('delivery-form')?.querySelectorAll('input')[1] as HTMLInputElement, '桂中社区服务站');
  await user.click(await see('delivery-take'));
  await see('counter-delivery', '送货上门 · 李师傅 · 桂中社区服务站');
  press('F9');
  await see('counter-done');
  const [sent] = await till.shop.call('delivery.list', { endedDay: '2026-05-04' }, { as });
  expect(sent).toMatchObject({ carrier: '李师傅', state: 'out' });
});

it('asks for the name where the shop wants it drawn; the slip waits for it', async () => {
  await setting('drawn');
  await basket();
  press('F9');
  const pad = await see('sign-pad');
  expect(till.window.printed).toEqual([]);
  press('F9');
  await see('sign-form', '还没有签名，或写得太少');
  fireEvent.pointerDown(pad, { clientX: 10, clientY: 10 });
  fireEvent.pointerMove(pad, { clientX: 12, clientY: 10 });
  fireEvent.pointerUp(pad);
  await user.click(await see('sign-save'));
  await see('sign-form', '还没有签名，或写得太少');
  expect(till.window.asked.map(({ act }) => act)).not.toContain('counter.sign');
  await user.click(await see('sign-clear'));
  fireEvent.pointerDown(pad, { clientX: 10, clientY: 10 });
  fireEvent.pointerMove(pad, { clientX: 60, clientY: 40 });
  fireEvent.pointerUp(pad);
  await user.click(await see('sign-save'));
  await waitFor(() => expect(byId('sign-form')).toBeNull());
  await waitFor(() => expect(till.window.printed).toHaveLength(1));
  expect(till.window.asked.map(({ act }) => act)).toContain('counter.sign');
  await setting('line');
});

it('asks nobody here to sign for what goes with a carrier', async () => {
  await setting('drawn');
  await basket();
  press('F5');
  await see('delivery-form');
  await user.type(byId('delivery-form')?.querySelector('input') as HTMLInputElement, '李师傅');
  await user.selectOptions(await see('delivery-where'), 'typed');
  await user.type(byId('delivery-form')?.querySelectorAll('input')[1] as HTMLInputElement, '桂中社区服务站');
  await user.click(await see('delivery-take'));
  press('F9');
  await see('counter-done', '请把物资交给送货人');
  await waitFor(() => expect(till.window.printed).toHaveLength(1));
  expect(byId('sign-pad')).toBeNull();
  await setting('line');
});
