// 代领 at the till: standing proxies, proxies on the spot, the monthly limit and its approval (domain.md scenario 18, lessons.md 10).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../db/contract/index.ts';
import { identityCheckCharacter } from '../../db/domain/identity-number.ts';
import { pageTexts } from '../documents/reading.ts';
import { password } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';

import { openTill, type Till } from '../helpers/till.ts';

type Proxy = NonNullable<Input<'counter.redeem'>['proxy']>;
type OnTheSpot = Extract<Proxy, { kind: 'on-the-spot' }>;

let till: Till;
beforeAll(async () => {
  till = await openTill();
});
afterAll(() => till.shop.close());

let last = 0;
const idNumber = (): string => {
  last += 1;
  const first17 = `45020219700101${String(last).padStart(3, '0')}`;
  return first17 + identityCheckCharacter(first17);
};
const onTheSpot = (changes: Partial<OnTheSpot> = {}): OnTheSpot => ({
  kind: 'on-the-spot',
  name: '覃代领',
  document: 'identity',
  number: idNumber(),
  relation: '邻居',
  related: false,
  reason: '本人八十岁，行动不便',
  tailReason: '',
  ...changes,
});
const collect = (
  proxy: Proxy | null,
  voucherId = till.fresh().id,
  approval: Input<'counter.redeem'>['approval'] = null,
  as: 'volunteer' | 'manager' = 'volunteer',
) =>
  till.shop.call(
    'counter.redeem',
    { voucherId, entry: 'scanned', lines: [{ itemId: till.rice, quantity: 1 }], proxy, approval },
    { as },
  );
const pickups = (redemptionId: number) =>
  till.look('SELECT * FROM pickup WHERE redemption_id = ?', redemptionId);
const addProxy = (changes: Partial<Input<'proxies.add'>> & { readonly householdId: number }) =>
  till.shop.call(
    'proxies.add',
    {
      name: '韦邻居',
      document: 'identity',
      number: idNumber(),
      relation: '邻居',
      related: false,
      ground: '委托书 2026-1',
      fromDay: '2026-05-01',
      toDay: '2027-04-30',
      ...changes,
    },
    { as: 'manager' },
  );
const householdOf = (voucherId: number): number =>
  (till.look('SELECT household_id AS id FROM voucher WHERE id = ?', voucherId)[0] as { id: number }).id;

describe('on the spot', () => {
  it('name, paper, relation and reason stand with the redemption; the slip names the proxy masked', async () => {
    const number = idNumber();
    const done = await collect(onTheSpot({ name: '覃小代领', number }));
    expect(done.proxy).toEqual({ name: '覃**领', relation: '邻居', approvedBy: null });
    expect(pickups(done.redemptionId)).toMatchObject([
      {
        name: '覃小代领',
        document_kind: 'identity',
        document_key: `number:${number}`,
        relation: '邻居',
        related: 0,
        reason: '本人八十岁，行动不便',
        proxy_id: null,
        approved_by: null,
        business_day: '2026-05-04',
      },
    ]);
    const paper = await till.shop.call(
      'counter.printSlip',
      { redemptionId: done.redemptionId },
      { as: 'volunteer' },
    );
    const text = pageTexts(paper.bytes).join('');
    expect(text).toContain('代领人覃**领(邻居)');
    expect(text).not.toContain(number);
    const [row] = await till.shop.call('counter.today', { search: done.number }, { as: 'volunteer' });
    expect(row?.proxy).toBe('覃**领');
  });

  it('nobody is written down when the household itself comes', async () => {
    const done = await collect(null);
    expect(done.proxy).toBeNull();
    expect(pickups(done.redemptionId)).toEqual([]);
  });

  it('a wrong name or number is refused at once, each with its field, and nothing is taken', async () => {
    const { id } = till.fresh();
    const refused = await refusalOf(collect(onTheSpot({ name: ' ', number: '450202197001010012' }), id));
    expect(refused.reasons).toEqual([
      { code: 'name-missing', field: 'name' },
      { code: 'id-check-digit', field: 'number' },
    ]);
    expect(await refusalOf(collect(onTheSpot({ number: '450202700101001' }), id))).toMatchObject({
      code: 'id-length',
    });
    expect(await refusalOf(collect(onTheSpot({ document: 'passport', number: '' }), id))).toMatchObject({
      code: 'document-missing',
    });
    expect(till.look('SELECT state FROM voucher WHERE id = ?', id)).toEqual([{ state: 'issued' }]);
    await collect(onTheSpot(), id);
  });

  it('the last four are enough with the reason why, and not without', async () => {
    const { id } = till.fresh();
    const tail = onTheSpot({ name: '覃只报尾号', number: '１２３x' });
    expect(await refusalOf(collect(tail, id))).toMatchObject({ code: 'proxy-tail-reason' });
    const done = await collect({ ...tail, tailReason: '只带了复印件' }, id);
    expect(pickups(done.redemptionId)).toMatchObject([
      {
        document_key: 'tail:number:123X:覃只报尾号',
        reason: '本人八十岁，行动不便（证件只记末四位：只带了复印件）',
      },
    ]);
  });

  it('a member of the household is no proxy, by number or by name and last four', async () => {
    const { id } = till.fresh();
    const [head] = till.look(
      'SELECT name, id_number FROM person WHERE household_id = ? AND is_head = 1',
      householdOf(id),
    ) as { name: string; id_number: string }[];
    const own = { name: head?.name ?? '', number: head?.id_number ?? '' };
    expect(await refusalOf(collect(onTheSpot(own), id))).toMatchObject({ code: 'proxy-is-member' });
    const tail = { ...own, number: own.number.slice(-4), tailReason: '忘带' };
    expect(await refusalOf(collect(onTheSpot(tail), id))).toMatchObject({ code: 'proxy-is-member' });
    expect((await collect(onTheSpot({ name: own.name }), id)).proxy).not.toBeNull();
  });
});

describe('a standing proxy', () => {
  it('is offered masked with the tail of the paper, and collects within its days only', async () => {
    const [first, second] = [till.fresh(), till.fresh()];
    const number = idNumber();
    const { proxyId } = await addProxy({ householdId: householdOf(first.id), number, toDay: '2026-05-04' });
    const offered = await till.shop.call('counter.proxies', { voucherId: first.id }, { as: 'volunteer' });
    expect(offered).toEqual({
      limit: 3,
      proxies: [
        {
          proxyId,
          name: '韦*居',
          document: 'identity',
          documentTail: number.slice(-4),
          relation: '邻居',
          related: false,
          toDay: '2026-05-04',
          households: 0,
        },
      ],
    });
    const standing = { kind: 'standing' as const, proxyId };
    expect(await refusalOf(collect(standing, second.id))).toMatchObject({ code: 'not-found' });
    till.shop.setNow('2026-05-05T02:12:00.000Z');
    expect(await refusalOf(collect(standing, first.id))).toMatchObject({
      code: 'proxy-not-valid',
      params: { fromDay: '2026-05-01', toDay: '2026-05-04', endedDay: null },
    });
    expect(
      (await till.shop.call('counter.proxies', { voucherId: first.id }, { as: 'volunteer' })).proxies,
    ).toEqual([]);
    const again = await addProxy({ householdId: householdOf(first.id), number, fromDay: '2026-05-05' });
    const done = await collect({ kind: 'standing', proxyId: again.proxyId }, first.id);
    expect(pickups(done.redemptionId)).toMatchObject([
      { proxy_id: again.proxyId, name: '韦邻居', reason: '' },
    ]);
  });

  it('collects no more from the day it is ended', async () => {
    const { id } = till.fresh();
    const { proxyId } = await addProxy({ householdId: householdOf(id) });
    await till.shop.call('proxies.end', { proxyId, reason: '委托人收回' }, { as: 'manager' });
    expect(await refusalOf(collect({ kind: 'standing', proxyId }, id))).toMatchObject({
      code: 'proxy-not-valid',
      params: { endedDay: '2026-05-05' },
    });
  });
});

describe('scenario 18: the fourth unrelated household of a month', () => {
  it('is stopped, named with how many and from when again; relatives and the same household are not counted', async () => {
    const number = idNumber();
    const same = (changes: Partial<OnTheSpot> = {}) => onTheSpot({ name: '黄帮忙', number, ...changes });
    await collect(same());
    // In another written form, it is the same person.
    await collect(same({ number: number.split('').join(' ') }));
    const third = await collect(same());
    await collect(same({ related: true, relation: '女儿' }));
    const fourth = till.fresh();
    expect(await refusalOf(collect(same(), fourth.id))).toMatchObject({
      code: 'proxy-over-limit',
      params: { households: 3, limit: 3, againDay: '2026-06-01' },
    });
    // Known by name and last four alone: still the same.
    const tail = same({ number: number.slice(-4), tailReason: '忘带' });
    expect(await refusalOf(collect(tail, fourth.id))).toMatchObject({ code: 'proxy-over-limit' });
    await collect(same({ related: true, relation: '女儿' }), fourth.id);
    // What was taken back does not count.
    await till.shop.call(
      'counter.reverse',
      { redemptionId: third.redemptionId, reason: '拿错了券' },
      { as: 'manager' },
    );
    expect(pickups(third.redemptionId)).toHaveLength(1);
    await collect(same());
    expect(await refusalOf(collect(same()))).toMatchObject({ code: 'proxy-over-limit' });
    // A standing proxy is the same person too.
    const fifth = till.fresh();
    const { proxyId } = await addProxy({ householdId: householdOf(fifth.id), name: '黄帮忙', number });
    expect(
      (await till.shop.call('counter.proxies', { voucherId: fifth.id }, { as: 'volunteer' })).proxies,
    ).toMatchObject([{ proxyId, households: 3 }]);
    expect(await refusalOf(collect({ kind: 'standing', proxyId }, fifth.id))).toMatchObject({
      code: 'proxy-over-limit',
    });
    // A new month begins anew.
    till.shop.setNow('2026-06-01T02:12:00.000Z');
    await collect({ kind: 'standing', proxyId }, fifth.id);
  });

  it('by name and last four the month is known too when the whole number comes later', async () => {
    const number = idNumber();
    const tail = onTheSpot({ name: '莫尾号', number: number.slice(-4), tailReason: '忘带' });
    for (let at = 0; at < 3; at += 1) await collect(tail);
    expect(await refusalOf(collect(onTheSpot({ name: '莫尾号', number })))).toMatchObject({
      code: 'proxy-over-limit',
    });
    await collect(onTheSpot({ name: '莫别人', number: idNumber() }));
  });

  it('passes when a manager or the bureau approves; the password is nowhere', async () => {
    const number = idNumber();
    const same = () => onTheSpot({ name: '甘批准', number });
    for (let at = 0; at < 3; at += 1) await collect(same());
    const { id } = till.fresh();
    const bureau = { login: 'minzhengju', password };
    expect(await refusalOf(collect(same(), id, { login: 'wangfang', password }))).toMatchObject({
      code: 'approval-same-person',
    });
    expect(await refusalOf(collect(same(), id, { login: 'wangfang', password }, 'manager'))).toMatchObject({
      code: 'approval-not-permitted',
      params: { role: 'volunteer' },
    });
    expect(await refusalOf(collect(same(), id, { login: 'dianzhang', password }, 'manager'))).toMatchObject({
      code: 'approval-same-person',
    });
    expect(await refusalOf(collect(same(), id, { ...bureau, password: 'falsch-2026' }))).toMatchObject({
      code: 'approval-wrong',
    });
    expect(till.look("SELECT failures FROM staff WHERE login = 'minzhengju'")).toEqual([{ failures: 1 }]);
    expect(till.look('SELECT state FROM voucher WHERE id = ?', id)).toEqual([{ state: 'issued' }]);
    const done = await collect(same(), id, bureau);
    expect(done.proxy).toMatchObject({ approvedBy: '区民政局' });
    expect(pickups(done.redemptionId)).toMatchObject([{ approved_by: 3 }]);
    expect(till.look("SELECT failures FROM staff WHERE login = 'minzhengju'")).toEqual([{ failures: 0 }]);
    const kept = JSON.stringify([
      till.look('SELECT act, object, detail, result FROM audit'),
      till.look('SELECT act, input_hash, result FROM command'),
      till.look('SELECT * FROM pickup'),
    ]);
    expect(kept).not.toContain(password);
    expect(kept).not.toContain('falsch-2026');
  });

  it('nobody on file as a relative of the household approves', async () => {
    const number = idNumber();
    const same = () => onTheSpot({ name: '谭回避', number });
    for (let at = 0; at < 3; at += 1) await collect(same());
    const { id } = till.fresh();
    await till.shop.call(
      'fairness.fileRelative',
      { staffId: 3, householdId: householdOf(id), relation: '叔父', fromDay: '2026-05-01' },
      { as: 'manager' },
    );
    const bureau = { login: 'minzhengju', password };
    expect(await refusalOf(collect(same(), id, bureau))).toMatchObject({ code: 'approval-not-permitted' });
    await collect(same(), id, { login: 'dianzhang', password });
  });

  it('five wrong passwords block the approver for a while, as at sign-in', async () => {
    const number = idNumber();
    const same = () => onTheSpot({ name: '罗封锁', number });
    for (let at = 0; at < 3; at += 1) await collect(same());
    const { id } = till.fresh();
    const wrong = () => refusalOf(collect(same(), id, { login: 'minzhengju', password: 'falsch-2026' }));
    for (let at = 0; at < 4; at += 1) expect(await wrong()).toMatchObject({ code: 'approval-wrong' });
    expect(await wrong()).toMatchObject({ code: 'sign-in-blocked' });
    expect(await refusalOf(collect(same(), id, { login: 'minzhengju', password }))).toMatchObject({
      code: 'sign-in-blocked',
    });
    till.shop.setNow('2026-06-01T03:12:00.000Z');
    await collect(same(), id, { login: 'minzhengju', password });
  });

  it('the limit is a setting', async () => {
    const { name, districtName, reportPhone, settings } = await till.shop.call(
      'shop.read',
      {},
      { as: 'manager' },
    );
    const set = (proxyHouseholdsPerMonth: number) =>
      till.shop.call(
        'shop.change',
        { name, districtName, reportPhone, settings: { ...settings, proxyHouseholdsPerMonth } },
        { as: 'manager' },
      );
    await set(1);
    const number = idNumber();
    await collect(onTheSpot({ number }));
    expect(await refusalOf(collect(onTheSpot({ number })))).toMatchObject({
      params: { households: 1, limit: 1 },
    });
    await set(3);
    await collect(onTheSpot({ number }));
  });
});
