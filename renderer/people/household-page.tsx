// One household's file, masked: facts, members, covers, vouchers, everything filed about it, and its history. Full details are shown only
// for a reason that is logged, and are gone when the page is left. What can be done with the file stands under its facts.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { CoverActs } from '../eligibility/cover-acts.tsx';
import { Failed, Notice, Page, ReverseDialog, useKeys } from '../ui/index.ts';
import { EndEligibility } from './end-eligibility.tsx';
import { useHousehold, type Household, type Member } from './file-context.tsx';
import { History } from './file-history.tsx';
import { Checks, Consents, Covers, Former, Proxies, Vouchers } from './file-parts.tsx';
import { Facts } from './household-facts.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { MemberTable } from './member-table.tsx';
import { PrintFile } from './print-file.tsx';
import { Reveal, type Revealed } from './reveal.tsx';

type Asking = 'reveal' | 'end' | 'print' | Member | null;

export const HouseholdPage = () => {
  const { t } = useTranslation('people');
  const { t: file } = useTranslation('household');
  const navigate = useNavigate();
  const { may } = useSession();
  const { data: household, failure } = useHousehold();
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  const [asking, setAsking] = useState<Asking>(null);
  const back = (): void => void navigate('..', { relative: 'path' });
  const changes = household?.open === true && may('people.manage');
  const toProxy = useToProxy(household);
  useKeys({
    Escape: () => (revealed ? setRevealed(null) : back()),
    ...(household && { 'Ctrl+P': () => setAsking('print') }),
    ...(changes && { F2: () => void navigate('join') }),
    ...(toProxy && { F7: toProxy }),
  });
  return (
    <Page
      title={household ? t('household.title', { number: household.number }) : t('title')}
      keys={[
        { key: 'Ctrl+P', does: file('acts.print') },
        ...(changes
          ? [
              { key: 'F2', does: file('acts.join') },
              { key: 'Enter', does: file('acts.correctPerson') },
              { key: 'F8', does: file('acts.leave') },
            ]
          : []),
        ...(toProxy ? [{ key: 'F7', does: file('acts.proxy') }] : []),
        { key: 'Esc', does: t('back', { ns: 'common' }) },
      ]}
      acts={
        <>
          {household && may('people.reveal') && !revealed && (
            <Button data-testid="household-reveal" onClick={() => setAsking('reveal')}>
              {t('reveal.action')}
            </Button>
          )}
          {revealed && (
            <Button data-testid="household-mask" onClick={() => setRevealed(null)}>
              {t('reveal.hide')} Esc
            </Button>
          )}
          {toProxy && (
            <Button data-testid="household-proxy" onClick={toProxy}>
              {file('acts.proxy')} F7
            </Button>
          )}
          {household && (
            <Button data-testid="household-print" onClick={() => setAsking('print')}>
              {file('acts.print')} Ctrl+P
            </Button>
          )}
          <Button data-testid="back" onClick={back}>
            {t('back', { ns: 'common' })} Esc
          </Button>
        </>
      }
    >
      <Failed failure={failure} />
      {household && (
        <>
          <Standing household={household} revealed={revealed !== null} />
          <Facts household={household} revealed={revealed} />
          {changes && <Acts household={household} onEnd={() => setAsking('end')} />}
          <MemberTable
            household={household}
            revealed={revealed}
            acts={
              changes
                ? {
                    onCorrect: ({ id }) => void navigate(`person/${String(id)}`),
                    onLeave: setAsking,
                  }
                : null
            }
          />
          <Parts household={household} revealed={revealed} />
          <Reveal
            householdId={household.id}
            open={asking === 'reveal'}
            onClose={() => setAsking(null)}
            onRevealed={setRevealed}
          />
          <EndEligibility household={household} open={asking === 'end'} onClose={() => setAsking(null)} />
          {asking === 'print' && <PrintFile householdId={household.id} onClose={() => setAsking(null)} />}
          {asking !== null && typeof asking === 'object' && (
            <LeaveDialog household={household} member={asking} onClose={() => setAsking(null)} />
          )}
        </>
      )}
    </Page>
  );
};

/** To the form of a standing proxy, this household chosen; null where none may be entered. */
const useToProxy = (household: Household | undefined): (() => void) | null => {
  const navigate = useNavigate();
  const { may } = useSession();
  if (!household?.open || !may('proxies.manage')) return null;
  const asked = new URLSearchParams({ household: household.number, file: String(household.id) });
  return () => void navigate(`../institutions/add?${asked.toString()}`, { relative: 'path' });
};

const Standing = ({ household, revealed }: { readonly household: Household; readonly revealed: boolean }) => {
  const { t } = useTranslation('people');
  const { t: file } = useTranslation('household');
  return (
    <>
      {household.mergedInto && (
        <Notice tone="warn" title={file('file.merged', { number: household.mergedInto.number })} />
      )}
      {!household.mergedInto && !household.open && <Notice tone="warn" title={file('file.closed')} />}
      {revealed ? (
        <Notice tone="warn" title={t('reveal.shown')} />
      ) : (
        <p className="secondary">{t('household.masked')}</p>
      )}
    </>
  );
};

const forms = ['join', 'move', 'head', 'split', 'merge', 'correct'] as const;

const Acts = ({ household, onEnd }: { readonly household: Household; readonly onEnd: () => void }) => {
  const { t } = useTranslation('people');
  const { t: file } = useTranslation('household');
  const navigate = useNavigate();
  const alone = household.people.length < 2;
  return (
    <div className="button-row">
      {forms
        .filter((form) => !(alone && (form === 'head' || form === 'split')))
        .map((form) => (
          <Button key={form} data-testid={`household-${form}`} onClick={() => void navigate(form)}>
            {file(`acts.${form}`)}
            {form === 'join' ? ' F2' : ''}
          </Button>
        ))}
      {household.state !== 'ended' && household.state !== 'grace' && (
        <Button data-testid="household-end" danger onClick={onEnd}>
          {t('end.action')}
        </Button>
      )}
    </div>
  );
};

const Parts = ({
  household,
  revealed,
}: {
  readonly household: Household;
  readonly revealed: Revealed | null;
}) => {
  const { may } = useSession();
  const [taking, setTaking] = useState<Member | null>(null);
  const nameOf = (personId: number, masked: string): string =>
    revealed?.people.find(({ id }) => id === personId)?.name ?? masked;
  return (
    <>
      <Former
        household={household}
        nameOf={nameOf}
        onTakeBack={household.mergedInto === null && may('people.manage') ? setTaking : null}
      />
      {taking && <TakeBack person={taking} onClose={() => setTaking(null)} />}
      <Covers household={household} nameOf={nameOf} />
      {household.open && <CoverActs householdId={household.id} people={household.people} />}
      <Vouchers household={household} />
      <Proxies household={household} />
      <Consents household={household} />
      <Checks household={household} />
      <History household={household} nameOf={nameOf} />
    </>
  );
};

const TakeBack = ({ person, onClose }: { readonly person: Member; readonly onClose: () => void }) => {
  const { t } = useTranslation('household');
  const takeBack = useCommand('people.takeBackLeave');
  return (
    <ReverseDialog
      testId="take-back"
      paper={t('acts.leave')}
      number={person.name}
      title={t('acts.takeBack')}
      verb={t('acts.takeBack')}
      effect={t('acts.takeBackEffect')}
      pending={takeBack.pending}
      failure={takeBack.failure}
      onClose={onClose}
      onConfirm={(reason) =>
        void takeBack.run({ personId: person.id, reason }).then((done) => done && onClose())
      }
    />
  );
};
