// Keys derived from the data key. The data key itself opens the file and is used for nothing else.
import { createHmac, hkdfSync } from 'node:crypto';
import type { Secrets } from './context.ts';

const derived = (dataKey: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', dataKey, new Uint8Array(0), `cishan-chaoshi ${purpose} v1`, 32));

export const secretsFrom = (dataKey: Uint8Array): Secrets => {
  const auditKey = derived(dataKey, 'audit');
  const inputKey = derived(dataKey, 'input');
  return {
    auditHash: (previous, row) => createHmac('sha256', auditKey).update(previous).update(row).digest(),
    inputHash: (input) => createHmac('sha256', inputKey).update(input).digest('base64'),
  };
};
