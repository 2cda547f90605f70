// Institutions: in use first, with how many live there; one is opened for its roster, changed, closed or opened again.
import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { useAct, useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count } from '../i18n/format.ts';
import { DataTable, Failed, ListPage, useKept, useKeys, type Column } from '../ui/index.ts';

export type Institution = Output<'proxies.institutions'>[number];

export const InstitutionList = () => {
  const { t } = useTranslation('proxies');
  const { t: tAny } = useTranslation();
  const { may } = useSession();
  const navigate = useNavigate();
  const [search, setSearch] = useKept('institutions', '');
  const { data, isPending, failure } = useAct('proxies.institutions', {});
  const switching = useCommand('proxies.setInstitutionActive');
  const mayManage = may('proxies.manage');
  const back = (): void => void navigate('..', { relative: 'path' });
  useKeys({ Escape: back });
  const rows = (data ?? []).filter(({ name }) => name.includes(search.trim()));
  return (
    <ListPage
      title={t('institutions.title')}
      searchLabel={t('institutions.search')}
      search={search}
      onSearch={setSearch}
      acts={
        mayManage
          ? [
              {
                key: 'F2',
                label: t('institutions.add'),
                run: () => void navigate('add'),
                testId: 'institution-add',
                primary: true,
              },
            ]
          : []
      }
      keys={[{ key: 'Esc', does: tAny('back') }]}
      papers={
        <Button data-testid="back" onClick={back}>
          {tAny('back')} Esc
        </Button>
      }
      failure={failure}
    >
      <Failed failure={switching.failure} />
      <DataTable<Institution>
        label={t('institutions.title')}
        columns={columns(t, mayManage, {
          change: ({ id }) => void navigate(`${String(id)}/change`),
          setActive: ({ id, active }) => void switching.run({ institutionId: id, active: !active }),
        })}
        rows={rows}
        rowKey={({ id }) => id}
        loading={isPending}
        filtered={search !== ''}
        {...(search === '' ? { emptyText: t('institutions.empty') } : {})}
        onOpen={({ id }) => void navigate(String(id))}
      />
    </ListPage>
  );
};

interface Acts {
  readonly change: (row: Institution) => void;
  readonly setActive: (row: Institution) => void;
}

const columns = (t: TFunction<'proxies'>, mayManage: boolean, acts: Acts): readonly Column<Institution>[] => [
  { key: 'name', title: t('institutions.name'), width: 220, render: ({ name }) => <b>{name}</b> },
  { key: 'address', title: t('institutions.address'), width: 185, render: ({ address }) => address },
  { key: 'contact', title: t('institutions.contact'), width: 100, render: ({ contact }) => contact },
  { key: 'phone', title: t('institutions.phone'), width: 130, render: ({ phone }) => phone },
  {
    key: 'residents',
    title: t('institutions.residents'),
    width: 100,
    figure: true,
    render: ({ residents }) => count(residents),
  },
  {
    key: 'people',
    title: t('institutions.people'),
    width: 100,
    figure: true,
    render: ({ people }) => count(people),
  },
  {
    key: 'state',
    title: t('institutions.state'),
    width: 110,
    render: ({ active }) => (active ? `✔ ${t('institutions.active')}` : `✖ ${t('institutions.closed')}`),
  },
  ...(mayManage
    ? [
        {
          key: 'acts',
          title: t('acts'),
          width: 180,
          render: (row: Institution) => (
            <span className="button-row">
              <Button data-testid="institution-change" onClick={() => acts.change(row)}>
                {t('institutions.change')}
              </Button>
              <Button data-testid="institution-switch" onClick={() => acts.setActive(row)}>
                {t(row.active ? 'institutions.close' : 'institutions.reopen')}
              </Button>
            </span>
          ),
        },
      ]
    : []),
];
