// Household cards: all their acts.
import type { Handlers } from '../context.ts';
import { endCard, listCards, makeCard, makeCards } from './cards.ts';
import { printCards } from './print.ts';

export const cardHandlers: Handlers<'cards'> = {
  'cards.list': listCards,
  'cards.make': makeCard,
  'cards.makeAll': makeCards,
  'cards.end': endCard,
  'cards.print': printCards,
};
