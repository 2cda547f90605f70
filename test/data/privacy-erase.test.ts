// Files whose time is over: what names a person goes for ever, what counts stays, and the log still verifies.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../db/contract/index.ts';
import { addMonths } from '../../db/domain/business-day.ts';
import { everySecret, leftLongAgo, secrets } from '../helpers/left-long-ago.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { rowsOf, storedTexts } from '../helpers/sheet.ts';

const as = 'manager' as const;
const bureau = { as: 'bureau' } as const;
let shop: OpenShop;
/** Left in May 2026 with a whole history; left too and was merged from another; still eligible. */
let gone: number;
let merged: number;
let staying: number;
let vouchered: number;
let checked: number;
let headId: number;

const months = (): readonly string[] => {
  const all = [];
  for (let day = '2026-03-01'; day <= '2031-06-01'; day = addMonths(day, 1)) all.push(day.slice(0, 7));
  return all;
};
const reports = async (): Promise<string> => {
  const figures = [];
  for (const month of months()) {
    figures.push(await shop.call('reports.distribution', { month }, { as }));
    figures.push(await shop.call('reports.balance', { month }, { as }));
    for (const by of ['category', 'community'] as const)
      figures.push(await shop.call('eligibility.movement', { month, by }, { as }));
  }
  return JSON.stringify(figures, (key, value: unknown) => (key === 'asOf' ? '' : value));
};
const erase = (householdIds: number[], reason = '保存期满') =>
  shop.call('privacy.erase', { householdIds, reason }, bureau);
const due = async () =>
  (await shop.call('privacy.due', {}, bureau)).rows.map(({ householdId }) => householdId);

beforeAll(async () => {
  shop = await openShop({ now: '2026-03-02T02:12:00.000Z' });
  ({ gone, merged, staying, vouchered, checked, headId } = await leftLongAgo(shop));
}, 60_000);
afterAll(() => shop.close());

describe('what may not be erased yet', () => {
  it.each([
    ['a household that has not left', () => staying, 'erase-not-left'],
    ['one that was merged into another', () => merged, 'erase-merged'],
    ['one that left too short ago', () => gone, 'erase-too-early'],
    ['one nobody knows', () => 999, 'not-found'],
  ])('%s', async (_, which, code) => {
    const before = storedTexts(shop);
    expect((await refusalOf(erase([which()]))).code).toBe(code);
    // Nothing but the failed act itself.
    expect(storedTexts(shop)).toBe(before);
  });

  it('all or nothing: everyone that does not fit is named', async () => {
    const { reasons = [] } = await refusalOf(erase([gone, staying]));
    expect(reasons.map(({ code, params }) => [code, params?.['years']])).toEqual([
      ['erase-too-early', 5],
      ['erase-not-left', undefined],
    ]);
  });

  it('is the bureau’s alone, for a reason', async () => {
    const input = { householdIds: [gone], reason: '保存期满' };
    for (const role of ['volunteer', 'manager'] as const) {
      expect((await refusalOf(shop.call('privacy.erase', input, { as: role }))).code).toBe('not-permitted');
      expect((await refusalOf(shop.call('privacy.due', {}, { as: role }))).code).toBe('not-permitted');
    }
    expect((await refusalOf(erase([gone], ' '))).code).toBe('input-invalid');
  });

  it('comes due on the day the years are over, and a setting moves that day', async () => {
    shop.setNow('2031-04-30T02:12:00.000Z');
    expect(await due()).toEqual([]);
    shop.setNow('2031-05-01T02:12:00.000Z');
    expect(await due()).toEqual([gone]);
    const { name, districtName, reportPhone, settings } = await shop.call('shop.read', {}, { as });
    const change = (retentionYears: number) =>
      shop.call(
        'shop.change',
        { name, districtName, reportPhone, settings: { ...settings, retentionYears } },
        { as },
      );
    await change(6);
    expect([await due(), (await refusalOf(erase([gone]))).code]).toEqual([[], 'erase-too-early']);
    await change(5);
    expect(await shop.call('privacy.due', {}, bureau)).toMatchObject({
      total: 1,
      retentionYears: 5,
      leftBefore: '2026-05-01',
      rows: [
        {
          householdId: gone,
          endDay: '2026-05-01',
          endReason: '收入超过标准',
          people: 3,
          category: '城市低保',
        },
      ],
    });
  });

  it.each([
    ['an open voucher', () => vouchered, 'erase-voucher-open'],
    ['a check nobody finished', () => checked, 'erase-check-open'],
  ])('waits for %s', async (_, which, code) => {
    expect(await due()).not.toContain(which());
    expect((await refusalOf(erase([gone, which()]))).code).toBe(code);
  });

  it('waits for complaints', async () => {
    const { complaintId } = await shop.call(
      'fairness.recordComplaint',
      { way: 'phone', matter: '反映一户', householdId: gone },
      { as },
    );
    expect([await due(), (await refusalOf(erase([gone]))).code]).toEqual([[], 'erase-complaint-open']);
    await shop.call(
      'fairness.closeComplaint',
      { complaintId, outcome: 'unfounded', finding: '不属实' },
      { as },
    );
    expect(await due()).toEqual([gone]);
  });
});

describe('what is erased', () => {
  it('no stored answer of a command ever held any of it', () => {
    const answers = JSON.stringify(rowsOf(shop, 'SELECT result FROM command'));
    expect(rowsOf(shop, `SELECT id FROM command WHERE act = 'people.reveal'`)).toHaveLength(1);
    expect(everySecret.filter((secret) => answers.includes(secret))).toEqual([]);
  });

  it('nothing of the people is found in any table any more; every report of every month reads as before', async () => {
    const kept = storedTexts(shop);
    expect(everySecret.filter((secret) => !kept.includes(secret))).toEqual([]);
    const before = await reports();
    const rows = rowsOf(shop, 'SELECT count(*) AS n FROM cover')[0]?.['n'];
    const commandId = '00000000-0000-4000-8000-000000000001';
    const answer = await shop.call(
      'privacy.erase',
      { householdIds: [gone], reason: '保存期满' },
      { ...bureau, commandId },
    );
    expect(answer).toEqual({ households: 1, people: 3 });

    const texts = storedTexts(shop);
    const left = everySecret.filter((secret) => secret !== secrets.child && texts.includes(secret));
    expect(left).toEqual([]);
    expect(await reports()).toBe(before);
    expect(rowsOf(shop, 'SELECT count(*) AS n FROM cover')[0]?.['n']).toBe(rows);
    const chain = await shop.call('audit.verify', {}, { as });
    expect([chain.ok, chain.brokenAt]).toEqual([true, null]);
    // Sent again, the same command answers the same and erases nothing twice.
    expect(
      await shop.call(
        'privacy.erase',
        { householdIds: [gone], reason: '保存期满' },
        { ...bureau, commandId },
      ),
    ).toEqual(answer);
    expect(rowsOf(shop, 'SELECT household_id, people, reason FROM erasure ORDER BY household_id')).toEqual([
      { household_id: gone, people: 3, reason: '保存期满' },
      { household_id: merged, people: 0, reason: '保存期满' },
    ]);
  });

  it('the words they were found by are gone, those of a namesake stay', async () => {
    const found = async (search: string) =>
      (await shop.call('people.list', { search }, { as })).rows.map(({ id }) => id);
    for (const search of [secrets.head, 'weixiulan', secrets.numbers.head.slice(-4), '1234'])
      expect(await found(search), search).toEqual([]);
    expect(await found('吐尔逊')).toEqual([staying]);
    expect(rowsOf(shop, `SELECT count(*) AS n FROM name_word WHERE name = '${secrets.head}'`)[0]?.['n']).toBe(
      0,
    );
  });

  it('the file says that it was erased and when, and takes no more', async () => {
    const file = await shop.call('people.household', { householdId: gone }, { as });
    expect(file).toMatchObject({ headName: '', phone: '', open: false, endDay: '2026-05-01' });
    expect(file.history[0]).toMatchObject({ kind: 'erased', reason: '保存期满', by: '区民政局' });
    expect(file.history.slice(1).every(({ reason, changes }) => reason === '' && changes.length === 0)).toBe(
      true,
    );
    expect(file.vouchers).toHaveLength(1);
    expect((await refusalOf(erase([gone]))).code).toBe('erase-already');
    const told: Input<'privacy.recordConsent'> = {
      personIds: [headId],
      kind: 'consent',
      way: 'signed',
      day: '2031-05-01',
    };
    expect((await refusalOf(shop.call('privacy.recordConsent', told, { as }))).code).toBe('household-closed');
    expect(await due()).toEqual([]);
    // A whole print of it shows nothing any more, and does not fail.
    await shop.call('people.printFullFile', { householdId: gone, reason: '检查' }, { as });
  });

  it('the log knows who erased how many, why, and no name', () => {
    expect(
      rowsOf(shop, `SELECT actor, object, detail FROM audit WHERE act = 'privacy.erase' AND result = 'done'`),
    ).toEqual([
      {
        actor: 'minzhengju',
        object: `household:${gone}`,
        detail: '{"households":1,"people":3,"reason":"保存期满"}',
      },
    ]);
  });
});
