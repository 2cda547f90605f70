// Totals of a batch by category or by community: households, people, vouchers, worth.
import { useTranslation } from 'react-i18next';
import { count } from '../i18n/format.ts';
import { worthWords, type Worth } from './face-words.ts';

interface Sums extends Worth {
  readonly households: number;
  readonly people: number;
  readonly vouchers: number;
}
interface Props {
  readonly caption: string;
  readonly first: string;
  readonly rows: readonly (Sums & { readonly key: string; readonly name: string })[];
  readonly total: Sums;
  readonly testId: string;
}

export const BatchSumsTable = ({ caption, first, rows, total, testId }: Props) => {
  const { t } = useTranslation('vouchers');
  const cells = (sums: Sums) => (
    <>
      <td className="figure">{count(sums.households)}</td>
      <td className="figure">{count(sums.people)}</td>
      <td className="figure">{count(sums.vouchers)}</td>
      <td className="figure">{worthWords(t, sums)}</td>
    </>
  );
  return (
    <table className="small-table" data-testid={testId}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {(['households', 'people', 'vouchers', 'faceFen'] as const).map((key) => (
            <th key={key} scope="col" className="figure">
              {t(`preview.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows
          .filter(({ vouchers }) => vouchers > 0)
          .map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              {cells(row)}
            </tr>
          ))}
        <tr className="sum">
          <th scope="row">{t('table.totals', { ns: 'common' })}</th>
          {cells(total)}
        </tr>
      </tbody>
    </table>
  );
};
