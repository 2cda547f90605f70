// 争议材料: everything the books hold about one voucher, on paper for whoever decides a dispute. Numbered and logged like everything about
// people that leaves the program; whole names and numbers only for those who may see them.
import { sql } from 'kysely';
import { chainHead, verifyChain } from '../audit/chain.ts';
import { readCategories } from '../categories.ts';
import type { Context, Tx } from '../context.ts';
import type { DisputePackModel, RenderRequest } from '../contract/documents.ts';
import type { ParsedInput } from '../contract/index.ts';
import { may } from '../contract/permissions.ts';
import { signatureOf } from '../counter/sign.ts';
import { businessDay } from '../domain/business-day.ts';
import { maskAddress, maskIdentityNumber, maskName, maskPhone } from '../domain/mask.ts';
import { Refusal } from '../failures.ts';
import { exportNumber } from '../privacy/export-number.ts';
import { paperFrame } from '../shop/paper-frame.ts';
import { tagOf } from '../stock/tags.ts';
import { notesOf } from './dispute-words.ts';
import { voucherWhole } from './one-voucher.ts';
import { goodFor } from './print.ts';
import { storyOf, type Told } from './story.ts';

type Voucher = Awaited<ReturnType<typeof voucherWhole>>;
type Event = DisputePackModel['events'][number];

/** Refusals: `not-found`, `not-permitted` for whole names by whoever may not reveal them. */
export const disputePack = async (
  context: Context,
  { voucherId, full }: ParsedInput<'vouchers.disputePack'>,
): Promise<RenderRequest> => {
  const { tx, now, actor, secrets, progress } = context;
  if (full && !may(actor.role, 'people.reveal')) throw new Refusal('not-permitted');
  const voucher = await voucherWhole(tx, voucherId);
  const events = await storyOf(tx, voucher);
  const runningNo = await exportNumber(context, 'dispute-pack');
  context.note(`voucher:${voucherId}`, { number: runningNo, full });
  const chain = await verifyChain(tx, secrets.auditHash, (done) => progress(done, done));
  return {
    format: 'pdf',
    model: {
      kind: 'dispute-pack',
      ...(await paperFrame(context)),
      mark: { runningNo },
      full,
      voucher: await factsOf(tx, voucher),
      holder: await holderOf(context, voucher, full),
      events: await eventsOf(tx, voucher, events),
      signatures: full ? await signaturesOf(tx, events) : [],
      asOf: now,
      auditHead: await chainHead(tx),
      chainHolds: chain.ok,
      // Each has a number of its own; none is a copy of another.
      reprint: 0,
    },
  };
};

const amountOf = (kind: Voucher['kind'], fen: number, points: number) =>
  kind === 'points' ? { points } : { fen };

const factsOf = async (tx: Tx, voucher: Voucher): Promise<DisputePackModel['voucher']> => {
  const { kind } = voucher;
  const { packageName, contents } = await goodFor(tx, voucher);
  return {
    serial: voucher.serial,
    generation: voucher.generation,
    replaces: voucher.before_serial,
    replacedBy: voucher.after_serial,
    batchName: voucher.batch,
    worth:
      packageName === null
        ? amountOf(kind, voucher.face_fen, voucher.face_points)
        : { packageName, contents },
    balance: packageName === null ? amountOf(kind, voucher.balance_fen, voucher.balance_points) : null,
    state: voucher.state,
    validFrom: voucher.valid_from,
    validTo: voucher.valid_to,
    place: voucher.place,
    inParts: voucher.in_parts === 1,
    funding: voucher.funding_source === '' ? null : voucher.funding_source,
  };
};

const holderOf = async (
  { tx, day }: Context,
  voucher: Voucher,
  full: boolean,
): Promise<DisputePackModel['holder']> => {
  const head = await tx
    .selectFrom('person')
    .select('id_number')
    .where('household_id', '=', voucher.household_id)
    .where('is_head', '=', 1)
    .executeTakeFirst();
  const shown = (text: string | null | undefined, mask: (text: string) => string): string | null =>
    text === null || text === undefined || text === '' ? null : full ? text : mask(text);
  const { nameOf } = await readCategories(
    tx,
    voucher.issued_at === null ? day : businessDay(voucher.issued_at),
  );
  return {
    name: full ? voucher.head_name : maskName(voucher.head_name),
    householdNumber: voucher.household_number,
    identity: shown(head?.id_number, maskIdentityNumber),
    phone: shown(voucher.phone, maskPhone),
    address: shown(voucher.address, maskAddress),
    category: nameOf(voucher.category),
    community: voucher.community === '' ? null : voucher.community,
  };
};

const eventsOf = async (tx: Tx, voucher: Voucher, story: readonly Told[]): Promise<readonly Event[]> => {
  let [fen, points] = [0, 0];
  const events: Event[] = [];
  for (const told of story) {
    fen += told.fen;
    points += told.points;
    const moved = told.fen !== 0 || told.points !== 0;
    events.push({
      at: told.at,
      what: kindOf(told.what),
      by: told.by ?? '系统',
      terminal: told.terminal,
      number: told.number,
      change: moved ? amountOf(voucher.kind, told.fen, told.points) : null,
      after: moved ? amountOf(voucher.kind, fen, points) : null,
      notes: [
        ...notesOf(told),
        ...(await whoCollected(tx, told.redemptionId)),
        ...(await howSigned(tx, told.redemptionId)),
      ],
      lines: await linesOf(tx, told.redemptionId),
      auditNo: told.auditNo,
    });
  }
  return events;
};

const kindOf = (what: Told['what']): Event['what'] => {
  if (what === 'reissued') return 'replaced';
  return what === 'handover-taken-back' ? 'other' : what;
};

/** Relation and approval alone: who stood there is in the books, and asked for there. */
const whoCollected = async (tx: Tx, redemptionId: number | null): Promise<readonly string[]> => {
  if (redemptionId === null) return [];
  const pickup = await tx
    .selectFrom('pickup')
    .leftJoin('staff', 'staff.id', 'pickup.approved_by')
    .select(['pickup.relation', 'staff.name as approver'])
    .where('pickup.redemption_id', '=', redemptionId)
    .executeTakeFirst();
  if (!pickup) return [];
  return [`代领:${pickup.relation}`, ...(pickup.approver === null ? [] : [`批准:${pickup.approver}`])];
};

/** Of what was signed at the till; whoever signs on paper signs the slip that is kept. */
const howSigned = async (tx: Tx, redemptionId: number | null): Promise<readonly string[]> => {
  if (redemptionId === null) return [];
  const given = await tx
    .selectFrom('signature')
    .select('at')
    .where('redemption_id', '=', redemptionId)
    .executeTakeFirst();
  if (!given) return [];
  return [(await signatureOf(tx, redemptionId)) ? '已手写签名' : '已手写签名(档案已清除,或与物资不符)'];
};

const signaturesOf = async (tx: Tx, story: readonly Told[]): Promise<DisputePackModel['signatures']> => {
  const drawn: DisputePackModel['signatures'][number][] = [];
  for (const { redemptionId, number } of story) {
    const signature = redemptionId === null ? null : await signatureOf(tx, redemptionId);
    if (signature) drawn.push({ number: number ?? '', drawn: signature });
  }
  return drawn;
};

interface LineRow {
  readonly line: number;
  readonly item_id: number;
  readonly name: string;
  readonly spec: string;
  readonly unit: string;
  readonly unit_scale: number;
  readonly quantity: number;
  readonly price_fen: number | null;
  readonly amount_fen: number | null;
  readonly points: number | null;
}

const linesOf = async (tx: Tx, redemptionId: number | null): Promise<Event['lines']> => {
  if (redemptionId === null) return [];
  const { rows } = await sql<LineRow>`
    SELECT part.line, item.id AS item_id, item.name, item.spec, item.unit, item.unit_scale, part.quantity, part.price_fen, part.amount_fen,
      part.points
    FROM redemption_line AS part JOIN item ON item.id = part.item_id WHERE part.redemption_id = ${redemptionId} ORDER BY part.line`.execute(
    tx,
  );
  const lots = await lotsOf(tx, redemptionId);
  return rows.map((row, at) => ({
    name: row.name,
    spec: row.spec === '' ? null : row.spec,
    measure: { quantity: row.quantity, scale: row.unit_scale, unit: row.unit },
    unitPriceFen: row.price_fen,
    amountFen: row.amount_fen,
    points:
      row.points === null || row.quantity === 0
        ? null
        : { unitPrice: Math.round((row.points * row.unit_scale) / row.quantity), amount: row.points },
    // Lots are kept by the act, not by its line: with the first line of the goods they all stand.
    lots:
      rows.findIndex(({ item_id }) => item_id === row.item_id) === at ? (lots.get(row.item_id) ?? []) : [],
  }));
};

const lotsOf = async (tx: Tx, redemptionId: number) => {
  const rows = await tx
    .selectFrom('stock_posting as post')
    .innerJoin('lot', 'lot.id', 'post.lot_id')
    .select(['lot.id', 'lot.item_id', 'lot.grade', 'lot.expiry_day', 'post.quantity'])
    .where('post.document', '=', 'redemption')
    .where('post.document_id', '=', redemptionId)
    .orderBy('post.id')
    .execute();
  const byItem = new Map<number, Event['lines'][number]['lots'][number][]>();
  for (const { id, item_id, grade, expiry_day, quantity } of rows) {
    const of = byItem.get(item_id) ?? [];
    byItem.set(item_id, of);
    of.push({ tag: tagOf({ id, grade }), expiresOn: expiry_day, quantity: 0 - quantity });
  }
  return byItem;
};
