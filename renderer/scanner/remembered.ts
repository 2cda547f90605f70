// What this PC knows of its scanner: how it ends its codes, and when the last check was good. Kept on the PC, not in the books: it is
// the scanner on this desk that matters. No code that was scanned is kept.
import { isDay } from '../../db/domain/business-day.ts';

export const suffixes = ['enter', 'enter-twice', 'tab', 'none'] as const;
export type Suffix = (typeof suffixes)[number];

export interface RememberedScanner {
  readonly suffix: Suffix;
  /** Business day of the last good check; null after a check that found something to mend. */
  readonly goodOn: string | null;
}

const storageKey = 'scanner';

export const rememberedScanner = (): RememberedScanner | null => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    const { suffix, goodOn } = kept as Partial<Record<keyof RememberedScanner, unknown>>;
    const known = suffixes.find((each) => each === suffix);
    return known
      ? { suffix: known, goodOn: typeof goodOn === 'string' && isDay(goodOn) ? goodOn : null }
      : null;
  } catch {
    return null;
  }
};

export const rememberScanner = (scanner: RememberedScanner): void =>
  localStorage.setItem(storageKey, JSON.stringify(scanner));

/** Seen since the program was opened; wins over what was remembered, because scanners are exchanged. */
let seen: boolean | null = null;

/** Whether a code may be taken to go on until Enter or Tab. Where nothing is known it may: waiting a moment is safer than half a code. */
export const endsWithKey = (): boolean => seen ?? (rememberedScanner()?.suffix ?? 'enter') !== 'none';
export const sawEnd = (withKey: boolean): void => void (seen = withKey);
