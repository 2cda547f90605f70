// Words of the screens of purchases, Chinese: the source of the keys.
export const purchases = {
  title: '采购',
} as const;
