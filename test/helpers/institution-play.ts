// A home in the random months: it collects for its residents in one act, which is taken back whole.
import type { PlayStep } from './shop-play.ts';
import type { Play } from './shop-play-setup.ts';

export const playInstitution = (
  play: Play,
): Readonly<Record<'institution' | 'institutionBack', (step: PlayStep) => Promise<unknown>>> => ({
  institution: async ({ a, quantity }) => {
    const { residents } = await play.shop.call(
      'counter.institution',
      { institutionId: play.home },
      { as: 'volunteer' },
    );
    const usable = residents.map(({ vouchers: theirs }) =>
      play.pick(
        theirs.filter(({ stop, balanceFen }) => stop === null && balanceFen > 0),
        a,
      ),
    );
    const { pickupId } = await play.shop.call(
      'counter.collectForInstitution',
      {
        institutionId: play.home,
        lines: [{ itemId: play.items[1] ?? 0, quantity: 1 + (quantity % 2) }],
        vouchers: usable.flatMap((voucher) =>
          voucher ? [{ voucherId: voucher.voucherId, lines: null }] : [],
        ),
        collectedBy: '黄院长',
        documentTail: '061X',
      },
      { as: 'volunteer' },
    );
    play.pickups.push(pickupId);
  },
  institutionBack: ({ a }) =>
    play.shop.call(
      'counter.reverseInstitution',
      { pickupId: play.pick(play.pickups, a) ?? 99_999, reason: '院方退回' },
      { as: 'manager' },
    ),
});
