// Cash of a shift as a figure: what nobody counted is said in words, and a difference stands out.
import { useTranslation } from 'react-i18next';
import { Money } from '../ui/index.ts';

interface Props {
  readonly fen: number | null;
}

export const Cash = ({ fen }: Props) => {
  const { t } = useTranslation('shift');
  return fen === null ? t('unknown') : <Money fen={fen} />;
};

export const Difference = ({ fen }: Props) => {
  const off = fen !== null && fen !== 0;
  return (
    <span className={off ? 'attention' : ''}>
      {off ? '▲ ' : ''}
      <Cash fen={fen} />
    </span>
  );
};
