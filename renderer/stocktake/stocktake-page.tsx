// One stocktake: while it is open the counting desk above its lines, afterwards its differences for the one who checks and posts.
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useAct, useActPages } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count } from '../i18n/format.ts';
import {
  Choice,
  Failed,
  Instant,
  Money,
  Notice,
  Page,
  useKeys,
  useSettled,
  type KeyHelp,
} from '../ui/index.ts';
import { CountDesk } from './count-desk.tsx';
import { PostDialog, ReasonDialog, type Decision } from './decide.tsx';
import { FinishCount } from './finish-count.tsx';
import { LineTable } from './line-table.tsx';
import type { Round, Show, Stocktake } from './lines.ts';
import { StocktakePapers } from './papers.tsx';
import { scopeWords, StateOf, wayWords } from './state-of.tsx';
import { useCounting } from './use-counting.ts';

export const StocktakePage = () => {
  const stocktakeId = Number(useParams()['stocktakeId']);
  const { t } = useTranslation('stocktake');
  const { data, failure } = useAct('stocktake.read', { stocktakeId, limit: 1 });
  return data ? (
    <Loaded key={stocktakeId} data={data} />
  ) : (
    <Page title={t('title')}>
      <Failed failure={failure} />
    </Page>
  );
};

const Loaded = ({ data }: { readonly data: Stocktake }) => {
  const { t } = useTranslation('stocktake');
  const navigate = useNavigate();
  const { may } = useSession();
  const [asking, setAsking] = useState<Decision | 'finish' | null>(null);
  const [posted, setPosted] = useState<string | null>(null);
  const [chosenRound, setRound] = useState<Round | null>(null);
  const { stocktake, own } = data;
  const { state, twice, blind } = stocktake;
  const open = state === 'open';
  // The books decide (db/stocktake/find.ts); this only leaves out columns that would be empty.
  const hidden = blind && (open || (state !== 'posted' && !may('stock.approve')));
  const [search, setSearch] = useState('');
  const [chosenShow, setShow] = useState<Show | null>(null);
  // While counting one looks at everything, the second person at what is different.
  const show = chosenShow ?? (open || hidden ? 'all' : 'different');
  const settled = useSettled(search);
  const lines = useActPages('stocktake.read', { stocktakeId: stocktake.stocktakeId, search: settled, show });
  const round: Round = chosenRound ?? (data.round === 1 ? 1 : 2);
  const counting = useCounting(stocktake.stocktakeId, twice, round);
  const mayPost = state === 'counted' && may('stock.approve') && !own;
  const ask = (what: Decision | 'finish') => () => setAsking(what);
  const close = (): void => setAsking(null);
  useKeys({
    ...(open ? { F9: ask('finish') } : { Escape: () => void navigate('..', { relative: 'path' }) }),
    ...(mayPost ? { F9: ask('post') } : {}),
  });
  const keys: readonly KeyHelp[] = [
    ...(open
      ? [
          { key: 'F3', does: t('keys.table') },
          { key: 'F4', does: t('keys.found') },
          { key: 'F9', does: t('finish.do') },
          { key: '↑ ↓ Enter', does: t('keys.row') },
        ]
      : []),
    ...(mayPost ? [{ key: 'F9', does: t('post.do') }] : []),
    { key: 'Ctrl+P', does: t('print', { ns: 'common' }) },
    open ? { key: 'Esc', does: t('keys.back') } : { key: 'Esc', does: t('back', { ns: 'common' }) },
  ];
  return (
    <Page
      fill
      title={`${t('title')} ${stocktake.number}`}
      keys={keys}
      acts={
        <>
          <StocktakePapers data={data} hidden={hidden} />
          {(open || state === 'counted') && may('stock.move') && (
            <Button data-testid="stocktake-cancel" onClick={ask('cancel')}>
              {t('cancel.do')}
            </Button>
          )}
          {state === 'counted' && may('stock.move') && (
            <Button data-testid="stocktake-reopen" onClick={ask('reopen')}>
              {t('reopen.do')}
            </Button>
          )}
          {open && (
            <Button type="primary" data-testid="stocktake-finish" onClick={ask('finish')}>
              {t('finish.do')} F9
            </Button>
          )}
          {mayPost && (
            <Button type="primary" data-testid="stocktake-post" onClick={ask('post')}>
              {t('post.do')} F9
            </Button>
          )}
        </>
      }
    >
      <Progress data={data} hidden={hidden}>
        {open && twice && (
          <Choice
            label={t('round')}
            testId="count-round"
            value={String(round)}
            options={[
              { value: '1', label: t('rounds.r1') },
              { value: '2', label: t('rounds.r2') },
            ]}
            onChange={(value) => setRound(value === '1' ? 1 : 2)}
          />
        )}
      </Progress>
      {posted !== null && <Notice tone="done" title={posted} />}
      {state === 'counted' && !mayPost && (
        <Notice tone="info" title={t('finish.done')}>
          <p>{own ? t('post.own') : t('post.wait')}</p>
        </Notice>
      )}
      {open && <CountDesk counting={counting} twice={twice} round={round} />}
      <Failed failure={lines.failure} />
      <LineTable
        rows={lines.rows}
        total={lines.total}
        loading={lines.loading}
        twice={twice}
        hidden={hidden}
        search={search}
        onSearch={setSearch}
        show={show}
        onShow={setShow}
        onNear={lines.more}
        onOpen={open ? (line) => void counting.choose(line) : null}
      />
      {asking === 'finish' && <FinishCount data={data} onClose={close} />}
      {asking === 'post' && <PostDialog data={data} onPosted={setPosted} onClose={close} />}
      {(asking === 'reopen' || asking === 'cancel') && (
        <ReasonDialog data={data} what={asking} onClose={close} />
      )}
    </Page>
  );
};

interface ProgressProps {
  readonly data: Stocktake;
  readonly hidden: boolean;
  readonly children: ReactNode;
}

const Progress = ({ data, hidden, children }: ProgressProps) => {
  const { t } = useTranslation('stocktake');
  const { stocktake, uncounted, misfits, surplusFen, shortageFen, unpricedDifferences } = data;
  const { settled, lines, place, countedBy, postedBy, postedAt, note } = stocktake;
  const rows = (n: number): string => t('sums.rows', { n: count(n) });
  return (
    <div className="count-progress">
      <StateOf state={stocktake.state} />
      <span>
        {place} · {scopeWords(t, stocktake)} · {wayWords(t, stocktake)}
      </span>
      <progress value={settled} max={lines} aria-label={t('progress')} />
      <b data-testid="count-progress">{t('progressOf', { settled, lines })}</b>
      {misfits > 0 && (
        <span className="off">
          ▲ {t('sums.misfits')} {rows(misfits)}
        </span>
      )}
      {uncounted > 0 && (
        <span>
          {t('sums.uncounted')} {rows(uncounted)}
        </span>
      )}
      {!hidden && (
        <span data-testid="count-sums">
          {t('sums.surplus')} <Money fen={surplusFen} /> · {t('sums.shortage')} <Money fen={shortageFen} />
          {unpricedDifferences > 0 && (
            <>
              {' '}
              · {t('sums.unpriced')} {rows(unpricedDifferences)}
            </>
          )}
        </span>
      )}
      {hidden && stocktake.state !== 'open' && <span>{t('sums.hidden')}</span>}
      {countedBy !== '' && (
        <span>
          {t('countedBy')} {countedBy}
        </span>
      )}
      {postedBy !== '' && (
        <span>
          {t('postedBy')} {postedBy} <Instant value={postedAt} />
        </span>
      )}
      {note !== '' && (
        <span>
          {t('note')} {note}
        </span>
      )}
      {children}
    </div>
  );
};
