// Breaks text into lines: between any two Chinese characters, around words and numbers, never before a closing mark.

const closing = new Set('，。、；：？！）】》”’…—％%,.;:?!)]}·');
const opening = new Set('（【《“‘([{¥');

/** Words and numbers stay whole; every other character stands alone, glued to the marks around it. */
function pieces(text: string): readonly string[] {
  const found: string[] = [];
  for (const part of text.match(/[A-Za-z0-9¥.,:/+*-]+|\s|[\s\S]/gu) ?? []) {
    const last = found.at(-1);
    const glued = last !== undefined && (closing.has(part) || (last.length === 1 && opening.has(last)));
    if (glued) found[found.length - 1] = last + part;
    else found.push(part);
  }
  return found;
}

/** `widthOf` and `width` in the same unit. A piece wider than the line is cut where it must be. */
export function wrap(text: string, width: number, widthOf: (text: string) => number): readonly string[] {
  return text
    .split(/\r\n|\r|\n/)
    .flatMap((paragraph) => wrapParagraph(paragraph.replaceAll('\t', ' '), width, widthOf));
}

function wrapParagraph(text: string, width: number, widthOf: (text: string) => number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const place = (piece: string): void => {
    const wide = widthOf(piece);
    if (used + wide <= width + 0.01) {
      line += piece;
      used += wide;
      return;
    }
    if (wide > width && piece.length > 1) {
      for (const character of piece) place(character);
      return;
    }
    if (line !== '') lines.push(line.trimEnd());
    line = piece.trimStart();
    used = widthOf(line);
  };
  for (const piece of pieces(text)) place(piece);
  lines.push(line.trimEnd());
  return lines;
}
