// The members of a household who live there; Enter corrects the one the cursor stands on, F8 records that they leave.
import { useTranslation } from 'react-i18next';
import { DataTable, Day, type Column } from '../ui/index.ts';
import type { Household, Member } from './file-context.tsx';
import { FilePart } from './file-parts.tsx';
import type { Revealed } from './reveal.tsx';

interface Props {
  readonly household: Household;
  readonly revealed: Revealed | null;
  /** Null: the file is to be read only. */
  readonly acts: {
    readonly onCorrect: (member: Member) => void;
    readonly onLeave: (member: Member) => void;
  } | null;
}

export const MemberTable = ({ household, revealed, acts }: Props) => {
  const { t } = useTranslation('people');
  return (
    <section>
      <h2>{t('household.memberList')}</h2>
      <DataTable
        label={t('household.memberList')}
        columns={columns(t, revealed)}
        rows={household.people}
        rowKey={(person) => person.id}
        height={Math.min(360, 60 + household.people.length * 48)}
        {...(acts && { onOpen: acts.onCorrect, rowKeys: { F8: acts.onLeave } })}
      />
      {revealed && <Sensitive revealed={revealed} />}
    </section>
  );
};

/** What is shown for a reason only: papers, disability, special needs, who answers for a child. */
const Sensitive = ({ revealed }: { readonly revealed: Revealed }) => {
  const { t } = useTranslation('household');
  return (
    <FilePart
      title={t('file.sensitive')}
      testId="file-sensitive"
      heads={[
        [t('fields.name')],
        [t('fields.documentNumber')],
        [t('file.birth')],
        [t('file.disability')],
        [t('fields.flags')],
        [t('fields.certificate')],
        [t('file.guardianName')],
      ]}
      rows={revealed.people.map((person) => ({
        key: person.id,
        cells: [
          person.name,
          person.idNumber === '' ? person.documentNumber : person.idNumber,
          <Day key="birth" value={person.birthDay} />,
          [person.disabilityWords, person.disability].filter((text) => text !== '').join(' '),
          person.flags,
          person.certificate,
          person.guardian,
        ],
      }))}
    />
  );
};

const columns = (
  t: ReturnType<typeof useTranslation<'people'>>['t'],
  revealed: Revealed | null,
): readonly Column<Member>[] => {
  const full = (person: Member) => revealed?.people.find(({ id }) => id === person.id);
  return [
    {
      key: 'name',
      title: t('household.name'),
      width: 180,
      render: (person) => full(person)?.name ?? person.name,
    },
    { key: 'relation', title: t('household.relation'), width: 120, render: (person) => person.relation },
    {
      key: 'id',
      title: t('household.idNumber'),
      width: 220,
      render: (person) => <span className="figure">{full(person)?.idNumber ?? person.idMasked}</span>,
    },
    {
      key: 'sex',
      title: t('household.sex'),
      width: 70,
      render: (person) => (person.sex === 'male' || person.sex === 'female' ? t(`sexes.${person.sex}`) : ''),
    },
    {
      key: 'birth',
      title: t('household.birthYear'),
      width: 90,
      render: (person) => <span className="figure">{person.birthYear}</span>,
    },
    { key: 'category', title: t('category'), width: 170, render: (person) => person.category },
    { key: 'care', title: t('household.care'), width: 100, render: (person) => person.care },
    {
      key: 'covered',
      title: t('household.covered'),
      width: 100,
      render: (person) => t(person.covered ? 'yes' : 'no', { ns: 'common' }),
    },
  ];
};
