// Before the end-to-end tests: runtime, build and virtual display. The tests get them by `inject('prepared')`
// (see test/e2e) and hand them to `launchOptions`.
import { prepare } from './prepare.mjs';

/** @param {import('vitest/node').TestProject} project */
export default async function setup(project) {
  const { runtime, args, env, stop } = await prepare({ display: true });
  project.provide('prepared', { runtime, args, env });
  return stop;
}
