// The one paper of a voucher that took the place of a lost one, marked 补发. A first generation is printed with its batch alone: a
// second paper of the same code would be a copy (reliability.md §5.2 V10).
import type { Context } from '../context.ts';
import type { RenderRequest } from '../contract/documents.ts';
import type { ParsedInput } from '../contract/index.ts';
import { maskName } from '../domain/mask.ts';
import { checkCharacters } from '../domain/typed-code.ts';
import { isOpen } from '../domain/voucher-state.ts';
import { Refusal } from '../failures.ts';
import { countPrint } from '../prints.ts';
import { paperFrame } from '../shop/paper-frame.ts';
import { readShop } from '../shop/shop.ts';
import { batchById } from './batch-row.ts';
import { lifeOf } from './handover.ts';
import { batchWords, goodFor, signers } from './print.ts';

/** Refusals: `not-found`, `voucher-not-reissued` for a first generation, for one that is no longer open or whose key was revoked. */
export const printReplacement = async (
  context: Context,
  { voucherId }: ParsedInput<'vouchers.printReplacement'>,
): Promise<RenderRequest> => {
  const { tx } = context;
  const [voucher] = await lifeOf(tx, [voucherId]);
  if (!voucher) throw new Refusal('not-found');
  const { revoked_at } = await tx
    .selectFrom('signing_key')
    .select('revoked_at')
    .where('key_id', '=', voucher.key_id)
    .executeTakeFirstOrThrow();
  if (voucher.generation === 1 || !isOpen(voucher.state) || revoked_at !== null)
    throw new Refusal('voucher-not-reissued', { serial: voucher.serial });
  const batch = await batchById(tx, voucher.batch_id);
  const sign = (await signers(context)).get(voucher.key_id);
  if (!sign) throw new Error(`no private key ${voucher.key_id}`);
  const { shopNumber } = await readShop(tx);
  const { head_name } = await tx
    .selectFrom('household')
    .select('head_name')
    .where('id', '=', voucher.household_id)
    .executeTakeFirstOrThrow();
  const { generation, token, key_id } = voucher;
  const reprint = await countPrint(context, 'voucher', voucherId);
  context.note(`voucher:${voucherId}`, { generation, reprint });
  return {
    format: 'pdf',
    model: {
      kind: 'voucher-sheet',
      layout: 'single',
      ...(await paperFrame(context)),
      ...batchWords(batch),
      inParts: batch.in_parts === 1,
      vouchers: [
        {
          payload: sign({ shop: shopNumber, keyId: key_id, generation, token }),
          code: voucher.typed_code + checkCharacters(voucher.typed_code),
          // What is left, not what it was: nobody shall be promised the part already taken.
          faceFen: batch.kind === 'value' ? voucher.balance_fen : null,
          facePoints: batch.kind === 'points' ? voucher.balance_points : null,
          ...(await goodFor(tx, batch)),
          holderMasked: maskName(head_name),
          serial: voucher.serial,
          generation,
        },
      ],
      reprint,
    },
  };
};
