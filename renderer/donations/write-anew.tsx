// A wrong receipt written anew: the form opens with the gift as it stands in the books.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { ActError } from '../../db/contract/act.ts';
import { actErrorOf, read } from '../api/index.ts';
import { Failed, Page } from '../ui/index.ts';
import { draftOfGift } from './draft-of-gift.ts';
import { RecordGift } from './record-gift.tsx';
import type { Anew } from './use-recording.ts';

export const WriteAnew = () => {
  const { t } = useTranslation('donations');
  const donationId = Number(useParams()['donationId']);
  const [anew, setAnew] = useState<Anew | null>(null);
  const [failure, setFailure] = useState<ActError | null>(null);
  useEffect(() => {
    let here = true;
    const load = async (): Promise<Anew> => {
      const gift = await read('donations.read', { donationId });
      return { donationId, number: gift.receiptNumber, draft: await draftOfGift(gift) };
    };
    load().then(
      (loaded) => here && setAnew(loaded),
      (thrown: unknown) => here && setFailure(actErrorOf(thrown)),
    );
    return () => void (here = false);
  }, [donationId]);
  if (anew) return <RecordGift anew={anew} />;
  return (
    <Page title={t('anew.verb')}>
      <Failed failure={failure} />
    </Page>
  );
};
