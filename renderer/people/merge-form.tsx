// All members go over into another household: into which, what they are to its head, what becomes of open vouchers; asked once.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../api/index.ts';
import { PickHousehold, type PickedHousehold } from '../fairness/pick-household.tsx';
import { count } from '../i18n/format.ts';
import { ConfirmFinal, Failed } from '../ui/index.ts';
import { ActPage, useFieldNames } from './act-page.tsx';
import { BecauseFields, useBecause } from './because.tsx';
import { WithHousehold, type Household } from './file-context.tsx';
import { Pick } from './line.tsx';
import { RelationFields, relationList, relationsSaid, type Relations } from './relation-fields.tsx';

export const MergeForm = () => (
  <WithHousehold>{(household) => <Merge household={household} />}</WithHousehold>
);

const Merge = ({ household }: { readonly household: Household }) => {
  const { t } = useTranslation('household');
  const navigate = useNavigate();
  const names = useFieldNames();
  const [into, setInto] = useState<PickedHousehold | null>(null);
  const [relations, setRelations] = useState<Relations>({});
  const [vouchers, setVouchers] = useState<'' | 'void' | 'keep'>('');
  const { draft, setDraft, read } = useBecause();
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const merge = useCommand('people.merge');
  const open = household.vouchers.filter((voucher) => voucher.open);
  const undecided = open.length > 0 && vouchers === '';
  const ready = read && into && !undecided && relationsSaid(household.people, relations);
  const save = async (): Promise<void> => {
    if (!read || !into) return;
    const done = await merge.run({
      householdId: household.id,
      intoId: into.id,
      ...read,
      relations: relationList(household.people, relations),
      vouchers: vouchers === '' ? null : vouchers,
    });
    if (done) void navigate(`../../${String(into.id)}`, { relative: 'path', replace: true });
  };
  return (
    <ActPage
      testId="merge"
      title={t('merge.title', { number: household.number })}
      failure={null}
      pending={merge.pending}
      saveWord={t('acts.merge')}
      onSave={() => {
        setTried(true);
        if (ready) setAsking(true);
      }}
    >
      <section className="office-section">
        <p className="secondary">{t('merge.note')}</p>
        <PickHousehold
          label={t('merge.into')}
          picked={into}
          onPick={setInto}
          mistake={tried && !into ? t('missing') : undefined}
        />
        <h2>{t('merge.relations')}</h2>
        <RelationFields
          members={household.people}
          relations={relations}
          onChange={setRelations}
          tried={tried}
        />
        {open.length > 0 && (
          <Pick
            label={t('merge.vouchers', { n: count(open.length) })}
            testId="merge-vouchers"
            required
            value={vouchers}
            options={[
              { value: '', label: t('merge.choose') },
              { value: 'void', label: t('merge.void') },
              { value: 'keep', label: t('merge.keep') },
            ]}
            mistake={tried && undecided ? t('missing') : undefined}
            onChange={setVouchers}
          />
        )}
        <BecauseFields draft={draft} onChange={setDraft} tried={tried} dayLabel={t('merge.day')} />
      </section>
      {asking && into && (
        <ConfirmFinal
          open
          stops
          testId="merge-confirm"
          title={t('merge.title', { number: household.number })}
          verb={t('merge.verb')}
          pending={merge.pending}
          figures={[
            { label: t('merge.figures.from'), value: `${household.number} ${household.headName}` },
            { label: t('merge.figures.into'), value: `${into.number} ${into.headName}` },
            { label: t('merge.figures.people'), value: count(household.people.length) },
            { label: t('merge.figures.vouchers'), value: open.map(({ serial }) => serial).join('、') || '0' },
          ]}
          onConfirm={() => void save()}
          onCancel={() => setAsking(false)}
        >
          <Failed failure={merge.failure} fieldName={names} />
        </ConfirmFinal>
      )}
    </ActPage>
  );
};
