// More than a limit allows only by a second person with a reason; what the till, the slip and the month's list say; what limits cost.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../db/contract/index.ts';
import { openReadOnly } from '../../db/open.ts';
import { listenToStatements } from '../helpers/executed.ts';
import { textOf } from '../helpers/exposed.ts';
import { bureau, openLimitShop, type LimitShop } from '../helpers/limits.ts';
import { password, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { qrOf } from '../helpers/seed.ts';

const manager = { as: 'manager' } as const;
const volunteer = { as: 'volunteer' } as const;
let at: LimitShop;
let shop: OpenShop;
let rice: number;
beforeEach(async () => {
  at = await openLimitShop();
  ({ shop, rice } = at);
});
afterEach(() => shop.close());

describe('more than a rule allows', () => {
  it('needs a reason and a second person; stands in the list of the month and in the audit', async () => {
    await at.make({ name: '大米', measure: 'pieces', itemId: rice, amounts: [[1, 1]], period: 'month' });
    const { voucher, number } = await at.household(1);
    const lines = [[rice, 3]] as const;
    const overrides = { reason: '家中失火' };
    expect(await refusalOf(at.redeem(voucher, lines, { overrides }))).toMatchObject({ code: 'limit-pieces' });
    expect(await refusalOf(at.redeem(voucher, lines, { approval: bureau }))).toMatchObject({
      code: 'limit-pieces',
    });
    expect(
      await refusalOf(at.redeem(voucher, lines, { overrides, approval: { login: 'wangfang', password } })),
    ).toMatchObject({ code: 'approval-same-person' });
    expect(
      await refusalOf(
        at.redeem(voucher, lines, { overrides, approval: { ...bureau, password: 'falsch-2026' } }),
      ),
    ).toMatchObject({ code: 'approval-wrong' });
    const input = { voucherIds: [voucher], lines: [{ itemId: rice, quantity: 3 }], overrides };
    expect(
      await refusalOf(
        shop.call('counter.redeem', { ...input, approval: { login: 'dianzhang', password } }, manager),
      ),
    ).toMatchObject({ code: 'approval-same-person' });
    const done = await at.redeem(voucher, lines, { overrides, approval: bureau });
    expect(done.overLimits).toEqual({ rules: ['大米'], approvedBy: '区民政局' });
    const listed = () => shop.call('limits.overrides', { month: '2026-01' }, manager);
    expect(await listed()).toMatchObject([
      {
        number: done.number,
        day: '2026-01-02',
        householdNumber: number,
        rule: '大米',
        measure: 'pieces',
        unit: '袋',
        over: 2,
        reason: '家中失火',
        approvedBy: '区民政局',
        operator: '王芳',
        reversed: false,
      },
    ]);
    expect(await shop.call('limits.overrides', { month: '2026-02' }, manager)).toEqual([]);
    await shop.call('counter.reverse', { redemptionId: done.redemptionId, reason: '退回' }, volunteer);
    expect((await listed())[0]?.reversed).toBe(true);
    expect(await at.leftOf(number)).toMatchObject([{ used: 0, left: 1 }]);
  });
  it('a reason and a yes where nothing is over change nothing, and no password is asked', async () => {
    await at.make({ amounts: [[1, 5_000]] });
    const { voucher } = await at.household(1);
    const done = await at.redeem(voucher, [[rice, 1]], {
      overrides: { reason: '以防万一' },
      approval: { ...bureau, password: 'falsch-2026' },
    });
    expect(done.overLimits).toBeNull();
    expect(await shop.call('limits.overrides', { month: '2026-01' }, manager)).toEqual([]);
  });
});

it('a proxy rule counts what somebody unrelated collects for all households, relatives never', async () => {
  await at.make({ name: '代领', measure: 'times', subject: 'proxy', amounts: [[1, 1]], period: 'month' });
  const [one, two, three] = [await at.household(1), await at.household(1), await at.household(1)];
  const proxy = (related: boolean): NonNullable<Input<'counter.redeem'>['proxy']> => ({
    kind: 'on-the-spot',
    name: '覃代领',
    document: 'passport',
    number: 'E12345678',
    relation: related ? '子女' : '邻居',
    related,
    reason: '行动不便',
    tailReason: '',
  });
  const first = await at.redeem(one.voucher, [[rice, 1]], { proxy: proxy(false) });
  expect(await refusalOf(at.redeem(two.voucher, [[rice, 1]], { proxy: proxy(false) }))).toMatchObject({
    code: 'limit-times',
    params: { rule: '代领', limit: 1, used: 1, left: 0, againDay: '2026-02-01' },
  });
  await at.redeem(three.voucher, [[rice, 1]], { proxy: proxy(true) });
  await shop.call('counter.reverse', { redemptionId: first.redemptionId, reason: '退回' }, volunteer);
  await at.redeem(two.voucher, [[rice, 1]], { proxy: proxy(false) });
});

it('the till says what is left of the household, not of proxies', async () => {
  const { voucher } = await at.household(2);
  await at.make({
    name: '大米',
    measure: 'pieces',
    itemId: rice,
    subject: 'person',
    amounts: [[1, 1]],
    period: 'month',
  });
  await at.make({ name: '代领', measure: 'times', subject: 'proxy', amounts: [[1, 1]], period: 'month' });
  await at.redeem(voucher, [[rice, 1]]);
  const { household: shown } = await shop.call(
    'counter.scan',
    { code: qrOf(shop, voucher), entry: 'scanned' },
    volunteer,
  );
  expect(shown.limits).toMatchObject([
    { name: '大米', itemId: rice, unit: '袋', limit: 2, used: 1, left: 1, againDay: '2026-02-01' },
  ]);
});

it('the slip says what is left of the limited goods taken, and from when again; a reprint says the same', async () => {
  await at.make({ name: '每月大米', measure: 'pieces', itemId: rice, amounts: [[1, 5]], period: 'month' });
  await at.make({ name: '每季金额' });
  await at.make({ name: '食用油', measure: 'times', sort: '油', amounts: [[1, 1]], period: 'month' });
  const { voucher } = await at.household(1);
  const first = await at.redeem(voucher, [[rice, 2]]);
  const slip = async () =>
    textOf(await shop.call('counter.printSlip', { redemptionId: first.redemptionId }, volunteer)).replace(
      /\s/g,
      '',
    );
  const said = await slip();
  expect(said).toContain('每月大米还可领3袋');
  expect(said).toContain('每季金额还可领¥130.00');
  expect(said).not.toContain('食用油');
  await at.redeem(voucher, [[rice, 1]]);
  expect(await slip()).toContain('每月大米还可领3袋');
});

it('costs one small statement where no rule holds, two more where one does, all through indexes', async () => {
  const { voucher } = await at.household(2);
  await at.redeem(voucher, [[rice, 1]]);
  const executed = listenToStatements();
  const limitStatements = async () => {
    executed.clear();
    await at.redeem(voucher, [[rice, 1]]);
    return executed.texts.filter((text) => /limit_rule|CROSS JOIN redemption_line|FROM cover/.test(text));
  };
  try {
    expect(await limitStatements()).toHaveLength(1);
    await at.make({
      name: '大米',
      measure: 'pieces',
      itemId: rice,
      subject: 'person',
      amounts: [[1, 50]],
      period: 'year',
    });
    await at.make();
    await at.make({ name: '别的', categories: ['rural-minimum-living'] });
    const texts = await limitStatements();
    expect(texts).toHaveLength(3);
    const file = openReadOnly(shop.file, shop.key);
    const plans = texts.flatMap(
      (text) =>
        file.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...(text.match(/\?/g) ?? []).map(() => 1)) as {
          detail: string;
        }[],
    );
    file.close();
    const details = plans.map(({ detail }) => detail);
    expect(details.filter((detail) => detail.startsWith('SCAN'))).toEqual(['SCAN limit_rule']);
    expect(details.join()).toContain('redemption_by_household (household_id=? AND counted_day>?');
    expect(details.join()).toContain('cover_by_household (household_id=?');
    expect(details.join()).toContain('cover_by_person (person_id=?');
  } finally {
    executed.stop();
  }
});
