// The ledger of one volunteer, latest first; what is not yet taken back can be, where that is allowed.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { count } from '../i18n/format.ts';
import { DataTable, Day, ReverseMark } from '../ui/index.ts';
import { hoursText, type Story } from './point-facts.tsx';

export type Entry = Story['entries'][number];

interface Props {
  readonly entries: readonly Entry[];
  /** null: to read only. */
  readonly onReverse: ((entry: Entry) => void) | null;
}

export const Entries = ({ entries, onReverse }: Props) => {
  const { t } = useTranslation('points');
  const what = ({ kind, reverses, minutes, number }: Entry): string =>
    kind === 'earned'
      ? t(reverses ? 'entries.earnedBack' : 'entries.earned', { hours: hoursText(minutes) })
      : t(reverses ? 'entries.exchangedBack' : 'entries.exchanged', { number });
  const open = (entry: Entry): boolean => !entry.reverses && !entry.reversed;
  return (
    <DataTable<Entry>
      label={t('entries.title')}
      rows={entries}
      rowKey={({ entryId }) => entryId}
      emptyText={t('entries.none')}
      {...(onReverse && { onOpen: (entry: Entry) => open(entry) && onReverse(entry) })}
      columns={[
        { key: 'day', title: t('entries.day'), width: 138, render: ({ day }) => <Day value={day} /> },
        {
          key: 'what',
          title: t('entries.what'),
          width: 230,
          render: (entry) => (
            <span data-testid="points-entry">
              {what(entry)} <ReverseMark how={entry.reversed ? 'reversed' : null} />
            </span>
          ),
        },
        { key: 'about', title: t('entries.about'), width: 200, render: ({ about }) => about },
        {
          key: 'points',
          title: t('entries.points'),
          width: 90,
          figure: true,
          render: ({ points }) => count(points),
        },
        {
          key: 'balance',
          title: t('entries.balance'),
          width: 90,
          figure: true,
          render: ({ balance }) => count(balance),
        },
        { key: 'operator', title: t('entries.operator'), width: 110, render: ({ operator }) => operator },
        ...(onReverse
          ? [
              {
                key: 'acts',
                title: t('entries.acts'),
                width: 100,
                render: (entry: Entry) =>
                  open(entry) && (
                    <Button data-testid="points-reverse" onClick={() => onReverse(entry)}>
                      {t('reverse.verb')}
                    </Button>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
};
