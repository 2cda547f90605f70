// The two papers of a batch: the sheet of vouchers to cut, and the list on which every holder signs. The list carries full
// names and numbers (domain.md §6, internal roster), so it is for manager and bureau only and every print is in the log.
import { sql } from 'kysely';
import { readCategories } from '../categories.ts';
import type { RenderRequest, SignOffListModel, VoucherSheetModel } from '../contract/documents.ts';
import type { ParsedInput } from '../contract/index.ts';
import type { Context, Tx } from '../context.ts';
import { businessDay } from '../domain/business-day.ts';
import { maskName } from '../domain/mask.ts';
import { checkCharacters } from '../domain/typed-code.ts';
import { Refusal } from '../failures.ts';
import { countPrint } from '../prints.ts';
import { paperFrame } from '../shop/paper-frame.ts';
import { readShop } from '../shop/shop.ts';
import { voucherSigner } from '../signing.ts';
import { stockedItems } from '../stock/lots.ts';
import { batchById } from './batch-row.ts';
import { linesOf } from './package-worth.ts';

/** Vouchers signed between two reports of progress. */
const atOnce = 200;

/** Refusals: `not-found`, `batch-not-approved`: a draft on paper would pass for a voucher. */
const batchOf = async ({ tx }: Context, batchId: number) => {
  const batch = await batchById(tx, batchId);
  if (batch.issued_at === null) throw new Refusal('batch-not-approved', { name: batch.name });
  return batch;
};

/**
 * A void, used or ended voucher is never put on paper again; nor one of a revoked key, which no till takes; nor the first paper of one
 * that was used in part: it is in somebody's hand, a second would be a copy (reliability.md §5.2 V10).
 */
const printable = sql<boolean>`voucher.state IN ('issued', 'active', 'partly-used')
  AND (voucher.state <> 'partly-used' OR voucher.generation > 1)
  AND voucher.key_id NOT IN (SELECT key_id FROM signing_key WHERE revoked_at IS NOT NULL)`;
/**
 * The list stays evidence of who signed, whatever became of the voucher; what was made void before anybody had it is not on it.
 * The paper of a lost one stands for it.
 */
const handedOut = sql<boolean>`(voucher.state IN ('issued', 'active', 'partly-used', 'used', 'expired')
  OR (voucher.state = 'void' AND EXISTS (SELECT 1 FROM voucher_posting AS post WHERE post.voucher_id = voucher.id AND post.kind = 'handed-over'
    AND post.reverses IS NULL AND NOT EXISTS (SELECT 1 FROM voucher_posting AS back WHERE back.reverses = post.id))))`;

const vouchersOf = ({ tx }: Context, batchId: number, chosen: typeof printable) =>
  tx
    .selectFrom('voucher')
    .innerJoin('household', 'household.id', 'voucher.household_id')
    .leftJoin('person', (join) =>
      join.onRef('person.household_id', '=', 'household.id').on('person.is_head', '=', 1),
    )
    .select([
      'voucher.serial',
      'voucher.token',
      'voucher.typed_code',
      'voucher.key_id',
      'voucher.generation',
      'voucher.face_fen',
      'voucher.balance_fen',
      'voucher.face_points',
      'voucher.balance_points',
      'voucher.category',
      'household.head_name',
      'household.members',
      'household.community',
      'person.id_number',
    ])
    .where('voucher.batch_id', '=', batchId)
    .where(chosen)
    .orderBy('household.community')
    .orderBy('household.number')
    .orderBy('voucher.id')
    .execute();

/** Signers of all keys whose private half is here. */
export const signers = async ({
  tx,
}: Context): Promise<ReadonlyMap<number, ReturnType<typeof voucherSigner>>> => {
  const keys = await tx.selectFrom('signing_key').select(['key_id', 'private_key']).execute();
  return new Map(
    keys.flatMap(({ key_id, private_key }) =>
      private_key ? [[key_id, voucherSigner(private_key)] as const] : [],
    ),
  );
};

export const voucherSheet = async (
  context: Context,
  { batchId, layout }: ParsedInput<'vouchers.printSheet'>,
): Promise<RenderRequest> => {
  const batch = await batchOf(context, batchId);
  const shop = await readShop(context.tx);
  const vouchers = await vouchersOf(context, batchId, printable);
  if (vouchers.length === 0) throw new Refusal('not-found');
  const signed = await signers(context);
  const good = await goodFor(context.tx, batch);
  const faces: VoucherSheetModel['vouchers'][number][] = [];
  for (const voucher of vouchers) {
    const sign = signed.get(voucher.key_id);
    if (!sign) throw new Error(`no private key ${voucher.key_id}`);
    faces.push({
      payload: sign({
        shop: shop.shopNumber,
        keyId: voucher.key_id,
        generation: voucher.generation,
        token: voucher.token,
      }),
      code: voucher.typed_code + checkCharacters(voucher.typed_code),
      // What is left: nobody shall be promised the part already taken.
      faceFen: batch.kind === 'value' ? voucher.balance_fen : null,
      facePoints: batch.kind === 'points' ? voucher.balance_points : null,
      ...good,
      holderMasked: maskName(voucher.head_name),
      serial: voucher.serial,
      generation: voucher.generation,
    });
    if (faces.length % atOnce === 0) await context.progress(faces.length, vouchers.length);
  }
  const reprint = await countPrint(context, 'voucher-sheet', batchId);
  context.note(`batch:${batchId}`, { vouchers: vouchers.length, layout, reprint });
  return {
    format: 'pdf',
    model: {
      kind: 'voucher-sheet',
      layout,
      ...(await paperFrame(context)),
      ...batchWords(batch),
      inParts: batch.in_parts === 1,
      vouchers: faces,
      reprint,
    },
  };
};

/** What a voucher of a package batch names; nothing where the holder chooses. */
export const goodFor = async (
  tx: Tx,
  { package_id }: { readonly package_id: number | null },
): Promise<Pick<VoucherSheetModel['vouchers'][number], 'packageName' | 'contents'>> => {
  if (package_id === null) return { packageName: null, contents: [] };
  const { name } = await tx
    .selectFrom('package')
    .select('name')
    .where('id', '=', package_id)
    .executeTakeFirstOrThrow();
  const lines = (await linesOf(tx, [package_id])).get(package_id) ?? [];
  const items = await stockedItems(
    tx,
    lines.map(({ itemId }) => itemId),
  );
  return {
    packageName: name,
    contents: lines.flatMap(({ itemId, quantity }) => {
      const item = items.get(itemId);
      if (!item) return [];
      const measure = { quantity, scale: item.unitScale, unit: item.unit };
      return [{ name: item.name, spec: item.spec === '' ? null : item.spec, measure }];
    }),
  };
};

export const signOffList = async (
  context: Context,
  batchId: number,
  format: 'pdf' | 'xlsx',
): Promise<RenderRequest> => {
  const batch = await batchOf(context, batchId);
  const vouchers = await vouchersOf(context, batchId, handedOut);
  if (vouchers.length === 0) throw new Refusal('not-found');
  const reprint = await countPrint(context, 'sign-off-list', batchId);
  context.note(`batch:${batchId}`, { vouchers: vouchers.length, fullNumbers: true, format, reprint });
  // As they were called when the batch was issued: a list printed again reads the same.
  const categories = await readCategories(context.tx, businessDay(batch.issued_at ?? batch.at));
  const { packageName } = await goodFor(context.tx, batch);
  const goodsOf = (points: number): string | null =>
    batch.kind === 'points' ? `积分券 ${points} 分` : packageName;
  const rows: SignOffListModel['rows'] = vouchers.map((voucher) => ({
    headName: voucher.head_name,
    identity: voucher.id_number ?? '',
    members: voucher.members,
    category: categories.nameOf(voucher.category),
    community: voucher.community === '' ? null : voucher.community,
    voucherSerial: voucher.serial,
    goods: goodsOf(voucher.face_points),
    quantity: 1,
    amountFen: batch.kind === 'points' ? null : voucher.face_fen,
  }));
  return {
    format,
    model: { kind: 'sign-off-list', ...(await paperFrame(context)), ...batchWords(batch), rows, reprint },
  };
};

export const batchWords = (batch: { name: string; valid_from: string; valid_to: string; place: string }) => ({
  batchName: batch.name,
  validFrom: batch.valid_from,
  validTo: batch.valid_to,
  place: batch.place,
});
