// Words of the section of household cards, English.
import type { SameKeys } from '../same-keys.ts';
import type { cards as source } from '../zh-CN/cards.ts';

export const cards = {
  title: 'Household cards',
  search: 'Name, pinyin, household number',
  which: 'Show',
  whiches: { all: 'All households', with: 'With a card', without: 'Without a card' },
  makeAll: 'Make all missing cards',
  makeVerb: 'Make {{n}} cards',
  missing: 'Households without a card',
  making: 'Making cards…',
  allHave: 'All these households have a card',
  printAll: 'Print all cards',
  printOne: 'Print this card',
  enter: 'Make or end a card',
  empty: 'No households in their benefit',
  number: 'Household',
  head: 'Head',
  community: 'Community',
  category: 'Category',
  card: 'Card',
  none: 'none',
  prints: 'Prints',
  ended: 'Ended',
  act: 'Act',
  make: 'Make',
  lost: 'Lost',
  end: {
    title: 'Card: print or end',
    verb: 'End this card',
    verbAgain: 'End it and make a new one',
    effect: 'The card opens nothing at the till any more. Vouchers stay as they are.',
    reason: 'Why it ends',
    reasonMissing: 'Give a reason, for example: lost',
    again: 'Make a new card at once',
  },
} satisfies SameKeys<typeof source>;
