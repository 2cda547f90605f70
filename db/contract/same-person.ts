// Is somebody here already? What a typed paper says before it is saved, and pairs of people who look alike (rulings.md 14).
import { z } from 'zod';
import { command, query } from './act.ts';
import { day, done, id, optionalText, text } from './common.ts';
import { contact, documentKinds, papers } from './household-acts.ts';

const warning = z.object({ code: z.string(), field: z.string() });
/** Somebody whose name, phone and address are all equal (rulings.md 14). */
const lookAlike = z.object({ personId: id, name: z.string(), householdId: id, household: z.string() });

export const samePersonActs = {
  /** What a typed paper says, who has it already, who looks like the same; for a form, before anything is saved. */
  'people.checkIdentity': query({
    needs: 'people.manage',
    input: z.strictObject({
      name: z.string().max(300).default(''),
      ...papers,
      sex: z.enum(['male', 'female']).nullable().default(null),
      birthDay: day.nullable().default(null),
      disability: z.string().max(60).default(''),
      street: optionalText(60),
      community: optionalText(60),
      ...contact,
      /** The person the form is about, who is not their own double. */
      personId: id.nullable().default(null),
    }),
    output: z.object({
      /** Every failing field at once; empty: it can be saved as far as papers go. */
      refused: z.array(
        warning.extend({ params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])) }),
      ),
      warned: z.array(warning),
      documentKind: z.enum(documentKinds),
      sex: z.enum(['male', 'female']).nullable(),
      birthDay: day.nullable(),
      /** Kind and grade as printed (肢体四级); empty: none, or unreadable. */
      disabilityWords: z.string(),
      /** The household that has this very paper. */
      here: z
        .object({ householdId: id, household: z.string(), state: z.enum(['member', 'left', 'died']) })
        .nullable(),
      lookAlikes: z.array(lookAlike),
    }),
  }),
  /** Pairs whose name, phone and address are all equal, without those said to be two. */
  'people.matches': query({
    needs: 'people.manage',
    input: z.strictObject({}),
    output: z.array(z.object({ a: lookAlike, b: lookAlike, phone: z.string(), community: z.string() })),
  }),
  /** Two who look alike are two; they are not shown as doubles again. */
  'people.notSame': command({
    needs: 'people.manage',
    refusals: ['not-found', 'person-same'],
    changes: ['people'],
    input: z.strictObject({ personA: id, personB: id, reason: text(200) }),
    output: done,
  }),
} as const;
