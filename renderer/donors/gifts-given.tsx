// Every gift of a donor, newest first, ended ones with their mark; Enter opens it with its receipt.
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { count } from '../i18n/format.ts';
import { DataTable, Day, Money, ReverseMark, type Column } from '../ui/index.ts';
import type { Donor, Words } from './donor-words.ts';

type Gift = Donor['receipts'][number];

export const GiftsGiven = ({ donor }: { readonly donor: Donor }) => {
  const { t } = useTranslation('donors');
  const navigate = useNavigate();
  const { receipts } = donor;
  const standing = receipts.filter(({ state }) => state === 'valid').length;
  return (
    <section data-testid="donor-gifts">
      <h2>{t('given.title')}</h2>
      {receipts.length === 0 ? (
        <p className="secondary">{t('given.none')}</p>
      ) : (
        <DataTable
          label={t('given.title')}
          columns={columns(t)}
          rows={receipts}
          rowKey={(gift) => gift.donationId}
          height={Math.min(420, 60 + receipts.length * 48)}
          onOpen={(gift) => void navigate(`../../${String(gift.donationId)}`, { relative: 'path' })}
        />
      )}
      {standing < donor.gifts && (
        <p className="secondary">{t('given.newest', { n: count(receipts.length) })}</p>
      )}
    </section>
  );
};

const columns = (t: Words): readonly Column<Gift>[] => [
  { key: 'day', title: t('given.day'), width: 150, render: (gift) => <Day value={gift.day} /> },
  {
    key: 'receipt',
    title: t('given.receipt'),
    width: 220,
    render: (gift) => (
      <>
        <span className="figure">{gift.receiptNumber}</span>{' '}
        <ReverseMark how={gift.state === 'valid' ? null : gift.state} />
      </>
    ),
  },
  {
    key: 'cash',
    title: t('cash'),
    width: 130,
    figure: true,
    render: (gift) => (gift.cashFen === null ? '' : <Money fen={gift.cashFen} />),
  },
  {
    key: 'goods',
    title: t('goodsValue'),
    width: 130,
    figure: true,
    render: (gift) => (gift.goodsLines === 0 ? '' : <Money fen={gift.goodsFen} />),
  },
  {
    key: 'unpriced',
    title: t('unpricedLines'),
    width: 100,
    figure: true,
    render: (gift) => (gift.unpricedLines === 0 ? '' : t('lineCount', { n: gift.unpricedLines })),
  },
  {
    key: 'purpose',
    title: t('given.purpose'),
    width: 260,
    render: (gift) => (gift.purpose === '' ? t('given.undesignated') : gift.purpose),
  },
];
