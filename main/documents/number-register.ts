// 票据/凭证使用登记 (domain.md §7.2 layout 6): every number given, how it ended, and that none is missing.
import type { EndedNumber, NumberRegisterModel, NumberSeries } from '../../db/contract/documents.ts';
import { printedLine } from './office-page.ts';
import type { Register, RegisterBlock, RegisterRow } from './register.ts';
import { checkMark } from './report-parts.ts';
import type { Column } from './table.ts';
import { beijing, dayWords, reprintWords } from './words.ts';

export const numberRegisterTitle = '票据、凭证使用登记表';

const count = (heading: string): Column => ({ heading, width: 44, align: 'right' });

const seriesColumns: readonly Column[] = [
  { heading: '票据种类', width: 100 },
  { heading: '年度', width: 40, align: 'center' },
  { heading: '起号', width: 80, align: 'center' },
  { heading: '止号', width: 80, align: 'center' },
  count('号码数'),
  count('有效'),
  count('其中\n红冲'),
  count('作废'),
  count('恢复\n遗失'),
  count('缺号'),
  { heading: '核对', width: 60, align: 'center' },
];

const endedColumns: readonly Column[] = [
  { heading: '序号', width: 30, align: 'center' },
  { heading: '票据种类', width: 100 },
  { heading: '号码', width: 90, align: 'center' },
  { heading: '状态', width: 60, align: 'center' },
  { heading: '日期', width: 70, align: 'center' },
  { heading: '原因', width: 210 },
  { heading: '重开号码', width: 90, align: 'center' },
  { heading: '经办人', width: 80 },
];

const endWords: Readonly<Record<EndedNumber['how'], string>> = {
  void: '作废',
  red: '红冲',
  lost: '恢复遗失',
};

export function numberRegister(model: NumberRegisterModel): Register {
  return {
    head: {
      title: numberRegisterTitle,
      corner: reprintWords(model.reprint),
      under: [
        [`填报单位(盖章):${model.shop.name}(${model.shop.districtName})`, '单位:张'],
        [`期间:${dayWords(model.from)}至${dayWords(model.to)}`, `数据截至 ${beijing(model.asOf)}`],
      ],
      foot: printedLine(model),
    },
    blocks: [seriesBlock(model), ...(model.ended.length === 0 ? [] : [endedBlock(model.ended)])],
  };
}

/** Numbers less used, void, lost and missing; 0 when every number is accounted for once. */
const difference = (s: NumberSeries): number => s.numbers - s.used - s.void - s.lost - s.missing;

function checkWords(series: NumberSeries): string {
  if (series.missing > 0) return `缺 ${series.missing}`;
  if (series.doubled.length > 0) return `重 ${series.doubled.length}`;
  const off = difference(series);
  return off === 0 ? checkMark : `差 ${off}`;
}

function seriesBlock({ series, ended }: NumberRegisterModel): RegisterBlock {
  return {
    title: '一、号码使用情况',
    sheet: '号码使用情况',
    columns: seriesColumns,
    rows: series.map((s): RegisterRow => ({
      bold: s.missing > 0,
      cells: [
        s.name,
        String(s.year),
        s.from ?? '—',
        s.to ?? '—',
        ...[s.numbers, s.used, s.red, s.void, s.lost, s.missing].map((n) => ({ count: n })),
        checkWords(s),
      ],
    })),
    notes: [
      '号码数 = 有效 + 作废 + 恢复遗失 + 缺号;红冲的号码仍属有效,冲销金额另记在红冲当月,不另编号。缺号必须为 0。',
      ...faultNotes(series),
      ...listNotes(series, ended),
      ...(series.length === 0 ? ['本期未使用任何号码。'] : []),
    ],
  };
}

/** Every missing number by name: a count alone cannot be looked for. */
function faultNotes(series: readonly NumberSeries[]): readonly string[] {
  const of = (s: NumberSeries): string => `${s.name} ${s.year}年`;
  const faults = series.flatMap((s) => [
    ...(s.missing === 0 ? [] : [`× 缺号 ${of(s)}:${s.missingNumbers.join('、')}。请立即查明。`]),
    ...(s.doubled.length === 0 ? [] : [`× 重号 ${of(s)}:${s.doubled.join('、')}。请立即查明。`]),
    ...(difference(s) === 0 ? [] : [`× ${of(s)} 号码数与各项之和相差 ${difference(s)} 张。`]),
  ]);
  return faults.length > 0 || series.length === 0 ? faults : [`缺号 0,号码连续 ${checkMark}`];
}

/** The list below must name as many numbers as the table above counts. Lost ones stand there as ranges. */
function listNotes(series: readonly NumberSeries[], ended: readonly EndedNumber[]): readonly string[] {
  return (['void', 'red'] as const).flatMap((how) => {
    const counted = series.reduce((sum, s) => sum + s[how], 0);
    const listed = ended.filter((number) => number.how === how).length;
    return counted === listed ? [] : [`× ${endWords[how]} 登记 ${counted} 张,清单 ${listed} 张,不符。`];
  });
}

function endedBlock(ended: readonly EndedNumber[]): RegisterBlock {
  return {
    title: '二、作废、红冲、遗失号码清单',
    sheet: '作废红冲遗失清单',
    columns: endedColumns,
    rows: ended.map((number, index): RegisterRow => ({
      cells: [
        { count: index + 1 },
        number.series,
        number.number,
        endWords[number.how],
        number.on,
        number.reason,
        number.replacedBy ?? '—',
        number.operator,
      ],
    })),
    notes: ['作废的号码各联保留并加盖“作废”,不得单独销毁;号码不再使用。'],
  };
}
