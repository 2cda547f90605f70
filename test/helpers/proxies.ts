// A till at which others collect for the holder: proxies on the spot and standing ones, each with a fictional number of its own.
import type { Input } from '../../db/contract/index.ts';
import { identityCheckCharacter } from '../../db/domain/identity-number.ts';
import { openTill } from './till.ts';

type Proxy = NonNullable<Input<'counter.redeem'>['proxy']>;
export type OnTheSpot = Extract<Proxy, { kind: 'on-the-spot' }>;

export const openProxyTill = async () => {
  const till = await openTill();
  let last = 0;
  const idNumber = (): string => {
    last += 1;
    const first17 = `45020219700101${String(last).padStart(3, '0')}`;
    return first17 + identityCheckCharacter(first17);
  };
  return {
    till,
    idNumber,
    onTheSpot: (changes: Partial<OnTheSpot> = {}): OnTheSpot => ({
      kind: 'on-the-spot',
      name: '覃代领',
      document: 'identity',
      number: idNumber(),
      relation: '邻居',
      related: false,
      reason: '本人八十岁，行动不便',
      tailReason: '',
      ...changes,
    }),
    collect: (
      proxy: Proxy | null,
      voucherId = till.fresh().id,
      approval: Input<'counter.redeem'>['approval'] = null,
      as: 'volunteer' | 'manager' = 'volunteer',
    ) =>
      till.shop.call(
        'counter.redeem',
        {
          voucherIds: [voucherId],
          entry: 'scanned',
          lines: [{ itemId: till.rice, quantity: 1 }],
          proxy,
          approval,
        },
        { as },
      ),
    pickups: (redemptionId: number) =>
      till.look('SELECT * FROM pickup WHERE redemption_id = ?', redemptionId),
    addProxy: (changes: Partial<Input<'proxies.add'>> & { readonly householdId: number }) =>
      till.shop.call(
        'proxies.add',
        {
          name: '韦邻居',
          document: 'identity',
          number: idNumber(),
          relation: '邻居',
          related: false,
          ground: '委托书 2026-1',
          fromDay: '2026-05-01',
          toDay: '2027-04-30',
          ...changes,
        },
        { as: 'manager' },
      ),
    householdOf: (voucherId: number): number =>
      (till.look('SELECT household_id AS id FROM voucher WHERE id = ?', voucherId)[0] as { id: number }).id,
  };
};
export type ProxyTill = Awaited<ReturnType<typeof openProxyTill>>;
