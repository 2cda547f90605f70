// Who did what and when, newest first, in the trade's words; and the walk over the whole chain.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActError } from '../../db/contract/act.ts';
import type { Output } from '../../db/contract/index.ts';
import { read } from '../api/call.ts';
import { actErrorOf } from '../api/failure.ts';
import { useActPages } from '../api/use-act.ts';
import { count, instant } from '../i18n/format.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Failed } from '../ui/failed.tsx';
import { Notice } from '../ui/notice.tsx';
import { actWords, objectWords, resultWords, roleWords } from './audit-words.ts';

export const AuditLog = () => {
  const { t } = useTranslation('audit');
  const list = useActPages('audit.list', {});
  return (
    <>
      <Verify />
      <Failed failure={list.failure} />
      <DataTable
        label={t('title')}
        rows={list.rows}
        total={list.total}
        loading={list.loading}
        onNear={list.more}
        rowKey={({ seq }) => seq}
        columns={[
          { key: 'at', title: t('at'), width: 170, render: (row) => instant(row.at) },
          {
            key: 'actor',
            title: t('actor'),
            width: 140,
            render: (row) => (row.actor === '' ? t('system') : row.actor),
          },
          { key: 'role', title: t('role'), width: 110, render: (row) => roleWords(t, row.role) },
          { key: 'act', title: t('act'), width: 200, render: (row) => actWords(t, row.act) },
          { key: 'object', title: t('object'), width: 200, render: (row) => objectWords(t, row.object) },
          { key: 'result', title: t('result'), width: 260, render: (row) => resultWords(t, row.result) },
        ]}
      />
    </>
  );
};

const Verify = () => {
  const { t } = useTranslation('audit');
  const [pending, setPending] = useState(false);
  const [answer, setAnswer] = useState<Output<'audit.verify'> | null>(null);
  const [failure, setFailure] = useState<ActError | null>(null);
  const verify = async (): Promise<void> => {
    setPending(true);
    setFailure(null);
    try {
      setAnswer(await read('audit.verify', {}));
    } catch (thrown) {
      setFailure(actErrorOf(thrown));
    } finally {
      setPending(false);
    }
  };
  return (
    <div className="stack">
      <Button loading={pending} onClick={() => void verify()}>
        {pending ? t('verifying') : t('verify')}
      </Button>
      <Failed failure={failure} />
      {answer &&
        (answer.ok ? (
          <Notice tone="done" title={t('intact', { rows: count(answer.rows), head: answer.head })} />
        ) : (
          <Notice tone="stop" title={t('broken', { row: answer.brokenAt ?? '' })} />
        ))}
    </div>
  );
};
