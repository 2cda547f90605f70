// The benchmark runs from end to end and writes what it says it writes. Times are not looked at here: a test that fails because
// the PC was busy teaches nobody anything.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LoadResult } from '../bench/load.ts';
import type { BenchResult } from '../bench/run.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
let printed = '';
let result: BenchResult & { readonly load: LoadResult };

const tiny = ['--vouchers', '200', '--rounds', '5', '--rows', '40', '--quiet', '1'] as const;

const run = (...args: readonly string[]): Promise<{ stdout: string; stderr: string }> =>
  promisify(execFile)(process.execPath, [join(root, 'scripts', 'bench.mjs'), ...args], { cwd: root });

beforeAll(async () => {
  const out = join(folder, 'figures.json');
  ({ stdout: printed } = await run(...tiny, '--out', out));
  result = JSON.parse(readFileSync(out, 'utf8')) as typeof result;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run bench', () => {
  it('prints the ratios in lines of their own', () => {
    expect(printed).toMatch(/^redemption p99 ratio \d+\.\d\d$/m);
    expect(printed).toMatch(/^growth 100 → 200 redemption p50 ratio \d+\.\d\d$/m);
    for (const name of ['floor', 'scan', 'redemption'])
      expect(printed).toMatch(new RegExp(`^${name}.*(\\s+\\d+\\.\\d\\d){4}$`, 'm'));
  });

  it('writes machine, runtime, sizes, percentiles and every single time', () => {
    expect(result.machine.cores).toBeGreaterThan(0);
    expect(result.runtime.electron).toMatch(/^\d+\./);
    expect(result.large.books).toMatchObject({ vouchers: 200, people: 60, households: 40 });
    expect(result.small.books.vouchers).toBe(100);
    for (const shop of [result.large, result.small]) {
      expect(shop.samples).toHaveLength(5);
      for (const { p50, p95, p99, max } of Object.values(shop.figures)) {
        expect(p50).toBeGreaterThan(0);
        expect([p50, p95, p99, max]).toEqual([p50, p95, p99, max].toSorted((a, b) => a - b));
      }
    }
  });

  it('answers ratios that follow from its times', () => {
    const { floor, redemption } = result.large.figures;
    expect(result.ratios.redemptionP99).toBeCloseTo(redemption.p99 / floor.p99, 2);
    expect(result.growth.redemptionP50).toBeCloseTo(redemption.p50 / result.small.figures.redemption.p50, 2);
  });

  it('sells beside reports and an import, and says how long the till waited', () => {
    const { quiet, loaded, finished, ratios, rows, waits } = result.load;
    expect(rows).toBe(40);
    expect(finished.imports).toBe(1);
    for (const times of [finished.figures, finished.pdf, finished.sheet]) expect(times).toBeGreaterThan(0);
    for (const { rounds, figures } of [quiet, loaded]) {
      expect(rounds).toBeGreaterThan(0);
      for (const { p50, p95, p99, max } of Object.values(figures))
        expect([p50, p95, p99, max]).toEqual([p50, p95, p99, max].toSorted((a, b) => a - b));
    }
    expect(ratios.redemptionP99).toBeCloseTo(loaded.figures.redemption.p99 / quiet.figures.floor.p99, 2);
    expect(waits.length).toBeGreaterThan(0);
    expect(printed).toMatch(/^loaded redemption(\s+\d+\.\d\d){4}$/m);
    expect(printed).toMatch(/^loaded redemptionP99 ratio \d+\.\d\d$/m);
  });

  it('refuses a part it does not have, in words', async () => {
    await expect(run('--part', 'everything')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('--part takes sale or load') as string,
    });
  });

  it('refuses more rounds than there are vouchers, in words', async () => {
    await expect(run('--vouchers', '200', '--rounds', '100')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('need more than the 100 vouchers') as string,
    });
  });
});
