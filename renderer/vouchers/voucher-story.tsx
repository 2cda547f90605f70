// What happened to a voucher, in order of time: what, who, on which slip, what it changed, and why.
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { count, instant, money } from '../i18n/format.ts';
import { wordsOfCode } from '../i18n/words.ts';
import { DataTable, type Column } from '../ui/index.ts';
import { refusalCodes } from '../../db/contract/errors.ts';

type Event = Output<'vouchers.read'>['events'][number];

const codes = ['holder', 'proxy', 'lost', 'damaged', 'wrongly-issued', 'misused', 'key-revoked'] as const;
type Code = (typeof codes)[number];
const isCode = (text: string): text is Code => codes.some((code) => code === text);

/** A refusal in words; `code:note` with the code's word; anything else as it was written. */
const noteOf = (t: TFunction<'voucherLife'>, tAny: TFunction, { what, note }: Event): string => {
  const refusal = what === 'refused' ? refusalCodes.find((code) => code === note) : undefined;
  if (refusal) return wordsOfCode(tAny, refusal).title;
  const [code = '', ...rest] = note.split(':');
  return isCode(code) ? [t(`reasons.${code}`), ...rest].join(' · ') : note;
};

const changeOf = (t: TFunction<'voucherLife'>, { fen, points }: Event, inPoints: boolean): string => {
  const amount = inPoints ? points : fen;
  if (amount === 0) return '';
  const words = inPoints ? t('points', { n: count(Math.abs(points)) }) : money(Math.abs(fen));
  return `${amount > 0 ? '+' : '−'}${words}`;
};

interface Props {
  readonly events: readonly Event[];
  readonly points: boolean;
}

export const VoucherStory = ({ events, points }: Props) => {
  const { t } = useTranslation('voucherLife');
  const { t: tAny } = useTranslation();
  const columns: readonly Column<Event>[] = [
    {
      key: 'at',
      title: t('story.at'),
      width: 170,
      render: ({ at }) => <span className="figure">{instant(at)}</span>,
    },
    {
      key: 'what',
      title: t('story.what'),
      width: 140,
      render: ({ what }) => (
        <b data-testid="story-event" data-what={what}>
          {t(`events.${what}`)}
        </b>
      ),
    },
    { key: 'by', title: t('story.by'), width: 120, render: ({ by }) => by ?? t('story.program') },
    {
      key: 'number',
      title: t('story.number'),
      width: 165,
      render: ({ number }) => <span className="figure">{number ?? ''}</span>,
    },
    {
      key: 'change',
      title: t('story.change'),
      width: 120,
      figure: true,
      render: (event) => changeOf(t, event, points),
    },
    { key: 'note', title: t('story.note'), render: (event) => noteOf(t, tAny, event) },
  ];
  return (
    <>
      <h2>{t('story.title')}</h2>
      <DataTable<Event>
        label={t('story.title')}
        height={Math.min(420, 60 + events.length * 48)}
        columns={columns}
        rows={events}
        rowKey={(event) => `${event.at} ${event.what} ${String(events.indexOf(event))}`}
      />
    </>
  );
};
