// Passwords: scrypt with the cost OWASP asks for, stored with its salt; what may be chosen.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { RefusalCode } from '../contract/errors.ts';

const cost = { N: 2 ** 15, r: 8, p: 3, maxmem: 128 * 1024 * 1024 } as const;
const keyLength = 32;

const derive = (password: string, salt: Uint8Array): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    // NFKC: the same characters typed on another keyboard layout are the same password.
    scrypt(password.normalize('NFKC'), salt, keyLength, cost, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });

export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16);
  return `scrypt$${salt.toString('base64')}$${(await derive(password, salt)).toString('base64')}`;
};

export const passwordFits = async (password: string, stored: string): Promise<boolean> => {
  const [, salt = '', hash = ''] = stored.split('$');
  const wanted = Buffer.from(hash, 'base64');
  const found = await derive(password, Buffer.from(salt, 'base64'));
  return found.length === wanted.length && timingSafeEqual(found, wanted);
};

/** The handful that every guesser tries first and that still has a letter and a digit. */
const tooCommon = new Set([
  'a1234567',
  'a12345678',
  'a123456789',
  'abc12345',
  'abc123456',
  'abcd1234',
  'abcd12345',
  'password1',
  'password123',
  'passw0rd',
  'qwer1234',
  'qwerty123',
  'q1w2e3r4',
  '1q2w3e4r',
  '1qaz2wsx',
  'admin123',
  'admin1234',
  'admin888',
  'asd12345',
  'zxc12345',
  'woaini520',
  'woaini1314',
  'aa123456',
  'aa12345678',
  'qq123456',
  'wang1234',
  '123456ab',
  '123456abc',
  '12345678a',
  '123456789a',
  '11111111a',
  'iloveyou1',
  'welcome1',
]);

/** Why a password may not be chosen, or null (reliability.md §6: eight characters, letter and digit, not a common one). */
export const passwordRefusal = (
  password: string,
): Extract<
  RefusalCode,
  'password-too-short' | 'password-too-common' | 'password-needs-letter-and-digit'
> | null => {
  if ([...password].length < 8) return 'password-too-short';
  if (!/\p{L}/u.test(password) || !/\p{Nd}/u.test(password)) return 'password-needs-letter-and-digit';
  return tooCommon.has(password.toLowerCase()) ? 'password-too-common' : null;
};
