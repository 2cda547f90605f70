// Words of the screens of losses, Chinese: the source of the keys.
export const losses = {
  title: '报损',
} as const;
