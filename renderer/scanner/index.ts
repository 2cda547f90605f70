// What screens use of the scanner.
export type { Scan } from './scan-buffer.ts';
export { useScanner, type Scanner } from './use-scanner.ts';
