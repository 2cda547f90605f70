// A rule made by keys: what is counted, of which goods, whose, how much by household size, in which time, from when. Mistakes stand at
// their fields; the rule reads as a sentence before it is saved.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { enterMovesOn, Failed, Page, useKeys } from '../ui/index.ts';
import { emptyLimit, ruleOf, unitOf } from './limit-draft.ts';
import { amountsWords, goodsWords, periodWords } from './limit-words.ts';
import { LimitFields } from './limit-fields.tsx';

export const MakeLimit = () => {
  const { t } = useTranslation('limits');
  const { t: tAny } = useTranslation();
  const navigate = useNavigate();
  const today = useSession().status.businessDay;
  const make = useCommand('limits.make');
  const [draft, setDraft] = useState(() => emptyLimit(today));
  const [tried, setTried] = useState(false);
  const rule = ruleOf(draft, today);
  const back = (): void => void navigate('..', { relative: 'path' });
  const save = async (): Promise<void> => {
    setTried(true);
    if (rule && !make.pending && (await make.run(rule))) back();
  };
  useKeys({ Escape: back, 'Ctrl+Enter': () => void save() });
  const names: Readonly<Record<string, string>> = {
    amounts: t('form.amount'),
    every: t('form.every'),
    carryOver: t('form.carryOver'),
    fromDay: t('form.fromDay'),
    toDay: t('form.toDay'),
  };
  const item = unitOf(draft);
  return (
    <Page
      title={t('form.title')}
      keys={[
        { key: 'Ctrl+Enter', does: tAny('keys.save') },
        { key: 'Esc', does: tAny('back') },
      ]}
      acts={
        <Button data-testid="back" onClick={back}>
          {tAny('back')} Esc
        </Button>
      }
    >
      <Failed failure={make.failure} fieldName={(field) => names[field] ?? ''} />
      <div
        className="office-section"
        role="form"
        aria-label={t('form.title')}
        onKeyDown={(event) => event.ctrlKey || enterMovesOn(() => void save())(event)}
      >
        <LimitFields draft={draft} today={today} tried={tried} onChange={setDraft} />
        {rule && (
          <p data-testid="limit-says" role="status">
            {t('form.says')}
            <b>
              {[
                t(`subjects.${rule.subject}`),
                periodWords(t, rule.period, rule.every),
                goodsWords(t, {
                  item: draft.goods === 'item' ? (draft.item?.name ?? null) : null,
                  sort: rule.sort,
                }),
                amountsWords(t, {
                  measure: rule.measure,
                  amounts: rule.amounts,
                  unit: item?.unit ?? null,
                  unitScale: item?.unitScale ?? 1,
                }),
                ...(rule.carryOver ? [t('carryOver')] : []),
              ].join(' · ')}
            </b>
          </p>
        )}
        <div className="button-row">
          <Button
            data-testid="limit-save"
            className="form-save"
            type="primary"
            size="large"
            loading={make.pending}
            onClick={() => void save()}
          >
            {t('form.save')} Ctrl+Enter
          </Button>
        </div>
      </div>
    </Page>
  );
};
