// Recording a purchase, made for the keyboard: Enter moves on, F6 goes to the goods, Ctrl+Enter takes it in.
import type { InputRef } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { PickItem } from '../goods/pick-item.tsx';
import { money } from '../i18n/format.ts';
import { PaperForm } from '../ui/index.ts';
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
  const { data } = recording;
  const mistakes = tried ? headMistakes(draft, today) : noMistakes;
  const total = totalOf(draft.lines);
  return (
    <PaperForm
      testId="purchase"
      title={t('form.title')}
      words={{
        pick: t('keys.pick'),
        remove: t('keys.removeLine'),
        saveKey: t('keys.save'),
        save: t('form.save'),
        next: t('form.next'),
        open: t('form.open'),
      }}
      pick={pick}
      posted={
        data
          ? {
              title: t('form.saved', { number: data.number }),
              note: t('form.savedNote', { source: t(`moneySources.${draft.source}`, { ns: 'common' }) }),
              to: String(data.purchaseId),
            }
          : null
      }
      failure={recording.failure}
      pending={recording.pending}
      onSave={() => void save()}
      onAgain={again}
      onRemove={remove}
      total={
        <div data-testid="purchase-running">
          {t('form.running', { n: draft.lines.length, fen: money(total.fen) })}
          {total.without > 0 && ` · ${t('form.runningWithout', { n: total.without })}`}
        </div>
      }
    >
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
    </PaperForm>
  );
};
