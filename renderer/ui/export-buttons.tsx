// What a list shows, saved as a sheet or a paper: XLSX, CSV, PDF. The filter of the list goes along, so that what is exported is
// what is seen. Refusals and faults are said under the buttons.
import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DocumentName, Input } from '../../db/contract/index.ts';
import { usePaper } from '../api/use-paper.ts';
import { Failed } from './failed.tsx';
import { Notice } from './notice.tsx';
import { ProgressPanel } from './progress-panel.tsx';

export type ExportFormat = 'xlsx' | 'csv' | 'pdf';
type FormatOf<A extends DocumentName> =
  Input<A> extends { readonly format: infer F } ? F & ExportFormat : never;
/** Documents that come in several formats. */
export type ExportName = {
  [A in DocumentName]: Input<A> extends { readonly format: string } ? A : never;
}[DocumentName];

interface Props<A extends ExportName> {
  readonly act: A;
  /** The filter, without the format. */
  readonly input: Omit<Input<A>, 'format'>;
  readonly formats: readonly FormatOf<A>[];
  readonly disabled?: boolean;
  /** The buttons are then `<testId>-xlsx` and so on. */
  readonly testId: string;
}

export const ExportButtons = <A extends ExportName>({
  act,
  input,
  formats,
  disabled = false,
  testId,
}: Props<A>) => {
  const { t } = useTranslation();
  const paper = usePaper(act);
  const word = (format: ExportFormat): string => t(`exports.${format}`);
  return (
    <div className="paper-buttons" role="group" aria-label={t('exports.label')}>
      <div className="button-row">
        {formats.map((format) => (
          <Button
            key={format}
            data-testid={`${testId}-${format}`}
            icon={<DownloadOutlined aria-hidden="true" />}
            disabled={disabled || paper.pending}
            onClick={() => void paper.save({ ...input, format } as Input<A>)}
          >
            {word(format)}
          </Button>
        ))}
      </div>
      {paper.pending && (
        <ProgressPanel what={t('paper.making')} progress={paper.progress} onCancel={paper.cancel} />
      )}
      <Failed failure={paper.failure} />
      {paper.done && <Notice tone="done" title={t('paper.saved', { fileName: paper.done.fileName })} />}
    </div>
  );
};
