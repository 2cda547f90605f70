// One gift as it stands in the books, its lines, and its receipt: first print plain, every later one marked 补打 with its count.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { amountInWords } from '../../db/domain/amount-in-words.ts';
import { useAct } from '../api/index.ts';
import { money } from '../i18n/format.ts';
import {
  DataTable,
  Day,
  Failed,
  Instant,
  Money,
  Page,
  PaperButtons,
  Quantity,
  useKeys,
  type Column,
} from '../ui/index.ts';

type Gift = Output<'donations.read'>;
type Line = Gift['lines'][number];

export const ReadGift = () => {
  const { t } = useTranslation('donations');
  const navigate = useNavigate();
  const donationId = Number(useParams()['donationId']);
  const { data: gift, failure } = useAct('donations.read', { donationId });
  const back = (): void => void navigate('..', { relative: 'path' });
  useKeys({ Escape: back });
  return (
    <Page
      title={gift ? t('gift.title', { number: gift.receiptNumber }) : t('title')}
      keys={[
        { key: 'Ctrl+P', does: t('gift.printReceipt') },
        { key: 'Esc', does: t('back', { ns: 'common' }) },
      ]}
      acts={
        <Button data-testid="back" onClick={back}>
          {t('back', { ns: 'common' })} Esc
        </Button>
      }
    >
      <Failed failure={failure} />
      {gift && <GiftFacts gift={gift} />}
      {gift && <Receipt donationId={donationId} prints={gift.prints} />}
      {gift && <Lines gift={gift} />}
    </Page>
  );
};

/** How often it was printed, and the three ways to have it. */
export const Receipt = ({ donationId, prints }: { readonly donationId: number; readonly prints: number }) => {
  const { t } = useTranslation('donations');
  return (
    <section className="office-section" aria-label={t('gift.receipt')}>
      <h2>{t('gift.receipt')}</h2>
      <p data-testid="receipt-prints">
        {prints === 0 ? t('gift.neverPrinted') : t('gift.printed', { n: prints })}
      </p>
      <PaperButtons
        act="donations.printReceipt"
        input={{ donationId }}
        testId="receipt"
        printKey="Ctrl+P"
        primary
        label={`${t('gift.printReceipt')} Ctrl+P`}
      />
    </section>
  );
};

const GiftFacts = ({ gift }: { readonly gift: Gift }) => {
  const { t } = useTranslation('donations');
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    [t('day'), <Day key="day" value={gift.day} />],
    [t('gift.donor'), gift.anonymous ? t('anonymous') : gift.donorName],
    [t('gift.kind'), t(`kinds.${gift.donorKind}`)],
    [
      t('gift.cash'),
      gift.cashFen === null ? (
        t('noCash')
      ) : (
        <span key="cash">
          <Money fen={gift.cashFen} strong />
          {gift.cashWay && ` (${t(`ways.${gift.cashWay}`)})`}
        </span>
      ),
    ],
    ...(gift.cashFen === null ? [] : [[t('gift.inWords'), amountInWords(gift.cashFen)] as const]),
    [t('gift.purpose'), gift.purpose === '' ? t('undesignated') : gift.purpose],
    [t('gift.channel'), gift.channel],
    [t('gift.campaign'), gift.campaign],
    [t('gift.recordedBy'), gift.recordedBy],
    [t('gift.recordedAt'), <Instant key="at" value={gift.recordedAt} />],
    [t('gift.checker'), gift.checker],
  ];
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
};

const Lines = ({ gift }: { readonly gift: Gift }) => {
  const { t } = useTranslation('donations');
  if (gift.lines.length === 0) return <p className="secondary">{t('gift.noLines')}</p>;
  return (
    <section>
      <h2>{t('gift.lines')}</h2>
      <DataTable
        label={t('gift.lines')}
        columns={columns(t)}
        rows={gift.lines}
        rowKey={(line) => gift.lines.indexOf(line)}
        height={Math.min(360, 60 + gift.lines.length * 48)}
      />
      <p>
        {t('gift.goodsTotal', { goods: money(gift.goodsFen) })}
        {gift.unpricedLines > 0 && ` · ${t('gift.unpriced', { n: gift.unpricedLines })}`}
      </p>
    </section>
  );
};

const columns = (t: ReturnType<typeof useTranslation<'donations'>>['t']): readonly Column<Line>[] => [
  { key: 'item', title: t('form.goods'), width: 260, render: (line) => `${line.itemName} ${line.spec}` },
  {
    key: 'quantity',
    title: t('form.quantity'),
    width: 120,
    figure: true,
    render: (line) => <Quantity smallest={line.quantity} scale={line.unitScale} unit={line.unit} />,
  },
  {
    key: 'value',
    title: t('goodsValue'),
    width: 130,
    figure: true,
    render: (line) => <Money fen={line.valueFen} />,
  },
  { key: 'basis', title: t('form.basis'), width: 120, render: (line) => t(`bases.${line.basis}`) },
  {
    key: 'production',
    title: t('form.production'),
    width: 150,
    render: (line) => <Day value={line.productionDay} />,
  },
  { key: 'expiry', title: t('form.expiry'), width: 150, render: (line) => <Day value={line.expiryDay} /> },
];
