// A list fills the window: its title with the acts at the right (each a button and a key), the filter line, then whatever the
// list is. F3 goes to the search; acts without permission are left out by the screen that asks.
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActError } from '../../db/contract/act.ts';
import { Failed } from './failed.tsx';
import { FilterLine } from './filter-line.tsx';
import { Page, type KeyHelp } from './page.tsx';
import { useKeys } from './use-keys.ts';

export interface ListAct {
  /** F2 adds, F4 brings in from a file, in every list that does so. */
  readonly key: string;
  readonly label: string;
  readonly run: () => void;
  readonly testId: string;
  readonly primary?: boolean;
}
interface Props {
  readonly title: string;
  /** What the search field looks for. */
  readonly searchLabel: string;
  readonly search: string;
  readonly onSearch: (text: string) => void;
  readonly acts?: readonly ListAct[];
  /** Keys of the list beside those of its acts. */
  readonly keys?: readonly KeyHelp[];
  /** Choices in the filter line: category, month. */
  readonly filters?: ReactNode;
  /** Export and print, before the acts. */
  readonly papers?: ReactNode;
  readonly failure: ActError | null;
  readonly children: ReactNode;
}

export const ListPage = ({
  title,
  searchLabel,
  search,
  onSearch,
  acts = [],
  keys = [],
  filters,
  papers,
  failure,
  children,
}: Props) => {
  const { t } = useTranslation();
  useKeys(Object.fromEntries(acts.map(({ key, run }) => [key, run])));
  return (
    <Page
      fill
      title={title}
      keys={[
        { key: 'F3', does: t('search') },
        ...acts.map(({ key, label }) => ({ key, does: label })),
        ...keys,
      ]}
      acts={
        <>
          {papers}
          {acts.map(({ key, label, run, testId, primary = false }) => (
            <Button key={key} data-testid={testId} type={primary ? 'primary' : 'default'} onClick={run}>
              {label} {key}
            </Button>
          ))}
        </>
      }
    >
      <FilterLine label={searchLabel} value={search} onChange={onSearch}>
        {filters}
      </FilterLine>
      <Failed failure={failure} />
      {children}
    </Page>
  );
};
