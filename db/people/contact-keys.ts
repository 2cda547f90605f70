// The comparing forms of a household's telephones and address (rulings.md 14), kept on its row whenever either is written.
import { addressKey } from '../domain/address-key.ts';
import { phoneKeys } from '../domain/phone.ts';

export interface Contact {
  readonly phone: string;
  readonly street: string;
  readonly community: string;
  readonly address: string;
}

/**
 * Every telephone of the field, parted by blanks (the tables keep several apart: `household_phone`), and the door within street and community: 27号6栋, 桂中社区27号6栋 and 城中街道桂中社区27号6栋
 * are one door of that community, and two communities may each have a 27号. Empty: none, which is like no other.
 */
export const contactKeys = ({ phone, street, community, address }: Contact) => {
  const door = behind(behind(address, street), community);
  return {
    phone_key: phone === '' ? '' : phoneKeys(phone).join(' '),
    address_key: door.trim() === '' ? '' : addressKey(`${street}${community}${door}`),
  };
};

const behind = (text: string, place: string): string => {
  const at = place === '' ? -1 : text.indexOf(place);
  return at < 0 ? text : text.slice(at + place.length);
};
