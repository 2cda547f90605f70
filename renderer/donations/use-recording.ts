// Everything that happens while a gift is recorded, behind the form: scans, saving, the books' answer, starting again. The form
// itself (record-gift.tsx) only shows it.
import type { InputRef } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { ActError } from '../../db/contract/act.ts';
import { readBarcode } from '../../db/domain/barcode.ts';
import { actErrorOf, read, useCommand } from '../api/index.ts';
import { useScannerListening } from '../app/scanner.ts';
import { useSession } from '../app/session.tsx';
import { play } from '../counter/sounds.ts';
import { meantItem, perScanOf } from '../goods/pick-item.tsx';
import { useScanner } from '../scanner/index.ts';
import { emptyRefused, refuseLine, type Draft, type PickedItem } from './draft.ts';
import { answersOf, noAnswers, solvingField, type Answers } from './line-answers.ts';
import { useDraft } from './use-draft.ts';
import { useFormFocus } from './use-form-focus.ts';
import { useMistakes } from './use-mistakes.ts';

/** The wrong receipt that is written anew. */
export interface Anew {
  readonly donationId: number;
  readonly number: string;
  readonly draft: Draft;
}

export const useRecording = (anew: Anew | null) => {
  const navigate = useNavigate();
  const { status } = useSession();
  const today = status.businessDay;
  const [reason, setReason] = useState('');
  const replaces = useMemo(() => anew && { donationId: anew.donationId, reason }, [anew, reason]);
  const entry = useDraft(status.practice, today, anew?.draft ?? null);
  const { draft, replace } = entry;
  const mistakes = useMistakes(draft, today, replaces);
  const record = useCommand('donations.record');
  const pick = useRef<InputRef>(null);
  const goods = useGoods(entry.addItem, anew ? 'anewReason' : 'donorName');
  const { focusField } = goods;
  const { answers, sending } = useAnswers(record.failure, focusField);

  const save = async (): Promise<void> => {
    if (record.data) return;
    const { reading } = mistakes;
    if (!reading.ok) {
      mistakes.tryAll();
      const [first] = reading.mistakes;
      if (first?.field === 'lines') pick.current?.focus();
      else if (first) focusField(first.field);
      return;
    }
    sending(draft);
    if (await record.run(reading.input)) entry.clear();
  };
  /** Seen from this screen. */
  const list = anew ? '../..' : '..';
  const again = (): void => {
    if (anew) void navigate(`${list}/record`, { relative: 'path' });
    record.reset();
    entry.clear();
    mistakes.reset();
    goods.forgetUnknown();
    focusField('donorName');
  };
  const removeHere = (): void => {
    const key = document.activeElement?.closest('[data-line]')?.getAttribute('data-line');
    if (key == null) return;
    entry.removeLine(key);
    pick.current?.focus();
  };
  const addRefused = (): void => {
    entry.change({ refused: [...draft.refused, emptyRefused] });
    focusField(`refused.${draft.refused.length}`);
  };
  return {
    today,
    entry,
    mistakes,
    record,
    answers,
    goods,
    pick,
    reason,
    setReason,
    list,
    save,
    again,
    removeHere,
    addRefused,
    refuse: useCallback((key: string, why: string) => replace((now) => refuseLine(now, key, why)), [replace]),
    back: () => void navigate('..', { relative: 'path' }),
  };
};

/** Goods come in by the field and by a scan wherever the cursor stands; what nobody knows is said, never guessed. */
const useGoods = (addItem: (item: PickedItem, perScan: number | null) => string, first: string) => {
  const [unknown, setUnknown] = useState('');
  const [failure, setFailure] = useState<ActError | null>(null);
  const add = (item: PickedItem, perScan: number | null): void => {
    setUnknown('');
    focusField(`${addItem(item, perScan)}.quantity`);
  };
  const scanned = async (text: string): Promise<void> => {
    setFailure(null);
    try {
      const { rows } = await read('goods.list', { search: text.slice(0, 60), limit: 8 });
      const item = meantItem(text, rows);
      if (item) {
        add(item, perScanOf(text, item));
        return;
      }
      setUnknown(text);
    } catch (thrown) {
      setFailure(actErrorOf(thrown));
    }
    play('refused');
  };
  const { surface, ready } = useScanner({
    onScan: ({ text }) => void scanned(text),
    inFields: ({ text }) => readBarcode(text).kind === 'ok',
  });
  useScannerListening(ready);
  const focusField = useFormFocus(surface, first);
  return { unknown, failure, forgetUnknown: () => setUnknown(''), add, surface, focusField };
};

/** What the books answered about the lines that were sent; the cursor goes to what solves the first of it. */
const useAnswers = (failure: ActError | null, focusField: (field: string) => void) => {
  const [sent, setSent] = useState<Draft | null>(null);
  const answers = useMemo<Answers>(
    () => (failure && sent ? answersOf(failure, sent) : noAnswers),
    [failure, sent],
  );
  useEffect(() => {
    const field = solvingField(answers);
    if (field !== null) focusField(field);
  }, [answers, focusField]);
  return { answers, sending: setSent };
};
