// The sample sheets the project ships; every person in them is fictional.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const sampleFolder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'fixtures', 'sample');

export const sampleSheet = (name: string): { name: string; bytes: Uint8Array } => ({
  name,
  bytes: new Uint8Array(readFileSync(join(sampleFolder, name))),
});
