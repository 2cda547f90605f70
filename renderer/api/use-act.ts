// Reading in screens: cached by area, act and input; a command that changes the area makes it be read again.
import {
  QueryClient,
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Area } from '../../db/contract/act.ts';
import type { Input, Output, QueryName } from '../../db/contract/index.ts';
import { onStale, read } from './call.ts';
import { actErrorOf } from './failure.ts';
import type { ActError } from '../../db/contract/act.ts';

const areaOf = (act: QueryName): Area => act.slice(0, act.indexOf('.')) as Area;

/** One client a window. No network exists, and the books answer at once: nothing is retried, nothing is paused. */
export const createQueries = (): QueryClient => {
  const client = new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, staleTime: 30_000, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  onStale(
    (areas) =>
      void client.invalidateQueries({ predicate: ({ queryKey }) => areas.includes(queryKey[0] as Area) }),
  );
  return client;
};

export interface ReadOptions {
  readonly enabled?: boolean;
  /** Ask again every so many milliseconds while the screen is open. */
  readonly every?: number;
  /** Keep showing the earlier answer while a changed input is being read, so that a filter does not flicker. */
  readonly keepPrevious?: boolean;
}
export type ReadResult<T> = Omit<UseQueryResult<T>, 'error'> & { readonly failure: ActError | null };

export const useAct = <A extends QueryName>(
  act: A,
  input: Input<A>,
  options: ReadOptions = {},
): ReadResult<Output<A>> => {
  const { error, ...result } = useQuery<Output<A>>({
    queryKey: [areaOf(act), act, input],
    queryFn: () => read(act, input),
    enabled: options.enabled ?? true,
    ...(options.every === undefined ? {} : { refetchInterval: options.every }),
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
  return { ...result, failure: error ? actErrorOf(error) : null };
};

type Paged = { readonly total: number; readonly rows: readonly unknown[] };
/** Lists whose answer is a page: `{total, rows}`. */
export type PagedName = { [A in QueryName]: Output<A> extends Paged ? A : never }[QueryName];
type Row<A extends PagedName> = Output<A> extends { readonly rows: readonly (infer R)[] } ? R : never;

const pageSize = 200;

/** A long list read piece by piece as the table is scrolled; there are no pages to jump between. */
export const useActPages = <A extends PagedName>(act: A, input: Omit<Input<A>, 'offset' | 'limit'>) => {
  const result = useInfiniteQuery({
    queryKey: [areaOf(act), act, input],
    queryFn: async ({ pageParam }) =>
      (await read(act, { ...input, offset: pageParam, limit: pageSize } as Input<A>)) as Output<A> & Paged,
    initialPageParam: 0,
    getNextPageParam: (last, all) => {
      const have = all.reduce((sum, page) => sum + page.rows.length, 0);
      return last.rows.length > 0 && have < last.total ? have : undefined;
    },
    placeholderData: keepPreviousData,
  });
  const pages = result.data?.pages;
  const rows = useMemo(() => (pages ?? []).flatMap((page) => page.rows as readonly Row<A>[]), [pages]);
  return {
    rows,
    /** First answer whole: totals and categories beside the rows. */
    first: pages?.[0],
    total: pages?.[0]?.total ?? 0,
    loading: result.isPending,
    failure: result.error ? actErrorOf(result.error) : null,
    more: () => {
      if (result.hasNextPage && !result.isFetchingNextPage) void result.fetchNextPage();
    },
  };
};
