// Types of package.mjs for the TypeScript tests.
import type { Runtime } from './prepare.mjs';

export function packageProgram(wishes: {
  runtime: Runtime;
  target?: 'dir' | 'installer';
  output?: string;
  log: (line: string) => void;
}): Promise<{ folder: string; executable: string }>;
