// One transfer: what went from where to where, printed, taken back.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { useAct, useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { day, quantity } from '../i18n/format.ts';
import {
  type Column,
  DataTable,
  Day,
  FactList,
  Failed,
  Money,
  Notice,
  Page,
  PaperButtons,
  ReverseDialog,
  useKeys,
} from '../ui/index.ts';
import { lotAddress } from './addresses.ts';

type Transfer = Output<'stock.transferRead'>;
type Line = Transfer['goods'][number];

export const ReadTransfer = () => {
  const { t } = useTranslation('stock');
  const navigate = useNavigate();
  const transferId = Number(useParams()['transferId']);
  const mayMove = useSession().may('stock.move');
  const { data, failure } = useAct('stock.transferRead', { transferId });
  const [asking, setAsking] = useState(false);
  const back = (): void => void navigate('..', { relative: 'path' });
  const canReverse = mayMove && data?.reversed === null;
  useKeys({ Escape: back, ...(canReverse && { F8: () => setAsking(true) }) });
  return (
    <Page
      fill
      title={t('transfer.title', { number: data?.number ?? '' })}
      keys={[
        ...(canReverse ? [{ key: 'F8', does: t('transfer.reverse') }] : []),
        { key: 'Enter', does: t('lots.keys.open') },
        { key: 'Ctrl+P', does: t('print', { ns: 'common' }) },
        { key: 'Esc', does: t('back', { ns: 'common' }) },
      ]}
      acts={
        <>
          {canReverse && (
            <Button danger data-testid="transfer-reverse" onClick={() => setAsking(true)}>
              {t('transfer.reverse')} F8
            </Button>
          )}
          <Button data-testid="back" onClick={back}>
            {t('back', { ns: 'common' })} Esc
          </Button>
        </>
      }
    >
      <Failed failure={failure} />
      {data && (
        <>
          {data.reversed && (
            <Notice
              tone="warn"
              title={t('transfer.reversed', { ...data.reversed, day: day(data.reversed.day) })}
            />
          )}
          <Facts transfer={data} />
          <PaperButtons
            act="stock.printTransfer"
            input={{ transferId }}
            printKey="Ctrl+P"
            testId="transfer-paper"
          />
          <DataTable<Line>
            label={t('transfer.goods')}
            columns={columns(t)}
            rows={data.goods}
            rowKey={({ lotId }) => lotId}
            onOpen={({ lotId }) => void navigate(lotAddress(lotId))}
          />
        </>
      )}
      {asking && data && <Reverse transfer={data} onClose={() => setAsking(false)} />}
    </Page>
  );
};

const Facts = ({ transfer }: { readonly transfer: Transfer }) => {
  const { t } = useTranslation('stock');
  const facts = [
    [t('transfers.columns.day'), <Day key="day" value={transfer.day} />],
    [t('transfer.from'), transfer.from],
    [t('transfer.to'), transfer.to],
    [t('transfers.columns.note'), transfer.note],
    [t('transfers.columns.operator'), transfer.operator],
    [t('print', { ns: 'common' }), t('transfer.prints', { n: transfer.prints })],
  ] as const;
  return <FactList facts={facts} />;
};

const Reverse = ({ transfer, onClose }: { readonly transfer: Transfer; readonly onClose: () => void }) => {
  const { t } = useTranslation('stock');
  const reversing = useCommand('stock.reverseTransfer');
  return (
    <ReverseDialog
      paper={t('transfer.paper')}
      number={transfer.number}
      figures={[
        { label: t('transfer.from'), value: transfer.from },
        { label: t('transfer.to'), value: transfer.to },
        { label: t('transfers.columns.lines'), value: String(transfer.lines) },
      ]}
      effect={t('transfer.reverseEffect', { from: transfer.from })}
      pending={reversing.pending}
      failure={reversing.failure}
      onConfirm={(reason) =>
        void reversing.run({ transferId: transfer.transferId, reason }).then((answer) => answer && onClose())
      }
      onClose={onClose}
    />
  );
};

const columns = (t: ReturnType<typeof useTranslation<'stock'>>['t']): readonly Column<Line>[] => [
  {
    key: 'item',
    title: t('columns.item'),
    width: 260,
    render: (line) => (
      <>
        {line.itemName} <span className="secondary">{line.spec}</span>
      </>
    ),
  },
  {
    key: 'tag',
    title: t('columns.tag'),
    width: 140,
    render: (line) => <span className="figure">{line.tag}</span>,
  },
  { key: 'expiry', title: t('columns.expiry'), width: 150, render: (line) => <Day value={line.expiryDay} /> },
  {
    key: 'quantity',
    title: t('transfer.quantity'),
    width: 130,
    figure: true,
    render: (line) => quantity(line.quantity, line.unitScale, line.unit),
  },
  {
    key: 'value',
    title: t('transfer.value'),
    width: 140,
    figure: true,
    render: (line) => <Money fen={line.valueFen} />,
  },
];
