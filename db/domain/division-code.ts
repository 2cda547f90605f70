// Codes of administrative divisions (行政区划代码): 6 county + 3 township + 3 village (GB/T 2260, domain.md §5.3). Reads the
// writing only: which codes are in use changes every year and is not asked.
import { dropInvisible, foldWidth } from './fold-width.ts';

export type DivisionRefusal =
  'division-missing' | 'division-characters' | 'division-length' | 'division-province' | 'division-order';
/** How far down a code goes: what follows is all zeros. */
export type DivisionLevel = 'province' | 'prefecture' | 'county' | 'township' | 'village';
export type DivisionReading =
  | {
      readonly kind: 'ok';
      /** 12 digits. */
      readonly code: string;
      readonly level: DivisionLevel;
      /** First 6 digits: what reports group by county. */
      readonly county: string;
      /** First 9 digits; null when the code ends above a township. */
      readonly township: string | null;
      /** All 12; null when the code ends above a village or community. */
      readonly village: string | null;
    }
  | { readonly kind: 'refused'; readonly code: DivisionRefusal };

const CODE_LENGTH = 12;
const NO_TOWNSHIP = '000';
const NO_VILLAGE = '000';

/**
 * Reads a code as typed or found in a cell: width, white space, hyphens and dots folded. A spreadsheet's number keeps all 12
 * digits and is read like text. Refuses a province 00 to 09 and a village below no township; a county ending in 00 is right, for
 * some cities have townships of their own (东莞, 中山, 儋州, 嘉峪关).
 */
export function readDivisionCode(raw: string | number): DivisionReading {
  const no = (code: DivisionRefusal): DivisionReading => ({ kind: 'refused', code });
  const code = dropInvisible(foldWidth(String(raw))).replace(/[-.\u2010-\u2015\u2212]/g, '');
  if (code === '') return no('division-missing');
  if (!/^\d+$/.test(code)) return no('division-characters');
  if (code.length !== CODE_LENGTH) return no('division-length');
  if (code.startsWith('0')) return no('division-province');
  const hasTownship = code.slice(6, 9) !== NO_TOWNSHIP;
  const hasVillage = code.slice(9) !== NO_VILLAGE;
  if (hasVillage && !hasTownship) return no('division-order');
  return {
    kind: 'ok',
    code,
    level: levelOf(code),
    county: code.slice(0, 6),
    township: hasTownship ? code.slice(0, 9) : null,
    village: hasVillage ? code : null,
  };
}

function levelOf(code: string): DivisionLevel {
  if (!code.endsWith(NO_VILLAGE)) return 'village';
  if (code.slice(6, 9) !== NO_TOWNSHIP) return 'township';
  if (code.slice(4, 6) !== '00') return 'county';
  return code.slice(2, 4) === '00' ? 'province' : 'prefecture';
}

/** As printed: `450202 003 001`. `code` is 12 digits. */
export function formatDivisionCode(code: string): string {
  return `${code.slice(0, 6)} ${code.slice(6, 9)} ${code.slice(9)}`;
}
