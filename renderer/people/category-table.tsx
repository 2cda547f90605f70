// Households and people by category, with their sum: under a roster that is about to be imported, and after it.
import { useTranslation } from 'react-i18next';
import { count } from '../i18n/format.ts';

type Counts = Readonly<Record<string, { readonly households: number; readonly people: number }>>;

export const CategoryTable = ({
  title,
  byCategory,
}: {
  readonly title: string;
  readonly byCategory: Counts;
}) => {
  const { t } = useTranslation('people');
  const rows = Object.entries(byCategory);
  const sum = (of: 'households' | 'people'): number =>
    rows.reduce((total, [, counts]) => total + counts[of], 0);
  if (rows.length === 0) return null;
  return (
    <table className="small-table" data-testid="people-by-category">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('category')}</th>
          <th scope="col" className="figure">
            {t('households')}
          </th>
          <th scope="col" className="figure">
            {t('persons')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, counts]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="figure">{count(counts.households)}</td>
            <td className="figure">{count(counts.people)}</td>
          </tr>
        ))}
        <tr className="sum">
          <th scope="row">{t('table.totals', { ns: 'common' })}</th>
          <td className="figure">{count(sum('households'))}</td>
          <td className="figure">{count(sum('people'))}</td>
        </tr>
      </tbody>
    </table>
  );
};
