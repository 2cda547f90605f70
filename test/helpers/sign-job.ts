// The name drawn at the till with the mouse: too little of it, drawn, drawn anew, kept; or signed on the slip instead.
import { barcode } from './counter-books.ts';
import { leave, openVoucher, scanGoods, slipIsOut } from './counter-job.ts';
import type { Drive } from './drive.ts';
import type { Look } from './main-job.ts';

const toPad = async (drive: Drive, code: string): Promise<void> => {
  await openVoucher(drive, code);
  await scanGoods(drive, barcode.salt);
  await drive.page.keyboard.press('F9');
  await drive.byId('sign-pad').waitFor();
};
const saveSlip = async (drive: Drive, papers: string, fileName: string): Promise<void> => {
  await drive.byId('counter-done').waitFor();
  await slipIsOut(drive);
  await drive.saveInto(papers, fileName);
  await drive.page.keyboard.press('Control+S');
  await drive.page.getByText(fileName).waitFor();
};

type Way = readonly (readonly [x: number, y: number])[];
/** Parts of the pad's width and height. */
const name: readonly Way[] = [
  [
    [0.2, 0.3],
    [0.45, 0.3],
    [0.25, 0.8],
  ],
  [
    [0.3, 0.55],
    [0.5, 0.85],
  ],
  [
    [0.6, 0.2],
    [0.6, 0.85],
    [0.8, 0.6],
  ],
];
const draw = async (drive: Drive, strokes: readonly Way[]): Promise<void> => {
  const { mouse } = drive.page;
  const pad = await drive.byId('sign-pad').boundingBox();
  if (!pad) throw new Error('no pad');
  const at = ([x, y]: Way[number]) => [pad.x + x * pad.width, pad.y + y * pad.height] as const;
  for (const [first, ...more] of strokes) {
    if (!first) continue;
    await mouse.move(...at(first));
    await mouse.down();
    for (const point of more) await mouse.move(...at(point), { steps: 6 });
    await mouse.up();
  }
};
const strokesSeen = (drive: Drive): Promise<number> => drive.byId('sign-pad').locator('polyline').count();

export interface Drawn {
  /** What the screen said of a single dot. */
  readonly tooLittle: string;
  readonly cleared: number;
}

export const drawName = async (drive: Drive, code: string, papers: string, look: Look): Promise<Drawn> => {
  const { keyboard } = drive.page;
  await toPad(drive, code);
  await look('sign');
  await draw(drive, [[[0.5, 0.5]]]);
  await keyboard.press('F9');
  await drive.byId('sign-form').locator('.notice').waitFor();
  await look('sign-too-little');
  const tooLittle = await drive.byId('sign-form').innerText();
  await draw(drive, name);
  await drive.byId('sign-clear').click();
  const cleared = await strokesSeen(drive);
  await draw(drive, name);
  await look('sign-drawn');
  await drive.byId('sign-save').click();
  await drive.byId('sign-form').waitFor({ state: 'detached' });
  await saveSlip(drive, papers, 'slip-drawn.pdf');
  await look('sign-done');
  await leave(drive);
  return { tooLittle, cleared };
};

/** Esc: the slip has a line for it. */
export const signOnSlip = async (drive: Drive, code: string, papers: string): Promise<void> => {
  await toPad(drive, code);
  await drive.page.keyboard.press('Escape');
  await drive.byId('sign-form').waitFor({ state: 'detached' });
  await saveSlip(drive, papers, 'slip-line.pdf');
  await leave(drive);
};
