// The backups made so far, newest first, and the button for another.
import { useTranslation } from 'react-i18next';
import { useAct } from '../api/use-act.ts';
import { instant } from '../i18n/format.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Failed } from '../ui/failed.tsx';
import { BackupButton } from './backup-button.tsx';

const mb = (bytes: number): string => (bytes / 1_048_576).toFixed(1);

export const Backups = () => {
  const { t } = useTranslation('backup');
  const { data, failure, isPending, refetch } = useAct('backup.list', {});
  return (
    <>
      <p className="secondary">{t('why')}</p>
      <BackupButton />
      <Failed failure={failure} onRetry={() => void refetch()} />
      <DataTable
        label={t('title')}
        rows={data ?? []}
        loading={isPending}
        rowKey={({ fileName }) => fileName}
        columns={[
          { key: 'at', title: t('at'), width: 180, render: (row) => instant(row.at) },
          { key: 'fileName', title: t('fileName'), width: 360, render: (row) => row.fileName },
          {
            key: 'size',
            title: t('size'),
            width: 120,
            figure: true,
            render: (row) => t('sizeMb', { mb: mb(row.bytes) }),
          },
          {
            key: 'check',
            title: t('check'),
            width: 240,
            render: (row) => <code>{row.sha256.slice(0, 16)}…</code>,
          },
        ]}
      />
    </>
  );
};
