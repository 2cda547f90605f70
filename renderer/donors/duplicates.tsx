// Likely doubles side by side. A hint only: nothing is merged but by the one who looks.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { useAct } from '../api/index.ts';
import { count } from '../i18n/format.ts';
import { Day, Failed, Money, Page, useKeys } from '../ui/index.ts';
import { MergeDialog } from './merge-dialog.tsx';

type Group = Output<'donors.duplicates'>[number];
type Row = Group['donors'][number];

export const Duplicates = () => {
  const { t } = useTranslation('donors');
  const navigate = useNavigate();
  const { data: groups, failure } = useAct('donors.duplicates', {});
  const [pair, setPair] = useState<{ readonly donor: Row; readonly other: Row } | null>(null);
  const back = (): void => void navigate('..', { relative: 'path' });
  useKeys({ Escape: back });
  return (
    <Page
      title={t('duplicates.title')}
      keys={[{ key: 'Esc', does: t('back', { ns: 'common' }) }]}
      acts={
        <Button data-testid="back" onClick={back}>
          {t('back', { ns: 'common' })} Esc
        </Button>
      }
    >
      <p>{t('duplicates.about')}</p>
      <Failed failure={failure} />
      {groups?.length === 0 && <p data-testid="no-duplicates">{t('duplicates.none')}</p>}
      {groups?.map((group) => (
        <Doubles
          key={group.donors.map(({ donorId }) => donorId).join()}
          group={group}
          onMerge={(donor, other) => setPair({ donor, other })}
        />
      ))}
      {pair && (
        <MergeDialog
          donor={pair.donor}
          other={pair.other}
          onClose={() => setPair(null)}
          onMerged={() => setPair(null)}
        />
      )}
    </Page>
  );
};

/** The one who gave most often is proposed to stay. */
const Doubles = ({
  group,
  onMerge,
}: {
  readonly group: Group;
  readonly onMerge: (donor: Row, other: Row) => void;
}) => {
  const { t } = useTranslation('donors');
  const navigate = useNavigate();
  const [stays, ...others] = [...group.donors].sort((a, b) => b.gifts - a.gifts);
  if (!stays) return null;
  return (
    <section className="office-section" data-testid="doubles">
      <h2>{t(`duplicates.why.${group.why}`)}</h2>
      <table className="small-table">
        <thead>
          <tr>
            <th>{t('name')}</th>
            <th>{t('kind')}</th>
            <th className="figure">{t('gifts')}</th>
            <th className="figure">{t('cash')}</th>
            <th className="figure">{t('goodsValue')}</th>
            <th>{t('lastDay')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {[stays, ...others].map((row) => (
            <tr key={row.donorId}>
              <td>{row.name}</td>
              <td>{t(`kinds.${row.kind}`)}</td>
              <td className="figure">{count(row.gifts)}</td>
              <td className="figure">
                <Money fen={row.cashFen} />
              </td>
              <td className="figure">
                <Money fen={row.goodsFen === 0 && row.unpricedLines > 0 ? null : row.goodsFen} />
              </td>
              <td>
                <Day value={row.lastDay} />
              </td>
              <td>
                <div className="button-row">
                  <Button
                    aria-label={`${t('duplicates.open')} ${row.name}`}
                    onClick={() => void navigate(`../${String(row.donorId)}`, { relative: 'path' })}
                  >
                    {t('duplicates.open')}
                  </Button>
                  {row !== stays && (
                    <Button
                      data-testid="doubles-merge"
                      aria-label={`${t('duplicates.merge')} ${row.name}`}
                      onClick={() => onMerge(row, stays)}
                    >
                      {t('duplicates.merge')}
                    </Button>
                  )}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
