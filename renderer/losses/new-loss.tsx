// Proposing a loss, made for the keyboard and the scanner: F6 goes to the goods, F7 brings every expired lot, Ctrl+Enter submits.
import { Button, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActError } from '../../db/contract/act.ts';
import { actErrorOf, read, useCommand } from '../api/index.ts';
import { PickLot } from '../goods/pick-lot.tsx';
import { Notice, PaperForm } from '../ui/index.ts';
import { emptyDraft, readDraft, withLot, withWhole, type Draft, type MissingField } from './draft.ts';
import { LossFields } from './loss-fields.tsx';
import { LossLine } from './loss-line.tsx';
import './losses.css';

/** As many as one paper takes. */
const most = 500;

export const NewLoss = () => {
  const { t } = useTranslation('losses');
  const proposing = useCommand('losses.propose');
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [tried, setTried] = useState(false);
  const [brought, setBrought] = useState<number | null>(null);
  const [failure, setFailure] = useState<ActError | null>(null);
  const pick = useRef<InputRef>(null);
  const reading = readDraft(draft);
  const missing: readonly MissingField[] = tried && !reading.ok ? reading.missing : [];

  const save = async (): Promise<void> => {
    setTried(true);
    if (reading.ok) await proposing.run(reading.input);
  };
  const again = (): void => {
    proposing.reset();
    setDraft(emptyDraft);
    setTried(false);
    setBrought(null);
  };
  const bringExpired = async (): Promise<void> => {
    setFailure(null);
    try {
      const { rows } = await read('stock.lots', { show: 'expired', limit: most });
      const lines = withWhole(draft.lines, rows);
      setBrought(lines.length - draft.lines.length);
      setDraft({ ...draft, kind: 'scrap', reason: 'expired', lines });
    } catch (thrown) {
      setFailure(actErrorOf(thrown));
    }
  };
  const remove = (key: string): void => {
    setDraft({ ...draft, lines: draft.lines.filter((line) => line.key !== key) });
    pick.current?.focus();
  };
  const { data } = proposing;
  return (
    <PaperForm
      testId="loss"
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
              note: t('form.savedNote'),
              to: String(data.lossId),
            }
          : null
      }
      failure={proposing.failure ?? failure}
      pending={proposing.pending}
      onSave={() => void save()}
      onAgain={again}
      onRemove={remove}
      moreKeys={{ does: [{ key: 'F7', does: t('keys.expired') }], keys: { F7: () => void bringExpired() } }}
    >
      <LossFields draft={draft} missing={missing} onChange={(part) => setDraft({ ...draft, ...part })} />
      <section className="office-section" aria-label={t('form.goods')}>
        <h2>{t('form.goods')}</h2>
        {brought !== null && (
          <Notice
            tone="info"
            title={brought === 0 ? t('form.expiredNone') : t('form.expiredAdded', { n: brought })}
          />
        )}
        {draft.lines.length === 0 && (
          <p className={missing.includes('lines') ? 'off' : 'secondary'} role="status">
            {missing.includes('lines') ? t('form.missing.lines') : t('form.noLines')}
          </p>
        )}
        <ol className="loss-lines">
          {draft.lines.map((line, at) => (
            <LossLine
              key={line.key}
              line={line}
              at={at}
              tried={tried}
              onChange={(typed) =>
                setDraft({
                  ...draft,
                  lines: draft.lines.map((other) => (other === line ? { ...line, typed } : other)),
                })
              }
              onRemove={() => remove(line.key)}
            />
          ))}
        </ol>
        <PickLot
          testId="loss-pick"
          label={t('form.pick')}
          placeId={null}
          field={pick}
          onPick={(lot, perScan) => setDraft({ ...draft, lines: withLot(draft.lines, lot, perScan) })}
        />
        <div className="button-row">
          <Button data-testid="loss-expired" onClick={() => void bringExpired()}>
            {t('form.expired')} F7
          </Button>
        </div>
      </section>
    </PaperForm>
  );
};
