// Words of the counter screens, Chinese: the source of the keys.
export const counter = {
  title: '柜台',
} as const;
