// 举报登记表 (domain.md §1.4, 社会救助暂行办法 art. 63): what was reported, what was found, how it ended. Who reported stands nowhere, and
// a number of a person that somebody typed into the words is masked.
import type { ComplaintRegisterModel, ComplaintRow } from '../../db/contract/documents.ts';
import { printedLine } from './office-page.ts';
import { complaintOutcomeWords, complaintWayWords } from './people-words.ts';
import { withoutPersonalNumbers } from './personal-numbers.ts';
import type { Register, RegisterRow } from './register.ts';
import type { Column } from './table.ts';
import { beijing, dayWords, reprintWords } from './words.ts';

export const complaintTitle = '举报登记表';

const columns: readonly Column[] = [
  { heading: '序号', width: 26, align: 'center' },
  { heading: '编号', width: 76, align: 'center' },
  { heading: '收到日期', width: 60, align: 'center' },
  { heading: '方式', width: 40, align: 'center' },
  { heading: '反映事项', width: 180 },
  { heading: '查证情况', width: 170 },
  { heading: '结论', width: 56, align: 'center' },
  { heading: '处理措施', width: 110 },
  { heading: '办结日期', width: 60, align: 'center' },
  { heading: '办结人', width: 54 },
];

function rowOf({ number, receivedOn, way, matter, end }: ComplaintRow, index: number): RegisterRow {
  const words = withoutPersonalNumbers;
  const closing =
    end === null
      ? ['', '未办结', '', '', '']
      : [
          words(end.finding),
          complaintOutcomeWords[end.outcome],
          end.measures === null ? '—' : words(end.measures),
          end.on,
          end.by,
        ];
  return {
    cells: [{ count: index + 1 }, number, receivedOn, complaintWayWords[way], words(matter), ...closing],
  };
}

function notes({ rows }: ComplaintRegisterModel): readonly string[] {
  const closed = rows.filter((row) => row.end !== null).length;
  const confirmed = rows.filter(
    (row) => row.end?.outcome === 'confirmed' || row.end?.outcome === 'partly',
  ).length;
  return [
    `收到 ${rows.length} 件,已办结 ${closed} 件(属实或部分属实 ${confirmed} 件),未办结 ${rows.length - closed} 件。`,
    '举报人信息依法保密,本表不列。',
    ...(rows.length === 0 ? ['本期未收到举报,零报告。'] : []),
  ];
}

export function complaintRegister(model: ComplaintRegisterModel): Register {
  return {
    head: {
      title: complaintTitle,
      corner: reprintWords(model.reprint),
      under: [
        [
          `填报单位(盖章):${model.shop.name}(${model.shop.districtName})`,
          `投诉举报电话:${model.shop.reportPhone}`,
        ],
        [`期间:${dayWords(model.from)}至${dayWords(model.to)}`, `数据截至 ${beijing(model.asOf)}`],
      ],
      foot: printedLine(model),
    },
    blocks: [
      {
        title: `举报登记(${model.rows.length} 件)`,
        sheet: complaintTitle,
        columns,
        rows: model.rows.map(rowOf),
        notes: notes(model),
      },
    ],
  };
}
