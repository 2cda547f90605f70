// 近亲属备案及享受情况表 (domain.md §1.4, scenario 19): whose relative is on file where, and every benefit of that household with who
// gave it. Something done by the very relative is said aloud.
import type { RelativeAct, RelativeRow, RelativesReportModel } from '../../db/contract/documents.ts';
import { sumFen } from '../../db/domain/money.ts';
import { printedLine } from './office-page.ts';
import { internalLine, relativeActWords } from './people-words.ts';
import type { Register, RegisterCell, RegisterRow } from './register.ts';
import { checkMark } from './report-parts.ts';
import type { Column } from './table.ts';
import { beijing, dayWords, reprintWords } from './words.ts';

export const relativesTitle = '近亲属备案及享受情况表';

const columns: readonly Column[] = [
  { heading: '序号', width: 26, align: 'center' },
  { heading: '工作人员', width: 62 },
  { heading: '亲属关系', width: 50, align: 'center' },
  { heading: '备案日期', width: 72, align: 'center' },
  { heading: '户号', width: 72 },
  { heading: '户主', width: 56 },
  { heading: '类别', width: 66 },
  { group: '享受情况', heading: '日期', width: 58, align: 'center' },
  { group: '享受情况', heading: '事项', width: 48, align: 'center' },
  { group: '享受情况', heading: '券号', width: 78 },
  { group: '享受情况', heading: '批次', width: 84 },
  { group: '享受情况', heading: '金额(元)', width: 56, align: 'right' },
  { group: '享受情况', heading: '经办人', width: 50 },
  { group: '享受情况', heading: '复核人', width: 50 },
];

/** A row a benefit, each with the whole filing: a page or a sheet may begin anywhere. */
function rowsOf(row: RelativeRow, index: number): readonly RegisterRow[] {
  const staff = row.post === null ? row.staff : `${row.staff}\n${row.post}`;
  const filed = row.endsOn === null ? row.filedOn : `${row.filedOn}\n至 ${row.endsOn}`;
  const filing: readonly RegisterCell[] = [
    { count: index + 1 },
    staff,
    row.relation,
    filed,
    row.householdNo,
    row.headMasked,
    row.category,
  ];
  if (row.acts.length === 0) return [{ cells: [...filing, '', '本期无', '', '', '', '', ''] }];
  return row.acts.map((act) => ({ bold: act.ownAct, cells: [...filing, ...actCells(act)] }));
}

const actCells = (act: RelativeAct): readonly RegisterCell[] => [
  act.on,
  relativeActWords[act.what],
  act.serial,
  act.batch,
  act.fen === null ? '—' : { fen: act.fen },
  act.ownAct ? `× ${act.by}` : act.by,
  act.secondBy ?? '—',
];

function notes({ rows }: RelativesReportModel): readonly string[] {
  const acts = rows.flatMap((row) => row.acts);
  const of = (...what: readonly RelativeAct['what'][]): readonly RelativeAct[] =>
    acts.filter((act) => what.includes(act.what));
  const yuan = (some: readonly RelativeAct[]): string =>
    (sumFen(some.map((act) => act.fen ?? 0)) / 100).toFixed(2);
  const issued = of('issued');
  const redeemed = of('redeemed', 'reversed');
  const households = new Set(rows.map((row) => row.householdNo)).size;
  const own = acts.filter((act) => act.ownAct).length;
  return [
    `备案 ${rows.length} 条,涉及 ${households} 户。本期发放 ${issued.length} 张、面值 ${yuan(issued)} 元;核销 ${of('redeemed').length} 次、扣除撤销后 ${yuan(redeemed)} 元;作废 ${of('void').length} 张。`,
    own === 0
      ? `由亲属本人经办 0 次 ${checkMark}`
      : `× 由亲属本人经办 ${own} 次(标 × 的行),违反回避规定,请立即核查。`,
    ...(rows.length === 0 ? ['本期无备案,零报告。'] : []),
  ];
}

export function relativesRegister(model: RelativesReportModel): Register {
  const reprint = reprintWords(model.reprint);
  return {
    head: {
      title: relativesTitle,
      corner: reprint,
      under: [
        [`填报单位(盖章):${model.shop.name}(${model.shop.districtName})`, '单位:元'],
        [`期间:${dayWords(model.from)}至${dayWords(model.to)}`, `数据截至 ${beijing(model.asOf)}`],
      ],
      ...(model.mark === null
        ? { foot: printedLine(model) }
        : {
            mark: internalLine({ ...model, mark: model.mark }),
            foot: internalLine({ ...model, mark: model.mark }),
          }),
    },
    blocks: [
      {
        title: '工作人员近亲属及其享受情况',
        sheet: '近亲属备案',
        columns,
        rows: model.rows.flatMap(rowsOf),
        notes: notes(model),
      },
    ],
  };
}
