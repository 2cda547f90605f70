// A scanner that reads the same voucher twice in one movement made one scan (rulings.md 1). For vouchers only: every complete
// scan of goods counts, because scanning twenty bags is twenty scans.
import { classifyScan } from '../../db/domain/voucher-code.ts';
import type { Scan } from './scan-buffer.ts';

export const bounceMs = 1500;

export interface LastVoucher {
  readonly code: string;
  readonly at: number;
}

/** The voucher in a scan, in normal form; null for goods and anything else. */
export const voucherIn = (text: string): string | null => {
  const { kind, text: code } = classifyScan(text);
  return kind === 'voucher-qr' || kind === 'voucher-code' ? code : null;
};

/** Whether `scan` only repeats the last voucher, and what the last voucher is afterwards. A held trigger keeps bouncing. */
export const bounce = (
  last: LastVoucher | null,
  scan: Scan,
): { readonly repeated: boolean; readonly last: LastVoucher | null } => {
  const code = voucherIn(scan.text);
  if (code === null) return { repeated: false, last: null };
  return { repeated: last?.code === code && scan.at - last.at < bounceMs, last: { code, at: scan.at } };
};
