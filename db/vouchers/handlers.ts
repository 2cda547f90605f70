// Being written.
import type { Handlers } from '../context.ts';

export const voucherHandlers = {} as Handlers<'vouchers'>;
