// Words for what the world does to us (disk, printer, files), Chinese: what happened, what is safe, what to do.
export const faults = {
  'disk-full': { title: '磁盘满了', detail: '本次操作没有生效；以前的账都在。', next: '请清理磁盘后再试。' },
  'disk-read-only': {
    title: '账本所在的磁盘只能读，不能写',
    detail: '本次操作没有生效；以前的账都在。',
    next: '请检查磁盘或文件夹的写保护。',
  },
  'disk-error': {
    title: '磁盘读写出错，已停止录入',
    detail: '已经确认过的操作都在。',
    next: '请立即备份，换磁盘后再用，并联系维护人员。',
  },
  'books-damaged': {
    title: '账本文件有损坏，已停止录入',
    detail: '文件没有被改动。',
    next: '请不要删除文件，用最近一次备份恢复，并联系维护人员。',
  },
  'books-from-newer-program': {
    title: '账本是更新版本的程序写的',
    detail: '账本版本 {{found}}，本程序只认到 {{known}}；文件没有被改动。',
    next: '请安装新版程序再打开。',
  },
  'books-key-missing': {
    title: '这台电脑没有打开账本的密钥',
    detail: '账本文件没有被改动。',
    next: '请输入恢复单上的恢复码。',
  },
  'key-store-refused': {
    title: '系统不肯保管账本的密钥',
    detail: '账本没有建立，没有留下任何文件。',
    next: '请用平常开机的 Windows 账户登录后再试；仍不行，请联系维护人员检查系统的凭据保护。',
  },
  'books-in-use': {
    title: '账本正被另一个程序使用',
    detail: '本次操作没有生效。',
    next: '请关掉另一个窗口后再试。',
  },
  'books-stopped': { title: '账本已停止服务', detail: '已经确认过的操作都在。', next: '请关闭程序再打开。' },
  'printer-none': {
    title: '没有找到打印机',
    detail: '单据已经做好，账目不受影响。',
    next: '请接好打印机再打印，或先另存为 PDF。',
  },
  'printer-failed': {
    title: '打印机没有打印成功',
    detail: '单据已经做好，账目不受影响。',
    next: '请检查纸张和连线再打印，或先另存为 PDF。',
  },
  'documents-stopped': {
    title: '单据没有做成',
    detail: '账目已经记好，不受影响。',
    next: '请再试一次；不会重复记账。',
  },
  'save-failed': {
    title: '文件没有保存成功',
    detail: '账目不受影响。',
    next: '请换一个文件夹，或检查 U 盘是否插好、已满。',
  },
  'backup-failed': {
    title: '备份没有成功',
    detail: '账目不受影响；以前的备份都在。',
    next: '请检查磁盘空间后再备份。',
  },
  'file-unreadable': {
    title: '文件读不出来',
    detail: '文件没有被改动。',
    next: '请确认文件还在、没有被别的程序打开。',
  },
} as const;
