// The import screen of goods, donations and people: choose → preview with every refused and warned row in words → confirm → done.
// Nothing is stored before the confirmation; the refused rows can be saved as a sheet, mended and imported again.
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActError } from '../../db/contract/act.ts';
import type { ImportPreview, RowReason } from '../../db/contract/common.ts';
import type { CommandName, DocumentName, Output, QueryName } from '../../db/contract/index.ts';
import { desktop, read } from '../api/call.ts';
import { actErrorOf } from '../api/failure.ts';
import { useCommand } from '../api/use-command.ts';
import { count } from '../i18n/format.ts';
import { wordsOfCode } from '../i18n/words.ts';
import { ConfirmFinal, type FinalFigure } from './confirm-final.tsx';
import { DataTable } from './data-table.tsx';
import { Failed } from './failed.tsx';
import { Notice } from './notice.tsx';
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
}

export const SheetImport = <K extends Importing>({
  area,
  summary,
  finalFigures,
  doneText,
  onDone,
  fieldName,
}: Props<K>) => {
  const { t } = useTranslation('importing');
  const [reading, setReading] = useState(false);
  const [failure, setFailure] = useState<ActError | null>(null);
  const [chosen, setChosen] = useState<{ name: string; preview: PreviewOf<K> & ImportPreview } | null>(null);
  const [asking, setAsking] = useState(false);
  const confirming = useCommand(`${area}.confirmImport` as CommandName);

  const choose = async (): Promise<void> => {
    setFailure(null);
    try {
      const sheet = await desktop('desktop.chooseSheet', {});
      if (!sheet) return;
      setReading(true);
      confirming.reset();
      setChosen(null);
      const preview = await read(`${area}.previewImport` as QueryName, { sheet });
      setChosen({ name: sheet.name, preview: preview as PreviewOf<K> & ImportPreview });
    } catch (thrown) {
      setFailure(actErrorOf(thrown));
    } finally {
      setReading(false);
    }
  };
  const enter = async (): Promise<void> => {
    if (!chosen) return;
    const done = await confirming.run({ previewId: chosen.preview.previewId });
    if (!done) return;
    setAsking(false);
    onDone?.(done as DoneOf<K>);
  };

  const done = confirming.data as (DoneOf<K> & { imported: number }) | null;
  const preview = chosen?.preview;
  return (
    <div className="sheet-import">
      <div className="button-row">
        <Button
          data-testid="import-choose"
          type={chosen ? 'default' : 'primary'}
          size="large"
          disabled={reading || confirming.pending}
          onClick={() => void choose()}
        >
          {done ? t('again') : chosen ? t('chooseAgain') : t('choose')}
        </Button>
        {preview && !done && preview.good > 0 && (
          <Button data-testid="import-ask" type="primary" size="large" onClick={() => setAsking(true)}>
            {t('confirm', { count: preview.good })}
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
      {!chosen && <p className="secondary">{t('formats')}</p>}
      {reading && <ProgressPanel what={t('reading')} progress={null} />}
      <Failed failure={failure} onRetry={() => void choose()} />
      {done && (
        <Notice tone="done" title={t('done', { count: done.imported })}>
          {doneText?.(done)}
        </Notice>
      )}
      {preview && (
        <>
          <p>{t('file', { name: chosen.name, sheet: preview.sheet, headingRow: preview.headingRow })}</p>
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
          {preview.good === 0 && <Notice tone="warn" title={t('nothingGood')} />}
          {preview.leftOut.length > 0 && (
            <Notice tone="info" title={t('leftOut', { columns: preview.leftOut.join('、') })} />
          )}
          {summary?.(preview)}
          {preview.refused.length > 0 && (
            <Reasons title={t('refusedTitle')} rows={preview.refused} fieldName={fieldName} />
          )}
          {preview.warned.length > 0 && (
            <Reasons title={t('warnedTitle')} rows={preview.warned} fieldName={fieldName} />
          )}
          <ConfirmFinal
            open={asking}
            testId="import-confirm"
            title={t('confirmTitle')}
            verb={t('confirm', { count: preview.good })}
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

const Reasons = ({
  title,
  rows,
  fieldName,
}: {
  readonly title: string;
  readonly rows: readonly RowReason[];
  readonly fieldName: ((field: string) => string) | undefined;
}) => {
  const { t } = useTranslation('importing');
  const said = rows.map((reason, at) => ({
    at,
    reason,
    words: wordsOfCode(t as never, reason.code, reason.params),
  }));
  return (
    <section>
      <h2>{title}</h2>
      <DataTable
        label={title}
        height={Math.min(320, 40 + rows.length * 40)}
        rows={said}
        rowKey={({ at }) => at}
        columns={[
          { key: 'row', title: t('row'), width: 80, figure: true, render: ({ reason }) => reason.row },
          {
            key: 'field',
            title: t('field'),
            width: 140,
            render: ({ reason }) =>
              reason.field === undefined ? '' : (fieldName?.(reason.field) ?? reason.field),
          },
          {
            key: 'why',
            title: t('why'),
            width: 340,
            render: (each) => [each.words.title, ...each.words.detail].join(' · '),
          },
          { key: 'next', title: t('next'), width: 380, render: (each) => each.words.next },
        ]}
      />
    </section>
  );
};
