// The dynamic table on paper: by category, by community, and why households left.
import type { Context, Steps } from '../context.ts';
import type { MovementRow, MovementTableModel, RenderRequest } from '../contract/documents.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { closedMonths } from '../months.ts';
import { countPrint } from '../prints.ts';
import { paperFrame } from '../shop/paper-frame.ts';

import { readMonth, type MonthLines } from './movement-lines.ts';
import { exitsOf, movementRows } from './movement.ts';

/** A paper that does not tie is not made: the documents process refuses it as `report-does-not-tie`. */
export const printMovement = async (
  steps: Steps,
  { month, format }: ParsedInput<'eligibility.printMovement'>,
): Promise<RenderRequest> => {
  const read = await readMonth(steps, month, ['category', 'community']);
  return steps.finish(async (context) => {
    context.note(`movement:${month}`, { format });
    return { format, model: await modelOf(context, month, read) };
  });
};

const modelOf = async (context: Context, month: string, read: MonthLines): Promise<MovementTableModel> => ({
  kind: 'movement-table',
  ...(await paperFrame(context)),
  month,
  closed: (await closedMonths(context.tx)).has(month),
  asOf: context.now,
  categories: movementRows(read, 'category').map(paperRow),
  communities: movementRows(read, 'community').map(paperRow),
  exits: exitsOf(read).map(({ reason, ...leaving }) => ({
    reason: reason === '' ? '未写明' : reason,
    ...leaving,
  })),
  signatures: { head: null, statistician: null, preparer: null, reportedOn: null },
  reprint: await countPrint(context, 'movement-table', Number(month.replace('-', ''))),
});

const paperRow = (row: Output<'eligibility.movement'>['rows'][number]): MovementRow => ({
  name: row.name,
  opening: { households: row.openingHouseholds, people: row.openingPeople },
  entered: { households: row.joinedHouseholds, people: row.joinedPeople },
  transferredIn: { households: row.movedInHouseholds, people: row.movedInPeople },
  joined: row.peopleJoined,
  exited: { households: row.leftHouseholds, people: row.leftPeople },
  transferredOut: { households: row.movedOutHouseholds, people: row.movedOutPeople },
  left: row.peopleLeft,
  closing: { households: row.closingHouseholds, people: row.closingPeople },
});
