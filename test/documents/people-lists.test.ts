// Lists about many households, on paper and as workbooks: what does not tie is not made, who reported stands nowhere.
import { describe, expect, it } from 'vitest';
import type { DocumentModel } from '../../db/contract/documents.ts';
import { createDocumentsService } from '../../main/documents/service.ts';
import { complaints, movement, movementRow, relatives, spotCheck } from './people-list-samples.ts';
import { mark } from './people-samples.ts';
import { pageTexts, rowWith, sheetRows } from './reading.ts';

const service = createDocumentsService();
const texts = async (model: DocumentModel): Promise<readonly string[]> =>
  pageTexts((await service.render({ model, format: 'pdf' })).bytes);
const text = async (model: DocumentModel): Promise<string> => (await texts(model)).join('');
const sheets = async (model: DocumentModel): Promise<ReturnType<typeof sheetRows>> =>
  sheetRows((await service.render({ model, format: 'xlsx' })).bytes);

/** On paper and in the workbook alike. */
async function refused(model: DocumentModel, code: string, params: object): Promise<void> {
  for (const format of ['pdf', 'xlsx'] as const) {
    await expect(service.render({ model, format }), format).rejects.toMatchObject({ code, params });
  }
}

describe('入户抽查表', () => {
  it('scenario 20: 149 of 495 and the relatives beyond them, with boxes, signatures and the seed', async () => {
    const pages = await texts(spotCheck());
    const page = pages.join('');
    for (const words of [
      '总户数495户,抽查比例30%,抽中149户(进一取整),另加近亲属必查1户,共150户',
      '随机种子7K3Q-9FPA',
      '1韦小兰某某社区某某路12号3栋402室3城市低保抽中符合□不符合□未见人□',
      '抽中近亲属必查',
      '150王𠅤某某社区某某路12号3栋402室3城市低保近亲属必查符合□不符合■未见人□李强2026-05-06需复核',
      '入户组长',
    ]) {
      expect(page, words).toContain(words);
    }
    for (const each of pages) {
      expect(each).toContain('入户人签字被访人签字日期备注');
      expect(each).toContain('内部资料不得外传·导出人王芳·2026-05-0410:12·编号NB2026-000017');
    }
    expect(await text({ ...spotCheck(2), mark: null, basisPoints: 1_250 })).toMatch(/抽查比例12\.5%/u);
    const rows = (await sheets(spotCheck(2))).get('抽查表');
    expect(rowWith(rows, '王𠅤').slice(3, 6)).toEqual([3, '城市低保', '近亲属必查']);
    for (const line of [rows?.[1], rows?.at(-1)]) expect(line?.join('')).toContain('编号 NB2026-000017');
  });

  it('is not made when the list is not the sample that was drawn', async () => {
    const model = spotCheck(3);
    const params = { where: '抽中户数', expected: 3, found: 2, gap: -1 };
    await refused({ ...model, rows: model.rows.slice(1) }, 'report-does-not-tie', params);
  });
});

describe('近亲属备案及享受情况表', () => {
  it('scenario 19: the household and every benefit, who gave and who checked', async () => {
    const page = await text(relatives);
    for (const words of [
      '1覃明志愿者兄2025-06-01H000123韦*兰城市低保2026-01-10发放LQ2026-000812元旦春节慰问100.00王芳李强',
      '2026-01-20核销LQ2026-000812元旦春节慰问93.50李强王芳',
      '2026-01-20撤销核销LQ2026-000812元旦春节慰问-93.50李强—',
      '2李强岳母2025-07-01至2026-04-01H000200欧**国特困分散供养本期无',
      '备案2条,涉及2户。本期发放1张、面值100.00元;核销1次、扣除撤销后0.00元;作废0张。',
      '由亲属本人经办0次✓',
    ]) {
      expect(page, words).toContain(words);
    }
    expect(page).not.toContain('内部资料');
    expect(await text({ ...relatives, mark })).toContain('编号NB2026-000017');
    const rows = (await sheets({ ...relatives, mark })).get('近亲属备案');
    expect(rowWith(rows, '发放').slice(9)).toEqual(['LQ2026-000812', '元旦春节慰问', 100, '王芳', '李强']);
    for (const line of [rows?.[1], rows?.at(-1)]) expect(line?.join('')).toContain('编号 NB2026-000017');
  });

  it('says aloud what the very relative did', async () => {
    const rows = relatives.rows.map((row) => ({
      ...row,
      acts: row.acts.map((act) => ({ ...act, ownAct: act.what === 'issued' })),
    }));
    const page = await text({ ...relatives, rows });
    expect(page).toContain('×王芳');
    expect(page).toContain('由亲属本人经办1次(标×的行),违反回避规定');
    expect(page).not.toContain('✓');
  });

  it('is a zero report when nobody is on file', async () => {
    expect(await text({ ...relatives, rows: [] })).toContain('本期无备案,零报告');
  });
});

describe('保障对象动态变动表', () => {
  it('shows opening, all that came and went, closing, the totals and the check', async () => {
    const page = await text(movement);
    for (const words of [
      '报告期:2026年4月',
      '1城市低保1002308202346112351022',
      '合计2004601640468122246102044',
      '期初+新增+转入+增员-退出-转出-减员=期末',
      '全部2行相符✓',
      '1收入超过标准1019',
      '合计1222',
      '退出原因合计与退出合计相符✓',
    ]) {
      expect(page, words).toContain(words);
    }
    const books = await sheets(movement);
    expect([...books.keys()]).toEqual(['按类别', '按社区', '退出原因']);
    expect(rowWith(books.get('按类别'), '合计').slice(2)).toEqual([
      ...[200, 460, 16, 40, 4, 6, 8, 12, 22, 4, 6, 10, 204, 476],
      '✓',
    ]);
    expect(rowWith(books.get('退出原因'), '死亡').slice(2)).toEqual([2, 3]);
  });

  const row = movementRow('城市低保');
  const other = movementRow('特困分散供养');
  const closing = { ...row.closing, people: row.closing.people + 1 };
  const moreEntered = {
    ...row,
    entered: { households: 9, people: 20 },
    exited: { households: 7, people: 11 },
  };
  const [exit] = movement.exits;
  it.each([
    ['a row', { categories: [{ ...row, closing }, other] }, '城市低保 期末(人)', 238, 239],
    [
      'a row of households',
      { communities: [], categories: [{ ...row, closing: { households: 0, people: 238 } }, other] },
      '城市低保 期末(户)',
      102,
      0,
    ],
    ['the two tables', { categories: [moreEntered, other] }, '按类别与按社区 新增合计(户)', 17, 16],
    ['the reasons', { exits: exit ? [exit] : [] }, '退出原因合计(户)', 12, 10],
  ])('is not made when %s does not tie', async (_, change, where, expected, found) => {
    await refused({ ...movement, ...change }, 'report-does-not-tie', {
      where,
      expected,
      found,
      gap: found - expected,
    });
  });

  it('comes by category or by community alone, and is a zero report when nothing moved', async () => {
    const byCategory = await text({ ...movement, communities: [] });
    expect(byCategory).toContain('按类别');
    expect(byCategory).not.toContain('按社区');
    const byCommunity = await text({ ...movement, categories: [] });
    expect(byCommunity).toContain('按社区');
    expect(byCommunity).not.toContain('按类别');
    const zero = await text({ ...movement, categories: [], communities: [], exits: [], closed: false });
    expect(zero).toContain('合计00000000000000✓');
    expect(zero).toContain('零报告');
    expect(zero).toContain('本月未结账');
    expect(zero).toContain('单位负责人');
  });

  it('of 2,000 communities repeats its headings on every page', async () => {
    const rows = Array.from({ length: 2_000 }, (_, index) => movementRow(`社区${index + 1}`));
    const exits = [{ reason: '其他', households: 12_000, people: 22_000 }];
    const pages = await texts({ ...movement, categories: [], communities: rows, exits });
    expect(pages.length).toBeGreaterThan(60);
    for (const page of pages.slice(0, -1)) expect(page).toContain('社区户期初人户新增人');
  });
});

describe('举报登记表', () => {
  it('lists what was reported, found and done; open ones are named open', async () => {
    const page = await text(complaints);
    for (const words of [
      '1JB2026-0012026-02-03电话反映某户有车辆仍在享受,回电138****1234',
      '车辆已于2025年转让,凭证齐全不属实—2026-02-20李强',
      '2JB2026-0022026-04-18举报箱反映领物券由他人冒领未办结',
      '收到2件,已办结1件(属实或部分属实0件),未办结1件',
      '举报人信息依法保密',
    ]) {
      expect(page, words).toContain(words);
    }
    expect(await text({ ...complaints, rows: [] })).toContain('本期未收到举报,零报告');
  });

  it('prints who reported nowhere, also when it is handed over by mistake', async () => {
    const rows = complaints.rows.map((row) => ({ ...row, reporter: '韦甲乙', reporterPhone: '13911112222' }));
    const model = { ...complaints, rows };
    const sheet = [...(await sheets(model)).values()].flat(2).join(' ');
    for (const words of [await text(model), sheet]) {
      expect(words).not.toMatch(/韦甲乙|13911112222|13800001234/u);
      expect(words).toContain('138****1234');
    }
  });
});
