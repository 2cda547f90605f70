// The order of things at the counting desk: a scan finds the line, the line asks for its figure, the figure is entered, and the
// desk waits for the next scan. What counts and who may count is the books' business.
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActError } from '../../db/contract/act.ts';
import type { GoodsItem } from '../../db/contract/goods.ts';
import { actErrorOf, read, useCommand } from '../api/index.ts';
import { play } from '../counter/sounds.ts';
import { quantity } from '../i18n/format.ts';
import { roundFor, type Line, type Round } from './lines.ts';

export type Step =
  | { readonly at: 'rest' }
  | { readonly at: 'choose'; readonly lines: readonly Line[] }
  | { readonly at: 'figure'; readonly line: Line; readonly item: GoodsItem }
  | { readonly at: 'pick' }
  | { readonly at: 'found'; readonly item: GoodsItem };

export interface Counting {
  readonly step: Step;
  /** What was noted last; said until the next scan. */
  readonly last: string | null;
  /** No line and no goods for this text. */
  readonly none: string | null;
  readonly failure: ActError | null;
  readonly pending: boolean;
  readonly find: (text: string) => Promise<void>;
  readonly choose: (line: Line) => Promise<void>;
  readonly pickFound: () => void;
  readonly foundItem: (item: GoodsItem) => void;
  readonly enter: (line: Line, counted: number, reason: string) => Promise<void>;
  readonly addFound: (
    item: GoodsItem,
    counted: number,
    expiryDay: string | null,
    reason: string,
  ) => Promise<void>;
  readonly rest: () => void;
}
/** More lines than these are found by their date in the list below. */
const most = 9;

/** The goods a code stands for, when they are no part of the stocktake; null: nobody knows the code. */
const goodsOf = async (code: string): Promise<GoodsItem | null> => {
  try {
    const { itemId } = await read('stock.scan', { code });
    return await read('goods.read', { itemId });
  } catch (thrown) {
    const error = actErrorOf(thrown);
    if (error.kind === 'refusal' && error.code === 'item-unknown') return null;
    throw thrown;
  }
};

export const useCounting = (stocktakeId: number, twice: boolean, round: Round): Counting => {
  const { t } = useTranslation('stocktake');
  const [step, setStep] = useState<Step>({ at: 'rest' });
  const [last, setLast] = useState<string | null>(null);
  const [none, setNone] = useState<string | null>(null);
  const [failure, setFailure] = useState<ActError | null>(null);
  const entering = useCommand('stocktake.enter');
  const adding = useCommand('stocktake.addFound');
  const { run: runEnter, reset: resetEnter } = entering;
  const { run: runAdd, reset: resetAdd } = adding;

  const go = useCallback(
    (next: Step): void => {
      setStep(next);
      setNone(null);
      setFailure(null);
      resetEnter();
      resetAdd();
    },
    [resetEnter, resetAdd],
  );
  const attempt = useCallback(async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (thrown) {
      setFailure(actErrorOf(thrown));
      play('refused');
    }
  }, []);

  const choose = useCallback(
    (line: Line) =>
      attempt(async () => {
        const item = await read('goods.read', { itemId: line.itemId });
        setLast(null);
        go({ at: 'figure', line, item });
      }),
    [attempt, go],
  );
  const find = useCallback(
    (text: string) =>
      attempt(async () => {
        const search = text.trim().slice(0, 60);
        const { rows } = await read('stocktake.read', { stocktakeId, search, limit: most });
        const [only] = rows;
        if (rows.length === 1 && only) return choose(only);
        setLast(null);
        if (only) {
          go({ at: 'choose', lines: rows });
          return;
        }
        const item = await goodsOf(search);
        if (item) {
          play('warn');
          go({ at: 'found', item });
          return;
        }
        go({ at: 'rest' });
        setNone(text);
        play('refused');
      }),
    [attempt, choose, go, stocktakeId],
  );
  const noted = (words: string): void => {
    play('done');
    go({ at: 'rest' });
    setLast(words);
  };
  return {
    step,
    last,
    none,
    failure: failure ?? entering.failure ?? adding.failure,
    pending: entering.pending || adding.pending,
    find,
    choose,
    pickFound: () => go({ at: 'pick' }),
    foundItem: (item) => go({ at: 'found', item }),
    async enter(line, counted, reason) {
      const done = await runEnter({
        lineId: line.lineId,
        round: roundFor(line, twice, round),
        counted,
        reason,
      });
      if (!done) play('refused');
      else
        noted(
          t('desk.saved', { item: line.itemName, quantity: quantity(counted, line.unitScale, line.unit) }),
        );
    },
    async addFound(item, counted, expiryDay, reason) {
      const done = await runAdd({ stocktakeId, itemId: item.id, counted, expiryDay, reason });
      if (!done) play('refused');
      else
        noted(
          t('desk.savedFound', { item: item.name, quantity: quantity(counted, item.unitScale, item.unit) }),
        );
    },
    rest: () => {
      go({ at: 'rest' });
      setLast(null);
    },
  };
};
