// Acts on households in need: gathered here, each with a file of its own.
import type { Handlers } from '../context.ts';
import { checkIdentity } from './check-identity.ts';
import { correctHousehold, correctPerson } from './correct.ts';
import { enterHousehold } from './enter.ts';
import { reveal, showFile } from './file-shown.ts';
import { changeHead } from './head.ts';
import { householdQueries } from './households.ts';
import { rosterImport } from './import.ts';
import { joinHousehold } from './join.ts';
import { leaveHousehold } from './leave.ts';
import { matches, notSame } from './matches.ts';
import { mergeHouseholds } from './merge.ts';
import { moveHousehold } from './move.ts';
import { printFile } from './print-file.ts';
import { splitHousehold } from './split.ts';
import { takeBackLeave } from './take-back-leave.ts';

export const peopleHandlers: Handlers<'people'> = {
  ...rosterImport,
  ...householdQueries,
  'people.household': (context, { householdId }) => showFile(context, householdId),
  'people.reveal': reveal,
  'people.printFile': (context, { householdId }) => printFile(context, householdId, null),
  'people.printFullFile': (context, { householdId, reason }) => printFile(context, householdId, reason),
  'people.enter': enterHousehold,
  'people.checkIdentity': checkIdentity,
  'people.correct': correctHousehold,
  'people.correctPerson': correctPerson,
  'people.join': joinHousehold,
  'people.leave': leaveHousehold,
  'people.takeBackLeave': takeBackLeave,
  'people.changeHead': changeHead,
  'people.move': moveHousehold,
  'people.split': splitHousehold,
  'people.merge': mergeHouseholds,
  'people.matches': (context) => matches(context),
  'people.notSame': notSame,
};
