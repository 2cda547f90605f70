// Words of the staff screens, Chinese: the source of the keys.
export const staff = {
  title: '人员',
} as const;
