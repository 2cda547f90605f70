// What went wrong, in words: what happened, the facts, what to do; for a fault of ours the incident number. Colour + shape + word.
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActError } from '../../db/contract/act.ts';
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
  const printer = failure.kind === 'fault' && (failure.code === 'printer-none' || failure.code === 'printer-failed');
  const listed = reasons.length > 1 || reasons.some((reason) => reason.field !== undefined || reason.row !== undefined);
  return (
    <div className={`notice ${stop ? 'stop' : 'warn'}`} role="alert">
      <span className="notice-sign" aria-hidden="true">{stop ? '✖' : '▲'}</span>
      <div className="notice-body">
        <strong className="notice-title">{said.title}</strong>
        {said.detail.map((line) => <div key={line}>{line}</div>)}
        {listed && (
          <ul>
            {reasons.map((reason, at) => {
              const each = wordsOfCode(t, reason.code, reason.params);
              const where = [reason.row === undefined ? '' : `${t('row', { ns: 'importing' })} ${reason.row}`, reason.field === undefined ? '' : (fieldName?.(reason.field) ?? '')];
              return <li key={at}>{[...where.filter((part) => part !== ''), each.title, ...each.detail].join(' · ')}</li>;
            })}
          </ul>
        )}
        {said.next !== '' && <div className="notice-next">{said.next}</div>}
        {(onRetry ?? (printer && onSave) ?? children) !== undefined && (
          <div className="notice-acts">
            {onRetry && stop && !printer && <Button onClick={onRetry}>{t('retry')}</Button>}
            {printer && onSave && <Button type="primary" onClick={onSave}>{t('saveAsPdf')}</Button>}
            {children}
          </div>
        )}
      </div>
    </div>
  );
};
