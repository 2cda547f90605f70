// End-to-end tests: the built program in a real Electron, on a virtual display. One file at a time, because
// each opens windows, listens to the keyboard and owns a database.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'e2e',
    include: ['test/e2e/**/*.test.ts'],
    globalSetup: ['scripts/lib/e2e-setup.mjs'],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 300_000,
    teardownTimeout: 30_000,
  },
});
