// Words of the home screen, Chinese: the source of the keys.
export const home = {
  title: '今天',
  greeting: '{{name}}，您好',
  figures: {
    redemptions: '今日领取（户次）',
    face: '今日核销券额',
    goods: '今日发放物资',
    open: '未核销的券',
    openFen: '未核销券额',
  },
  attention: {
    title: '需要处理',
    nothing: '没有需要处理的事',
    lotsExpired: '有 {{count}} 批物资已过期，请移出货架',
    lotsEndingSoon: '有 {{count}} 批物资快到期，请优先发放',
    reviewsOverdue: '有 {{count}} 户复核已逾期',
    vouchersEndingSoon: '有 {{count}} 张券一周内到期',
    backupOld: '已有 {{age}} 没有备份',
    backupNever: '账本还没有备份过',
    clock: '电脑时间可能不准',
  },
  backup: {
    now: '立即备份',
    last: '上次备份：{{age}}（{{at}}）',
    never: '还没有备份',
    done: '备份完成：{{fileName}}',
    working: '正在备份并检查…',
  },
  go: {
    counter: '去柜台发放',
    goods: '查物资',
    donations: '登记捐赠',
    people: '查困难家庭',
    vouchers: '领物券',
    reports: '看报表',
  },
} as const;
