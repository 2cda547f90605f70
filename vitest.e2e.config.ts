// End-to-end tests: the built program in a real Electron, on a virtual display. Two files at a time: each has a process, a folder of
// data and books of its own, and its keys go to its window and not to the display. More would only wait for each other.
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'e2e',
    include: ['test/e2e/**/*.test.ts'],
    globalSetup: ['scripts/lib/e2e-setup.mjs'],
    maxWorkers: Math.min(availableParallelism(), 2),
    testTimeout: 180_000,
    hookTimeout: 300_000,
    teardownTimeout: 30_000,
  },
});
