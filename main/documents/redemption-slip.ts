// 核销小票 for the recipient: what every voucher held, what was taken, what lapses or is left, when there is more, whom to call.
import type {
  PackageLine,
  RedemptionSlipModel,
  SlipBalance,
  SlipLimit,
  SlipPaper,
  SlipVoucher,
} from '../../db/contract/documents.ts';
import type { OnPage } from './flow.ts';
import type { FontFiles } from './fonts.ts';
import type { Paper } from './paper.ts';
import { bold, centred, group, plain, rule, signature, slipPaper, space, text } from './slip.ts';
import type { SlipText } from './slip.ts';
import { beside, freeLine, goodsLines, packageWords, slipMarks } from './slip-lines.ts';
import { beijing, dayWords, formatAmount, measureWords } from './words.ts';

export function redemptionSlipPaper(
  files: FontFiles,
  model: RedemptionSlipModel,
  onPage: OnPage,
): Promise<Paper> {
  const { practice, printedAt, paper } = model;
  return slipPaper(files, { title: '核销小票', practice, printedAt, paper }, [slipLines(model)], onPage);
}

function slipLines(model: RedemptionSlipModel): readonly SlipText[] {
  return [
    centred(model.shop.name, 14),
    centred(model.vouchers.length === 0 ? '免费领取小票' : '领物券核销小票', 14),
    ...slipMarks(model),
    ...(model.reversedAt === null ? [] : [centred(`已撤销 ${beijing(model.reversedAt)}`, 14)]),
    space(4),
    ...whoAndWhen(model),
    ...goods(model),
    ...topUp(model),
    ...model.vouchers.flatMap((voucher) => [rule, voucherLines(model.paper, voucher)]),
    ...totals(model.vouchers),
    ...limits(model.limits),
    ...delivery(model),
    rule,
    ...(model.vouchers.length === 0 ? [] : [text('领物券不找零、不兑现', bold)]),
    text(`投诉/举报电话 ${model.shop.reportPhone}`, bold),
    group([
      signature(model.proxy === null ? '领取人签字' : '代领人签字', model.signature),
      rule,
      text(`打印 ${beijing(model.printedAt)} ${model.operator}`, { size: 9 }),
    ]),
  ];
}

function whoAndWhen(model: RedemptionSlipModel): readonly SlipText[] {
  const { proxy } = model;
  return [
    ...beside(model.paper, `小票号 ${model.slipNo}`, `时间 ${beijing(model.redeemedAt)}`),
    text(model.counter, plain, `经办 ${model.servedBy}`),
    text(`${model.vouchers.length === 0 ? '领取人' : '持券人'} ${model.holderMasked}`),
    ...(proxy === null ? [] : [text(`代领人 ${proxy.nameMasked}(${proxy.relation})`)]),
  ];
}

function goods(model: RedemptionSlipModel): readonly SlipText[] {
  const free =
    model.free.length === 0
      ? []
      : [rule, text('临期免费领取(请尽快食用)', bold), ...model.free.map(freeLine(model.paper))];
  return [...(model.lines.length === 0 ? [] : [rule]), ...model.lines.map(goodsLines(model.paper)), ...free];
}

/** Cash for goods above the face is the shop's trade; it must not read as a gift. */
function topUp({ topUp: cash }: RedemptionSlipModel): readonly SlipText[] {
  if (cash === null) return [];
  const change =
    cash.paidFen === null
      ? []
      : [
          text('收到现金', plain, formatAmount({ fen: cash.paidFen })),
          text('找回现金', plain, formatAmount({ fen: cash.paidFen - cash.fen })),
        ];
  return [
    rule,
    group([
      text('补现金', { size: 14, weight: 'bold' }, formatAmount({ fen: cash.fen })),
      ...change,
      text('补现金为购物款,计入经营收入,不是捐款。', { size: 10 }),
    ]),
  ];
}

function voucherLines(paper: SlipPaper, { serial, balance, validTo }: SlipVoucher): SlipText {
  return group([
    ...beside(paper, `券号 ${serial}`, `有效期至 ${dayWords(validTo)}`),
    ...(balance.is === 'package' ? packageLines(balance) : valueLines(balance)),
  ]);
}

type ValueBalance = Extract<SlipBalance, { readonly before: number }>;

const valueOf = (is: ValueBalance['is'], value: number): string =>
  formatAmount(is === 'fen' ? { fen: value } : { points: value });

function valueLines({ is, before, used, lapsed, after }: ValueBalance): readonly SlipText[] {
  return [
    text('核销前券内', plain, valueOf(is, before)),
    text('本次领取', { size: 16, weight: 'bold' }, valueOf(is, used)),
    ...(lapsed === 0 ? [] : [text('未领部分失效', plain, valueOf(is, lapsed))]),
    text('券内剩余', { size: 14, weight: 'bold' }, valueOf(is, after)),
  ];
}

function packageLines({ name, left, lapsed }: Extract<SlipBalance, { is: 'package' }>): readonly SlipText[] {
  const listed = (words: string, lines: readonly PackageLine[]): readonly SlipText[] =>
    lines.length === 0 ? [] : [text(`${words}:${lines.map(packageWords).join('、')}`)];
  return [
    text(`套餐 ${name}`, { size: 14, weight: 'bold' }),
    ...(left.length === 0 && lapsed.length === 0 ? [text('本套餐已领完')] : []),
    ...listed('留待下次领取', left),
    ...listed('未领部分失效', lapsed),
  ];
}

/** One figure a currency when a basket took several vouchers; money and points are never added up. */
function totals(vouchers: readonly SlipVoucher[]): readonly SlipText[] {
  if (vouchers.length < 2) return [];
  const line = (is: ValueBalance['is'], words: string): readonly SlipText[] => {
    const used = vouchers.flatMap(({ balance }) => (balance.is === is ? [balance.used] : []));
    if (used.length < 2) return [];
    const sum = used.reduce((total, one) => total + one, 0);
    return [text(`${words} ${used.length} 张合计`, { size: 16, weight: 'bold' }, valueOf(is, sum))];
  };
  const lines = [...line('fen', '本次领取'), ...line('points', '积分券')];
  return lines.length === 0 ? [] : [rule, ...lines];
}

function limits(list: readonly SlipLimit[]): readonly SlipText[] {
  if (list.length === 0) return [];
  const words = ({ name, left, againDay }: SlipLimit): SlipText => {
    const rest =
      left === null ? '' : `还可领 ${'quantity' in left ? measureWords(left) : formatAmount(left)}`;
    const again = againDay === null ? '' : `${dayWords(againDay)}起可再领`;
    const facts = [rest, again].filter((fact) => fact !== '').join(',');
    return group([text(name), ...(facts === '' ? [] : [text(`  ${facts}`)])]);
  };
  return [rule, group([text('限领物资', bold), ...list.slice(0, 1).map(words)]), ...list.slice(1).map(words)];
}

function delivery({ delivery: way }: RedemptionSlipModel): readonly SlipText[] {
  if (way === null) return [];
  const when = way.on === null ? '' : ` ${dayWords(way.on)}`;
  return [
    rule,
    group([
      text(`送货上门${when}`, bold),
      text(`地址 ${way.address}`),
      ...(way.carrier === null ? [] : [text(`送货人 ${way.carrier}`)]),
    ]),
  ];
}
