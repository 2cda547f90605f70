// Which rows under a heading are data: not the empty ones, not the heading repeated on every page, not where people sign or add up.
import type { SheetCell } from '../contract/documents.ts';
import { foldWidth } from '../domain/fold-width.ts';
import { foldHeading, type Column } from './headings.ts';

const LABEL = new RegExp(
  '^(?:(?:审核|审批|复核|制表|填表|填报|经办|录入|负责|联系|验收|监督|统计)人|(?:单位|统计|部门)?负责人|(?:联系|监督|举报)?电话|' +
    '(?:填报|填表|制表|报出|审核)?日期|填报单位|单位|签字|签名|签章|盖章|公章|注|说明|备注)(?:\\([^)]*\\))?:|' +
    '^(?:(?:审核|审批|复核|制表|填表|填报|经办)人|(?:单位|统计)?负责人|合计|总计|小计|本页合计|累计)$|^(?:合计|总计|小计|本页合计|累计)[:(\\d]|^共\\d+[户人行条]',
);
/** What every label has: a colon, or one of these first. Almost no cell of a data row does, and there are millions of them. */
const MAYBE_LABEL = /[:：]|^[\s\u00A0]*[审复制填经单统负合总小本累共]/;
/** Words under which people sign or add up: 审核人:, 合计. */
const isLabel = (text: string): boolean =>
  MAYBE_LABEL.test(text) && LABEL.test(foldWidth(text).replace(/[\s\u00A0]/g, ''));

type Row = readonly SheetCell[];
type Meant<K extends string> = readonly (Column<K> | null)[];

/** Tells the data rows under one heading. `headings`: the row of headings alone, and as it is read with the row above it. */
export const dataRowTest = <K extends string>(
  meant: Meant<K>,
  headings: readonly Row[],
): ((row: Row) => boolean) => {
  const repeated = headings.map((heading) => heading.map(({ text }) => foldHeading(text)));
  return (row) =>
    !isEmpty(row, meant) && !isSignature(row, meant) && !repeated.some((heading) => repeats(row, heading));
};

/** Also when only the printed line number (序号) is there. */
const isEmpty = <K extends string>(row: Row, meant: Meant<K>): boolean =>
  row.every((cell, index) => cell.text.trim() === '' || meant[index]?.ignored === true);

/**
 * Almost nothing where a data row must have something, and words under which people sign. Both are asked for, so that a bad
 * data row is refused in words instead of passed over unseen.
 */
const isSignature = <K extends string>(row: Row, meant: Meant<K>): boolean => {
  if (!row.some((cell) => isLabel(cell.text))) return false;
  const needed = row.filter(
    (cell, index) => meant[index]?.required && cell.text.trim() !== '' && !isLabel(cell.text),
  );
  return needed.length <= 1;
};

/** Sheets made for printing repeat the heading on every page. */
const repeats = (row: Row, heading: readonly string[]): boolean =>
  heading.every((text, index) => foldHeading(row[index]?.text.trim() ?? '') === text);
