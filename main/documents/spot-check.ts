// 入户抽查表 (domain.md §1.4, scenario 20): the sample as it was drawn, with room to tick, sign and date at the door. A list that is
// not as long as the sample that was drawn is not printed.
import type { SpotCheckFormModel, SpotCheckResult, SpotCheckRow } from '../../db/contract/documents.ts';
import { drawFlow, gap, joined } from './flow.ts';
import type { OnPage } from './flow.ts';
import { listSheet, listTable, numberColumn } from './list-columns.ts';
import type { ListColumn } from './list-columns.ts';
import { officeFrame, printedLine, signatureRow, textBlock } from './office-page.ts';
import type { OfficeHead } from './office-page.ts';
import { mm } from './paper.ts';
import type { Paper } from './paper.ts';
import { checkResultWords, internalLine } from './people-words.ts';
import { DocumentRefusal } from './refusal.ts';
import { cell } from './workbook.ts';
import type { WorkbookSheet } from './workbook.ts';
import { dayWords, reprintWords } from './words.ts';

const margin = mm(10);
/** Room for a hand that writes on a knee. */
const writingHeight = mm(12);

const box = (row: SpotCheckRow, result: SpotCheckResult): string =>
  `${checkResultWords[result]}${row.result === result ? '■' : '□'}`;
const boxes = (row: SpotCheckRow): string =>
  `${box(row, 'fits')}  ${box(row, 'misfits')}\n${box(row, 'not-seen')}`;

function whyWords({ drawn, relative }: SpotCheckRow): string {
  if (drawn && relative) return '抽中\n近亲属必查';
  return drawn ? '抽中' : '近亲属必查';
}

const columns: readonly ListColumn<SpotCheckRow>[] = [
  numberColumn(),
  { heading: '户主', width: 58, text: (row) => row.headName },
  { heading: '地址', width: 158, text: (row) => row.address },
  {
    heading: '人口',
    width: 30,
    align: 'right',
    text: (row) => String(row.people),
    sheet: (row) => cell.number(row.people),
  },
  { heading: '类别', width: 68, text: (row) => row.category },
  { heading: '抽取方式', width: 62, align: 'center', text: whyWords },
  { heading: '入户结果', width: 92, text: boxes },
  { heading: '入户人签字', width: 70, text: (row) => row.visitedBy ?? '' },
  { heading: '被访人签字', width: 70, text: () => '' },
  { heading: '日期', width: 54, align: 'center', text: (row) => row.visitedOn ?? '' },
  { heading: '备注', width: 84, text: (row) => row.note ?? '' },
];

function spotCheckHead(model: SpotCheckFormModel): OfficeHead {
  const beyond = model.rows.filter((row) => !row.drawn).length;
  const percent = `${model.basisPoints / 100}%`;
  const reprint = reprintWords(model.reprint);
  return {
    title: model.title,
    corner: reprint,
    under: [
      [`抽查编号:${model.checkNo}`, `抽取日期:${dayWords(model.drawnOn)}`],
      [`抽查范围:${model.scope}`, `填报单位(盖章):${model.shop.name}`],
      [
        `总户数 ${model.population} 户,抽查比例 ${percent},抽中 ${model.sampleSize} 户(进一取整),另加近亲属必查 ${beyond} 户,共 ${model.rows.length} 户`,
        `随机种子 ${model.seed}`,
      ],
    ],
    ...(model.mark === null
      ? { foot: printedLine(model) }
      : {
          mark: internalLine({ ...model, mark: model.mark }),
          foot: [internalLine({ ...model, mark: model.mark }), reprint]
            .filter((part) => part !== '')
            .join('  '),
        }),
  };
}

const howToCheck =
  '两人入户,核对户主、人口、类别与实际是否一致,在结果后打勾并当场签字;未见到人的另约时间再访。近亲属户由无亲属关系的人员入户。相同种子和名册可重新抽出同一名单。';

function refuseOtherSample({ rows, sampleSize }: SpotCheckFormModel): void {
  const found = rows.filter((row) => row.drawn).length;
  if (found === sampleSize) return;
  throw new DocumentRefusal('report-does-not-tie', {
    what: 'spot-check',
    where: '抽中户数',
    expected: sampleSize,
    found,
    gap: found - sampleSize,
  });
}

export async function drawSpotCheck(paper: Paper, model: SpotCheckFormModel, onPage: OnPage): Promise<void> {
  refuseOtherSample(model);
  const width = paper.width - 2 * margin;
  const places = ['入户组长', '复核人', '单位负责人', '日期'].map((label) => [label, null] as const);
  const sections = [
    listTable(paper, { width, size: 9.5, leastRowHeight: writingHeight }, columns, model.rows),
    joined([
      textBlock(paper, howToCheck, width, { size: 9.5 }, 5),
      gap(6),
      signatureRow(paper, width, places, 34),
    ]),
  ];
  await drawFlow(paper, sections, officeFrame(paper, spotCheckHead(model), margin), onPage);
}

export function spotCheckSheets(model: SpotCheckFormModel): readonly WorkbookSheet[] {
  refuseOtherSample(model);
  const { title, mark, under, foot } = spotCheckHead(model);
  return [
    listSheet({
      name: '抽查表',
      title,
      practice: model.practice,
      above: [...(mark === undefined ? [] : [mark]), ...under.map(([left, right]) => `${left}    ${right}`)],
      columns,
      rows: model.rows,
      below: [howToCheck, foot],
    }),
  ];
}
