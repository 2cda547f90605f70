// Words of the stocktake screens, Chinese: the source of the keys.
export const stocktake = {
  title: '盘点',
} as const;
