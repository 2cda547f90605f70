// One loss: what, why, how, and its decision. Whoever proposed it waits; another person approves. Every act asks once, in figures.
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useAct } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { day, money } from '../i18n/format.ts';
import {
  type Column,
  DataTable,
  Day,
  FactList,
  Failed,
  Instant,
  Money,
  Notice,
  Page,
  PaperButtons,
  Quantity,
  useKeys,
} from '../ui/index.ts';
import { DecideLoss, type Decision } from './decide-loss.tsx';
import { costOf, LossState, useReasonWords, type Loss } from './loss-state.tsx';

export const ReadLoss = () => {
  const { t } = useTranslation('losses');
  const navigate = useNavigate();
  const { may } = useSession();
  const lossId = Number(useParams()['lossId']);
  const { data: loss, failure } = useAct('losses.read', { lossId });
  const [asking, setAsking] = useState<Decision | null>(null);
  const back = (): void => void navigate('..', { relative: 'path' });
  const open = loss?.state === 'proposed';
  const mayApprove = open && !loss.own && may('stock.approve');
  const mayWithdraw = open && may('stock.move');
  const mayReverse = loss?.state === 'approved' && may('stock.approve');
  useKeys({
    Escape: back,
    ...(mayApprove ? { F9: () => setAsking('approve') } : {}),
    ...(mayWithdraw ? { F8: () => setAsking('withdraw') } : {}),
    ...(mayReverse ? { F8: () => setAsking('reverse') } : {}),
  });
  const act = (decision: Decision, key: string): ReactNode => (
    <Button
      data-testid={`loss-${decision}`}
      type={decision === 'approve' ? 'primary' : 'default'}
      danger={decision !== 'approve'}
      onClick={() => setAsking(decision)}
    >
      {t(`page.${decision}`)} {key}
    </Button>
  );
  return (
    <Page
      title={
        loss ? t(loss.kind === 'sale' ? 'page.titleSale' : 'page.title', { number: loss.number }) : t('title')
      }
      keys={[
        ...(mayApprove ? [{ key: 'F9', does: t('keys.approve') }] : []),
        ...(mayWithdraw ? [{ key: 'F8', does: t('keys.withdraw') }] : []),
        ...(mayReverse ? [{ key: 'F8', does: t('keys.reverse') }] : []),
        { key: 'Ctrl+P', does: t('page.print') },
        { key: 'Esc', does: t('back', { ns: 'common' }) },
      ]}
      acts={
        <>
          {mayApprove && act('approve', 'F9')}
          {mayWithdraw && act('withdraw', 'F8')}
          {mayReverse && act('reverse', 'F8')}
          <Button data-testid="back" onClick={back}>
            {t('back', { ns: 'common' })} Esc
          </Button>
        </>
      }
    >
      <Failed failure={failure} />
      {loss && open && loss.own && (
        <Notice tone="info" title={t('page.ownWaits')}>
          {t('page.ownWaitsNext')}
        </Notice>
      )}
      {loss && <LossFacts loss={loss} />}
      {loss && <Goods loss={loss} />}
      {loss && (
        <PaperButtons
          act="losses.print"
          input={{ lossId }}
          testId="loss-paper"
          printKey="Ctrl+P"
          label={`${t('page.print')} Ctrl+P`}
        />
      )}
      {loss && asking && (
        <DecideLoss key={asking} loss={loss} decision={asking} onClose={() => setAsking(null)} />
      )}
    </Page>
  );
};

const LossFacts = ({ loss }: { readonly loss: Loss }) => {
  const { t } = useTranslation('losses');
  const reason = useReasonWords();
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('state'), <LossState key="state" state={loss.state} />],
    [t('columns.kind'), t(`kinds.${loss.kind}`)],
    [t('columns.day'), <Day key="day" value={loss.day} />],
    [t('columns.reason'), reason(loss)],
    [t('columns.method'), loss.method],
    [t('page.witness'), loss.witness],
    ...(loss.kind === 'scrap'
      ? []
      : ([
          [t('columns.proceeds'), <Money key="fen" fen={loss.proceedsFen} strong />],
          [t('page.way'), loss.proceedsWay === null ? '' : t(`form.ways.${loss.proceedsWay}`)],
          [t('page.buyer'), loss.buyer],
          [t('page.purpose'), loss.purpose],
        ] as const)),
    [t('columns.proposedBy'), loss.proposedBy],
    [t('columns.decidedBy'), loss.decidedBy],
    ...(loss.decidedAt === null
      ? []
      : [[t('page.decidedAt'), <Instant key="at" value={loss.decidedAt} />] as const]),
    [t('page.withdrawnReason'), loss.decidedReason],
    ...(loss.reversed === null
      ? []
      : [
          [
            t('page.reversed'),
            t('page.reversedSaid', {
              day: day(loss.reversed.day),
              by: loss.reversed.by,
              reason: loss.reversed.reason,
            }),
          ] as const,
        ]),
  ];
  return <FactList facts={facts} testId="loss-facts" />;
};

const Goods = ({ loss }: { readonly loss: Loss }) => {
  const { t } = useTranslation('losses');
  const unpriced = loss.goods.filter(({ valueFen }) => valueFen === null).length;
  const columns: readonly Column<Loss['goods'][number]>[] = [
    { key: 'item', title: t('page.goods'), width: 240, render: (line) => `${line.itemName} ${line.spec}` },
    {
      key: 'tag',
      title: t('page.tag'),
      width: 170,
      render: (line) => <span className="figure">{line.tag}</span>,
    },
    { key: 'expiry', title: t('page.expiry'), width: 150, render: (line) => <Day value={line.expiryDay} /> },
    { key: 'place', title: t('page.place'), width: 120, render: (line) => line.place },
    {
      key: 'quantity',
      title: t('page.quantity'),
      width: 120,
      figure: true,
      render: (line) => <Quantity smallest={line.quantity} scale={line.unitScale} unit={line.unit} />,
    },
    {
      key: 'value',
      title: t('page.value'),
      width: 120,
      figure: true,
      render: (line) => <Money fen={line.valueFen} />,
    },
  ];
  return (
    <section>
      <h2>{t('page.goods')}</h2>
      <DataTable
        label={t('page.goods')}
        columns={columns}
        rows={loss.goods}
        rowKey={(line) => `${String(line.lotId)} ${line.place}`}
        height={Math.min(360, 60 + loss.goods.length * 48)}
      />
      <p data-testid="loss-total">
        {t('page.total', { fen: money(costOf(loss)) })}
        {unpriced > 0 && ` · ${t('page.unpriced', { n: unpriced })}`}
      </p>
    </section>
  );
};
