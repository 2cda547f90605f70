// What screens say of a loss: its state with colour, shape and word, its reason, what its goods cost.
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { sumFen } from '../../db/domain/money.ts';
import { StateTag, WaitingTag } from '../ui/index.ts';

export type Loss = Output<'losses.read'>;
type State = Loss['state'];

const tones = { approved: 'done', withdrawn: 'info', reversed: 'stop' } as const;

export const LossState = ({ state }: { readonly state: State }) => {
  const { t } = useTranslation('losses');
  return state === 'proposed' ? <WaitingTag /> : <StateTag tone={tones[state]} word={t(`states.${state}`)} />;
};

/** The reason in words, with what else was said of it. */
export const useReasonWords = () => {
  const { t } = useTranslation('losses');
  return ({ reason, reasonNote }: Pick<Loss, 'reason' | 'reasonNote'>): string =>
    [reason === 'other' && reasonNote !== '' ? '' : t(`reasons.${reason}`), reasonNote]
      .filter((part) => part !== '')
      .join(' · ');
};

/** Of what has a value; null when nothing has one. */
export const costOf = ({ goods }: Loss): number | null => {
  const priced = goods.flatMap(({ valueFen }) => (valueFen === null ? [] : [valueFen]));
  return priced.length === 0 ? null : sumFen(priced);
};
