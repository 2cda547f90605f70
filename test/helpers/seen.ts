// What is wrong with a screen as it stands before one's eyes, in words; empty is good: what a screen reader stumbles over, texts that
// are cut or lie over their neighbours, buttons that wrap, words of the other language. Needs a real layout, which jsdom has none of.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Runs inside the page; only what stands in this function is known there. */
const stumblesInPage = async (): Promise<readonly string[]> => {
  interface Axe {
    run: (
      on: Document,
      options: object,
    ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
  }
  const { axe } = window as unknown as { axe: Axe };
  const { violations } = await axe.run(document, { rules: { region: { enabled: false } } });
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
};

/** Runs inside the page. Texts wider than their box where nothing scrolls, buttons of two lines, what stands beyond the window. */
const cutInPage = (): readonly string[] => {
  const found: string[] = [];
  const said = (element: Element): string => element.textContent.trim().slice(0, 30);
  /** Over the edge of anything around it, up to where something scrolls or floats. */
  const spills = (element: Element, right: number): boolean => {
    for (let around = element; around.parentElement !== null;) {
      if (['absolute', 'fixed'].includes(getComputedStyle(around).position)) return false;
      around = around.parentElement;
      const { display, overflowX } = getComputedStyle(around);
      if (overflowX !== 'visible') return false;
      if (display !== 'inline' && around.getBoundingClientRect().right + 2 < right) return true;
    }
    return false;
  };
  for (const element of document.querySelectorAll<HTMLElement>(
    'main *, [role="dialog"] *, footer *, nav *',
  )) {
    const own = [...element.childNodes].some(
      (node) => node.nodeType === 3 && (node.nodeValue ?? '').trim() !== '',
    );
    const box = element.getBoundingClientRect();
    if (!own || box.width < 2 || box.height < 2) continue;
    const style = getComputedStyle(element);
    if (style.visibility === 'hidden' || element.closest('[aria-hidden="true"], [hidden]')) continue;
    if (
      style.overflowX !== 'visible' &&
      style.overflowX !== 'auto' &&
      element.scrollWidth > element.clientWidth + 1
    )
      found.push(`cut: ${said(element)}`);
    if (!element.closest('.data-table') && spills(element, box.right))
      found.push(`spills over its place: ${said(element)}`);
    const button = element.closest('button');
    if (button) {
      const range = document.createRange();
      range.selectNodeContents(element);
      const lines = [...range.getClientRects()];
      const firstEnds = Math.min(...lines.map(({ bottom }) => bottom));
      // A key beside its word may stand higher or lower; a second line begins where the first has ended.
      if (lines.some(({ top }) => top > firstEnds - 2) && !button.classList.contains('ant-btn-link'))
        found.push(`wrapped button: ${said(button)}`);
    }
    if (box.right > window.innerWidth + 1 && !element.closest('.data-table, .ant-table-wrapper'))
      found.push(`beyond the window: ${said(element)}`);
  }
  return found;
};

/** The codes first: one may begin with a unit. Names of keys, file kinds, units, numbers of papers and short codes are written in Latin letters in Chinese too. */
const latin =
  /(?<![A-Z2-9])[A-HJ-NP-Z2-9]{4}(?: [A-HJ-NP-Z2-9]{4}){2,}|(?<![A-Za-z])(?:Ctrl|Alt|Shift|Enter|Esc|Del|Home|End|PDF|XLSX|CSV|xlsx|xls|csv|QR|mm|kg|ml|cm|g|L|m|Tab|Excel)(?![A-Za-z])|\bF\d{1,2}\b|\b[A-Z]{2}\d{4,8}-\d+\b|\bPC[0-9A-Z]{8}\b|\bG\d{3}\b|\bA4\b|[\w-]+\.(?:pdf|xlsx|xls|csv)\b/g;

export const stumblesSeen = async (page: Page): Promise<readonly string[]> => {
  // Evaluated by the debugger, so that the page's own policy against foreign scripts stays as it is.
  await page.evaluate(axeSource);
  return page.evaluate(stumblesInPage);
};

export const cutTexts = (page: Page): Promise<readonly string[]> => page.evaluate(cutInPage);

/** Lists whose rows are wider than their frame. */
export const sidewaysLists = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.data-table')]
      .filter((list) => list.querySelector('.ant-table-tbody-virtual-scrollbar-horizontal'))
      .map((list) => `scrolls sideways: ${list.getAttribute('aria-label') ?? ''}`),
  );

/** Latin words that are none of the above; names of keys of words (form.title) stand among them. */
export const strayWords = async (page: Page): Promise<readonly string[]> => {
  const text = await page.evaluate(() => document.body.innerText);
  return (text.replaceAll(latin, ' ').match(/[A-Za-z][A-Za-z.]+/g) ?? []).filter((word) => word.length > 1);
};
