// `npm run manual`: makes the volunteers' manual new: its pictures from the real program, its tables from the program's own words,
// docs/manual.pdf from docs/manual.md. `-- --only words|pdf|pictures` does one of them.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { enter } from './lib/enter.mjs';
import { fail, root, say, Stop } from './lib/shell.mjs';

const docs = path.join(root, 'docs');
const parts = /** @type {const} */ (['words', 'pictures', 'pdf']);

async function manual() {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const { only } = values;
  if (only !== undefined && !parts.some((part) => part === only))
    throw new Stop(`--only takes one of: ${parts.join(', ')}`);
  await enter(import.meta.url);
  const does = (/** @type {(typeof parts)[number]} */ part) => only === undefined || only === part;
  if (does('words')) {
    const { writeTables } = await import('./lib/manual/tables.mjs');
    await writeTables(path.join(docs, 'manual.md'));
    say('The tables in docs/manual.md have the words of the program.');
  }
  if (does('pictures') || does('pdf')) await inTheProgram(does);
}

/** @param {(part: 'pictures' | 'pdf') => boolean} does */
async function inTheProgram(does) {
  const { prepare } = await import('./lib/prepare.mjs');
  // The size of a shop's PC.
  const prepared = await prepare({ display: true, screen: '1366x768x24' });
  try {
    const { Drive } = await import('../test/helpers/drive.ts');
    const drive = await Drive.start(prepared);
    try {
      if (does('pictures')) {
        const { takePictures } = await import('./lib/manual/pictures.mjs');
        const images = path.join(docs, 'images');
        fs.mkdirSync(images, { recursive: true });
        await takePictures(drive, { data: path.join(root, 'test', 'fixtures', 'sample'), images, say });
      }
      if (does('pdf')) {
        const { printManual } = await import('./lib/manual/print.mjs');
        const bytes = await printManual(drive, docs);
        fs.writeFileSync(path.join(docs, 'manual.pdf'), bytes);
        say(`docs/manual.pdf: ${(bytes.length / 1_048_576).toFixed(1)} MB`);
      }
    } finally {
      await drive.close();
    }
  } finally {
    await prepared.stop();
  }
}

manual().catch(fail);
