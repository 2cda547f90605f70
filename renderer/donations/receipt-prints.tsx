// The receipt on paper: how often it was printed, on A4 or the roll, with or without values, and the three ways to have it. The
// first print is plain, every later one carries 补打 with its count.
import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { Choice, PaperButtons } from '../ui/index.ts';

type Gift = Output<'donations.read'>;
const papers = ['a4', 'slip'] as const;

export const Receipt = ({
  donationId,
  gift,
}: {
  readonly donationId: number;
  readonly gift: Gift | undefined;
}) => {
  const { t } = useTranslation('donations');
  const [paper, setPaper] = useState<(typeof papers)[number]>('a4');
  const [hideValues, setHideValues] = useState(false);
  const prints = gift?.prints ?? 0;
  return (
    <section className="office-section" aria-label={t('gift.receipt')}>
      <h2>{t('gift.receipt')}</h2>
      <p data-testid="receipt-prints">
        {prints === 0 ? t('gift.neverPrinted') : t('gift.printed', { n: prints })}
      </p>
      <div className="receipt-choices">
        <Choice
          label={t('gift.paper')}
          testId="receipt-paper"
          value={paper}
          options={papers.map((value) => ({ value, label: t(`gift.papers.${value}`) }))}
          onChange={setPaper}
        />
        <Checkbox
          data-testid="receipt-hide"
          checked={hideValues}
          onChange={(event) => setHideValues(event.target.checked)}
        >
          {t('gift.hideValues')}
        </Checkbox>
      </div>
      <PaperButtons
        act="donations.printReceipt"
        input={{ donationId, paper, hideValues }}
        testId="receipt"
        printKey="Ctrl+P"
        primary
        label={`${t('gift.printReceipt')} Ctrl+P`}
      />
      {gift?.state === 'red' && (
        <PaperButtons
          act="donations.printRedEntry"
          input={{ donationId }}
          testId="red-entry"
          label={t('gift.printRed')}
        />
      )}
    </section>
  );
};
