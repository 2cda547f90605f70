// Pictures of a gift: PNG or JPEG by their first bytes, few and small, kept in the encrypted books and nowhere else.
import type { Context, Handlers } from '../context.ts';
import { Refusal } from '../failures.ts';
import { giftOf } from './one-gift.ts';

const LARGEST_PHOTO = 2_000_000;
const MOST_PHOTOS = 6;

const kinds = [
  { mime: 'image/png', starts: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mime: 'image/jpeg', starts: [0xff, 0xd8, 0xff] },
] as const;

/** What the bytes are, whatever the file was called; null for anything but the two. */
const mimeOf = (bytes: Uint8Array): (typeof kinds)[number]['mime'] | null =>
  kinds.find(({ starts }) => starts.every((byte, at) => bytes[at] === byte))?.mime ?? null;

const photosOf = async ({ tx }: Context, donationId: number): Promise<number> => {
  const { n } = await tx
    .selectFrom('donation_photo')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('donation_id', '=', donationId)
    .executeTakeFirstOrThrow();
  return n;
};

export const photoHandlers: Pick<Handlers<'donations'>, 'donations.addPhoto' | 'donations.photo'> = {
  /** Also of an ended gift: a picture of what was wrong. */
  async 'donations.addPhoto'(context, { donationId, bytes }) {
    const { tx, now, actor } = context;
    const gift = await giftOf(tx, donationId);
    if (bytes.length > LARGEST_PHOTO)
      throw new Refusal('photo-too-large', { most: LARGEST_PHOTO / 1_000_000 });
    const mime = mimeOf(bytes);
    if (mime === null) throw new Refusal('photo-unreadable');
    if ((await photosOf(context, donationId)) >= MOST_PHOTOS)
      throw new Refusal('photo-too-many', { most: MOST_PHOTOS });
    const { id } = await tx
      .insertInto('donation_photo')
      .values({ donation_id: donationId, mime, bytes, staff_id: actor.staffId, at: now })
      .returning('id')
      .executeTakeFirstOrThrow();
    context.note(`donation:${donationId}`, { receipt: gift.receipt_number, photo: id });
    return { photoId: id };
  },

  async 'donations.photo'({ tx }, { photoId }) {
    const photo = await tx
      .selectFrom('donation_photo')
      .select(['mime', 'bytes'])
      .where('id', '=', photoId)
      .executeTakeFirst();
    if (!photo) throw new Refusal('not-found');
    return { mime: photo.mime, bytes: new Uint8Array(photo.bytes) };
  },
};
