// Listens to every statement the database executes in this process, for tests of what the counter costs.
import Sqlite from 'better-sqlite3';
import { vi } from 'vitest';

export interface Executed {
  /** SQL texts in order since the last `clear`. */
  readonly texts: string[];
  clear(): void;
  stop(): void;
}

type Run = (this: Sqlite.Statement, ...parameters: unknown[]) => unknown;

export const listenToStatements = (): Executed => {
  const texts: string[] = [];
  const file = new Sqlite(':memory:');
  const statement = Object.getPrototypeOf(file.prepare('SELECT 1')) as Record<'all' | 'run', Run>;
  file.close();
  const spies = (['all', 'run'] as const).map((method) => {
    const original = statement[method];
    return vi.spyOn(statement, method).mockImplementation(function (this: Sqlite.Statement, ...parameters) {
      texts.push(this.source);
      return original.apply(this, parameters);
    });
  });
  return {
    texts,
    clear: () => void texts.splice(0),
    stop: () => {
      for (const spy of spies) spy.mockRestore();
    },
  };
};
