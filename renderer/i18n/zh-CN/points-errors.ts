// Words for what is said no to around volunteers' points (志愿者积分), Chinese.
export const pointsErrors = {
  'volunteer-phone': {
    title: '电话号码不完整',
    detail: '',
    next: '请填 11 位手机号或带区号的座机号，没有就留空。',
  },
  'volunteer-twice': {
    title: '这位志愿者已经登记过',
    detail: '志愿者编号：{{number}}',
    next: '请用已有的编号；是同名的另一个人，请填写各自的电话。',
  },
  'volunteer-account-taken': {
    title: '这个账户已经属于另一位志愿者',
    detail: '志愿者编号：{{number}}',
    next: '请选别的账户，或不选。',
  },
  'volunteer-inactive': {
    title: '这位志愿者已停用',
    detail: '志愿者编号：{{number}}',
    next: '先把他恢复为在用，再登记时长或兑换。',
  },
  'points-own': {
    title: '不能给自己办积分',
    detail: '志愿者编号：{{number}}',
    next: '请另一位店长来登记、兑换或撤销。',
  },
  'points-day-future': {
    title: '服务日期还没有到',
    detail: '日期：{{serviceDay}}',
    next: '请填今天或以前的日期。',
  },
  'points-hours-step': {
    title: '时长要按一刻钟填',
    detail: '填的是 {{minutes}} 分钟',
    next: '请填 15 分钟的倍数，例如 1.5 小时。',
  },
  'points-hours-over': {
    title: '一天没有这么多小时',
    detail: '{{serviceDay}}\n已登记 {{already}} 小时，这次 {{wanted}} 小时',
    next: '请核对日期和时长；同一段时间不能登记两次。',
  },
  'points-short': {
    title: '积分不够',
    detail: '现有 {{have}} 分，需要 {{need}} 分，还差 {{missing}} 分',
    next: '请减少物资；已经换成物资的时长不能再撤销，要先撤销那次兑换。',
  },
  'points-entry-reversed': {
    title: '这次时长已经撤销过',
    detail: '{{reversedAt}}\n原因：{{reason}}',
    next: '不用再撤销；要补登请重新登记。',
  },
  'exchange-reversed': {
    title: '这次兑换已经撤销过',
    detail: '小票号：{{exchange}}\n{{reversedAt}}\n原因：{{reason}}',
    next: '物资和积分都已退回，不用再撤销。',
  },
} as const;
