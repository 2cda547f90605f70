// Words of the screens of donors, Chinese: the source of the keys.
export const donors = {
  title: '捐赠人',
} as const;
