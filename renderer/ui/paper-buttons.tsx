// Preview, print, save for one paper, with its progress and what went wrong. Without a printer the PDF is offered instead.
import { EyeOutlined, PrinterOutlined, SaveOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DocumentName, Input } from '../../db/contract/index.ts';
import { usePaper } from '../api/use-paper.ts';
import { Failed } from './failed.tsx';
import { Notice } from './notice.tsx';
import { ProgressPanel } from './progress-panel.tsx';
import { useKeys } from './use-keys.ts';

interface Props<A extends DocumentName> {
  readonly act: A;
  readonly input: Input<A>;
  /** 'sheet' saves a workbook and offers nothing else. */
  readonly kind?: 'paper' | 'sheet';
  readonly disabled?: boolean;
  readonly primary?: boolean;
  /** Words on the print (or save) button instead of the plain ones. */
  readonly label?: string;
  readonly onDone?: () => void;
  /** The buttons are then `<testId>-print`, `-preview` and `-save`, for drives by program. */
  readonly testId?: string;
  /** Key of the screen that prints, such as 'Ctrl+P'. */
  readonly printKey?: string;
}

export const PaperButtons = <A extends DocumentName>({
  act,
  input,
  kind = 'paper',
  disabled = false,
  primary = false,
  label,
  onDone,
  testId,
  printKey,
}: Props<A>) => {
  const { t } = useTranslation();
  const paper = usePaper(act);
  const off = disabled || paper.pending;
  const go = (use: (input: Input<A>) => Promise<boolean>) => () =>
    void use(input).then((done) => done && onDone?.());
  const named = (what: string) => (testId === undefined ? {} : { 'data-testid': `${testId}-${what}` });
  useKeys(printKey === undefined ? {} : { [printKey]: go(paper.print) }, { enabled: !off });
  const said = {
    preview: t('paper.previewed'),
    print: t('paper.printed'),
    save: t('paper.saved', { fileName: paper.done?.fileName ?? '' }),
  };
  return (
    <div className="paper-buttons">
      <div className="button-row">
        {kind === 'paper' && (
          <>
            <Button
              {...named('print')}
              icon={<PrinterOutlined aria-hidden="true" />}
              type={primary ? 'primary' : 'default'}
              disabled={off}
              onClick={go(paper.print)}
            >
              {label ?? t('print')}
            </Button>
            <Button
              {...named('preview')}
              icon={<EyeOutlined aria-hidden="true" />}
              disabled={off}
              onClick={go(paper.preview)}
            >
              {t('preview')}
            </Button>
          </>
        )}
        <Button
          {...named('save')}
          icon={<SaveOutlined aria-hidden="true" />}
          disabled={off}
          onClick={go(paper.save)}
        >
          {kind === 'sheet' ? (label ?? t('saveAsSheet')) : t('saveAsPdf')}
        </Button>
      </div>
      {paper.pending && (
        <ProgressPanel what={t('paper.making')} progress={paper.progress} onCancel={paper.cancel} />
      )}
      <Failed
        failure={paper.failure}
        onSave={go(paper.save)}
        onRetry={go(kind === 'sheet' ? paper.save : paper.print)}
      />
      {paper.done && <Notice tone="done" title={said[paper.done.use]} />}
    </div>
  );
};
