// Several lots of the same goods: told apart by the date on the packing. A digit chooses, or arrows and Enter.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { day } from '../i18n/format.ts';
import { useKeys } from '../ui/index.ts';
import { isOneItem, type Line } from './lines.ts';
import { LineState } from './state-of.tsx';

interface Props {
  readonly lines: readonly Line[];
  readonly onChoose: (line: Line) => void;
}

export const ChooseLine = ({ lines, onChoose }: Props) => {
  const { t } = useTranslation('stocktake');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.querySelectorAll<HTMLElement>('button')[active]?.focus(), [active]);
  const at = (index: number): void => {
    const line = lines[index];
    if (line) onChoose(line);
  };
  useKeys({
    ...Object.fromEntries(lines.map((_, index) => [String(index + 1), () => at(index)])),
    ArrowDown: () => setActive(Math.min(lines.length - 1, active + 1)),
    ArrowUp: () => setActive(Math.max(0, active - 1)),
  });
  const [first] = lines;
  const one = isOneItem(lines) && first;
  return (
    <>
      <p className="count-item" role="status">
        {one
          ? t('desk.choose', { item: first.itemName, count: lines.length })
          : t('desk.chooseAny', { count: lines.length })}
      </p>
      <p className="secondary">{t('desk.chooseHint')}</p>
      <ul className="count-choices" ref={list}>
        {lines.map((line, index) => (
          <li key={line.lineId}>
            <button
              type="button"
              data-testid="count-choice"
              data-line={line.lineId}
              className={index === active ? 'active' : ''}
              onClick={() => onChoose(line)}
            >
              <kbd>{index + 1}</kbd>
              {!one && (
                <b>
                  {line.itemName} {line.spec}
                </b>
              )}
              <b className="figure">{day(line.expiryDay)}</b>
              <span>{line.tag === '' ? t('lines.noTag') : line.tag}</span>
              <LineState status={line.status} />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
};
