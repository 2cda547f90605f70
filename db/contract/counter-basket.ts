// A line of a basket and what it may be refused with, at the till and where an institution collects.
import { z } from 'zod';
import { id, quantity } from './common.ts';

export const basketLine = z.strictObject({ itemId: id, quantity, lotId: id.nullable().default(null) });

export const lineRefusals = [
  'item-unknown',
  'stock-short',
  'stock-expired',
  'stock-designated',
  'stock-held',
  'stock-elsewhere',
  'stock-short-dated',
  'tag-check',
  'item-without-price',
] as const;
