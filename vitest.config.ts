// One config for every test that runs in Node: unit, data, documents, renderer. The end-to-end tests and
// the campaign have their own commands because they need the built program and a real Electron.
import { defineConfig } from 'vitest/config';

const project = (name: string, environment: 'node' | 'jsdom' = 'node') => ({
  extends: true as const,
  test: { name, environment, include: [`test/${name}/**/*.test.{ts,tsx}`] },
});

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [project('unit'), project('data'), project('documents'), project('renderer', 'jsdom')],
  },
});
