// Words of the home screens, Chinese: the source of the keys.
export const home = {
  title: '首页',
} as const;
