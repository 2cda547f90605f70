// One config for every test that runs in Node: unit, data, documents, renderer. The end-to-end tests and
// the campaign have their own commands because they need the built program and a real Electron.
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const project = (name: string, screen: object = {}) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.{ts,tsx}`], ...screen },
});

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Files of one project share a process: loading the libraries anew for each took as long as the tests.
    isolate: false,
    // Most of the time goes into waiting for the disk; vitest itself leaves one core idle, which on a PC of two is half of it.
    maxWorkers: Math.min(availableParallelism(), 8),
    projects: [
      project('unit'),
      project('data'),
      project('documents'),
      project('renderer', { environment: 'jsdom', setupFiles: ['test/helpers/patience.ts'] }),
    ],
  },
});
