// The 报损单 or 义卖单 of a loss. Goods leave the store room only on a signed paper (domain.md §8).
import type { Context } from '../context.ts';
import type { RenderRequest, StockNoteModel, StockNoteState } from '../contract/documents.ts';
import { countPrint } from '../prints.ts';
import { paperFrame } from '../shop/paper-frame.ts';
import { reversalsOf } from '../stock/paper-reversal.ts';
import { goodsOf, lossOf, NOTE } from './losses.ts';

type Loss = Awaited<ReturnType<typeof lossOf>>;

const reasonWords: Readonly<Record<Exclude<Loss['reason'], 'other'>, string>> = {
  expired: '过期',
  spoiled: '变质',
  damaged: '破损',
  unsafe: '有安全隐患',
  unusable: '不能使用',
};

const said = (text: string): string | null => (text === '' ? null : text);

/** Refuses `not-found`. */
export const printLoss = async (context: Context, lossId: number): Promise<RenderRequest> => {
  const { tx } = context;
  const loss = await lossOf(tx, lossId);
  const goods = await goodsOf(tx, lossId);
  const places = [...new Set(goods.map(({ place }) => place))];
  const reprint = await countPrint(context, NOTE, lossId);
  context.note(`loss:${lossId}`, { number: loss.number, reprint });
  const approved = loss.state === 'approved' || loss.state === 'reversed';
  const model: StockNoteModel = {
    kind: 'stock-note',
    ...(await paperFrame(context)),
    note: loss.kind === 'scrap' ? 'loss' : 'sale',
    noteNo: loss.number,
    on: approved ? (loss.decided_day ?? loss.day) : loss.day,
    fromPlace: places.join('、'),
    toPlace: null,
    supplier: null,
    invoiceNo: null,
    funding: null,
    reason: wordsOf(loss),
    method: said(loss.method),
    proceedsFen: loss.proceeds_fen,
    proceedsBy: loss.proceeds_way,
    buyer: said(loss.buyer),
    purpose: said(loss.purpose),
    lines: goods.map((line) => ({
      name: line.itemName,
      spec: said(line.spec),
      measure: { quantity: line.quantity, scale: line.unitScale, unit: line.unit },
      expiresOn: line.expiryDay,
      lot: line.tag,
      place: places.length > 1 ? line.place : null,
      amountFen: line.valueFen,
    })),
    handledBy: loss.proposedBy,
    reviewedBy: null,
    witnessedBy: said(loss.witness),
    approvedBy: approved ? loss.decidedBy : null,
    state: await stateOf(context, loss),
    reprint,
  };
  return { model, format: 'pdf' };
};

const wordsOf = ({ reason, reason_note }: Loss): string => {
  const words = reason === 'other' ? '' : reasonWords[reason];
  return [words, reason_note].filter((part) => part !== '').join(':');
};

const stateOf = async (
  { tx }: Context,
  { id, state, decided_day, day, decided_reason }: Loss,
): Promise<StockNoteState> => {
  const reversed = (await reversalsOf(tx, 'loss', [id])).get(id);
  if (reversed) return { is: 'reversed', reason: reversed.reason, on: reversed.day };
  if (state === 'withdrawn') return { is: 'withdrawn', reason: decided_reason, on: decided_day ?? day };
  return { is: state === 'proposed' ? 'proposed' : 'valid' };
};
