// 签发密钥: one a year, what each signed; one that got into wrong hands is revoked by two persons, and its vouchers are made anew batch by
// batch.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { useAct, useCommand } from '../api/index.ts';
import { count, instant } from '../i18n/format.ts';
import { ConfirmFinal, DataTable, Failed, PaperButtons, StateTag, type Column } from '../ui/index.ts';
import { LineField } from '../vouchers/line-field.tsx';
import { SecondPerson, useOthers } from '../vouchers/second-person.tsx';

type Key = Output<'keys.list'>[number];
type Left = Key['batches'][number] & { readonly keyId: number };

export const KeysPage = () => {
  const { t } = useTranslation('keys');
  const { data = [], failure, isPending } = useAct('keys.list', {});
  const [revoking, setRevoking] = useState<Key | null>(null);
  const [replacing, setReplacing] = useState<Left | null>(null);
  const left = data.flatMap(({ keyId, batches }) => batches.map((batch) => ({ ...batch, keyId })));
  return (
    <section>
      <h2>{t('title')}</h2>
      <p>{t('what')}</p>
      <Failed failure={failure} />
      <DataTable<Key>
        label={t('title')}
        height={320}
        columns={columnsOf(t, setRevoking)}
        rows={data}
        rowKey={({ keyId }) => keyId}
        loading={isPending}
      />
      {left.length > 0 && (
        <>
          <h2>{t('left')}</h2>
          <DataTable<Left>
            label={t('left')}
            height={240}
            columns={[
              { key: 'name', title: t('batch'), render: ({ name }) => name },
              { key: 'open', title: t('open'), width: 130, figure: true, render: ({ open }) => count(open) },
              {
                key: 'act',
                title: t('act'),
                width: 150,
                render: (row) => (
                  <Button size="small" data-testid="key-replace" onClick={() => setReplacing(row)}>
                    {t('replace')}
                  </Button>
                ),
              },
            ]}
            rows={left}
            rowKey={({ keyId, batchId }) => `${String(keyId)}/${String(batchId)}`}
          />
        </>
      )}
      <PaperButtons act="keys.export" input={{}} kind="sheet" label={t('export')} testId="keys-export" />
      {revoking && <Revoke of={revoking} onClose={() => setRevoking(null)} />}
      {replacing && <ReplaceAll left={replacing} onClose={() => setReplacing(null)} />}
    </section>
  );
};

const columnsOf = (
  t: ReturnType<typeof useTranslation<'keys'>>['t'],
  onRevoke: (key: Key) => void,
): readonly Column<Key>[] => [
  {
    key: 'issuer',
    title: t('issuer'),
    width: 130,
    render: ({ issuer, keyId }) => (
      <span className="figure" data-testid="key-row" data-key={keyId}>
        {issuer}
      </span>
    ),
  },
  { key: 'year', title: t('year'), width: 80, render: ({ year }) => <span className="figure">{year}</span> },
  { key: 'id', title: t('id'), width: 80, figure: true, render: ({ keyId }) => keyId },
  {
    key: 'fingerprint',
    title: t('fingerprint'),
    width: 170,
    render: ({ fingerprint }) => <span className="figure">{fingerprint}</span>,
  },
  { key: 'made', title: t('made'), width: 170, render: ({ createdAt }) => instant(createdAt) },
  {
    key: 'vouchers',
    title: t('vouchers'),
    width: 110,
    figure: true,
    render: ({ vouchers }) => count(vouchers),
  },
  { key: 'open', title: t('open'), width: 110, figure: true, render: ({ open }) => count(open) },
  {
    key: 'state',
    title: t('state'),
    render: (key) => <KeyState of={key} />,
  },
  {
    key: 'act',
    title: t('act'),
    width: 100,
    render: (key) =>
      key.revokedAt === null && (
        <Button size="small" danger data-testid="key-revoke" onClick={() => onRevoke(key)}>
          {t('revoke')}
        </Button>
      ),
  },
];

/** In use; no longer signing but asked for by vouchers that are open; at its end; revoked. */
const KeyState = ({ of: { revokedAt, revokeReason, signs, open } }: { readonly of: Key }) => {
  const { t } = useTranslation('keys');
  if (revokedAt !== null)
    return (
      <>
        <StateTag tone="stop" word={t('revoked')} /> {instant(revokedAt)} · {revokeReason}
      </>
    );
  if (signs) return <StateTag tone="done" word={t('signs')} />;
  return <StateTag tone="info" word={t(open > 0 ? 'verifies' : 'retired')} />;
};

const useApproval = () => {
  const others = useOthers();
  const [approval, setApproval] = useState({ login: others[0]?.login ?? '', password: '' });
  return { approval, setApproval, given: approval.password !== '' && others.length > 0 };
};

const Revoke = ({ of, onClose }: { readonly of: Key; readonly onClose: () => void }) => {
  const { t } = useTranslation('keys');
  const { approval, setApproval, given } = useApproval();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const revoking = useCommand('keys.revoke');
  const confirm = (): void => {
    setTried(true);
    if (!given || reason.trim() === '' || revoking.pending) return;
    void revoking
      .run({ keyId: of.keyId, reason: reason.trim(), expectOpen: of.open, approval })
      .then((answer) => answer && onClose());
  };
  return (
    <ConfirmFinal
      open
      stops
      testId="key-revoke-confirm"
      title={t('revokeTitle')}
      verb={t('revoke')}
      pending={revoking.pending}
      figures={[
        { label: t('year'), value: String(of.year) },
        { label: t('stops'), value: count(of.open) },
      ]}
      onConfirm={confirm}
      onCancel={onClose}
    >
      <p>{t('effect')}</p>
      <LineField
        label={t('reason')}
        required
        testId="key-reason"
        value={reason}
        mistake={tried && reason.trim() === '' ? t('reasonMissing') : undefined}
        onChange={setReason}
        onEnter={confirm}
      />
      <SecondPerson value={approval} tried={tried} onChange={setApproval} />
      <Failed failure={revoking.failure} />
    </ConfirmFinal>
  );
};

const ReplaceAll = ({ left, onClose }: { readonly left: Left; readonly onClose: () => void }) => {
  const { t } = useTranslation('keys');
  const { approval, setApproval, given } = useApproval();
  const [tried, setTried] = useState(false);
  const replacing = useCommand('vouchers.replaceOfKey');
  const confirm = (): void => {
    setTried(true);
    if (!given || replacing.pending) return;
    const { keyId, batchId } = left;
    void replacing.run({ keyId, batchId, approval }).then((answer) => answer && onClose());
  };
  return (
    <ConfirmFinal
      open
      stops
      testId="key-replace-confirm"
      title={t('replace')}
      verb={t('replaceVerb', { n: count(left.open) })}
      pending={replacing.pending}
      figures={[
        { label: t('batch'), value: left.name },
        { label: t('open'), value: count(left.open) },
      ]}
      onConfirm={confirm}
      onCancel={onClose}
    >
      <p>{t('replaceEffect')}</p>
      <SecondPerson value={approval} tried={tried} onChange={setApproval} />
      <Failed failure={replacing.failure} />
    </ConfirmFinal>
  );
};
