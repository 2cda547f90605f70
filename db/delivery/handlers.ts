// Deliveries (送货上门): what is under way, who signed for it, what came back, and the carrier's note.
import type { Handlers } from '../context.ts';
import { confirm, list, returned } from './deliveries.ts';
import { printNote } from './note.ts';

export const deliveryHandlers: Handlers<'delivery'> = {
  'delivery.list': list,
  'delivery.confirm': confirm,
  'delivery.returned': returned,
  'delivery.printNote': printNote,
};
