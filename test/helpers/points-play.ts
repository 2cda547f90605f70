// Volunteers' points in the random months: hours in, goods out, both taken back.
import type { PlayedAct, PlayStep } from './shop-play.ts';
import type { Play } from './shop-play-setup.ts';

type PointsAct = Extract<PlayedAct, 'earn' | 'hoursBack' | 'exchange' | 'exchangeBack'>;

export const playPoints = (play: Play): Readonly<Record<PointsAct, (step: PlayStep) => Promise<unknown>>> => {
  const { shop, pick } = play;
  const as = { as: 'manager' } as const;
  const entries: number[] = [];
  const exchanges: number[] = [];
  return {
    earn: async ({ a, quantity }) => {
      const { entryId } = await shop.call(
        'points.earn',
        {
          volunteerId: pick(play.volunteers, a) ?? 0,
          minutes: 75 * quantity,
          serviceDay: play.day(),
          about: '理货',
        },
        as,
      );
      entries.push(entryId);
    },
    hoursBack: ({ a }) =>
      shop.call('points.reverseHours', { entryId: pick(entries, a) ?? 99_999, reason: '记错人' }, as),
    exchange: async ({ a, b, quantity }) => {
      const { exchangeId } = await shop.call(
        'points.exchange',
        {
          volunteerId: pick(play.volunteers, a) ?? 0,
          lines: [
            {
              itemId: pick([...play.items, play.milk], b) ?? 0,
              quantity: 1 + (quantity % 2),
            },
          ],
        },
        as,
      );
      exchanges.push(exchangeId);
    },
    exchangeBack: ({ a }) =>
      shop.call('points.reverseExchange', { exchangeId: pick(exchanges, a) ?? 99_999, reason: '不要了' }, as),
  };
};
