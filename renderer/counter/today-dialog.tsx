// F8: today's redemptions, the newest first, and the way back; earlier days for who may take back what others did. A reversal is a new
// act that names the old one; whose may be reversed by whom is the books' to say. Amounts are what stands of each.
import { Button, Modal } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { useAct, usePaper } from '../api/index.ts';
import { addDays } from '../../db/domain/business-day.ts';
import { useSession } from '../app/session.tsx';
import { clock, day as dayText, money } from '../i18n/format.ts';
import { slipOf, slipPaper } from '../shift/slip-paper.ts';
import { DataTable, Failed, FilterLine, Money, Notice, useKeys, useSettled } from '../ui/index.ts';
import { TakeBackDialog } from './dialogs/take-back-dialog.tsx';

type Row = Output<'counter.today'>[number];
export const TodayDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation('counter');
  const { t: tAny } = useTranslation();
  const [text, setText] = useState('');
  const search = useSettled(text.trim());
  const [chosen, setChosen] = useState<Row | null>(null);
  const session = useSession();
  const today = session.status.businessDay;
  const [day, setDay] = useState(today);
  const { data, isPending, failure } = useAct(
    'counter.today',
    { search, day: day === today ? null : day },
    { keepPrevious: true },
  );
  const mayGoBack = session.may('counter.reverse');
  const go = (days: number): void =>
    setDay((shown) => (addDays(shown, days) > today ? shown : addDays(shown, days)));
  useKeys(
    { 'Ctrl+ArrowLeft': () => go(-1), 'Ctrl+ArrowRight': () => go(1) },
    { enabled: mayGoBack && chosen === null, inDialogs: true },
  );
  const [reversed, setReversed] = useState<{ readonly number: string; readonly reversalId: number } | null>(
    null,
  );
  const slip = usePaper('counter.printSlip');
  // 撤销小票: the reversal is booked whatever the printer says.
  const backSlip = usePaper('counter.printReversal');
  const rows = data ?? [];
  const content = useRef<HTMLDivElement>(null);
  // The dialog takes the focus when it opens; the search field takes it back, so that arrow down leads into the list.
  const intoSearch = (open: boolean): void => {
    if (open) content.current?.querySelector('input')?.focus();
  };
  return (
    <Modal
      open
      title={day === today ? t('today.title') : t('today.titleOf', { day: dayText(day) })}
      footer={
        <Button data-testid="today-close" onClick={onClose}>
          {tAny('close')} Esc
        </Button>
      }
      width={1140}
      closable={false}
      onCancel={onClose}
      afterOpenChange={intoSearch}
      destroyOnHidden
    >
      <div ref={content} data-testid="counter-today">
        <FilterLine label={t('today.search')} value={text} onChange={setText} aside={t('today.hint')}>
          {mayGoBack && (
            <span className="button-row">
              <Button data-testid="today-before" onClick={() => go(-1)}>
                {t('today.before')} Ctrl+←
              </Button>
              <Button data-testid="today-after" disabled={day === today} onClick={() => go(1)}>
                {t('today.after')} Ctrl+→
              </Button>
            </span>
          )}
        </FilterLine>
        <Failed failure={failure} />
        <Failed failure={slip.failure ?? backSlip.failure} />
        {reversed !== null && (
          <Notice tone="done" title={t('today.done', { number: reversed.number })}>
            <Button
              data-testid="reversal-save"
              disabled={backSlip.pending}
              onClick={() => void backSlip.save({ reversalId: reversed.reversalId, paper: slipPaper() })}
            >
              {backSlip.done?.use === 'save'
                ? t('slip.saved', { fileName: backSlip.done.fileName })
                : t('today.saveSlip')}
            </Button>
          </Notice>
        )}
        <DataTable<Row>
          label={t('today.title')}
          height={reversed === null && !backSlip.failure ? 360 : 190}
          rows={rows}
          rowKey={(row) => row.redemptionId}
          loading={isPending}
          filtered={search !== ''}
          emptyText={search === '' ? t(day === today ? 'today.empty' : 'today.emptyOf') : ''}
          onOpen={(row) => !row.reversed && row.institutionNumber === null && setChosen(row)}
          rowClassName={(row) => (row.reversed ? 'reversed' : '')}
          columns={[
            {
              key: 'at',
              title: t('today.at'),
              width: 80,
              render: (row) => <span className="figure">{clock(row.at)}</span>,
            },
            {
              key: 'number',
              title: t('today.number'),
              width: 140,
              render: (row) => <span data-testid="today-row">{row.number}</span>,
            },
            {
              key: 'name',
              title: t('today.name'),
              width: 140,
              render: (row) => (
                <>
                  {row.headName}
                  {row.proxy !== '' && (
                    <span className="secondary"> {t('today.proxy', { name: row.proxy })}</span>
                  )}
                  {row.institutionNumber !== null && (
                    <span className="secondary"> {row.institutionNumber}</span>
                  )}
                </>
              ),
            },
            { key: 'category', title: t('today.category'), width: 125, render: (row) => row.category },
            {
              key: 'used',
              title: t('today.used'),
              width: 170,
              figure: true,
              render: (row) => <Amount row={row} />,
              total: money(rows.reduce((sum, { standsFen }) => sum + standsFen, 0)),
            },
            { key: 'operator', title: t('today.operator'), width: 95, render: (row) => row.operator },
            {
              key: 'state',
              title: t('today.state'),
              width: 120,
              render: (row) =>
                row.reversed ? (
                  <>✖ {t('today.reversed')}</>
                ) : row.partlyReversed ? (
                  <>▲ {t('today.partly')}</>
                ) : (
                  <>✔ {t('today.standing')}</>
                ),
            },
            {
              key: 'acts',
              title: t('today.acts'),
              width: 215,
              render: (row) =>
                !row.reversed && (
                  <span className="button-row">
                    {row.institutionNumber === null && (
                      <Button data-testid="today-reverse" onClick={() => setChosen(row)}>
                        {t('today.reverse')}
                      </Button>
                    )}
                    <Button disabled={slip.pending} onClick={() => void slip.print(slipOf(row.redemptionId))}>
                      {t('today.slip')}
                    </Button>
                  </span>
                ),
            },
          ]}
        />
      </div>
      {chosen && (
        <TakeBackDialog
          row={chosen}
          onClose={() => setChosen(null)}
          onDone={({ reversalId }) => {
            setReversed({ number: chosen.number, reversalId });
            setChosen(null);
            void backSlip.print({ reversalId, paper: slipPaper() });
          }}
        />
      )}
    </Modal>
  );
};

/** A whole reversal is struck out as it was; of a part, what was taken and what came back stand below what is left. */
const Amount = ({ row: { usedFen, backFen, standsFen, partlyReversed } }: { readonly row: Row }) => {
  const { t } = useTranslation('counter');
  if (!partlyReversed) return <Money fen={usedFen} />;
  return (
    <span data-testid="today-stands">
      <Money fen={standsFen} />
      <br />
      <span className="secondary">{t('today.ofWhich', { used: money(usedFen), back: money(backFen) })}</span>
    </span>
  );
};
