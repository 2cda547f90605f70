// Words for what the life of a voucher, household cards and signing keys may be refused with, Chinese: the source of the keys.
export const voucherLifeErrors = {
  'handover-day': {
    title: '签收日期不对',
    detail: '应在 {{fromDay}} 到 {{toDay}} 之间',
    next: '请按签收表上的日期填写，不能早于发放日，也不能是以后的日子。',
  },
  'handover-not-open': {
    title: '这张券不是待交付',
    detail: '券号：{{serial}}',
    next: '请核对券号；已交付、已用或已作废的券不用再登记。',
  },
  'handover-none': {
    title: '这张券没有登记过交付',
    detail: '券号：{{serial}}',
    next: '没有可以撤回的登记，请核对券号。',
  },
  'handover-used': {
    title: '这张券已经用过，交付不能撤回',
    detail: '券号：{{serial}}',
    next: '用过就说明券已在持券人手里；有疑问请打印争议材料。',
  },
  'handover-nobody': {
    title: '这一批没有待交付的券',
    detail: '批次：{{name}}',
    next: '全部已经登记，不用再登记。',
  },
  'voucher-not-replaceable': {
    title: '这张券不能挂失补发',
    detail: '券号：{{serial}}',
    next: '只有还能用的券才补发；已用完、已过期、已作废或已补发过的不补。',
  },
  'voucher-too-often-replaced': {
    title: '这张券补发次数太多',
    detail: '券号：{{serial}}\n最多补发 {{most}} 次',
    next: '请作废这张券，查明原因后由民政部门决定。',
  },
  'voucher-not-reissued': {
    title: '这张券不能单独打印',
    detail: '券号：{{serial}}',
    next: '只有补发的、还能用的券单独打印；首次发放的随批次打印，纸丢了请挂失补发。',
  },
  'voucher-none-open': {
    title: '没有这样的未领券',
    detail: '',
    next: '请改一改条件；全部领完或到期就没有清单。',
  },
  'open-totals-differ': {
    title: '未用的券变了，没有作废',
    detail:
      '确认的：{{expectedPieces}} 张，现在：{{pieces}} 张\n确认的余额：{{expectedFaceFen}}，现在：{{faceFen}}\n确认的积分：{{expectedPoints}}，现在：{{points}}',
    next: '刚才有人领用或改动过。请看新的数字，再确认一次。',
  },
  'count-differs': {
    title: '数量变了，没有办理',
    detail: '确认的：{{expected}}，现在：{{found}}',
    next: '刚才有人办过或改动过。请看新的数字，再确认一次。',
  },
  'card-there': {
    title: '这一户已有领物卡',
    detail: '户号：{{number}}',
    next: '卡丢了请先挂失旧卡，再办新卡。',
  },
  'card-none': {
    title: '没有可以打印的领物卡',
    detail: '',
    next: '请先办卡，或改一改条件。',
  },
  'card-already-ended': {
    title: '这张领物卡已经停用',
    detail: '停用时间：{{endedAt}}',
    next: '不用再停；需要时请办新卡。',
  },
  'card-nobody': {
    title: '这些家庭都有领物卡了',
    detail: '',
    next: '不用再办；新进来的家庭到时再办。',
  },
  'key-revoked': {
    title: '这个密钥已经吊销',
    detail: '年份：{{year}}\n吊销时间：{{revokedAt}}',
    next: '它签发的券都已停用，请补发。',
  },
  'key-none-left': {
    title: '签发密钥的编号已经用完',
    detail: '',
    next: '请联系维护人员；已发放的券照常可用。',
  },
} as const;
