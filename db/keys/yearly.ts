// The key new vouchers are signed with: one a year. The first issue of a year makes it, and so does the first after a revocation: nobody
// has to remember the first of January, and an issue never fails for want of a key.
import { generateKeyPairSync } from 'node:crypto';
import type { Context } from '../context.ts';
import { Refusal } from '../failures.ts';

/** The last number a voucher's code can carry. */
const LAST_KEY = 255;

/** Answers the key's number. Refusal: `key-none-left` after 255 keys. */
export const keyOfYear = async (context: Pick<Context, 'tx' | 'now' | 'day'>): Promise<number> => {
  const { tx, day } = context;
  const standing = await tx
    .selectFrom('signing_key')
    .select('key_id')
    .where('private_key', 'is not', null)
    .where('revoked_at', 'is', null)
    .where('year', '=', Number(day.slice(0, 4)))
    .orderBy('key_id', 'desc')
    .executeTakeFirst();
  return standing?.key_id ?? makeKey(context);
};

/** The private half stays in this row and never leaves the db process. */
export const makeKey = async ({ tx, now, day }: Pick<Context, 'tx' | 'now' | 'day'>): Promise<number> => {
  const { last } = await tx
    .selectFrom('signing_key')
    .select(({ fn }) => fn.max('key_id').as('last'))
    .executeTakeFirstOrThrow();
  const keyId = ((last as number | null) ?? 0) + 1;
  if (keyId > LAST_KEY) throw new Refusal('key-none-left');
  const pair = generateKeyPairSync('ed25519');
  await tx
    .insertInto('signing_key')
    .values({
      key_id: keyId,
      created_at: now,
      year: Number(day.slice(0, 4)),
      public_key: pair.publicKey.export({ format: 'der', type: 'spki' }),
      private_key: pair.privateKey.export({ format: 'der', type: 'pkcs8' }),
    })
    .execute();
  return keyId;
};
