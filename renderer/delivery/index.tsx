// 送货上门: what carriers have with them, and what came to the door or came back on a day. Addresses stand on the 送货单 alone.
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { isDay } from '../../db/domain/business-day.ts';
import { useAct, useCommand, usePaper } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { day as dayText } from '../i18n/format.ts';
import {
  DataTable,
  Failed,
  Instant,
  ListPage,
  Money,
  Notice,
  PaperButtons,
  ReverseDialog,
  useKept,
  type Column,
} from '../ui/index.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';

export type Row = Output<'delivery.list'>[number];
type Ending = { readonly kind: 'confirm' | 'returned'; readonly row: Row };

const Deliveries = () => {
  const { t } = useTranslation('delivery');
  const { status } = useSession();
  const [filter, setFilter] = useKept('deliveries', { search: '', day: status.businessDay });
  const endedDay = isDay(filter.day.trim()) ? filter.day.trim() : status.businessDay;
  const list = useAct('delivery.list', { endedDay }, { keepPrevious: true });
  const returning = useCommand('delivery.returned');
  const note = usePaper('delivery.printNote');
  const [ending, setEnding] = useState<Ending | null>(null);
  const [said, setSaid] = useState('');
  const word = filter.search.trim().toLowerCase();
  const rows = (list.data ?? []).filter(({ slipNo, headName, community, carrier }) =>
    [slipNo, headName, community, carrier].some((text) => text.toLowerCase().includes(word)),
  );
  const out = rows.filter(({ state }) => state === 'out').map(({ deliveryId }) => deliveryId);
  const end = (kind: Ending['kind']) => (row: Row) => {
    if (row.state === 'out') setEnding({ kind, row });
  };
  const done = (words: string): void => {
    setEnding(null);
    setSaid(words);
  };
  return (
    <ListPage
      title={t('title')}
      searchLabel={t('search')}
      search={filter.search}
      onSearch={(search) => setFilter({ ...filter, search })}
      keys={[
        { key: 'Enter', does: t('confirm') },
        { key: 'F8', does: t('returned') },
      ]}
      filters={
        <label>
          {t('day')}{' '}
          <Input
            className="filter-day"
            data-testid="delivery-day-filter"
            inputMode="numeric"
            value={filter.day}
            onChange={({ target }) => setFilter({ ...filter, day: target.value })}
          />
        </label>
      }
      papers={
        out.length > 0 && (
          <PaperButtons
            act="delivery.printNote"
            input={{ deliveryIds: out.slice(0, 50) }}
            label={t('printAll')}
            testId="delivery-notes"
          />
        )
      }
      failure={list.failure}
    >
      {said !== '' && <Notice tone="done" title={said} />}
      <Failed failure={note.failure} />
      <DataTable<Row>
        label={t('title')}
        columns={useColumns(
          end('confirm'),
          end('returned'),
          (row) => void note.print({ deliveryIds: [row.deliveryId] }),
        )}
        rows={rows}
        rowKey={({ deliveryId }) => deliveryId}
        loading={list.isPending}
        filtered={word !== ''}
        onOpen={end('confirm')}
        rowKeys={{ F8: end('returned') }}
        {...(word === '' ? { emptyText: t('empty') } : {})}
      />
      {ending?.kind === 'confirm' && (
        <ConfirmDialog
          row={ending.row}
          onClose={() => setEnding(null)}
          onDone={() => done(t('done', { number: ending.row.slipNo }))}
        />
      )}
      {ending?.kind === 'returned' && (
        <ReverseDialog
          title={t('returnTitle', { number: ending.row.slipNo })}
          paper={t('paper')}
          number={ending.row.slipNo}
          figures={[{ label: t('usedFen'), value: <Money fen={ending.row.usedFen} /> }]}
          effect={t('effect')}
          verb={t('returned')}
          pending={returning.pending}
          failure={returning.failure}
          testId="delivery-returned"
          onClose={() => {
            setEnding(null);
            returning.reset();
          }}
          onConfirm={(reason) =>
            void returning
              .run({ deliveryId: ending.row.deliveryId, reason })
              .then((made) => made && done(t('back', { number: ending.row.slipNo })))
          }
        />
      )}
    </ListPage>
  );
};
export default Deliveries;

const marks = { out: '●', delivered: '✔', back: '↩' } as const;

const useColumns = (
  confirm: (row: Row) => void,
  returned: (row: Row) => void,
  print: (row: Row) => void,
): readonly Column<Row>[] => {
  const { t } = useTranslation('delivery');
  return [
    {
      key: 'slip',
      title: t('slipNo'),
      width: 145,
      render: ({ slipNo }) => <span data-testid="delivery-row">{slipNo}</span>,
    },
    { key: 'left', title: t('left'), width: 160, spare: true, render: ({ at }) => <Instant value={at} /> },
    { key: 'name', title: t('name'), width: 95, render: ({ headName }) => headName },
    {
      key: 'community',
      title: t('community'),
      width: 110,
      spare: true,
      render: ({ community }) => community,
    },
    { key: 'carrier', title: t('carrier'), width: 100, render: ({ carrier }) => carrier },
    {
      key: 'used',
      title: t('usedFen'),
      width: 90,
      figure: true,
      spare: true,
      render: ({ usedFen }) => <Money fen={usedFen} />,
    },
    {
      key: 'state',
      title: t('state'),
      width: 120,
      render: ({ state }) => `${marks[state]} ${t(`states.${state}`)}`,
    },
    {
      key: 'acts',
      title: t('actsOrEnd'),
      width: 295,
      render: (row) =>
        row.state === 'out' ? (
          <span className="button-row">
            <Button size="small" data-testid="delivery-confirm" onClick={() => confirm(row)}>
              {t('confirm')}
            </Button>
            <Button size="small" data-testid="delivery-return" onClick={() => returned(row)}>
              {t('returned')}
            </Button>
            <Button size="small" data-testid="delivery-note" onClick={() => print(row)}>
              {t('note')}
            </Button>
          </span>
        ) : (
          [dayText(row.endedDay), row.receivedBy, row.relation, row.note]
            .filter((text) => text !== '')
            .join(' · ')
        ),
    },
  ];
};
