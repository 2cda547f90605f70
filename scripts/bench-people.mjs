// `npm run bench:people`: the people of a whole county. The import of their roster beside a selling till and the floor of reading the
// same sheet; the search among them beside the floor of one row by its key. Options: --part search|import (both when left out),
// --people N --households N --rounds N of the search and --rows N --format csv|xlsx --pause MS (between two customers) of the import,
// --out FILE for the figures as JSON.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { enter } from './lib/enter.mjs';
import { cacheRoot, fail, root, say, Stop } from './lib/shell.mjs';

const parts = ['import', 'search'];

function options() {
  const { values } = parseArgs({
    options: {
      part: { type: 'string', multiple: true, default: parts },
      people: { type: 'string', default: '300000' },
      households: { type: 'string', default: '210000' },
      rounds: { type: 'string', default: '40' },
      rows: { type: 'string', default: '300000' },
      format: { type: 'string', default: 'xlsx' },
      pause: { type: 'string', default: '40' },
      out: { type: 'string', default: path.join(root, 'bench-results', 'people.json') },
    },
  });
  const whole = (name) => {
    if (!/^[1-9]\d{0,6}$/.test(values[name]))
      throw new Stop(`--${name} takes a whole number from 1 to 9999999.`);
    return Number(values[name]);
  };
  const unknown = values.part.find((part) => !parts.includes(part));
  if (unknown !== undefined) throw new Stop(`--part takes ${parts.join(' or ')}.`);
  if (!['csv', 'xlsx'].includes(values.format)) throw new Stop('--format takes csv or xlsx.');
  const search = { people: whole('people'), households: whole('households'), rounds: whole('rounds') };
  if (search.people < search.households) throw new Stop('Every household has at least one person.');
  return {
    parts: values.part,
    search,
    roster: { rows: whole('rows'), format: values.format, pauseMs: whole('pause') },
    out: path.resolve(values.out),
  };
}

const count = (number) => number.toLocaleString('en-US');
const mib = (bytes) => `${Math.round(bytes / 2 ** 20)} MiB`;
const figures = (row) => row.map((figure) => figure.toFixed(2).padStart(9)).join('');
/** Han characters are two columns wide. */
const column = (text, width) =>
  text + ' '.repeat(Math.max(1, width - text.replace(/\p{Script=Han}/gu, 'xx').length));

/** @param {import('../test/bench/people-search.ts').PeopleSearchResult} result */
function printSearch({ people, households, bytes, filled, floor, times }) {
  say(`\nSearch: ${count(people)} people, ${count(households)} households, ${mib(bytes)}`);
  say(
    `${count(filled.names)} different names, ${count(filled.words)} words, ${mib(filled.wordsBytes)}, written in ${Math.round(filled.wordsMs)} ms, longest step ${Math.round(filled.longestStepMs)} ms`,
  );
  say(`Floor, one row by its key: p50 ${floor.p50.toFixed(3)} ms, p95 ${floor.p95.toFixed(3)} ms`);
  const heads = ['found', 'first', 'p50', 'p95', 'max', 'x floor'].map((name) => name.padStart(9));
  say(`${column('typed', 20)}${column('filter', 24)}${heads.join('')}`);
  for (const { typed, filter, found, more, firstMs, ms } of times) {
    const ratio = String(Math.round(ms.p50 / floor.p50)).padStart(9);
    const total = `${more ? '>' : ''}${count(found)}`.padStart(9);
    say(
      `${column(typed || '(nothing)', 20)}${column(filter, 24)}${total}${figures([firstMs, ms.p50, ms.p95, ms.max])}${ratio}`,
    );
  }
}

/** @param {import('../test/bench/people-import.ts').PeopleImportResult} result */
function printImport({
  rows,
  refusedRows,
  sheetBytes,
  floorSeconds,
  quiet,
  preview,
  confirm,
  again,
  memory,
}) {
  say(
    `\nImport: ${count(rows)} rows, ${count(refusedRows)} refused, ${mib(sheetBytes)}; reading alone ${floorSeconds.toFixed(1)} s; memory above idle ${Math.round(memory.both)} MiB`,
  );
  const heads = ['seconds', 'sale p50', 'sale p99', 'scan p50', 'scan p99', 'longest'].map((name) =>
    name.padStart(9),
  );
  say(`${column('milliseconds of the till', 28)}${heads.join('')}`);
  for (const [name, { seconds, redemption, scan }] of Object.entries({ quiet, preview, confirm, again }))
    say(
      `${column(name, 28)}${figures([seconds ?? 0, redemption.p50, redemption.p99, scan.p50, scan.p99, Math.max(redemption.max, scan.max)])}`,
    );
}

async function main() {
  await enter(import.meta.url);
  const wanted = options();
  const shared = { cacheFolder: path.join(cacheRoot, 'bench'), log: say };
  const result = {};
  if (wanted.parts.includes('import')) {
    const { benchPeopleImport } = await import('../test/bench/people-import.ts');
    result.import = await benchPeopleImport({ ...wanted.roster, ...shared });
    printImport(result.import);
  }
  if (wanted.parts.includes('search')) {
    const { benchPeopleSearch } = await import('../test/bench/people-search.ts');
    result.search = await benchPeopleSearch({ ...wanted.search, ...shared });
    printSearch(result.search);
  }
  fs.mkdirSync(path.dirname(wanted.out), { recursive: true });
  fs.writeFileSync(wanted.out, `${JSON.stringify(result, null, 1)}\n`);
  say(`Written: ${path.relative(process.cwd(), wanted.out)}`);
}

main().catch(fail);
