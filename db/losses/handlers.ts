// Acts on losses.
import type { Handlers } from '../context.ts';

export const lossHandlers = {} as Handlers<'losses'>;
