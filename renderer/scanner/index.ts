// What screens use of the scanner.
export { voucherIn } from './bounce.ts';
export type { Scan } from './scan-buffer.ts';
export { useScanner, type Scanner } from './use-scanner.ts';
