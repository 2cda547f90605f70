// The facts of a gift: who, when, what for, who took it in, and the uses agreed later.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { amountInWords } from '../../db/domain/amount-in-words.ts';
import { day } from '../i18n/format.ts';
import { Day, FactList, Instant, Money } from '../ui/index.ts';
import { useDesignationWords } from './designation-words.ts';
import type { Gift } from './read-gift.tsx';

type Fact = readonly [label: string, value: ReactNode];

export const GiftFacts = ({ gift }: { readonly gift: Gift }) => {
  const { t } = useTranslation('donations');
  const facts = [...useHead(gift), ...useGoodsFacts(gift)].filter(([, value]) => value !== '');
  return (
    <section className="office-section" aria-label={t('gift.facts')}>
      <FactList facts={facts} />
      <Uses gift={gift} />
    </section>
  );
};

const useHead = (gift: Gift): readonly Fact[] => {
  const { t } = useTranslation('donations');
  return [
    [
      t('day'),
      <span key="day">
        <Day value={gift.day} />
        {gift.lateForDay !== null && ` ${t('late', { day: day(gift.lateForDay) })}`}
      </span>,
    ],
    [
      t('gift.donor'),
      gift.donorId === null ? (
        t('anonymous')
      ) : (
        <Link key="donor" relative="path" to={`../donors/${String(gift.donorId)}`}>
          {gift.donorName}
        </Link>
      ),
    ],
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
    [t('gift.inWords'), gift.cashFen === null ? '' : amountInWords(gift.cashFen)],
    [t('gift.channel'), gift.channel],
    [t('gift.campaign'), gift.campaign],
  ];
};

const useGoodsFacts = (gift: Gift): readonly Fact[] => {
  const { t } = useTranslation('donations');
  const designated = useDesignationWords()(gift.designation);
  return [
    [t('gift.purpose'), gift.purpose === '' ? t('undesignated') : gift.purpose],
    [t('gift.designation'), designated === '' ? t('gift.anybody') : designated],
    [t('gift.stockClass'), t(`stockClasses.${gift.stockClass}`, { ns: 'common' })],
    [t('gift.inspectors'), gift.inspectors.join('、')],
    [t('gift.checker'), gift.checker],
    [t('gift.recordedBy'), gift.recordedBy],
    [t('gift.recordedAt'), <Instant key="at" value={gift.recordedAt} />],
    [t('gift.official'), gift.official === null ? '' : `${gift.official.code} ${gift.official.number}`],
  ];
};

/** Changes of use with the donor's consent, oldest first. */
const Uses = ({ gift }: { readonly gift: Gift }) => {
  const { t } = useTranslation('donations');
  const designated = useDesignationWords();
  if (gift.uses.length === 0) return null;
  return (
    <>
      <h2>{t('use.title')}</h2>
      <ul data-testid="gift-uses">
        {gift.uses.map((use, at) => (
          <li key={at}>
            {use.purpose === '' ? t('undesignated') : use.purpose}
            {designated(use.designation) !== '' && ` (${designated(use.designation)})`} ·{' '}
            {t('use.consented', {
              by: use.consentBy,
              day: day(use.consentDay),
              document: use.consentDocument,
            })}{' '}
            · {t('use.by', { name: use.by })}
          </li>
        ))}
      </ul>
    </>
  );
};
