// Being written.
import type { Handlers } from '../context.ts';

export const goodsHandlers = {} as Handlers<'goods'>;
