// Guards the schema: what the migrations make is what the committed snapshot and the types say.
// After a wanted change: UPDATE_SCHEMA=1 npx vitest run --project data test/data/schema.test.ts
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { migrations } from '../../db/migrations/index.ts';
import { openBooks } from '../../db/open.ts';

const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const snapshotPath = join(projectFolder, 'db', 'schema.snapshot.sql');

const withFreshBooks = <T>(work: (books: ReturnType<typeof openBooks>) => T): T => {
  const folder = mkdtempSync(join(tmpdir(), 'schema-'));
  const books = openBooks({ path: join(folder, 'shop.db'), key: new Uint8Array(32), create: true });
  try {
    return work(books);
  } finally {
    books.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

it('the schema made by all migrations is the committed snapshot', () => {
  const found = withFreshBooks(({ file }) =>
    (
      file
        .prepare(
          `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type, name`,
        )
        .pluck()
        .all() as string[]
    ).join(';\n\n'),
  );
  const text = `-- Made from db/migrations; do not edit. See test/data/schema.test.ts.\n\n${found};\n`;
  if (process.env['UPDATE_SCHEMA']) writeFileSync(snapshotPath, text);
  expect(text).toBe(readFileSync(snapshotPath, 'utf8'));
});

it('the types in db/schema.ts name the same tables, views and columns', () => {
  const parts = readdirSync(join(projectFolder, 'db', 'schema')).map((name) => join('schema', name));
  const source = ['schema.ts', ...parts]
    .map((name) => readFileSync(join(projectFolder, 'db', name), 'utf8'))
    .join('\n');
  const interfaces = new Map(
    [...source.matchAll(/interface (\w+)Table \{([^}]*)\}/g)].map(([, name = '', body = '']) => [
      name,
      [...body.matchAll(/(\w+)\??:/g)].map(([, column = '']) => column).sort(),
    ]),
  );
  const tables = new Map(
    [...source.matchAll(/(\w+): (\w+)Table;/g)].map(([, table = '', name = '']) => [
      table,
      interfaces.get(name),
    ]),
  );
  const found = withFreshBooks(
    ({ file }) =>
      new Map(
        (
          file
            .prepare(
              `SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'`,
            )
            .pluck()
            .all() as string[]
        ).map((table) => [
          table,
          (file.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name).sort(),
        ]),
      ),
  );
  expect(Object.fromEntries([...tables].sort())).toEqual(Object.fromEntries([...found].sort()));
});

it('every table is STRICT', () => {
  withFreshBooks(({ file }) => {
    const loose = (
      file.pragma('table_list') as { name: string; schema: string; strict: number; type: string }[]
    ).filter(
      ({ name, schema, strict, type }) =>
        schema === 'main' && type === 'table' && strict === 0 && !name.startsWith('sqlite_'),
    );
    expect(loose).toEqual([]);
  });
});

it('versions rise by one from 1', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, at) => at + 1));
});
