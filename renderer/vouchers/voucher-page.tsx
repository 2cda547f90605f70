// One voucher with its whole story, and what may be done with it: hand over, replace, void, the papers of a dispute.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { useAct } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count, day, money } from '../i18n/format.ts';
import { Failed, FactList, Notice, Page, PaperButtons, useKeys } from '../ui/index.ts';
import { HandOverOne, TakeBackHandOver } from './hand-over.tsx';
import { ReplaceVoucher } from './replace-voucher.tsx';
import { VoidVoucher } from './void-voucher.tsx';
import { VoucherStory } from './voucher-story.tsx';

type Whole = Output<'vouchers.read'>;
type Dialog = 'hand-over' | 'take-back' | 'replace' | 'void';

export const VoucherPage = () => {
  const { t } = useTranslation('voucherLife');
  const { t: tAny } = useTranslation();
  const navigate = useNavigate();
  const voucherId = Number(useParams()['voucherId']);
  const { data, failure } = useAct('vouchers.read', { voucherId });
  const back = (): void => void navigate(-1);
  useKeys({ Escape: back });
  return (
    <Page
      title={data ? t('page.title', { serial: data.serial }) : t('page.loading')}
      keys={[{ key: 'Esc', does: tAny('back') }]}
      acts={
        <Button data-testid="back" onClick={back}>
          {tAny('back')} Esc
        </Button>
      }
    >
      <Failed failure={failure} />
      {data && <OneVoucher key={data.id} voucher={data} />}
    </Page>
  );
};

const worthOf = (
  t: ReturnType<typeof useTranslation<'voucherLife'>>['t'],
  { kind, packageName }: Whole,
  fen: number,
  points: number,
): string => {
  if (kind === 'points') return t('points', { n: count(points) });
  return packageName === null ? money(fen) : `${packageName} · ${money(fen)}`;
};

const OneVoucher = ({ voucher }: { readonly voucher: Whole }) => {
  const { t } = useTranslation('voucherLife');
  const { t: tState } = useTranslation('vouchers');
  const { may } = useSession();
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [voided, setVoided] = useState(false);
  const close = (): void => setDialog(null);
  const balance = worthOf(t, voucher, voucher.balanceFen, voucher.balancePoints);
  const link = (of: Whole['replaces']) =>
    of === null ? (
      ''
    ) : (
      <Link to={`../${String(of.id)}`} relative="path">
        {of.serial}
      </Link>
    );
  const acts: readonly (readonly [Dialog, boolean, string])[] = [
    ['hand-over', voucher.may.handOver && may('vouchers.issue'), t('handOver.one')],
    ['take-back', voucher.may.takeBackHandOver && may('vouchers.issue'), t('handOver.back')],
    ['replace', voucher.may.replace && may('vouchers.issue'), t('replace.title')],
    ['void', voucher.may.void && may('vouchers.void'), tState('void.action')],
  ];
  return (
    <>
      {voided && <Notice tone="done" title={tState('void.done', { serial: voucher.serial })} />}
      {voucher.keyRevoked && <Notice tone="warn" title={t('page.keyRevoked')} />}
      {voucher.replacedBy && (
        <Notice tone="warn" title={t('page.replaced')}>
          {link(voucher.replacedBy)}
        </Notice>
      )}
      <section className="office-section">
        <FactList
          testId="voucher-facts"
          facts={[
            [t('state'), <b key="state">{tState(`states.${voucher.state}`)}</b>],
            [t('balance'), balance],
            [t('face'), worthOf(t, voucher, voucher.faceFen, voucher.facePoints)],
            [t('batch'), voucher.batch],
            [t('head'), `${voucher.householdNumber} ${voucher.headName}`],
            [t('category'), voucher.category],
            [t('community'), voucher.community],
            [t('valid'), `${day(voucher.validFrom)} – ${day(voucher.validTo)}`],
            [t('place'), voucher.place],
            [t('page.generation'), voucher.generation === 1 ? '' : String(voucher.generation - 1)],
            [t('page.replaces'), link(voucher.replaces)],
          ]}
        />
        <div className="button-row">
          {acts.map(
            ([name, shown, label]) =>
              shown && (
                <Button
                  key={name}
                  size="large"
                  danger={name === 'void'}
                  data-testid={`voucher-${name}`}
                  onClick={() => setDialog(name)}
                >
                  {label}
                </Button>
              ),
          )}
        </div>
        {voucher.may.print && may('vouchers.issue') && (
          <PaperButtons
            act="vouchers.printReplacement"
            input={{ voucherId: voucher.id }}
            primary
            label={t('replace.print')}
            testId="replacement"
          />
        )}
      </section>
      <VoucherStory events={voucher.events} points={voucher.kind === 'points'} />
      {may('vouchers.void') && (
        <section className="office-section">
          <h2>{t('dispute.title')}</h2>
          <PaperButtons
            act="vouchers.disputePack"
            input={{ voucherId: voucher.id, full: false }}
            label={t('dispute.masked')}
            testId="dispute"
          />
          {may('people.reveal') && (
            <PaperButtons
              act="vouchers.disputePack"
              input={{ voucherId: voucher.id, full: true }}
              label={t('dispute.full')}
              testId="dispute-full"
            />
          )}
        </section>
      )}
      {dialog === 'hand-over' && <HandOverOne voucher={voucher} onClose={close} />}
      {dialog === 'take-back' && <TakeBackHandOver voucher={voucher} onClose={close} />}
      {dialog === 'void' && (
        <VoidVoucher
          voucher={voucher}
          onClose={close}
          onDone={() => {
            close();
            setVoided(true);
          }}
        />
      )}
      {dialog === 'replace' && (
        <ReplaceVoucher
          voucher={voucher}
          worth={balance}
          onClose={close}
          onDone={(made) =>
            void navigate(`../${String(made.voucherId)}`, { relative: 'path', replace: true })
          }
        />
      )}
    </>
  );
};
