// The lists of a roster's preview: new, changed field by field, unchanged, missing, refused, with a warning. Each is read page by
// page as it is scrolled; everything personal comes masked.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { rosterLists, type RosterList } from '../../db/contract/people-import.ts';
import { useActPages } from '../api/index.ts';
import { count } from '../i18n/format.ts';
import { wordsOfCode } from '../i18n/words.ts';
import { Choice, DataTable, Failed, type Column } from '../ui/index.ts';
import { useRosterFields } from './roster-fields.ts';

type Preview = Output<'people.previewImport'>;
type Row = Output<'people.importRows'>['rows'][number];

/** What wants looking at first. */
const first = ({ counts }: Preview): RosterList =>
  (['refused', 'changed', 'missing', 'new'] as const).find((list) => counts[list] > 0) ?? 'unchanged';

export const RosterLists = ({ preview }: { readonly preview: Preview }) => {
  const { t } = useTranslation('roster');
  const [list, setList] = useState<RosterList>(() => first(preview));
  const columns = useColumns(list);
  const rows = useActPages('people.importRows', { previewId: preview.previewId, list });
  return (
    <section>
      <h2>{t('lists.title')}</h2>
      <Choice
        label={t('lists.title')}
        testId="roster-list"
        value={list}
        options={rosterLists.map((each) => ({
          value: each,
          label: t('tab', { name: t(`lists.${each}`), n: count(preview.counts[each]) }),
        }))}
        onChange={setList}
      />
      {list === 'missing' && <Scope preview={preview} />}
      <Failed failure={rows.failure} />
      <DataTable
        label={t(`lists.${list}`)}
        height={360}
        columns={columns}
        rows={rows.rows.map((row, at) => ({ ...row, at }))}
        rowKey={({ at }) => at}
        loading={rows.loading}
        total={rows.total}
        onNear={rows.more}
      />
    </section>
  );
};

/** So many are named in full; of more, the first and how many. */
const mostNamed = 6;

const Scope = ({ preview: { scope } }: { readonly preview: Preview }) => {
  const { t } = useTranslation('roster');
  const named = (names: readonly string[]): string =>
    names.length <= mostNamed
      ? names.join('、')
      : t('more', { first: names.slice(0, mostNamed).join('、'), n: count(names.length) });
  return (
    <p className="secondary" data-testid="roster-scope">
      {t('scope', { categories: named(scope.categories), communities: named(scope.communities) })}
    </p>
  );
};

const useColumns = (list: RosterList): readonly Column<Row>[] => {
  const { t } = useTranslation('roster');
  const { t: importing } = useTranslation('importing');
  const fieldName = useRosterFields();
  const row: Column<Row> = {
    key: 'row',
    title: importing('row'),
    width: 80,
    figure: true,
    render: (each) => each.row,
  };
  const household: Column<Row> = {
    key: 'household',
    title: fieldName('household'),
    width: 120,
    render: (each) => <span className="figure">{each.household}</span>,
  };
  const name: Column<Row> = { key: 'name', title: t('name'), width: 120, render: (each) => each.name };
  if (list === 'refused' || list === 'warned') {
    const said = ({ reason }: Row) => wordsOfCode(importing as never, reason?.code ?? '', reason?.params);
    return [
      row,
      {
        key: 'field',
        title: importing('field'),
        width: 140,
        render: (each) => fieldName(each.reason?.field ?? ''),
      },
      {
        key: 'why',
        title: importing('why'),
        width: 340,
        render: (each) => [said(each).title, ...said(each).detail].join(' · '),
      },
      { key: 'next', title: importing('next'), width: 380, render: (each) => said(each).next },
    ];
  }
  if (list === 'changed') {
    const lines = (each: Row, of: 'before' | 'after') =>
      each.changes.map((change) => (
        <div key={change.field}>{change[of] === '' ? t('empty') : change[of]}</div>
      ));
    return [
      row,
      household,
      name,
      {
        key: 'field',
        title: importing('field'),
        width: 140,
        render: (each) => each.changes.map(({ field }) => <div key={field}>{fieldName(field)}</div>),
      },
      { key: 'before', title: t('before'), width: 220, render: (each) => lines(each, 'before') },
      { key: 'after', title: t('after'), width: 220, render: (each) => lines(each, 'after') },
    ];
  }
  return [
    ...(list === 'unchanged' ? [row] : []),
    household,
    name,
    { key: 'category', title: fieldName('category'), width: 200, render: (each) => each.category },
    { key: 'place', title: t('place'), width: 260, render: (each) => each.place },
  ];
};
