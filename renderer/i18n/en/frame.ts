// Words of the frame around every screen, English; a missing or extra key does not compile.
import type { SameKeys } from '../same-keys.ts';
import type { frame as source } from '../zh-CN/frame.ts';

export const frame = {
  program: 'Charity supermarket',
  places: {
    home: 'Home',
    counter: 'Counter',
    vouchers: 'Vouchers',
    goods: 'Goods',
    donations: 'Donations',
    people: 'Households',
    reports: 'Reports',
    keeping: 'Keeping',
  },
  sections: {
    catalogue: 'Catalogue',
    lots: 'Lots',
    transfers: 'Transfers',
    stocktake: 'Stocktake',
    losses: 'Losses',
    purchases: 'Purchases',
    card: 'Stock card',
    labels: 'Labels',
    rules: 'Category rules',
    places: 'Places',
    gifts: 'Gifts',
    donors: 'Donors',
    register: 'Number register',
    cash: 'Cash book',
  },
  navigation: 'Main menu',
  practice: 'Practice',
  practiceBanner: 'Practice shop: nothing here is real, the real books are not touched',
  status: {
    onDuty: 'On duty: {{name}} ({{role}})',
    nobody: 'Nobody on duty',
    scannerReady: 'Scanner ready',
    scannerIdle: 'Scanner: use it on the counter page',
    lastBackup: 'Last backup: {{age}}',
    neverBackedUp: 'never backed up',
    businessDay: 'Business date {{day}}',
    signOut: 'Change person / sign out',
    lock: 'Lock',
  },
  age: { minutes: '{{n}} min ago', hours: '{{n}} h ago', days: '{{n}} days ago', now: 'just now' },
  restarted: {
    title: 'The program has just recovered by itself',
    detail: 'The books are safe. Unfinished work was sent again and does not count twice; you can go on.',
  },
  stopped: {
    title: 'The books have stopped; nothing can be entered now',
    detail:
      'Everything confirmed before is kept. Please close the program and open it again; if this comes back, call the person in charge.',
  },
  broken: {
    title: 'This page has failed',
    detail:
      'The books are not affected. Please go back home and enter again; if this comes back, note what you did and tell the person in charge.',
    home: 'Back home',
  },
  notYours: { title: 'Your post does not use this page', detail: 'Ask the manager if you need it.' },
  starting: 'Opening the books…',
} satisfies SameKeys<typeof source>;
