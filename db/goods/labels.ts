// Labels for shelves, goods and lots. What they carry is what a scanner later reads: a barcode the goods have anyway, else the
// item's code, and on lots and second-hand pieces their own tag.
import type { Context, Handlers } from '../context.ts';
import type { GoodsLabel, LabelSheetModel } from '../contract/documents.ts';
import type { ParsedInput } from '../contract/index.ts';
import { Refusal } from '../failures.ts';
import { paperFrame } from '../shop/paper-frame.ts';
import { tagOf } from '../stock/tags.ts';

type Input = ParsedInput<'goods.printLabels'>;

export const goodsLabels: Pick<Handlers<'goods'>, 'goods.printLabels'> = {
  /** Refusals: `labels-none`, `item-unknown`, `not-found` (a lot). */
  async 'goods.printLabels'(context, input) {
    const labels =
      input.kind === 'lot' ? await lotLabels(context, input.lots) : await itemLabels(context, input);
    if (labels.length === 0) throw new Refusal('labels-none');
    context.note('labels', { kind: input.kind, labels: labels.reduce((sum, { copies }) => sum + copies, 0) });
    const model: LabelSheetModel = {
      kind: 'label-sheet',
      ...(await paperFrame(context)),
      format: input.sheet,
      used: input.startAt - 1,
      labels,
    };
    return { model, format: 'pdf' };
  },
};

const itemLabels = async ({ tx }: Context, { kind, items }: Input): Promise<readonly GoodsLabel[]> => {
  const ids = items.map(({ itemId }) => itemId);
  if (ids.length === 0) return [];
  const found = await tx.selectFrom('item').selectAll().where('id', 'in', ids).execute();
  // The barcode of one unit; that of a case would sell twelve.
  const barcodes = await tx
    .selectFrom('item_barcode')
    .select(['item_id', 'barcode'])
    .where('item_id', 'in', ids)
    .where('pack_quantity', '=', 1)
    .orderBy('barcode')
    .execute();
  const byId = new Map(found.map((item) => [item.id, item]));
  return items.map(({ itemId, copies }): GoodsLabel => {
    const item = byId.get(itemId);
    if (!item) throw new Refusal('item-unknown');
    const code = barcodes.find(({ item_id }) => item_id === itemId)?.barcode ?? item.code;
    if (kind === 'item') return { is: 'item', name: item.name, code, copies };
    return {
      is: 'shelf',
      name: item.name,
      code,
      copies,
      spec: item.spec === '' ? null : item.spec,
      unit: item.unit,
      priceFen: item.list_price_fen,
    };
  });
};

const lotLabels = async ({ tx }: Context, lots: Input['lots']): Promise<readonly GoodsLabel[]> => {
  if (lots.length === 0) return [];
  const found = await tx
    .selectFrom('lot')
    .innerJoin('item', 'item.id', 'lot.item_id')
    .select(['lot.id', 'lot.grade', 'lot.expiry_day', 'item.name'])
    .where(
      'lot.id',
      'in',
      lots.map(({ lotId }) => lotId),
    )
    .execute();
  const byId = new Map(found.map((lot) => [lot.id, lot]));
  return lots.map(({ lotId, copies }): GoodsLabel => {
    const lot = byId.get(lotId);
    if (!lot) throw new Refusal('not-found');
    return {
      is: 'lot',
      name: lot.name,
      code: tagOf(lot),
      tag: tagOf(lot),
      copies,
      expiresOn: lot.expiry_day,
      grade: lot.grade,
    };
  });
};
