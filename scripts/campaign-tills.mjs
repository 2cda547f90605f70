// `npm run campaign:tills`: two real processes on one encrypted file reach for each of ten thousand vouchers at the same instant
// (T08 of the test campaign), then the same race with a program whose condition and transaction were taken away, which must double.
// Options: --vouchers N --tills N --runs N --canary N (vouchers of the broken race), --out FILE for the figures as JSON.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { enter } from './lib/enter.mjs';
import { fail, root, say, Stop } from './lib/shell.mjs';

function options() {
  const { values } = parseArgs({
    options: {
      vouchers: { type: 'string', default: '10000' },
      tills: { type: 'string', default: '2' },
      runs: { type: 'string', default: '1' },
      canary: { type: 'string', default: '500' },
      out: { type: 'string', default: path.join(root, 'bench-results', 'tills.json') },
    },
  });
  const whole = (name) => {
    if (!/^[1-9]\d{0,6}$/.test(values[name])) throw new Stop(`--${name} takes a whole number above 0.`);
    return Number(values[name]);
  };
  const wanted = { vouchers: whole('vouchers'), runs: whole('runs'), canary: whole('canary') };
  const tills = whole('tills');
  if (tills < 2 || tills > 8) throw new Stop('--tills takes 2 to 8.');
  return { ...wanted, tills, out: path.resolve(values.out) };
}

/** @param {string} name @param {import('../test/helpers/tills.ts').TillFigures} figures */
function print(
  name,
  { vouchers, attempts, winners, wins, refusals, named, busy, other, doubles, together, seconds },
) {
  say(
    `${name}: ${vouchers} vouchers, ${attempts} attempts, ${winners} winners (${wins.join(' + ')}), ${refusals} refusals ` +
      `(${named} naming who and where), ${busy} busy, ${other} other answers, ${doubles} doubled in the books; ` +
      `${together} vouchers with all tills under way at once; ${seconds} s`,
  );
}

/** @param {import('../test/helpers/tills.ts').TillFigures} figures */
const keeps = ({
  vouchers,
  attempts,
  winners,
  refusals,
  named,
  busy,
  other,
  doubles,
  redemptions,
  broken,
  together,
}) =>
  doubles + busy + other + broken.length === 0 &&
  winners === vouchers &&
  redemptions === vouchers &&
  winners + refusals === attempts &&
  named === refusals &&
  // A race in name only would prove nothing.
  together > vouchers / 2;

async function main() {
  await enter(import.meta.url);
  const { out, vouchers, tills, runs, canary } = options();
  const { raceTills } = await import('../test/helpers/tills.ts');
  const races = [];
  for (let run = 1; run <= runs; run += 1) {
    const figures = await raceTills({ tills, vouchers });
    print(`run ${run}`, figures);
    for (const rule of figures.broken) say(`  broken rule: ${rule}`);
    races.push(figures);
  }
  const spoilt = await raceTills({ tills, vouchers: canary, broken: true });
  print('broken program', spoilt);
  fs.mkdirSync(path.dirname(out), { recursive: true });
  fs.writeFileSync(out, `${JSON.stringify({ races, spoilt }, null, 1)}\n`);
  if (!races.every(keeps)) throw new Stop('A voucher is not kept from being spent twice.');
  if (spoilt.doubles === 0) throw new Stop('The broken program did not double: this race proves nothing.');
}

main().catch(fail);
