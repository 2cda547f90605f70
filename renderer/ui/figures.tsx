// Figures and dates as they stand everywhere: tabular digits, ¥ with two decimals, 未计价 for what nobody knows.
import { day, instant, money, quantity } from '../i18n/format.ts';

interface Sized {
  readonly strong?: boolean;
}
const cls = (kind: string, strong?: boolean): string => `figure ${kind}${strong ? ' strong' : ''}`;

export const Money = ({ fen, strong }: Sized & { readonly fen: number | null }) => (
  <span className={cls(fen === null ? 'unknown' : 'money', strong)}>{money(fen)}</span>
);
export const Day = ({ value }: { readonly value: string | null }) => (
  <span className="figure">{day(value)}</span>
);
export const Instant = ({ value }: { readonly value: string | null }) => (
  <span className="figure">{instant(value)}</span>
);
export const Quantity = ({
  smallest,
  scale,
  unit,
}: {
  readonly smallest: number;
  readonly scale: number;
  readonly unit: string;
}) => <span className="figure">{quantity(smallest, scale, unit)}</span>;
