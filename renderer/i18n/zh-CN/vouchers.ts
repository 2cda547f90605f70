// Words of the vouchers screens, Chinese: the source of the keys.
export const vouchers = {
  title: '领物券',
} as const;
