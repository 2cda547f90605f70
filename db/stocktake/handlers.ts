// Acts on stocktakes.
import type { Handlers } from '../context.ts';
import { addFound, enterFigure } from './count.ts';
import { openStocktake } from './open.ts';
import { post } from './post.ts';
import { printStocktake } from './print.ts';
import { readStocktake } from './read.ts';
import { cancel, finish, reopen } from './states.ts';
import { listStocktakes } from './summaries.ts';

export const stocktakeHandlers: Handlers<'stocktake'> = {
  'stocktake.open': openStocktake,
  'stocktake.list': listStocktakes,
  'stocktake.read': readStocktake,
  'stocktake.enter': enterFigure,
  'stocktake.addFound': addFound,
  'stocktake.finish': finish,
  'stocktake.reopen': reopen,
  'stocktake.post': post,
  'stocktake.cancel': cancel,
  'stocktake.print': printStocktake,
};
