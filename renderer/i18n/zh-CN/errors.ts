// Words for every code the books may answer with, Chinese: the source of the keys. `title` says what happened, `detail` the facts
// (one a line; a line whose fact is not known is left out), `next` what to do. Param names tell the format: …Fen, …Day, …At.
import { batchErrors } from './batch-errors.ts';
import { eligibilityErrors } from './eligibility-errors.ts';
import { fairnessErrors } from './fairness-errors.ts';
import { faults } from './faults.ts';
import { giftErrors } from './gift-errors.ts';
import { limitsErrors } from './limits-errors.ts';
import { pointsErrors } from './points-errors.ts';
import { privacyErrors } from './privacy-errors.ts';
import { proxiesErrors } from './proxies-errors.ts';
import { peopleErrors } from './people-errors.ts';
import { nameErrors } from './name-errors.ts';
import { rowErrors } from './row-errors.ts';
import { shiftErrors } from './shift-errors.ts';
import { stockErrors } from './stock-errors.ts';
import { tillErrors } from './till-errors.ts';
import { voucherLifeErrors } from './voucher-life-errors.ts';

export const errors = {
  ...faults,
  ...nameErrors,
  ...rowErrors,
  ...peopleErrors,
  ...stockErrors,
  ...giftErrors,
  ...tillErrors,
  ...shiftErrors,
  ...voucherLifeErrors,
  ...privacyErrors,
  ...proxiesErrors,
  ...limitsErrors,
  ...pointsErrors,
  ...fairnessErrors,
  ...batchErrors,
  ...eligibilityErrors,
  bug: {
    title: '程序出错',
    detail: '编号 {{incident}}，本次操作未生效。',
    next: '请再试一次；若再次出现，请把编号告诉维护人员。',
  },
  // any act
  'not-signed-in': { title: '请先登录', detail: '本窗口现在无人当班。', next: '请选择姓名并输入密码。' },
  'session-locked': {
    title: '屏幕已锁',
    detail: '离开时间较长，程序已自动锁屏。',
    next: '请当班人输入密码解锁。',
  },
  'not-permitted': { title: '您的岗位不能办理这一项', detail: '当前岗位：{{role}}', next: '请找店长办理。' },
  'input-invalid': { title: '有内容没有填对', detail: '', next: '请改好标出的地方再提交。' },
  'text-ill-formed': {
    title: '文字里有无法保存的字符',
    detail: '',
    next: '请删掉重新输入，不要从别处粘贴。',
  },
  'act-unknown': {
    title: '窗口和账本的版本不一致',
    detail: '本次操作没有生效。',
    next: '请关闭程序再打开。',
  },
  'command-id-missing': { title: '这次提交不完整', detail: '本次操作没有生效。', next: '请再提交一次。' },
  'command-id-reused': {
    title: '这次提交与前一次冲突',
    detail: '前一次的结果没有改变。',
    next: '请关闭本页重新进入后再办理。',
  },
  cancelled: { title: '已取消', detail: '没有保存任何内容。', next: '' },
  'shop-not-set-up': { title: '店铺资料还没有建立', detail: '', next: '请先完成首次设置。' },
  'not-found': {
    title: '没有找到这条记录',
    detail: '它可能属于另一本账，或列表已经过时。',
    next: '请刷新列表再试。',
  },
  'clock-went-back': {
    title: '电脑的时间不对，比账本里的时间早',
    detail: '账本最新一笔：{{newestAt}}\n电脑现在显示：{{nowAt}}',
    next: '请把电脑的日期和时间调准后再办理，否则日期会记错。',
  },
  // staff and shop
  'sign-in-wrong': {
    title: '姓名或密码不对',
    detail: '',
    next: '请再输入一次，注意大小写；忘记密码请找店长。',
  },
  'sign-in-blocked': {
    title: '输错次数太多，暂停登录',
    detail: '{{untilAt}} 以后可以再试',
    next: '请稍候，或请店长协助。',
  },
  'password-too-short': { title: '密码太短', detail: '', next: '请至少用 8 个字符。' },
  'password-too-common': {
    title: '这个密码太常见，容易被猜到',
    detail: '',
    next: '请换一个，不要用 12345678 或店名、姓名。',
  },
  'password-needs-letter-and-digit': {
    title: '密码要同时有字母和数字',
    detail: '',
    next: '请加上字母或数字。',
  },
  'login-taken': { title: '登录名已有人使用', detail: '登录名：{{login}}', next: '请换一个登录名。' },
  'last-manager': {
    title: '这是最后一位店长，不能停用',
    detail: '停用后就没有人能管理店铺。',
    next: '请先增加另一位店长。',
  },
  'shop-already-set-up': { title: '店铺已经建立过了', detail: '', next: '请直接登录。' },
  'district-code-bad': {
    title: '行政区划代码不对',
    detail: '',
    next: '请填 6 位数字（区县）或 12 位数字（到村、社区），例如 450202。',
  },
  // goods
  'barcode-length': {
    title: '条码位数不对',
    detail: '条码：{{barcode}}',
    next: '请核对包装上的数字，常见的是 13 位或 8 位。',
  },
  'barcode-check': {
    title: '条码的校验位不对',
    detail: '条码：{{barcode}}',
    next: '请核对包装上的数字，或用扫码枪再扫一次。',
  },
  'barcode-taken': {
    title: '这个条码已属于另一种物资',
    detail: '条码：{{barcode}}\n物资：{{itemName}}',
    next: '请先查那种物资。',
  },
  'item-code-taken': { title: '物资编号已被使用', detail: '编号：{{itemCode}}', next: '请换一个编号。' },
  'item-unknown': {
    title: '没有这种物资',
    detail: '条码或编号：{{code}}',
    next: '请核对，或按名称、拼音查找。',
  },
  'unit-unknown': {
    title: '不认识这个单位',
    detail: '单位：{{unit}}',
    next: '请用袋、桶、件、公斤、升这样的单位。',
  },
  // donations
  'donation-empty': { title: '捐赠单是空的', detail: '', next: '请填写捐款金额或至少一种物资。' },
  'donation-day-in-future': {
    title: '捐赠日期还没有到',
    detail: '填写的日期：{{day}}\n今天：{{todayDay}}',
    next: '请改成今天或以前的日期。',
  },
  'quantity-not-positive': { title: '数量要大于零', detail: '', next: '请改正数量。' },
  'amount-not-positive': {
    title: '金额要大于零',
    detail: '',
    next: '没有价值依据的物资请选“未计价”，不要填 0。',
  },
  'basis-missing': { title: '还没有选计价依据', detail: '', next: '请选凭据、公允价值或未计价。' },
  'value-without-basis': {
    title: '填了金额但依据是“未计价”',
    detail: '',
    next: '请选计价依据，或去掉金额。',
  },
  'expiry-before-production': {
    title: '到期日早于生产日期',
    detail: '生产日期：{{productionDay}}\n到期日：{{expiryDay}}',
    next: '请核对包装上的日期。',
  },
  'expiry-missing': {
    title: '这种物资要有到期日',
    detail: '物资：{{itemName}}',
    next: '请按包装填写到期日。',
  },
  'donor-missing': { title: '还没有填捐赠人', detail: '', next: '请填捐赠人，或选“匿名”。' },
  // vouchers
  'voucher-not-voidable': {
    title: '这张券现在不能作废',
    detail: '券号：{{serial}}',
    next: '已用完、已过期或已作废的券不用再作废；错核的请先撤销核销。',
  },
  'eligibility-ended': {
    title: '这一户的资格已经终止',
    detail: '家庭编号：{{number}}\n{{endDay}} 起不再享受',
    next: '没有改动；终止日期有误请与民政局核对。',
  },
  'reason-missing': { title: '请写明原因', detail: '', next: '原因会记入日志，写几个字即可。' },
  // papers
  'glyph-missing': {
    title: '字体里没有这个字，没有打印',
    detail: '字：{{character}}（{{codePoint}}）',
    next: '请核对是否录错；确是生僻字请联系维护人员加字。',
  },
  'report-does-not-tie': {
    title: '报表的数对不上，没有出报表',
    detail: '项目：{{where}}\n应为 {{expected}}，实为 {{found}}',
    next: '请停止上报，把日志里的时间告诉维护人员；账目没有改动。',
  },
  'number-unmasked': {
    title: '公示表里还有没遮住的号码，没有打印',
    detail: '行：第 {{row}} 行\n栏目：{{column}}',
    next: '身份证号、手机号和十一位以上的号码不能公示。请改掉这一处的文字再打印；什么也没有公开。',
  },
} as const;
