// What each column of a sheet means: as it was found by its heading, corrected by whoever knows better, and read again.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { rosterColumnKeys, type RosterColumnKey } from '../../db/contract/people-import.ts';
import { useAct } from '../api/index.ts';
import { Choice, Failed, Notice, ProgressPanel } from '../ui/index.ts';
import { useRosterFields } from './roster-fields.ts';

type Layout = Pick<Output<'people.sheetColumns'>, 'fingerprint' | 'columns'>;
type Again = (input: object) => void;

export const RosterColumns = ({ layout, again }: { readonly layout: Layout; readonly again: Again }) => {
  const { t } = useTranslation('roster');
  const fieldName = useRosterFields();
  const [keys, setKeys] = useState(() => layout.columns.map(({ key }) => key));
  const options = [
    { value: '' as const, label: t('columns.none') },
    ...rosterColumnKeys.map((key) => ({ value: key, label: fieldName(key) })),
  ];
  /** A meaning belongs to one column: whoever had it gives it up. */
  const choose = (at: number, chosen: RosterColumnKey | ''): void =>
    setKeys(
      keys.map((key, index) =>
        index === at ? (chosen === '' ? null : chosen) : key === chosen ? null : key,
      ),
    );
  return (
    <section data-testid="roster-columns">
      <h2>{t('columns.title')}</h2>
      <p className="secondary">{t('columns.hint')}</p>
      <table className="small-table">
        <thead>
          <tr>
            <th scope="col">{t('columns.heading')}</th>
            <th scope="col">{t('columns.meaning')}</th>
          </tr>
        </thead>
        <tbody>
          {layout.columns.map(({ heading }, at) => {
            const name = heading === '' ? t('columns.unnamed', { n: at + 1 }) : heading;
            return (
              <tr key={at}>
                <th scope="row">{name}</th>
                <td>
                  <Choice
                    label={name}
                    testId={`roster-column-${at}`}
                    value={keys[at] ?? ''}
                    options={options}
                    onChange={(chosen) => choose(at, chosen)}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Button
        data-testid="roster-columns-again"
        onClick={() => again({ mapping: { fingerprint: layout.fingerprint, columns: keys } })}
      >
        {t('columns.again')}
      </Button>
    </section>
  );
};

/** Closed at first: most sheets are understood. */
export const CorrectColumns = (props: { readonly layout: Layout; readonly again: Again }) => {
  const { t } = useTranslation('roster');
  const [open, setOpen] = useState(false);
  return open ? (
    <RosterColumns {...props} />
  ) : (
    <Button data-testid="roster-columns-open" onClick={() => setOpen(true)}>
      {t('columns.open')}
    </Button>
  );
};

/** For a sheet whose headings nobody could read. */
export const UnknownColumns = ({
  sheet,
  again,
}: {
  readonly sheet: { readonly name: string; readonly bytes: Uint8Array };
  readonly again: Again;
}) => {
  const { t } = useTranslation('roster');
  const found = useAct('people.sheetColumns', { sheet });
  return (
    <>
      <Failed failure={found.failure} />
      {found.isLoading && <ProgressPanel what={t('columns.title')} progress={null} />}
      {found.data && (
        <>
          <Notice tone="info" title={t('columns.missing')} />
          <RosterColumns layout={found.data} again={again} />
        </>
      )}
    </>
  );
};
