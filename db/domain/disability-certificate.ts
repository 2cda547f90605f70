// Numbers of disability certificates (残疾人证): the holder's identity number, kind and grade (domain.md §5.3, R29). Reads the
// writing only: asks no register, says nothing about who is helped for it.
import { isDay } from './business-day.ts';
import { foldIdentityNumber, identityCheckCharacter } from './identity-number.ts';

export type DisabilityRefusal =
  | 'disability-length'
  | 'disability-characters'
  | 'disability-kind'
  | 'disability-grade'
  | 'disability-holder';

/** Digit 19 of the certificate, minus one, is the place in this row. One site swaps 1 and 2: the 残联 page decides (R29). */
export const DISABILITY_KINDS = ['视力', '听力', '言语', '肢体', '智力', '精神', '多重'] as const;
/** Digit 20, minus one. */
export const DISABILITY_GRADES = ['一级', '二级', '三级', '四级'] as const;

export type DisabilityReading =
  | {
      readonly kind: 'ok';
      /** 20 to 22 characters, ASCII, capitals. */
      readonly number: string;
      /** The first 18 characters. */
      readonly holderIdNumber: string;
      /** 1 to 7. */
      readonly disability: number;
      readonly disabilityName: (typeof DISABILITY_KINDS)[number];
      /** 1 to 4; 1 is the gravest. */
      readonly grade: number;
      /** Kind and grade as printed: 肢体四级 for `…44`. */
      readonly words: string;
      /** 重度: grade one or two (domain.md glossary). */
      readonly severe: boolean;
      /** What follows a reissue; empty on a first certificate. */
      readonly reissue: string;
    }
  | { readonly kind: 'refused'; readonly code: DisabilityRefusal };

const HOLDER_LENGTH = 18;
const SHORTEST = 20;
const LONGEST = 22;

/** A number that can be somebody's: a real day of birth and the right check character (GB 11643). */
function isSomebody(idNumber: string): boolean {
  const birth = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
  return isDay(birth) && idNumber.endsWith(identityCheckCharacter(idNumber.slice(0, 17)));
}

/**
 * Reads a certificate number as typed or found in a sheet: width, white space, hyphens and case folded. `holderIdNumber` is
 * the holder's 18-character normal form. Refuses another person's certificate; where the holder's number is not known (null),
 * a number that is nobody's. Up to two more characters after a reissue are allowed and kept.
 */
export function readDisabilityCertificate(raw: string, holderIdNumber: string | null): DisabilityReading {
  const no = (code: DisabilityRefusal): DisabilityReading => ({ kind: 'refused', code });
  const number = foldIdentityNumber(raw);
  if (!/^[0-9A-Z]*$/.test(number)) return no('disability-characters');
  if (number.length < SHORTEST || number.length > LONGEST) return no('disability-length');
  const holder = number.slice(0, HOLDER_LENGTH);
  if (!/^\d{17}[0-9X]$/.test(holder)) return no('disability-characters');
  const disability = Number(number.charAt(HOLDER_LENGTH));
  const grade = Number(number.charAt(HOLDER_LENGTH + 1));
  const disabilityName = DISABILITY_KINDS[disability - 1];
  const gradeName = DISABILITY_GRADES[grade - 1];
  if (disabilityName === undefined) return no('disability-kind');
  if (gradeName === undefined) return no('disability-grade');
  if (holderIdNumber === null ? !isSomebody(holder) : holder !== holderIdNumber)
    return no('disability-holder');
  return {
    kind: 'ok',
    number,
    holderIdNumber: holder,
    disability,
    disabilityName,
    grade,
    words: disabilityName + gradeName,
    severe: grade <= 2,
    reissue: number.slice(SHORTEST),
  };
}
