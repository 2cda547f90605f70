// 领物卡 of the size of a bank card, ten to an A4 page to be cut apart. A card finds the household at the counter and is worth nothing.
import type { HouseholdCard, HouseholdCardModel } from '../../db/contract/documents.ts';
import type { OnPage } from './flow.ts';
import { a4, mm } from './paper.ts';
import type { Paper } from './paper.ts';
import { drawQr, qrCode, quietZone } from './qr.ts';
import { beijing, groupsOfFour, reprintWords } from './words.ts';

export const cardTitle = '领物卡';
const across = 2;
const down = 5;
const perPage = across * down;
const width = mm(85.6);
const height = mm(54);
const left = (a4.width - across * width) / 2;
const top = (a4.height - down * height) / 2;
const inset = mm(4);
const qrSide = mm(25);

export async function drawHouseholdCards(
  paper: Paper,
  model: HouseholdCardModel,
  onPage: OnPage,
): Promise<void> {
  const pages = Math.max(1, Math.ceil(model.cards.length / perPage));
  for (let page = 0; page < pages; page += 1) {
    paper.addPage();
    drawCutLines(paper);
    for (const [index, card] of model.cards.slice(page * perPage, (page + 1) * perPage).entries()) {
      drawCard(
        paper,
        model,
        card,
        left + (index % across) * width,
        top + Math.floor(index / across) * height,
      );
    }
    const note = `${cardTitle}  第 ${page + 1}/${pages} 页  ${beijing(model.printedAt)} ${model.operator} ${reprintWords(model.reprint)}`;
    paper.text(
      note,
      left + mm(3),
      top - mm(5),
      width - mm(6),
      paper.fit(note, width - mm(6), 1, { size: 7 }, 4),
    );
    await onPage(page + 1, pages);
  }
}

function drawCutLines(paper: Paper): void {
  const [right, bottom] = [left + across * width, top + down * height];
  for (let column = 0; column <= across; column += 1) {
    const x = left + column * width;
    paper.dashed(x, top, x, bottom);
    paper.rule(x, top - mm(6), x, top - mm(1), 0.4);
    paper.rule(x, bottom + mm(1), x, bottom + mm(6), 0.4);
  }
  for (let row = 0; row <= down; row += 1) {
    const y = top + row * height;
    paper.dashed(left, y, right, y);
    paper.rule(left - mm(6), y, left - mm(1), y, 0.4);
    paper.rule(right + mm(1), y, right + mm(6), y, 0.4);
  }
}

function drawCard(paper: Paper, model: HouseholdCardModel, card: HouseholdCard, x: number, y: number): void {
  const code = qrCode(card.payload);
  const quiet = quietZone(code, qrSide);
  // The white round the code must not run over the line to cut along.
  const qrLeft = x + width - Math.max(inset, quiet + mm(0.5)) - qrSide;
  const from = x + inset;
  const inner = width - 2 * inset;
  const room = qrLeft - quiet - from - mm(1);
  const name = `${model.shop.name} ${cardTitle}`;
  paper.text(name, from, y + mm(3), inner, paper.fit(name, inner, 1, { size: 12, weight: 'bold' }, 6));
  paper.rule(from, y + mm(9.2), from + inner, y + mm(9.2), 0.8);
  drawQr(paper, code, qrLeft, y + mm(9.6) + quiet, qrSide);
  const marks = [model.practice ? '练习,不作数' : '', reprintWords(model.reprint)];
  const facts = [
    { text: marks.filter((mark) => mark !== '').join('  '), size: 9, bold: true },
    { text: `户主 ${card.headMasked}`, size: 14, bold: false },
    { text: `户号 ${card.householdNumber}`, size: 11, bold: false },
    { text: groupsOfFour(card.code), size: 14, bold: true },
  ];
  let line = y + mm(11);
  for (const fact of facts) {
    if (fact.text === '') continue;
    const weight = fact.bold ? 'bold' : 'regular';
    const style = paper.fit(fact.text, room, 1, { size: fact.size, weight }, 5.5);
    line += paper.text(fact.text, from, line, room, style) + mm(1);
  }
  const foot = [
    '凭本卡和本人证件到店办理,本卡不能代替领物券。',
    `拾到请送回本店 · 投诉举报 ${model.shop.reportPhone}`,
  ];
  for (const [index, words] of foot.entries()) {
    const style = paper.fit(words, inner, 1, { size: 8.5 }, 5);
    paper.text(words, from, y + height - mm(10) + index * mm(4.2), inner, style);
  }
}
