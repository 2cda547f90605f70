// Acts on what leaves the books about people and what is erased from them.
import type { Handlers } from '../context.ts';
import { consentsOf, recordConsent, withdrawConsent } from './consents.ts';
import { disclosures } from './disclosures.ts';
import { dueHouseholds } from './due.ts';
import { eraseHouseholds } from './erase.ts';
import { previewPublicList, printPublicList } from './public-list.ts';
import { exportRoster } from './roster.ts';
import { withoutNotice } from './without-notice.ts';

export const privacyHandlers: Handlers<'privacy'> = {
  'privacy.consents': consentsOf,
  'privacy.withoutNotice': withoutNotice,
  'privacy.recordConsent': recordConsent,
  'privacy.withdrawConsent': withdrawConsent,
  'privacy.exportRoster': (steps, wish) => exportRoster(steps, wish, null),
  'privacy.exportFullRoster': (steps, { reason, ...wish }) => exportRoster(steps, wish, reason),
  'privacy.previewPublicList': previewPublicList,
  'privacy.publicList': printPublicList,
  'privacy.due': dueHouseholds,
  'privacy.erase': eraseHouseholds,
  'privacy.disclosures': disclosures,
};
