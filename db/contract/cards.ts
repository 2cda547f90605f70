// 领物卡: a card that finds a household at the till when no voucher is in hand. It is worth nothing itself.
import { z } from 'zod';
import { command, document, query } from './act.ts';
import { id, instant, optionalText, pageInput, text } from './common.ts';

const whose = {
  /** Null: all. */
  community: z.string().trim().max(60).nullable().default(null),
  category: z.string().trim().max(60).nullable().default(null),
};

export const cardActs = {
  /** Households in their benefit (享受中), with the card in use. */
  'cards.list': query({
    needs: 'people.view',
    input: z.strictObject({
      ...whose,
      search: optionalText(60),
      /** Those with a card, those without, or both. */
      which: z.enum(['all', 'with', 'without']).default('all'),
      ...pageInput,
    }),
    output: z.object({
      total: z.int(),
      rows: z.array(
        z.object({
          householdId: id,
          number: z.string(),
          headName: z.string(),
          category: z.string(),
          community: z.string(),
          cardId: id.nullable(),
          madeAt: instant.nullable(),
          prints: z.int(),
          /** Cards of it that were lost or taken in. */
          ended: z.int(),
        }),
      ),
    }),
  }),
  'cards.make': command({
    needs: 'people.manage',
    refusals: ['not-found', 'card-there'],
    changes: ['cards', 'counter'],
    input: z.strictObject({ householdId: id }),
    output: z.object({ cardId: id }),
  }),
  /** For every household of these that has none. `expect`: how many the screen showed. */
  'cards.makeAll': command({
    needs: 'people.manage',
    refusals: ['card-nobody', 'count-differs'],
    changes: ['cards', 'counter'],
    input: z.strictObject({ ...whose, expect: z.int().min(0) }),
    output: z.object({ made: z.int() }),
  }),
  /** Lost or taken in: it opens nothing any more. */
  'cards.end': command({
    needs: 'people.manage',
    refusals: ['not-found', 'card-already-ended', 'reason-missing'],
    changes: ['cards', 'counter'],
    input: z.strictObject({ cardId: id, reason: text(100), again: z.boolean().default(false) }),
    /** The new card, where one was wished for. */
    output: z.object({ cardId: id.nullable() }),
  }),
  'cards.print': document({
    needs: 'people.manage',
    refusals: ['card-none', 'glyph-missing'],
    changes: ['cards'],
    input: z.strictObject({
      ...whose,
      /** One household's card; null: all of these. */
      householdId: id.nullable().default(null),
    }),
    output: z.unknown(),
  }),
} as const;
