// Words for what the till says no to, Chinese: headline, facts, what to do. Seen large and red at the counter.
export const tillErrors = {
  'code-unknown': {
    title: '不认识这个码',
    detail: '',
    next: '请确认扫的是领物券；纸面破损时请输入券上的短码。',
  },
  'code-forged': {
    title: '这张券不是真的',
    detail: '码的签名不对，没有动用任何券额。',
    next: '请收下纸面交店长处理，不要发放物资。',
  },
  'code-other-shop': {
    title: '这张券属于别的店',
    detail: '店：{{shop}}',
    next: '请领取人到券面写的地点领取。',
  },
  'code-check': { title: '短码有一位输错了', detail: '', next: '请对照券面再输入一次。' },
  'voucher-redeemed': {
    title: '此券已核销',
    detail: '{{redeemedAt}} · {{terminal}} · {{operator}}\n当时领取：{{usedFen}}\n领取单号：{{number}}',
    next: '请看纸面日期；可请店长查询。',
  },
  'voucher-expired': {
    title: '此券已过期',
    detail: '有效期到 {{validToDay}}',
    next: '请领取人等下一批发放，或请店长查询。',
  },
  'voucher-not-yet-valid': {
    title: '此券还没到使用日期',
    detail: '从 {{validFromDay}} 起可用',
    next: '请领取人到日子再来。',
  },
  'voucher-void': {
    title: '此券已作废',
    detail: '作废日期：{{voidDay}}\n原因：{{reason}}',
    next: '不要发放物资；可请店长查询。',
  },
  'voucher-replaced': {
    title: '此券已挂失并补发新券',
    detail: '旧券号：{{serial}}\n新券号：{{newSerial}}',
    next: '请领取人出示新券。',
  },
  'voucher-draft': { title: '此券还没有发放', detail: '', next: '请店长先办理发放。' },
  'household-stopped': {
    title: '该家庭入户核查不符合',
    detail: '券号：{{serial}}\n入户核查的结果还没有作出决定。',
    next: '请先不发放，请店长在“抽查”里查看；另一个人决定保留后可以再领，券不作废。',
  },
  'own-relative': {
    title: '这户已备案为您的近亲属，不能由您办理',
    detail: '家庭编号：{{number}}',
    next: '没有改动任何内容。请另一位工作人员登录后办理。',
  },
  'household-not-eligible': {
    title: '这户家庭现在不符合领取条件',
    detail:
      '已退出：{{endDay}} 起没有资格\n资格从 {{startDay}} 才开始\n原因：{{reason}}\n复核应在：{{reviewDay}}',
    next: '请店长决定，志愿者不能放行。',
  },
  'till-throttled': {
    title: '连续扫错多次，本柜台暂停一分钟',
    detail: '{{untilAt}} 以后继续',
    next: '请稍候；可请店长过来看看。',
  },
  'stock-short': {
    title: '库存不够',
    detail: '{{item}}：要 {{wanted}}，可发 {{available}}',
    next: '请减少数量或换一种。',
  },
  'stock-expired': {
    title: '只剩过期的，不能发放',
    detail: '{{item}}：到期 {{expiryDay}}',
    next: '请把它移出货架，换一种物资。',
  },
  'stock-designated': {
    title: '这是定向捐赠的物资，不能发给这户',
    detail: '{{item}}',
    next: '请换一种物资。',
  },
  'stock-held': {
    title: '这种物资已暂停发放',
    detail: '{{item}}\n原因：{{reason}}',
    next: '请换一种物资；解除暂停请找店长。',
  },
  'stock-elsewhere': {
    title: '店面没有了，别处还有',
    detail: '{{item}}：{{places}}',
    next: '请店长调拨到店面再发，或换一种物资。',
  },
  'stock-short-dated': {
    title: '临期物资每人每天只能领一件',
    detail: '{{item}}：这户今天还可领 {{available}}',
    next: '请减少数量或换一种；明天可以再领。',
  },
  'basket-empty': { title: '还没有选物资', detail: '', next: '请扫物资条码。' },
  'basket-over-face': {
    title: '所选物资超过券面',
    detail: '已选 {{usedFen}}\n券面 {{balanceFen}}\n超出 {{overFen}}',
    next: '请拿掉一些；不能补现金。',
  },
  'item-without-price': { title: '这种物资没有标价', detail: '{{itemName}}', next: '请店长先给它标价。' },
  'redemption-reversed': {
    title: '这笔核销已经撤销过',
    detail: '{{reversedAt}} · {{operator}}',
    next: '不用再撤销。',
  },
  'reverse-not-own': {
    title: '只能撤销自己办的核销',
    detail: '领取单号：{{number}}',
    next: '请找店长撤销。',
  },
  'reverse-not-today': {
    title: '不是今天的核销，不能在柜台撤销',
    detail: '核销日期：{{redeemedDay}}',
    next: '请找店长撤销。',
  },
  'basket-over-points': {
    title: '积分不够',
    detail: '需要 {{used}} 分，券上有 {{balance}} 分，差 {{over}} 分',
    next: '请减少物资。',
  },
  'vouchers-of-others': {
    title: '这张券是另一户的',
    detail: '券号：{{serial}}',
    next: '请先把眼前这一户办完、挂单或清空，再扫这张券。',
  },
  'vouchers-mixed': {
    title: '这些券不能一起用',
    detail: '券号：{{serial}}',
    next: '积分券和领物券要分开领；救灾、优抚的券也要单独领。',
  },
  'topup-not-due': {
    title: '不用补现金',
    detail: '填的是 {{topUpFen}}',
    next: '请退还现金后再核销。',
  },
  'voucher-needed': {
    title: '要有领物券才能领',
    detail: '',
    next: '请领取人出示领物券；本店没有开办免券领取。',
  },
  'voucher-not-handed-over': {
    title: '这张券还没有登记交付',
    detail: '券号：{{serial}}',
    next: '请店长在签收表上核对并登记交付。',
  },
  'code-revoked': {
    title: '这批券的签名密钥已吊销',
    detail: '券号：{{serial}}',
    next: '不要发放物资；请店长办理换券。',
  },
  'card-ended': {
    title: '这张领物卡已停用',
    detail: '停用时间：{{endedAt}}\n原因：{{reason}}',
    next: '请领取人出示新卡或领物券。',
  },
  'item-without-points': {
    title: '这种物资不能用积分领',
    detail: '{{item}}',
    next: '请换一种，或请店长给它定积分。',
  },
  'item-not-free': {
    title: '这种物资不能免券领取',
    detail: '{{item}}',
    next: '免券只能领临期物资。',
  },
  'line-reversed': {
    title: '这一行已经撤销过',
    detail: '第 {{line}} 行',
    next: '没有改动任何内容。',
  },
  'reverse-package-whole': {
    title: '套餐只能整单撤销',
    detail: '',
    next: '请撤销整单，再重新核销。',
  },
  'voucher-none-usable': {
    title: '这户没有现在能用的券',
    detail: '',
    next: '请看各张券的原因；有疑问请店长查询。',
  },
  'lookup-not-approved': {
    title: '没有券也没有批准，不能领取',
    detail: '卡或批准已过时，或换了经办人',
    next: '请扫领物券或领物卡；忘带券的请重新找店长批准。',
  },
  'basket-held': {
    title: '这户已有一单挂着',
    detail: '{{heldAt}} · {{terminal}}',
    next: '请按 F7 取出那一单再加物资，或先把它作废。',
  },
  'held-gone': {
    title: '这一单已经办完或作废',
    detail: '',
    next: '请按 F7 看还有哪些挂单。',
  },
  'held-changed': {
    title: '取出的挂单有变化',
    detail: '',
    next: '请照下面各项改清单，再按 F9 核销；没有动用任何券额。',
  },
  'weight-missing': {
    title: '秤签上没有重量',
    detail: '',
    next: '请重新称重打签，或按 F3 查找后用 F2 填重量。',
  },
} as const;
