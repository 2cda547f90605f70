// Exactly one sync to the disk a redemption: counted by the kernel's own witness, strace, on a process of its own. Two runs that
// differ only in the number of redemptions leave everything else out of the count.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';

const found = (): boolean => spawnSync('strace', ['-V']).status === 0;

beforeAll(() => {
  if (!found() && process.getuid?.() === 0) {
    spawnSync('apt-get', ['update'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'strace'], { stdio: 'ignore' });
  }
  if (!found())
    throw new Error('strace is needed to count syncs: install it with  sudo apt-get install strace');
}, 300_000);

const syncsOf = (redemptions: number): number => {
  const folder = mkdtempSync(join(tmpdir(), 'fsync-'));
  const trace = join(folder, 'trace');
  const program = join(import.meta.dirname, '..', 'helpers', 'redemptions.ts');
  try {
    execFileSync(
      'strace',
      ['-f', '-o', trace, '-e', 'trace=fsync,fdatasync', process.execPath, program, String(redemptions)],
      { stdio: 'pipe' },
    );
    return readFileSync(trace, 'utf8')
      .split('\n')
      .filter((line) => /\b(fsync|fdatasync)\(/.test(line)).length;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

it('50 redemptions sync 50 times', () => {
  const few = syncsOf(10);
  expect(few).toBeGreaterThan(10);
  expect(syncsOf(60) - few).toBe(50);
}, 180_000);
