// The goods of a gift: each line with its lots, how much of each still stands, and in one key where the rest went; what was offered
// and not taken. Sums say what they leave out.
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSession } from '../app/session.tsx';
import { money } from '../i18n/format.ts';
import { lotAddress } from '../stock/addresses.ts';
import { DataTable, Day, Money, Quantity, type Column } from '../ui/index.ts';
import type { Gift } from './read-gift.tsx';

type Line = Gift['lines'][number];
interface Row {
  readonly key: string;
  readonly line: Line;
  /** Null: taken over by the receipt that was written anew. */
  readonly lot: Line['lots'][number] | null;
  /** Further lots of a line do not repeat its amounts. */
  readonly first: boolean;
}

const rowsOf = (gift: Gift): readonly Row[] =>
  gift.lines.flatMap((line, at): readonly Row[] =>
    line.lots.length === 0
      ? [{ key: `${at}`, line, lot: null, first: true }]
      : line.lots.map((lot, n) => ({ key: `${at} ${lot.lotId}`, line, lot, first: n === 0 })),
  );

export const GiftGoods = ({ gift }: { readonly gift: Gift }) => {
  const { t } = useTranslation('donations');
  const navigate = useNavigate();
  const { may } = useSession();
  const mayTrace = may('people.view');
  if (gift.lines.length === 0 && gift.refused.length === 0)
    return <p className="secondary">{t('gift.noLines')}</p>;
  const rows = rowsOf(gift);
  return (
    <section className="office-section" aria-label={t('gift.lines')}>
      <h2>{t('gift.lines')}</h2>
      {rows.length > 0 && (
        <>
          {mayTrace && <p className="secondary">{t('gift.traceHint')}</p>}
          <DataTable
            label={t('gift.lines')}
            columns={columns(t)}
            rows={rows}
            rowKey={({ key }) => key}
            height={Math.min(420, 60 + rows.length * 60)}
            {...(mayTrace && {
              onOpen: ({ lot }: Row) => {
                if (lot) void navigate(lotAddress(lot.lotId));
              },
            })}
          />
          <p data-testid="gift-goods-total">
            {t('gift.goodsTotal', { goods: money(gift.goodsFen) })}
            {gift.unpricedLines > 0 && ` · ${t('gift.unpriced', { n: gift.unpricedLines })}`}
          </p>
        </>
      )}
      {gift.refused.length > 0 && <Refused gift={gift} />}
    </section>
  );
};

const Refused = ({ gift }: { readonly gift: Gift }) => {
  const { t } = useTranslation('donations');
  return (
    <table className="small-table" data-testid="gift-refused">
      <caption>{t('form.refused')}</caption>
      <thead>
        <tr>
          {(['description', 'quantity', 'reason'] as const).map((part) => (
            <th key={part} scope="col">
              {t(`form.refusedParts.${part}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {gift.refused.map((row, at) => (
          <tr key={at}>
            <td>{row.description}</td>
            <td>{row.quantity}</td>
            <td>{row.reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

type T = ReturnType<typeof useTranslation<'donations'>>['t'];

const columns = (t: T): readonly Column<Row>[] => [
  {
    key: 'item',
    title: t('form.goods'),
    width: 220,
    render: ({ line, first }) =>
      first && (
        <>
          {line.itemName} {line.spec}
          <SecondHandFacts line={line} />
        </>
      ),
  },
  {
    key: 'quantity',
    title: t('form.quantity'),
    width: 95,
    figure: true,
    render: ({ line, first }) =>
      first && <Quantity smallest={line.quantity} scale={line.unitScale} unit={line.unit} />,
  },
  {
    key: 'tag',
    title: t('gift.lot'),
    width: 125,
    render: ({ lot }) => <span className="figure">{lot?.tag ?? t('gift.lotMoved')}</span>,
  },
  {
    key: 'onHand',
    title: t('gift.onHand'),
    width: 95,
    figure: true,
    render: ({ line, lot }) =>
      lot && <Quantity smallest={lot.onHand} scale={line.unitScale} unit={line.unit} />,
  },
  {
    key: 'value',
    title: t('goodsValue'),
    width: 115,
    figure: true,
    render: ({ line, first }) => first && <Money fen={line.valueFen} />,
  },
  {
    key: 'basis',
    title: t('form.basis'),
    width: 200,
    render: ({ line, first }) => first && <Basis line={line} />,
  },
  {
    key: 'expiry',
    title: t('form.expiry'),
    width: 190,
    render: ({ line, first }) => first && <Life line={line} />,
  },
];

const Basis = ({ line }: { readonly line: Line }) => {
  const { t } = useTranslation('donations');
  const far = line.evidenceFen !== null && line.evidenceFen !== line.valueFen;
  return (
    <>
      {t(`bases.${line.basis}`)}
      {line.basisNote !== '' && ` · ${line.basisNote}`}
      {far && <div className="secondary">{t('gift.evidenceSaid', { fen: money(line.evidenceFen) })}</div>}
    </>
  );
};

/** Good until when, made when, and why it was taken with little life left. */
const Life = ({ line }: { readonly line: Line }) => {
  const { t } = useTranslation('donations');
  return (
    <>
      <Day value={line.expiryDay} />
      {line.productionDay !== null && (
        <div className="secondary">
          {t('form.production')} <Day value={line.productionDay} />
        </div>
      )}
      {line.acceptanceReason !== '' && (
        <div className="life-short">▲ {t('gift.acceptedShort', { reason: line.acceptanceReason })}</div>
      )}
    </>
  );
};

const SecondHandFacts = ({ line }: { readonly line: Line }) => {
  const { t } = useTranslation('donations');
  if (line.grade === null) return null;
  return (
    <>
      {t(`grades.${line.grade}`, { ns: 'common' })}
      <div className={line.disinfectedDay === null ? 'life-short' : 'secondary'}>
        {line.disinfectedDay === null
          ? `▲ ${t('gift.notDisinfected')}`
          : t('gift.disinfected', { day: line.disinfectedDay })}
      </div>
    </>
  );
};
