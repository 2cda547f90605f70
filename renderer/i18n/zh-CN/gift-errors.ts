// Words for what gifts, donors, purchases and the cash book say no to, Chinese.
export const giftErrors = {
  // gifts
  'donation-ended': {
    title: '这张凭证已经作废或红冲，不能再改',
    detail: '凭证号：{{number}}\n{{kind}}：{{endDay}}',
    next: '号码和各联都保留；需要的话请另开新凭证。',
  },
  'value-far-from-fair': {
    title: '凭据金额与公允价值相差太大',
    detail: '{{item}}\n凭据金额：{{evidenceFen}}\n按参考价：{{listFen}}',
    next: '请核对数量和金额；确实如此请改选公允价值并写明依据，凭据金额照样记录。',
  },
  'value-not-evidence': {
    title: '按凭据计价，金额就是凭据上的金额',
    detail: '{{item}}\n凭据金额：{{evidenceFen}}\n填写的金额：{{valueFen}}',
    next: '请改成凭据金额；要用别的金额请改选公允价值并写明依据。',
  },
  'value-reference-missing': {
    title: '还没有写明计价依据',
    detail: '{{item}}',
    next: '请写明参考了什么价格（如市场价、平台价）；坚持按凭据计价时请写明理由。',
  },
  'shelf-life-short': {
    title: '剩余保质期不够，按规则不能接收',
    detail:
      '{{item}}：还剩 {{daysLeft}} 天\n占整个保质期的 {{percent}}%\n要求至少剩 {{needPercent}}%\n要求至少剩 {{needDays}} 天',
    next: '请谢绝这一项并写进拒收；确要接收，由店长写明理由。',
  },
  'shelf-life-over': {
    title: '已经过期，不能接收',
    detail: '{{item}}：到期 {{expiryDay}}',
    next: '请谢绝这一项，写进拒收并说明原因。',
  },
  'inspectors-two': {
    title: '验收要两个人签名',
    detail: '',
    next: '有物资入库时请填两位不同的验收人。',
  },
  'pieces-too-many': {
    title: '逐件贴签的数量太多',
    detail: '最多 {{most}} 件',
    next: '请分成几行登记，或按批登记不逐件贴签。',
  },
  'designation-unknown': {
    title: '定向的对象不存在',
    detail: '{{what}}',
    next: '请重新选择类别、街道（社区）或发放批次。',
  },
  'official-number-taken': {
    title: '这个票据号码已登记在另一张凭证上',
    detail: '凭证号：{{number}}',
    next: '请核对票据；没有改动。',
  },
  'photo-unreadable': { title: '照片打不开', detail: '', next: '请换一张 JPG 或 PNG 图片。' },
  'photo-too-large': {
    title: '照片太大',
    detail: '最大 {{most}} MB',
    next: '请先缩小，或用手机发原图以外的尺寸。',
  },
  'photo-too-many': {
    title: '这一笔的照片已经够多',
    detail: '最多 {{most}} 张',
    next: '已有的照片都在，没有再加。',
  },
  // donors
  'donor-taken': {
    title: '已有同名的捐赠人',
    detail: '{{name}}',
    next: '请用已有的那一位；确是另一位，请在名称里加以区别。',
  },
  'donor-merged': {
    title: '这位捐赠人已并入另一位',
    detail: '并入：{{name}}',
    next: '请到合并后的捐赠人办理；没有改动。',
  },
  'donor-not-merged': { title: '这位捐赠人没有合并过', detail: '', next: '没有可以拆开的，没有改动。' },
  'donor-same': { title: '选的是同一位捐赠人', detail: '', next: '请选要并入的另一位。' },
  'donor-anonymous': {
    title: '匿名捐赠不属于任何捐赠人',
    detail: '',
    next: '匿名的捐赠不合并、不出感谢函，请另选。',
  },
  'donor-nothing-given': {
    title: '这段时间没有可写进函里的捐赠',
    detail: '从 {{fromDay}} 到 {{toDay}}',
    next: '请换一段时间，或去掉“只写未出过凭证的”。',
  },
  'credit-code-length': {
    title: '统一社会信用代码位数不对',
    detail: '共 {{length}} 位',
    next: '应为 18 位，请核对证照。',
  },
  'credit-code-characters': {
    title: '统一社会信用代码里有不该有的字符',
    detail: '',
    next: '只有数字和大写字母，不用 I、O、S、V、Z。',
  },
  'credit-code-check': {
    title: '统一社会信用代码校验不对',
    detail: '末位应为 {{expected}}',
    next: '多半有一位录错，请对照证照。',
  },
  'credit-code-taken': {
    title: '这个统一社会信用代码已属于另一位捐赠人',
    detail: '{{name}}',
    next: '请用那一位，或先合并。',
  },
  'credit-code-of-person': {
    title: '个人没有统一社会信用代码',
    detail: '',
    next: '请去掉代码，或把类型改成企业、社会组织或学校。',
  },
  // money
  'money-short': {
    title: '这项资金不够',
    detail: '{{source}}\n可用：{{availableFen}}\n需要：{{wantedFen}}\n日期：{{onDay}}',
    next: '没有记账。请换资金来源、减少金额，或先登记拨款。',
  },
  'funding-is-gift': {
    title: '捐款要用捐赠单登记',
    detail: '',
    next: '请到“捐赠”登记并出凭证；这里只记拨款和期初。',
  },
  'funding-is-trade': {
    title: '经营收入不能按拨款登记',
    detail: '',
    next: '经营收入由柜台补款和义卖自动记账；这里只登记它的期初余额。',
  },
  'month-not-over': {
    title: '这个月还没有结束',
    detail: '{{month}}',
    next: '请下个月再结账。',
  },
  'month-closed': {
    title: '这个月已经结账',
    detail: '{{month}}',
    next: '账目没有改动；请用今天的日期办理，会注明“补录”。',
  },
  'month-before-open': {
    title: '前面还有月份没有结账',
    detail: '{{month}}',
    next: '请先结这个月的账，再结后面的；没有改动。',
  },
} as const;
