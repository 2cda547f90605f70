// Makes a backup now and says how it went.
import { SafetyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/use-command.ts';
import { Failed } from '../ui/failed.tsx';
import { Notice } from '../ui/notice.tsx';

export const BackupButton = () => {
  const { t } = useTranslation('backup');
  const make = useCommand('backup.make');
  return (
    <>
      <Button
        size="large"
        icon={<SafetyOutlined aria-hidden="true" />}
        loading={make.pending}
        onClick={() => void make.run({})}
      >
        {make.pending ? t('working') : t('make')}
      </Button>
      <Failed failure={make.failure} onRetry={() => void make.run({})} />
      {make.data && (
        <Notice tone="done" title={t('done')}>
          {make.data.fileName}
        </Notice>
      )}
    </>
  );
};
