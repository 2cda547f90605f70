// 一户一档: the whole file of one household on paper (domain.md §1.4). Prints what it is given; whether names and numbers stand whole
// was decided, and logged, before. A part that holds nothing says so, so that nobody looks for a missing page.
import type { EligibilityState, HouseholdFileModel } from '../../db/contract/documents.ts';
import { drawFlow, gap, joined } from './flow.ts';
import type { Block, OnPage, Section } from './flow.ts';
import { fileParts } from './household-file-parts.ts';
import type { FilePart } from './household-file-parts.ts';
import { listTable } from './list-columns.ts';
import { gridRow, officeFrame, signatureRow, textBlock } from './office-page.ts';
import { mm } from './paper.ts';
import type { Paper } from './paper.ts';
import { eligibilityWords, internalLine, maskWords } from './people-words.ts';
import { beijing, reprintWords } from './words.ts';

const margin = mm(12);
export const householdFileTitle = '困难家庭档案(一户一档)';

function stateWords(model: HouseholdFileModel): string {
  const words = eligibilityWords[model.state];
  return model.stopped ? `${words}\n(抽查不符合,待处理)` : words;
}

const endHeading: Readonly<Record<EligibilityState, string>> = {
  eligible: '终止日期',
  'not-yet': '终止日期',
  grace: '渐退至',
  ended: '终止日期',
};

function facts(paper: Paper, model: HouseholdFileModel, width: number): readonly Block[] {
  const label = (text: string) => ({ text, share: 12, label: true });
  const value = (text: string | null, share = 22) => ({
    text: text === null || text === '' ? '—' : text,
    share,
  });
  const relatives = model.staffRelatives.map(({ staff, relation }) => `${staff}(${relation})`).join('、');
  const ends = model.state === 'grace' ? model.graceTo : model.endsOn;
  return [
    gridRow(paper, width, [
      label('户号'),
      value(model.number),
      label('户主'),
      { ...value(model.headName), weight: 'bold' as const },
      label('资格状态'),
      { ...value(stateWords(model)), weight: 'bold' as const },
    ]),
    gridRow(paper, width, [
      label('享受类别'),
      value(model.category),
      label('家庭人口'),
      value(`${model.people} 人`),
      label('保障人口'),
      value(`${model.covered} 人`),
    ]),
    gridRow(paper, width, [
      label('起始日期'),
      value(model.from),
      label(endHeading[model.state]),
      value(ends),
      label('下次年审'),
      value(model.nextReviewOn),
    ]),
    gridRow(paper, width, [
      label('所在区划'),
      value(model.area.join(' '), 56),
      label('区划代码'),
      value(model.divisionCode),
    ]),
    gridRow(paper, width, [label('住址'), value(model.address, 90)]),
    gridRow(paper, width, [
      label('联系电话'),
      value(model.phones.join('、'), 56),
      label('近亲属备案'),
      value(relatives === '' ? '无' : relatives),
    ]),
  ];
}

const typeSize = 9;

function partSections(paper: Paper, part: FilePart, number: string, width: number): readonly Section[] {
  const title = (text: string): Block => textBlock(paper, text, width, { size: 11, weight: 'bold' }, 8);
  if (part.rows.length === 0) return [title(`${number}、${part.title}:无`)];
  const columns = part.columns.map((column, index) => ({
    ...column,
    text: (row: readonly string[]) => row[index] ?? '',
  }));
  return [
    {
      ...listTable(paper, { width, size: typeSize }, columns, part.rows),
      title: joined([title(`${number}、${part.title}`), gap(2)]),
    },
    ...(part.note === null ? [] : [textBlock(paper, part.note, width, { size: typeSize }, 2)]),
  ];
}

export async function drawHouseholdFile(
  paper: Paper,
  model: HouseholdFileModel,
  onPage: OnPage,
): Promise<void> {
  const width = paper.width - 2 * margin;
  const mark = internalLine(model);
  const reprint = reprintWords(model.reprint);
  const frame = officeFrame(
    paper,
    {
      title: householdFileTitle,
      corner: reprint,
      mark,
      under: [
        [`户号:${model.number}`, `单位:${model.shop.name}(${model.shop.districtName})`],
        [maskWords(model.masked), `数据截至 ${beijing(model.asOf)}`],
      ],
      foot: [mark, reprint].filter((part) => part !== '').join('  '),
    },
    margin,
  );
  const sections: readonly Section[] = [
    ...facts(paper, model, width),
    ...fileParts(model).flatMap((part, index) =>
      partSections(paper, part, '一二三四五六七八'.charAt(index), width),
    ),
    gap(12),
    signatureRow(
      paper,
      width,
      [
        ['建档人', null],
        ['复核人', null],
        ['单位(盖章)', null],
        ['日期', null],
      ],
      40,
    ),
  ];
  await drawFlow(paper, sections, frame, onPage);
}
