// Labels for pieces that were tagged one by one: printed in one key, so that no piece reaches the shelf without its tag.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { labelSheets } from '../../db/contract/goods.ts';
import type { Output } from '../../db/contract/index.ts';
import { Choice, PaperButtons } from '../ui/index.ts';

type Gift = Output<'donations.read'>;

/** What the screen of labels remembers for this PC. */
const rememberedSheet = (): (typeof labelSheets)[number] =>
  labelSheets.find((sheet) => sheet === localStorage.getItem('label-sheet')) ?? labelSheets[0];

export const PieceLabels = ({ gift }: { readonly gift: Gift }) => {
  const { t } = useTranslation('donations');
  const [sheet, setSheet] = useState(rememberedSheet);
  const lots = gift.lines.filter(({ pieces }) => pieces).flatMap((line) => line.lots);
  if (lots.length === 0 || gift.state !== 'valid') return null;
  return (
    <section className="office-section" aria-label={t('labels.title')}>
      <h2>{t('labels.title')}</h2>
      <p>{t('labels.note', { n: lots.length })}</p>
      <div className="receipt-choices">
        <Choice
          label={t('labels.sheet', { ns: 'goods' })}
          testId="labels-sheet"
          value={sheet}
          options={labelSheets.map((value) => ({
            value,
            label: t(`labels.sheets.${value}`, { ns: 'goods' }),
          }))}
          onChange={setSheet}
        />
      </div>
      <PaperButtons
        act="goods.printLabels"
        input={{ kind: 'lot', sheet, items: [], lots: lots.map(({ lotId }) => ({ lotId, copies: 1 })) }}
        testId="labels"
        printKey="F9"
        label={`${t('labels.print')} F9`}
      />
    </section>
  );
};
