// The lines of a stocktake in walking order, narrowed by search and by what is left to do.
import { Input, type InputRef } from 'antd';
import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { amount } from '../i18n/format.ts';
import { Choice, DataTable, Day, Money, useKeys, type Column } from '../ui/index.ts';
import type { Line, Show } from './lines.ts';
import { LineState } from './state-of.tsx';

interface Props {
  readonly rows: readonly Line[];
  readonly total: number;
  readonly loading: boolean;
  readonly twice: boolean;
  /** Books and differences are not shown: the columns are left out. */
  readonly hidden: boolean;
  readonly search: string;
  readonly onSearch: (text: string) => void;
  readonly show: Show;
  readonly onShow: (show: Show) => void;
  readonly onNear: () => void;
  /** Counts the line; null once nothing is counted any more. */
  readonly onOpen: ((line: Line) => void) | null;
}

const figure = (value: number | null, { unitScale }: Line): string =>
  value === null ? '—' : amount(value, unitScale);

export const LineTable = (props: Props) => {
  const { t } = useTranslation('stocktake');
  const { rows, total, loading, twice, hidden, search, onSearch, show, onShow, onNear, onOpen } = props;
  const field = useRef<InputRef>(null);
  const box = useRef<HTMLDivElement>(null);
  useKeys({ F3: () => field.current?.focus({ cursor: 'all' }) });
  const intoList = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || (event.key !== 'ArrowDown' && event.key !== 'Enter')) return;
    event.preventDefault();
    box.current?.querySelector<HTMLElement>('.data-table')?.focus();
  };
  const shows: readonly Show[] = hidden
    ? ['all', 'uncounted', 'misfit']
    : ['all', 'uncounted', 'misfit', 'different'];
  return (
    <div ref={box}>
      <div className="filter-line">
        <Input
          ref={field}
          data-testid="line-search"
          className="filter-search"
          aria-label={t('lines.search')}
          placeholder={`${t('lines.search')} F3`}
          value={search}
          allowClear
          maxLength={60}
          onChange={(event) => onSearch(event.target.value)}
          onKeyDown={intoList}
        />
        <Choice
          label={t('lines.show')}
          testId="line-show"
          value={show}
          options={shows.map((value) => ({ value, label: t(`lines.${value}`) }))}
          onChange={onShow}
        />
      </div>
      <DataTable
        label={t('lines.label')}
        columns={useColumns(twice, hidden)}
        rows={rows}
        rowKey={({ lineId }) => lineId}
        loading={loading}
        total={total}
        filtered={search !== '' || show !== 'all'}
        onNear={onNear}
        {...(onOpen === null ? {} : { onOpen })}
      />
    </div>
  );
};

const useColumns = (twice: boolean, hidden: boolean): readonly Column<Line>[] => {
  const { t } = useTranslation('stocktake');
  const figures: readonly Column<Line>[] = (['first', 'second', 'third'] as const).map((key) => ({
    key,
    title: t(`lines.${key}`),
    width: 90,
    figure: true,
    render: (line) => figure(line[key], line),
  }));
  const books: readonly Column<Line>[] = [
    {
      key: 'expected',
      title: t('lines.expected'),
      width: 100,
      figure: true,
      render: (line) => figure(line.expected, line),
    },
    {
      key: 'difference',
      title: t('lines.difference'),
      width: 80,
      figure: true,
      render: (line) => <Difference line={line} />,
    },
    {
      key: 'value',
      title: t('lines.value'),
      width: 110,
      figure: true,
      render: ({ difference, differenceFen }) =>
        difference === null || difference === 0 ? '—' : <Money fen={differenceFen} />,
    },
  ];
  return [
    {
      key: 'item',
      title: t('lines.item'),
      width: 190,
      render: ({ itemName, spec, lineId }) => (
        <span data-testid="count-line" data-line={lineId}>
          <b>{itemName}</b> {spec}
        </span>
      ),
    },
    {
      key: 'expiry',
      title: t('lines.expiry'),
      width: 136,
      render: ({ expiryDay }) => <Day value={expiryDay} />,
    },
    {
      key: 'tag',
      title: t('lines.tag'),
      width: 120,
      render: ({ tag }) => (tag === '' ? t('lines.noTag') : tag),
    },
    {
      key: 'status',
      title: t('lines.status'),
      width: 110,
      render: (line) => <LineState status={line.status} />,
    },
    ...(twice ? figures : []),
    {
      key: 'counted',
      title: t('lines.counted'),
      width: 100,
      figure: true,
      render: (line) => (
        <b>
          {figure(line.counted, line)} {line.counted === null ? '' : line.unit}
        </b>
      ),
    },
    ...(hidden ? [] : books),
    { key: 'reason', title: t('lines.reason'), width: 110, render: ({ reason }) => reason },
    ...(hidden
      ? [
          {
            key: 'category',
            title: t('lines.category'),
            width: 70,
            render: ({ category }: Line) => category,
          },
        ]
      : []),
  ];
};

/** Sign, colour and figure: +2, -3. */
const Difference = ({ line }: { readonly line: Line }) => {
  const { difference } = line;
  if (difference === null) return <>—</>;
  const text = amount(difference, line.unitScale);
  if (difference === 0) return <>{text}</>;
  return difference > 0 ? (
    <span className="line-surplus">+{text}</span>
  ) : (
    <span className="line-shortage">{text}</span>
  );
};
