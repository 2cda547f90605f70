// One gift as it stands in the books: what was given and by whom, where its goods are, its receipt's whole life, what was agreed
// later, its pictures. Nothing of it is edited: a wrong receipt ends, or is written anew.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { useAct } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { day } from '../i18n/format.ts';
import { Failed, Notice, Page, ReverseMark, useKeys, type KeyHelp } from '../ui/index.ts';
import { ChangeUse } from './change-use.tsx';
import './donations.css';
import { EndGift } from './end-gift.tsx';
import { GiftFacts } from './gift-facts.tsx';
import { GiftGoods } from './gift-goods.tsx';
import { GiftPhotos } from './gift-photos.tsx';
import { OfficialNumber } from './official-number.tsx';
import { PieceLabels } from './piece-labels.tsx';
import { Receipt } from './receipt-prints.tsx';

export type Gift = Output<'donations.read'>;
type Asking = 'end' | 'use' | null;

export const ReadGift = () => {
  const { t } = useTranslation('donations');
  const navigate = useNavigate();
  const { may } = useSession();
  const donationId = Number(useParams()['donationId']);
  const { data: gift, failure } = useAct('donations.read', { donationId });
  const [asking, setAsking] = useState<Asking>(null);
  const back = (): void => void navigate('..', { relative: 'path' });
  const mayChange = gift?.state === 'valid' && may('donations.record');
  const acts: readonly (KeyHelp & { readonly testId: string; readonly run: () => void })[] = mayChange
    ? [
        { key: 'F6', does: t('end.verb'), testId: 'gift-end', run: () => setAsking('end') },
        { key: 'F7', does: t('anew.verb'), testId: 'gift-anew', run: () => void navigate('anew') },
        { key: 'F8', does: t('use.verb'), testId: 'gift-use', run: () => setAsking('use') },
      ]
    : [];
  useKeys({ Escape: back, ...Object.fromEntries(acts.map(({ key, run }) => [key, run])) });
  const close = (): void => setAsking(null);
  return (
    <Page
      title={gift ? t('gift.title', { number: gift.receiptNumber }) : t('title')}
      keys={[
        ...acts,
        { key: 'Ctrl+P', does: t('gift.printReceipt') },
        { key: 'Enter', does: t('gift.trace') },
        { key: 'Esc', does: t('back', { ns: 'common' }) },
      ]}
      acts={
        <>
          {acts.map(({ key, does, testId, run }) => (
            <Button key={key} data-testid={testId} onClick={run}>
              {does} {key}
            </Button>
          ))}
          <Button data-testid="back" onClick={back}>
            {t('back', { ns: 'common' })} Esc
          </Button>
        </>
      }
    >
      <Failed failure={failure} />
      {gift && (
        <>
          <State gift={gift} />
          <GiftFacts gift={gift} />
          <Receipt donationId={donationId} gift={gift} />
          <GiftGoods gift={gift} />
          <PieceLabels gift={gift} />
          <OfficialNumber key={donationId} gift={gift} />
          <GiftPhotos gift={gift} />
          {asking === 'end' && <EndGift gift={gift} onClose={close} />}
          {asking === 'use' && <ChangeUse gift={gift} onClose={close} />}
        </>
      )}
    </Page>
  );
};

/** Ended, written anew, written instead of another: with the way to the other receipt. */
const State = ({ gift }: { readonly gift: Gift }) => {
  const { t } = useTranslation('donations');
  const { ended, replaces, replacedBy } = gift;
  const to = (id: number): string => `../${String(id)}`;
  return (
    <>
      {ended && (
        <Notice tone="stop" title={t(`end.state.${ended.kind}`, { number: gift.receiptNumber })}>
          <div data-testid="gift-ended">
            <ReverseMark how={ended.kind} /> {day(ended.day)} · {t('end.by', { name: ended.by })} ·{' '}
            {t('end.reason', { reason: ended.reason })}
          </div>
          {replacedBy && (
            <div>
              {t('anew.replacedBy')}{' '}
              <Link relative="path" to={to(replacedBy.donationId)} data-testid="gift-replaced-by">
                {replacedBy.number}
              </Link>
            </div>
          )}
        </Notice>
      )}
      {replaces && (
        <Notice tone="info" title={t('anew.replaces')}>
          <Link relative="path" to={to(replaces.donationId)} data-testid="gift-replaces">
            {replaces.number}
          </Link>
        </Notice>
      )}
    </>
  );
};
