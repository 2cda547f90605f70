// The papers about people that stay inside, read back by poppler: the file of a household, a roster taken out, what an institution
// signs for. Then what holds for every paper about people.
import { describe, expect, it } from 'vitest';
import type { DocumentModel, RenderedDocument } from '../../db/contract/documents.ts';
import { createDocumentsService } from '../../main/documents/service.ts';
import { complaints, movement, publicList, relatives, spotCheck } from './people-list-samples.ts';
import { bareFile, householdFile, institutionPickup, mark, rosterExport } from './people-samples.ts';
import { fontsOf, pageTexts, rowWith, sheetRows } from './reading.ts';

const service = createDocumentsService();
const pdf = (model: DocumentModel): Promise<RenderedDocument> => service.render({ model, format: 'pdf' });
const texts = async (model: DocumentModel): Promise<readonly string[]> => pageTexts((await pdf(model)).bytes);
const text = async (model: DocumentModel): Promise<string> => (await texts(model)).join('');

const ownerMark = '内部资料不得外传·导出人王芳·2026-05-0410:12·编号NB2026-000017';
/** Over the title, before the page number, and slanting across the page at least twice whole. */
function expectMarked(page: string, title: string): void {
  expect(page).toContain(`${ownerMark}${title}`);
  expect(page).toMatch(new RegExp(`${ownerMark}第\\d+页/共\\d+页`, 'u'));
  expect(page.split(ownerMark).length - 1).toBeGreaterThanOrEqual(4);
}

describe('一户一档', () => {
  it('holds the whole file: members, covers, proxies, consents, checks, vouchers and every change', async () => {
    const page = await text(householdFile);
    for (const words of [
      '户号H000123户主买买提·吐尔逊资格状态享受中',
      '家庭人口4人保障人口3人',
      '区划代码450202001003',
      '13800001234、0772-0000002近亲属备案覃明(兄)',
      '家庭成员(4人,含已离户)',
      '户主男1952-07-08居民身份证45020319520708005X是残疾人证45020319520708005X44肢体四级',
      '分类施保:70岁以上老人、重病',
      '李䶮配偶女1964-02-29居民身份证450205196402290017是分散供养、半失能',
      '王𠅤孙子男2016-05-04出生医学证明P450000001是',
      '韦小兰其他无证件—否2026-03-02起离户(死亡)',
      '城市低保2025-03-01至今450202010012345城中民低〔2025〕18号家庭收入低于标准',
      '低保边缘家庭建账前2025-03-01终止:转为城市低保',
      '覃小花邻居居民身份证450202194803150025139000056782026-01-01至2026-12-31委托书(户主行动不便)',
      '2025-02-20王𠅤敏感信息单独同意书面签字李䶮(祖母)个人信息处理同意书',
      '2026-03-12王芳、李强不符合长子已就业,未申报收入继续保障:复核后收入仍低于标准',
      '二季度抽查未入户',
      'LQ2026-0008122026年元旦春节慰问100.002026-02-28已用完',
      '二季度套餐套餐2026-06-30有效',
      '共2张,面值合计100.00元',
      '2026-03-02减员韦小兰家庭人口:5→4住址:某某路10号→某某路12号3栋402室电话:无→13800001234死亡死亡证明李强',
    ]) {
      expect(page, words).toContain(words);
    }
  });

  it('names its owner at the head and foot of every page and the household on each', async () => {
    const [first] = householdFile.history;
    if (first === undefined) throw new Error('sample has no history');
    const history = Array.from({ length: 300 }, () => first);
    const pages = await texts({ ...householdFile, history });
    expect(pages.length).toBeGreaterThan(5);
    for (const [index, page] of pages.entries()) {
      expectMarked(page, '困难家庭档案(一户一档)');
      expect(page).toContain('户号:H000123');
      expect(page).toContain(`第${index + 1}页/共${pages.length}页`);
    }
    for (const page of pages.slice(3, -1)) expect(page).toContain('变动前→变动后');
  });

  it('says of every part that holds nothing that it holds nothing', async () => {
    const page = await text(bareFile);
    for (const part of ['享受类别与期限', '委托代领人', '告知与同意', '入户抽查', '领物券', '变动记录']) {
      expect(page).toContain(`${part}:无`);
    }
    expect(page).not.toMatch(/null|undefined/u);
  });

  it('says whether it is masked, whether it waits for a decision, and until when 渐退 runs', async () => {
    expect(await text(householdFile)).toContain('本件含完整个人信息');
    const masked = await text({ ...householdFile, masked: true });
    expect(masked).toContain('已作掩码处理');
    expect(masked).not.toContain('本件含完整个人信息');
    const model = { ...householdFile, state: 'grace', stopped: true, graceTo: '2026-05-31' } as const;
    const page = await text(model);
    expect(page).toContain('渐退期(抽查不符合,待处理)');
    expect(page).toContain('渐退至2026-05-31');
  });
});

describe('名册导出', () => {
  const roster = async (model: DocumentModel): Promise<readonly (readonly unknown[])[]> =>
    sheetRows((await service.render({ model, format: 'xlsx' })).bytes).get('名册') ?? [];

  it('carries the owner above and below in every format, and says whether it is masked', async () => {
    const model = rosterExport(3);
    const [page = ''] = await texts(model);
    expectMarked(page, '困难家庭名册');
    expect(page).toContain('已作掩码处理');
    expect(page).toContain('导出理由:核对发放名单');
    expect(page).toContain('H000001韦*兰45*************0251未计价');
    expect(await text({ ...model, masked: false })).toContain('本件含完整个人信息');

    const csv = new TextDecoder().decode((await service.render({ model, format: 'csv' })).bytes);
    expect(csv.split('\r\n').slice(0, 3)).toEqual([
      '内部资料 不得外传 · 导出人 王芳 · 2026-05-04 10:12 · 编号 NB2026-000017',
      '户号,户主,证件号,保障人口,保障金额',
      'H000001,韦*兰,45*************025,1,未计价',
    ]);

    const rows = await roster(model);
    expect(rows[1]).toEqual(['内部资料 不得外传 · 导出人 王芳 · 2026-05-04 10:12 · 编号 NB2026-000017']);
    expect(rows.flat()).toContain('本件中姓名、证件号、电话等已作掩码处理。');
    expect(rowWith(rows, 'H000002')).toEqual(['H000002', '韦*兰', '45*************025', 2, 500]);
    expect(rows.at(-1)).toEqual([
      '内部资料 不得外传',
      '导出人 王芳',
      '2026-05-04 10:12',
      '编号 NB2026-000017',
    ]);
  });

  it('keeps the whole mark in a workbook of two columns, and its cells beyond column Z', async () => {
    const columns = Array.from({ length: 30 }, (_, i) => ({ heading: `栏${i + 1}`, type: 'text' as const }));
    const wide = { ...rosterExport(0), columns, rows: [columns.map(({ heading }) => heading)], totals: null };
    const narrow = { ...wide, columns: columns.slice(0, 2), rows: [['甲', '=1+1']] };
    const last = async (model: DocumentModel, before: number): Promise<unknown> =>
      (await roster(model)).at(-before);
    expect(await last(wide, 2)).toEqual(columns.map(({ heading }) => heading));
    expect(await last(narrow, 1)).toEqual([
      '内部资料 不得外传',
      '导出人 王芳 · 2026-05-04 10:12 · 编号 NB2026-000017',
    ]);
    expect(await last(narrow, 2)).toEqual(['甲', "'=1+1"]);
  });

  it('of 2,000 rows pages with its headings on each page; a workbook of 20,000 says how far it is and stops when asked', async () => {
    const pages = await texts(rosterExport(2_000));
    expect(pages.length).toBeGreaterThan(40);
    for (const page of pages) expect(page).toContain('户号户主证件号保障人口保障金额');
    expect(pages.at(-1)).toContain('H002000');
    const seen: number[] = [];
    const onProgress = ({ done }: { readonly done: number }): unknown => seen.push(done);
    const model = rosterExport(20_000);
    const { bytes } = await service.render({ model, format: 'xlsx' }, { onProgress });
    expect(seen).toHaveLength(40);
    const rows = sheetRows(bytes).get('名册') ?? [];
    expect(rows.filter((row) => String(row[0]).startsWith('H0'))).toHaveLength(20_000);
    const stopped = service.render({ model, format: 'xlsx' }, { isCancelled: () => true });
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('机构代领清单', () => {
  it('scenario 18: 23 residents, one signature, 1 机构户次 and 23 人次', async () => {
    const page = await text(institutionPickup(23));
    for (const words of [
      '清单编号:JG2026-000003',
      '机构名称城中区敬老院',
      '领取人覃明(院长)证件末位005X',
      '领取时间:2026-01-2009:30',
      '本次计机构户次1,人次23,领物券23张',
      '合计23张232,200.00',
      '未计价1项未计入合计',
      '23LQ2026-000922韦*兰特困集中供养1春节套餐100.00',
    ]) {
      expect(page, words).toContain(words);
    }
    expect(page.split('签字、盖章')).toHaveLength(2);
    expect(page).not.toContain('已撤销');
  });

  it('counts a resident who stands for two as two, and says when the act was taken back', async () => {
    const model = institutionPickup(2);
    const rows = model.rows.map((row) => ({ ...row, people: 2 }));
    const page = await text({ ...model, rows, reversedAt: '2026-01-20T06:00:00.000Z', reprint: 1 });
    expect(page).toContain('机构户次1,人次4,领物券2张');
    expect(page).toContain('【已撤销】2026-01-2014:00');
    expect(page).toContain('补打第1次');
  });
});

it('a form taken to the doors and the relatives’ list carry the owner too, where they are numbered', async () => {
  for (const page of await texts(spotCheck(12))) expectMarked(page, '2026年二季度入户抽查表');
  expectMarked(await text({ ...relatives, mark }), '近亲属备案及享受情况表');
  expect(await text({ ...spotCheck(1), mark: null })).not.toContain('内部资料');
});

describe('every paper about people', () => {
  const papers: readonly DocumentModel[] = [
    householdFile,
    rosterExport(3),
    institutionPickup(3),
    publicList(),
    spotCheck(3),
    relatives,
    movement,
    complaints,
  ];

  it('is the same twice, embeds its fonts, is marked in a practice shop', async () => {
    for (const model of papers) {
      const [first, second] = [await pdf(model), await pdf(model)];
      expect(Buffer.compare(first.bytes, second.bytes), model.kind).toBe(0);
      expect(
        fontsOf(first.bytes).every((font) => font.embedded),
        model.kind,
      ).toBe(true);
      const practice = await pdf({ ...model, practice: true });
      expect(practice.fileName).toMatch(/^练习-/u);
      for (const page of pageTexts(practice.bytes)) expect(page, model.kind).toMatch(/练[^]*习|习[^]*练/u);
    }
  });

  it('names no person in its file name', async () => {
    const names = await Promise.all(papers.map(async (model) => (await pdf(model)).fileName));
    expect(names).toEqual([
      '一户一档-H000123.pdf',
      '名册-NB2026-000017.pdf',
      '机构代领清单-JG2026-000003.pdf',
      '公示-2026-05-04至2026-05-10.pdf',
      '入户抽查表-CC2026-002.pdf',
      '近亲属备案及享受情况表-2026-01-01至2026-04-30.pdf',
      '保障对象动态变动表-2026-04.pdf',
      '举报登记表-2026-01-01至2026-04-30.pdf',
    ]);
  });

  it('is refused, naming the character, when no font has it', async () => {
    const missing = '\u{323AF}';
    const [change] = householdFile.history;
    const [row] = publicList().rows;
    const [check] = spotCheck(1).rows;
    const [filed] = relatives.rows;
    const [complaint] = complaints.rows;
    if (!change || !row || !check || !filed || !complaint) throw new Error('samples have no rows');
    const broken: readonly DocumentModel[] = [
      { ...householdFile, headName: missing },
      { ...householdFile, history: [{ ...change, reason: missing }] },
      { ...householdFile, mark: { runningNo: missing } },
      { ...rosterExport(0), rows: [[missing]] },
      { ...institutionPickup(1), institution: missing },
      { ...publicList(), rows: [{ ...row, headName: missing }] },
      { ...spotCheck(1), rows: [{ ...check, address: missing }] },
      { ...relatives, rows: [{ ...filed, staff: missing }] },
      { ...movement, exits: movement.exits.map((exit) => ({ ...exit, reason: missing })) },
      { ...complaints, rows: [{ ...complaint, matter: missing }] },
    ];
    for (const model of broken) {
      await expect(pdf(model), model.kind).rejects.toMatchObject({
        code: 'glyph-missing',
        params: { codePoint: 'U+323AF' },
      });
    }
  });

  it('has no workbook where it is a file or signed, and no CSV but of a roster', async () => {
    for (const model of [householdFile, institutionPickup(1)]) {
      await expect(service.render({ model, format: 'xlsx' })).rejects.toThrow(model.kind);
    }
    for (const model of papers.filter(({ kind }) => kind !== 'roster-export')) {
      await expect(service.render({ model, format: 'csv' })).rejects.toThrow(model.kind);
    }
  });
});
