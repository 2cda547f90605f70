// Importing a register of gifts: the shared import screen with cash total and rows of goods.
import { useTranslation } from 'react-i18next';
import { count, money } from '../i18n/format.ts';
import { donations as words } from '../i18n/zh-CN/donations.ts';
import { ImportPage, SheetImport } from '../ui/index.ts';

type Field = keyof typeof words.fields;
const isField = (name: string): name is Field => Object.hasOwn(words.fields, name);

export const ImportDonations = () => {
  const { t } = useTranslation('donations');
  return (
    <ImportPage title={t('importTitle')}>
      <p data-testid="import-columns">{t('importColumns.needed')}</p>
      <p>{t('importColumns.optional')}</p>
      <p className="secondary">{t('importColumns.judged')}</p>
      <SheetImport
        area="donations"
        fieldName={(name) => (isField(name) ? t(`fields.${name}`) : '')}
        summary={(preview) => (
          <ul className="import-counts">
            <li>
              {t('preview.cash')}{' '}
              <b className="figure" data-testid="import-cash">
                {money(preview.cashFen)}
              </b>
            </li>
            <li>
              {t('preview.goodsRows')}{' '}
              <b className="figure" data-testid="import-goods-rows">
                {count(preview.goodsRows)}
              </b>
            </li>
          </ul>
        )}
        finalFigures={(preview) => [
          { label: t('preview.cash'), value: money(preview.cashFen) },
          { label: t('preview.goodsRows'), value: count(preview.goodsRows) },
        ]}
        doneText={(done) => {
          const [first] = done.receiptNumbers;
          const last = done.receiptNumbers.at(-1);
          return (
            <>
              <div>
                {t('preview.done', { n: count(done.receiptNumbers.length), cash: money(done.cashFen) })}
              </div>
              {first !== undefined && last !== undefined && (
                <div>{t('preview.receipts', { first, last })}</div>
              )}
            </>
          );
        }}
      />
    </ImportPage>
  );
};
