// A sheet of labels as it lies in the printer: used up, to be printed now, free. Clicking a place says where to begin; the field
// beside it does the same for the keyboard, so the places are no stops of the Tab key.
import { useTranslation } from 'react-i18next';
import { sheetGrid, type LabelSheet } from './label-draft.ts';

interface Props {
  readonly sheet: LabelSheet;
  /** First free label, from 1. */
  readonly start: number;
  readonly total: number;
  readonly onStart: (place: number) => void;
}

export const DrawnSheet = ({ sheet, start, total, onStart }: Props) => {
  const { t } = useTranslation('goods');
  const grid = sheetGrid[sheet];
  if (grid === null) return null;
  const stateOf = (place: number): string =>
    place < start ? 'used' : place < start + total ? 'planned' : 'free';
  return (
    <div className={`drawn-sheet across-${String(grid.across)}`} role="group" aria-label={t('labels.drawn')}>
      {Array.from({ length: grid.across * grid.down }, (_, at) => at + 1).map((place) => (
        <button
          key={place}
          type="button"
          tabIndex={-1}
          className={`sheet-place ${stateOf(place)}`}
          aria-label={t('labels.place', { n: place })}
          aria-pressed={place === start}
          onClick={() => onStart(place)}
        >
          {place}
        </button>
      ))}
    </div>
  );
};
