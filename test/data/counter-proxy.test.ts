// 代领 at the till: standing proxies, proxies on the spot, the monthly limit (domain.md scenario 18, lessons.md 10).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageTexts } from '../documents/reading.ts';
import { openProxyTill, type OnTheSpot, type ProxyTill } from '../helpers/proxies.ts';
import { refusalOf } from '../helpers/refusal.ts';

let at: ProxyTill;
beforeAll(async () => {
  at = await openProxyTill();
});
afterAll(() => at.till.shop.close());

describe('on the spot', () => {
  it('name, paper, relation and reason stand with the redemption; the slip names the proxy masked', async () => {
    const number = at.idNumber();
    const done = await at.collect(at.onTheSpot({ name: '覃小代领', number }));
    expect(done.proxy).toEqual({ name: '覃**领', relation: '邻居', approvedBy: null });
    expect(at.pickups(done.redemptionId)).toMatchObject([
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
    const paper = await at.till.shop.call(
      'counter.printSlip',
      { redemptionId: done.redemptionId },
      { as: 'volunteer' },
    );
    const text = pageTexts(paper.bytes).join('');
    expect(text).toContain('代领人覃**领(邻居)');
    expect(text).not.toContain(number);
    const [row] = await at.till.shop.call('counter.today', { search: done.number }, { as: 'volunteer' });
    expect(row?.proxy).toBe('覃**领');
  });

  it('nobody is written down when the household itself comes', async () => {
    const done = await at.collect(null);
    expect(done.proxy).toBeNull();
    expect(at.pickups(done.redemptionId)).toEqual([]);
  });

  it('a wrong name or number is refused at once, each with its field, and nothing is taken', async () => {
    const { id } = at.till.fresh();
    const refused = await refusalOf(
      at.collect(at.onTheSpot({ name: ' ', number: '450202197001010012' }), id),
    );
    expect(refused.reasons).toEqual([
      { code: 'name-missing', field: 'name' },
      { code: 'id-check-digit', field: 'number' },
    ]);
    expect(await refusalOf(at.collect(at.onTheSpot({ number: '450202700101001' }), id))).toMatchObject({
      code: 'id-length',
    });
    expect(await refusalOf(at.collect(at.onTheSpot({ document: 'passport', number: '' }), id))).toMatchObject(
      {
        code: 'document-missing',
      },
    );
    expect(at.till.look('SELECT state FROM voucher WHERE id = ?', id)).toEqual([{ state: 'issued' }]);
    await at.collect(at.onTheSpot(), id);
  });

  it('the last four are enough with the reason why, and not without', async () => {
    const { id } = at.till.fresh();
    const tail = at.onTheSpot({ name: '覃只报尾号', number: '１２３x' });
    expect(await refusalOf(at.collect(tail, id))).toMatchObject({ code: 'proxy-tail-reason' });
    const done = await at.collect({ ...tail, tailReason: '只带了复印件' }, id);
    expect(at.pickups(done.redemptionId)).toMatchObject([
      {
        document_key: 'tail:number:123X:覃只报尾号',
        reason: '本人八十岁，行动不便（证件只记末四位：只带了复印件）',
      },
    ]);
  });

  it('a member of the household is no proxy, by number or by name and last four', async () => {
    const { id } = at.till.fresh();
    const [head] = at.till.look(
      'SELECT name, id_number FROM person WHERE household_id = ? AND is_head = 1',
      at.householdOf(id),
    ) as { name: string; id_number: string }[];
    const own = { name: head?.name ?? '', number: head?.id_number ?? '' };
    expect(await refusalOf(at.collect(at.onTheSpot(own), id))).toMatchObject({ code: 'proxy-is-member' });
    const tail = { ...own, number: own.number.slice(-4), tailReason: '忘带' };
    expect(await refusalOf(at.collect(at.onTheSpot(tail), id))).toMatchObject({ code: 'proxy-is-member' });
    expect((await at.collect(at.onTheSpot({ name: own.name }), id)).proxy).not.toBeNull();
  });
});

describe('a standing proxy', () => {
  it('is offered masked with the tail of the paper, and collects within its days only', async () => {
    const [first, second] = [at.till.fresh(), at.till.fresh()];
    const number = at.idNumber();
    const { proxyId } = await at.addProxy({
      householdId: at.householdOf(first.id),
      number,
      toDay: '2026-05-04',
    });
    const offered = await at.till.shop.call(
      'counter.proxies',
      { voucherIds: [first.id] },
      { as: 'volunteer' },
    );
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
    expect(await refusalOf(at.collect(standing, second.id))).toMatchObject({ code: 'not-found' });
    at.till.shop.setNow('2026-05-05T02:12:00.000Z');
    expect(await refusalOf(at.collect(standing, first.id))).toMatchObject({
      code: 'proxy-not-valid',
      params: { fromDay: '2026-05-01', toDay: '2026-05-04', endedDay: null },
    });
    expect(
      (await at.till.shop.call('counter.proxies', { voucherIds: [first.id] }, { as: 'volunteer' })).proxies,
    ).toEqual([]);
    const again = await at.addProxy({ householdId: at.householdOf(first.id), number, fromDay: '2026-05-05' });
    const done = await at.collect({ kind: 'standing', proxyId: again.proxyId }, first.id);
    expect(at.pickups(done.redemptionId)).toMatchObject([
      { proxy_id: again.proxyId, name: '韦邻居', reason: '' },
    ]);
  });

  it('collects no more from the day it is ended', async () => {
    const { id } = at.till.fresh();
    const { proxyId } = await at.addProxy({ householdId: at.householdOf(id) });
    await at.till.shop.call('proxies.end', { proxyId, reason: '委托人收回' }, { as: 'manager' });
    expect(await refusalOf(at.collect({ kind: 'standing', proxyId }, id))).toMatchObject({
      code: 'proxy-not-valid',
      params: { endedDay: '2026-05-05' },
    });
  });
});

describe('scenario 18: the fourth unrelated household of a month', () => {
  it('is stopped, named with how many and from when again; relatives and the same household are not counted', async () => {
    const number = at.idNumber();
    const same = (changes: Partial<OnTheSpot> = {}) => at.onTheSpot({ name: '黄帮忙', number, ...changes });
    await at.collect(same());
    // In another written form, it is the same person.
    await at.collect(same({ number: number.split('').join(' ') }));
    const third = await at.collect(same());
    await at.collect(same({ related: true, relation: '女儿' }));
    const fourth = at.till.fresh();
    expect(await refusalOf(at.collect(same(), fourth.id))).toMatchObject({
      code: 'proxy-over-limit',
      params: { households: 3, limit: 3, againDay: '2026-06-01' },
    });
    // Known by name and last four alone: still the same.
    const tail = same({ number: number.slice(-4), tailReason: '忘带' });
    expect(await refusalOf(at.collect(tail, fourth.id))).toMatchObject({ code: 'proxy-over-limit' });
    await at.collect(same({ related: true, relation: '女儿' }), fourth.id);
    // What was taken back does not count.
    await at.till.shop.call(
      'counter.reverse',
      { redemptionId: third.redemptionId, reason: '拿错了券' },
      { as: 'manager' },
    );
    expect(at.pickups(third.redemptionId)).toHaveLength(1);
    await at.collect(same());
    expect(await refusalOf(at.collect(same()))).toMatchObject({ code: 'proxy-over-limit' });
    // A standing proxy is the same person too.
    const fifth = at.till.fresh();
    const { proxyId } = await at.addProxy({ householdId: at.householdOf(fifth.id), name: '黄帮忙', number });
    expect(
      (await at.till.shop.call('counter.proxies', { voucherIds: [fifth.id] }, { as: 'volunteer' })).proxies,
    ).toMatchObject([{ proxyId, households: 3 }]);
    expect(await refusalOf(at.collect({ kind: 'standing', proxyId }, fifth.id))).toMatchObject({
      code: 'proxy-over-limit',
    });
    // A new month begins anew.
    at.till.shop.setNow('2026-06-01T02:12:00.000Z');
    await at.collect({ kind: 'standing', proxyId }, fifth.id);
  });

  it('by name and last four the month is known too when the whole number comes later', async () => {
    const number = at.idNumber();
    const tail = at.onTheSpot({ name: '莫尾号', number: number.slice(-4), tailReason: '忘带' });
    for (let time = 0; time < 3; time += 1) await at.collect(tail);
    expect(await refusalOf(at.collect(at.onTheSpot({ name: '莫尾号', number })))).toMatchObject({
      code: 'proxy-over-limit',
    });
    await at.collect(at.onTheSpot({ name: '莫别人', number: at.idNumber() }));
  });

  it('the limit is a setting', async () => {
    const { name, districtName, reportPhone, settings } = await at.till.shop.call(
      'shop.read',
      {},
      { as: 'manager' },
    );
    const set = (proxyHouseholdsPerMonth: number) =>
      at.till.shop.call(
        'shop.change',
        { name, districtName, reportPhone, settings: { ...settings, proxyHouseholdsPerMonth } },
        { as: 'manager' },
      );
    await set(1);
    const number = at.idNumber();
    await at.collect(at.onTheSpot({ number }));
    expect(await refusalOf(at.collect(at.onTheSpot({ number })))).toMatchObject({
      params: { households: 1, limit: 1 },
    });
    await set(3);
    await at.collect(at.onTheSpot({ number }));
  });
});
