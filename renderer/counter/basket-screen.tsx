// The open basket: goods at the left, the household at the right (masked), the three figures and the one key that confirms.
import { useTranslation } from 'react-i18next';
import { useAct } from '../api/index.ts';
import { day as dayWords, instant, money, quantity } from '../i18n/format.ts';
import { amountWords } from '../limits/limit-words.ts';
import { Notice } from '../ui/index.ts';
import { FigureRow } from './figure-row.tsx';
import { HouseholdPanel } from './household-panel.tsx';
import { Lines } from './lines.tsx';
import { isTimes } from './multiplied.ts';
import { nearExpiry, notesOf, type Note } from './notes.ts';
import { inUnit } from './points.ts';
import type { Basket, Warning } from './till.ts';
import { WarningBand } from './warning-band.tsx';

interface Props {
  readonly basket: Basket;
  /** Business day; null until it is known. */
  readonly day: string | null;
  readonly topUpAllowed: boolean;
  readonly warning: Warning | null;
  /** What a hand has typed so far: a quantity for the next scan, or an item code. */
  readonly typing: string;
  readonly onConfirm: () => void;
}

/** Until the shop's setting is read: two months (domain.md §3). */
const usualAlarmDays = 60;

export const BasketScreen = ({ basket, day, topUpAllowed, warning, typing, onConfirm }: Props) => {
  const alarmDays = useAct('shop.read', {}).data?.settings.expiryAlarmDays ?? usualAlarmDays;
  const notes = day === null ? [] : notesOf(basket, { day, alarmDays, topUpAllowed });
  return (
    <div className="counter-basket" data-testid="counter-basket">
      <div className="counter-columns">
        <div className="counter-goods">
          <WarningBand warning={warning} />
          <Lines basket={basket} near={(line) => day !== null && nearExpiry(line.goods, day, alarmDays)} />
          {typing !== '' && <Typing typing={typing} />}
          {notes.length > 0 && <Notes notes={notes} />}
        </div>
        <HouseholdPanel basket={basket} />
      </div>
      <FigureRow basket={basket} topUpAllowed={topUpAllowed} onConfirm={onConfirm} />
    </div>
  );
};

const Typing = ({ typing }: { readonly typing: string }) => {
  const { t } = useTranslation('counter');
  const times = isTimes(typing);
  return (
    <p className="counter-typing-line" role="status" data-testid="counter-typing" data-times={times}>
      <b>{times ? t('typing.times', { n: Number(typing) }) : `${t('idle.typing')} ${typing}`}</b>{' '}
      <span className="secondary">{t(times ? 'typing.timesHint' : 'idle.typingHint')}</span>
    </p>
  );
};

const Notes = ({ notes }: { readonly notes: readonly Note[] }) => {
  const { t } = useTranslation('counter');
  const said = useNoteWords();
  return (
    <div
      className="counter-notes"
      tabIndex={0}
      role="group"
      aria-label={t('notes.title')}
      data-testid="counter-notes"
    >
      {notes.map((note, at) => (
        <Notice key={at} tone={note.kind === 'free' ? 'info' : 'warn'} title={said(note)} />
      ))}
    </div>
  );
};

const useNoteWords = () => {
  const { t } = useTranslation('counter');
  const { t: tLimits } = useTranslation('limits');
  const shelf = ({ name, available, unitScale, unit }: ShortGoods) => ({
    name,
    available: quantity(available, unitScale, unit),
  });
  return (note: Note): string => {
    switch (note.kind) {
      case 'over':
        return note.unit === 'points'
          ? t('notes.over-points', { over: inUnit(t, 'points', note.over) })
          : t(note.cashHelps ? 'notes.over-cash' : 'notes.over-face', { over: money(note.over) });
      case 'too-many':
        return t('notes.too-many', shelf(note.goods));
      case 'package-short':
        return t('notes.package-short', shelf(note.goods));
      case 'no-points':
        return t('notes.no-points', { name: note.goods.name });
      case 'not-handed-over':
        return t('notes.not-handed-over', { n: note.vouchers });
      case 'held-already':
        return t('notes.held-already', { at: instant(note.at), terminal: note.terminal });
      case 'limit':
      case 'limit-over':
        return t(`notes.${note.kind}`, {
          name: note.limit.name,
          left: amountWords(tLimits, note.limit, note.kind === 'limit' ? note.left : note.limit.left),
          over: amountWords(tLimits, note.limit, -note.left),
          day: dayWords(note.limit.againDay),
        });
      case 'near-expiry':
        return t('notes.near-expiry', {
          goods: note.goods
            .map((goods) => `${goods.name} ${goods.firstExpiryDay ?? ''}`)
            .join(t('notes.and')),
        });
      case 'free':
      case 'review-overdue':
        return t(`notes.${note.kind}`);
    }
  };
};
interface ShortGoods {
  readonly name: string;
  readonly available: number;
  readonly unitScale: number;
  readonly unit: string;
}
