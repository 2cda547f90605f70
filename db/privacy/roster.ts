// 名册导出: members of households as the screen filters them, masked for everybody who may see households, whole for a reason. Illness,
// 残疾人证 and 分类施保 are on neither: nobody needs them on a list.
import { sql } from 'kysely';
import { readCategories } from '../categories.ts';
import type { Context } from '../context.ts';
import type { RenderRequest, RosterExportModel } from '../contract/documents.ts';
import type { ParsedInput } from '../contract/index.ts';
import { eligibilityOn, type Eligibility } from '../domain/eligibility.ts';
import { maskAddress, maskIdentityNumber, maskName, maskPhone } from '../domain/mask.ts';
import { Refusal } from '../failures.ts';
import { stateCondition } from '../people/filters.ts';
import { paperFrame } from '../shop/paper-frame.ts';
import { exportNumber } from './export-number.ts';

type Wish = ParsedInput<'privacy.exportRoster'>;

/** People of one list: what is more belongs to a narrower question, and would hold up the counter. */
const MOST_ROWS = 20_000;

const columns: RosterExportModel['columns'] = [
  { heading: '家庭编号', type: 'text', width: 1.4 },
  { heading: '户主', type: 'text' },
  { heading: '姓名', type: 'text' },
  { heading: '与户主关系', type: 'text' },
  { heading: '证件号码', type: 'text', width: 2 },
  { heading: '类别', type: 'text', width: 1.3 },
  { heading: '家庭人口', type: 'number', width: 0.7 },
  { heading: '保障人口', type: 'number', width: 0.7 },
  { heading: '联系电话', type: 'text', width: 1.3 },
  { heading: '街道(乡镇)', type: 'text' },
  { heading: '社区(村)', type: 'text' },
  { heading: '住址', type: 'text', width: 2 },
  { heading: '状态', type: 'text', width: 0.8 },
];
const stateWords: Readonly<Record<Eligibility, string>> = {
  eligible: '享受中',
  'not-yet': '未开始',
  grace: '渐退期',
  ended: '已退出',
};

/** `reason` null: masked. Refusals: `export-nobody`, `export-too-many`. */
export const exportRoster = async (
  context: Context,
  { category, community, state, format }: Wish,
  reason: string | null,
): Promise<RenderRequest> => {
  const { tx, day } = context;
  const people = await membersOf(context, { category, community, state });
  const categories = await readCategories(tx, day);
  const runningNo = await exportNumber(context, reason === null ? 'roster-masked' : 'roster-whole');
  const households = new Set(people.map(({ householdId }) => householdId)).size;
  context.note('roster', {
    number: runningNo,
    people: people.length,
    households,
    category,
    community,
    state,
    format,
    full: reason !== null,
    reason: reason ?? '',
  });
  const shown = reason === null ? masked : whole;
  const model: RosterExportModel = {
    kind: 'roster-export',
    ...(await paperFrame(context)),
    mark: { runningNo },
    masked: reason === null,
    title: '困难家庭名册',
    notes: [
      `类别:${category === '' ? '全部' : categories.nameOf(category)};社区:${community || '全部'};状态:${state === '' ? '全部' : stateWords[state]}`,
      `共 ${households} 户 ${people.length} 人`,
      ...(reason === null ? [] : [`导出原因:${reason}`]),
    ],
    columns,
    rows: people.map((person) => [
      person.number,
      shown.name(person.headName),
      shown.name(person.name),
      person.relation,
      person.idNumber === null ? shown.other(person.documentNumber) : shown.identity(person.idNumber),
      categories.nameOf(person.category),
      person.family,
      person.covered,
      shown.phone(person.phone),
      person.street,
      person.community,
      shown.address(person.address),
      stateWords[eligibilityOn(person, day)],
    ]),
    totals: null,
  };
  return { model, format };
};

const asItIs = (text: string): string => text;
const whole = { name: asItIs, identity: asItIs, other: asItIs, phone: asItIs, address: asItIs };
/** Other papers than an identity number print nothing (ruling 28). */
const masked: typeof whole = {
  name: maskName,
  identity: maskIdentityNumber,
  other: () => '',
  phone: maskPhone,
  address: maskAddress,
};

interface Member {
  readonly householdId: number;
  readonly number: string;
  readonly headName: string;
  readonly category: string;
  readonly family: number;
  readonly covered: number;
  readonly phone: string;
  readonly street: string;
  readonly community: string;
  readonly address: string;
  readonly startDay: string | null;
  readonly endDay: string | null;
  readonly graceToDay: string | null;
  readonly name: string;
  readonly relation: string;
  readonly idNumber: string | null;
  readonly documentNumber: string;
}

const membersOf = async (
  { tx, day }: Context,
  { category, community, state }: Pick<Wish, 'category' | 'community' | 'state'>,
): Promise<readonly Member[]> => {
  const condition = stateCondition({ state, review: '' }, day) ?? sql`true`;
  const { rows } = await sql<Member>`
    SELECT household.id AS householdId, household.number, household.head_name AS headName, household.category,
      household.family, household.members AS covered, household.phone, household.street, household.community,
      household.address, household.start_day AS startDay, household.end_day AS endDay,
      household.grace_to_day AS graceToDay, person.name, person.relation, person.id_number AS idNumber,
      person.document_number AS documentNumber
    FROM household_here AS household JOIN person ON person.household_id = household.id
    WHERE (${category} = '' OR household.category = ${category}) AND (${community} = '' OR household.community = ${community})
      AND household.merged_into IS NULL AND household.erased_at IS NULL AND ${condition}
      AND (person.left_day IS NULL OR person.left_day > ${day})
    ORDER BY household.community, household.number, person.is_head DESC, person.id LIMIT ${MOST_ROWS + 1}`.execute(
    tx,
  );
  if (rows.length === 0) throw new Refusal('export-nobody');
  if (rows.length > MOST_ROWS) throw new Refusal('export-too-many', { most: MOST_ROWS });
  return rows;
};
