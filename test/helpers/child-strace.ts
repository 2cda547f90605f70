// strace for the tests that count or break system calls; installed where that is possible, otherwise its absence is said.
import { spawnSync } from 'node:child_process';

const found = (): boolean => spawnSync('strace', ['-V']).status === 0;

export const ensureStrace = (): void => {
  if (!found() && process.getuid?.() === 0) {
    spawnSync('apt-get', ['update'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'strace'], { stdio: 'ignore' });
  }
  if (!found()) throw new Error('strace is needed here: install it with  sudo apt-get install strace');
};
