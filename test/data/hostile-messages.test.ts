// T16: whatever a window sends, the books answer in kind and stay as they are: no crash, no hang, no incident, no trace.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply, Request } from '../../db/contract/act.ts';
import { faultCodes, refusalCodes } from '../../db/contract/errors.ts';
import { contract, type ActName } from '../../db/contract/index.ts';
import { may, roles } from '../../db/contract/permissions.ts';
import { serve, type Connection } from '../../db/serve.ts';
import { anyValue, likelyInput, shared, sparse, spoiltInput } from '../helpers/child-hostile.ts';
import { brokenRules, digest } from '../helpers/child-oracle.ts';
import { randomOf, seedOfRun } from '../helpers/child-random.ts';
import { times } from '../helpers/child-run.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { seedBatch, seedGift, seedHouseholds, seedItem } from '../helpers/seed.ts';

const seed = seedOfRun();
const acts = Object.keys(contract) as ActName[];
const everybody = [...roles, null] as const;
/** Checking a password, copying the books or drawing a paper takes its time: asked less often. */
const slow = (act: ActName): boolean =>
  contract[act].kind === 'document' ||
  ['staff.signIn', 'staff.unlock', 'staff.add', 'staff.changePassword', 'shop.setUp', 'backup.make'].includes(
    act,
  );

let shop: OpenShop;
const propertiesOfAll = (): string => Object.getOwnPropertyNames(Object.prototype).sort().join();
const untouched = propertiesOfAll();

beforeAll(async () => {
  shop = await openShop();
  await seedHouseholds(
    shop,
    Array.from({ length: 12 }, (_, at) => ({ number: String(at + 1), members: 2 })),
  );
  await seedBatch(shop);
  const rice = await seedItem(shop, {
    code: 'MI10',
    name: '大米',
    listPriceFen: 4_500,
    barcodes: ['6901234567892'],
  });
  await seedGift(shop, { itemId: rice, quantity: 1_000 });
});
afterAll(() => shop.close());

const known = new Set<string>([...refusalCodes, ...faultCodes]);
/** What is wrong with a reply as an answer to a hostile message; null when nothing is. */
const untyped = (reply: Reply): string | null => {
  if (reply.ok) return null;
  if (reply.error.kind === 'bug') return 'bug';
  if (!known.has(reply.error.code)) return `code ${reply.error.code}`;
  const reasons = reply.error.kind === 'refusal' ? (reply.error.reasons ?? []) : [];
  return reasons.every(({ code }) => known.has(code)) ? null : 'reasons';
};
/** Names the shape of a message without quoting a megabyte. */
const shown = (value: unknown): string => {
  try {
    return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? `${part}n` : part)).slice(
      0,
      300,
    );
  } catch {
    return 'cyclic';
  }
};
/** Refused for its form or its sender, before any handler saw it. */
const isTurnedAway = (reply: Reply): boolean =>
  !reply.ok &&
  reply.error.kind === 'refusal' &&
  ['input-invalid', 'text-ill-formed', 'not-signed-in', 'not-permitted'].includes(reply.error.code);
const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

describe('messages of any shape', () => {
  it('are refused by code, quickly, and leave every table as it is', { timeout: 600_000 }, async () => {
    const random = randomOf(seed);
    let before = digest(shop);
    const wrong: string[] = [];
    let slowest = 0;
    const count = times(20_000, 100_000);
    for (let at = 0; at < count; at += 1) {
      const act = acts[at % acts.length] as ActName;
      const as = everybody[Math.floor(at / acts.length) % everybody.length] ?? null;
      const made = at % 3 === 0 ? spoiltInput(contract[act].input, random) : anyValue(random);
      // An empty message is a right one for acts without input.
      const input: unknown = structuredClone(isEmpty(made) ? { surplus: made } : made);
      const started = performance.now();
      const reply = await shop.send({ act, input, commandId: randomUUID() }, as);
      if (!slow(act)) slowest = Math.max(slowest, performance.now() - started);
      const complaint = untyped(reply);
      if (complaint) wrong.push(`${act} as ${String(as)}: ${complaint} to ${shown(input)}`);
      if (isTurnedAway(reply) || (reply.ok && contract[act].kind === 'query')) continue;
      // Now and then a spoilt message is a right one after all: text that is only strange.
      if (contract[act].input.safeParse(input).success) before = digest(shop);
      else wrong.push(`${act} as ${String(as)}: let in with ${shown(input)}`);
    }
    expect(wrong.slice(0, 10), `seed ${seed}`).toEqual([]);
    expect(propertiesOfAll()).toBe(untouched);
    expect(digest(shop)).toBe(before);
    expect(slowest, `slowest of ${count}`).toBeLessThan(1_000);
  });
});

describe('messages that are small to send and endless to read', () => {
  const bombs: Readonly<Record<string, () => unknown>> = {
    'a value that names itself many times': () => {
      const list: unknown[] = [];
      for (let at = 0; at < 6; at += 1) list.push(list);
      return { search: list };
    },
    'shared parts': () => ({ search: shared(11, 8) }),
    'an empty list of four thousand million': () => ({
      voucherId: 1,
      entry: 'scanned',
      lines: sparse(4_294_967_295),
    }),
    'a hundred thousand lines': () => ({
      voucherId: 1,
      entry: 'scanned',
      lines: Array.from({ length: 100_000 }, () => ({ itemId: 1, quantity: 1 })),
    }),
    'two hundred thousand names': () =>
      Object.fromEntries(Array.from({ length: 200_000 }, (_, at) => [`n${at}`, 1])),
    'ten million numbers': () => ({ search: new Float64Array(10_000_000) }),
    'a boxed text of ten million signs': () => ({ search: Object('x'.repeat(10_000_000)) as unknown }),
    'a text of a hundred million signs': () => ({ search: 'x'.repeat(100_000_000) }),
  };
  for (const [name, bomb] of Object.entries(bombs)) {
    it(`${name}: refused within a second`, async () => {
      const input: unknown = structuredClone(bomb());
      for (const act of ['goods.list', 'counter.redeem', 'vouchers.previewBatch'] as const) {
        const started = performance.now();
        const reply = await shop.send({ act, input, commandId: randomUUID() }, 'manager');
        expect(performance.now() - started, act).toBeLessThan(1_000);
        expect(reply).toMatchObject({ ok: false, error: { kind: 'refusal' } });
        expect(JSON.stringify(reply).length, 'a refusal is short').toBeLessThan(20_000);
      }
    });
  }
});

describe('envelopes of any shape', () => {
  it('are answered by code; the line stays open', async () => {
    const bugs: unknown[] = [];
    const server = serve({
      path: `${shop.file}.envelopes`,
      key: shop.key,
      create: true,
      documents: { render: () => Promise.reject(new Error()), readSheet: () => Promise.reject(new Error()) },
      backupFolder: `${shop.file}.backups`,
      clock: () => '2026-05-04T02:12:00.000Z',
      onBug: (_, error) => bugs.push(error),
    });
    const line: Connection = server.connect('1号柜台');
    const random = randomOf(seed + 1);
    const wrong: string[] = [];
    const envelopes: unknown[] = [
      null,
      undefined,
      1,
      'x',
      [],
      {},
      { id: 1 },
      { id: {}, act: 'goods.list' },
      { id: 1, act: {} },
    ];
    for (const commandId of [
      1,
      {},
      [],
      ['a'],
      { length: 3 },
      '',
      'x'.repeat(65),
      'a\0b',
      '张\ud800',
      1n,
      new Date(),
      true,
    ])
      envelopes.push({ id: 1, act: 'staff.signIn', input: { login: 'a', password: 'b' }, commandId });
    for (let at = 0; at < 1_000; at += 1) envelopes.push(anyValue(random));
    for (const envelope of envelopes) {
      const reply = await line.handle(structuredClone(envelope) as Request);
      if (reply.ok || untyped(reply)) wrong.push(shown(envelope));
      line.cancel(envelope as number);
    }
    expect(wrong).toEqual([]);
    expect(bugs).toEqual([]);
    expect(await line.handle({ id: 7, act: 'shop.status', input: {} })).toMatchObject({ id: 7, ok: true });
    await server.close();
  });
});

describe('messages that are nearly right', () => {
  it('never cause an incident and never leave the books unsound', { timeout: 600_000 }, async () => {
    const random = randomOf(seed + 2);
    const wrong: string[] = [];
    let done = 0;
    for (let at = 0; at < times(3_000, 30_000); at += 1) {
      const act = random.pick(acts);
      if (slow(act) && !random.chance(0.02)) continue;
      if (act === 'staff.signOut' || act === 'staff.lock' || act === 'staff.setActive') continue;
      const as = random.pick(roles.filter((role) => may(role, contract[act].needs)));
      const { input: schema } = contract[act];
      const input = structuredClone(
        random.chance(0.7) ? likelyInput(schema, random) : spoiltInput(schema, random),
      );
      const reply = await shop.send({ act, input, commandId: randomUUID() }, as);
      const complaint = untyped(reply);
      if (complaint) wrong.push(`${act} as ${as}: ${complaint} to ${shown(input)}`);
      if (reply.ok) done += 1;
    }
    expect(wrong.slice(0, 10), `seed ${seed}`).toEqual([]);
    expect(done, 'the messages were likely enough').toBeGreaterThan(300);
    expect(await brokenRules(shop)).toEqual([]);
    expect(propertiesOfAll()).toBe(untouched);
  });
});
