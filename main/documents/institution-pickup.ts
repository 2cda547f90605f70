// 机构代领清单 (scenario 18, ruling 10): an institution collected for its residents in one act and signs once; the list names each.
import type { InstitutionPickupModel, InstitutionResident } from '../../db/contract/documents.ts';
import { formatYuan, sumFen } from '../../db/domain/money.ts';
import { drawFlow, gap, joined } from './flow.ts';
import type { Block, OnPage, Section } from './flow.ts';
import { listTable, numberColumn } from './list-columns.ts';
import type { ListColumn, ListTotal } from './list-columns.ts';
import { gridRow, officeFrame, printedLine, signatureRow, textBlock } from './office-page.ts';
import { mm } from './paper.ts';
import type { Paper } from './paper.ts';
import { cell } from './workbook.ts';
import { beijing, reprintWords, yuanOrUnpriced } from './words.ts';

const margin = mm(14);
export const institutionPickupTitle = '机构代领清单';

const columns: readonly ListColumn<InstitutionResident>[] = [
  numberColumn(),
  { heading: '券号', width: 92, text: (row) => row.voucherSerial },
  { heading: '姓名', width: 76, text: (row) => row.nameMasked },
  { heading: '类别', width: 96, text: (row) => row.category },
  { heading: '人数', width: 36, align: 'right', text: (row) => String(row.people) },
  { heading: '物品/套餐', width: 130, text: (row) => row.goods ?? '自选' },
  { heading: '金额(元)', width: 66, align: 'right', text: (row) => yuanOrUnpriced(row.amountFen) },
];

const personTimes = ({ rows }: InstitutionPickupModel): number =>
  rows.reduce((sum, row) => sum + row.people, 0);

function total(model: InstitutionPickupModel): ListTotal {
  const text = (words: string) => ({ text: words, sheet: cell.text(words) });
  const fen = sumFen(model.rows.map((row) => row.amountFen ?? 0));
  return {
    label: '合计',
    under: '券号',
    figures: {
      姓名: text(`${model.rows.length} 张`),
      人数: text(String(personTimes(model))),
      '金额(元)': text(formatYuan(fen)),
    },
  };
}

function facts(paper: Paper, model: InstitutionPickupModel, width: number): readonly Block[] {
  const label = (text: string) => ({ text, share: 15, label: true });
  const value = (text: string | null) => ({ text: text ?? '—', share: 35 });
  const { collector } = model;
  const who = collector.post === null ? collector.name : `${collector.name}(${collector.post})`;
  return [
    gridRow(paper, width, [
      label('机构名称'),
      value(model.institution),
      label('机构地址'),
      value(model.address),
    ]),
    gridRow(paper, width, [label('领取人'), value(who), label('证件末位'), value(collector.documentTail)]),
    gridRow(paper, width, [
      label('发放单位'),
      value(model.shop.name),
      label('发放人'),
      value(model.servedBy),
    ]),
    gridRow(paper, width, [label('发放批次'), { ...value(model.batchName), share: 85 }]),
  ];
}

function notes(model: InstitutionPickupModel): readonly string[] {
  const unpriced = model.rows.filter((row) => row.amountFen === null).length;
  return [
    `本次计机构户次 1,人次 ${personTimes(model)},领物券 ${model.rows.length} 张。`,
    ...(unpriced === 0 ? [] : [`未计价 ${unpriced} 项未计入合计(数量登记,不计金额)。`]),
    '机构已代上列人员领取所列物资,保证如数发到本人,不得截留、挪用。本清单由机构一次签收。',
  ];
}

export async function drawInstitutionPickup(
  paper: Paper,
  model: InstitutionPickupModel,
  onPage: OnPage,
): Promise<void> {
  const width = paper.width - 2 * margin;
  const frame = officeFrame(
    paper,
    {
      title: institutionPickupTitle,
      corner: reprintWords(model.reprint),
      under: [[`清单编号:${model.number}`, `领取时间:${beijing(model.collectedAt)}`]],
      foot: `${printedLine(model)}  投诉举报电话 ${model.shop.reportPhone}`,
    },
    margin,
  );
  const state: readonly Section[] =
    model.reversedAt === null
      ? []
      : [
          gridRow(
            paper,
            width,
            [
              {
                text: `【已撤销】${beijing(model.reversedAt)} 本次领取已全部撤销`,
                share: 1,
                weight: 'bold',
                align: 'center',
              },
            ],
            26,
            13,
          ),
          gap(6),
        ];
  const sections: readonly Section[] = [
    ...state,
    ...facts(paper, model, width),
    gap(6),
    listTable(paper, { width, size: 10 }, columns, model.rows, [total(model)]),
    joined([
      ...notes(model).map((note) => textBlock(paper, note, width, { size: 10.5 }, 3)),
      gap(20),
      signatureRow(
        paper,
        width,
        [
          ['领取机构(签字、盖章)', null],
          ['日期', null],
        ],
        40,
      ),
    ]),
  ];
  await drawFlow(paper, sections, frame, onPage);
}
