// Runs inside the window's page: asks the books through the same `window.shop` as the screens and takes the time around each
// call. Everything it needs stands inside the function, because only its text reaches the page.
import type { Round } from './sales.ts';

/** Milliseconds of the three calls of one round. */
export interface Sample {
  readonly floor: number;
  readonly scan: number;
  readonly redemption: number;
}
type Kind = keyof Sample;

export const measureInPage = async ({
  rounds,
  from,
}: {
  rounds: readonly Round[];
  from: number;
}): Promise<Sample[]> => {
  // Whoever comes after whom could matter, so every order has its turn.
  const orders: readonly (readonly Kind[])[] = [
    ['floor', 'scan', 'redemption'],
    ['scan', 'redemption', 'floor'],
    ['redemption', 'floor', 'scan'],
    ['redemption', 'scan', 'floor'],
    ['floor', 'redemption', 'scan'],
    ['scan', 'floor', 'redemption'],
  ];
  const ask = async (kind: Kind, round: Round): Promise<number> => {
    const { scan, voucherId, lines, commandId } = round;
    const started = performance.now();
    const call = {
      floor: () => window.shop.call('shop.heartbeat', {}),
      scan: () => window.shop.call('counter.scan', { code: scan, entry: 'scanned' }),
      redemption: () =>
        window.shop.call(
          'counter.redeem',
          { voucherIds: [voucherId], entry: 'scanned', lines },
          { commandId },
        ),
    }[kind];
    const reply = await call();
    const took = performance.now() - started;
    if (!reply.ok) throw new Error(`${kind}: ${JSON.stringify(reply.error)}`);
    return took;
  };
  const samples: Sample[] = [];
  for (const [at, round] of rounds.entries()) {
    const sample: Record<Kind, number> = { floor: 0, scan: 0, redemption: 0 };
    for (const kind of orders[(from + at) % orders.length] ?? []) sample[kind] = await ask(kind, round);
    samples.push(sample);
  }
  return samples;
};
