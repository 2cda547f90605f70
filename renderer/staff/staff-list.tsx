// The people who may sign in. Nobody is deleted; who left is deactivated, and what they did stays.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { useAct } from '../api/use-act.ts';
import { useCommand } from '../api/use-command.ts';
import { instant } from '../i18n/format.ts';
import { ConfirmFinal } from '../ui/confirm-final.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Failed } from '../ui/failed.tsx';
import { Notice } from '../ui/notice.tsx';
import { AddStaff } from './add-staff.tsx';
import { ContactDialog } from './contact-dialog.tsx';

type Person = Output<'staff.list'>[number];

export const StaffList = () => {
  const { t } = useTranslation('staff');
  const { data, failure, isPending, refetch } = useAct('staff.list', {});
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<string | null>(null);
  const [leaving, setLeaving] = useState<Person | null>(null);
  const [contact, setContact] = useState<Person | null>(null);
  const setActive = useCommand('staff.setActive');
  const change = async (person: Person): Promise<void> => {
    if (await setActive.run({ staffId: person.staffId, active: !person.active })) setLeaving(null);
  };
  return (
    <>
      <div className="button-row">
        <Button
          type="primary"
          size="large"
          onClick={() => {
            setAdded(null);
            setAdding(true);
          }}
        >
          {t('add')}
        </Button>
      </div>
      {added && <Notice tone="done" title={t('added', { name: added })} />}
      <Failed failure={failure} onRetry={() => void refetch()} />
      {!leaving && <Failed failure={setActive.failure} />}
      <DataTable
        label={t('title')}
        rows={data ?? []}
        loading={isPending}
        rowKey={({ staffId }) => staffId}
        columns={[
          { key: 'name', title: t('name'), width: 180, render: (row) => row.name },
          { key: 'login', title: t('login'), width: 180, render: (row) => row.login },
          {
            key: 'role',
            title: t('role'),
            width: 140,
            render: (row) => t(`roles.${row.role}`, { ns: 'common' }),
          },
          {
            key: 'active',
            title: t('active'),
            width: 120,
            render: (row) =>
              row.active ? (
                <span className="ok">✔ {t('isActive')}</span>
              ) : (
                <span className="secondary">{t('inactive')}</span>
              ),
          },
          {
            key: 'contact',
            title: t('contact.title'),
            width: 170,
            render: (row) => (
              <Button size="small" data-testid={`staff-contact-${row.login}`} onClick={() => setContact(row)}>
                {t(row.phone === '' && row.address === '' ? 'contact.enter' : 'contact.change')}
              </Button>
            ),
          },
          { key: 'createdAt', title: t('createdAt'), width: 180, render: (row) => instant(row.createdAt) },
          {
            key: 'acts',
            title: t('change'),
            width: 140,
            render: (row) => (
              <Button size="small" onClick={() => (row.active ? setLeaving(row) : void change(row))}>
                {t(row.active ? 'deactivate' : 'activate')}
              </Button>
            ),
          },
        ]}
      />
      {leaving && (
        <ConfirmFinal
          open
          stops
          title={t('deactivateTitle')}
          verb={t('deactivate')}
          pending={setActive.pending}
          figures={[
            { label: t('name'), value: leaving.name },
            { label: t('login'), value: leaving.login },
            { label: t('role'), value: t(`roles.${leaving.role}`, { ns: 'common' }) },
          ]}
          onConfirm={() => void change(leaving)}
          onCancel={() => {
            setLeaving(null);
            setActive.reset();
          }}
        >
          <p>{t('deactivateWhat')}</p>
          <Failed failure={setActive.failure} />
        </ConfirmFinal>
      )}
      {contact && <ContactDialog person={contact} onClose={() => setContact(null)} />}
      {adding && (
        <AddStaff
          onClose={(name) => {
            setAdding(false);
            setAdded(name);
          }}
        />
      )}
    </>
  );
};
