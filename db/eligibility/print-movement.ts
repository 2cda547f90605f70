// The dynamic table on paper: by category, by community, and why households left.
import type { Context } from '../context.ts';
import type { MovementRow, MovementTableModel, RenderRequest } from '../contract/documents.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { closedMonths } from '../months.ts';
import { countPrint } from '../prints.ts';
import { paperFrame } from '../shop/paper-frame.ts';
import { exitsOf, movementRows, readMonth } from './movement.ts';

/** A paper that does not tie is not made: the documents process refuses it as `report-does-not-tie`. */
export const printMovement = async (
  context: Context,
  { month, format }: ParsedInput<'eligibility.printMovement'>,
): Promise<RenderRequest> => {
  const { tx, now } = context;
  const covers = await readMonth(tx, month);
  context.note(`movement:${month}`, { format });
  const model: MovementTableModel = {
    kind: 'movement-table',
    ...(await paperFrame(context)),
    month,
    closed: (await closedMonths(tx)).has(month),
    asOf: now,
    categories: movementRows(covers, 'category').map(paperRow),
    communities: movementRows(covers, 'community').map(paperRow),
    exits: exitsOf(covers).map(({ reason, ...leaving }) => ({
      reason: reason === '' ? '未写明' : reason,
      ...leaving,
    })),
    signatures: { head: null, statistician: null, preparer: null, reportedOn: null },
    reprint: await countPrint(context, 'movement-table', Number(month.replace('-', ''))),
  };
  return { format, model };
};

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
