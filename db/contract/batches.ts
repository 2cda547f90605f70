// Batches of goods vouchers (领物券): who receives what, maker and checker, issue. Their papers and single vouchers: vouchers.ts.
import { z } from 'zod';
import { commandInSteps, query, queryInSteps, queryOfSnapshot } from './act.ts';
import { batchRefusals, batchSpecRefusals } from './batch-errors.ts';
import { day, done, id, instant, optionalText, positiveFen, text } from './common.ts';
import { BATCH_CLASSES } from '../domain/designation.ts';
import { approvalRefusals } from './proxy-errors.ts';

/** What a voucher is good for: goods of a value, one package (套餐), goods priced in points. */
export const batchKinds = ['value', 'package', 'points'] as const;
/** One voucher a household, one a covered member, or one a household worth more the larger it is. */
export const batchBases = ['household', 'person', 'size'] as const;

const face = z.int().min(0).max(9_999_999_999).default(0);

/** Settings of an issue; nothing here is a constant of the program (domain.md §0.1). */
export const batchSpec = z.strictObject({
  name: text(60),
  festival: optionalText(30),
  kind: z.enum(batchKinds).default('value'),
  basis: z.enum(batchBases).default('household'),
  /** Of one voucher; 0 for a package, whose face is its goods at list price, for points, and by household size. */
  faceFen: face,
  facePoints: face,
  /** By household size: from so many covered members on, fen or points. The first line begins at 1. */
  sizeFaces: z
    .array(z.strictObject({ members: z.int().min(1).max(99), face: positiveFen }))
    .max(20)
    .default([]),
  packageId: id.nullable().default(null),
  /** Category codes that receive. */
  categories: z
    .array(z.string())
    .min(1)
    .max(50)
    .transform((codes) => [...new Set(codes)]),
  /** Names of communities; none: all. */
  communities: z
    .array(text(60))
    .max(1000)
    .default([])
    .transform((names) => [...new Set(names)]),
  /** 就高: the highest category of a household decides (rulings.md 7). */
  highestOnly: z.boolean().default(true),
  /** 分次使用: the rest stays; otherwise what is not taken lapses (rulings.md 4). */
  inParts: z.boolean().default(false),
  /** Goods of class 救灾 or 优抚 leave only on vouchers of such a batch (rulings.md 24). */
  stockClass: z.enum(BATCH_CLASSES).default('ordinary'),
  validFrom: day,
  /** Good through this day. */
  validTo: day,
  place: text(100),
  fundingSource: optionalText(30),
});
export type BatchSpec = z.infer<typeof batchSpec>;

const sums = {
  households: z.int(),
  people: z.int(),
  vouchers: z.int(),
  faceFen: z.int(),
  facePoints: z.int(),
};
const byCategory = z.array(z.object({ code: z.string(), category: z.string(), ...sums }));
const byCommunity = z.array(z.object({ community: z.string(), ...sums }));

/** Why a household receives nothing. `stopped`: found 不符合, not yet decided (ruling 8). */
export const whyLeftOut = [
  'category',
  'community',
  'not-yet',
  'ended',
  'stopped',
  'review-overdue',
  'nobody-covered',
] as const;

/** What a package batch asks of the store today: every item of which all places together hold too little. */
const stockNeed = z.object({
  /** Packages that could be made up from all places together; `onFloor`: given out today without moving goods. */
  canMakeUp: z.int(),
  onFloor: z.int(),
  short: z.array(
    z.object({
      name: z.string(),
      unit: z.string(),
      unitScale: z.int(),
      needed: z.int(),
      inStock: z.int(),
    }),
  ),
});

/** An earlier batch with the same list, kind and face whose validity overlaps. */
const earlierBatch = z.object({
  batchId: id,
  name: z.string(),
  validFrom: day,
  validTo: day,
  draft: z.boolean(),
});

const person = {
  number: z.string(),
  /** Masked. */
  headName: z.string(),
  members: z.int(),
  community: z.string(),
};

export const batchRow = z.object({
  id,
  name: z.string(),
  festival: z.string(),
  state: z.enum(['draft', 'issued']),
  kind: z.enum(batchKinds),
  basis: z.enum(batchBases),
  /** Of one voucher; by household size the smallest. */
  faceFen: z.int(),
  facePoints: z.int(),
  packageName: z.string().nullable(),
  validFrom: day,
  validTo: day,
  place: z.string(),
  preparedBy: z.string(),
  preparedAt: instant,
  approvedBy: z.string().nullable(),
  issuedAt: instant.nullable(),
  /** Prepared and approved by one person, in a shop that allows it. */
  oneHand: z.boolean(),
  /** Vouchers waiting for approval; 0 once issued. */
  drafts: z.int(),
  issued: z.int(),
  redeemed: z.int(),
  void: z.int(),
  expired: z.int(),
  outstanding: z.int(),
});

export const batchActs = {
  /** Who would get one today, and who is left out and why. Writes nothing. */
  'vouchers.previewBatch': queryInSteps({
    needs: 'vouchers.issue',
    refusals: [...batchSpecRefusals, 'batch-nobody'],
    input: z.strictObject({ spec: batchSpec }),
    output: z.object({
      households: z.int(),
      vouchers: z.int(),
      people: z.int(),
      faceFen: z.int(),
      facePoints: z.int(),
      /** Stands for who would receive what; the issue is given it back and refuses anything else. */
      receivers: z.string(),
      /** Of the households that would receive one: review date past. A warning, unless the shop's setting leaves them out. */
      reviewOverdue: z.int(),
      byCategory,
      byCommunity,
      /** Household numbers of relatives of the one who asks (近亲属备案): somebody else must issue this batch. */
      ownRelatives: z.array(z.string()),
      leftOut: z.array(z.object({ why: z.enum(whyLeftOut), households: z.int() })),
      /** Of those left out, the first by name. */
      leftOutFirst: z.array(z.object({ ...person, why: z.enum(whyLeftOut) })),
      first: z.array(
        z.object({
          ...person,
          category: z.string(),
          /** Vouchers of this household and category, and their face together. */
          vouchers: z.int(),
          faceFen: z.int(),
          facePoints: z.int(),
          /** On file as a relative of staff. */
          relative: z.boolean(),
        }),
      ),
      stock: stockNeed.nullable(),
      sameList: earlierBatch.nullable(),
      /** The shop's setting: somebody else must approve. */
      needsSecond: z.boolean(),
    }),
  }),
  /** Makes a draft with its vouchers, for somebody else to approve. In short turns; all of it or nothing. */
  'vouchers.prepareBatch': commandInSteps({
    needs: 'vouchers.issue',
    refusals: [
      ...batchSpecRefusals,
      'batch-nobody',
      'batch-changed-since-preview',
      'batch-list-twice',
      'key-none-left',
      'own-relative',
    ],
    changes: ['vouchers', 'packages'],
    input: z.strictObject({
      spec: batchSpec,
      expectReceivers: z.string().max(60).optional(),
      /** The same list in two batches is meant. */
      again: z.boolean().default(false),
    }),
    output: z.object({
      batchId: id,
      drafts: z.int(),
      faceFen: z.int(),
      facePoints: z.int(),
    }),
  }),
  /** Issues a draft by its totals, by somebody else than who prepared it. Who lost the right meanwhile stops it. */
  'vouchers.approveBatch': commandInSteps({
    needs: 'vouchers.issue',
    refusals: [...batchRefusals, 'key-none-left', 'not-found', 'own-relative'],
    changes: ['vouchers', 'packages', 'reports', 'shop'],
    input: z.strictObject({
      batchId: id,
      expectPieces: z.int().min(0),
      expectFaceFen: z.int().min(0),
      expectFacePoints: z.int().min(0).default(0),
    }),
    output: z.object({ batchId: id, issued: z.int(), faceFen: z.int(), facePoints: z.int() }),
  }),
  'vouchers.deleteBatch': commandInSteps({
    needs: 'vouchers.issue',
    refusals: ['not-found', 'batch-already-issued'],
    changes: ['vouchers', 'packages'],
    input: z.strictObject({ batchId: id }),
    output: done,
  }),
  /**
   * Prepares and issues at one go, where both stand at the PC: the second signs with login and password. Exactly the households
   * the preview counted; any change since then is refused and shown anew.
   */
  'vouchers.issueBatch': commandInSteps({
    needs: 'vouchers.issue',
    refusals: [...batchRefusals, 'key-none-left', ...approvalRefusals, 'own-relative'],
    changes: ['vouchers', 'packages', 'reports', 'shop'],
    input: z.strictObject({
      spec: batchSpec,
      expectHouseholds: z.int().min(1),
      expectReceivers: z.string().max(60).optional(),
      again: z.boolean().default(false),
      /** Null only where the shop's setting lets one person issue. */
      approval: z
        .strictObject({ login: text(30), password: z.string().max(200) })
        .nullable()
        .default(null),
    }),
    output: z.object({ batchId: id, issued: z.int(), faceFen: z.int(), facePoints: z.int() }),
  }),
  'vouchers.batches': query({ needs: 'vouchers.view', input: z.strictObject({}), output: z.array(batchRow) }),
  /** One batch with what it says and its totals as prepared. */
  'vouchers.batch': queryOfSnapshot({
    needs: 'vouchers.view',
    refusals: ['not-found'],
    input: z.strictObject({ batchId: id }),
    output: z.object({
      ...batchRow.shape,
      fundingSource: z.string(),
      stockClass: z.enum(BATCH_CLASSES),
      inParts: z.boolean(),
      highestOnly: z.boolean(),
      sizeFaces: z.array(z.object({ members: z.int(), face: z.int() })),
      categories: z.array(z.string()),
      communities: z.array(z.string()),
      /** Of all its vouchers, as prepared. */
      total: z.object({ ...sums }),
      byCategory,
      byCommunity,
      stock: stockNeed.nullable(),
      sameList: earlierBatch.nullable(),
      /** May whoever asks approve it: not who prepared it, where the shop asks for a second. */
      mayApprove: z.boolean(),
      needsSecond: z.boolean(),
    }),
  }),
  /** Communities with households, for the choice of a batch. */
  'vouchers.communities': query({
    needs: 'vouchers.issue',
    input: z.strictObject({}),
    output: z.array(z.object({ community: z.string(), households: z.int() })),
  }),
} as const;
