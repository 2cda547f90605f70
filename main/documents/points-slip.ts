// 积分兑换小票: goods a volunteer had for points, points before, used and after; or what came back. No money and no voucher is on it.
import type { PointsSlipModel } from '../../db/contract/documents.ts';
import type { OnPage } from './flow.ts';
import type { FontFiles } from './fonts.ts';
import type { Paper } from './paper.ts';
import { beside, goodsLines, slipMarks } from './slip-lines.ts';
import { bold, centred, group, plain, rule, signature, slipPaper, space, text } from './slip.ts';
import type { SlipText } from './slip.ts';
import { beijing, pointsWords } from './words.ts';

export const pointsSlipTitle = '积分兑换小票';

export function pointsSlipPaper(files: FontFiles, model: PointsSlipModel, onPage: OnPage): Promise<Paper> {
  const { practice, printedAt, paper } = model;
  return slipPaper(files, { title: pointsSlipTitle, practice, printedAt, paper }, [slipLines(model)], onPage);
}

function slipLines(model: PointsSlipModel): readonly SlipText[] {
  const { undoes } = model;
  return [
    centred(model.shop.name, 14),
    centred(undoes === null ? '志愿者积分兑换小票' : '积分兑换撤销小票', 14),
    ...slipMarks(model),
    ...(model.reversedAt === null ? [] : [centred(`已撤销 ${beijing(model.reversedAt)}`, 14)]),
    space(4),
    ...beside(model.paper, `小票号 ${model.slipNo}`, `时间 ${beijing(model.at)}`),
    text(model.counter, plain, `经办 ${model.servedBy}`),
    text(`志愿者 ${model.nameMasked}`, plain, model.volunteerNumber),
    ...(undoes === null
      ? []
      : [text(`原小票 ${undoes.slipNo}`, bold), text(`原因 ${undoes.reason}`), text('退回物资', bold)]),
    rule,
    ...model.lines.map(goodsLines(model.paper)),
    rule,
    group([
      text(undoes === null ? '兑换前积分' : '撤销前积分', plain, pointsWords(model.before)),
      text(undoes === null ? '本次使用' : '退回积分', bold, pointsWords(Math.abs(model.used))),
      text('现有积分', { size: 14, weight: 'bold' }, pointsWords(model.after)),
    ]),
    rule,
    text('积分只换物资,不兑现、不与领物券合用', bold),
    text(`投诉/举报电话 ${model.shop.reportPhone}`, bold),
    group([
      signature('志愿者签字', null),
      rule,
      text(`打印 ${beijing(model.printedAt)} ${model.operator}`, { size: 9 }),
    ]),
  ];
}
