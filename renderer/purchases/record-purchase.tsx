// Recording a purchase, made for the keyboard: Enter moves on, F6 goes to the goods, Ctrl+Enter takes it in.
import { Button, type InputRef } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct, useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { PickItem } from '../goods/pick-item.tsx';
import { money } from '../i18n/format.ts';
import { enterMovesOn, Failed, Notice, Page, useKeys } from '../ui/index.ts';
import {
  emptyDraft,
  headMistakes,
  lifeOf,
  lineMistakes,
  readDraft,
  totalOf,
  withItem,
  type Draft,
  type DraftLine,
  type Rules,
} from './draft.ts';
import { PurchaseFields } from './purchase-fields.tsx';
import { PurchaseLine } from './purchase-line.tsx';
import './purchases.css';

const noMistakes: ReadonlySet<never> = new Set();

/** What the categories ask of the shelf life, so that a line says it before it is sent. */
const useRules = (): Rules => {
  const { data } = useAct('goods.rules', {});
  return useMemo(() => new Map((data ?? []).map((rule) => [rule.category, rule])), [data]);
};

export const RecordPurchase = () => {
  const { t } = useTranslation('purchases');
  const navigate = useNavigate();
  const today = useSession().status.businessDay;
  const rules = useRules();
  const recording = useCommand('purchases.record');
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(today));
  const [tried, setTried] = useState(false);
  const pick = useRef<InputRef>(null);

  const save = async (): Promise<void> => {
    setTried(true);
    const input = readDraft(draft, today, rules);
    if (input) await recording.run(input);
  };
  const again = (): void => {
    recording.reset();
    setDraft(emptyDraft(today));
    setTried(false);
  };
  const changeLine = (key: string, part: Partial<DraftLine>): void =>
    setDraft((now) => ({
      ...now,
      lines: now.lines.map((line) => (line.key === key ? { ...line, ...part } : line)),
    }));
  const remove = (key: string): void => {
    setDraft((now) => ({ ...now, lines: now.lines.filter((line) => line.key !== key) }));
    pick.current?.focus();
  };
  const removeHere = (): void => {
    const key = document.activeElement?.closest<HTMLElement>('[data-line]')?.dataset['line'];
    if (key !== undefined) remove(key);
  };
  const back = (): void => void navigate('..', { relative: 'path' });
  const { data } = recording;
  useKeys({
    F6: () => pick.current?.focus(),
    F8: removeHere,
    'Ctrl+Enter': () => void save(),
    Escape: back,
    ...(data ? { F2: again } : {}),
  });
  const mistakes = tried ? headMistakes(draft, today) : noMistakes;
  const total = totalOf(draft.lines);
  return (
    <Page
      title={t('form.title')}
      keys={[
        { key: 'F6', does: t('keys.pick') },
        { key: 'F8', does: t('keys.removeLine') },
        { key: 'Ctrl+Enter', does: t('keys.save') },
        { key: 'Esc', does: t('back', { ns: 'common' }) },
      ]}
      acts={
        <Button data-testid="back" onClick={back}>
          {t('back', { ns: 'common' })} Esc
        </Button>
      }
    >
      {data ? (
        <>
          <Notice tone="done" title={t('form.saved', { number: data.number })}>
            {t('form.savedNote', { source: t(`moneySources.${draft.source}`, { ns: 'common' }) })}
          </Notice>
          <div className="button-row">
            <Button data-testid="purchase-next" autoFocus onClick={again}>
              {t('form.next')} F2
            </Button>
            <Button
              data-testid="purchase-open"
              onClick={() => void navigate(`../${String(data.purchaseId)}`, { relative: 'path' })}
            >
              {t('form.open')}
            </Button>
          </div>
        </>
      ) : (
        <div role="form" aria-label={t('form.title')} onKeyDown={enterMovesOn(() => void save())}>
          <Failed failure={recording.failure} onRetry={() => void save()} fieldName={() => ''} />
          <PurchaseFields
            draft={draft}
            mistakes={mistakes}
            onChange={(part) => setDraft((now) => ({ ...now, ...part }))}
          />
          <section className="office-section" aria-label={t('form.goods')}>
            <h2>{t('form.goods')}</h2>
            {draft.lines.length === 0 && (
              <p className={mistakes.has('lines') ? 'off' : 'secondary'} role="status">
                {mistakes.has('lines') ? t('form.mistakes.lines') : t('form.noLines')}
              </p>
            )}
            <ol className="purchase-lines">
              {draft.lines.map((line, at) => (
                <PurchaseLine
                  key={line.key}
                  line={line}
                  at={at}
                  tried={tried}
                  mistakes={lineMistakes(line, draft, today, rules)}
                  life={lifeOf(line, draft.day, rules)}
                  onChange={(part) => changeLine(line.key, part)}
                  onRemove={() => remove(line.key)}
                />
              ))}
            </ol>
            <PickItem
              testId="purchase-pick"
              label={t('form.pick')}
              field={pick}
              onPick={(item, perScan) =>
                setDraft((now) => ({ ...now, lines: withItem(now.lines, item, perScan) }))
              }
            />
          </section>
          <div className="purchase-total">
            <div data-testid="purchase-running">
              {t('form.running', { n: draft.lines.length, fen: money(total.fen) })}
              {total.without > 0 && ` · ${t('form.runningWithout', { n: total.without })}`}
            </div>
            <Button
              className="form-save"
              data-testid="purchase-save"
              type="primary"
              size="large"
              loading={recording.pending}
              onClick={() => void save()}
            >
              {t('form.save')} Ctrl+Enter
            </Button>
          </div>
        </div>
      )}
    </Page>
  );
};
