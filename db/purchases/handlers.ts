// Acts on purchases.
import type { Handlers } from '../context.ts';

export const purchaseHandlers = {} as Handlers<'purchases'>;
