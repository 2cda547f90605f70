// Document numbers: continuous per series and year, taken in the transaction of the paper they stand on, so a rolled-back
// act gives its number back and none is ever missing.
import { compiled } from './compiled.ts';
import type { Tx } from './context.ts';

export type Series =
  | 'receipt'
  | 'redemption'
  | 'voucher'
  | 'purchase'
  | 'transfer'
  | 'loss'
  | 'stocktake'
  | 'funding'
  | 'household'
  | 'spot-check'
  | 'complaint'
  | 'institution'
  | 'export'
  | 'points'
  | 'volunteer';

/** 捐赠, 核销, 领券, 采购, 调拨, 报损, 盘点, 资金, 家庭, 抽查, 举报, 机构, 导出, 积分, 志愿者. */
export const seriesPrefix: Readonly<Record<Series, string>> = {
  receipt: 'JZ',
  redemption: 'HX',
  voucher: 'LQ',
  purchase: 'CG',
  transfer: 'DB',
  loss: 'BS',
  stocktake: 'PD',
  funding: 'ZJ',
  household: 'JT',
  'spot-check': 'CC',
  complaint: 'JB',
  institution: 'JG',
  export: 'DC',
  points: 'JF',
  volunteer: 'ZY',
};

const take = compiled((tx, { series, year, count }: { series: Series; year: number; count: number }) =>
  tx
    .insertInto('number_series')
    .values({ series, year, last: count })
    .onConflict((conflict) =>
      conflict
        .columns(['series', 'year'])
        .doUpdateSet((eb) => ({ last: eb('number_series.last', '+', count) })),
    )
    .returning('last')
    .compile(),
);

/** The next `count` numbers of the series for the business day's year, e.g. JZ2026-000123. */
export const nextNumbers = async (
  tx: Tx,
  series: Series,
  day: string,
  count = 1,
): Promise<readonly string[]> => {
  const year = Number(day.slice(0, 4));
  const { rows } = await take(tx, { series, year, count });
  const last = rows[0]?.last;
  if (last === undefined) throw new Error('no number given');
  return Array.from(
    { length: count },
    (_, at) => `${seriesPrefix[series]}${year}-${String(last - count + 1 + at).padStart(6, '0')}`,
  );
};

export const nextNumber = async (tx: Tx, series: Series, day: string): Promise<string> => {
  const [number] = await nextNumbers(tx, series, day);
  if (number === undefined) throw new Error('no number given');
  return number;
};
