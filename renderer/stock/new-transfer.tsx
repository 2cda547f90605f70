// A new transfer, made for the keyboard and the scanner: from, to, then lot after lot; Ctrl+Enter posts it. Quantities start empty.
import { Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { tagCode } from '../../db/domain/goods-tag.ts';
import { useAct, useCommand } from '../api/index.ts';
import { idsIn } from '../goods/label-draft.ts';
import { PickLot } from '../goods/pick-lot.tsx';
import { LossLine } from '../losses/loss-line.tsx';
import { withLot } from '../losses/draft.ts';
import { Choice, FormField, PaperForm } from '../ui/index.ts';
import { emptyTransfer, readTransfer, type TransferDraft } from './transfer-draft.ts';
import '../losses/losses.css';
import './stock.css';

export const NewTransfer = () => {
  const { t } = useTranslation('stock');
  const [asked] = useSearchParams();
  const posting = useCommand('stock.transfer');
  const [draft, setDraft] = useState<TransferDraft>(() => ({
    ...emptyTransfer,
    from: String(idsIn(asked.get('from'))[0] ?? ''),
  }));
  const [tried, setTried] = useState(false);
  const pick = useRef<InputRef>(null);
  const change = (part: Partial<TransferDraft>): void => setDraft((now) => ({ ...now, ...part }));
  useFirstLot(idsIn(asked.get('lot'))[0] ?? 0, draft.from, (lines) => change({ lines }));
  const reading = readTransfer(draft);
  const save = async (): Promise<void> => {
    setTried(true);
    if (reading.ok) await posting.run(reading.input);
  };
  const again = (): void => {
    posting.reset();
    setDraft(emptyTransfer);
    setTried(false);
  };
  const remove = (key: string): void => {
    change({ lines: draft.lines.filter((line) => line.key !== key) });
    pick.current?.focus();
  };
  const { data } = posting;
  return (
    <PaperForm
      testId="transfer"
      title={t('transfer.newTitle')}
      words={{
        pick: t('transfer.keys.pick'),
        remove: t('transfer.keys.remove'),
        saveKey: t('transfer.save'),
        save: t('transfer.save'),
        next: t('transfer.again'),
        open: t('transfer.open'),
      }}
      pick={pick}
      posted={
        data ? { title: t('transfer.done', { number: data.number }), to: String(data.transferId) } : null
      }
      failure={posting.failure}
      pending={posting.pending}
      onSave={() => void save()}
      onAgain={again}
      onRemove={remove}
    >
      <TransferFields draft={draft} tried={tried} onChange={change} />
      <section className="office-section" aria-label={t('transfer.goods')}>
        <h2>{t('transfer.goods')}</h2>
        {tried && draft.lines.length === 0 && (
          <p className="off" role="alert">
            ✖ {t('transfer.linesEmpty')}
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
                change({
                  lines: draft.lines.map((other) => (other === line ? { ...line, typed } : other)),
                })
              }
              onRemove={() => remove(line.key)}
            />
          ))}
        </ol>
        {draft.from === '' ? (
          <p className="secondary">{t('transfer.pickFirst')}</p>
        ) : (
          <PickLot
            testId="transfer-pick"
            label={t('transfer.pick')}
            placeId={Number(draft.from)}
            field={pick}
            onPick={(lot, perScan) => change({ lines: withLot(draft.lines, lot, perScan) })}
          />
        )}
      </section>
    </PaperForm>
  );
};

/** Opened from a lot: that lot is the first line. */
const useFirstLot = (lotId: number, from: string, put: (lines: TransferDraft['lines']) => void): void => {
  const put_ = useRef(put);
  const done = useRef(lotId === 0);
  const { data } = useAct(
    'stock.lots',
    { search: lotId === 0 ? '' : tagCode('lot', lotId), placeId: from === '' ? null : Number(from) },
    { enabled: lotId !== 0 },
  );
  useEffect(() => {
    const [lot] = data?.rows ?? [];
    if (done.current || !lot) return;
    done.current = true;
    put_.current(withLot([], lot, null));
  }, [data]);
};

interface FieldsProps {
  readonly draft: TransferDraft;
  readonly tried: boolean;
  readonly onChange: (part: Partial<TransferDraft>) => void;
}

const TransferFields = ({ draft, tried, onChange }: FieldsProps) => {
  const { t } = useTranslation('stock');
  const { data } = useAct('stock.places', {});
  const options = [
    { value: '', label: t('transfer.choose') },
    ...(data ?? [])
      .filter(({ active }) => active)
      .map(({ placeId, name }) => ({ value: String(placeId), label: name })),
  ];
  const missing = (value: string): string | undefined =>
    tried && value === '' ? t('transfer.missing') : undefined;
  const same = draft.from !== '' && draft.from === draft.to ? t('transfer.same') : undefined;
  return (
    <div className="field-grid">
      <FormField label={t('transfer.from')} required mistake={missing(draft.from)}>
        {(field) => (
          <Choice
            field={field}
            testId="transfer-from"
            value={draft.from}
            options={options}
            // Lots of another place are no lines of this paper.
            onChange={(from) => onChange({ from, lines: [] })}
          />
        )}
      </FormField>
      <FormField label={t('transfer.to')} required mistake={missing(draft.to) ?? same}>
        {(field) => (
          <Choice
            field={field}
            testId="transfer-to"
            value={draft.to}
            options={options}
            onChange={(to) => onChange({ to })}
          />
        )}
      </FormField>
      <FormField label={t('transfer.note')}>
        {({ status, ...field }) => (
          <Input
            {...field}
            status={status}
            data-testid="transfer-note"
            autoComplete="off"
            maxLength={100}
            value={draft.note}
            onChange={(event) => onChange({ note: event.target.value })}
          />
        )}
      </FormField>
    </div>
  );
};
