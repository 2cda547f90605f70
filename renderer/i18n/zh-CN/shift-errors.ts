// Words for what is said no to around shifts (当班), signatures and deliveries (送货上门), Chinese.
export const shiftErrors = {
  'shift-open': {
    title: '本柜台已经有一班在当班',
    detail: '{{terminal}}：{{openedAt}} 开班',
    next: '不用再开班；要换人请办交班。',
  },
  'shift-ended': {
    title: '这一班已经结束',
    detail: '结束时间：{{closedAt}}',
    next: '没有改动；请看当前的班次。',
  },
  'shift-elsewhere': {
    title: '这一班是另一个柜台的',
    detail: '柜台：{{terminal}}',
    next: '请到那个柜台点清现金后交班。',
  },
  'shift-not-own': {
    title: '这一班不是您开的',
    detail: '开班：{{openedAt}} · {{operator}}',
    next: '请开班的人交班，或请店长代为交班。',
  },
  'shift-same-person': {
    title: '接班的就是您自己',
    detail: '',
    next: '请选接班的人，由他输入密码；只结束当班请用“结班”。',
  },
  'shift-difference': {
    title: '实点现金和应有现金不符',
    detail: '应有 {{expectedFen}}，实点 {{countedFen}}，相差 {{differenceFen}}',
    next: '请再点一遍；仍不符时在备注里写明原因再交班。程序不会自动改账。',
  },
  'reverse-shift-ended': {
    title: '这一班已经交班，志愿者不能再撤销',
    detail: '领取单号：{{number}}\n交班时间：{{closedAt}}',
    next: '请找店长撤销。',
  },
  'signature-off': {
    title: '本店在小票上签名，不在屏幕上签',
    detail: '',
    next: '请领取人在打印的小票上签名；要改请店长在设置里打开。',
  },
  'signature-given': {
    title: '这一单已经签过名',
    detail: '领取单号：{{number}}\n签名时间：{{signedAt}}',
    next: '签名不能改；有疑问请在小票上另签。',
  },
  'signature-late': {
    title: '只能当天在办理的柜台签名',
    detail: '领取单号：{{number}}\n柜台：{{terminal}}',
    next: '请打印小票，请领取人在纸上签名。',
  },
  'signature-empty': {
    title: '还没有签名，或写得太少',
    detail: '',
    next: '请领取人在框内写名字，或改在小票上签。',
  },
  'delivery-address-missing': {
    title: '这户没有登记住址',
    detail: '',
    next: '请填写送货地址。',
  },
  'delivery-ended': {
    title: '这一单送货已经办结',
    detail: '办结时间：{{endedAt}}',
    next: '没有改动；请刷新列表。',
  },
  'delivery-day': {
    title: '送达日期不对',
    detail: '发出：{{fromDay}}\n今天：{{todayDay}}',
    next: '请填发出当天到今天之间的日期。',
  },
} as const;
