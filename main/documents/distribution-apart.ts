// 发放月报: the lines of their own under the table (补发, 超限, 免券领取, 补现金, 送货上门, 单人经办, 积分券,
// 志愿者积分兑换). What did not happen all year has no line.
import type { ApartFigures, DistributionReportModel } from '../../db/contract/documents.ts';
import { formatWan, formatYuan } from '../../db/domain/money.ts';

type Words = (figures: ApartFigures) => string;

const none: ApartFigures = {
  ...{ replaced: 0, overrides: 0, freeTimes: 0, freeFen: 0, topUpTimes: 0, topUpFen: 0, deliveries: 0 },
  single: { batches: 0, pieces: 0, fen: 0 },
  points: { pieces: 0, issued: 0, used: 0, lapsed: 0 },
  exchanges: { times: 0, points: 0, fen: 0 },
};

export function apartLines({ apart, overriddenBy = [], money }: DistributionReportModel): readonly string[] {
  if (apart === undefined) return [];
  const fen = (value: number): string =>
    money === 'wan' ? `${formatWan(value)} 万元` : `${formatYuan(value)} 元`;
  const line = (name: string, words: Words): readonly string[] =>
    [apart.month, apart.year].every((figures) => words(figures) === words(none))
      ? []
      : [`${name}:本月 ${words(apart.month)};本年累计 ${words(apart.year)}。`];
  const people = overriddenBy.map(({ name, times }) => `${name} ${times} 次`).join('、');
  return [
    ...line('其中补发(原券挂失,不另计发券)', (f) => `${f.replaced} 张`),
    ...line('其中送货上门', (f) => `${f.deliveries} 户次`),
    ...line('免券领取(临期物资,计入户次和实领金额)', (f) => `${f.freeTimes} 户次、${fen(f.freeFen)}`),
    ...line('补现金(记入经营账,不计入核销)', (f) => `${f.topUpTimes} 次、${fen(f.topUpFen)}`),
    ...line('超限领取', (f) => `${f.overrides} 次`),
    ...(people === '' ? [] : [`本月超限批准人:${people}。`]),
    ...line('单人经办发券', (f) => `${f.single.batches} 批、${f.single.pieces} 张、${fen(f.single.fen)}`),
    ...line(
      '积分券(张数计入发券,积分不折金额)',
      (f) =>
        `${f.points.pieces} 张、发放 ${f.points.issued} 分、使用 ${f.points.used} 分、失效 ${f.points.lapsed} 分`,
    ),
    ...line(
      '志愿者积分兑换(不是救助发放,不计入以上各数)',
      (f) => `${f.exchanges.times} 次、${f.exchanges.points} 分、物资 ${fen(f.exchanges.fen)}`,
    ),
  ];
}
