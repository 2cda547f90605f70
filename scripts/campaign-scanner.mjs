// `npm run campaign:scanner`: ten thousand scans in the real Electron under every condition of reliability.md §8, and spoilt ones beside
// them; prints what was read and what came out otherwise. Several windows share the work, because a scan is mostly waiting.
// Options: --scans N --spoilt N --lanes N --seed N, --out FILE for the figures as JSON.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { enter } from './lib/enter.mjs';
import { fail, root, say, Stop } from './lib/shell.mjs';

function options() {
  const { values } = parseArgs({
    options: {
      scans: { type: 'string', default: '10000' },
      spoilt: { type: 'string', default: '1200' },
      lanes: { type: 'string', default: '3' },
      seed: { type: 'string', default: '20260504' },
      out: { type: 'string', default: path.join(root, 'bench-results', 'scanner.json') },
    },
  });
  const whole = (name) => {
    if (!/^[1-9]\d{0,8}$/.test(values[name])) throw new Stop(`--${name} takes a whole number above 0.`);
    return Number(values[name]);
  };
  return {
    scans: whole('scans'),
    spoilt: whole('spoilt'),
    lanes: whole('lanes'),
    seed: whole('seed'),
    out: path.resolve(values.out),
  };
}

/** @param {readonly import('../test/helpers/scanner-campaign.ts').Row[]} rows */
function print(rows) {
  for (const { name, scans, disturbed, read, strange, accepted } of rows)
    say(
      `${name.padEnd(32)}${[scans, read, strange, accepted, disturbed].map((n) => String(n).padStart(10)).join('')}`,
    );
}

async function main() {
  await enter(import.meta.url);
  const { out, ...wanted } = options();
  const { prepare } = await import('./lib/prepare.mjs');
  const { scannerLanes, sumOf } = await import('../test/helpers/scanner-lanes.ts');
  const prepared = await prepare({ display: true });
  try {
    const result = await scannerLanes(prepared, { ...wanted, log: say });
    say(
      `\n${['condition'.padEnd(32), ...['codes', 'read', 'strange', 'accepted', 'disturbed'].map((n) => n.padStart(10))].join('')}`,
    );
    print(result.honest);
    print([{ name: 'honest, all', ...sumOf(result.honest) }]);
    print(result.spoilt);
    print([{ name: 'spoilt, all', ...sumOf(result.spoilt) }]);
    const { p50, p99, max } = result.seenGaps;
    say(
      `gaps seen in the window: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, longest ${max.toFixed(1)} ms`,
    );
    fs.mkdirSync(path.dirname(out), { recursive: true });
    fs.writeFileSync(out, `${JSON.stringify(result, null, 1)}\n`);
    const { scans, read, accepted } = sumOf(result.honest);
    if (read < scans * 0.999 || accepted + sumOf(result.spoilt).accepted > 0)
      throw new Stop('The scanner does not keep its promise.');
  } finally {
    await prepared.stop();
  }
}

main().catch(fail);
