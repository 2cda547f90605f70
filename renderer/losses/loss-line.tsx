// One lot of a loss while it is being typed: what it is, where it stands, how much of it.
import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { LotLine } from '../goods/pick-lot.tsx';
import { QuantityField } from '../goods/quantity-field.tsx';
import { readQuantity, type TypedQuantity } from '../goods/quantity-text.ts';
import { quantity } from '../i18n/format.ts';
import { freeOf, measureOf, type DraftLine } from './draft.ts';

interface Props {
  readonly line: DraftLine;
  readonly at: number;
  readonly tried: boolean;
  readonly onChange: (typed: TypedQuantity) => void;
  readonly onRemove: () => void;
}

export const LossLine = ({ line, at, tried, onChange, onRemove }: Props) => {
  const { t } = useTranslation('losses');
  const { lot, typed } = line;
  const free = freeOf(lot);
  const amount = quantity(free, lot.unitScale, lot.unit);
  const read = readQuantity(typed, measureOf(lot));
  return (
    <li
      className="loss-line"
      data-line={line.key}
      data-testid="loss-line"
      aria-label={t('form.line', { n: at + 1, name: lot.itemName })}
    >
      <div className="loss-line-name">
        <span className="figure secondary">{at + 1}</span> <LotLine lot={lot} withPlace />
      </div>
      <QuantityField
        item={measureOf(lot)}
        testId="loss-quantity"
        value={typed}
        tried={tried}
        autoFocus={typed.text === ''}
        mistake={read.ok && read.quantity > free ? t('form.tooMuch', { amount }) : undefined}
        onChange={onChange}
      />
      <span className="secondary">{t('form.free', { amount })}</span>
      <Button
        size="small"
        icon={<DeleteOutlined aria-hidden="true" />}
        aria-label={t('form.removeNamed', { name: lot.itemName })}
        title={`${t('form.remove')} F8`}
        onClick={onRemove}
      />
    </li>
  );
};
