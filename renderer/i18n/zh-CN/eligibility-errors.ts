// Words for what the category table, covers and reviews say no to, Chinese.
export const eligibilityErrors = {
  'category-unknown': { title: '没有这个类别', detail: '', next: '请从类别表里选一个。' },
  'category-not-open': {
    title: '这一天不能按这个类别开始保障',
    detail: '类别：{{category}}\n要开始的日期：{{day}}\n最早 {{startDay}}\n最晚 {{endDay}}',
    next: '请改日期，或换一个类别；类别的起止在“类别”里改。',
  },
  'category-same': { title: '新类别和原类别是同一个', detail: '', next: '请选另一个类别。' },
  'category-name-taken': {
    title: '已有类别叫这个名称',
    detail: '名称：{{name}}',
    next: '请换一个名称，或使用已有的类别。',
  },
  'category-code-taken': { title: '这个类别代码已经用过', detail: '', next: '请不填代码，由程序编。' },
  'category-day-past': {
    title: '类别不能从过去的日期改起',
    detail: '填的日期：{{day}}\n今天：{{todayDay}}',
    next: '请填今天或以后的日期；以前的报表照旧印原来的名称。',
  },
  'category-day-reversed': {
    title: '停用的日期早于启用的日期',
    detail: '启用 {{startDay}}\n停用 {{endDay}}',
    next: '请核对日期。',
  },
  'category-name-day-taken': {
    title: '从这一天起已经定过名称',
    detail: '从 {{day}} 起叫：{{name}}',
    next: '请另选一天；定过的名称不能抹掉。',
  },
  'category-ended': {
    title: '这个类别已经停用',
    detail: '最后可以开始保障的一天：{{endDay}}',
    next: '要改停用日期，请先恢复使用。',
  },
  'category-not-ended': { title: '这个类别没有停用', detail: '', next: '不用恢复。' },
  'category-order-incomplete': {
    title: '类别顺序没有排全',
    detail: '',
    next: '类别表刚被别人改过，请重新打开再排；顺序没有改动。',
  },
  'cover-none': {
    title: '这一天以后没有可以终止或变更的保障',
    detail: '家庭编号：{{number}}',
    next: '请核对日期、人员和类别；没有改动。',
  },
  'cover-there-already': {
    title: '有人已经按这个类别在保障中',
    detail: '类别：{{category}}\n从 {{startDay}} 起',
    next: '请去掉这个人，或先终止原来的保障。',
  },
  'cover-last': {
    title: '这是这一户最后的保障',
    detail: '家庭编号：{{number}}',
    next: '全户退出请用“终止资格”，那里定渐退期和未用券怎么办；没有改动。',
  },
  'cover-person-left': {
    title: '有人在这一天已不在这一户',
    detail: '{{name}}：{{leftDay}} 起不在本户',
    next: '请去掉这个人，或核对日期。',
  },
  'grace-with-void': {
    title: '给了渐退期，又要作废未用的券',
    detail: '渐退 {{months}} 个月',
    next: '请二选一：渐退期内券可以用，或不给渐退、券立即作废。',
  },
  'void-before-end': {
    title: '退出日期还没到，不能现在就作废券',
    detail: '退出日期：{{endDay}}',
    next: '请选“保留”，到日子柜台会停下；或把退出日期改为今天。',
  },
  'review-day-future': {
    title: '复核日期在今天之后',
    detail: '填的日期：{{day}}\n今天：{{todayDay}}',
    next: '请填实际复核的日期。',
  },
  'review-next-before': {
    title: '下次复核不晚于这次复核',
    detail: '这次 {{day}}\n下次 {{nextDay}}',
    next: '请改下次复核的日期，或不填，按类别的年限算。',
  },
  'review-changed': {
    title: '待复核的家庭有变化，没有续期',
    detail: '画面上 {{expected}} 户\n现在 {{found}} 户',
    next: '请看刷新后的名单，核对后再续期。',
  },
} as const;
