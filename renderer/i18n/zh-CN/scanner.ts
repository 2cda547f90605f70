// Words of the scanner's check page, Chinese: the source of the keys.
export const scanner = {
  title: '扫码枪检查',
  sign: '请扫下面的检查码',
  code: '检查码（二维码）',
  hint: '离屏幕 10 到 20 厘米，对准后扣一次扳机。扫别的码也会显示收到了什么；这里扫什么都不影响账目。',
  back: '按 Esc 回到刚才的页面；在任何页面按 Alt+8 再来检查。',
  remembered: '上次检查正常：{{day}}，结尾 {{suffix}}',
  neverChecked: '这台电脑还没有检查过扫码枪。',
  result: '检查结果',
  waiting: '还没有收到',
  silent:
    '扫了没有反应时：看扫码枪的灯亮不亮，USB 线或接收器插好没有；屏幕反光就把亮度调高。仍没有反应，扫码枪可能设成了“串口”方式，请按它的说明书扫“USB 键盘”设置码。只能扫一维条码的枪扫不了领物券上的二维码，请换能扫二维码的枪，柜台先用 F10 输短码。',
  before: '之前收到的',
  good: { title: '扫码枪正常，可以到柜台使用', detail: '检查码一个字符不差。' },
  stops: {
    'other-code': {
      title: '收到了，但不是检查码',
      todo: '如果扫的是别的码，收到的内容在下面。要检查扫码枪，请扫左边的检查码。',
    },
    lost: {
      title: '丢了字符',
      todo: '少了 {{lost}} 个字符。请直接插在电脑上，不经分线器；无线枪靠近接收器并充电；再按说明书把“字符间延时”加到 5 到 10 毫秒。修好之前领物券会扫不上，不会认成别的券。',
    },
    doubled: {
      title: '多了字符',
      todo: '多了 {{extra}} 个字符。请按说明书恢复出厂设置，去掉自定义的前后缀，再扫一次。',
    },
    'other-keyboard': {
      title: '扫码枪的键盘国家设错了',
      todo: '它现在按{{keyboard}}键盘发送，数字和字母会变。请按说明书扫“键盘：美国（US）”设置码，再扫一次。',
    },
    'num-lock': {
      title: '数字键盘没有打开',
      todo: '扫码枪用小键盘发数字，电脑的 Num Lock 关着。请按一下键盘右上方的 Num Lock 键，再扫一次。',
    },
    'nothing-read': {
      title: '收到了按键，但没有读成一个码',
      todo: '请再扫一次；若总是这样，请按说明书恢复出厂设置，选“USB 键盘”，结尾加回车。',
    },
  },
  notes: {
    'input-method': {
      title: '中文输入法开着',
      todo: '不影响：程序读的是按键本身，扫码时不用切换输入法。',
    },
    'caps-lock': { title: '大写锁定（Caps Lock）开着', todo: '不影响扫码；输密码时请留意。' },
    'shift-lost': { title: '扫码枪不发 Shift 键', todo: '不影响：我们的码不分大小写。' },
    'alt-mode': {
      title: '扫码枪用 ALT 方式发送',
      todo: '能读，但慢。请按说明书关掉“ALT 方式 / 万能键盘”，选“键盘：美国（US）”。',
    },
    prefix: { title: '扫码枪在码前面加了字符', todo: '已经自动去掉。最好按说明书关掉前缀（AIM ID）。' },
    slow: { title: '扫码枪发送很慢', todo: '能读。想快一些，请按说明书把“字符间延时”改小。' },
    'no-code': {
      title: '按键由别的程序代发',
      todo: '能读。可能经过远程桌面或扫码软件；直接插在这台电脑上最稳。',
    },
  },
  keyboards: { french: '法国', german: '德国' },
  suffix: { enter: '回车', 'enter-twice': '回车加换行', tab: 'Tab', none: '没有' },
  suffixTodo: {
    enter: '最好，不用改',
    'enter-twice': '可以，多出的换行会忽略',
    tab: '可以；建议按说明书改成回车',
    none: '可以，但要多等一会儿；建议按说明书加上“后缀：回车”',
  },
  facts: {
    text: '收到的内容',
    nothing: '没有',
    suffix: '结尾',
    speed: '速度',
    speedText: '每个字符 {{average}} 毫秒，最长停顿 {{longest}} 毫秒',
  },
} as const;
