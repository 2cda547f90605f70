// One spot check: its sample line by line. Enter on a household enters its result, or decides where it does not fit; F9 closes the check.
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { Output } from '../../../db/contract/index.ts';
import { useAct, useCommand } from '../../api/index.ts';
import { useSession } from '../../app/session.tsx';
import { count } from '../../i18n/format.ts';
import {
  Choice,
  ConfirmFinal,
  DataTable,
  Day,
  FactList,
  Failed,
  Page,
  PaperButtons,
  useKeys,
} from '../../ui/index.ts';
import { percentWords } from '../words.ts';
import { CheckState } from './check-list.tsx';
import { DecideDialog } from './decide-dialog.tsx';
import { EnterResult } from './enter-result.tsx';
import { lineColumns, waitsFor, type Line } from './line-columns.tsx';

type Check = Output<'fairness.check'>;
type Shown = 'all' | 'open' | 'misfits';

const fits: Readonly<Record<Shown, (line: Line) => boolean>> = {
  all: () => true,
  open: ({ result }) => result === null,
  misfits: ({ result }) => result === 'misfits',
};

export const CheckPage = () => {
  const { t } = useTranslation('fairness');
  const navigate = useNavigate();
  const mayManage = useSession().may('fairness.manage');
  const checkId = Number(useParams()['checkId']);
  const { data: check, failure } = useAct('fairness.check', { checkId });
  const [shown, setShown] = useState<Shown>('all');
  const [chosen, setChosen] = useState<Line | null>(null);
  const [closing, setClosing] = useState(false);
  const running = mayManage && check !== undefined && check.closedAt === null;
  const mayClose = running && check.open === 0;
  const back = (): void => void navigate('..', { relative: 'path' });
  const open = (line: Line): void => {
    if (mayManage && waitsFor(line, running) !== null) setChosen(line);
  };
  useKeys({ Escape: back, ...(mayClose ? { F9: () => setClosing(true) } : {}) });
  const asked = chosen && waitsFor(chosen, running);
  return (
    <Page
      title={check ? t('checks.page', { number: check.number }) : t('checks.title')}
      keys={[
        ...(mayManage ? [{ key: 'Enter', does: `${t('checks.enter')} / ${t('checks.decide')}` }] : []),
        ...(mayClose ? [{ key: 'F9', does: t('checks.close') }] : []),
        ...(mayManage ? [{ key: 'Ctrl+P', does: t('checks.form') }] : []),
        { key: 'Esc', does: t('back', { ns: 'common' }) },
      ]}
      acts={
        <>
          {mayClose && (
            <Button data-testid="check-close" type="primary" onClick={() => setClosing(true)}>
              {t('checks.close')} F9
            </Button>
          )}
          <Button data-testid="back" onClick={back}>
            {t('back', { ns: 'common' })} Esc
          </Button>
        </>
      }
    >
      <Failed failure={failure} />
      {check && (
        <>
          <Facts check={check} />
          <Choice<Shown>
            label={t('checks.filter')}
            testId="check-show"
            value={shown}
            options={(['all', 'open', 'misfits'] as const).map((value) => ({
              value,
              label: t(`checks.lines.${value}`),
            }))}
            onChange={setShown}
          />
          <DataTable
            label={t('checks.list')}
            columns={lineColumns(t, { running, mayManage, open })}
            rows={check.lines.filter(fits[shown])}
            rowKey={(line) => line.position}
            height={420}
            filtered={shown !== 'all'}
            onOpen={open}
          />
          {mayManage && <Papers checkId={checkId} />}
        </>
      )}
      {chosen && asked === 'result' && (
        <EnterResult checkId={checkId} line={chosen} onClose={() => setChosen(null)} />
      )}
      {chosen && asked === 'decision' && (
        <DecideDialog checkId={checkId} line={chosen} onClose={() => setChosen(null)} />
      )}
      {closing && check && <CloseDialog check={check} onClose={() => setClosing(false)} />}
    </Page>
  );
};

const Facts = ({ check }: { readonly check: Check }) => {
  const { t } = useTranslation('fairness');
  const scope = [
    check.category === '' ? t('checks.allCategories') : check.category,
    check.community === '' ? t('checks.allCommunities') : check.community,
  ];
  const n = (of: number): string => t('checks.households', { n: count(of) });
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('checks.name'), check.title],
    [t('checks.progress'), <CheckState key="state" check={check} />],
    [t('day'), <Day key="day" value={check.day} />],
    [t('checks.scope'), scope.join(' · ')],
    [t('checks.percent'), percentWords(check.basisPoints)],
    [t('checks.population'), n(check.population)],
    [t('checks.drawn'), n(check.drawn)],
    [t('checks.relatives'), n(check.relatives)],
    [t('checks.results.fits'), n(check.fits)],
    [t('checks.results.misfits'), n(check.misfits)],
    [t('checks.results.not-seen'), n(check.notSeen)],
    [t('checks.open'), n(check.open)],
    [
      t('checks.seed'),
      <span key="seed" className="figure">
        {check.seed}
      </span>,
    ],
    [t('checks.drawnBy'), check.drawnBy],
    [t('checks.closedBy'), check.closedBy],
  ];
  return <FactList facts={facts} testId="check-facts" />;
};

const Papers = ({ checkId }: { readonly checkId: number }) => {
  const { t } = useTranslation('fairness');
  return (
    <section className="office-section" aria-label={t('checks.form')}>
      <p className="secondary">
        {t('checks.formNote')} {t('checks.exportNote')}
      </p>
      <PaperButtons
        act="fairness.printCheck"
        input={{ checkId }}
        testId="check-form"
        printKey="Ctrl+P"
        label={`${t('checks.form')} Ctrl+P`}
      />
      <PaperButtons
        act="fairness.exportCheck"
        input={{ checkId }}
        kind="sheet"
        testId="check-export"
        label={t('checks.export')}
      />
    </section>
  );
};

const CloseDialog = ({ check, onClose }: { readonly check: Check; readonly onClose: () => void }) => {
  const { t } = useTranslation('fairness');
  const close = useCommand('fairness.closeCheck');
  return (
    <ConfirmFinal
      open
      testId="close-confirm"
      title={t('checks.closeTitle')}
      verb={t('checks.close')}
      figures={[
        { label: t('checks.results.fits'), value: count(check.fits) },
        { label: t('checks.results.misfits'), value: count(check.misfits) },
        { label: t('checks.results.not-seen'), value: count(check.notSeen) },
        { label: t('checks.undecided'), value: count(check.undecided) },
      ]}
      pending={close.pending}
      onConfirm={() => void close.run({ checkId: check.checkId }).then((done) => done && onClose())}
      onCancel={onClose}
    >
      <p>{t('checks.closeEffect')}</p>
      <Failed failure={close.failure} />
    </ConfirmFinal>
  );
};
