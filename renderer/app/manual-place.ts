// Which place of the manual belongs to a screen: F1 opens it there. Places are named after the screens (docs/README.md).
import { sectionAt, sections, type SectionedPlace } from './sections.ts';

const isSectioned = (place: string): place is SectionedPlace => Object.hasOwn(sections, place);

/** `#/goods/lots/5` -> goods-lots, `#/goods` and `#/goods/12` -> goods, `#/counter` -> counter, '' on the home screen. */
export const manualPlaceOf = (hash: string): string => {
  const [, place = '', ...below] = hash.replace(/\?.*$/, '').split('/');
  if (!isSectioned(place)) return place;
  const section = sectionAt(place, below.join('/'));
  return section === undefined || section.path === '' ? place : `${place}-${section.name}`;
};
