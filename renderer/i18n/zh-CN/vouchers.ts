// Words of the vouchers screens, Chinese: the source of the keys.
export const vouchers = {
  title: '领物券',
  new: '发放新一批',
  open: '打开这一批',
  batch: {
    name: '批次名称', festival: '节日', face: '面值', valid: '有效期', place: '使用地点', issuedAt: '发放时间', issued: '发放', redeemed: '核销', void: '作废',
    expired: '过期', outstanding: '未核销', empty: '还没有发放过领物券，按 F4 发放第一批',
  },
  form: {
    title: '发放新一批领物券', name: '批次名称', nameHint: '印在券上，例如：2026年元旦春节慰问', festival: '节日', festivals: '元旦，春节，端午，中秋，重阳，国庆',
    face: '每券面值（元）', faceHint: '例如 100', categories: '哪些类别的家庭可以领', all: '全选', none: '全不选',
    highest: '就高：一户一券，按家庭里最高的类别', highestOff: '不就高：一户里每个类别各一券',
    from: '有效期从', to: '有效期到', dayHint: '例如 2026-05-31', toHint: '当天还能用，例如 2026-05-31', place: '使用地点', placeHint: '印在券上', funding: '资金来源', fundingHint: '可以不填，例如：福彩公益金',
    preview: '预览：谁能领', previewing: '正在核对名册…',
    mistakes: { face: '请填大于零的金额，最多两位小数', categories: '请至少选一个类别', toBeforeFrom: '结束日不能早于开始日', over: '结束日已经过去' },
  },
  preview: {
    title: '预览（还没有发放）', households: '可领家庭', vouchers: '领物券', people: '保障人口', faceFen: '券面合计', unit: { households: '{{n}} 户', vouchers: '{{n}} 张', people: '{{n}} 人' },
    byCategory: '按类别', category: '类别', leftOut: '没有列入的家庭', why: { category: '类别不在这一批', 'not-yet': '资格还没有开始', ended: '资格已终止', 'review-overdue': '复核已过期（店铺设置：不发）' },
    reviewOverdue: '其中 {{n}} 户复核日期已过，仍会发放；请尽快复核', first: '最先的 {{n}} 户（按社区、户号）', number: '户号', head: '户主', members: '人口', community: '社区（村）',
    stale: '条件改过了，请重新预览',
  },
  issue: {
    action: '发放', ask: '发放这一批领物券', verb: '发放 {{n}} 张', working: '正在发放…', done: '已发放 {{n}} 张，合计 {{face}}', next: '请打印券面和签收表。',
    figures: { households: '家庭', vouchers: '领物券', people: '保障人口', face: '券面合计', valid: '有效期', each: '每券面值' },
  },
  papers: { sheet: '打印券面', signOff: '打印签收表', signOffSheet: '签收表 Excel', title: '打印' },
  list: {
    search: '券号、姓名、拼音、户号', state: '状态', allStates: '全部状态', serial: '券号', code: '短码', head: '领取家庭', category: '类别', community: '社区（村）', face: '面值',
    balance: '余额', validTo: '有效期至', back: '所有批次', act: '操作',
  },
  states: {
    draft: '草稿', issued: '已发放（待交付）', active: '有效', 'partly-used': '部分使用', used: '已核销', expired: '已过期', void: '已作废', replaced: '已挂失',
  },
  void: {
    action: '作废', title: '作废这张领物券', verb: '作废', serial: '券号', head: '领取家庭', face: '失效金额', reason: '作废原因', reasonHint: '例如：错发、遗失、死亡',
    reasonMissing: '请写明原因', done: '已作废，券号 {{serial}}', whole: '这张券以后不能再用，不能恢复。',
  },
  keys: { new: '发放新一批', search: '查找', open: '打开', preview: '预览', sheet: '打印券面', signOff: '打印签收表', void: '作废选中的券' },
} as const;
