// Every list: virtual rows, keyboard (↑ ↓ Home End, Enter opens), figures at the right with tabular digits, a total line, and an
// empty state in words. It never jumps between pages; more rows are read as it is scrolled. Nothing is scrolled sideways for: where the
// window is narrow or the letters are large, the columns that can be spared are left out.
import { Empty, Table, type TableProps } from 'antd';
import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type ComponentRef,
  type KeyboardEvent,
  type ReactNode,
  type UIEvent,
} from 'react';
import { useTranslation } from 'react-i18next';
import { count } from '../i18n/format.ts';

export interface Column<R> {
  readonly key: string;
  readonly title: string;
  readonly width?: number;
  /** Right-aligned with tabular digits. */
  readonly figure?: boolean;
  /** Left out where there is no room, the last one first: it stands where the row opens too. */
  readonly spare?: boolean;
  readonly render: (row: R, at: number) => ReactNode;
  /** Shown in the total line. */
  readonly total?: ReactNode;
}
interface Props<R> {
  /** Names the list for screen readers. */
  readonly label: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => string | number;
  readonly loading?: boolean;
  /** All that match, when `rows` is only what was read so far. */
  readonly total?: number;
  readonly filtered?: boolean;
  readonly onOpen?: (row: R) => void;
  /** Keys that act on the row one stands on, beside Enter: { F6: change }. The page lists them in its help. */
  readonly rowKeys?: Readonly<Record<string, (row: R) => void>>;
  readonly onNear?: () => void;
  /** Height of the body in px; the rest of the window when left out. */
  readonly height?: number;
  readonly rowClassName?: (row: R) => string;
  readonly emptyText?: string;
}

/** Usual heights of head and foot, until they are drawn; and the edge of the page under them. */
const [usualHead, usualFoot, pageEdge] = [41, 42, 18];
const [usualWidth, usualLetters] = [140, 16];

/** What the rows may take: from their top to the end of the page, whatever the letters' size. */
const roomIn = (frame: HTMLElement | null): number => {
  const drawn = (part: string, usual: number): number =>
    frame?.querySelector<HTMLElement>(part)?.offsetHeight || usual;
  const page = frame?.closest('main')?.getBoundingClientRect();
  const end = page !== undefined && page.height > 0 ? page.bottom : window.innerHeight;
  const top = frame?.getBoundingClientRect().top ?? 0;
  return end - top - drawn('.ant-table-header', usualHead) - drawn('.table-foot', usualFoot) - pageEdge;
};

/** Columns are as wide as usual letters need; in 大字 they need more. */
const widthOf = <R,>({ width = usualWidth }: Column<R>): number => width;
const sumOf = <R,>(columns: readonly Column<R>[]): number =>
  columns.reduce((sum, column) => sum + widthOf(column), 0);
const letters = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / usualLetters || 1;

/** What of the columns has room in so many px; 0: nobody knows yet. */
const fitting = <R,>(columns: readonly Column<R>[], px: number): readonly Column<R>[] => {
  if (px === 0 || sumOf(columns) <= px / letters()) return columns;
  const last = columns.findLastIndex(({ spare }) => spare);
  return last < 0 ? columns : fitting(columns.toSpliced(last, 1), px);
};

export const DataTable = <R extends object>(props: Props<R>) => {
  const {
    label,
    columns: wanted,
    rows,
    rowKey,
    loading = false,
    total,
    filtered = false,
    onOpen,
    rowKeys = {},
    onNear,
    height,
    rowClassName,
    emptyText,
  } = props;
  const { t } = useTranslation();
  const [active, setActive] = useState(-1);
  const [room, setRoom] = useState(height ?? 400);
  const frame = useRef<HTMLDivElement>(null);
  const table = useRef<ComponentRef<typeof Table>>(null);

  const [width, setWidth] = useState(0);
  const columns = fitting(wanted, width);

  const measure = useCallback(() => {
    setRoom(height ?? Math.max(200, roomIn(frame.current)));
    setWidth(frame.current?.clientWidth ?? 0);
  }, [height]);
  useEffect(() => {
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [measure]);
  // What stands above the table comes and goes (totals, notices), so its top is measured after every drawing.
  useEffect(measure);

  const go = (to: number): void => {
    const next = Math.min(rows.length - 1, Math.max(0, to));
    const row = rows[next];
    setActive(next);
    if (row) table.current?.scrollTo({ key: rowKey(row) });
    if (next >= rows.length - 20) onNear?.();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      Home: 0,
      End: rows.length - 1,
      PageDown: active + 10,
      PageUp: active - 10,
    }[event.key];
    const row = rows[active];
    if (step !== undefined) go(step);
    else if (event.key === 'Enter' && row) onOpen?.(row);
    else if (row && rowKeys[event.key] !== undefined) rowKeys[event.key]?.(row);
    else return;
    event.preventDefault();
  };
  const onScroll = (event: UIEvent<HTMLElement>): void => {
    const { scrollTop, scrollHeight, clientHeight } = event.currentTarget;
    if (scrollHeight - scrollTop - clientHeight < 800) onNear?.();
  };

  const shown: NonNullable<TableProps<R>['columns']> = columns.map((column) => ({
    key: column.key,
    title: column.title,
    width: widthOf(column),
    align: column.figure ? ('right' as const) : ('left' as const),
    ...(column.figure ? { className: 'figure' } : {}),
    render: (_: unknown, row: R, at: number) => column.render(row, at),
  }));
  const totals = wanted.some((column) => column.total !== undefined);
  return (
    <div
      className="data-table"
      ref={frame}
      role="group"
      tabIndex={0}
      aria-label={`${label}: ${t('table.rows')}`}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        if (event.target === event.currentTarget && active < 0 && rows.length > 0) setActive(0);
      }}
    >
      <Table<R>
        ref={table}
        columns={shown}
        dataSource={rows}
        rowKey={rowKey}
        loading={loading}
        virtual
        pagination={false}
        size="small"
        scroll={{ x: sumOf(columns), y: room }}
        onScroll={onScroll}
        locale={{
          emptyText: loading ? (
            t('loading')
          ) : (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description={emptyText ?? t(filtered ? 'table.emptyFiltered' : 'table.empty')}
            />
          ),
        }}
        rowClassName={(row, at) =>
          `${at === active ? 'row-active' : ''} ${rowClassName?.(row) ?? ''} ${onOpen ? 'row-opens' : ''}`
        }
        onRow={(row, at) => ({
          'aria-current': at === active,
          onClick: () => setActive(at ?? -1),
          onDoubleClick: () => onOpen?.(row),
        })}
      />
      <div className="table-foot">
        <span>{t('table.shown', { total: count(total ?? rows.length) })}</span>
        {totals && (
          <span className="table-totals">
            {wanted
              .filter((column) => column.total !== undefined)
              .map((column) => (
                <span key={column.key}>
                  {column.title} <b className="figure">{column.total}</b>
                </span>
              ))}
          </span>
        )}
      </div>
    </div>
  );
};
