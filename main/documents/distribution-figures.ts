// 发放月报: columns, checks and notes, the same for paper and sheet. Computes nothing but checks of what it was given.
import type {
  DistributionFigures,
  DistributionReportModel,
  DistributionRow,
  GraceFigures,
} from '../../db/contract/documents.ts';
import { formatWan, formatYuan, sumFen } from '../../db/domain/money.ts';
import { voucherDifference } from '../../db/domain/report-checks.ts';
import { apartLines } from './distribution-apart.ts';

export interface FigureColumn {
  readonly heading: string;
  readonly of: (figures: DistributionFigures) => number;
  readonly money: boolean;
  /** 户 and 人 are distinct counts: their rows do not add up to the total. */
  readonly adds: boolean;
}

const count = (heading: string, of: FigureColumn['of'], adds = true): FigureColumn => ({
  heading,
  of,
  money: false,
  adds,
});
const money = (heading: string, of: FigureColumn['of']): FigureColumn => ({
  heading,
  of,
  money: true,
  adds: true,
});

/** Layout 1 of domain.md §7.2, with 期初未核销 so that every row can be checked on the paper. */
export const figureColumns: readonly FigureColumn[] = [
  count('户数', (f) => f.households, false),
  count('人数', (f) => f.people, false),
  count('户次', (f) => f.householdTimes),
  count('人次', (f) => f.personTimes),
  count('期初未核销(张)', (f) => f.opening),
  count('发券(张)', (f) => f.issued),
  money('发券金额', (f) => f.issuedFen),
  count('核销(张)', (f) => f.redeemed),
  money('核销金额(面值)', (f) => f.redeemedFen),
  money('实领物资金额', (f) => f.goodsFen),
  count('作废(张)', (f) => f.void),
  count('过期(张)', (f) => f.expired),
  count('未核销(张)', (f) => f.outstanding),
];

export const moneyWord = (model: DistributionReportModel): string => (model.money === 'wan' ? '万元' : '元');

export function figureText(
  model: DistributionReportModel,
  column: FigureColumn,
  figures: DistributionFigures,
): string {
  const value = column.of(figures);
  if (!column.money) return String(value);
  return model.money === 'wan' ? formatWan(value) : formatYuan(value);
}

function tieLine(period: string, f: DistributionFigures): string {
  const off = voucherDifference(f);
  const verdict = off === 0 ? '✓ 相符' : `× 不符,差 ${off} 张`;
  return `${period}:期初未核销 ${f.opening} + 发券 ${f.issued} = 核销 ${f.redeemed} + 作废 ${f.void} + 过期 ${f.expired} + 未核销 ${f.outstanding}  ${verdict}`;
}

/** Whether the rows of a block add up to the total in every column that may be added. */
function blockTies(rows: readonly DistributionRow[], total: DistributionRow): boolean {
  return (['month', 'year'] as const).every((period) =>
    figureColumns
      .filter((column) => column.adds)
      .every((column) => sumFen(rows.map((row) => column.of(row[period]))) === column.of(total[period])),
  );
}

function rowsTie(rows: readonly DistributionRow[]): boolean {
  return rows.every((row) => voucherDifference(row.month) === 0 && voucherDifference(row.year) === 0);
}

/** True only when shown 万元 figures really fail to add (domain.md §7.3). */
function roundingShows(model: DistributionReportModel): boolean {
  if (model.money !== 'wan') return false;
  const shown = (fen: number): number => Math.round(Number(formatWan(fen).replaceAll(',', '')) * 100);
  return [model.rows, model.communities].some((rows) =>
    (['month', 'year'] as const).some((period) =>
      figureColumns
        .filter((column) => column.money && rows.length > 0)
        .some(
          (c) =>
            rows.reduce((sum, row) => sum + shown(c.of(row[period])), 0) !== shown(c.of(model.total[period])),
        ),
    ),
  );
}

export function checkLines(model: DistributionReportModel): readonly string[] {
  const word = (good: boolean): string => (good ? '✓ 相符' : '× 不符');
  const rows = [...model.rows, ...model.communities];
  return [
    `钩稽关系(张) ${tieLine('本月', model.total.month)};`,
    tieLine('本年累计', model.total.year),
    `各行同式核对 ${word(rowsTie(rows))};各类别之和与合计 ${word(model.rows.length === 0 || blockTies(model.rows, model.total))};各街道(社区)之和与合计 ${word(model.communities.length === 0 || blockTies(model.communities, model.total))}(户数、人数不重复计,不相加)。`,
  ];
}

/** 渐退 in a line of its own (scenario 4); nothing was taken in grace all year: no line. */
function graceLine({ grace, money }: DistributionReportModel): readonly string[] {
  if (grace === undefined || (grace.year.redeemed === 0 && grace.month.redeemed === 0)) return [];
  const fen = (value: number): string =>
    money === 'wan' ? `${formatWan(value)} 万元` : `${formatYuan(value)} 元`;
  const part = (period: string, { redeemed, redeemedFen, householdTimes }: GraceFigures): string =>
    `${period} ${redeemed} 张、${fen(redeemedFen)}、${householdTimes} 户次`;
  return [`其中渐退期核销:${part('本月', grace.month)};${part('本年累计', grace.year)}。`];
}

export function noteLines(model: DistributionReportModel): readonly string[] {
  const { month } = model.total;
  const nothing = month.issued === 0 && month.redeemed === 0;
  const pair = (
    name: string,
    unit: string,
    figures?: { readonly month: number; readonly year: number },
  ): readonly string[] =>
    figures === undefined ? [] : [`${name}:本月 ${figures.month} ${unit},本年累计 ${figures.year} ${unit}。`];
  return [
    ...(nothing ? ['本月无发券、无核销,零报告。'] : []),
    ...graceLine(model),
    ...pair('机构户次(另计)', '次', model.institutionTimes),
    ...apartLines(model),
    '口径:户数=期内领取的不重复户数;人数=上述各户当日保障人口,不重复计;户次=领取次数;人次=各次领取的保障人口之和;张=领物券张数。累计时户次、人次相加,户数、人数不相加。',
    '核销金额按券面计,实领物资金额按零售参考价计;套餐按券面计;二者之差为未领部分、补现金、免券领取和套餐差价,不找零、不兑现。收发存表按批次成本计,与本表口径不同。',
    ...(roundingShows(model) ? ['因四舍五入,分项之和与合计可能不等。'] : []),
  ];
}
