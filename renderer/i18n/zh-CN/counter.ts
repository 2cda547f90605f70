// Words of the counter screens, Chinese: the source of the keys.
export const counter = {
  title: '柜台',
  screen: '柜台，扫码枪在这里直接可用',
  todayCount: '今日 {{n}} 户次',
  idle: { sign: '请扫领物券', typing: '正在输入', typingHint: '输完按回车；按 Esc 取消' },
  waiting: { title: '请稍候，正在核对…', detail: '不用重扫，也不用重按；不会重复核销。' },
  keys: {
    quantity: '数量', find: '查找', reverse: '撤销 / 今日', confirm: '核销', remove: '删行', clear: '清空', code: '输短码', up: '选上一行或下一行',
    printSlip: '再打印上一张小票', saveSlip: '小票另存为 PDF',
  },
  basket: {
    title: '领取清单', empty: '请扫物资条码', emptyHint: '没有条码的按 F3 查找', line: '序', name: '物资', amount: '数量', value: '金额', until: '到期',
    noDate: '无期限',
  },
  household: {
    title: '领取家庭', members: '{{n}} 人', idTail: '证件尾号', eligible: '✔ 资格有效', voucher: '领物券', validTo: '有效期至', last: '上次领取',
    never: '第一次领取', place: '使用地点', community: '社区（村）', serial: '券号',
  },
  figures: {
    face: '券面', balance: '券内余额', used: '已选', left: '还可选', over: '超出',
    lapses: '不找零，余额作废 {{left}}', nothingLapses: '正好用完',
  },
  notes: {
    title: '提醒',
    'over-face': '超出券面 {{over}}，请拿掉一些；不能补现金',
    'too-many': '{{name}} 只可发 {{available}}',
    'near-expiry': '快到期，请提醒早些用：{{goods}}',
    and: '、',
    'review-overdue': '这户的复核日期已过，可以领取；请提醒去社区办复核',
  },
  warnings: {
    'voucher-first': { title: '这是物资条码', next: '请先扫领物券，再扫物资。' },
    'basket-open': { title: '还有一户没有办完', next: '请先按 F9 核销，或按 Esc 清空，再扫下一张券。' },
    'same-voucher': { title: '这张券已经打开', next: '请直接扫物资。' },
    'basket-empty': { title: '还没有选物资', next: '请先扫物资条码，再按 F9 核销。' },
  },
  done: {
    title: '已核销 {{used}}', before: '原有', used: '已用', lapsed: '作废（不找零）', after: '剩余', number: '领取单号 {{number}}', next: '可以直接扫下一张券',
    goods: '请把物资交给领取人',
  },
  slip: {
    making: '小票：正在准备…', printed: '小票：已送打印机', saved: '小票已保存：{{fileName}}', previewed: '小票：已打开预览',
    failed: '小票没有打印：{{why}}', safe: '核销已经记好，不受影响。', of: '单号 {{number}}', print: '打印小票', save: '另存 PDF', preview: '预览小票', closed: '小票没有打印',
  },
  refused: {
    any: '按任意键返回，或直接扫下一张',
    who: '谁能决定：',
    manager: '店长',
    self: '您可以自己处理',
    also: '没有通过的共 {{n}} 项：',
    basketKept: '清单还在，没有核销',
  },
  quantity: { title: '改数量', label: '数量（{{unit}}）', hint: '最多可发 {{available}}', bad: '请填大于零的数，例如 2 或 1.5', whole: '这种物资只能是整数' },
  find: { title: '查找物资', label: '品名、拼音或首字母', hint: '上下键选择，回车加入清单', none: '没有找到，请换个写法', available: '可发 {{available}}', gone: '现在不能发' },
  code: {
    title: '输入券面短码', label: '短码（券面下方，12 位，四位一组）', hint: '扫码枪暂停，请用键盘输入', left: '还差 {{n}} 位', more: '多了 {{n}} 位',
    ok: '校验正确，按回车打开', wrong: '有一位输错了，请对照券面', characters: '短码里没有“{{character}}”，请对照券面', open: '打开',
  },
  today: {
    title: '今日核销', acts: '操作', search: '按姓名拼音、单号查找', number: '单号', at: '时间', name: '领取家庭', category: '类别', used: '金额', lapsed: '作废', operator: '经手人',
    state: '状态', reversed: '已撤销', standing: '已核销', hint: '上下键选择，回车撤销选中的一笔', empty: '今天还没有核销',
    reverse: '撤销', reverseTitle: '撤销这笔核销', reason: '撤销原因', reasonOther: '其他（请写明）',
    reasons: { wrongGoods: '扫错物资', wrongQuantity: '数量录错', changedMind: '领取人改换物资', wrongVoucher: '拿错了券' },
    effect: '结果', effectText: '券额恢复，物资退回原批次', done: '已撤销，单号 {{number}}', slip: '打印小票',
  },
} as const;
