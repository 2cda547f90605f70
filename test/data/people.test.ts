import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openShop } from '../helpers/open-shop.ts';

it('probe', async () => {
  const shop = await openShop();
  for (const name of ['roster.xlsx', 'roster.xls', 'roster-gb18030.csv']) {
    const t0 = performance.now();
    const preview = await shop.call('people.previewImport', { sheet: { name, bytes: readFileSync(`test/fixtures/sample/${name}`) } }, { as: 'manager' });
    process.stdout.write(JSON.stringify({ ms: performance.now() - t0, ...preview }, null, 1) + '\n');
    if (name === 'roster.xlsx') {
      const t1 = performance.now();
      process.stdout.write(JSON.stringify(await shop.call('people.confirmImport', { previewId: preview.previewId }, { as: 'manager' })) + ` ${performance.now() - t1} ms\n`);
      const paper = await shop.call('people.refusedRows', { previewId: preview.previewId }, { as: 'manager' });
      process.stdout.write(`${paper.fileName} ${paper.bytes.length}\n`);
      process.stdout.write(JSON.stringify(await shop.call('people.summary', {}, { as: 'manager' })) + '\n');
      process.stdout.write(JSON.stringify(await shop.call('people.list', { search: 'zhy', limit: 3 }, { as: 'manager' })) + '\n');
    }
  }
  await shop.close();
  expect(1).toBe(1);
});
