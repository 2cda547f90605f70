// Puts blocks on pages before anything is drawn, so that every page can say n/N. Headings of a table come again on
// each page it reaches; a title never stands alone at the foot of a page.
import type { Paper } from './paper.ts';

export interface Block {
  readonly height: number;
  readonly draw: (x: number, y: number) => void;
}

export interface TableSection {
  /** Above the headings, on the first page only. */
  readonly title: Block | null;
  readonly head: Block;
  readonly rows: readonly Block[];
}

export type Section = Block | TableSection;

export interface PageFrame {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  readonly drawHead: (page: number, pages: number) => void;
  readonly drawFoot: (page: number, pages: number) => void;
}

interface Placed {
  readonly page: number;
  readonly y: number;
  readonly block: Block;
}

const isTable = (section: Section): section is TableSection => 'rows' in section;

/** `top` and `bottom` bound the room between the page's head and foot. */
export function place(sections: readonly Section[], top: number, bottom: number): readonly Placed[] {
  const placed: Placed[] = [];
  let page = 0;
  let y = top;
  const put = (block: Block): void => {
    placed.push({ page, y, block });
    y += block.height;
  };
  const startPageUnless = (height: number): boolean => {
    if (y + height <= bottom + 0.01 || y === top) return false;
    page += 1;
    y = top;
    return true;
  };
  for (const section of sections) {
    if (!isTable(section)) {
      startPageUnless(section.height);
      put(section);
      continue;
    }
    const first = section.rows[0]?.height ?? 0;
    startPageUnless((section.title?.height ?? 0) + section.head.height + first);
    if (section.title !== null) put(section.title);
    put(section.head);
    for (const row of section.rows) {
      if (startPageUnless(row.height)) put(section.head);
      put(row);
    }
  }
  return placed;
}

/** Called after each page; gives others a turn, and throws to stop a long print. */
export type OnPage = (done: number, total: number) => Promise<void>;

export async function drawFlow(
  paper: Paper,
  sections: readonly Section[],
  frame: PageFrame,
  onPage: OnPage,
): Promise<void> {
  const placed = place(sections, frame.top, frame.bottom);
  const pages = (placed.at(-1)?.page ?? 0) + 1;
  let next = 0;
  for (let page = 0; page < pages; page += 1) {
    paper.addPage();
    frame.drawHead(page + 1, pages);
    for (let item = placed[next]; item?.page === page; item = placed[next]) {
      item.block.draw(frame.left, item.y);
      next += 1;
    }
    frame.drawFoot(page + 1, pages);
    await onPage(page + 1, pages);
  }
}

export const gap = (height: number): Block => ({ height, draw: () => undefined });

/** Blocks that stay together on one page. */
export function joined(blocks: readonly Block[]): Block {
  return {
    height: blocks.reduce((sum, block) => sum + block.height, 0),
    draw: (x, y) => {
      let top = y;
      for (const block of blocks) {
        block.draw(x, top);
        top += block.height;
      }
    },
  };
}
