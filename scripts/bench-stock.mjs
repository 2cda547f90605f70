// `npm run bench:stock`: stock card, balance table and list of lots at a million movements, each beside the plainest SQL for the same
// from the same file. Options: --lots N --movements N --rounds N for a quick try, --out FILE for the figures as JSON.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { enter } from './lib/enter.mjs';
import { cacheRoot, fail, root, say, Stop } from './lib/shell.mjs';

function options() {
  const { values } = parseArgs({
    options: {
      lots: { type: 'string', default: '50000' },
      movements: { type: 'string', default: '1000000' },
      rounds: { type: 'string', default: '15' },
      out: { type: 'string', default: path.join(root, 'bench-results', 'stock.json') },
    },
  });
  const whole = (name) => {
    if (!/^[1-9]\d{0,6}$/.test(values[name]))
      throw new Stop(`--${name} takes a whole number from 1 to 9999999.`);
    return Number(values[name]);
  };
  const [lots, movements, rounds] = [whole('lots'), whole('movements'), whole('rounds')];
  if (movements < lots) throw new Stop('Every lot has at least one movement.');
  return { lots, movements, rounds, out: path.resolve(values.out) };
}

/** @param {import('../test/bench/stock.ts').StockBenchResult} result */
function print(result) {
  const count = (number) => number.toLocaleString('en-US');
  say(
    `\n${count(result.lots)} lots, ${count(result.movements)} movements, ${Math.round(result.bytes / 2 ** 20)} MiB; median of ${result.rounds}`,
  );
  say(`${'milliseconds'.padEnd(24)}${['act', 'floor', 'ratio'].map((name) => name.padStart(10)).join('')}`);
  for (const { name, ms, floorMs, ratio } of result.times)
    say(`${name.padEnd(24)}${[ms, floorMs, ratio].map((figure) => figure.toFixed(2).padStart(10)).join('')}`);
}

async function main() {
  await enter(import.meta.url);
  const { out, ...wanted } = options();
  const { benchStock } = await import('../test/bench/stock.ts');
  const result = await benchStock({ ...wanted, cacheFolder: path.join(cacheRoot, 'bench'), log: say });
  print(result);
  fs.mkdirSync(path.dirname(out), { recursive: true });
  fs.writeFileSync(out, `${JSON.stringify(result, null, 1)}\n`);
  say(`Written: ${path.relative(process.cwd(), out)}`);
}

main().catch(fail);
