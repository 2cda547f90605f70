// Makes messages a window could send after it was taken over: anything that survives structured cloning, of any shape, and
// inputs that are nearly right, made from the contract's own shapes with one thing or another wrong in them.
import { z } from 'zod';
import type { Random } from './child-random.ts';

/** Own key `__proto__`, as structured cloning delivers it; a literal would set the prototype instead. */
const withProto = (value: unknown): object => {
  const made = { a: 1 };
  Object.defineProperty(made, '__proto__', { value, enumerable: true, configurable: true, writable: true });
  return made;
};
const cyclic = (): object => {
  const made: Record<string, unknown> = { list: [] };
  made['self'] = made;
  (made['list'] as unknown[]).push(made, made);
  return made;
};
const deep = (levels: number): unknown => {
  let made: unknown = 'x';
  for (let at = 0; at < levels; at += 1) made = at % 2 === 0 ? { made } : [made];
  return made;
};
/** Small to send, exponential to walk: every level names the next one several times. */
export const shared = (levels: number, width: number): unknown => {
  let made: unknown = 'x';
  for (let at = 0; at < levels; at += 1) made = Array.from({ length: width }, () => made);
  return made;
};
export const sparse = (length: number): unknown[] => {
  const made: unknown[] = [];
  made.length = length;
  return made;
};

const strings = [
  '',
  ' ',
  '\0',
  'a\0b',
  '张\ud800三',
  '\udfff',
  '\u202e反',
  '__proto__',
  'constructor',
  "'; DROP TABLE voucher; --",
  '=cmd|calc',
  '%',
  '_%_%_%',
  '2026-02-30',
  '9999-12-31',
  '1e3',
  'NaN',
  '𠮷𡨸'.repeat(30),
  'é'.repeat(300),
  '龘'.repeat(5_000),
  '{"a":1}',
  '\n\r\t',
];
const numbers = [
  0,
  -0,
  -1,
  1,
  2,
  3,
  1.5,
  NaN,
  Infinity,
  -Infinity,
  2 ** 31,
  2 ** 53 - 1,
  2 ** 53,
  -(2 ** 53),
  1e308,
  5e-324,
  9_999_999_999,
  1_000_000_000,
];

const odd: readonly ((random: Random) => unknown)[] = [
  () => null,
  () => undefined,
  () => true,
  (random) => random.pick(strings),
  (random) => random.pick(numbers),
  (random) => BigInt(random.int(1_000)) ** 40n,
  () => new Date(NaN),
  () => new Date(),
  () =>
    new Map<unknown, unknown>([
      ['id', 1],
      [{}, new Map()],
    ]),
  () => new Set([1, 'a', null]),
  () => /a+$/,
  () => new Error('x'),
  () => Object('boxed') as unknown,
  () => new Uint8Array(8),
  () => new Float64Array(10),
  () => new ArrayBuffer(64),
  () => new DataView(new ArrayBuffer(8)),
  () => cyclic(),
  () => deep(40),
  () => deep(200),
  () => shared(6, 9),
  () => sparse(4_000_000_000),
  () => [, 1, , 2], // eslint-disable-line no-sparse-arrays
  () => withProto({ polluted: true }),
  () => ({ constructor: { prototype: { polluted: true } } }),
  () => ({ length: 1e9 }),
  () => ({ toString: 'x', valueOf: 1, toJSON: 2, then: 3 }),
];

/** Any value at all. */
export const anyValue = (random: Random, depth = 0): unknown => {
  if (depth > 3 || random.chance(0.5)) return random.pick(odd)(random);
  if (random.chance(0.3)) return Array.from({ length: random.int(5) }, () => anyValue(random, depth + 1));
  const names = ['id', 'name', 'lines', 'spec', 'search', 'sheet', 'bytes', 'offset', 'voucherIds', '0', 'x'];
  const made: Record<string, unknown> = {};
  for (let at = random.int(4); at >= 0; at -= 1) made[random.pick(names)] = anyValue(random, depth + 1);
  return made;
};

interface Shape {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Shape[];
}
const days = ['2026-05-04', '2026-05-01', '2026-12-31', '2020-02-29', '0000-00-00', '9999-12-31'];
const texts = [
  '桂中社区',
  '韦芳',
  'wf',
  '%',
  "a'b",
  '6901234567892',
  'urban-minimum-living',
  '城市低保',
  '食品',
  '袋',
  '450202',
];

const fitting = (shape: Shape, random: Random): unknown => {
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return random.pick(shape.enum);
  if (shape.anyOf) return fitting(random.pick(shape.anyOf), random);
  if (shape.type === 'object')
    return Object.fromEntries(
      Object.entries(shape.properties ?? {}).map(([name, part]) => [name, fitting(part, random)]),
    );
  if (shape.type === 'array')
    return Array.from({ length: random.int(4) }, () => fitting(shape.items ?? {}, random));
  if (shape.type === 'string') return random.chance(0.3) ? random.pick(days) : random.pick(texts);
  if (shape.type === 'integer' || shape.type === 'number')
    return random.chance(0.6)
      ? 1 + random.int(12)
      : random.pick([100, 4_500, 999_999, 1e9, 9_999_999_999, 2 ** 53 - 1]);
  if (shape.type === 'boolean') return random.chance(0.5);
  if (shape.type === 'null') return null;
  return new Uint8Array([1, 2, 3]);
};

/** Puts one odd thing somewhere into a value. */
const spoil = (value: unknown, random: Random): unknown => {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array || random.chance(0.2))
    return random.pick(odd)(random);
  const names = Object.keys(value);
  const name = random.chance(0.15) ? 'surplus' : (names[random.int(names.length)] ?? 'surplus');
  const part = (value as Record<string, unknown>)[name];
  if (Array.isArray(value))
    return value.map((each, at) => (String(at) === name ? spoil(each, random) : (each as unknown)));
  return { ...value, [name]: spoil(part, random) };
};

const shapes = new Map<z.ZodType, Shape>();
const shapeOf = (schema: z.ZodType): Shape => {
  const known = shapes.get(schema);
  if (known) return known;
  const made = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as Shape;
  shapes.set(schema, made);
  return made;
};

/** An input the contract would let in, with values that need not make sense. */
export const likelyInput = (schema: z.ZodType, random: Random): unknown => fitting(shapeOf(schema), random);
/** The same with something wrong in it. */
export const spoiltInput = (schema: z.ZodType, random: Random): unknown =>
  spoil(likelyInput(schema, random), random);
