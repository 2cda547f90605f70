// What is noted beside a receipt: another use with the donor's consent, the official receipt, photos, the donor it counts for.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../db/contract/index.ts';
import { openGifts, type Gifts } from '../helpers/gifts.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { rowCounts, rowsOf } from '../helpers/sheet.ts';

const as = 'manager' as const;
let gifts: Gifts;
beforeEach(async () => {
  gifts = await openGifts();
});
afterEach(() => gifts.shop.close());

describe('another use', () => {
  type Use = Input<'donations.changeUse'>;
  const consent = { by: '张经理', day: '2026-05-03', document: '函〔2026〕5号' };
  const change = (donationId: number, changes: Partial<Use> = {}) =>
    gifts.shop.call(
      'donations.changeUse',
      { donationId, purpose: '助学', designation: { category: 'orphan' }, consent, ...changes },
      { as },
    );

  it('keeps the consent, and all lots follow, also the partly handed out and other lines', async () => {
    const { donationId } = await gifts.record({ lines: [gifts.bags(), gifts.bags()] });
    await gifts.handOut(gifts.rice, 2);
    const other = await gifts.record();
    await change(donationId);
    await change(donationId, { purpose: '', designation: { place: '河西社区' } });
    expect(rowsOf(gifts.shop, 'SELECT designated_category AS c, designated_place AS p FROM lot')).toEqual([
      { c: null, p: '河西社区' },
      { c: null, p: '河西社区' },
      { c: null, p: null },
    ]);
    const read = await gifts.read(donationId);
    // As given; what was agreed later stands beside it.
    expect([read.purpose, read.designation.category]).toEqual(['', null]);
    expect(read.uses.map(({ purpose, designation, by }) => [purpose, designation, by])).toEqual([
      ['助学', { category: 'orphan', place: null, batchId: null }, '韦店长'],
      ['', { category: null, place: '河西社区', batchId: null }, '韦店长'],
    ]);
    expect((await gifts.read(other.donationId)).uses).toEqual([]);
  });

  it('is refused for an ended gift, an unknown use, a consent of tomorrow; nothing is stored', async () => {
    const { donationId } = await gifts.record();
    const ended = await gifts.record();
    await gifts.end(ended.donationId);
    const refused = async (...given: Parameters<typeof change>) => (await refusalOf(change(...given))).code;
    expect(await refused(99)).toBe('not-found');
    expect(await refused(ended.donationId)).toBe('donation-ended');
    expect(await refused(donationId, { designation: { batchId: 9 } })).toBe('designation-unknown');
    expect(await refused(donationId, { consent: { ...consent, day: '2026-05-05' } })).toBe(
      'row-day-in-future',
    );
    expect(await refused(donationId, { consent: { ...consent, by: ' ' } })).toBe('input-invalid');
    expect(rowCounts(gifts.shop)).toMatchObject({ designation_change: 0 });
    expect(rowsOf(gifts.shop, 'SELECT DISTINCT designated_category AS c FROM lot')).toEqual([{ c: null }]);
  });
});

describe('the official receipt', () => {
  const note = (donationId: number, number = '0001234567') =>
    gifts.shop.call('donations.recordOfficial', { donationId, code: '45020126', number }, { as });

  it('is noted; a later entry takes the place of the earlier and both stay on record', async () => {
    const { donationId } = await gifts.give(100);
    await note(donationId);
    await note(donationId, '0001234568');
    expect((await gifts.read(donationId)).official).toEqual({ code: '45020126', number: '0001234568' });
    expect(rowCounts(gifts.shop)).toMatchObject({ official_receipt: 2 });
  });

  it('belongs to one receipt: refused on another, free again when that one ends or was corrected', async () => {
    const one = await gifts.give(100);
    const two = await gifts.give(200);
    const three = await gifts.give(300);
    await note(one.donationId);
    expect(await refusalOf(note(two.donationId))).toMatchObject({
      code: 'official-number-taken',
      params: { number: one.receiptNumber },
    });
    await note(one.donationId, '0009999999');
    await note(two.donationId);
    await gifts.end(two.donationId);
    await note(three.donationId);
    expect((await refusalOf(note(two.donationId, '1'))).code).toBe('donation-ended');
    expect((await refusalOf(note(99))).code).toBe('not-found');
  });
});

describe('photos', () => {
  const png = (length = 100): Uint8Array => {
    const bytes = new Uint8Array(length);
    bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    return bytes;
  };
  const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
  const add = (donationId: number, bytes: Uint8Array) =>
    gifts.shop.call('donations.addPhoto', { donationId, bytes }, { as });

  it('come back as they were, of two kinds, six at most', async () => {
    const { donationId } = await gifts.give(100);
    const first = await add(donationId, jpeg);
    for (let more = 0; more < 5; more += 1) await add(donationId, png());
    const { photos } = await gifts.read(donationId);
    expect(photos).toHaveLength(6);
    expect(await gifts.shop.call('donations.photo', first, { as })).toEqual({
      mime: 'image/jpeg',
      bytes: jpeg,
    });
    expect((await gifts.shop.call('donations.photo', { photoId: photos[1] ?? 0 }, { as })).mime).toBe(
      'image/png',
    );
    expect(await refusalOf(add(donationId, png()))).toMatchObject({
      code: 'photo-too-many',
      params: { most: 6 },
    });
    await add((await gifts.give(1)).donationId, png());
  });

  it('are 2,000,000 bytes at most', async () => {
    const { donationId } = await gifts.give(100);
    await add(donationId, png(2_000_000));
    expect(await refusalOf(add(donationId, png(2_000_001)))).toMatchObject({
      code: 'photo-too-large',
      params: { most: 2 },
    });
  });

  it.each<[string, Uint8Array]>([
    ['a GIF', new TextEncoder().encode('GIF89a..')],
    ['a page', new TextEncoder().encode('<svg onload="x"/>')],
    ['nothing', new Uint8Array(0)],
    ['half a PNG', Uint8Array.from([0x89, 0x50, 0x4e])],
  ])('are no %s', async (_what, bytes) => {
    const { donationId } = await gifts.give(100);
    expect((await refusalOf(add(donationId, bytes))).code).toBe('photo-unreadable');
    expect(rowCounts(gifts.shop)).toMatchObject({ donation_photo: 0 });
  });

  it('belong to a gift that is there', async () => {
    expect((await refusalOf(add(99, jpeg))).code).toBe('not-found');
    expect((await refusalOf(gifts.shop.call('donations.photo', { photoId: 9 }, { as }))).code).toBe(
      'not-found',
    );
  });
});

describe('the donor', () => {
  it('has a key by which doubles are found, from the form and from a sheet', async () => {
    await gifts.give(100);
    await gifts.give(100, { donor: { name: '韦兰', kind: 'person' } });
    await gifts.give(100, { anonymous: true, donor: { name: '', kind: 'person' } });
    expect(rowsOf(gifts.shop, 'SELECT name_key FROM donor ORDER BY id')).toEqual([
      { name_key: 'body:柳州市某某粮油' },
      { name_key: 'person:韦兰' },
      { name_key: '' },
    ]);
  });

  it('once merged: gifts keep the name they were given under, are found by both, and count for the other', async () => {
    const { donationId } = await gifts.give(100, { donor: { name: '某某粮油', kind: 'company' } });
    await gifts.give(200);
    await gifts.shop.call('donors.merge', { donorId: 1, intoId: 2 }, { as });
    const again = await gifts.give(300, { donor: { name: '某某粮油', kind: 'company' } });
    for (const id of [donationId, again.donationId])
      expect(await gifts.read(id)).toMatchObject({ donorName: '某某粮油', donorId: 2 });
    const search = async (text: string) =>
      (await gifts.shop.call('donations.list', { search: text }, { as })).total;
    expect([await search('柳州市'), await search('某某粮油')]).toEqual([3, 3]);
  });

  it('of an anonymous gift is shown to nobody', async () => {
    const { donationId } = await gifts.give(100, { anonymous: true });
    expect(await gifts.read(donationId)).toMatchObject({ donorId: null, donorName: '匿名' });
  });
});
