// F1: the manual is shown in a window of its own, at the page of the screen, and the engine's PDF viewer really draws it.
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { Drive } from '../helpers/drive.ts';

let drive: Drive;
beforeAll(async () => {
  drive = await Drive.start(inject('prepared'));
}, 150_000);
afterAll(async () => {
  await drive.close();
});

/** Addresses of the windows that show a paper, and of everything inside them: a paper that is drawn has a frame of its own. */
const shownPapers = () =>
  drive.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .map(({ webContents }) => webContents)
      .filter((contents) => contents.getURL().startsWith('paper:'))
      .map((contents) => ({
        url: contents.getURL(),
        frames: contents.mainFrame.framesInSubtree.map(({ url }) => url.split(':')[0]),
      })),
  );

it('opens at the page of the screen and turns, in the same one window, to the page of the next', async () => {
  // The engine loses its viewer in about one turn of twenty when the earlier window closes: ten turns see that it is got back.
  for (const page of ['counter', 'reports', 'people', 'goods', 'vouchers'].flatMap((one) => [
    one,
    'counter',
  ])) {
    await drive.desktop('desktop.openManual', { page });
    await expect.poll(shownPapers, { timeout: 60_000 }).toEqual([
      {
        url: expect.stringMatching(new RegExp(`#nameddest=${page}&`)) as string,
        frames: ['paper', 'chrome-extension', 'paper'],
      },
    ]);
  }
}, 150_000);
