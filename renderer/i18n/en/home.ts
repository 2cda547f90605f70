// Words of the home screen, English; a missing or extra key does not compile.
import type { SameKeys } from '../same-keys.ts';
import type { home as source } from '../zh-CN/home.ts';

export const home = {
  title: 'Today',
  greeting: 'Hello {{name}}',
  figures: {
    redemptions: 'Households served today',
    face: 'Voucher value redeemed today',
    goods: 'Goods given out today',
    open: 'Vouchers open',
    openFen: 'Value of open vouchers',
  },
  attention: {
    title: 'Needs attention',
    nothing: 'Nothing needs attention',
    lotsExpired: 'Expired lots: {{count}}; take them off the shelf',
    lotsHeld: 'Lots on hold: {{count}}; find out why, then release or write off',
    lossesWaiting: 'Losses that wait for a second person: {{count}}',
    stocktakesWaiting: 'Stocktakes that wait for a second person: {{count}}',
    lotsEndingSoon: 'Lots near their expiry date: {{count}}; give them out first',
    reviewsOverdue: 'Households with an overdue review: {{count}}',
    misfitsWaiting: 'Households found not to fit, to be decided by a second person: {{count}}',
    complaintsOpen: 'Complaints not closed: {{count}}',
    deliveriesOut: 'Deliveries under way: {{count}}',
    vouchersEndingSoon: 'Vouchers ending within a week: {{count}}',
    backupOld: 'Last backup {{age}}',
    backupNever: 'The books were never backed up',
    clock: 'The clock of this PC may be wrong',
  },
  backup: {
    now: 'Back up now',
    last: 'Last backup {{age}} ({{at}})',
    never: 'No backup yet',
    done: 'Backup made: {{fileName}}',
    working: 'Backing up and checking…',
  },
  go: {
    counter: 'Serve at the counter',
    goods: 'Look up goods',
    donations: 'Record a gift',
    people: 'Look up households',
    vouchers: 'Vouchers',
    reports: 'Reports',
  },
} satisfies SameKeys<typeof source>;
