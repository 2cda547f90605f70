// Words for what is said no to around the limits (限领), Chinese. The first four are also seen large and red at the counter.
const facts = '已领 {{used}}，还可领 {{left}}，这次超出 {{over}}\n{{againDay}} 起可以再领';
const next = '请减少物资，或到那天再领；确有特殊困难，请店长或民政部门人员写明原因后在这里批准。';

export const limitsErrors = {
  'limit-value': {
    title: '超过限领金额',
    detail:
      '{{rule}}：限 {{limitFen}}\n已领 {{usedFen}}，还可领 {{leftFen}}，这次超出 {{overFen}}\n{{againDay}} 起可以再领',
    next,
  },
  'limit-pieces': { title: '超过限领数量', detail: `{{rule}}：限 {{limit}}\n{{item}}\n${facts}`, next },
  'limit-times': {
    title: '超过限领次数',
    detail: '{{rule}}：限 {{limit}} 次\n已领 {{used}} 次，还可领 {{left}} 次\n{{againDay}} 起可以再领',
    next,
  },
  'limit-points': {
    title: '超过限领积分',
    detail:
      '{{rule}}：限 {{limit}} 分\n已领 {{used}} 分，还可领 {{left}} 分，这次超出 {{over}} 分\n{{againDay}} 起可以再领',
    next,
  },
  'limit-amounts-order': {
    title: '按人口的限额没有从 1 人起、由少到多排列',
    detail: '',
    next: '第一行请填 1 人起，以后各行人数要一行比一行多。',
  },
  'limit-every': {
    title: '这种周期不能隔这么多',
    detail: '',
    next: '按月可填 1、2、3、4、6，按季 1、2；日、周、年填 1；其他间隔请选“每 n 天”或“每 n 年”。',
  },
  'limit-carry-over': {
    title: '这种周期不能结转',
    detail: '',
    next: '只有按月、按季的限额可以结转，而且不跨年。',
  },
  'limit-goods-both': {
    title: '一种物资和一个分类不能同时选',
    detail: '',
    next: '请只选其中一个，或都不选（限全部物资）。',
  },
  'limit-proxy-amounts': {
    title: '代领人的限额没有人口档，也不结转',
    detail: '',
    next: '请只填一个限额，不勾选结转。',
  },
  'limit-end-past': {
    title: '规则不能倒着停用',
    detail: '最后一天：{{endDay}}',
    next: '最早可以填昨天，从今天起就不再限；已经停用的规则不能再改。',
  },
  'limit-days-reversed': { title: '截止日早于开始日', detail: '', next: '请改截止日，或留空。' },
  'limit-begins-past': {
    title: '规则不能从过去开始',
    detail: '',
    next: '请填今天或以后的日期；本期里已经领的照样算在内。',
  },
} as const;
