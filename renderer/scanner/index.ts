// What screens use of the scanner.
export { looksWhole, type Scan } from './scan-buffer.ts';
export { useScanner, type Scanner } from './use-scanner.ts';
