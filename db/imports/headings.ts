// How the headings of other people's sheets are recognised: every spelling of a heading folds to one form, and each area
// says which words mean which of its columns. Knows nothing of rows.
import { foldWidth } from '../domain/fold-width.ts';

export interface Column<K extends string> {
  readonly key: K;
  /** Words that mean this column; spelling is folded before comparing. */
  readonly names: readonly string[];
  /** Without it the table cannot be read at all. */
  readonly required?: true;
  /** Recognised so that it is not reported as left out, but carries nothing we need (序号). */
  readonly ignored?: true;
}
export type Columns<K extends string> = readonly Column<K>[];

/** What clerks add in brackets without changing the meaning. `(万元)` or `(公斤)` would change it and is kept. */
const HINT = /\((?:必填|选填|可不填|元|18位|按身份证|[^()]*格式[^()]*|[^()]*填写[^()]*)\)/g;

/** Half-width, without white space, marks of obligation and hints: `身份证 号码*(必填)` → `身份证号码`. */
export const foldHeading = (text: string): string =>
  foldWidth(text)
    .replace(/[\s\u00A0\u200B-\u200D\uFEFF*:]/g, '')
    .replace(/[〔【[]/g, '(')
    .replace(/[〕】\]]/g, ')')
    .replace(HINT, '')
    .toLowerCase();

/** The column each cell of a heading row means, or null. The first cell wins where two mean the same. */
export const columnsAt = <K extends string>(
  row: readonly { readonly text: string }[],
  columns: Columns<K>,
): readonly (Column<K> | null)[] => {
  const taken = new Set<K>();
  return row.map(({ text }) => {
    const heading = foldHeading(text);
    const found =
      heading === ''
        ? undefined
        : columns.find(
            ({ key, names }) => !taken.has(key) && names.some((name) => foldHeading(name) === heading),
          );
    if (found) taken.add(found.key);
    return found ?? null;
  });
};
