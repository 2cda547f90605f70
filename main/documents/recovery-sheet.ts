// 恢复单: the code that opens the books on a new PC, two copies for two places. Whoever holds it can read everything.
import type { RecoverySheetModel } from '../../db/contract/documents.ts';
import { drawFlow, gap } from './flow.ts';
import type { Block, OnPage } from './flow.ts';
import { officeFrame, printedLine, signatureRow, textBlock } from './office-page.ts';
import { mm } from './paper.ts';
import type { Paper, TextStyle } from './paper.ts';
import { beijing } from './words.ts';

const margin = mm(20);
const groupsPerRow = 4;
const codeStyle: TextStyle = { size: 24, weight: 'bold', align: 'center' };

const steps = [
  '什么时候用:电脑坏了、换了电脑,或系统不认得这台电脑时。平时用不到。',
  '怎么用:在新电脑上装好本程序,打开它,选择从备份恢复,插上备份盘,按提示逐组输入下面的恢复码。',
  '输错不会损坏数据,可以再输。字母不分大小写;没有字母 I、O 和数字 0、1 以免看错。',
  '怎么保管:两联分开放,一联锁在本店保险柜,一联交主管单位。不要拍照,不要和备份盘放在一起,不要交给无关人员。',
  '丢了怎么办:马上告诉店长和主管单位,登记丢失经过,并重新打印、重新保管。',
];

export async function drawRecoverySheet(
  paper: Paper,
  model: RecoverySheetModel,
  onPage: OnPage,
): Promise<void> {
  for (const copy of ['第一联 本店保险柜', '第二联 主管单位']) await drawCopy(paper, model, copy, onPage);
}

async function drawCopy(
  paper: Paper,
  model: RecoverySheetModel,
  copy: string,
  onPage: OnPage,
): Promise<void> {
  const width = paper.width - 2 * margin;
  const frame = officeFrame(
    paper,
    {
      title: '数据恢复单(机密)',
      corner: copy,
      under: [[`单位:${model.shop.name}(${model.shop.districtName})`, `生成 ${beijing(model.createdAt)}`]],
      foot: printedLine(model),
    },
    margin,
  );
  await drawFlow(
    paper,
    [
      gap(10),
      textBlock(paper, '恢复码(从左到右、从上到下,一组一组输入)', width, { size: 12, weight: 'bold' }),
      gap(6),
      codeBlock(paper, model.recoveryCode, width),
      gap(14),
      ...steps.map((step, index) => textBlock(paper, `${index + 1}. ${step}`, width, { size: 12 }, 8)),
      gap(40),
      signatureRow(
        paper,
        width,
        [
          ['生成人', null],
          ['保管人', null],
          ['日期', null],
        ],
        34,
      ),
    ],
    frame,
    onPage,
  );
}

/** Groups of four, numbered, so that two people can read and type together. */
function codeBlock(paper: Paper, code: string, width: number): Block {
  const groups = code.replaceAll(/[\s-]/g, '').match(/.{1,4}/gu) ?? [];
  const rows = Math.ceil(groups.length / groupsPerRow);
  const rowHeight = 56;
  const each = width / groupsPerRow;
  return {
    height: rows * rowHeight,
    draw: (x, y) => {
      for (const [index, group] of groups.entries()) {
        const left = x + (index % groupsPerRow) * each;
        const top = y + Math.floor(index / groupsPerRow) * rowHeight;
        paper.box(left, top, each, rowHeight, 0.8);
        paper.text(`第 ${index + 1} 组`, left + 4, top + 2, each, { size: 8 });
        paper.text(group, left, top + 14, each, codeStyle);
      }
    },
  };
}
