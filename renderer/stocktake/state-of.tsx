// A stocktake in words: how it stands, what it covers, how it is counted.
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { StateTag } from '../ui/index.ts';
import type { Line, Summary } from './lines.ts';

const tones = { open: 'info', counted: 'warn', posted: 'done', cancelled: 'stop' } as const;

export const StateOf = ({ state }: Pick<Summary, 'state'>) => {
  const { t } = useTranslation('stocktake');
  return <StateTag tone={tones[state]} word={t(`states.${state}`)} />;
};

const lineTones = { uncounted: 'info', 'one-of-two': 'info', misfit: 'warn', settled: 'done' } as const;

export const LineState = ({ status }: Pick<Line, 'status'>) => {
  const { t } = useTranslation('stocktake');
  return <StateTag tone={lineTones[status]} word={t(`lines.statuses.${status}`)} />;
};

type Words = TFunction<'stocktake'>;

export const scopeWords = (t: Words, { categories }: Pick<Summary, 'categories'>): string =>
  categories === null ? t('everything') : categories.join('、');

export const wayWords = (t: Words, { blind, twice }: Pick<Summary, 'blind' | 'twice'>): string =>
  [t(blind ? 'ways.blind' : 'ways.open'), ...(twice ? [t('ways.twice')] : [])].join(' · ');
