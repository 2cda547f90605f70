// F5: an institution collects for its residents (机构领取). First which one, and what was collected today; then its list.
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { useAct, useCommand } from '../api/index.ts';
import { clock, count } from '../i18n/format.ts';
import {
  DataTable,
  Failed,
  Money,
  Notice,
  PaperButtons,
  ReverseDialog,
  ReverseMark,
  type Column,
} from '../ui/index.ts';
import { InstitutionCollect } from './institution-collect.tsx';

type Answer = Output<'counter.institutions'>;
type Institution = Answer['institutions'][number];
type Act = Answer['today'][number];

export const InstitutionDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation('counter');
  const { t: tAny } = useTranslation();
  const [chosen, setChosen] = useState<Institution | null>(null);
  return (
    <Modal
      open
      title={chosen ? `${t('institution.title')} · ${chosen.name}` : t('institution.title')}
      footer={
        <Button data-testid="institution-close" onClick={onClose}>
          {tAny('close')} Esc
        </Button>
      }
      className="tall-dialog"
      width={1160}
      closable={false}
      onCancel={onClose}
      destroyOnHidden
    >
      <div data-testid="institution-dialog">
        {chosen ? (
          <InstitutionCollect institutionId={chosen.institutionId} onBack={() => setChosen(null)} />
        ) : (
          <Choose onChoose={setChosen} />
        )}
      </div>
    </Modal>
  );
};

const Choose = ({ onChoose }: { readonly onChoose: (institution: Institution) => void }) => {
  const { t } = useTranslation('counter');
  const { data, isPending, failure } = useAct('counter.institutions', {});
  const columns: readonly Column<Institution>[] = [
    { key: 'name', title: t('institution.name'), width: 420, render: ({ name }) => <b>{name}</b> },
    {
      key: 'residents',
      title: t('institution.residents'),
      width: 160,
      figure: true,
      render: ({ residents }) => count(residents),
    },
    {
      key: 'vouchers',
      title: t('institution.openVouchers'),
      width: 160,
      figure: true,
      render: ({ openVouchers }) => count(openVouchers),
    },
    {
      key: 'act',
      title: t('today.acts'),
      width: 180,
      render: (row) => (
        <Button data-testid="institution-open" onClick={() => onChoose(row)}>
          {t('institution.open')}
        </Button>
      ),
    },
  ];
  return (
    <>
      <Failed failure={failure} />
      <p className="secondary">{t('institution.hint')}</p>
      <DataTable<Institution>
        label={t('institution.title')}
        height={260}
        columns={columns}
        rows={data?.institutions ?? []}
        rowKey={({ institutionId }) => institutionId}
        loading={isPending}
        emptyText={t('institution.none')}
        onOpen={onChoose}
      />
      {data && data.today.length > 0 && <Today acts={data.today} />}
    </>
  );
};

const Today = ({ acts }: { readonly acts: readonly Act[] }) => {
  const { t } = useTranslation('counter');
  const [back, setBack] = useState<Act | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const columns: readonly Column<Act>[] = [
    { key: 'at', title: t('today.at'), width: 80, render: ({ at }) => clock(at) },
    {
      key: 'number',
      title: t('today.number'),
      width: 200,
      render: ({ number, reversed }) => (
        <span data-testid="institution-act">
          {number} <ReverseMark how={reversed ? 'reversed' : null} />
        </span>
      ),
    },
    { key: 'name', title: t('institution.name'), width: 200, render: ({ institution }) => institution },
    {
      key: 'residents',
      title: t('institution.people'),
      width: 90,
      figure: true,
      render: ({ residents }) => count(residents),
    },
    {
      key: 'used',
      title: t('today.used'),
      width: 130,
      figure: true,
      render: ({ usedFen }) => <Money fen={usedFen} />,
    },
    {
      key: 'acts',
      title: t('today.acts'),
      width: 430,
      render: (act) => (
        <span className="button-row">
          <PaperButtons
            act="counter.printInstitution"
            input={{ pickupId: act.pickupId }}
            testId="institution-paper"
          />
          {!act.reversed && (
            <Button danger data-testid="institution-reverse" onClick={() => setBack(act)}>
              {t('today.reverse')}
            </Button>
          )}
        </span>
      ),
    },
  ];
  return (
    <section>
      <h2>{t('institution.today')}</h2>
      {done !== null && <Notice tone="done" title={t('today.done', { number: done })} />}
      <DataTable<Act>
        label={t('institution.today')}
        height={240}
        columns={columns}
        rows={acts}
        rowKey={({ pickupId }) => pickupId}
      />
      {back && (
        <Reverse
          act={back}
          onClose={() => setBack(null)}
          onDone={() => {
            setDone(back.number);
            setBack(null);
          }}
        />
      )}
    </section>
  );
};

interface ReverseProps {
  readonly act: Act;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const Reverse = ({ act, onClose, onDone }: ReverseProps) => {
  const { t } = useTranslation('counter');
  const reversing = useCommand('counter.reverseInstitution');
  return (
    <ReverseDialog
      paper={t('institution.paper')}
      number={act.number}
      figures={[
        { label: t('institution.name'), value: act.institution },
        { label: t('institution.vouchers'), value: count(act.vouchers) },
        { label: t('today.used'), value: <Money fen={act.usedFen} strong /> },
      ]}
      effect={t('institution.reverseEffect')}
      pending={reversing.pending}
      failure={reversing.failure}
      testId="institution-reverse"
      onClose={onClose}
      onConfirm={(reason) =>
        void reversing.run({ pickupId: act.pickupId, reason }).then((answer) => answer && onDone())
      }
    />
  );
};
