// The papers of a stocktake: the sheet to count by, what to count again, the result with its value.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input } from '../../db/contract/index.ts';
import { Choice, PaperButtons } from '../ui/index.ts';
import type { Stocktake } from './lines.ts';

type PaperKind = Input<'stocktake.print'>['paper'];

export const StocktakePapers = ({
  data: { stocktake, misfits },
  hidden,
}: {
  readonly data: Stocktake;
  readonly hidden: boolean;
}) => {
  const { t } = useTranslation('stocktake');
  const kinds: readonly PaperKind[] = [
    'sheet',
    ...(misfits > 0 ? (['misfits'] as const) : []),
    ...(hidden ? [] : (['result'] as const)),
  ];
  const [chosen, setChosen] = useState<PaperKind | null>(null);
  const usual: PaperKind = stocktake.state === 'open' ? (misfits > 0 ? 'misfits' : 'sheet') : 'result';
  const paper =
    [chosen, usual, 'sheet' as const].find((kind) => kind !== null && kinds.includes(kind)) ?? 'sheet';
  return (
    <>
      <Choice
        label={t('papers.label')}
        testId="paper-kind"
        value={paper}
        options={kinds.map((kind) => ({ value: kind, label: t(`papers.${kind}`) }))}
        onChange={setChosen}
      />
      <PaperButtons
        act="stocktake.print"
        input={{ stocktakeId: stocktake.stocktakeId, paper }}
        testId="stocktake-paper"
        printKey="Ctrl+P"
      />
    </>
  );
};
