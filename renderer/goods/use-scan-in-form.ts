// A barcode counts wherever the scanner is fired on a form: on the page itself, and inside a field for something else, which then
// gets back what stood in it before the scan. A field marked `data-takes-scans` reads its scans itself.
import { useRef, type KeyboardEvent, type RefObject } from 'react';
import { readBarcode } from '../../db/domain/barcode.ts';
import { useScannerListening } from '../app/scanner.ts';
import { emptyBuffer, feed } from '../scanner/scan-buffer.ts';
import { useScanner } from '../scanner/index.ts';
import { isTyping } from '../ui/use-keys.ts';

interface Options<V> {
  /** What the fields hold now. */
  readonly values: V;
  /** Puts the fields back to what they held when the scan began. */
  readonly restore: (values: V) => void;
  readonly onScan: (text: string) => void;
  /** What counts as a code inside a field for something else; barcodes, when left out. */
  readonly isCode?: (text: string) => boolean;
}
interface ScanInForm {
  /** The form: `<div ref={surface} tabIndex={-1} onKeyDownCapture={takeScan}>`. */
  readonly surface: RefObject<HTMLDivElement | null>;
  readonly takeScan: (event: KeyboardEvent) => void;
}

const isBarcode = (text: string): boolean => readBarcode(text).kind === 'ok';

export const useScanInForm = <V>({ values, restore, onScan, isCode = isBarcode }: Options<V>): ScanInForm => {
  const { surface, ready } = useScanner({ onScan: ({ text }) => onScan(text) });
  useScannerListening(ready);
  const buffer = useRef(emptyBuffer);
  const before = useRef(values);
  const takeScan = (event: KeyboardEvent): void => {
    const { target, nativeEvent: key } = event;
    if (!isTyping(target) || (target as HTMLElement).closest('[data-takes-scans]') !== null) return;
    const { buffer: next, scan } = feed(buffer.current, key);
    if (next.keys > 0 && next.firstAt === key.timeStamp) before.current = values;
    buffer.current = next;
    if (scan?.entry !== 'scanned' || !isCode(scan.text)) return;
    event.preventDefault();
    event.stopPropagation();
    restore(before.current);
    onScan(scan.text);
  };
  return { surface, takeScan };
};
