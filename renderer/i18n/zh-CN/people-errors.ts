// Words for what the acts on household files say no to, Chinese.
export const peopleErrors = {
  // the household
  'household-number-taken': {
    title: '家庭编号已有',
    detail: '编号：{{number}}',
    next: '请换一个编号，或空着由程序编号。',
  },
  'household-closed': {
    title: '这一户已经没有成员，不再改动',
    detail: '家庭编号：{{household}}',
    next: '档案照旧可查；有人回来请新建一户。',
  },
  'household-merged': {
    title: '这一户已并入别的户',
    detail: '家庭编号：{{household}}，并入 {{into}}',
    next: '请到并入的那一户办理。',
  },
  'household-same': { title: '两边选的是同一户', detail: '', next: '请另选一户。' },
  'household-undecided': {
    title: '这一户抽查不符合，还没有处理',
    detail: '家庭编号：{{household}}',
    next: '请先在“抽查”里作出处理，再分户或并户。',
  },
  'nothing-changed': { title: '内容和原来一样', detail: '', next: '没有改动，不用保存。' },
  // days
  'day-in-future': { title: '日期不能晚于今天', detail: '填的是 {{day}}', next: '请改成实际发生的日期。' },
  'day-too-far': { title: '日期在一年以后', detail: '填的是 {{day}}', next: '请核对年份。' },
  'day-before-birth': { title: '日期早于出生日期', detail: '填的是 {{day}}', next: '请核对两个日期。' },
  'day-before-joined': {
    title: '日期早于进入这一户的日期',
    detail: '填的是 {{day}}\n进入日期：{{joinedDay}}',
    next: '请填进入以后的日期。',
  },
  'day-before-last-move': {
    title: '日期早于上一次迁移、分户或并户',
    detail: '填的是 {{day}}\n上一次：{{lastDay}}',
    next: '请按发生的先后填写日期。',
  },
  // members
  'person-not-here': { title: '这个人不在这一户', detail: '', next: '请刷新档案，从现有成员中选。' },
  'person-left': {
    title: '这个人已经离开这一户',
    detail: '家庭编号：{{household}}\n离户日期：{{endDay}}',
    next: '回来请用“增加成员”。',
  },
  'person-there': { title: '这个人没有离户', detail: '', next: '没有改动，请刷新档案。' },
  'person-entering': {
    title: '这个号码在正在导入的花名册里',
    detail: '',
    next: '等导入完成或取消后再办；导入完成后可在家庭档案里查到此人。',
  },
  'person-died': {
    title: '这个人已登记死亡',
    detail: '家庭编号：{{household}}\n日期：{{endDay}}',
    next: '请核对证件号码；登记有误请在那一户撤销离户。',
  },
  'person-same': { title: '同一个人写了两次', detail: '', next: '请删去一次，或核对证件号码。' },
  'head-needed': {
    title: '还没有选户主',
    detail: '',
    next: '户主离开时，请从留下的成员中选一位新户主，并写明各人与他的关系。',
  },
  'head-already': { title: '户主没有变化', detail: '', next: '原户主仍在，不用另选。' },
  'relation-missing': {
    title: '与户主关系没有写明',
    detail: '',
    next: '每位成员都要写与户主的关系；户主只能有一位。',
  },
  'split-nobody': { title: '还没有选分出去的成员', detail: '', next: '请至少选一位。' },
  'split-everybody': {
    title: '不能全部分出去',
    detail: '',
    next: '请至少留一位；整户搬走请用“迁移”。',
  },
  'vouchers-undecided': {
    title: '被并的一户还有没用的领物券',
    detail: '共 {{count}} 张：{{serials}}',
    next: '请选择作废，或允许用到有效期结束。',
  },
  // covers
  'cover-missing': { title: '还没有人是保障对象', detail: '', next: '请至少给一位成员写类别和起始日期。' },
  'cover-before-joined': {
    title: '享受起始早于进入这一户的日期',
    detail: '{{category}}：{{day}}\n进入日期：{{joinedDay}}',
    next: '以前的保障记在原来的户里，请填进入以后的日期。',
  },
  // papers
  'id-old-form': {
    title: '这是 15 位的旧号码',
    detail: '换成 18 位后，此人已在家庭 {{household}}',
    next: '请按现在的身份证填写 18 位号码。',
  },
  'document-missing': { title: '还没有填证件号码', detail: '', next: '请照证件填写；没有证件请选“无证件”。' },
  'document-characters': {
    title: '证件号码里有不该有的字符',
    detail: '',
    next: '请照证件重新输入，不要从别处粘贴。',
  },
  'document-too-long': { title: '证件号码太长', detail: '', next: '请核对证件类型和号码。' },
  'document-with-none': { title: '选了“无证件”却填了号码', detail: '', next: '请选证件类型，或删去号码。' },
  'document-unchecked': {
    title: '这种证件要有人看过原件',
    detail: '',
    next: '请核对原件，勾选“已看过原件”，会记下您的姓名。',
  },
  'disability-length': { title: '残疾人证号位数不对', detail: '', next: '应为 20 位（补换的 21、22 位）。' },
  'disability-characters': { title: '残疾人证号里有不该有的字符', detail: '', next: '请照证件重新输入。' },
  'disability-kind': { title: '残疾人证号的类别位不对', detail: '', next: '第 19 位应为 1 到 7，请核对。' },
  'disability-grade': { title: '残疾人证号的等级位不对', detail: '', next: '第 20 位应为 1 到 4，请核对。' },
  'disability-holder': {
    title: '残疾人证不是这个人的',
    detail: '',
    next: '前 18 位应与本人身份证号码相同，请核对两个证件。',
  },
  'division-characters': { title: '区划代码只能是数字', detail: '', next: '请填 12 位数字，或空着。' },
  'division-length': { title: '区划代码位数不对', detail: '', next: '应为 12 位，或空着。' },
  'division-province': { title: '区划代码开头不对', detail: '', next: '前两位是省级代码，请核对。' },
  'division-order': {
    title: '区划代码中间一段不对',
    detail: '',
    next: '有村（社区）就要有乡镇（街道），请核对。',
  },
  // warnings
  'warn-birth-contradicts-id': {
    title: '出生日期和证件号码不一致',
    detail: '',
    next: '以证件号码为准，请核对原件。',
  },
  'warn-document-is-number': {
    title: '这是身份证件号码',
    detail: '',
    next: '证件类型已按号码改正，请核对。',
  },
  'warn-document-unusual': { title: '号码的样子不常见', detail: '', next: '可以保存，请再核对一次。' },
} as const;
