// Made-up rosters of any size, in sheets as a bureau would send them. Identity numbers stand on an address code that no
// resident card carries.
import { identityCheckCharacter } from '../../db/domain/identity-number.ts';

export interface RosterSheet {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const headings =
  '户编号,姓名,与户主关系,身份证号码,救助类别,街道(乡镇),社区(村),家庭住址,联系电话,享受起始,下次复核';
const householdsOfSheet = 20_000;
const categories = ['城市低保', '农村低保', '低保边缘家庭', '特困分散供养', '重度残疾人', '刚性支出困难家庭'];
const surnames = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗韦覃蒙莫';
const given = '芳娜敏静秀丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰红莺雪乐行';

const pick = (from: string, at: number): string => from.charAt(at % from.length);
const nameOf = (at: number): string =>
  pick(surnames, at * 7) + pick(given, at * 13) + pick(given, at * 17 + 5);

const births = 25_000;
const dayMs = 86_400_000;
const idNumberOf = (at: number): string => {
  const birth = new Date(Date.UTC(1940, 0, 1) + (at % births) * dayMs).toISOString().slice(0, 10);
  const first17 = `450201${birth.replaceAll('-', '')}${String(100 + Math.floor(at / births)).padStart(3, '0')}`;
  return first17 + identityCheckCharacter(first17);
};

/** One person and a half a household: every second one has two. */
const rowsOf = (household: number): readonly string[] =>
  Array.from({ length: 1 + (household % 2) }, (_, at) => {
    const person = Math.floor(household * 1.5) + at;
    const street = `第${household % 7}街道`;
    return [
      `H${String(household + 1).padStart(6, '0')}`,
      nameOf(person),
      at === 0 ? '户主' : '子',
      idNumberOf(person),
      categories[household % categories.length],
      street,
      `第${household % 77}社区`,
      `${street}${household}号`,
      '',
      '2025-01-01',
      '2095-12-31',
    ].join(',');
  });

/** Sheets that together hold `households` households and half as many people more. */
export function* rosterSheets(households: number): Generator<RosterSheet> {
  for (let from = 0; from < households; from += householdsOfSheet) {
    const to = Math.min(from + householdsOfSheet, households);
    const rows = Array.from({ length: to - from }, (_, at) => rowsOf(from + at)).flat();
    yield {
      name: `花名册 ${from + 1}-${to} 户.csv`,
      bytes: new TextEncoder().encode([headings, ...rows].join('\r\n')),
    };
  }
}
