// 发放月报: the lines of their own under the table, as on the paper. What did not happen all year has no line.
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { formatWan, formatYuan } from '../../db/domain/money.ts';
import { count } from '../i18n/format.ts';

type Report = Output<'reports.distribution'>;
type Figures = Report['apart']['month'];

/** What each line tells: counts, and an amount where there is one. */
const lines = {
  replaced: (f: Figures) => ({ n: f.replaced }),
  deliveries: (f: Figures) => ({ n: f.deliveries }),
  free: (f: Figures) => ({ n: f.freeTimes, fen: f.freeFen }),
  topUp: (f: Figures) => ({ n: f.topUpTimes, fen: f.topUpFen }),
  overrides: (f: Figures) => ({ n: f.overrides }),
  single: (f: Figures) => ({ n: f.single.batches, pieces: f.single.pieces, fen: f.single.fen }),
  points: ({ points: { pieces: n, ...points } }: Figures) => ({ n, ...points }),
  exchanges: ({ exchanges: { times: n, points: used, fen } }: Figures) => ({ n, used, fen }),
} as const;
type Told = Partial<Record<'n' | 'pieces' | 'issued' | 'used' | 'lapsed' | 'fen', number>>;
const names = Object.keys(lines) as (keyof typeof lines)[];

export const ApartLines = ({ report, unit }: { readonly report: Report; readonly unit: 'wan' | 'yuan' }) => {
  const { t } = useTranslation('reports');
  const { apart, overriddenBy } = report;
  const amount = (fen: number): string =>
    `${unit === 'wan' ? formatWan(fen) : formatYuan(fen)} ${t(`money.${unit}`)}`;
  const words = (name: (typeof names)[number], figures: Figures): string => {
    const { fen, ...told }: Told = lines[name](figures);
    const said = (figure: keyof typeof told): string => count(told[figure] ?? 0);
    return t(`distribution.apart.${name}Figures`, {
      n: said('n'),
      pieces: said('pieces'),
      issued: said('issued'),
      used: said('used'),
      lapsed: said('lapsed'),
      amount: fen === undefined ? '' : amount(fen),
    });
  };
  const happened = names.filter((name) =>
    [apart.month, apart.year].some((figures) =>
      Object.values(lines[name](figures)).some((figure) => figure !== 0),
    ),
  );
  return (
    <>
      {happened.map((name) => (
        <p key={name} data-testid={`report-apart-${name}`}>
          {t('distribution.apart.line', {
            name: t(`distribution.apart.${name}`),
            month: words(name, apart.month),
            year: words(name, apart.year),
          })}
        </p>
      ))}
      {overriddenBy.length > 0 && (
        <p data-testid="report-apart-overriddenBy">
          {t('distribution.apart.overriddenBy', {
            people: overriddenBy
              .map(({ name, times }) =>
                t('distribution.apart.overriddenByOne', { name, times: count(times) }),
              )
              .join(t('distribution.apart.and')),
          })}
        </p>
      )}
    </>
  );
};
