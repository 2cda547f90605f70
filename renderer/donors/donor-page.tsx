// One donor: who it is, what was given, what became of the goods, every gift, the letter, and who was merged into it.
import { Button } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useAct } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count, day, money } from '../i18n/format.ts';
import { FactList, Failed, Page, useKeys } from '../ui/index.ts';
import { ANONYMOUS_PATH, donorIdIn, type Donor } from './donor-words.ts';
import { GiftsGiven } from './gifts-given.tsx';
import { Letter } from './letter.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { MergedHere } from './merged-here.tsx';
import { WhatBecame } from './what-became.tsx';

export const DonorPage = () => {
  const { t } = useTranslation('donors');
  const navigate = useNavigate();
  const { may } = useSession();
  const donorId = donorIdIn(useParams()['donorId']);
  const { data: donor, failure } = useDonorHere(donorId);
  const [merging, setMerging] = useState(false);
  const mayManage = may('donors.manage') && donor !== undefined && donor.donorId !== null;
  const back = (): void => void navigate('..', { relative: 'path' });
  const change = (): void => void navigate('change');
  useKeys({
    Escape: back,
    ...(mayManage && { F6: change, F7: () => setMerging(true) }),
  });
  const named = donor && donor.donorId !== null ? { ...donor, donorId: donor.donorId } : null;
  return (
    <Page
      title={donor ? nameOf(donor, t('anonymous')) : t('title')}
      keys={[
        ...(mayManage
          ? [
              { key: 'F6', does: t('page.change') },
              { key: 'F7', does: t('page.merge') },
            ]
          : []),
        ...(named ? [{ key: 'Ctrl+P', does: t('letter.print') }] : []),
        { key: 'Esc', does: t('back', { ns: 'common' }) },
      ]}
      acts={
        <>
          {mayManage && (
            <>
              <Button data-testid="donor-merge" onClick={() => setMerging(true)}>
                {t('page.merge')} F7
              </Button>
              <Button data-testid="donor-change" onClick={change}>
                {t('page.change')} F6
              </Button>
            </>
          )}
          <Button data-testid="back" onClick={back}>
            {t('back', { ns: 'common' })} Esc
          </Button>
        </>
      }
    >
      <Failed failure={failure} />
      {donor && (
        <>
          <Facts donor={donor} />
          <Figures donor={donor} />
          <WhatBecame goods={donor.goods} />
          {named && <Letter donorId={named.donorId} />}
          <GiftsGiven donor={donor} />
          {named && <MergedHere merged={named.merged} />}
        </>
      )}
      {merging && named && (
        <MergeDialog donor={named} onClose={() => setMerging(false)} onMerged={() => setMerging(false)} />
      )}
    </Page>
  );
};

/** Who was merged into another has no page any more: its address leads to the other's, and shows nothing before it is there. */
const useDonorHere = (donorId: number | null) => {
  const navigate = useNavigate();
  const { data, failure } = useAct('donors.read', { donorId });
  const countsFor = data === undefined || data.donorId === donorId ? undefined : data.donorId;
  useEffect(() => {
    if (countsFor === undefined) return;
    void navigate(`../${String(countsFor ?? ANONYMOUS_PATH)}`, { relative: 'path', replace: true });
  }, [countsFor, navigate]);
  return { data: countsFor === undefined ? data : undefined, failure };
};

const nameOf = (donor: Donor, anonymous: string): string => (donor.donorId === null ? anonymous : donor.name);

const Facts = ({ donor }: { readonly donor: Donor }) => {
  const { t } = useTranslation('donors');
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('kind'), t(`kinds.${donor.kind}`)],
    [t('form.creditCode'), donor.creditCode],
    [t('form.contact'), donor.contact],
    [t('form.phone'), donor.phone],
    [t('form.address'), donor.address],
    [t('form.note'), donor.note],
  ];
  return <FactList facts={facts} testId="donor-facts" />;
};

/** In sentences: what a donor on the telephone is told. */
const Figures = ({ donor }: { readonly donor: Donor }) => {
  const { t } = useTranslation('donors');
  const unknownWorth = donor.goodsFen === 0 && donor.unpricedLines > 0;
  return (
    <section className="office-section" aria-label={t('page.figures')} data-testid="donor-figures">
      <h2>{t('page.figures')}</h2>
      {donor.gifts === 0 ? (
        <p>{t('page.neverGave')}</p>
      ) : (
        <p>
          {t('page.given', {
            n: count(donor.gifts),
            cash: money(donor.cashFen),
            goods: money(unknownWorth ? null : donor.goodsFen),
          })}{' '}
          {donor.unpricedLines > 0 && t('page.leftOut', { n: count(donor.unpricedLines) })}{' '}
          {t('page.from', { first: day(donor.firstDay), last: day(donor.lastDay) })}
        </p>
      )}
      {donor.goods.length > 0 && (
        <p>
          {donor.households === 0
            ? t('page.nobodyYet')
            : t('page.households', { n: count(donor.households) })}
        </p>
      )}
      {donor.donorId === null && <p className="secondary">{t('page.anonymousNote')}</p>}
    </section>
  );
};
