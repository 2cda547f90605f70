// `npm run bench`: one voucher scan and one complete redemption of 5 lines through the real window, port and encrypted file,
// beside the floor measured in the same run (an empty call over the same port that does one synced UPDATE).
// Options: --vouchers N --rounds N for a quick try, --out FILE for the figures as JSON (bench-results/latest.json).
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { enter } from './lib/enter.mjs';
import { cacheRoot, fail, root, say, Stop } from './lib/shell.mjs';

const smallShop = 10_000;
const warmUpRounds = 60;

function options() {
  const { values } = parseArgs({
    options: {
      vouchers: { type: 'string', default: '1000000' },
      rounds: { type: 'string', default: '400' },
      out: { type: 'string', default: path.join(root, 'bench-results', 'latest.json') },
    },
  });
  const vouchers = wholeNumber('--vouchers', values.vouchers);
  const rounds = wholeNumber('--rounds', values.rounds);
  // Two vouchers a round, and no voucher twice.
  const smallVouchers = Math.min(smallShop, Math.ceil(vouchers / 2));
  const warmUp = Math.min(warmUpRounds, rounds);
  if (2 * (rounds + warmUp) > smallVouchers)
    throw new Stop(`${rounds} rounds need more than the ${smallVouchers} vouchers of the smaller shop.`);
  return { vouchers, smallVouchers, rounds, warmUp, out: path.resolve(values.out) };
}

/** @param {string} name @param {string} text */
function wholeNumber(name, text) {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new Stop(`${name} takes a whole number from 1 to 9999999.`);
  return Number(text);
}

/** @param {import('../test/bench/run.ts').BenchResult} result */
function print(result) {
  const { floor, scan, redemption } = result.large.figures;
  const row = (name, { p50, p95, p99, max }) =>
    say(`${name.padEnd(22)}${[p50, p95, p99, max].map((ms) => ms.toFixed(2).padStart(9)).join('')}`);
  const count = (number) => number.toLocaleString('en-US');
  const { vouchers, people, households, bytes } = result.large.books;
  say(
    `\n${count(vouchers)} vouchers, ${count(people)} people in ${count(households)} households, ${Math.round(bytes / 2 ** 20)} MiB; ` +
      `${result.rounds} rounds; Electron ${result.runtime.electron}; ${result.machine.cores} × ${result.machine.processor}`,
  );
  say(`${'milliseconds'.padEnd(22)}${['p50', 'p95', 'p99', 'max'].map((name) => name.padStart(9)).join('')}`);
  row('floor', floor);
  row('scan', scan);
  row('redemption (5 lines)', redemption);
  say(`scan p99 ratio ${result.ratios.scanP99.toFixed(2)}`);
  say(`redemption p50 ratio ${result.ratios.redemptionP50.toFixed(2)}`);
  say(`redemption p99 ratio ${result.ratios.redemptionP99.toFixed(2)}`);
  const { from, to, redemptionP50 } = result.growth;
  say(`growth ${count(from)} → ${count(to)} redemption p50 ratio ${redemptionP50.toFixed(2)}`);
}

async function main() {
  await enter(import.meta.url);
  const { out, ...wanted } = options();
  const { prepare } = await import('./lib/prepare.mjs');
  const { bench } = await import('../test/bench/run.ts');
  const prepared = await prepare({ display: true });
  try {
    const result = await bench({ ...wanted, prepared, cacheFolder: path.join(cacheRoot, 'bench'), log: say });
    print(result);
    fs.mkdirSync(path.dirname(out), { recursive: true });
    fs.writeFileSync(out, `${JSON.stringify(result, null, 1)}\n`);
    say(`Written: ${path.relative(process.cwd(), out)}`);
  } finally {
    await prepared.stop();
  }
}

main().catch(fail);
