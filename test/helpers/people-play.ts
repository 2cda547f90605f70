// The place 困难家庭 once through in the window, after goods, gifts and the first issue: what a manager, a volunteer and the bureau do about
// people in a month. Answers what the program said. Used by the end-to-end test and the manual.
import { join } from 'node:path';
import type { Output } from '../../db/contract/index.ts';
import { addDays } from '../../db/domain/business-day.ts';
import type { Drive } from './drive.ts';
import * as covers from './eligibility-job.ts';
import * as fair from './fairness-job.ts';
import { bureau, changeTo, manager, volunteer } from './first-run.ts';
import { place, type Look } from './main-job.ts';
import * as files from './people-job.ts';
import * as privacy from './privacy-job.ts';
import * as proxy from './proxy-job.ts';
import { codesOnPage } from './read-codes.ts';

type Household = Output<'people.household'>;
/** Of a card nobody carries. */
const proxyNumber = '450201197703150236';
export const category = { name: '临时困难家庭', renamed: '临时困难户' } as const;

export interface PeopleStory {
  readonly family: Household;
  /** Split off and struck off with grace. */
  readonly gone: Household;
  readonly renewed: number;
  readonly movement: Output<'eligibility.movement'>;
  readonly relative: Household;
  readonly complaint: string;
  readonly collected: Output<'counter.institutions'>['today'][number];
}

/** Signed in as manager before and after. `papers` holds the printed voucher sheet of an issue of which page 2 is unused. */
export const peoplePlay = async (
  drive: Drive,
  folder: string,
  papers: string,
  look: Look,
): Promise<PeopleStory> => {
  const { businessDay } = await drive.call('shop.status', {});
  await files.importAgain(drive, folder, look);
  const ago = (days: number): string => addDays(businessDay, -days);
  const number = await files.enterHousehold(drive, ago(100), look);
  await files.refuseKnown(drive, look);
  await files.moveHousehold(drive, ago(60), look);
  await files.recordDeath(drive, look);
  // Before this month, so that leaving shows in its movement.
  const split = await files.splitHousehold(drive, ago(45), look);
  await files.strikeOff(drive, papers, look);
  const renewed = await covers.renewOverdue(drive, look);
  await covers.readMovement(drive, papers, look);
  const movement = await drive.call('eligibility.movement', {
    month: businessDay.slice(0, 7),
    by: 'category',
  });
  await covers.addCategory(drive, { ...category, from: addDays(businessDay, 1) }, look);

  const [first, second, third] = await codesOnPage(join(papers, 'voucher-sheet.pdf'), 2);
  if (first === undefined || second === undefined || third === undefined)
    throw new Error('too few vouchers on the second page');
  const relative = await holderOf(drive, second);
  await fair.fileRelative(drive, { staff: volunteer.name, number: relative.number }, look);
  await fair.checkCommunity(drive, papers, { community: relative.community, misfit: relative.number }, look);
  await fair.refusedAtTill(drive, second, 'till-stopped', look);
  const complaint = await fair.complain(drive, papers, relative.number, look);
  await fair.readLens(drive, look);
  await proxy.addInstitution(drive, '城中区社会福利院', look);
  const { number: household } = await holderOf(drive, third);
  await proxy.addProxy(drive, { household, number: proxyNumber }, look);
  await privacy.publish(drive, papers, look);
  await privacy.takeRosters(drive, papers, look);
  await privacy.readConsents(drive, look);

  await changeTo(drive, volunteer);
  const barcode = await plentiful(drive);
  await proxy.collectByProxy(drive, first, barcode, look);
  const collected = await proxy.collectForInstitution(drive, papers, barcode, look);
  await fair.refusedAtTill(drive, second, 'till-relative', look);
  await changeTo(drive, bureau);
  await fair.decide(drive, look);
  await privacy.readDue(drive, look);
  await changeTo(drive, manager);
  await drive.go(place.counter);
  await drive.byId('counter-idle').waitFor();
  await drive.scan(second);
  await drive.byId('counter-basket').waitFor();
  await look('till-goes-on');
  await drive.page.keyboard.press('Escape');
  await drive.byId('counter-idle').waitFor();
  await proxy.readCollections(drive, look);
  await privacy.readRecords(drive, look);
  await privacy.readClasses(drive, look);
  return {
    family: await fileOf(drive, number),
    gone: await fileOf(drive, split),
    renewed,
    movement,
    relative,
    complaint,
    collected,
  };
};

const holderOf = async (drive: Drive, code: string): Promise<Household> => {
  const { household } = await drive.call('counter.scan', { code, entry: 'scanned' });
  return drive.call('people.household', { householdId: household.householdId });
};

const fileOf = async (drive: Drive, number: string): Promise<Household> => {
  const { rows } = await drive.call('people.list', { search: number });
  const row = rows.find((each) => each.number === number);
  if (!row) throw new Error('no such household');
  return drive.call('people.household', { householdId: row.id });
};

/** Cheap goods of which there are many: one for each resident of a home. */
const plentiful = async (drive: Drive): Promise<string> => {
  const { rows } = await drive.call('goods.list', { limit: 500 });
  const fitting = rows
    .filter(
      ({ listPriceFen, barcodes, unitScale, available }) =>
        listPriceFen !== null && barcodes.length > 0 && unitScale === 1 && available >= 40,
    )
    .toSorted((a, b) => (a.listPriceFen ?? 0) - (b.listPriceFen ?? 0));
  const barcode = fitting[0]?.barcodes[0]?.barcode;
  if (barcode === undefined) throw new Error('nothing is plentiful');
  return barcode;
};
