// Words of the audit screens, Chinese: the source of the keys.
export const audit = {
  title: '操作日志',
} as const;
