// The import screen of goods, donations and people: choose → preview with every refused and warned row in words → confirm → done.
// Nothing is stored before the confirmation; the refused rows can be saved as a sheet, mended and imported again.
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActError } from '../../db/contract/act.ts';
import type { ImportPreview } from '../../db/contract/common.ts';
import type { CommandName, DocumentName, Output, QueryName } from '../../db/contract/index.ts';
import { desktop, read } from '../api/call.ts';
import { actErrorOf } from '../api/failure.ts';
import { useCommand, type Steps } from '../api/use-command.ts';
import { count } from '../i18n/format.ts';
import { ConfirmFinal, type FinalFigure } from './confirm-final.tsx';
import { Failed } from './failed.tsx';
import { Notice } from './notice.tsx';
import { ImportReasons } from './import-reasons.tsx';
import { PaperButtons } from './paper-buttons.tsx';
import { ProgressPanel } from './progress-panel.tsx';

type Importing = 'people' | 'goods' | 'donations';
type PreviewOf<K extends Importing> = Output<`${K}.previewImport`>;
type DoneOf<K extends Importing> = Output<`${K}.confirmImport`>;

interface Props<K extends Importing> {
  readonly area: K;
  /** Figures of this kind of sheet beside the counts (households by category, cash). */
  readonly summary?: (preview: PreviewOf<K>) => ReactNode;
  /** The same figures for the question before it is entered. */
  readonly finalFigures?: (preview: PreviewOf<K>) => readonly FinalFigure[];
  readonly doneText?: (done: DoneOf<K>) => ReactNode;
  readonly onDone?: (done: DoneOf<K>) => void;
  /** Names of the sheet's columns in words. */
  readonly fieldName?: (field: string) => string;
  /** What of the sheet would be done, where that is more than the rows that can be imported. */
  readonly effect?: (preview: PreviewOf<K>) => number;
  /** Further input of the confirmation; null while something of it is missing. */
  readonly confirmInput?: (preview: PreviewOf<K>) => object | null;
  /** Shown where a sheet has not the headings needed. `again` reads it anew with further input. */
  readonly headings?: (sheet: Sheet, again: (input: object) => void) => ReactNode;
  /** Under the counts, with a way to read the sheet anew. */
  readonly layout?: (preview: PreviewOf<K>, again: (input: object) => void) => ReactNode;
  /** In place of the list of reasons. */
  readonly lists?: (preview: PreviewOf<K>) => ReactNode;
}
interface Sheet {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Reading {
  readonly progress: Steps | null;
  readonly cancel: (() => void) | null;
}

export const SheetImport = <K extends Importing>({
  area,
  summary,
  finalFigures,
  doneText,
  onDone,
  fieldName,
  effect,
  confirmInput,
  headings,
  layout,
  lists,
}: Props<K>) => {
  const { t } = useTranslation('importing');
  const [reading, setReading] = useState<Reading | null>(null);
  const [failure, setFailure] = useState<ActError | null>(null);
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [preview, setPreview] = useState<(PreviewOf<K> & ImportPreview) | null>(null);
  const [asking, setAsking] = useState(false);
  const confirming = useCommand(`${area}.confirmImport` as CommandName);

  const readSheet = async (chosen: Sheet, input: object = {}): Promise<void> => {
    setFailure(null);
    confirming.reset();
    setPreview(null);
    setReading({ progress: null, cancel: null });
    try {
      const answer = await read(
        `${area}.previewImport` as QueryName,
        { sheet: chosen, ...input },
        {
          onProgress: (done, total) =>
            setReading((before) => before && { ...before, progress: { done, total } }),
          onStarted: (cancel) => setReading({ progress: null, cancel }),
        },
      );
      setPreview(answer as PreviewOf<K> & ImportPreview);
    } catch (thrown) {
      setFailure(actErrorOf(thrown));
    } finally {
      setReading(null);
    }
  };
  const choose = async (): Promise<void> => {
    setFailure(null);
    try {
      const chosen = await desktop('desktop.chooseSheet', {});
      if (!chosen) return;
      setSheet(chosen);
      await readSheet(chosen);
    } catch (thrown) {
      setFailure(actErrorOf(thrown));
    }
  };
  const again = (input: object): void => {
    if (sheet) void readSheet(sheet, input);
  };
  const further = preview && confirmInput ? confirmInput(preview) : {};
  const enter = async (): Promise<void> => {
    if (!preview || !further) return;
    const done = await confirming.run({ previewId: preview.previewId, ...further });
    if (!done) return;
    setAsking(false);
    onDone?.(done as DoneOf<K>);
  };

  const done = confirming.data as (DoneOf<K> & { imported: number }) | null;
  const effects = preview ? (effect?.(preview) ?? preview.good) : 0;
  return (
    <div className="sheet-import">
      <div className="button-row">
        <Button
          data-testid="import-choose"
          type={preview ? 'default' : 'primary'}
          size="large"
          disabled={reading !== null || confirming.pending}
          onClick={() => void choose()}
        >
          {done ? t('again') : preview ? t('chooseAgain') : t('choose')}
        </Button>
        {preview && !done && effects > 0 && (
          <Button
            data-testid="import-ask"
            type="primary"
            size="large"
            disabled={further === null}
            onClick={() => setAsking(true)}
          >
            {t('confirm', { count: effects })}
          </Button>
        )}
        {preview && preview.refused.length > 0 && (
          <PaperButtons
            act={`${area}.refusedRows` as DocumentName}
            input={{ previewId: preview.previewId }}
            kind="sheet"
            label={t('saveRefused')}
            testId="import-refused"
          />
        )}
      </div>
      {!preview && !reading && <p className="secondary">{t('formats')}</p>}
      {reading && (
        <ProgressPanel
          what={t('reading')}
          progress={reading.progress}
          {...(reading.cancel ? { onCancel: reading.cancel } : {})}
        />
      )}
      <Failed failure={failure} onRetry={() => void choose()} />
      {failure?.kind === 'refusal' &&
        failure.code === 'sheet-headings-missing' &&
        sheet &&
        headings?.(sheet, again)}
      {done && (
        <Notice tone="done" title={t('done', { count: done.imported })}>
          {doneText?.(done)}
        </Notice>
      )}
      {preview && (
        <>
          <p>
            {t('file', { name: sheet?.name ?? '', sheet: preview.sheet, headingRow: preview.headingRow })}
          </p>
          <ul className="import-counts">
            {(['dataRows', 'good', 'alreadyHere'] as const).map((key) => (
              <li key={key}>
                {t(`counts.${key}`)} <b className="figure">{count(preview[key])}</b>
              </li>
            ))}
            <li className={preview.refused.length > 0 ? 'refused' : ''}>
              {t('counts.refused')}{' '}
              <b className="figure">{count(new Set(preview.refused.map(({ row }) => row)).size)}</b>
            </li>
            <li>
              {t('counts.warned')}{' '}
              <b className="figure">{count(new Set(preview.warned.map(({ row }) => row)).size)}</b>
            </li>
          </ul>
          {effects === 0 && preview.refused.length > 0 && (!lists || preview.alreadyHere === 0) && (
            <Notice tone="warn" title={t('nothingGood')} />
          )}
          {preview.leftOut.length > 0 && (
            <Notice tone="info" title={t('leftOut', { columns: preview.leftOut.join('、') })} />
          )}
          {summary?.(preview)}
          {layout?.(preview, again)}
          {lists?.(preview)}
          {!lists && preview.refused.length > 0 && (
            <ImportReasons title={t('refusedTitle')} rows={preview.refused} fieldName={fieldName} />
          )}
          {!lists && preview.warned.length > 0 && (
            <ImportReasons title={t('warnedTitle')} rows={preview.warned} fieldName={fieldName} />
          )}
          <ConfirmFinal
            open={asking}
            testId="import-confirm"
            title={t('confirmTitle')}
            verb={t('confirm', { count: effects })}
            figures={[
              { label: t('counts.good'), value: count(preview.good) },
              ...(finalFigures?.(preview) ?? []),
            ]}
            pending={confirming.pending}
            onConfirm={() => void enter()}
            onCancel={() => setAsking(false)}
          >
            {confirming.pending && (
              <ProgressPanel
                what={t('entering')}
                progress={confirming.progress}
                onCancel={confirming.cancel}
              />
            )}
            <Failed failure={confirming.failure} />
          </ConfirmFinal>
        </>
      )}
    </div>
  );
};
