// Acts on the store room.
import type { Handlers } from '../context.ts';
import { cardHandler } from './card.ts';
import { exportHandler } from './export.ts';
import { findHandlers } from './find-handlers.ts';
import { holdHandlers } from './holds.ts';
import { placeHandlers } from './places.ts';
import { printCardHandler } from './print-card.ts';
import { printTraceHandler } from './print-trace.ts';
import { traceHandler } from './trace.ts';
import { transferHandlers } from './transfers.ts';

export const stockHandlers: Handlers<'stock'> = {
  ...placeHandlers,
  ...findHandlers,
  ...holdHandlers,
  ...transferHandlers,
  ...cardHandler,
  ...printCardHandler,
  ...traceHandler,
  ...printTraceHandler,
  ...exportHandler,
};
