// A gift of the books as the form shows it, for a receipt that is written anew: everything prefilled, so that only what was wrong
// must be typed. Who gave anonymously is not told again; packing units are read beside it.
import type { Output } from '../../db/contract/index.ts';
import { formatYuan } from '../../db/domain/money.ts';
import { read } from '../api/index.ts';
import { quantityText } from '../goods/quantity-text.ts';
import { emptyDraft, emptyLine, type Draft, type DraftLine, type PickedItem } from './draft.ts';

type Gift = Output<'donations.read'>;

const yuan = (fen: number | null): string => (fen === null ? '' : formatYuan(fen).replaceAll(',', ''));

const lineOf = (line: Gift['lines'][number], item: PickedItem, key: string): DraftLine => ({
  ...emptyLine(key, item),
  quantity: quantityText(line.quantity, item),
  production: line.productionDay ?? '',
  expiry: line.expiryDay ?? '',
  value: yuan(line.valueFen),
  basis: line.basis,
  basisNote: line.basisNote,
  evidence: line.basis === 'fair-value' ? yuan(line.evidenceFen) : '',
  acceptanceReason: line.acceptanceReason,
  grade: line.grade ?? '',
  disinfected: line.disinfectedDay ?? '',
  pieces: line.pieces,
});

export const draftOfGift = async (gift: Gift): Promise<Draft> => {
  const ids = [...new Set(gift.lines.map(({ itemId }) => itemId))];
  const items = new Map(
    await Promise.all(ids.map(async (itemId) => [itemId, await read('goods.read', { itemId })] as const)),
  );
  const donor = gift.donorId === null ? null : await read('donors.read', { donorId: gift.donorId });
  const blank = emptyDraft(gift.lateForDay ?? gift.day);
  return {
    ...blank,
    anonymous: gift.anonymous,
    donorName: gift.anonymous ? '' : gift.donorName,
    donorKind: gift.donorKind === 'anonymous' ? 'person' : gift.donorKind,
    donorPhone: donor?.phone ?? '',
    channel: gift.channel,
    campaign: gift.campaign,
    purpose: gift.purpose,
    designation: gift.designation,
    stockClass: gift.stockClass,
    placeId: gift.placeId ?? blank.placeId,
    cash: yuan(gift.cashFen),
    cashWay: gift.cashWay ?? 'cash',
    checker: gift.checker,
    inspectorA: gift.inspectors[0] ?? '',
    inspectorB: gift.inspectors[1] ?? '',
    lines: gift.lines.flatMap((line, at) => {
      const item = items.get(line.itemId);
      return item ? [lineOf(line, item, `L${at + 1}`)] : [];
    }),
    refused: gift.refused,
  };
};
