// What everybody is to a head, said anew: one line a person. Who is already something keeps it until it is overwritten.
import { useTranslation } from 'react-i18next';
import { Line } from './line.tsx';
import type { Member } from './file-context.tsx';

export type Relations = Readonly<Record<number, string>>;

export const relationList = (members: readonly Pick<Member, 'id'>[], relations: Relations) =>
  members.map(({ id }) => ({ personId: id, relation: (relations[id] ?? '').trim() }));

export const relationsSaid = (members: readonly Pick<Member, 'id'>[], relations: Relations): boolean =>
  relationList(members, relations).every(({ relation }) => relation !== '');

interface Props {
  readonly members: readonly Member[];
  readonly relations: Relations;
  readonly onChange: (relations: Relations) => void;
  readonly tried: boolean;
}

export const RelationFields = ({ members, relations, onChange, tried }: Props) => {
  const { t } = useTranslation('household');
  return (
    <div className="field-grid">
      {members.map(({ id, name, relation }) => (
        <Line
          key={id}
          label={`${name} (${relation})`}
          testId={`relation-${id}`}
          required
          most={20}
          hint={t('hints.relation')}
          value={relations[id] ?? ''}
          mistake={tried && (relations[id] ?? '').trim() === '' ? t('missing') : undefined}
          onChange={(said) => onChange({ ...relations, [id]: said })}
        />
      ))}
    </div>
  );
};

interface HeadProps {
  readonly label: string;
  readonly members: readonly Member[];
  readonly headId: number | null;
  readonly onHead: (id: number | null) => void;
  readonly relations: Relations;
  readonly onRelations: (relations: Relations) => void;
  readonly tried: boolean;
}

/** Chooses the head among some people, and asks what the others are to them. */
export const HeadFields = ({ label, members, headId, onHead, relations, onRelations, tried }: HeadProps) => {
  const { t } = useTranslation('household');
  const { t: common } = useTranslation();
  const others = members.filter(({ id }) => id !== headId);
  return (
    <>
      <fieldset className="form-field">
        <legend>
          {label}
          <span className="form-required">{common('required')}</span>
        </legend>
        <div className="button-row" role="radiogroup" aria-label={label}>
          {members.map(({ id, name, relation }) => (
            <label key={id} className="radio-line">
              <input
                type="radio"
                data-testid={`head-${id}`}
                checked={headId === id}
                onChange={() => onHead(id)}
              />{' '}
              {name} ({relation})
            </label>
          ))}
        </div>
        {tried && headId === null && (
          <div className="form-mistake" role="alert">
            <span aria-hidden="true">✖ </span>
            {t('missing')}
          </div>
        )}
      </fieldset>
      {headId !== null && others.length > 0 && (
        <>
          <h3>{t('head.relations')}</h3>
          <RelationFields members={others} relations={relations} onChange={onRelations} tried={tried} />
        </>
      )}
    </>
  );
};

/** What the books want of a new head; null while something is missing. */
export const newHeadOf = (members: readonly Member[], headId: number | null, relations: Relations) => {
  const others = members.filter(({ id }) => id !== headId);
  if (headId === null || !members.some(({ id }) => id === headId) || !relationsSaid(others, relations))
    return null;
  return { personId: headId, relations: relationList(others, relations) };
};
