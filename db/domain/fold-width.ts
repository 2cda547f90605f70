// Folds full-width forms to the ASCII they stand for. Chinese input methods and old sheets write digits that way.
// Knows nothing of names or numbers; never touches characters that have no ASCII twin.

/** Full-width `！`…`～` to `!`…`~`, ideographic space to a plain one; everything else unchanged. */
export function foldWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ');
}

/**
 * What spreadsheets glue round a number and nobody sees: outer and inner white space of every kind (no-break space
 * too, ruling 18), zero-width characters and the byte-order mark.
 */
export function dropInvisible(text: string): string {
  return text.replace(/[\s\u00A0\u200B-\u200D\u2060\uFEFF]/g, '');
}
