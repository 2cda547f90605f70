// A gift typed at the form: every fault at once, then entered.
import type { Reason } from '../contract/act.ts';
import type { Context } from '../context.ts';
import type { ParsedInput } from '../contract/index.ts';
import { CATEGORIES } from '../domain/categories.ts';
import { refuseAll } from '../failures.ts';
import { ANONYMOUS, isAnonymousWord, readDonorName } from './donor-name.ts';
import { enterGift, type Gift } from './enter-gift.ts';

type Form = ParsedInput<'donations.record'>;

export const recordGift = async (
  context: Context,
  form: Form,
): Promise<{ donationId: number; receiptNumber: string }> => {
  const { donor, reasons } = readDonor(form);
  if (form.day > context.day)
    reasons.push({
      code: 'donation-day-in-future',
      field: 'day',
      params: { day: form.day, todayDay: context.day },
    });
  if (form.cash === null && form.lines.length === 0) reasons.push({ code: 'donation-empty' });
  const { category } = form.designation;
  if (category !== null && !CATEGORIES.some(({ code }) => code === category))
    reasons.push({ code: 'designation-unknown', field: 'designation' });
  reasons.push(...(await faultsOfLines(context, form.lines)));
  refuseAll(reasons);
  const entered = await enterGift(context, {
    ...form,
    designatedCategory: category,
    donor,
    anonymous: form.anonymous || donor.kind === 'anonymous',
  });
  context.note(`donation:${entered.donationId}`, { receipt: entered.receiptNumber });
  return entered;
};

/** Who does not want to be named may still be known to the shop; who is not known at all is 匿名 (domain.md §4.2: record it). */
const readDonor = ({ donor, anonymous }: Form): { donor: Gift['donor']; reasons: Reason[] } => {
  const typed = donor.name.trim();
  const nobody = donor.kind === 'anonymous' || isAnonymousWord(typed) || (anonymous && typed === '');
  if (nobody) return { donor: { name: ANONYMOUS, kind: 'anonymous', phone: '' }, reasons: [] };
  if (typed === '') return { donor, reasons: [{ code: 'donor-missing', field: 'donor.name' }] };
  const read = readDonorName(donor.name, donor.kind);
  if (read.kind === 'ok') return { donor: { ...donor, name: read.name }, reasons: [] };
  return {
    donor,
    reasons: [
      {
        code: read.code,
        field: 'donor.name',
        ...(read.most !== undefined && { params: { most: read.most } }),
      },
    ],
  };
};

const faultsOfLines = async ({ tx, day }: Context, lines: Form['lines']): Promise<readonly Reason[]> => {
  const ids = [...new Set(lines.map(({ itemId }) => itemId))];
  const found =
    ids.length === 0
      ? []
      : await tx.selectFrom('item').select(['id', 'name', 'keeps_date']).where('id', 'in', ids).execute();
  const items = new Map(found.map((item) => [item.id, item]));
  return lines.flatMap((line, at) =>
    faultsOfLine(line, items.get(line.itemId), day).map((reason) => ({
      ...reason,
      ...(reason.field !== undefined && { field: `lines.${at}.${reason.field}` }),
      row: at + 1,
    })),
  );
};

const faultsOfLine = (
  line: Form['lines'][number],
  item: { name: string; keeps_date: 0 | 1 } | undefined,
  today: string,
): readonly Reason[] => {
  const reasons: Reason[] = [];
  if (!item) reasons.push({ code: 'item-unknown', field: 'itemId' });
  if (line.valueFen !== null && line.basis === 'unpriced')
    reasons.push({ code: 'value-without-basis', field: 'basis' });
  if (line.valueFen === null && line.basis !== 'unpriced')
    reasons.push({ code: 'amount-not-positive', field: 'valueFen' });
  if (item?.keeps_date === 1 && line.expiryDay === null)
    reasons.push({ code: 'expiry-missing', field: 'expiryDay', params: { itemName: item.name } });
  if (line.productionDay !== null && line.productionDay > today)
    reasons.push({
      code: 'row-day-in-future',
      field: 'productionDay',
      params: { found: line.productionDay },
    });
  if (line.productionDay !== null && line.expiryDay !== null && line.expiryDay < line.productionDay) {
    reasons.push({ code: 'expiry-before-production', field: 'expiryDay' });
  }
  return reasons;
};
