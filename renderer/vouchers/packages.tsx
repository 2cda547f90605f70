// Packages (套餐): what is in each, what it is worth at list price, and how many can be given today.
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Route, Routes, useNavigate } from 'react-router';
import { useAct, useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count, money, quantity } from '../i18n/format.ts';
import { ConfirmFinal, DataTable, Failed, Money, Page, useKeys, useKept } from '../ui/index.ts';
import type { Package } from './package-draft.ts';
import { ChangePackage, MakePackage } from './package-form.tsx';

const Packages = () => (
  <Routes>
    <Route index element={<PackageList />} />
    <Route path="new" element={<MakePackage />} />
    <Route path=":packageId" element={<ChangePackage />} />
  </Routes>
);
export default Packages;

const PackageList = () => {
  const { t } = useTranslation('packages');
  const navigate = useNavigate();
  const mayChange = useSession().may('vouchers.issue');
  const [ended, setEnded] = useKept('packages/ended', false);
  const { data, isPending, failure, refetch } = useAct('packages.list', { ended });
  const [ending, setEnding] = useState<Package | null>(null);
  const make = (): void => void navigate('new');
  const end = (row: Package): void => setEnding(row.endedAt === null ? row : null);
  useKeys(mayChange ? { F4: make } : {});
  return (
    <Page
      fill
      title={t('title')}
      keys={
        mayChange
          ? [
              { key: 'F4', does: t('make') },
              { key: 'Enter', does: t('form.change') },
              { key: 'F8', does: t('end.verb') },
            ]
          : []
      }
      acts={
        mayChange && (
          <Button data-testid="package-new" type="primary" onClick={make}>
            {t('make')} F4
          </Button>
        )
      }
    >
      <Failed failure={failure} onRetry={() => void refetch()} />
      <Checkbox
        data-testid="package-ended"
        checked={ended}
        onChange={({ target }) => setEnded(target.checked)}
      >
        {t('showEnded')}
      </Checkbox>
      <DataTable<Package>
        label={t('title')}
        rows={data ?? []}
        rowKey={(row) => row.id}
        loading={isPending}
        emptyText={t('empty')}
        rowClassName={(row) => (row.endedAt === null ? '' : 'off')}
        {...(mayChange
          ? {
              onOpen: (row: Package) => row.endedAt === null && void navigate(String(row.id)),
              rowKeys: { F8: end },
            }
          : {})}
        columns={[
          {
            key: 'name',
            title: t('list.name'),
            width: 180,
            render: (row) => (
              <b data-testid="package-row" data-package={row.id}>
                {row.name}
                {row.endedAt !== null && ` (${t('list.ended')})`}
              </b>
            ),
          },
          {
            key: 'lines',
            title: t('list.lines'),
            width: 360,
            render: (row) =>
              row.lines
                .map((line) => `${line.name} ${quantity(line.quantity, line.unitScale, line.unit)}`)
                .join('、'),
          },
          {
            key: 'worth',
            title: t('list.worth'),
            width: 110,
            figure: true,
            render: (row) => <Money fen={row.worthFen} />,
          },
          {
            key: 'canGive',
            title: t('list.canGive'),
            width: 110,
            figure: true,
            render: (row) => <span data-testid="package-can-give">{count(row.canGive)}</span>,
          },
          {
            key: 'canMakeUp',
            title: t('list.canMakeUp'),
            width: 110,
            figure: true,
            render: (row) => count(row.canMakeUp),
          },
          {
            key: 'batches',
            title: t('list.batches'),
            width: 80,
            figure: true,
            render: (row) => count(row.batches),
          },
        ]}
      />
      {ending && <EndPackage row={ending} onClose={() => setEnding(null)} />}
    </Page>
  );
};

const EndPackage = ({ row, onClose }: { readonly row: Package; readonly onClose: () => void }) => {
  const { t } = useTranslation('packages');
  const ending = useCommand('packages.end');
  const confirm = async (): Promise<void> => {
    if (await ending.run({ packageId: row.id })) onClose();
  };
  return (
    <ConfirmFinal
      open
      stops
      testId="package-end-confirm"
      title={t('end.title')}
      verb={t('end.verb')}
      pending={ending.pending}
      figures={[
        { label: t('list.name'), value: row.name },
        { label: t('list.worth'), value: money(row.worthFen) },
        { label: t('list.batches'), value: count(row.batches) },
      ]}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <p>{t('end.stays')}</p>
      <Failed failure={ending.failure} />
    </ConfirmFinal>
  );
};
