// Queries the counter asks at every sale, built by Kysely once and reused: building and compiling one costs many times what
// SQLite needs to answer it. Only for such hot queries; everything else is written in place.
import type { CompiledQuery, QueryResult } from 'kysely';
import type { Tx } from './context.ts';

/** Stands in a query being built for a value that is known later. */
class Hole {
  readonly path: readonly (string | number)[];
  constructor(path: readonly (string | number)[]) {
    this.path = path;
  }
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !(value instanceof Uint8Array);

/** The values with a hole in the place of each. */
const holed = (value: unknown, path: readonly (string | number)[]): unknown => {
  if (Array.isArray(value)) return value.map((part, at) => holed(part, [...path, at]));
  if (isPlain(value))
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, holed(part, [...path, name])]),
    );
  return new Hole(path);
};

/** Lists of another length need another text. */
const shapeOf = (values: object): string =>
  Object.values(values)
    .map((value) => (Array.isArray(value) ? value.length : ''))
    .join();

const filled = (part: unknown, values: unknown): unknown =>
  part instanceof Hole
    ? part.path.reduce<unknown>((inside, step) => (inside as Record<string | number, unknown>)[step], values)
    : part;

/**
 * A query that is built on first use and kept, once per length of the lists in `values`. `build` must use the values it is
 * given only as parameters: it sees placeholders, so an `if` on one of them would decide for ever.
 */
export const compiled = <V extends object, R>(build: (tx: Tx, values: V) => CompiledQuery<R>) => {
  const known = new Map<string, CompiledQuery<R>>();
  return (tx: Tx, values: V): Promise<QueryResult<R>> => {
    const shape = shapeOf(values);
    let query = known.get(shape);
    if (!query) {
      query = build(tx, holed(values, []) as V);
      known.set(shape, query);
    }
    return tx.executeQuery({ ...query, parameters: query.parameters.map((part) => filled(part, values)) });
  };
};
