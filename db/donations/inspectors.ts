// 验收人: goods are counted in by two people (domain.md §3). Pure.

/** Two different people, however their names are spaced. */
export const areTwo = ([one, two]: readonly [string, string]): boolean => {
  const [first, second] = [one, two].map((name) => name.normalize('NFKC').replace(/\s/g, ''));
  return first !== '' && second !== '' && first !== second;
};
