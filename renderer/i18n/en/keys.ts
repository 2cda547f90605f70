// Words of the page of signing keys, English.
import type { SameKeys } from '../same-keys.ts';
import type { keys as source } from '../zh-CN/keys.ts';

export const keys = {
  title: 'Signing keys',
  what: 'One key a year signs the vouchers; the first issue of a year makes it. The private half stays in the books and cannot be exported. Revoke it when the PC or the file of the books was stolen, then replace the vouchers.',
  issuer: 'Issuer',
  id: 'Key',
  year: 'Year',
  fingerprint: 'Fingerprint',
  made: 'Made',
  vouchers: 'Signed',
  open: 'Open',
  state: 'State',
  signs: 'In use',
  verifies: 'Signs no more, vouchers are open',
  retired: 'Signs no more, none open',
  revoked: 'Revoked',
  act: 'Act',
  revoke: 'Revoke',
  revokeTitle: 'Revoke a signing key',
  stops: 'Vouchers that stop',
  effect:
    'No voucher it signed can be used until it is replaced. This cannot be undone; a second person must agree.',
  reason: 'Why it is revoked',
  reasonMissing: 'Give a reason',
  left: 'Vouchers to replace',
  batch: 'Batch',
  replace: 'Replace batch',
  replaceVerb: 'Replace {{n}}',
  replaceEffect: 'A new voucher takes the place of each old one with its balance; print them with the batch.',
  export: 'Export public keys',
} satisfies SameKeys<typeof source>;
