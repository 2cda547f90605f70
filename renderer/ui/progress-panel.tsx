// Long work: a bar, what is being done, how many of how many, and a way to stop.
import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Steps } from '../api/use-command.ts';
import { count } from '../i18n/format.ts';

export const ProgressPanel = ({
  what,
  progress,
  onCancel,
}: {
  readonly what: string;
  readonly progress: Steps | null;
  readonly onCancel?: () => void;
}) => {
  const { t } = useTranslation();
  const percent = progress && progress.total > 0 ? Math.floor((progress.done / progress.total) * 100) : 0;
  return (
    <div className="progress-panel" role="status" aria-live="polite">
      <div className="progress-line">
        <span>{what}</span>
        {progress && (
          <span className="figure">
            {t('steps', { done: count(progress.done), total: count(progress.total) })}
          </span>
        )}
      </div>
      <Progress percent={percent} showInfo={false} aria-label={what} status="normal" />
      {onCancel && <Button onClick={onCancel}>{t('cancel')}</Button>}
    </div>
  );
};
