// Refusals around those who collect for others: standing proxies, proxies at the till, approval beyond the limit, institutions.

/** What a proxy's name or paper may be refused with, at the form and at the till. */
export const proxyFactRefusals = [
  'name-missing',
  'name-too-long',
  'name-control-character',
  'name-bidi',
  'name-ill-formed',
  'name-full-stop',
  'id-missing',
  'id-length',
  'id-characters',
  'id-as-number',
  'id-impossible-date',
  'id-birth-in-future',
  'id-check-digit',
  'document-missing',
  'document-characters',
  'document-too-long',
  'proxy-is-member',
] as const;

/** A second person's password, wherever one alone may not decide. */
export const approvalRefusals = [
  'approval-wrong',
  'approval-same-person',
  'approval-not-permitted',
  'sign-in-blocked',
] as const;

/** Of their own; the others above are also said elsewhere. */
export const proxyRefusals = [
  'proxy-is-member',
  'proxy-over-limit',
  'proxy-not-valid',
  'proxy-tail-reason',
  'proxy-period',
  'proxy-already',
  'proxy-ended',
  'approval-wrong',
  'approval-same-person',
  'approval-not-permitted',
  'institution-name-taken',
  'institution-closed',
  'institution-not-empty',
  'resident-elsewhere',
  'resident-not-here',
  'institution-redemption',
] as const;
