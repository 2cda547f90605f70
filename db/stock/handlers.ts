// Acts on the store room.
import type { Handlers } from '../context.ts';
import { findHandlers } from './find-handlers.ts';
import { holdHandlers } from './holds.ts';
import { placeHandlers } from './places.ts';

export const stockHandlers = {
  ...placeHandlers,
  ...findHandlers,
  ...holdHandlers,
} as Handlers<'stock'>;
