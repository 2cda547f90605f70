// Between the real books and the practice shop: two files, so that training never touches the books. Creating the other one goes
// through the same first-run forms.
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActError } from '../../db/contract/act.ts';
import type { BooksKind } from '../../main/desktop/contract.ts';
import { useSession } from '../app/session.tsx';
import { desktop } from '../api/call.ts';
import { actErrorOf } from '../api/failure.ts';
import { Failed } from '../ui/failed.tsx';

export const PracticeShop = () => {
  const { t } = useTranslation('shop');
  const { may } = useSession();
  const [failure, setFailure] = useState<ActError | null>(null);
  const [pending, setPending] = useState(false);
  const state = useQuery({
    queryKey: ['desktop', 'state'],
    queryFn: () => desktop('desktop.state', {}),
  }).data;
  if (!state) return null;
  const other: BooksKind = state.practice ? 'real' : 'practice';
  const there = state.booksAvailable[other];
  const go = async (): Promise<void> => {
    setPending(true);
    setFailure(null);
    try {
      // Fresh books hold no shop: after the reload the gate shows the first-run forms for them.
      if (there) await desktop('desktop.openBooks', { kind: other });
      else {
        await desktop('desktop.createBooks', { kind: other });
        window.location.reload();
      }
    } catch (thrown) {
      setFailure(actErrorOf(thrown));
      setPending(false);
    }
  };
  const words = there
    ? other === 'real'
      ? 'books.openReal'
      : 'books.openPractice'
    : other === 'real'
      ? 'books.createReal'
      : 'books.createPractice';
  return (
    <section className="office-section stack">
      <h2>{t('books.title')}</h2>
      <p>
        {t(state.practice ? 'books.inPractice' : 'books.inReal')}{' '}
        {t(there || may('shop.manage') ? 'books.reload' : 'books.askManager')}
      </p>
      {(there || may('shop.manage')) && (
        <Button type="primary" size="large" loading={pending} onClick={() => void go()}>
          {t(words)}
        </Button>
      )}
      <Failed failure={failure} />
    </section>
  );
};
