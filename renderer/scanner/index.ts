// What screens and the status line use of the scanner.
export { voucherIn } from './bounce.ts';
export { useScannerReady } from './ready.ts';
export type { Scan } from './scan-buffer.ts';
export { useScanner, type Scanner } from './use-scanner.ts';
