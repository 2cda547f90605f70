// Beyond the monthly limit of a proxy somebody else says yes, with a password that is nowhere afterwards (scenario 18).
import { afterAll, beforeAll, expect, it } from 'vitest';
import { password } from '../helpers/open-shop.ts';
import { openProxyTill, type ProxyTill } from '../helpers/proxies.ts';
import { refusalOf } from '../helpers/refusal.ts';

let at: ProxyTill;
beforeAll(async () => {
  at = await openProxyTill();
});
afterAll(() => at.till.shop.close());

it('passes when a manager or the bureau approves; the password is nowhere', async () => {
  const number = at.idNumber();
  const same = () => at.onTheSpot({ name: '甘批准', number });
  for (let time = 0; time < 3; time += 1) await at.collect(same());
  const { id } = at.till.fresh();
  const bureau = { login: 'minzhengju', password };
  expect(await refusalOf(at.collect(same(), id, { login: 'wangfang', password }))).toMatchObject({
    code: 'approval-same-person',
  });
  expect(await refusalOf(at.collect(same(), id, { login: 'wangfang', password }, 'manager'))).toMatchObject({
    code: 'approval-not-permitted',
    params: { role: 'volunteer' },
  });
  expect(await refusalOf(at.collect(same(), id, { login: 'dianzhang', password }, 'manager'))).toMatchObject({
    code: 'approval-same-person',
  });
  expect(await refusalOf(at.collect(same(), id, { ...bureau, password: 'falsch-2026' }))).toMatchObject({
    code: 'approval-wrong',
  });
  expect(at.till.look("SELECT failures FROM staff WHERE login = 'minzhengju'")).toEqual([{ failures: 1 }]);
  expect(at.till.look('SELECT state FROM voucher WHERE id = ?', id)).toEqual([{ state: 'issued' }]);
  const done = await at.collect(same(), id, bureau);
  expect(done.proxy).toMatchObject({ approvedBy: '区民政局' });
  expect(at.pickups(done.redemptionId)).toMatchObject([{ approved_by: 3 }]);
  expect(at.till.look("SELECT failures FROM staff WHERE login = 'minzhengju'")).toEqual([{ failures: 0 }]);
  const kept = JSON.stringify([
    at.till.look('SELECT act, object, detail, result FROM audit'),
    at.till.look('SELECT act, input_hash, result FROM command'),
    at.till.look('SELECT * FROM pickup'),
  ]);
  expect(kept).not.toContain(password);
  expect(kept).not.toContain('falsch-2026');
});

it('nobody on file as a relative of the household approves', async () => {
  const number = at.idNumber();
  const same = () => at.onTheSpot({ name: '谭回避', number });
  for (let time = 0; time < 3; time += 1) await at.collect(same());
  const { id } = at.till.fresh();
  await at.till.shop.call(
    'fairness.fileRelative',
    { staffId: 3, householdId: at.householdOf(id), relation: '叔父', fromDay: '2026-05-01' },
    { as: 'manager' },
  );
  const bureau = { login: 'minzhengju', password };
  expect(await refusalOf(at.collect(same(), id, bureau))).toMatchObject({ code: 'approval-not-permitted' });
  await at.collect(same(), id, { login: 'dianzhang', password });
});

it('five wrong passwords block the approver for a while, as at sign-in', async () => {
  const number = at.idNumber();
  const same = () => at.onTheSpot({ name: '罗封锁', number });
  for (let time = 0; time < 3; time += 1) await at.collect(same());
  const { id } = at.till.fresh();
  const wrong = () => refusalOf(at.collect(same(), id, { login: 'minzhengju', password: 'falsch-2026' }));
  for (let time = 0; time < 4; time += 1) expect(await wrong()).toMatchObject({ code: 'approval-wrong' });
  expect(await wrong()).toMatchObject({ code: 'sign-in-blocked' });
  expect(await refusalOf(at.collect(same(), id, { login: 'minzhengju', password }))).toMatchObject({
    code: 'sign-in-blocked',
  });
  at.till.shop.setNow('2026-05-04T03:12:00.000Z');
  await at.collect(same(), id, { login: 'minzhengju', password });
});
