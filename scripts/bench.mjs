// `npm run bench`: one voucher scan and one complete redemption of 5 lines through the real window, port and encrypted file,
// beside the floor measured in the same run (an empty call over the same port that does one synced UPDATE).
// Then the same till while the office works: the monthly report again and again, with its papers, and the import of a roster.
// Options: --part sale|load (both when left out), --vouchers N, --rounds N of the first and --rows N of the roster and --quiet SECONDS
// of the second for a quick try, --out FILE for the figures as JSON (bench-results/latest.json).
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { enter } from './lib/enter.mjs';
import { cacheRoot, fail, root, say, Stop } from './lib/shell.mjs';

const smallShop = 10_000;
const warmUpRounds = 60;
const parts = ['sale', 'load'];

function options() {
  const { values } = parseArgs({
    options: {
      part: { type: 'string', multiple: true, default: parts },
      vouchers: { type: 'string', default: '1000000' },
      rounds: { type: 'string', default: '400' },
      rows: { type: 'string', default: '45000' },
      quiet: { type: 'string', default: '30' },
      out: { type: 'string', default: path.join(root, 'bench-results', 'latest.json') },
    },
  });
  const unknown = values.part.find((part) => !parts.includes(part));
  if (unknown !== undefined) throw new Stop(`--part takes ${parts.join(' or ')}.`);
  const vouchers = wholeNumber('--vouchers', values.vouchers);
  const rounds = wholeNumber('--rounds', values.rounds);
  // Two vouchers a round, and no voucher twice.
  const smallVouchers = Math.min(smallShop, Math.ceil(vouchers / 2));
  const warmUp = Math.min(warmUpRounds, rounds);
  if (2 * (rounds + warmUp) > smallVouchers)
    throw new Stop(`${rounds} rounds need more than the ${smallVouchers} vouchers of the smaller shop.`);
  const load = {
    rows: wholeNumber('--rows', values.rows),
    quietSeconds: wholeNumber('--quiet', values.quiet),
  };
  const sale = { smallVouchers, rounds, warmUp };
  return { parts: values.part, vouchers, sale, load, out: path.resolve(values.out) };
}

/** @param {string} name @param {string} text */
function wholeNumber(name, text) {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new Stop(`${name} takes a whole number from 1 to 9999999.`);
  return Number(text);
}

const count = (number) => number.toLocaleString('en-US');
const heads = (first, names) => say(`${first.padEnd(26)}${names.map((name) => name.padStart(10)).join('')}`);
const row = (name, figures) =>
  say(`${name.padEnd(26)}${figures.map((ms) => ms.toFixed(2).padStart(10)).join('')}`);
const spread = ({ p50, p95, p99, max }) => [p50, p95, p99, max];

/** @param {import('../test/bench/run.ts').BenchResult} result */
function printSale(result) {
  const { floor, scan, redemption } = result.large.figures;
  const { vouchers, people, households, bytes } = result.large.books;
  say(
    `\n${count(vouchers)} vouchers, ${count(people)} people in ${count(households)} households, ${Math.round(bytes / 2 ** 20)} MiB; ` +
      `${result.rounds} rounds; Electron ${result.runtime.electron}; ${result.machine.cores} × ${result.machine.processor}`,
  );
  heads('milliseconds', ['p50', 'p95', 'p99', 'max']);
  row('floor', spread(floor));
  row('scan', spread(scan));
  row('redemption (5 lines)', spread(redemption));
  say(`scan p99 ratio ${result.ratios.scanP99.toFixed(2)}`);
  say(`redemption p50 ratio ${result.ratios.redemptionP50.toFixed(2)}`);
  say(`redemption p99 ratio ${result.ratios.redemptionP99.toFixed(2)}`);
  const { from, to, redemptionP50 } = result.growth;
  const { paper } = result;
  say(
    `${count(paper.vouchers)} vouchers as PDF in ${(paper.took / 1000).toFixed(2)} s; scans meanwhile p50 ${paper.scans.p50.toFixed(2)}, longest ${paper.scans.max.toFixed(2)} ms`,
  );
  say(`growth ${count(from)} → ${count(to)} redemption p50 ratio ${redemptionP50.toFixed(2)}`);
}

/** @param {import('../test/bench/load.ts').LoadResult} result */
function printLoad({ books, rows, quiet, loaded, finished, ratios, waits }) {
  say(
    `\n${count(books.vouchers)} vouchers, ${count(books.people)} people; beside the till ${loaded.seconds.toFixed(0)} s: ` +
      `${finished.figures} monthly reports, ${finished.pdf} as PDF, ${finished.sheet} as sheet, ${finished.imports} import of ${count(rows)} rows`,
  );
  heads('milliseconds', ['p50', 'p95', 'p99', 'max']);
  for (const [name, { figures }] of Object.entries({ quiet, loaded })) {
    row(`${name} floor`, spread(figures.floor));
    row(`${name} scan`, spread(figures.scan));
    row(`${name} redemption`, spread(figures.redemption));
  }
  for (const { beside, longest, long } of waits)
    say(`longest wait beside ${beside}: ${longest.toFixed(0)} ms, ${long} over 250 ms`);
  for (const [name, ratio] of Object.entries(ratios)) say(`loaded ${name} ratio ${ratio.toFixed(2)}`);
}

async function main() {
  await enter(import.meta.url);
  const { out, vouchers, parts, ...wanted } = options();
  const shared = { vouchers, cacheFolder: path.join(cacheRoot, 'bench'), log: say };
  let result = {};
  if (parts.includes('sale')) {
    result = await sale({ ...wanted.sale, ...shared });
    printSale(result);
  }
  if (parts.includes('load')) {
    const { benchLoad } = await import('../test/bench/load.ts');
    result.load = await benchLoad({ ...wanted.load, ...shared });
    printLoad(result.load);
  }
  fs.mkdirSync(path.dirname(out), { recursive: true });
  fs.writeFileSync(out, `${JSON.stringify(result, null, 1)}\n`);
  say(`Written: ${path.relative(process.cwd(), out)}`);
}

/** In the real program. */
async function sale(wanted) {
  const { prepare } = await import('./lib/prepare.mjs');
  const { bench } = await import('../test/bench/run.ts');
  const prepared = await prepare({ display: true });
  try {
    return await bench({ ...wanted, prepared });
  } finally {
    await prepared.stop();
  }
}

main().catch(fail);
