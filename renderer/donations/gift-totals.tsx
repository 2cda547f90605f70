// The bar at the foot of the form: what the gift amounts to so far, what that leaves out, and the button that saves; and the band
// over the form that names every mistake at once.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { money } from '../i18n/format.ts';
import { Notice } from '../ui/index.ts';
import type { DraftTotals } from './draft-totals.ts';
import type { Draft } from './draft.ts';
import type { Mistake } from './read-draft.ts';

export const GiftTotals = ({
  totals,
  kept,
  saving,
  onSave,
}: {
  readonly totals: DraftTotals;
  /** The draft outlives a crash. */
  readonly kept: boolean;
  readonly saving: boolean;
  readonly onSave: () => void;
}) => {
  const { t } = useTranslation('donations');
  return (
    <div className="gift-totals">
      <div data-testid="donation-running">
        {t('form.running')}: {t('cash')}{' '}
        <b className="figure">{totals.cashFen === null ? t('noCash') : money(totals.cashFen)}</b>
        {' · '}
        {totals.lines === 0
          ? `${t('form.goods')} ${t('noCash')}`
          : t('form.runningGoods', {
              lines: totals.lines,
              goods: totals.goodsFen === null ? t('noCash') : money(totals.goodsFen),
            })}
        {totals.unpriced > 0 && ` · ${t('form.runningUnpriced', { n: totals.unpriced })}`}
        {totals.open > 0 && ` · ${t('form.runningWithout', { n: totals.open })}`}
        {kept && <div className="secondary">{t('form.draftNote')}</div>}
      </div>
      <Button
        className="form-save"
        data-testid="donation-save"
        type="primary"
        size="large"
        loading={saving}
        onClick={onSave}
      >
        {t('form.save')} Ctrl+Enter
      </Button>
    </div>
  );
};

export const GiftMistakes = ({
  mistakes,
  draft,
}: {
  readonly mistakes: readonly Mistake[];
  readonly draft: Draft;
}) => {
  const { t } = useTranslation('donations');
  const where = (field: string): string => {
    const at = draft.lines.findIndex((line) => field.startsWith(`${line.key}.`));
    const line = draft.lines[at];
    return line ? `${t('form.line', { n: at + 1, name: line.item.name })}: ` : '';
  };
  return (
    <Notice tone="warn" title={t('form.mistakes', { ns: 'common', count: mistakes.length })}>
      <ul>
        {mistakes.map(({ field, code }) => (
          <li key={field}>
            {where(field)}
            {t(`mistakes.${code}`)}
          </li>
        ))}
      </ul>
    </Notice>
  );
};
