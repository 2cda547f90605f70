// 忘带券: whose voucher was forgotten, and its basket opened without it. Finding shows masked names to whoever stands at the till and is
// logged; opening needs somebody else's yes, which holds at this till for ten minutes (db/counter/openings.ts).
import { readCategories } from '../categories.ts';
import type { Context } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { maskName } from '../domain/mask.ts';
import { Refusal } from '../failures.ts';
import { findHouseholds } from '../people/search.ts';
import { readShop } from '../shop/shop.ts';
import { verifyApproval } from '../staff/approve.ts';
import { holderById } from './holder.ts';
import { rememberOpening } from './openings.ts';
import { openByHousehold } from './scan.ts';

/** Whoever needs more has to ask for more of the name or number. */
const mostFound = 20;
const everybody = { category: '', community: '', condition: null };

export const findHolder = async (
  context: Context,
  { search }: ParsedInput<'counter.findHolder'>,
): Promise<Output<'counter.findHolder'>> => {
  const { tx, day } = context;
  const { ids, total, more } = await findHouseholds(tx, search, everybody, { offset: 0, limit: mostFound });
  context.note('households', { found: total });
  const { settings } = await readShop(tx);
  const freeAllowed = settings.shortDatedFree;
  if (ids.length === 0) return { households: [], freeAllowed, more: false };
  const rows = await tx
    .selectFrom('household_here as household')
    .select((eb) => [
      'household.id',
      'household.number',
      'household.head_name',
      'household.category',
      'household.members',
      'household.id_tail',
      'household.community',
      eb
        .selectFrom('voucher')
        .select(({ fn }) => fn.countAll<number>().as('open'))
        .whereRef('voucher.household_id', '=', 'household.id')
        .where('voucher.state', 'in', ['issued', 'active', 'partly-used'])
        .as('open'),
    ])
    .where('household.id', 'in', ids)
    .execute();
  const categories = await readCategories(tx, day);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return {
    households: ids.flatMap((id) => {
      const row = byId.get(id);
      return row
        ? [
            {
              householdId: id,
              number: row.number,
              headName: maskName(row.head_name),
              category: categories.nameOf(row.category),
              members: row.members,
              idTail: row.id_tail,
              community: row.community,
              openVouchers: row.open ?? 0,
            },
          ]
        : [];
    }),
    freeAllowed,
    more: more || total > mostFound,
  };
};

/** Refusals: `not-found`, those of the holder and of its vouchers, those of the approval. */
export const openForgotten = async (
  context: Context,
  { householdId, reason, approval }: ParsedInput<'counter.openForgotten'>,
): Promise<Output<'counter.openForgotten'>> => {
  const opened = await openByHousehold(context, householdId, 'looked-up');
  const approvedBy = await verifyApproval(context, approval);
  const { relatives } = await holderById(context.tx, householdId);
  // 近亲属备案: nobody decides about relatives.
  if (relatives?.includes(`,${approvedBy.staffId},`)) throw new Refusal('approval-not-permitted');
  rememberOpening(context, householdId, 'looked-up', approvedBy.staffId);
  context.note(`household:${householdId}`, { approvedBy: approvedBy.staffId, reason });
  return opened;
};
