// 公示: choose what the list is about, read exactly what will be public, say so, print. Nothing is printed that was not reviewed.
import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input, Output } from '../../db/contract/index.ts';
import { useAct } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count, day } from '../i18n/format.ts';
import {
  DataTable,
  Failed,
  Money,
  Notice,
  Page,
  PaperButtons,
  useKeys,
  useSettled,
  type Column,
} from '../ui/index.ts';
import { typedDay } from './day-text.ts';
import { PublicScope, type Scope } from './public-scope.tsx';

type Shown = Output<'privacy.previewPublicList'>;
type Wish = Pick<Input<'privacy.publicList'>, 'scope' | 'from' | 'publisher'>;

/** Null while something is missing or no real day. */
const wishOf = (scope: Scope): Wish | null => {
  const from = scope.from === '' ? null : typedDay(scope.from);
  if (scope.from !== '' && from === null) return null;
  if (scope.of === 'batch' && scope.batchId === '') return null;
  return {
    scope:
      scope.of === 'batch'
        ? { of: 'batch', batchId: Number(scope.batchId), community: scope.community }
        : { of: 'eligible', category: scope.category, community: scope.community },
    from,
    publisher: scope.publisher,
  };
};

export const PublicList = () => {
  const { t } = useTranslation('privacy');
  const { status } = useSession();
  const [scope, setScope] = useState<Scope>({
    of: 'batch',
    batchId: '',
    category: '',
    community: '',
    from: status.businessDay,
    publisher: '',
  });
  const wish = wishOf(useSettled(scope));
  const { data, failure } = useAct('privacy.previewPublicList', wish ?? { scope: { of: 'eligible' } }, {
    enabled: wish !== null,
  });
  return (
    <Page
      title={t('public.title')}
      keys={[
        { key: 'F7', does: t('public.reviewKey') },
        { key: 'Ctrl+P', does: t('public.print') },
      ]}
    >
      <p className="secondary">{t('public.about')}</p>
      <PublicScope scope={scope} onChange={setScope} />
      <Failed failure={wish ? failure : null} />
      {wish && data && <Reviewing key={data.reviewed} wish={wish} shown={data} />}
    </Page>
  );
};

/** A change of what is shown begins a new review. */
const Reviewing = ({ wish, shown }: { readonly wish: Wish; readonly shown: Shown }) => {
  const { t } = useTranslation('privacy');
  const [checked, setChecked] = useState(false);
  useKeys({ F7: () => setChecked(!checked) });
  const input = { ...wish, reviewed: shown.reviewed };
  return (
    <section className="office-section" aria-label={t('public.preview')} data-testid="public-preview">
      <h2>{shown.title}</h2>
      <p data-testid="public-head">
        {t('public.unit', { name: shown.publisher })} ·{' '}
        {t('public.period', { from: day(shown.from), to: day(shown.to) })} ·{' '}
        {t('public.phone', { phone: shown.phone })}
      </p>
      <DataTable
        label={t('public.preview')}
        columns={columns(t, shown)}
        rows={shown.rows}
        rowKey={(row) => shown.rows.indexOf(row)}
        height={320}
        emptyText={t('public.noneNamed')}
      />
      <ul data-testid="public-unnamed">
        {shown.unnamed.map(({ category, households, people }) => (
          <li key={category}>
            {t('public.unnamed', { category, households: count(households), people: count(people) })}
          </li>
        ))}
      </ul>
      <p>
        <Checkbox
          data-testid="public-reviewed"
          checked={checked}
          onChange={({ target }) => setChecked(target.checked)}
        >
          {t('public.reviewed')} <kbd>F7</kbd>
        </Checkbox>
      </p>
      {!checked && <Notice tone="info" title={t('public.reviewFirst')} />}
      <PaperButtons
        act="privacy.publicList"
        input={input}
        primary
        disabled={!checked}
        testId="public-list"
        printKey="Ctrl+P"
        label={`${t('public.print')} Ctrl+P`}
      />
      <PaperButtons
        act="privacy.publicList"
        input={{ ...input, format: 'xlsx' }}
        kind="sheet"
        disabled={!checked}
        testId="public-list-sheet"
        label={t('public.sheet')}
      />
    </section>
  );
};

type Row = Shown['rows'][number];
type T = ReturnType<typeof useTranslation<'privacy'>>['t'];

const columns = (t: T, { rows }: Shown): readonly Column<Row>[] => [
  { key: 'head', title: t('public.headName'), width: 130, render: (row) => row.headName },
  {
    key: 'identity',
    title: t('public.identity'),
    width: 220,
    render: (row) => <span className="figure">{row.identityMasked}</span>,
  },
  { key: 'people', title: t('public.family'), width: 100, figure: true, render: (row) => count(row.people) },
  {
    key: 'covered',
    title: t('public.covered'),
    width: 100,
    figure: true,
    render: (row) => count(row.covered),
  },
  ...(rows.some(({ amountFen }) => amountFen !== null)
    ? [
        {
          key: 'amount',
          title: t('public.amount'),
          width: 120,
          figure: true,
          render: (row: Row) => <Money fen={row.amountFen} />,
        },
      ]
    : []),
  { key: 'category', title: t('category'), width: 150, render: (row) => row.category },
  { key: 'area', title: t('public.area'), width: 160, render: (row) => row.area },
];
