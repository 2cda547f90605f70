// The section 疑点: one kind of coincidence at a time, each group with its households; F8 says it was looked into.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { lensKinds } from '../../db/contract/fairness.ts';
import type { Output } from '../../db/contract/index.ts';
import { useActPages, useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count, day } from '../i18n/format.ts';
import {
  Choice,
  DataTable,
  Failed,
  Page,
  ReverseDialog,
  useKept,
  useKeys,
  type Column,
} from '../ui/index.ts';
import type { Words } from './words.ts';

type Group = Output<'fairness.lens'>['rows'][number];
type Kind = Group['kind'];
const start: { readonly kind: Kind; readonly show: 'waiting' | 'looked' } = {
  kind: 'staff-phone',
  show: 'waiting',
};

const Lens = () => {
  const { t } = useTranslation('fairness');
  const mayManage = useSession().may('fairness.manage');
  const [filter, setFilter] = useKept('lens', start);
  const list = useActPages('fairness.lens', { kind: filter.kind, seen: filter.show === 'looked' });
  const [looking, setLooking] = useState<Group | null>(null);
  const next = (step: 1 | -1) => (): void => {
    const at = (lensKinds.indexOf(filter.kind) + step + lensKinds.length) % lensKinds.length;
    setFilter({ ...filter, kind: lensKinds[at] ?? filter.kind });
  };
  useKeys({ F6: next(1), F7: next(-1) });
  const look = (group: Group): void => {
    if (mayManage && group.seen === null) setLooking(group);
  };
  return (
    <Page
      fill
      title={t('lens.title')}
      keys={[
        { key: 'F6 / F7', does: t('lens.kind') },
        ...(mayManage ? [{ key: 'F8', does: t('lens.look') }] : []),
      ]}
    >
      <p className="secondary">{t('lens.about')}</p>
      <div className="button-row">
        <Choice<Kind>
          label={t('lens.kind')}
          testId="lens-kind"
          value={filter.kind}
          options={lensKinds.map((kind) => ({ value: kind, label: t(`lens.kinds.${kind}`) }))}
          onChange={(kind) => setFilter({ ...filter, kind })}
        />
        <Choice
          label={t('lens.filter')}
          testId="lens-show"
          value={filter.show}
          options={[
            { value: 'waiting', label: t('lens.waiting') },
            { value: 'looked', label: t('lens.looked') },
          ]}
          onChange={(show) => setFilter({ ...filter, show })}
        />
      </div>
      <Failed failure={list.failure} />
      <DataTable
        label={t(`lens.kinds.${filter.kind}`)}
        columns={columns(t, mayManage ? look : null)}
        rows={list.rows}
        rowKey={(group) => group.subject}
        loading={list.loading}
        total={list.total}
        emptyText={t('lens.none')}
        onNear={list.more}
        onOpen={look}
        rowKeys={{ F8: look }}
      />
      {looking && <LookDialog group={looking} onClose={() => setLooking(null)} />}
    </Page>
  );
};
export default Lens;

const LookDialog = ({ group, onClose }: { readonly group: Group; readonly onClose: () => void }) => {
  const { t } = useTranslation('fairness');
  const look = useCommand('fairness.lensSeen');
  const { kind, subject } = group;
  return (
    <ReverseDialog
      testId="lens-look"
      paper={t('lens.group')}
      number={group.households.map(({ number }) => number).join('、')}
      title={t('lens.lookTitle')}
      verb={t('lens.look')}
      figures={[{ label: t('lens.kind'), value: t(`lens.kinds.${kind}`) }]}
      effect={t('lens.lookEffect')}
      pending={look.pending}
      failure={look.failure}
      onConfirm={(reason) => void look.run({ kind, subject, reason }).then((done) => done && onClose())}
      onClose={onClose}
    />
  );
};

const columns = (t: Words, look: ((group: Group) => void) | null): readonly Column<Group>[] => [
  {
    key: 'shared',
    title: t('lens.shared'),
    width: 200,
    render: (group) =>
      group.leftDay === null || group.collectedDay === null
        ? group.shared
        : t('lens.left', { left: day(group.leftDay), collected: day(group.collectedDay) }),
  },
  { key: 'staff', title: t('lens.staff'), width: 100, render: (group) => group.staff },
  { key: 'count', title: t('lens.count'), width: 70, figure: true, render: (group) => count(group.count) },
  {
    key: 'households',
    title: t('lens.households'),
    width: 450,
    render: (group) => <Households group={group} />,
  },
  {
    key: 'seen',
    title: t('lens.seen'),
    width: 290,
    render: (group) =>
      group.seen !== null ? (
        t('lens.seenBy', { by: group.seen.by, reason: group.seen.reason })
      ) : look ? (
        <Button size="small" data-testid="lens-look" onClick={() => look(group)}>
          {t('lens.look')} F8
        </Button>
      ) : null,
  },
];

const Households = ({ group }: { readonly group: Group }) => {
  const { t } = useTranslation('fairness');
  return (
    <>
      {group.households.map((household, at) => (
        <span key={household.householdId}>
          {at > 0 && '；'}
          <Link to={`../${String(household.householdId)}`} relative="path" title={t('lens.open')}>
            {household.number}
          </Link>{' '}
          {household.headName} {household.community}
        </span>
      ))}
      {group.count > group.households.length && t('lens.more', { n: count(group.count) })}
    </>
  );
};
