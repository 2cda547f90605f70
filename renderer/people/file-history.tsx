// The history of a household's file, the newest first: what changed field by field, from which day, why, by whom and when.
import { useTranslation } from 'react-i18next';
import { household as words } from '../i18n/zh-CN/household.ts';
import { Day, Instant } from '../ui/index.ts';
import type { Household } from './file-context.tsx';
import { FilePart } from './file-parts.tsx';

type Field = keyof typeof words.changed;
const isField = (name: string): name is Field => Object.hasOwn(words.changed, name);

interface Props {
  readonly household: Household;
  readonly nameOf: (personId: number, masked: string) => string;
}

export const History = ({ household, nameOf }: Props) => {
  const { t } = useTranslation('household');
  const valueOf = useChangeValue();
  return (
    <FilePart
      title={t('file.history')}
      testId="file-history"
      heads={[
        [t('file.day')],
        [t('file.what')],
        [t('file.who')],
        [t('file.changes')],
        [t('file.why')],
        [t('file.by')],
      ]}
      rows={household.history.map((line) => ({
        key: line.id,
        cells: [
          <Day key="day" value={line.day} />,
          t(`kindsOfChange.${line.kind}`),
          line.personId === null ? t('file.all') : nameOf(line.personId, line.name),
          <Changes key="changes" changes={line.changes} valueOf={valueOf} />,
          [line.reason, line.document].filter((text) => text !== '').join('；'),
          <span key="by">
            {line.by} <Instant value={line.at} />
          </span>,
        ],
      }))}
    />
  );
};

const Changes = ({
  changes,
  valueOf,
}: {
  readonly changes: Household['history'][number]['changes'];
  readonly valueOf: (field: string, value: string) => string;
}) => {
  const { t } = useTranslation('household');
  return (
    <>
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          {isField(field) ? t(`changed.${field}`) : field}：{valueOf(field, before)} → {valueOf(field, after)}
        </div>
      ))}
    </>
  );
};

const has = <T extends object>(table: T, key: string): key is Extract<keyof T, string> =>
  Object.hasOwn(table, key);

/** What travels as a code has words; everything else is shown as it was written. */
const useChangeValue = (): ((field: string, value: string) => string) => {
  const { t } = useTranslation('household');
  return (field, value) => {
    if (value === '') return t('file.nothing');
    if (field === 'joined' && has(words.join.ways, value)) return t(`join.ways.${value}`);
    if (field === 'left' && has(words.leave.ways, value)) return t(`leave.ways.${value}`);
    if (field === 'sex' && has(words.sexes, value)) return t(`sexes.${value}`);
    if (field === 'care' && has(words.cares, value)) return t(`cares.${value}`);
    if (field === 'documentKind' && has(words.kinds, value)) return t(`kinds.${value}`);
    return has(words.values, value) ? t(`values.${value}`) : value;
  };
};
