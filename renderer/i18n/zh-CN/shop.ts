// Words of the shop screens, Chinese: the source of the keys.
export const shop = {
  title: '店铺',
} as const;
