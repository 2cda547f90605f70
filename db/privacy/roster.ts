// 名册导出: members of households as the screen filters them, masked for everybody who may see households, whole for a reason. Illness,
// 残疾人证 and 分类施保 are on neither: nobody needs them on a list.
import { readCategories } from '../categories.ts';
import type { Context, Steps } from '../context.ts';
import type { RenderRequest, RosterExportModel } from '../contract/documents.ts';
import type { ParsedInput } from '../contract/index.ts';
import { eligibilityOn, type Eligibility } from '../domain/eligibility.ts';
import { maskAddress, maskIdentityNumber, maskName, maskPhone } from '../domain/mask.ts';
import { paperFrame } from '../shop/paper-frame.ts';
import { exportNumber } from './export-number.ts';
import { readMembers, type Member } from './roster-members.ts';

type Wish = ParsedInput<'privacy.exportRoster'>;

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
  steps: Steps,
  wish: Wish,
  reason: string | null,
): Promise<RenderRequest> => {
  const people = await readMembers(steps, wish);
  return steps.finish((context) => paperOf(context, wish, reason, people));
};

const paperOf = async (
  context: Context,
  { category, community, state, format }: Wish,
  reason: string | null,
  people: readonly Member[],
): Promise<RenderRequest> => {
  const { day } = context;
  const categories = await readCategories(context.tx, day);
  const runningNo = await exportNumber(context, reason === null ? 'roster-masked' : 'roster-whole');
  const households = new Set(people.map(({ householdId }) => householdId)).size;
  const full = reason !== null;
  context.note('roster', {
    ...{ number: runningNo, people: people.length, households },
    ...{ category, community, state, format, full, reason: reason ?? '' },
  });
  const shown = full ? whole : masked;
  const model: RosterExportModel = {
    kind: 'roster-export',
    ...(await paperFrame(context)),
    mark: { runningNo },
    masked: !full,
    title: '困难家庭名册',
    notes: [
      `类别:${category === '' ? '全部' : categories.nameOf(category)};社区:${community || '全部'};状态:${state === '' ? '全部' : stateWords[state]}`,
      `共 ${households} 户 ${people.length} 人`,
      ...(full ? [`导出原因:${reason}`] : []),
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
