// One purchase: what came in for what money, what is still there; printed, or taken back with a reason.
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { amountInWords } from '../../db/domain/amount-in-words.ts';
import { useAct, useCommand } from '../api/index.ts';
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
  Page,
  PaperButtons,
  Quantity,
  ReverseDialog,
  ReverseMark,
  useKeys,
} from '../ui/index.ts';

type Purchase = Output<'purchases.read'>;

export const ReadPurchase = () => {
  const { t } = useTranslation('purchases');
  const navigate = useNavigate();
  const { may } = useSession();
  const purchaseId = Number(useParams()['purchaseId']);
  const { data: purchase, failure } = useAct('purchases.read', { purchaseId });
  const reverse = useCommand('purchases.reverse');
  const [asking, setAsking] = useState(false);
  const back = (): void => void navigate('..', { relative: 'path' });
  const mayReverse = purchase?.reversed === null && may('purchases.record');
  const ask = (): void => {
    reverse.reset();
    setAsking(true);
  };
  useKeys({ Escape: back, ...(mayReverse ? { F8: ask } : {}) });
  return (
    <Page
      title={purchase ? t('page.title', { number: purchase.number }) : t('title')}
      keys={[
        { key: 'Ctrl+P', does: t('page.print') },
        ...(mayReverse ? [{ key: 'F8', does: t('keys.reverse') }] : []),
        { key: 'Esc', does: t('back', { ns: 'common' }) },
      ]}
      acts={
        <>
          {mayReverse && (
            <Button data-testid="purchase-reverse" danger onClick={ask}>
              {t('page.reverse')} F8
            </Button>
          )}
          <Button data-testid="back" onClick={back}>
            {t('back', { ns: 'common' })} Esc
          </Button>
        </>
      }
    >
      <Failed failure={failure} />
      {purchase && <Facts purchase={purchase} />}
      {purchase && <Goods purchase={purchase} />}
      {purchase && (
        <section className="office-section" aria-label={t('page.paper')}>
          <p data-testid="purchase-prints">
            {purchase.prints === 0 ? t('page.neverPrinted') : t('page.printed', { n: purchase.prints })}
          </p>
          <PaperButtons
            act="purchases.print"
            input={{ purchaseId }}
            testId="purchase-paper"
            printKey="Ctrl+P"
            label={`${t('page.print')} Ctrl+P`}
          />
        </section>
      )}
      {purchase && asking && (
        <ReverseDialog
          paper={t('page.paper')}
          number={purchase.number}
          figures={[
            { label: t('lines'), value: t('lineCount', { n: purchase.lines }) },
            { label: t('total'), value: money(purchase.totalFen) },
          ]}
          effect={t('page.reverseEffect', {
            source: t(`moneySources.${purchase.source}`, { ns: 'common' }),
          })}
          pending={reverse.pending}
          failure={reverse.failure}
          onConfirm={(reason) =>
            void reverse.run({ purchaseId, reason }).then((done) => done && setAsking(false))
          }
          onClose={() => setAsking(false)}
        />
      )}
    </Page>
  );
};

const Facts = ({ purchase }: { readonly purchase: Purchase }) => {
  const { t } = useTranslation('purchases');
  const { reversed } = purchase;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      t('day'),
      <span key="day">
        <Day value={purchase.day} />
        {purchase.lateForDay !== null && ` (${t('late', { day: day(purchase.lateForDay) })})`}
      </span>,
    ],
    [t('supplier'), purchase.supplier],
    [t('invoice'), purchase.invoiceNumber],
    [t('source'), t(`moneySources.${purchase.source}`, { ns: 'common' })],
    [t('total'), <Money key="fen" fen={purchase.totalFen} strong />],
    [t('page.inWords'), amountInWords(purchase.totalFen)],
    [t('page.place'), purchase.place],
    [t('page.inspectors'), purchase.inspectors.join('、')],
    [t('page.note'), purchase.note],
    [t('page.recordedBy'), purchase.recordedBy],
    [t('page.recordedAt'), <Instant key="at" value={purchase.recordedAt} />],
    ...(reversed === null
      ? []
      : [
          [
            t('page.reversed'),
            <span key="reversed">
              <ReverseMark how="reversed" />{' '}
              {t('page.reversedSaid', { day: day(reversed.day), by: reversed.by, reason: reversed.reason })}
            </span>,
          ] as const,
        ]),
  ];
  return <FactList facts={facts} testId="purchase-facts" />;
};

const Goods = ({ purchase }: { readonly purchase: Purchase }) => {
  const { t } = useTranslation('purchases');
  const columns: readonly Column<Purchase['goods'][number]>[] = [
    { key: 'item', title: t('page.goods'), width: 240, render: (line) => `${line.itemName} ${line.spec}` },
    {
      key: 'class',
      title: t('page.stockClass'),
      width: 100,
      render: (line) => t(`stockClasses.${line.stockClass}`, { ns: 'common' }),
    },
    {
      key: 'tag',
      title: t('page.tag'),
      width: 170,
      render: (line) => <span className="figure">{line.tag}</span>,
    },
    { key: 'expiry', title: t('page.expiry'), width: 150, render: (line) => <Day value={line.expiryDay} /> },
    {
      key: 'quantity',
      title: t('page.quantity'),
      width: 120,
      figure: true,
      render: (line) => <Quantity smallest={line.quantity} scale={line.unitScale} unit={line.unit} />,
    },
    {
      key: 'cost',
      title: t('page.cost'),
      width: 130,
      figure: true,
      render: (line) => <Money fen={line.valueFen} />,
    },
    {
      key: 'onHand',
      title: t('page.onHand'),
      width: 120,
      figure: true,
      render: (line) => <Quantity smallest={line.onHand} scale={line.unitScale} unit={line.unit} />,
    },
  ];
  return (
    <section>
      <h2>{t('page.goods')}</h2>
      <DataTable
        label={t('page.goods')}
        columns={columns}
        rows={purchase.goods}
        rowKey={(line) => line.lotId}
        height={Math.min(360, 60 + purchase.goods.length * 48)}
      />
    </section>
  );
};
