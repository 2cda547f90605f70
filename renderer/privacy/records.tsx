// Who saw, printed, took out or posted what, from the log.
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { disclosureKinds } from '../../db/contract/privacy.ts';
import { useActPages } from '../api/index.ts';
import { actWords } from '../audit/audit-words.ts';
import { count } from '../i18n/format.ts';
import {
  Choice,
  DataTable,
  Instant,
  ListPage,
  StateTag,
  useKept,
  useSettled,
  type Column,
} from '../ui/index.ts';

type Row = Output<'privacy.disclosures'>['rows'][number];
type Kind = '' | (typeof disclosureKinds)[number];
const start: { readonly household: string; readonly staff: string; readonly kind: Kind } = {
  household: '',
  staff: '',
  kind: '',
};

export const Records = () => {
  const { t } = useTranslation('privacy');
  const { t: audit } = useTranslation('audit');
  const [filter, setFilter] = useKept('disclosures', start);
  const household = useSettled(filter.household).trim();
  const list = useActPages('privacy.disclosures', {
    household,
    staffId: filter.staff === '' ? null : Number(filter.staff),
    kind: filter.kind,
  });
  const filtered = filter.household !== '' || filter.staff !== '' || filter.kind !== '';
  return (
    <ListPage
      title={t('records.title')}
      searchLabel={t('records.search')}
      search={filter.household}
      onSearch={(text) => setFilter({ ...filter, household: text })}
      filters={
        <>
          <Choice
            label={t('records.staff')}
            testId="records-staff"
            value={filter.staff}
            options={[
              { value: '', label: t('records.allStaff') },
              ...(list.first?.staff ?? []).map(({ staffId, name }) => ({
                value: String(staffId),
                label: name,
              })),
            ]}
            onChange={(staff) => setFilter({ ...filter, staff })}
          />
          <Choice
            label={t('records.kind')}
            testId="records-kind"
            value={filter.kind}
            options={[
              { value: '', label: t('records.allKinds') },
              ...disclosureKinds.map((value) => ({ value, label: t(`records.kinds.${value}`) })),
            ]}
            onChange={(kind) => setFilter({ ...filter, kind })}
          />
        </>
      }
      failure={list.failure}
    >
      <p className="secondary">{t('records.about')}</p>
      <DataTable
        label={t('records.title')}
        columns={columns(t, (act) => actWords(audit, act))}
        rows={list.rows}
        rowKey={(row) => row.seq}
        loading={list.loading}
        total={list.total}
        filtered={filtered}
        {...(filtered ? {} : { emptyText: t('records.empty') })}
        onNear={list.more}
      />
    </ListPage>
  );
};

const columns = (
  t: ReturnType<typeof useTranslation<'privacy'>>['t'],
  act: (name: string) => string,
): readonly Column<Row>[] => [
  { key: 'at', title: t('records.at'), width: 165, render: (row) => <Instant value={row.at} /> },
  { key: 'by', title: t('records.by'), width: 90, render: (row) => row.staff },
  { key: 'act', title: t('records.act'), width: 170, render: (row) => act(row.act) },
  {
    key: 'whole',
    title: t('records.whole'),
    width: 100,
    render: (row) =>
      row.whole ? <StateTag tone="warn" word={t('records.isWhole')} /> : t('records.isMasked'),
  },
  {
    key: 'household',
    title: t('number'),
    width: 125,
    render: (row) => <span className="figure">{row.household}</span>,
  },
  {
    key: 'number',
    title: t('records.number'),
    width: 140,
    render: (row) => <span className="figure">{row.number}</span>,
  },
  {
    key: 'count',
    title: t('records.count'),
    width: 70,
    figure: true,
    render: (row) => (row.count === null ? '' : count(row.count)),
  },
  { key: 'reason', title: t('records.reason'), width: 220, render: (row) => row.reason },
];
