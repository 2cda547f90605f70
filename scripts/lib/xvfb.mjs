// A virtual display for machines without one: tests, demo and bench open real windows on it.
import { spawn } from 'node:child_process';
import { Stop } from './shell.mjs';

/**
 * Starts Xvfb on a display number of its own choosing, so that two runs never meet.
 * @param {{ screen?: string }} [options]
 * @returns {Promise<{ display: string, stop: () => Promise<void> }>}
 */
export function startXvfb({ screen = '1920x1080x24' } = {}) {
  return new Promise((resolve, reject) => {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    });
    let complaint = '';
    let number = '';
    server.stderr.on('data', (chunk) => (complaint += chunk));
    server.on('error', (error) =>
      reject(new Stop(`The virtual display Xvfb did not start: ${error.message}`)),
    );
    const ended = new Promise((done) => server.once('exit', done));
    ended.then(() => reject(new Stop(`The virtual display Xvfb ended at once: ${complaint.trim()}`)));
    const stopHard = () => server.kill('SIGKILL');
    process.once('exit', stopHard);
    const stop = async () => {
      process.removeListener('exit', stopHard);
      server.kill('SIGTERM');
      await ended;
    };
    server.stdio[3].on('data', (chunk) => {
      number += chunk;
      if (number.endsWith('\n')) resolve({ display: `:${number.trim()}`, stop });
    });
  });
}
