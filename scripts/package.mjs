// `npm run package`: the program as a folder in dist/, from the Electron in use. `-- --installer` makes what
// electron-builder.yml names for this system (Windows: a setup program); only from an official Electron.
import { enter } from './lib/enter.mjs';
import { fail, say, Stop } from './lib/shell.mjs';

async function main() {
  await enter(import.meta.url);
  const { prepare } = await import('./lib/prepare.mjs');
  const { packageProgram } = await import('./lib/package.mjs');
  const target = process.argv.includes('--installer') ? 'installer' : 'dir';
  const { runtime } = await prepare({ display: false });
  if (target === 'installer' && runtime.source !== 'official')
    throw new Stop(
      `An installer carries the official Electron only, and that one is not at hand: ${runtime.why}.`,
    );
  const { folder, executable } = await packageProgram({ runtime, target, log: say });
  say(`The program lies in ${folder}; ${executable} --self-test tries it.`);
}

main().catch(fail);
