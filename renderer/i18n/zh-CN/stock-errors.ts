// Words for what the store room says no to (places, lots, papers, stocktake, packing units, labels), Chinese.
export const stockErrors = {
  // catalogue
  'pack-unit-taken': {
    title: '包装单位重复了',
    detail: '单位：{{unit}}',
    next: '每个包装单位只能写一次，也不能和物资自己的单位相同。',
  },
  'pack-unit-measure': {
    title: '这个包装单位是重量或容量单位，换算不对',
    detail: '单位：{{unit}}',
    next: '斤、公斤、升等按法定换算；包装请用袋、箱、盒这样的单位。',
  },
  'rule-short-life': {
    title: '短保质期的规则没有填全',
    detail: '',
    next: '“保质期不超过几天”和“至少剩几天”要一起填，或都空着。',
  },
  'labels-none': { title: '还没有选要打印的标签', detail: '', next: '请至少加一项，并填写张数。' },
  'label-too-small': {
    title: '标签太小，印不下',
    detail: '编号：{{code}}\n标签：{{label}}',
    next: '没有打印。请换大一号的标签，或改短品名、规格。',
  },
  'label-code-characters': {
    title: '编号里有条码印不了的字符',
    detail: '编号：{{code}}',
    next: '没有打印。条码只能用字母、数字和常用符号，请先改编号。',
  },
  // places
  'place-name-taken': { title: '地点名称已有', detail: '名称：{{name}}', next: '请换一个名称。' },
  'place-not-empty': {
    title: '这个地点还有物资，不能停用',
    detail: '还有 {{lots}} 个批次',
    next: '请先把物资调拨到别处，再停用。',
  },
  'place-is-shop': { title: '店面不能停用', detail: '柜台发放都从店面出库。', next: '需要的话可以改名称。' },
  'place-same': { title: '调出和调入是同一个地点', detail: '', next: '请换一个调入地点。' },
  'place-closed': { title: '这个地点已停用', detail: '地点：{{place}}', next: '请选一个在用的地点。' },
  // lots and papers
  'lot-held-already': {
    title: '这个批次已经暂停发放',
    detail: '批次：{{tag}}\n原因：{{reason}}',
    next: '不用再暂停；要发放请先解除。',
  },
  'lot-not-held': { title: '这个批次没有暂停', detail: '批次：{{tag}}', next: '没有改动，可以照常发放。' },
  'lines-empty': { title: '单子是空的', detail: '', next: '请至少加一行物资。' },
  'line-twice': {
    title: '同一批次写了两行',
    detail: '重复在第 {{row}} 行',
    next: '请合并成一行。',
  },
  'tag-check': {
    title: '标签编号有一位不对',
    detail: '编号：{{tag}}',
    next: '请重扫，或对照标签再输入一次。',
  },
  'already-reversed': {
    title: '这张单据已经撤销过',
    detail: '单号：{{number}}\n撤销日期：{{endDay}}',
    next: '账目没有再动，不用重复撤销。',
  },
  'reversal-negative': {
    title: '撤销后库存会变成负数，没有撤销',
    detail: '{{item}}（批次 {{tag}}）\n从 {{day}} 起会缺 {{missing}}',
    next: '账目没有改动。请先撤销后面用掉这批物资的单据；已发出的只能如实保留，另行说明。',
  },
  'witness-missing': { title: '还没有填监督人', detail: '', next: '报损要有一位在场的监督人。' },
  'method-missing': { title: '还没有填处理方式', detail: '', next: '请写明怎样处理，如销毁、退回、义卖。' },
  'proceeds-missing': {
    title: '义卖还没有填收入',
    detail: '',
    next: '请填卖得的金额、收款方式和用途；没有收入请按报废办理。',
  },
  'two-people-needed': {
    title: '要由另一个人复核',
    detail: '{{by}}已经经手这张单据。',
    next: '账目没有改动。请另一位有权限的人登录后办理。',
  },
  'loss-decided': {
    title: '这张报损单已经办结',
    detail: '单号：{{number}}\n办结人：{{by}}',
    next: '请刷新列表看结果；没有改动。',
  },
  'loss-not-approved': {
    title: '这张报损单还没有批准，不用撤销',
    detail: '单号：{{number}}',
    next: '没有出库。需要的话请直接撤回。',
  },
  // stocktake
  'stocktake-running': {
    title: '这个地点正在盘点',
    detail: '盘点单：{{number}}',
    next: '请先完成或取消那张盘点单。',
  },
  'stocktake-nothing': {
    title: '这里没有可盘的物资',
    detail: '地点：{{place}}',
    next: '请换一个地点，或去掉类别条件。',
  },
  'stocktake-not-open': {
    title: '这张盘点单已不能录数',
    detail: '盘点单：{{number}}',
    next: '已点完的请店长重新打开；已入账的请另开一张盘点单。',
  },
  'stocktake-not-counted': {
    title: '这张盘点单还没有点完',
    detail: '盘点单：{{number}}',
    next: '请先录完数，按“点完”再入账。',
  },
  'stocktake-uncounted': {
    title: '还有没点的行',
    detail: '未点 {{count}} 行',
    next: '请补点；确实不点的，请选“未点的保持账面数”。',
  },
  'stocktake-misfits': {
    title: '两次点数对不上',
    detail: '对不上 {{count}} 行',
    next: '请第三个人重点这几行，以第三次为准。',
  },
  'stocktake-recount': {
    title: '入账后库存会变成负数，请重点这一行',
    detail: '{{item}}（批次 {{tag}}）',
    next: '没有入账。请店长重新打开盘点单，把这一行再点一次。',
  },
  'stocktake-over': {
    title: '这张盘点单已经结束',
    detail: '盘点单：{{number}}',
    next: '没有改动；需要的话请另开一张盘点单。',
  },
  'stocktake-still-blind': {
    title: '盲盘还没有点完，不能看账面数',
    detail: '盘点单：{{number}}',
    next: '请先点完，再打印差异。',
  },
  'stocktake-line-here': {
    title: '盘点单里已有这个批次',
    detail: '{{item}}（批次 {{tag}}）',
    next: '请直接在那一行录数。',
  },
  'count-second-person': {
    title: '第二次点数要换一个人',
    detail: '前一次由{{by}}点。',
    next: '已录的数都在。请另一位登录后来点。',
  },
  'count-round-early': {
    title: '还没轮到这一次点数',
    detail: '',
    next: '请先录前一次的数；两次一致就不用第三次。',
  },
} as const;
