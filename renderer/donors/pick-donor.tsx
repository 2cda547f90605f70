// One field to choose a donor: name, pinyin, credit code or telephone, then Enter. 匿名 and those left out are never offered.
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { read, useAct } from '../api/index.ts';
import { count } from '../i18n/format.ts';
import { PickList, type Meant } from '../ui/pick-list.tsx';

type Row = Output<'donors.list'>['rows'][number];
export type Picked = Row & { readonly donorId: number };
const most = 8;

export const PickDonor = ({
  without,
  onPick,
}: {
  readonly without: number;
  readonly onPick: (donor: Picked) => void;
}) => {
  const { t } = useTranslation('donors');
  const [search, setSearch] = useState('');
  const { data } = useAct('donors.list', { search, limit: most }, { enabled: search !== '' });
  const lookUp = useCallback(
    async (text: string): Promise<Meant<Picked>> => {
      const { rows } = await read('donors.list', { search: text.slice(0, 60), limit: most });
      const [first, ...more] = others(rows, without);
      if (!first) return { none: t('merge.none', { text }) };
      return more.length === 0 ? { pick: first } : { choose: [first, ...more] };
    },
    [t, without],
  );
  return (
    <PickList<Picked>
      label={t('merge.choose')}
      placeholder={t('merge.chooseHint')}
      testId="pick-donor"
      found={others(data?.rows ?? [], without)}
      foundFor={search}
      onSearch={setSearch}
      lookUp={lookUp}
      onPick={onPick}
      rowKey={({ donorId }) => donorId}
      render={(donor) => (
        <>
          <b>{donor.name}</b>{' '}
          <span className="secondary">
            {t(`kinds.${donor.kind}`)} · {t('gifts')} {count(donor.gifts)}
          </span>
        </>
      )}
    />
  );
};

const others = (rows: readonly Row[], without: number): readonly Picked[] =>
  rows.filter((row): row is Picked => row.donorId !== null && row.donorId !== without);
