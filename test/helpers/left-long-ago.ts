// A household that lived through everything the books can hold about people, and left in May 2026; for tests of erasing. Every person is
// fictional.
import type { OpenShop } from './open-shop.ts';
import { fileRelative } from './fairness.ts';
import { covered, enter, idNumber, newcomer } from './households.ts';
import { seedBatch, seedGift, seedItem } from './seed.ts';
import { rowsOf } from './sheet.ts';

const as = 'manager' as const;
const street = '城中街道';

/** Everything that was typed about those who are erased. */
export const secrets = {
  head: '韦𠅤秀兰',
  child: '买买提·吐尔逊',
  earlier: '韦旧名',
  mergedHead: '卢并户',
  phone: '13800001234',
  mergedPhone: '13700007777',
  door: '广场路27号6栋402室',
  numbers: { head: idNumber(), child: idNumber('20150301'), earlier: idNumber(), merged: idNumber() },
  certificate: 'DB20260088',
  guardian: '莫监护',
  proxy: '黄代领',
  proxyNumber: idNumber(),
  proxyPhone: '13622223333',
  spot: '潘现场',
  spotNumber: idNumber(),
  document: '委托书第九号',
  note: '家中有新装空调',
  reason: '本人称住院三周',
};
export const everySecret = Object.values(secrets).flatMap((secret) =>
  typeof secret === 'string' ? [secret] : Object.values(secret),
);

export interface LeftLongAgo {
  /** With its whole history; what it took in; still eligible, a namesake of its child. */
  readonly gone: number;
  readonly merged: number;
  readonly staying: number;
  /** Left as long ago, with a voucher still open; drawn in a check nobody finished. */
  readonly vouchered: number;
  readonly checked: number;
  readonly headId: number;
}

/** The shop stands at 2 March 2026 before, at 4 May 2026 after. */
export const leftLongAgo = async (shop: OpenShop): Promise<LeftLongAgo> => {
  const place = { street, community: '桂中社区', address: secrets.door, phone: secrets.phone };
  const head = newcomer({
    name: secrets.earlier,
    documentNumber: secrets.numbers.earlier,
    relation: '户主',
    certificate: secrets.certificate,
    flags: '重病',
  });
  const child = newcomer({ name: secrets.child, documentNumber: secrets.numbers.child });
  const gone = (await enter(shop, { ...place, day: '2026-03-02', people: [head, child] })).householdId;
  const moving = newcomer({
    name: secrets.mergedHead,
    documentNumber: secrets.numbers.merged,
    relation: '户主',
  });
  const merged = (
    await enter(shop, { ...place, phone: secrets.mergedPhone, day: '2026-03-02', people: [moving] })
  ).householdId;
  // A neighbour who shares the name of the child stays, and must still be found by it.
  const neighbour = newcomer({ name: secrets.child, relation: '户主' });
  const staying = (await enter(shop, { community: '静兰社区', day: '2026-03-02', people: [neighbour] }))
    .householdId;
  const others = { community: '北站社区', day: '2026-03-02' };
  const oneOf = async (category: string): Promise<number> => {
    const only = newcomer({ relation: '户主', covers: [covered('2025-01-01', category)] });
    return (await enter(shop, { ...others, people: [only] })).householdId;
  };
  const vouchered = await oneOf('disaster-hit');
  const checked = await oneOf('preferential-treatment');
  const headId = await history(shop, { gone, merged, staying });
  await seedBatch(shop, { categories: ['disaster-hit'], validFrom: '2026-03-01', validTo: '2031-12-31' });
  await shop.call(
    'fairness.draw',
    { title: '没有办结的抽查', basisPoints: 10_000, category: 'preferential-treatment' },
    { as },
  );
  shop.setNow('2026-05-04T02:12:00.000Z');
  const leaving = { day: '2026-05-01', reason: '收入超过标准', document: '退出决定第五号' };
  for (const householdId of [gone, vouchered, checked])
    await shop.call('eligibility.end', { householdId, ...leaving }, { as });
  return { gone, merged, staying, vouchered, checked, headId };
};

/** What a household goes through in its years here, through the acts of the program. */
const history = async (
  shop: OpenShop,
  { gone, merged, staying }: Record<'gone' | 'merged' | 'staying', number>,
): Promise<number> => {
  const file = await shop.call('people.household', { householdId: gone }, { as });
  const [headId = 0, childId = 0] = file.people.map(({ id }) => id);
  await shop.call(
    'people.correctPerson',
    {
      personId: headId,
      name: secrets.head,
      documentNumber: secrets.numbers.head,
      relation: '户主',
      certificate: secrets.certificate,
      flags: '重病',
      reason: '写错了',
      document: '户口簿第三页',
    },
    { as },
  );
  await shop.call(
    'people.merge',
    {
      householdId: merged,
      intoId: gone,
      day: '2026-03-02',
      relations: [{ personId: await personOf(shop, merged), relation: '其他' }],
      reason: '同住',
    },
    { as },
  );
  await shop.call(
    'privacy.recordConsent',
    { personIds: [headId], kind: 'notice', way: 'signed', day: '2026-03-02', document: '告知书第七号' },
    { as },
  );
  await shop.call(
    'privacy.recordConsent',
    {
      personIds: [childId],
      kind: 'sensitive',
      way: 'signed',
      day: '2026-03-02',
      guardian: secrets.guardian,
      guardianRelation: '母',
    },
    { as },
  );
  const proxy = { relation: '邻居', related: false, document: 'identity' } as const;
  await shop.call(
    'proxies.add',
    {
      ...proxy,
      householdId: gone,
      name: secrets.proxy,
      number: secrets.proxyNumber,
      phone: secrets.proxyPhone,
      ground: secrets.document,
      fromDay: '2026-03-01',
      toDay: '2027-02-28',
    },
    { as },
  );
  await fileRelative(shop, gone, { document: '备案表第二号', fromDay: '2026-03-01' });
  await shop.call('people.reveal', { householdId: gone, reason: '核对' }, { as });
  await shop.call('people.printFullFile', { householdId: gone, reason: '年审' }, { as });
  await shop.call('privacy.exportFullRoster', { reason: '上报', format: 'csv' }, { as });
  const rice = await seedItem(shop, { code: 'MI10', name: '大米', listPriceFen: 4_500 });
  await seedGift(shop, { itemId: rice, quantity: 100, valueFen: 400_000, day: '2026-03-02' });
  await seedBatch(shop, { validFrom: '2026-03-01', validTo: '2026-06-30' });
  const mine = rowsOf(shop, `SELECT id FROM voucher WHERE household_id = ${gone}`);
  await shop.call(
    'counter.redeem',
    {
      voucherIds: [Number(mine[0]?.['id'])],
      entry: 'scanned',
      lines: [{ itemId: rice, quantity: 2 }],
      proxy: {
        ...proxy,
        kind: 'on-the-spot',
        name: secrets.spot,
        number: secrets.spotNumber,
        reason: secrets.reason,
      },
    },
    { as },
  );
  const { checkId } = await shop.call(
    'fairness.draw',
    { title: '三月抽查', basisPoints: 10_000, category: 'urban-minimum-living' },
    { as },
  );
  for (const householdId of [gone, staying])
    await shop.call(
      'fairness.enterResult',
      {
        checkId,
        householdId,
        result: 'fits',
        visitedDay: '2026-03-02',
        visitors: '韦店长',
        note: householdId === gone ? secrets.note : '',
      },
      { as },
    );
  await shop.call('fairness.closeCheck', { checkId }, { as });
  return headId;
};
const personOf = async (shop: OpenShop, householdId: number): Promise<number> =>
  (await shop.call('people.household', { householdId }, { as })).people[0]?.id ?? 0;
