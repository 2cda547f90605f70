// The running number of what is taken out of the books: on the paper and in the log. A command sent again after a crash is the same
// print and keeps its number.
import type { Context } from '../context.ts';
import { nextNumber, seriesPrefix } from '../numbers.ts';
import { countPrint } from '../prints.ts';

const digits = 6;

export const exportNumber = async (context: Context, kind: string): Promise<string> => {
  const { tx, day, commandId } = context;
  const earlier = await tx
    .selectFrom('paper_print')
    .select('document_id')
    .where('command_id', '=', commandId)
    .where('kind', '=', kind)
    .executeTakeFirst();
  if (earlier) return numberOf(earlier.document_id);
  const number = await nextNumber(tx, 'export', day);
  await countPrint(context, kind, Number(number.replace(/\D/g, '')));
  return number;
};

const numberOf = (id: number): string => {
  const text = String(id);
  return `${seriesPrefix.export}${text.slice(0, -digits)}-${text.slice(-digits)}`;
};
