// Checks the checker of boundaries: a small tree of files, each breaking one rule on purpose, goes through
// dependency-cruiser with the project's own configuration, and every rule must name its offender. Without
// this, a rule whose pattern matches nothing would look like a rule that is kept.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root, run } from './shell.mjs';

/** [rule, the file that breaks it, what it imports] */
const brokenOnPurpose = [
  ['renderer-sees-only-the-contract', 'renderer/a.ts', '../db/open.ts'],
  ['renderer-sees-only-the-contract', 'renderer/b.ts', '../main/window.ts'],
  ['renderer-has-no-node', 'renderer/c.ts', 'node:fs'],
  ['rules-and-contract-are-pure', 'db/domain/a.ts', 'kysely'],
  ['rules-and-contract-are-pure', 'db/contract/a.ts', '../open.ts'],
  ['rules-and-contract-have-no-node', 'db/contract/b.ts', 'node:crypto'],
  ['domain-does-not-know-the-contract', 'db/domain/b.ts', '../contract/act.ts'],
  ['documents-know-no-area', 'main/documents/a.ts', '../../db/vouchers/state.ts'],
  ['electron-only-in-main', 'db/a.ts', 'electron'],
  ['electron-only-in-main', 'renderer/d.ts', 'electron'],
  ['db-knows-no-window', 'db/b.ts', '../main/window.ts'],
  ['main-does-not-open-the-books', 'main/a.ts', '../db/open.ts'],
  ['queries-stay-in-their-area', 'db/c.ts', './vouchers/queries.ts'],
  ['queries-stay-in-their-own-area', 'db/counter/a.ts', '../vouchers/queries.ts'],
  ['handlers-are-only-gathered', 'db/counter/b.ts', '../vouchers/handlers.ts'],
  ['no-cycles', 'db/d.ts', './e.ts'],
  ['everything-is-found', 'db/f.ts', './nowhere.ts'],
  ['no-development-packages-in-the-program', 'main/b.ts', 'vitest'],
];

const targets = {
  'db/open.ts': 'export const name = 1;',
  'db/e.ts': "import { name as other } from './d.ts';\nexport const name = other;",
  'db/contract/act.ts': 'export const name = 1;',
  'db/vouchers/state.ts': 'export const name = 1;',
  'db/vouchers/queries.ts': 'export const name = 1;',
  'db/vouchers/handlers.ts': 'export const name = 1;',
  'main/window.ts': 'export const name = 1;',
};

/** @returns {Promise<readonly string[]>} what went unnoticed; empty when every rule works */
export async function unnoticedOffences() {
  const tree = fs.mkdtempSync(path.join(os.tmpdir(), 'boundaries-'));
  try {
    plant(tree);
    const noticed = await offencesIn(tree);
    return brokenOnPurpose
      .filter(([rule, file]) => !noticed.has(`${rule} ${file}`))
      .map(([rule, file, imports]) => `the rule ${rule} does not notice that ${file} imports ${imports}`);
  } finally {
    fs.rmSync(tree, { recursive: true, force: true });
  }
}

/** @param {string} tree */
function plant(tree) {
  const write = (file, text) => {
    fs.mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
    fs.writeFileSync(path.join(tree, file), text);
  };
  for (const [file, text] of Object.entries(targets)) write(file, text);
  for (const [, file, imports] of brokenOnPurpose) {
    write(file, `import { name as used } from '${imports}';\nexport const name = used;\n`);
  }
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) {
    fs.copyFileSync(path.join(root, file), path.join(tree, file));
  }
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(tree, 'node_modules'), 'junction');
}

/** @param {string} tree @returns {Promise<Set<string>>} 'rule file' */
async function offencesIn(tree) {
  const report = path.join(tree, 'report.json');
  const args = [
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    '--output-to',
    report,
    'main',
    'db',
    'renderer',
  ];
  const { output } = await run('depcruise', args, { cwd: tree });
  if (!fs.existsSync(report)) throw new Error(`dependency-cruiser made no report: ${output}`);
  const { summary } = JSON.parse(fs.readFileSync(report, 'utf8'));
  return new Set(summary.violations.map(({ rule, from }) => `${rule.name} ${from}`));
}
