// Likely doubles among donors: two names with equal keys are shown to the clerk side by side. Equal keys suggest and never
// merge; different keys promise nothing.

export type DonorKeyKind = 'person' | 'company' | 'organisation' | 'school' | 'anonymous';

/** Spaces, brackets, dots, hyphens, quotation marks and what nobody sees. Private-use letters stay: they are rare names. */
const NOT_SPELLED = /[\p{P}\p{Z}\p{S}\p{Cc}\p{Cf}]/gu;
const LEGAL_FORM = /(?:股份有限|有限责任|责任有限|股份|有限)?公司$/u;

/**
 * The key of a donor's name: width, case, spaces, brackets and interpuncts folded, for bodies without the legal form at the
 * end (有限公司, 有限责任公司, 股份有限公司, 公司). People never meet bodies; a company, a school and an organisation of one
 * name do, because clerks mix the kinds up. Empty for an anonymous donor and for a name without a letter: no double.
 */
export function donorKey(name: string, kind: DonorKeyKind): string {
  if (kind === 'anonymous') return '';
  const spelled = name.normalize('NFKC').replace(NOT_SPELLED, '').toLowerCase();
  if (spelled === '') return '';
  if (kind === 'person') return `person:${spelled}`;
  const bare = spelled.replace(LEGAL_FORM, '');
  return `body:${bare === '' ? spelled : bare}`;
}
