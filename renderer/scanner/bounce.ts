// A scanner that reads the same voucher twice in one movement made one scan (rulings.md 1). Never for goods: every complete scan of
// them counts, because scanning twenty bags is twenty scans.
import { classifyScan, type ScanKind } from '../../db/domain/voucher-code.ts';
import type { Scan } from './scan-buffer.ts';

export const bounceMs = 1500;

/** What stands for a household or its right, and is shown once. A new kind of code has to say here which of the two it is. */
const shownOnce: Readonly<Record<ScanKind, boolean>> = {
  'voucher-qr': true,
  'voucher-code': true,
  barcode: false,
  unknown: false,
};

export interface LastVoucher {
  readonly code: string;
  readonly at: number;
}

/** The voucher (or card) in a scan, in normal form; null for goods and anything else. */
export const voucherIn = (text: string): string | null => {
  const { kind, text: code } = classifyScan(text);
  return shownOnce[kind] ? code : null;
};

/** Whether `scan` only repeats the last voucher, and what the last voucher is afterwards. A held trigger keeps bouncing. */
export const bounce = (
  last: LastVoucher | null,
  scan: Scan,
): { readonly repeated: boolean; readonly last: LastVoucher | null } => {
  const code = voucherIn(scan.text);
  if (code === null) return { repeated: false, last: null };
  // From the end of the one to the beginning of the other: the time a scanner takes to send it is no pause.
  const pause = (scan.from ?? scan.at) - (last?.at ?? -Infinity);
  return { repeated: last?.code === code && pause < bounceMs, last: { code, at: scan.at } };
};
