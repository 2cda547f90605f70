// `npm run demo -- --out DIR [--data DIR]`: drives the real program through the whole main job and leaves what it made in DIR.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { enter } from './lib/enter.mjs';
import { fail, root, say, Stop } from './lib/shell.mjs';

function readOptions() {
  const { values } = parseArgs({ options: { out: { type: 'string' }, data: { type: 'string' } } });
  if (!values.out) throw new Stop('Say where the papers go: npm run demo -- --out DIR [--data DIR]');
  const from = process.env.INIT_CWD ?? process.cwd();
  return {
    out: path.resolve(from, values.out),
    data: values.data ? path.resolve(from, values.data) : path.join(root, 'test', 'fixtures', 'sample'),
  };
}

async function demo() {
  const options = readOptions();
  await enter(import.meta.url);
  const { prepare } = await import('./lib/prepare.mjs');
  const prepared = await prepare({ display: true, screen: '1440x900x24' });
  try {
    const { runDemo } = await import('../test/helpers/demo.ts');
    const { summary, complaints } = await runDemo(prepared, { ...options, say });
    for (const complaint of complaints) say(`The page complained: ${complaint}`);
    say(
      `${summary.people.imported} people, ${summary.vouchers.issued} vouchers, ${summary.redemptions.count} redemptions; everything is in ${options.out}`,
    );
  } finally {
    await prepared.stop();
  }
}

demo().catch(fail);
