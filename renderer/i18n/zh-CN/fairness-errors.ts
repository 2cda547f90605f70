// Words for what relatives on file, spot checks, complaints and the lens say no to, Chinese.
export const fairnessErrors = {
  'kinship-filed': {
    title: '这位工作人员与这户已经备案',
    detail: '{{staff}} · 家庭 {{number}}',
    next: '不用再备案；关系写错了请先结束原备案，再重新登记。',
  },
  'kinship-ended': { title: '这条备案已经结束', detail: '结束日期：{{endDay}}', next: '请刷新列表查看。' },
  'fairness-day-ahead': {
    title: '日期不能晚于今天',
    detail: '填的是 {{day}}',
    next: '请改成实际发生的日期。',
  },
  'check-nobody': {
    title: '这个范围内没有可抽查的家庭',
    detail: '',
    next: '请放宽类别或社区；只抽今天有资格的家庭。',
  },
  'check-closed': { title: '这次抽查已经办结', detail: '抽查编号：{{number}}', next: '请另抽一次再登记。' },
  'check-result-stands': {
    title: '这户已有结果，不能改',
    detail: '家庭 {{number}}，入户日期 {{visitedDay}}',
    next: '“符合”“不符合”一经登记不改；有新情况请另抽或由决定写明。',
  },
  'check-note-missing': { title: '不符合要写明情况', detail: '', next: '请写哪里不符合，供作决定的人查看。' },
  'check-nothing-to-decide': {
    title: '这户没有要决定的事',
    detail: '家庭 {{number}}',
    next: '只有入户结果为“不符合”的家庭需要决定。',
  },
  'check-decided': {
    title: '这户已经作出决定',
    detail: '{{by}} · {{day}}',
    next: '请刷新查看决定；有新情况请另行抽查。',
  },
  'check-open-lines': {
    title: '还有家庭没有结果，不能办结',
    detail: '未登记：{{open}} 户',
    next: '请逐户登记；没见到人的登记“未见人”。',
  },
  'complaint-closed': {
    title: '这件举报已经办结',
    detail: '编号：{{number}}',
    next: '有新情况请另登记一件。',
  },
  'concerns-yourself': {
    title: '这件事涉及您本人，不能由您办理',
    detail: '',
    next: '没有改动任何内容。请另一位有权限的人登录后办理。',
  },
  'lens-changed': {
    title: '这一组的情况已经变了',
    detail: '',
    next: '请刷新后按现在的家庭重新核对。',
  },
} as const;
