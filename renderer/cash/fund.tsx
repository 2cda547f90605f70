// Entering money that is neither a gift nor earned: a grant of 福彩公益金 or 财政, or what there was when the books began.
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { fundingKinds } from '../../db/contract/cash.ts';
import { moneySources } from '../../db/contract/measures.ts';
import { amountInWords } from '../../db/domain/amount-in-words.ts';
import { parseDay } from '../../db/domain/business-day.ts';
import { parseYuan } from '../../db/domain/money.ts';
import { useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { Choice, enterMovesOn, Failed, FormField, Notice, Page, useKeys } from '../ui/index.ts';

type Kind = (typeof fundingKinds)[number];
type Source = (typeof moneySources)[number];
interface Draft {
  readonly kind: Kind;
  readonly source: Source;
  readonly day: string;
  readonly amount: string;
  readonly reference: string;
  readonly note: string;
}
type Checked = 'day' | 'amount' | 'reference';

/** Gifts come in with a receipt and earnings by themselves: only their opening is entered here. */
const sourcesOf = (kind: Kind): readonly Source[] =>
  kind === 'opening' ? moneySources : ['lottery', 'budget'];

export const Fund = () => {
  const { t } = useTranslation('cash');
  const navigate = useNavigate();
  const today = useSession().status.businessDay;
  const funding = useCommand('cash.fund');
  const fresh: Draft = { kind: 'grant', source: 'lottery', day: today, amount: '', reference: '', note: '' };
  const [draft, setDraft] = useState<Draft>(fresh);
  const [tried, setTried] = useState(false);
  const [saved, setSaved] = useState('');
  const day = parseDay(draft.day);
  const read = parseYuan(draft.amount);
  const fen = read.ok && read.fen > 0 ? read.fen : null;
  const wrong: Readonly<Record<Checked, boolean>> = {
    day: day === null || day > today,
    amount: fen === null,
    reference: draft.reference.trim() === '',
  };
  const change = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const save = async (): Promise<void> => {
    setTried(true);
    if (day === null || fen === null || wrong.day || wrong.reference) return;
    const { kind, source, reference, note } = draft;
    const done = await funding.run({ kind, source, day, amountFen: fen, reference, note });
    if (!done) return;
    setSaved(done.number);
    setTried(false);
    setDraft(fresh);
  };
  const back = (): void => void navigate('..', { relative: 'path' });
  useKeys({ 'Ctrl+Enter': () => void save(), Escape: back });
  const text = (
    name: Checked | 'note',
    label: string,
    more: { readonly hint?: string; readonly most: number; readonly figure?: boolean },
  ) => (
    <FormField
      label={label}
      required={name !== 'note'}
      {...(more.hint === undefined ? {} : { hint: more.hint })}
      mistake={tried && name !== 'note' && wrong[name] ? t(`form.mistakes.${name}`) : undefined}
    >
      {({ status, ...field }) => (
        <Input
          {...field}
          status={status}
          data-testid={`fund-${name}`}
          autoComplete="off"
          maxLength={more.most}
          {...(more.figure ? { inputMode: 'decimal' as const, className: 'figure' } : {})}
          value={draft[name]}
          onChange={(event) => change({ [name]: event.target.value })}
        />
      )}
    </FormField>
  );
  return (
    <Page
      title={t('form.title')}
      keys={[
        { key: 'Ctrl+Enter', does: t('keys.save') },
        { key: 'Esc', does: t('back', { ns: 'common' }) },
      ]}
      acts={
        <Button data-testid="back" onClick={back}>
          {t('back', { ns: 'common' })} Esc
        </Button>
      }
    >
      {saved !== '' && <Notice tone="done" title={t('form.saved', { number: saved })} />}
      <Notice tone="info" title={t('form.gifts')} />
      <Failed failure={funding.failure} onRetry={() => void save()} />
      <div role="form" aria-label={t('form.title')} onKeyDown={enterMovesOn(() => void save())}>
        <div className="field-grid">
          <FormField label={t('form.kind')} required>
            {(field) => (
              <Choice
                field={field}
                testId="fund-kind"
                value={draft.kind}
                options={fundingKinds.map((kind) => ({ value: kind, label: t(`form.kinds.${kind}`) }))}
                onChange={(kind) =>
                  change({ kind, source: sourcesOf(kind).includes(draft.source) ? draft.source : 'lottery' })
                }
              />
            )}
          </FormField>
          <FormField label={t('form.source')} required>
            {(field) => (
              <Choice
                field={field}
                testId="fund-source"
                value={draft.source}
                options={sourcesOf(draft.kind).map((source) => ({
                  value: source,
                  label: t(`moneySources.${source}`, { ns: 'common' }),
                }))}
                onChange={(source) => change({ source })}
              />
            )}
          </FormField>
          {text('day', t('form.day'), { most: 20 })}
          {text('amount', t('form.amount'), {
            most: 20,
            figure: true,
            ...(fen === null ? {} : { hint: t('form.inWords', { words: amountInWords(fen) }) }),
          })}
          {text('reference', t('form.reference'), { most: 100, hint: t('form.referenceHint') })}
          {text('note', t('form.note'), { most: 200 })}
        </div>
        <Button
          className="form-save"
          data-testid="fund-save"
          type="primary"
          size="large"
          loading={funding.pending}
          onClick={() => void save()}
        >
          {t('form.save')} Ctrl+Enter
        </Button>
      </div>
    </Page>
  );
};
