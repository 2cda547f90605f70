// Words for what leaves the books and what is erased says no to, Chinese.
export const privacyErrors = {
  'guardian-missing': {
    title: '要由监护人告知或同意',
    detail: '{{name}}',
    next: '未满 14 周岁的人由监护人办理：请填监护人姓名和与本人的关系。',
  },
  'consent-there': {
    title: '这项已经登记过',
    detail: '{{name}}：{{day}}',
    next: '不用再登记；内容变了请先登记撤回，再登记新的。',
  },
  'consent-withdrawn': {
    title: '这项同意已经撤回',
    detail: '撤回日期：{{withdrawnDay}}',
    next: '请刷新查看。',
  },
  'consent-notice-stays': {
    title: '告知不能撤回',
    detail: '',
    next: '已经告知是事实，撤回的只能是同意。',
  },
  'export-nobody': {
    title: '没有符合条件的人',
    detail: '',
    next: '请放宽类别、社区或状态再导出。',
  },
  'export-too-many': {
    title: '一次导出的人数太多',
    detail: '一次最多 {{most}} 人',
    next: '请按社区或类别分几次导出。',
  },
  'public-list-nobody': {
    title: '没有可以公示的对象',
    detail: '',
    next: '请换一个批次，或放宽类别、社区。',
  },
  'public-list-past': {
    title: '公示开始日期已经过去',
    detail: '填的是 {{day}}',
    next: '请从今天或以后的日期开始公示，首日计入公示期。',
  },
  'public-list-changed': {
    title: '审核以后内容有变',
    detail: '',
    next: '没有打印。请重新查看现在的公示内容，核对后再打印。',
  },
  'public-list-too-many': {
    title: '名单太长，不便张贴',
    detail: '一份最多 {{most}} 户',
    next: '请按社区分几份公示。',
  },
  'erase-not-left': {
    title: '这户没有退出，不能删除个人信息',
    detail: '家庭编号：{{household}}\n退出日期：{{endDay}}',
    next: '只有退出（渐退期也已满）的家庭才能删除。',
  },
  'erase-too-early': {
    title: '这户的保存期还没到',
    detail: '家庭编号：{{household}}\n退出日期：{{endDay}}\n保存年限：{{years}} 年',
    next: '退出满保存年限才能删除；年限在“设置”里。',
  },
  'erase-voucher-open': {
    title: '这户还有没用完的券',
    detail: '家庭编号：{{household}}',
    next: '请等券用完、过期或作废后再删除。',
  },
  'erase-check-open': {
    title: '这户还有没办结的抽查',
    detail: '家庭编号：{{household}}',
    next: '请先登记结果并作出决定。',
  },
  'erase-complaint-open': {
    title: '涉及这户的举报还没有办结',
    detail: '家庭编号：{{household}}',
    next: '请先办结举报。',
  },
  'erase-already': {
    title: '这户的个人信息已经删除',
    detail: '家庭编号：{{household}}\n删除时间：{{erasedAt}}',
    next: '请刷新列表。',
  },
  'erase-merged': {
    title: '这户已并入另一户',
    detail: '家庭编号：{{household}}\n并入：{{into}}',
    next: '它随并入的那一户一起删除。',
  },
} as const;
