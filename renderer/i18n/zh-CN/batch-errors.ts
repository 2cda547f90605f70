// Words for what packages and batches of vouchers say no to, Chinese: the source of the keys.
export const batchErrors = {
  'batch-validity-reversed': {
    title: '有效期的起止颠倒了',
    detail: '从 {{validFromDay}} 到 {{validToDay}}',
    next: '请让结束日不早于开始日。',
  },
  'batch-already-issued': {
    title: '这一批已经发放',
    detail: '批次：{{name}}\n发放时间：{{issuedAt}}',
    next: '请到批次列表查看；已发放的不能再审批或删除。',
  },
  'batch-nobody': {
    title: '按这些条件没有家庭可以领',
    detail: '',
    next: '请检查类别和社区，或先导入、复核名册。',
  },
  'batch-changed-since-preview': {
    title: '预览以后名册有变化',
    detail: '预览时：{{expected}} 户\n现在：{{found}} 户',
    next: '请看新的预览，核对后再发放。',
  },
  'batch-category-none': {
    title: '类别表里没有这个类别',
    detail: '类别：{{category}}',
    next: '请重新选择救助类别。',
  },
  'batch-over': {
    title: '有效期已经过去',
    detail: '结束日：{{validToDay}}',
    next: '请改成今天或以后的日期。',
  },
  'batch-community-none': {
    title: '名册里没有这个社区（村）',
    detail: '社区（村）：{{community}}',
    next: '请从名单里选；全部社区就不要选。',
  },
  'batch-face-missing': {
    title: '还没有填面值',
    detail: '',
    next: '请填每券的金额或积分，要大于零。',
  },
  'batch-kind-mixed': {
    title: '金额、积分、套餐不能混在一批',
    detail: '',
    next: '请只填这一种券自己的面值；不同的种类请分批。',
  },
  'batch-package-missing': {
    title: '没有选套餐，或这个套餐已经停用',
    detail: '',
    next: '请选一个在用的套餐。',
  },
  'batch-package-unpriced': {
    title: '套餐里有没定价的物资',
    detail: '物资：{{items}}',
    next: '请先在物资目录填价目，套餐券的面值按价目合计。',
  },
  'batch-package-by-size': {
    title: '套餐券不能按家庭人口定面值',
    detail: '',
    next: '请改成一户一券或一人一券。',
  },
  'batch-package-in-parts': {
    title: '套餐要一次领完，不能分次',
    detail: '',
    next: '请关掉“分次使用”。',
  },
  'batch-sizes-missing': {
    title: '还没有填人口分档',
    detail: '',
    next: '请至少填一档，从 1 人起。',
  },
  'batch-sizes-from-one': {
    title: '第一档要从 1 人起',
    detail: '现在从 {{members}} 人起',
    next: '请把第一档改成 1 人，不然小家庭没有面值。',
  },
  'batch-sizes-not-rising': {
    title: '人口分档要从小到大，面值不能变少',
    detail: '第 {{line}} 档',
    next: '请按人口从少到多填写，人多的面值不少于人少的。',
  },
  'batch-size-one-each': {
    title: '按人口定面值的券一户一张',
    detail: '',
    next: '请选“就高：一户一券”。',
  },
  'batch-receivers-left': {
    title: '准备以后有家庭不能再领，或可领的变了',
    detail: '共 {{households}} 户\n户号：{{numbers}}',
    next: '这一批没有发放。请删除这份草稿，重新预览、准备。',
  },
  'batch-list-twice': {
    title: '同一份名单已经有一批了',
    detail: '批次：{{name}}\n有效期：{{validFromDay}} 到 {{validToDay}}',
    next: '没有重复发放。确实要再发一次，请勾选“名单相同也发”。',
  },
  'batch-not-approved': {
    title: '这一批还没有审批，不能打印',
    detail: '批次：{{name}}',
    next: '请先由另一位有权限的人审批；草稿不能印在纸上。',
  },
  'batch-same-person': {
    title: '准备的人不能自己审批',
    detail: '',
    next: '请另一位店长或民政监管人员登录后审批。',
  },
  'batch-needs-second': {
    title: '发放要第二个人同意',
    detail: '',
    next: '请另一位店长或民政监管人员当面输入密码，或先准备、由其登录审批。',
  },
  'batch-totals-differ': {
    title: '合计对不上，没有发放',
    detail:
      '填写：{{expectedPieces}} 张，实有：{{pieces}} 张\n填写金额：{{expectedFaceFen}}，实有金额：{{faceFen}}\n填写积分：{{expectedPoints}}，实有积分：{{points}}',
    next: '请和审批单上的合计核对，再填一次。',
  },
  'package-name-taken': {
    title: '已经有同名的套餐',
    detail: '套餐：{{name}}',
    next: '请换一个名称，或修改原来的套餐。',
  },
  'package-ended': {
    title: '这个套餐已经停用',
    detail: '套餐：{{name}}\n停用时间：{{endedAt}}',
    next: '请刷新列表，用在用的套餐。',
  },
  'package-item-twice': {
    title: '同一种物资写了两行',
    detail: '第 {{line}} 行',
    next: '请合并成一行，填总数量。',
  },
  'package-same': {
    title: '套餐没有改动',
    detail: '套餐：{{name}}',
    next: '没有另存。要改请先改数量或物资。',
  },
} as const;
