// Every code has words in both languages, facts read by the names of their params, and no sentence stays half empty.
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { faultCodes, refusalCodes } from '../../db/contract/errors.ts';
import { contract } from '../../db/contract/index.ts';
import { languages, setLanguage, startWords } from '../../renderer/i18n/i18n.ts';
import { words, wordsOfCode } from '../../renderer/i18n/words.ts';

const codes = [...refusalCodes, ...faultCodes];
const say = i18next.t;

beforeAll(startWords);

describe.each(languages)('words in %s', (language) => {
  beforeAll(() => setLanguage(language));

  it.each(codes)('%s says what happened and what to do', (code) => {
    const { title, next } = wordsOfCode(say, code);
    expect(title).not.toBe('');
    expect(title).not.toContain(code);
    // Only a cancel the user asked for leaves nothing to do.
    if (code !== 'cancelled') expect(next).not.toBe('');
    expect(`${title}${next}`).not.toMatch(/\{\{|undefined/);
  });
  it('every act that leaves a row in the log has a name', () => {
    const logged = Object.entries(contract)
      .filter(([, act]) => act.kind !== 'query' || act.logsRefusals)
      .map(([name]) => name);
    expect(
      logged.filter((name) => !i18next.exists(`acts.${name.replace('.', '_')}`, { ns: 'audit' })),
    ).toEqual([]);
  });
});

describe('facts', () => {
  beforeAll(() => setLanguage('zh-CN'));
  it('names money, days and instants in Beijing time', () => {
    const said = words(say, {
      kind: 'refusal',
      code: 'voucher-redeemed',
      params: {
        redeemedAt: '2026-05-03T02:12:00.000Z',
        terminal: '2号柜台',
        operator: '李强',
        usedFen: 9_300,
        number: 'LQ-1',
      },
    });
    expect(said.title).toBe('此券已核销');
    expect(said.detail).toEqual(['2026-05-03 10:12 · 2号柜台 · 李强', '当时领取：¥93.00', '领取单号：LQ-1']);
  });
  it('leaves out a line whose fact is not known', () => {
    expect(wordsOfCode(say, 'voucher-redeemed', { number: 'LQ-1', redeemedAt: null }).detail).toEqual([
      '领取单号：LQ-1',
    ]);
  });
  it('says quantities in the unit of the shelf', () => {
    const { detail } = wordsOfCode(say, 'stock-short', {
      item: '白糖',
      unit: '公斤',
      unitScale: 1000,
      wanted: 2500,
      available: 1000,
    });
    expect(detail).toEqual(['白糖：要 2.5 公斤，可发 1 公斤']);
  });
  it('says codes of money, months and ended receipts in words, and the day from which stock would be short', () => {
    expect(
      wordsOfCode(say, 'money-short', {
        source: 'lottery',
        availableFen: 100,
        wantedFen: 20_000,
        onDay: '2026-05-03',
      }).detail,
    ).toEqual(['福彩公益金', '可用：¥1.00', '需要：¥200.00', '日期：2026-05-03 (日)']);
    expect(wordsOfCode(say, 'month-closed', { month: '2026-04' }).detail).toEqual(['2026 年 4 月']);
    expect(
      wordsOfCode(say, 'donation-ended', { number: 'JZ1', kind: 'red', endDay: '2026-05-03' }).detail,
    ).toEqual(['凭证号：JZ1', '红冲：2026-05-03 (日)']);
    expect(
      wordsOfCode(say, 'reversal-negative', {
        item: '白糖',
        tag: 'P7',
        unit: '公斤',
        unitScale: 1000,
        day: '2026-05-03',
        missing: 2500,
      }).detail,
    ).toEqual(['白糖（批次 P7）', '从 2026-05-03 (日) 起会缺 2.5 公斤']);
  });
  it('names of two rules only the one that applies', () => {
    expect(
      wordsOfCode(say, 'shelf-life-short', {
        item: '饼干',
        daysLeft: 12,
        percent: '2.2',
        needPercent: 60,
        needDays: null,
      }).detail,
    ).toEqual(['饼干：还剩 12 天', '占整个保质期的 2.2%', '要求至少剩 60%']);
  });
  it('names the post of who may not', () => {
    expect(wordsOfCode(say, 'not-permitted', { role: 'volunteer' }).detail).toEqual(['当前岗位：志愿者']);
  });
  it('a bug of ours shows its incident number', () => {
    expect(words(say, { kind: 'bug', incident: '7F3K' }).detail).toEqual(['编号 7F3K，本次操作未生效。']);
  });
  it('a code of a newer program is never shown raw', () => {
    expect(wordsOfCode(say, 'made-up-later').title).not.toContain('made-up');
  });
});
