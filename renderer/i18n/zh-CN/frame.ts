// Words of the frame around every screen, Chinese: the source of the keys.
export const frame = {
  program: '慈善超市',
  places: {
    home: '首页',
    counter: '柜台',
    vouchers: '领物券',
    goods: '物资',
    donations: '捐赠',
    people: '困难家庭',
    reports: '报表',
    keeping: '管理',
  },
  navigation: '主菜单',
  practice: '练习',
  practiceBanner: '练习店：这里的数据都是假的，不影响真实账目',
  status: {
    onDuty: '当班：{{name}}（{{role}}）',
    nobody: '无人当班',
    scannerReady: '扫码枪 就绪',
    scannerIdle: '扫码枪 到柜台页使用',
    lastBackup: '上次备份：{{age}}',
    neverBackedUp: '从未备份',
    businessDay: '业务日期 {{day}}',
    signOut: '换人 / 退出',
    lock: '锁屏',
  },
  age: { minutes: '{{n}} 分钟前', hours: '{{n}} 小时前', days: '{{n}} 天前', now: '刚刚' },
  restarted: {
    title: '程序刚才自动恢复了',
    detail: '账目完好。没有完成的操作已经重新提交，不会重复，可以继续。',
  },
  stopped: {
    title: '账本停止服务，现在不能录入',
    detail: '已经确认过的操作都在。请关闭程序再打开；若再次出现，请联系负责人。',
  },
  broken: {
    title: '这个页面出了错',
    detail: '账目没有受影响。请回到首页重新进入；若再次出现，请记下刚才的操作告诉负责人。',
    home: '回到首页',
  },
  notYours: { title: '您的岗位不使用这个页面', detail: '需要的话请找店长办理。' },
  starting: '正在打开账本…',
} as const;
