// The dynamic table (动态变动表): who came under cover, left it or moved inside it between two days (domain.md §7.2 no. 7,
// 有进有出). Only the arithmetic of covers; whether a person was rightly covered is judged elsewhere.
import { addDays, type Day } from './business-day.ts';
import { inEffect } from './standing.ts';

/** A person in a category, at a place, for a time. */
export interface Cover {
  readonly personId: number;
  readonly category: string;
  readonly community: string;
  /** First day of the cover; null: since always. */
  readonly fromDay: Day | null;
  /** First day WITHOUT the cover; null: open. Not after `fromDay`: the cover never was. */
  readonly toDay: Day | null;
  /** Why it ended; empty while it is open. */
  readonly endReason: string;
}
/** All covers of one household, in any order; covers may touch and overlap. */
export interface HouseholdCovers {
  readonly covers: readonly Cover[];
}
/** Negative when the first category is the higher one (就高, ruling 7). */
export type CompareCategories = (a: string, b: string) => number;

/** What a household is on one day: payee category and place of its highest cover, and the persons covered (保障人口). */
export interface Standing {
  readonly category: string;
  readonly community: string;
  readonly people: ReadonlySet<number>;
}
/** One day on which a household changed; null: covered by nothing. */
export interface CoverStep {
  readonly day: Day;
  readonly before: Standing | null;
  readonly after: Standing | null;
}
/** First and last day of a period, both in it: `monthRange` of a month, or any longer span. */
export interface Period {
  readonly first: Day;
  readonly last: Day;
}

/** The highest cover in effect on `day` and everybody covered; null when nothing covers the household. */
function coverOn({ covers }: HouseholdCovers, day: Day, compare: CompareCategories) {
  const people = new Set<number>();
  let highest: Cover | null = null;
  for (const cover of covers) {
    if (!inEffect(cover, day)) continue;
    people.add(cover.personId);
    if (highest === null || isAbove(cover, highest, compare)) highest = cover;
  }
  return highest && { highest, people };
}

/** What a household is on `day`; null when nothing covers it. Equal categories: the cover of the lower person id. */
export function standingOn(
  household: HouseholdCovers,
  day: Day,
  compare: CompareCategories,
): Standing | null {
  const found = coverOn(household, day, compare);
  return (
    found && { category: found.highest.category, community: found.highest.community, people: found.people }
  );
}

/** Ties end by spelling, so that the order in which covers are stored never decides. */
function isAbove(cover: Cover, other: Cover, compare: CompareCategories): boolean {
  const order = compare(cover.category, other.category) || cover.personId - other.personId;
  if (order !== 0) return order < 0;
  return cover.category === other.category
    ? cover.community < other.community
    : cover.category < other.category;
}

/** The days in the period on which a household changed. A cover that ends where the next begins is no change. */
export function coverSteps(
  household: HouseholdCovers,
  { first, last }: Period,
  compare: CompareCategories,
): readonly CoverStep[] {
  const days = new Set<Day>();
  for (const { fromDay, toDay } of household.covers)
    for (const day of [fromDay, toDay]) if (day !== null && day >= first && day <= last) days.add(day);
  const steps: CoverStep[] = [];
  let before = standingOn(household, addDays(first, -1), compare);
  for (const day of [...days].sort()) {
    const after = standingOn(household, day, compare);
    if (!sameStanding(before, after)) steps.push({ day, before, after });
    before = after;
  }
  return steps;
}

function sameStanding(a: Standing | null, b: Standing | null): boolean {
  if (a === null || b === null) return a === b;
  const samePeople = a.people.size === b.people.size && stayedIn(a.people, b.people) === a.people.size;
  return a.category === b.category && a.community === b.community && samePeople;
}

/** How many persons are in both. */
function stayedIn(before: ReadonlySet<number>, after: ReadonlySet<number>): number {
  let stayed = 0;
  for (const person of before) if (after.has(person)) stayed += 1;
  return stayed;
}

/** One line of the table. Closing = opening + all that came - all that went, for households and for people. */
export interface CoverMovement {
  readonly openingHouseholds: number;
  readonly openingPeople: number;
  /** 新增: covered by nothing the day before. */
  readonly joinedHouseholds: number;
  readonly joinedPeople: number;
  /** 转入, 转出: from and to another line (category or community), with the persons who stayed covered. */
  readonly movedInHouseholds: number;
  readonly movedInPeople: number;
  readonly movedOutHouseholds: number;
  readonly movedOutPeople: number;
  /** 增员, 减员: persons who came to or left a household that stays covered. */
  readonly peopleJoined: number;
  readonly peopleLeft: number;
  /** 退出: covered by nothing from that day on. */
  readonly leftHouseholds: number;
  readonly leftPeople: number;
  readonly closingHouseholds: number;
  readonly closingPeople: number;
}
type Line = { -readonly [Figure in keyof CoverMovement]: number };

const emptyLine = (): Line => ({
  openingHouseholds: 0,
  openingPeople: 0,
  joinedHouseholds: 0,
  joinedPeople: 0,
  movedInHouseholds: 0,
  movedInPeople: 0,
  movedOutHouseholds: 0,
  movedOutPeople: 0,
  peopleJoined: 0,
  peopleLeft: 0,
  leftHouseholds: 0,
  leftPeople: 0,
  closingHouseholds: 0,
  closingPeople: 0,
});

/**
 * The dynamic table of a period, a line for each key that a household stood or passed under. `keyOf` says what a line is: the
 * category, the community, both, or nothing (one line). Walked through day by day: a household that comes and goes inside the
 * period shows in both. Closing is counted on the last day, not computed from the movements. A person who goes over from one
 * household to another is 减员 there and 增员 (or part of a new household) here.
 */
export function coverMovements(
  households: Iterable<HouseholdCovers>,
  period: Period,
  compare: CompareCategories,
  keyOf: (standing: Standing) => string,
): ReadonlyMap<string, CoverMovement> {
  const lines = new Map<string, Line>();
  const lineOf = (standing: Standing): Line => {
    const key = keyOf(standing);
    const line = lines.get(key) ?? emptyLine();
    lines.set(key, line);
    return line;
  };
  const eve = addDays(period.first, -1);
  for (const household of households) {
    const opening = standingOn(household, eve, compare);
    if (opening) count(lineOf(opening), 'opening', opening.people.size);
    for (const { before, after } of coverSteps(household, period, compare)) {
      if (before && after) changed(lineOf(before), lineOf(after), before.people, after.people);
      else if (after) count(lineOf(after), 'joined', after.people.size);
      else if (before) count(lineOf(before), 'left', before.people.size);
    }
    const closing = standingOn(household, period.last, compare);
    if (closing) count(lineOf(closing), 'closing', closing.people.size);
  }
  return lines;
}

function count(line: Line, column: 'opening' | 'joined' | 'left' | 'closing', people: number): void {
  line[`${column}Households`] += 1;
  line[`${column}People`] += people;
}

/** A household that stays covered. Who leaves it leaves the old line, who comes joins the new one, the others move along. */
function changed(from: Line, to: Line, before: ReadonlySet<number>, after: ReadonlySet<number>): void {
  const stayed = stayedIn(before, after);
  from.peopleLeft += before.size - stayed;
  to.peopleJoined += after.size - stayed;
  if (from === to) return;
  from.movedOutHouseholds += 1;
  from.movedOutPeople += stayed;
  to.movedInHouseholds += 1;
  to.movedInPeople += stayed;
}

export interface Leaving {
  readonly households: number;
  readonly people: number;
}

/**
 * 退出 of the period by reason (domain.md §7.2 no. 7): that of the highest cover which ended. Together as many households and
 * people as the lines of `coverMovements` say have left.
 */
export function coverExits(
  households: Iterable<HouseholdCovers>,
  period: Period,
  compare: CompareCategories,
): ReadonlyMap<string, Leaving> {
  const reasons = new Map<string, Leaving>();
  for (const household of households)
    for (const { day, after } of coverSteps(household, period, compare)) {
      const ended = after === null ? coverOn(household, addDays(day, -1), compare) : null;
      if (!ended) continue;
      const sum = reasons.get(ended.highest.endReason) ?? { households: 0, people: 0 };
      reasons.set(ended.highest.endReason, {
        households: sum.households + 1,
        people: sum.people + ended.people.size,
      });
    }
  return reasons;
}

/** Opening + all that came - all that went - closing; 0 and 0 when the line ties (钩稽). */
export function movementDifference(line: CoverMovement): {
  readonly households: number;
  readonly people: number;
} {
  return {
    households:
      line.openingHouseholds +
      line.joinedHouseholds +
      line.movedInHouseholds -
      line.movedOutHouseholds -
      line.leftHouseholds -
      line.closingHouseholds,
    people:
      line.openingPeople +
      line.joinedPeople +
      line.movedInPeople +
      line.peopleJoined -
      line.movedOutPeople -
      line.peopleLeft -
      line.leftPeople -
      line.closingPeople,
  };
}
