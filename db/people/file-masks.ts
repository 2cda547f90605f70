// What of a household's file shows under a mask, field by field (domain.md §6): children and elders, members and those who left alike.
import { maskIdentityNumber, maskName, maskPhoneInside } from '../domain/mask.ts';

/** Something stands here that is not shown. */
export const HIDDEN = '***';
const hidden = (value: string): string => (value === '' ? '' : HIDDEN);

export interface FileMasks {
  readonly name: (name: string) => string;
  readonly idNumber: (number: string) => string;
  /** Of papers other than an identity number. */
  readonly documentNumber: (number: string) => string;
  readonly phone: (phone: string) => string;
  /** `area` is street and community, which may be seen. */
  readonly address: (address: string, area: string) => string;
  readonly birth: (day: string) => string;
  /** Illness, disability, 分类施保: never under a mask. */
  readonly sensitive: (text: string) => string;
}

export const masked: FileMasks = {
  name: maskName,
  idNumber: maskIdentityNumber,
  documentNumber: hidden,
  phone: maskPhoneInside,
  address: (_, area) => area,
  birth: (day) => day.slice(0, 4),
  sensitive: hidden,
};

const asItIs = (text: string): string => text;
export const whole: FileMasks = {
  name: asItIs,
  idNumber: asItIs,
  documentNumber: asItIs,
  phone: asItIs,
  address: asItIs,
  birth: asItIs,
  sensitive: asItIs,
};

/** A value in a line of history, masked like the field it belongs to. */
export const maskedValue = (masks: FileMasks, field: string, value: string): string => {
  if (value === '') return '';
  switch (field) {
    case 'name':
      return masks.name(value);
    case 'idNumber':
      return masks.idNumber(value) || HIDDEN;
    case 'phone':
      return masks.phone(value) || HIDDEN;
    case 'address':
      return masks.address(value, HIDDEN);
    case 'birthDay':
    case 'birth':
      return masks.birth(value);
    case 'documentNumber':
    case 'certificate':
      return masks.documentNumber(value);
    case 'disability':
    case 'flags':
      return masks.sensitive(value);
    default:
      return value;
  }
};
