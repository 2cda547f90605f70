// Random numbers that a printed seed repeats, for the tests that try many things.
export interface Random {
  /** Whole number from 0 up to, not including, `below`. */
  int(below: number): number;
  pick<T>(from: readonly T[]): T;
  chance(probability: number): boolean;
}

/** SEED=123 repeats an earlier run. */
export const seedOfRun = (): number => Number(process.env['SEED'] ?? Date.now() % 1_000_000);

/** mulberry32 */
export const randomOf = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (below: number): number => Math.floor(next() * below);
  return { int, pick: <T>(from: readonly T[]): T => from[int(from.length)] as T, chance: (p) => next() < p };
};
