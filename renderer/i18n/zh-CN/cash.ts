// Words of the cash book, Chinese: the source of the keys.
export const cash = {
  title: '资金账',
} as const;
