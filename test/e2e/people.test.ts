// The people of a shop once through in the real program: files, reviews, movement, proxies, relatives, spot checks, complaints, lists on
// the wall. Do the screens, the books and the papers say the same; is the till stopped when it must be; can every screen be read.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Output } from '../../db/contract/index.ts';
import { formatYuan } from '../../db/domain/money.ts';
import { prepare, type Prepared } from '../../scripts/lib/prepare.mjs';
import { pageTexts } from '../documents/reading.ts';
import { Drive } from '../helpers/drive.ts';
import { addBureau, addVolunteer, firstRun } from '../helpers/first-run.ts';
import * as job from '../helpers/main-job.ts';
import { category, peoplePlay, type PeopleStory } from '../helpers/people-play.ts';
import { sampleFolder } from '../helpers/sample.ts';
import { cutTexts, strayWords, stumblesSeen } from '../helpers/seen.ts';

let papers = '';
let drive: Drive;
let prepared: Prepared;
let story: PeopleStory;
let imported: Output<'people.previewImport'>;
/** What was wrong with a screen, by its name. */
const wrong: Record<string, readonly string[]> = {};
/** What the screens said, by their name. */
const screens: Record<string, string> = {};
const quiet = (): Promise<void> => Promise.resolve();

const look = async (name: string): Promise<void> => {
  const { page } = drive;
  const found = [
    ...(await stumblesSeen(page)),
    ...(await cutTexts(page)),
    ...(await strayWords(page)).map((word) => `stray word: ${word}`),
  ];
  if (found.length > 0) wrong[name] = found;
  screens[name] = (await page.evaluate(() => document.body.innerText)).replaceAll(/\s/gu, '');
};

beforeAll(async () => {
  papers = mkdtempSync(join(tmpdir(), 'people-'));
  // The size of a shop's PC; the other tests have the display's own.
  prepared = await prepare({ display: true, screen: '1366x768x24', build: false, log: () => undefined });
  drive = await Drive.start({ ...inject('prepared'), env: prepared.env });
  await firstRun(drive, papers);
  await job.importGoods(drive, sampleFolder, quiet);
  await job.importGifts(drive, sampleFolder, quiet);
  imported = await job.importPeople(drive, sampleFolder, look);
  await job.issueBatch(drive, papers, quiet);
  await addVolunteer(drive);
  await addBureau(drive);
  story = await peoplePlay(drive, sampleFolder, papers, look);
}, 300_000);
afterAll(async () => {
  await drive.close();
  await prepared.stop();
  rmSync(papers, { recursive: true, force: true });
});

/** Text of all pages of a saved paper, without white space. */
const paper = (name: string): string => pageTexts(readFileSync(join(papers, name))).join('');

describe('the people in the window', () => {
  it('can be read on every screen: nobody stumbles, nothing is cut, no word of another language', () => {
    expect(Object.keys(screens).length).toBeGreaterThan(45);
    expect(wrong).toEqual({});
    expect(drive.complaints).toEqual([]);
  });

  it('imports the roster of a street once: the same people in another form change nothing, and the screen says so', () => {
    expect(screens['people-import-done']).toContain(`已导入${String(imported.good)}行`);
    expect(screens['people-import-again']).toContain('没有要导入的内容');
    expect(screens['people-import-again']).toContain('可以导入0');
  });

  it('checks numbers while they are typed: one digit wrong, and somebody who is here already', () => {
    expect(screens['household-mistake']).toContain('校验');
    expect(screens['household-enter']).toContain('按号码：女，1958-03-02');
    expect(screens['household-known']).toContain(`这位已经登记过，家庭编号：${story.family.number}`);
  });

  it('keeps the file of a household through a death, a move and a split', () => {
    const { family } = story;
    expect(family).toMatchObject({ family: 2, members: 1, community: '文惠社区', state: 'eligible' });
    expect(family.former.map(({ leftWhy }) => leftWhy)).toContain('died');
    expect(screens['household-file']).toContain('家庭人口4人');
    expect(screens['household-after-death']).toContain('家庭人口3人');
    expect(screens['household-death']).toContain('留下3人');
    expect(screens['household-split-ask']).toContain('留下2');
  });

  it('strikes off with grace; the file as paper is masked and names the grace', () => {
    const { gone } = story;
    expect(gone).toMatchObject({ state: 'grace', endReason: '就业，收入超标', family: 1 });
    expect(screens['household-ended']).toContain(`渐退至${String(gone.graceToDay)}`);
    const file = paper('file.pdf');
    expect(file).toContain(gone.number);
    expect(file).not.toContain('覃小兰');
    expect(file).not.toMatch(/\d{17}[\dX]/);
  });

  it('renews what is overdue, and the month ties on screen and paper', () => {
    expect(story.renewed).toBeGreaterThan(0);
    expect(screens['reviews']).toContain(`已过期${String(story.renewed)}户`);
    expect(screens['review-renewed']).toContain('已过期0户0人');
    const { total, ties } = story.movement;
    expect(ties).toBe(true);
    expect(total).toMatchObject({ leftHouseholds: 1, leftPeople: 1 });
    expect(total.closingHouseholds).toBe(
      total.openingHouseholds +
        total.joinedHouseholds +
        total.movedInHouseholds -
        total.leftHouseholds -
        total.movedOutHouseholds,
    );
    expect(total.openingHouseholds).toBe(imported.households + 2);
    for (const text of [screens['movement'], paper('movement.pdf')])
      for (const figure of [total.openingHouseholds, total.closingPeople])
        expect(text).toContain(String(figure));
    expect(screens['movement']).toContain('✔相符');
  });

  it('renames a category from a day on and keeps the name it had', async () => {
    const { businessDay } = await drive.call('shop.status', {});
    const added = (await drive.call('eligibility.categories', {})).find(({ names }) =>
      names.some(({ name }) => name === category.renamed),
    );
    expect(added?.name).toBe(category.name);
    expect(added?.names.map(({ name }) => name)).toEqual([category.name, category.renamed]);
    expect(added?.names.at(-1)?.fromDay).not.toBe(businessDay);
  });

  it('hands out to a proxy and to an institution, and the register of the month has both', async () => {
    const { collected } = story;
    expect(collected).toMatchObject({ operator: '王芳', residents: collected.vouchers, reversed: false });
    expect(collected.residents).toBeGreaterThan(5);
    expect(paper('institution.pdf')).toContain(collected.number);
    expect(screens['institution-done']).toContain(formatYuan(collected.usedFen));
    const { businessDay } = await drive.call('shop.status', {});
    const { pickups, institutions } = await drive.call('proxies.collections', {
      month: businessDay.slice(0, 7),
    });
    expect(pickups).toMatchObject([{ name: '莫*居', documentTail: '023X', standing: false, unrelated: 1 }]);
    expect(institutions.map(({ number }) => number)).toEqual([collected.number]);
    expect(screens['proxy-basket']).toContain('代领：莫*居');
    expect(screens['collections']).toContain(collected.number);
  });

  it('keeps the relative of a household from serving it', () => {
    expect(screens['relatives']).toContain(story.relative.number);
    expect(screens['till-relative']).toContain('已备案为您的近亲属');
  });

  it('draws 30 % rounded up, the relative beside it; 不符合 stops the till until another person decides', async () => {
    const { rows } = await drive.call('fairness.checks', {});
    const check = await drive.call('fairness.check', { checkId: rows[0]?.checkId ?? 0 });
    expect(check.drawn).toBe(Math.ceil((check.population * 3) / 10));
    expect(check).toMatchObject({ relatives: 1, misfits: 1, undecided: 0 });
    expect(screens['check-draw']).toContain(`将抽${String(check.drawn)}户`);
    const line = check.lines.find(({ number }) => number === story.relative.number);
    expect(line).toMatchObject({
      why: 'relative',
      result: 'misfits',
      decision: { outcome: 'stays', by: '陆科长' },
    });
    for (const said of [`共${String(check.lines.length)}户`, check.seed, '近亲属必查'])
      expect(paper('check.pdf')).toContain(said);
    expect(screens['till-stopped']).toContain('入户核查不符合');
    expect(screens['check']).toContain('要由另一个人作决定');
    expect(screens['till-goes-on']).toContain('资格有效');
  });

  it('closes a complaint, and its register names nobody who reported', () => {
    expect(screens['complaint']).toContain('不属实');
    expect(screens['complaints']).toContain(story.complaint);
    expect(paper('complaints.pdf')).toContain(story.complaint);
    for (const text of [screens['complaints'], screens['complaint'], paper('complaints.pdf')])
      expect(text).not.toContain('李群众');
  });

  it('puts on the wall what was read before: masked, without children, seven days, with the telephone', () => {
    const wall = paper('public.pdf');
    expect(wall).toContain('0772-0000000');
    expect(wall).not.toMatch(/\d{17}[\dX]|\d{11}/);
    expect(screens['public-list']).toContain('只公布数量');
    expect(wall).toContain('只公布数量');
  });

  it('takes rosters out masked, or whole for a reason that is kept with the name', async () => {
    expect(paper('masked.pdf')).not.toMatch(/\d{17}[\dX]/);
    const whole = readFileSync(join(papers, 'whole.csv'), 'utf8');
    expect(whole).toMatch(/\d{17}[\dX]/);
    const { rows } = await drive.call('privacy.disclosures', { kind: 'export' });
    expect(rows.find(({ act }) => act === 'privacy.exportFullRoster')).toMatchObject({
      reason: '报区民政局年审',
      staff: '韦店长',
      whole: true,
    });
    expect(screens['records']).toContain('报区民政局年审');
  });
});
