// Words of the backups, Chinese: the source of the keys.
export const backup = {
  title: '备份',
  make: '立即备份',
  working: '正在备份并检查…',
  done: '备份完成，已重新打开检查过',
  why: '每次备份都会重新打开核对；备份文件同样加密，用同一个恢复码打开。',
  fileName: '文件',
  at: '时间',
  size: '大小',
  check: '校验码',
  sizeMb: '{{mb}} MB',
} as const;
