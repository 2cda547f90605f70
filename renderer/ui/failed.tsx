// What went wrong, in words: what happened, the facts, what to do; for a fault of ours the incident number. Colour + shape + word.
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActError, Reason } from '../../db/contract/act.ts';
import { isCancelled } from '../api/failure.ts';
import { words, wordsOfCode } from '../i18n/words.ts';

interface Props {
  readonly failure: ActError | null;
  readonly onRetry?: () => void;
  /** Offered beside the printer faults. */
  readonly onSave?: () => void;
  /** Name of a field as the screen shows it, for the list of failing lines. */
  readonly fieldName?: (field: string) => string;
  readonly children?: ReactNode;
}

export const Failed = ({ failure, onRetry, onSave, fieldName, children }: Props) => {
  const { t } = useTranslation();
  if (!failure || isCancelled(failure)) return null;
  const said = words(t, failure);
  const reasons = failure.kind === 'refusal' ? (failure.reasons ?? []) : [];
  const stop = failure.kind !== 'refusal';
  const printer =
    failure.kind === 'fault' && (failure.code === 'printer-none' || failure.code === 'printer-failed');
  const where = (reason: Reason): string =>
    [
      reason.row === undefined ? '' : `${t('row', { ns: 'importing' })} ${reason.row}`,
      reason.field === undefined ? '' : (fieldName?.(reason.field) ?? ''),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  // One failing line whose place has no name would only say the headline again.
  const listed = reasons.length > 1 || reasons.some((reason) => where(reason) !== '');
  const retry = stop && !printer ? onRetry : undefined;
  const save = printer ? onSave : undefined;
  return (
    <div className={`notice ${stop ? 'stop' : 'warn'}`} role="alert">
      <span className="notice-sign" aria-hidden="true">
        {stop ? '✖' : '▲'}
      </span>
      <div className="notice-body">
        <strong className="notice-title">{said.title}</strong>
        {said.detail.map((line) => (
          <div key={line}>{line}</div>
        ))}
        {listed && (
          <ul>
            {reasons.map((reason, at) => {
              const each = wordsOfCode(t, reason.code, reason.params);
              return (
                <li key={at}>
                  {[where(reason), each.title, ...each.detail].filter((part) => part !== '').join(' · ')}
                </li>
              );
            })}
          </ul>
        )}
        {said.next !== '' && <div className="notice-next">{said.next}</div>}
        {(retry !== undefined || save !== undefined || children !== undefined) && (
          <div className="notice-acts">
            {retry && <Button onClick={retry}>{t('retry')}</Button>}
            {save && (
              <Button type="primary" onClick={save}>
                {t('saveAsPdf')}
              </Button>
            )}
            {children}
          </div>
        )}
      </div>
    </div>
  );
};
