// Acts on the money books: looked at, funded, printed.
import type { Handlers } from '../context.ts';
import { countOf, movementsOf, sourcesOf } from './book.ts';
import { fund, reverseFunding } from './fund.ts';
import { printBook } from './paper.ts';

export const cashHandlers: Handlers<'cash'> = {
  async 'cash.book'({ tx }, { source, month, offset, limit }) {
    return {
      total: await countOf(tx, source, month),
      rows: [...(await movementsOf(tx, source, month, { offset, limit }))],
      sources: [...(await sourcesOf(tx, month))],
    };
  },
  'cash.fund': fund,
  'cash.reverse': reverseFunding,
  'cash.print': printBook,
};
