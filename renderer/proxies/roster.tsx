// The roster of an institution: who lives there, who may join by category, anybody else by search. Changes are gathered and saved as
// one act with its reason; until then nothing has happened.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { useAct, useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { PickHousehold, type PickedHousehold } from '../fairness/pick-household.tsx';
import { count } from '../i18n/format.ts';
import { Failed, Notice, Page, useKeys } from '../ui/index.ts';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';
import { ResidentTable } from './resident-table.tsx';

type Answer = Output<'proxies.residents'>;
export type Resident = Answer['residents'][number];

export const Roster = () => {
  const { t } = useTranslation('proxies');
  const { t: tAny } = useTranslation();
  const navigate = useNavigate();
  const institutionId = Number(useParams()['institutionId']);
  const { data, failure } = useAct('proxies.residents', { institutionId });
  const back = (): void => void navigate('..', { relative: 'path' });
  useKeys({ Escape: back });
  return (
    <Page
      title={t('roster.title', { name: data?.institution.name ?? '' })}
      keys={[
        { key: 'Ctrl+Enter', does: t('roster.save') },
        { key: 'Esc', does: tAny('back') },
      ]}
      acts={
        <Button data-testid="back" onClick={back}>
          {tAny('back')} Esc
        </Button>
      }
    >
      <Failed failure={failure} />
      {data && <Residents answer={data} />}
    </Page>
  );
};

const residentOf = (household: PickedHousehold): Resident => ({
  householdId: household.id,
  number: household.number,
  headName: household.headName,
  idTail: household.idTail,
  category: household.category,
  members: household.members,
  community: household.community,
  ended: household.state !== 'eligible',
});

const Residents = ({ answer }: { readonly answer: Answer }) => {
  const { t } = useTranslation('proxies');
  const { may } = useSession();
  const mayManage = may('proxies.manage') && answer.institution.active;
  const [joined, setJoined] = useState<readonly Resident[]>([]);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const saving = useCommand('proxies.setResidents');
  const form = useForm({ reason: '' }, ({ reason }) => ({
    reason: reason.trim() === '' ? t('roster.reasonMissing') : undefined,
  }));
  const joinedIds = new Set(joined.map(({ householdId }) => householdId));
  const isNew = ({ householdId }: Resident): boolean => joinedIds.has(householdId);
  const rows = [...joined, ...answer.residents.filter((resident) => !isNew(resident))];
  const suggested = answer.suggested.filter((resident) => !isNew(resident));
  const join = (residents: readonly Resident[]): void => {
    const known = new Set(answer.residents.map(({ householdId }) => householdId));
    setLeft(new Set([...left].filter((id) => !residents.some(({ householdId }) => householdId === id))));
    setJoined([
      ...residents.filter((resident) => !known.has(resident.householdId) && !isNew(resident)),
      ...joined,
    ]);
  };
  const leave = (resident: Resident): void => {
    if (isNew(resident)) setJoined(joined.filter((each) => each !== resident));
    else if (left.has(resident.householdId))
      setLeft(new Set([...left].filter((id) => id !== resident.householdId)));
    else setLeft(new Set([...left, resident.householdId]));
  };
  const changed = joined.length > 0 || left.size > 0;
  const save = async (): Promise<void> => {
    if (!mayManage || !changed || !form.ready()) return;
    const householdIds = rows.map(({ householdId }) => householdId).filter((id) => !left.has(id));
    const { id: institutionId } = answer.institution;
    if (!(await saving.run({ institutionId, householdIds, reason: form.values.reason.trim() }))) return;
    setJoined([]);
    setLeft(new Set());
    form.reset();
  };
  useKeys({ 'Ctrl+Enter': () => void save() });
  return (
    <>
      <Failed failure={saving.failure} />
      {saving.data && !changed && (
        <Notice
          tone="done"
          title={t('roster.saved', { joined: saving.data.joined, left: saving.data.left })}
        />
      )}
      <section className="office-section">
        <h2>{t('roster.onRoster')}</h2>
        <ResidentTable
          label={t('roster.onRoster')}
          rows={rows}
          emptyText={t('roster.empty')}
          markOf={(row) => (isNew(row) ? 'new' : left.has(row.householdId) ? 'gone' : null)}
          verbOf={mayManage ? () => t('roster.leave') : null}
          testId="roster-leave"
          onAct={leave}
        />
        {mayManage && (
          <div className="field-grid">
            <PickHousehold
              label={t('roster.addOther')}
              picked={null}
              onPick={(household) => household && join([residentOf(household)])}
            />
            <TextField form={form} name="reason" label={t('roster.reason')} hint={t('roster.reasonHint')} />
            <div>
              <p data-testid="roster-change">
                {changed
                  ? t('roster.will', { joined: count(joined.length), left: count(left.size) })
                  : t('roster.unchanged')}
              </p>
              <Button
                type="primary"
                size="large"
                data-testid="roster-save"
                disabled={!changed}
                loading={saving.pending}
                onClick={() => void save()}
              >
                {t('roster.save')} Ctrl+Enter
              </Button>
            </div>
          </div>
        )}
      </section>
      {mayManage && suggested.length > 0 && (
        <section className="office-section">
          <h2>{t('roster.suggested')}</h2>
          <Button data-testid="roster-join-all" onClick={() => join(suggested)}>
            {t('roster.addAll', { n: count(suggested.length) })}
          </Button>
          <ResidentTable
            label={t('roster.suggested')}
            rows={suggested}
            emptyText=""
            markOf={() => null}
            verbOf={() => t('roster.join')}
            testId="roster-join"
            onAct={(row) => join([row])}
          />
        </section>
      )}
    </>
  );
};
