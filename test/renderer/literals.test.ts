// No word stands in a screen: every text comes from renderer/i18n, or one of the two languages would be incomplete unseen.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../renderer');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.tsx') && !name.startsWith('i18n'),
);

/** Names of keys, products and formats that are the same in every language. */
const sameEverywhere =
  /^(Alt\+?\d?|Ctrl\+?(\w*|[←→])|Shift|F\d+|Esc|Del|Enter|Home|End|Electron|Chrome|Node|PDF|XLSX)$/;
const isWord = (text: string): boolean =>
  text.split(/[\s·/…|,]+/).some((word) => /\p{L}{2,}/u.test(word) && !sameEverywhere.test(word));
const spoken = new Set([
  'title',
  'label',
  'placeholder',
  'alt',
  'aria-label',
  'description',
  'what',
  'verb',
  'hint',
  'emptyText',
  'doneText',
]);

const wordsIn = (name: string, text: string): string[] => {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const literal =
      ts.isJsxText(node) ||
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node);
    if (literal && /\p{Script=Han}/u.test(node.text)) found.push(node.text.trim());
    else if (ts.isJsxText(node) && isWord(node.text)) found.push(node.text.trim());
    else if (
      ts.isJsxAttribute(node) &&
      node.initializer &&
      ts.isStringLiteral(node.initializer) &&
      spoken.has(node.name.getText()) &&
      isWord(node.initializer.text)
    )
      found.push(node.initializer.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
};

describe('screens', () => {
  it.each(files)('%s speaks only through its words', (name) =>
    expect(wordsIn(name, readFileSync(join(folder, name), 'utf8'))).toEqual([]),
  );
  it('the search itself finds Chinese and English', () => {
    expect(wordsIn('a.tsx', 'const a = <p title="Save it">柜台 {`第${n}张`}</p>;')).toEqual([
      'Save it',
      '柜台',
      '第',
      '张',
    ]);
    expect(wordsIn('a.tsx', 'const a = <p className="red">Sold out</p>;')).toEqual(['Sold out']);
  });
});
