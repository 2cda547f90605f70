// One field to choose a household: name, pinyin, number or the end of an identity number, then Enter. Masked, as every list.
import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { read, useAct } from '../api/index.ts';
import { PickList, type Meant } from '../ui/pick-list.tsx';

export type PickedHousehold = Output<'people.list'>['rows'][number];
const most = 8;

interface Props {
  readonly label: string;
  readonly picked: PickedHousehold | null;
  readonly onPick: (household: PickedHousehold | null) => void;
  readonly mistake?: string | undefined;
}

export const PickHousehold = ({ label, picked, onPick, mistake }: Props) => {
  const { t } = useTranslation('fairness');
  const [search, setSearch] = useState('');
  const { data } = useAct('people.list', { search, limit: most }, { enabled: search !== '' });
  const lookUp = useCallback(
    async (text: string): Promise<Meant<PickedHousehold>> => {
      const { rows } = await read('people.list', { search: text.slice(0, 60), limit: most });
      const [first, ...more] = rows;
      if (!first) return { none: t('pickNone', { text }) };
      const exact = rows.find(({ number }) => number === text);
      return exact || more.length === 0 ? { pick: exact ?? first } : { choose: rows };
    },
    [t],
  );
  if (picked)
    return (
      <div className="form-field" data-testid="picked-household">
        <div className="pick-label">{label}</div>
        <p>
          <HouseholdLine household={picked} />{' '}
          <Button size="small" data-testid="pick-another" onClick={() => onPick(null)}>
            {t('another')}
          </Button>
        </p>
      </div>
    );
  return (
    <div className="form-field">
      <div className="pick-label" aria-hidden="true">
        {label}
      </div>
      <PickList<PickedHousehold>
        label={label}
        placeholder={t('pickHint')}
        testId="pick-household"
        found={data?.rows ?? []}
        foundFor={search}
        onSearch={setSearch}
        lookUp={lookUp}
        onPick={onPick}
        rowKey={({ id }) => id}
        render={(household) => <HouseholdLine household={household} />}
      />
      {mistake !== undefined && (
        <div className="form-mistake" role="alert">
          <span aria-hidden="true">✖ </span>
          {mistake}
        </div>
      )}
    </div>
  );
};

const HouseholdLine = ({ household }: { readonly household: PickedHousehold }) => (
  <>
    <b className="figure">{household.number}</b> {household.headName}{' '}
    <span className="secondary">
      {household.category} · {household.community} · {household.idTail}
    </span>
  </>
);
