// Shifts (当班) of the tills: open, look, end, hand over, and their sheets.
import type { Handlers } from '../context.ts';
import { close, handOver, open } from './end.ts';
import { printDay, printSheet } from './sheet.ts';
import { current, list } from './shifts.ts';

export const shiftHandlers: Handlers<'shift'> = {
  'shift.open': open,
  'shift.current': (context) => current(context),
  'shift.close': close,
  'shift.handOver': handOver,
  'shift.list': list,
  'shift.printSheet': printSheet,
  'shift.printDay': printDay,
};
