// Words of the backup screens, Chinese: the source of the keys.
export const backup = {
  title: '备份',
} as const;
