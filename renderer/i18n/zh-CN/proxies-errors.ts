// Words for what is said no to around those who collect for others, Chinese. Also seen large and red at the counter.
export const proxiesErrors = {
  'proxy-is-member': {
    title: '这是本户的家庭成员，不用登记代领',
    detail: '',
    next: '家庭成员来领，按本户领取办理，不要登记代领人。',
  },
  'proxy-over-limit': {
    title: '这个人本月代领的户数已到上限',
    detail:
      '本月已为 {{households}} 户无亲属关系的家庭代领\n每月上限：{{limit}} 户\n{{againDay}} 起可以再代领',
    next: '请店长或民政部门人员核对后在这里批准；没有批准不能发放。',
  },
  'proxy-not-valid': {
    title: '这位代领人今天不能代领',
    detail: '代领期限：{{fromDay}} 至 {{toDay}}\n从 {{endedDay}} 起已终止',
    next: '请改登记为临时代领，或请店长办理新的委托。',
  },
  'proxy-tail-reason': {
    title: '只记证件末四位，要写明原因',
    detail: '',
    next: '请写明为什么没有出示完整号码；能出示的请输入全号。',
  },
  'proxy-period': {
    title: '代领期限不对',
    detail: '最晚到：{{latestDay}}',
    next: '截止日不能早于开始日和今天；一次委托最长一年。',
  },
  'proxy-already': {
    title: '这个人已经是本户的代领人',
    detail: '代领期限：{{fromDay}} 至 {{toDay}}',
    next: '期限不能重叠；要修改请先终止原来的再登记。',
  },
  'proxy-ended': {
    title: '这项代领已经结束',
    detail: '从 {{endedDay}} 起终止\n期限到 {{toDay}}',
    next: '不用再终止。',
  },
  'approval-wrong': {
    title: '批准人的姓名或密码不对',
    detail: '没有发放任何物资。',
    next: '请批准人再输入一次密码；多次输错会暂停他的登录。',
  },
  'approval-same-person': {
    title: '当班人不能批准自己办理的代领',
    detail: '',
    next: '请另一位店长或民政部门人员批准。',
  },
  'approval-not-permitted': {
    title: '这位人员不能批准',
    detail: '岗位：{{role}}',
    next: '请店长或民政部门人员批准；已备案为这户近亲属的人不能批准。',
  },
  'institution-name-taken': {
    title: '已有同名的机构',
    detail: '{{name}}',
    next: '请直接使用它，或在名称里写明区别。',
  },
  'institution-closed': {
    title: '这家机构已停用',
    detail: '{{institution}}',
    next: '请店长先恢复它，或换一家机构。',
  },
  'institution-not-empty': {
    title: '这家机构的名册上还有人',
    detail: '{{institution}}：{{residents}} 户',
    next: '请先把他们移出名册，再停用。',
  },
  'resident-elsewhere': {
    title: '这户在另一家机构的名册上',
    detail: '家庭编号：{{number}}\n所在机构：{{institution}}',
    next: '请先从那家机构移出，再加入这里。',
  },
  'resident-not-here': {
    title: '这张券不属于本机构的在院人员',
    detail: '券号：{{serial}}',
    next: '请核对机构名册；不在名册上的请本人或代领人单独领取。',
  },
  'institution-redemption': {
    title: '这笔属于一次机构代领，不能单独撤销',
    detail: '代领单号：{{number}}',
    next: '请在机构领取里撤销整单，再重新办理。',
  },
} as const;
