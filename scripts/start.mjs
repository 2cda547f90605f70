// `npm start`: from a fresh clone to the running app in one command; the second time it goes straight there.
import { spawn } from 'node:child_process';
import { enter, exitCode, passSignals } from './lib/enter.mjs';
import { fail, root, Stop } from './lib/shell.mjs';

function assertDisplay() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) {
    throw new Stop(
      'This machine has no display to open the window on; `npm run demo` runs the program without one.',
    );
  }
}

async function start() {
  assertDisplay();
  await enter(import.meta.url);
  const { prepare, definedOnly } = await import('./lib/prepare.mjs');
  const { runtime, args, env } = await prepare({ display: false });
  const app = spawn(runtime.executable, [...args, root, ...process.argv.slice(2)], {
    cwd: root,
    env: definedOnly({ ...process.env, ...env }),
    stdio: 'inherit',
  });
  passSignals(app);
  app.on('error', fail);
  app.on('exit', (code, signal) => process.exit(exitCode(code, signal)));
}

start().catch(fail);
