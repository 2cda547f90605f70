// Words for what is wrong with a person's name or identity number, Chinese.
export const nameErrors = {
  'name-missing': { title: '没有姓名', detail: '', next: '请补上姓名。' },
  'name-too-long': {
    title: '姓名太长',
    detail: '最多 {{most}} 个字',
    next: '请核对是否把别的内容填进了姓名。',
  },
  'name-control-character': { title: '姓名里有看不见的控制字符', detail: '', next: '请删掉姓名重新输入。' },
  'name-bidi': { title: '姓名里有改变显示方向的隐藏字符', detail: '', next: '请删掉姓名重新输入。' },
  'name-formula': { title: '姓名以公式符号开头', detail: '', next: '请去掉开头的 = + - @ 符号。' },
  'name-ill-formed': { title: '姓名里有无法识别的字符', detail: '', next: '请核对原件重新输入。' },
  'name-full-stop': { title: '姓名里用了句点', detail: '', next: '少数民族姓名请用间隔号“·”。' },
  'id-missing': { title: '没有证件号码', detail: '', next: '请补上身份证号码。' },
  'id-length': {
    title: '身份证号码位数不对',
    detail: '共 {{length}} 位',
    next: '应为 18 位（旧证 15 位），请核对原件。',
  },
  'id-characters': {
    title: '身份证号码里有不该有的字符',
    detail: '',
    next: '只能是数字，最后一位可以是 X。',
  },
  'id-as-number': {
    title: '身份证号码被表格软件改成了数值',
    detail: '后几位已经丢失，不能补回。',
    next: '请把该列设为“文本”后按原件重新录入。',
  },
  'id-impossible-date': { title: '身份证号码里的出生日期不存在', detail: '', next: '请核对原件。' },
  'id-birth-in-future': { title: '身份证号码里的出生日期还没到', detail: '', next: '请核对原件。' },
  'id-check-digit': { title: '身份证号码校验不对', detail: '', next: '多半有一位录错，请核对原件。' },
  'id-birth-contradiction': {
    title: '出生日期与身份证号码不一致',
    detail: '',
    next: '请核对原件，改正其中一个。',
  },
  'id-duplicate-in-sheet': {
    title: '同一身份证号码在表里出现两次',
    detail: '另见第 {{otherRow}} 行',
    next: '请删掉重复的一行。',
  },
  'id-already-here': {
    title: '这位已经登记过',
    detail: '家庭编号：{{household}}',
    next: '不用再导入；需要改资料请到该家庭办理。',
  },
} as const;
