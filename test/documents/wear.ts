// What happens to a paper between the printer and the counter, done to the pixels of a rendered page: out of focus, held askew,
// crumpled in a pocket. Nothing here is random: a code that is read once is read every time.
import type { GreyPage } from './reading.ts';

type Wear = (page: GreyPage) => GreyPage;

/** White outside the page. */
const pixel = ({ width, height, pixels }: GreyPage, column: number, row: number): number =>
  column < 0 || row < 0 || column >= width || row >= height ? 255 : (pixels[row * width + column] ?? 255);

/** Grey at a place between pixels. */
function greyAt(page: GreyPage, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const across = (row: number): number =>
    pixel(page, left, row) * (left + 1 - x) + pixel(page, left + 1, row) * (x - left);
  return across(top) * (top + 1 - y) + across(top + 1) * (y - top);
}

function redrawn(page: GreyPage, greyOf: (x: number, y: number) => number): GreyPage {
  const { width, height } = page;
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) pixels[y * width + x] = Math.round(greyOf(x, y));
  }
  return { width, height, pixels };
}

/** Out of focus: each pixel the mean of those up to `radius` away, first along the rows, then down the columns. */
export const blurred =
  (radius: number): Wear =>
  (page) => {
    const mean = (from: GreyPage, stepX: number, stepY: number): GreyPage =>
      redrawn(from, (x, y) => {
        let sum = 0;
        for (let away = -radius; away <= radius; away += 1) {
          sum += pixel(from, x + away * stepX, y + away * stepY);
        }
        return sum / (2 * radius + 1);
      });
    return mean(mean(page, 1, 0), 0, 1);
  };

/** Turned about the middle of the page; the corners are lost. */
export const turned =
  (degrees: number): Wear =>
  (page) => {
    const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    const [midX, midY] = [page.width / 2, page.height / 2];
    return redrawn(page, (x, y) =>
      greyAt(page, midX + (x - midX) * cos - (y - midY) * sin, midY + (x - midX) * sin + (y - midY) * cos),
    );
  };

/**
 * Crumpled and smoothed out again: bulges of six centimetres and waves of two shift what lies on the paper, at 150 dpi by up to 0.45 mm;
 * what slopes away is darker, and black is no longer black.
 */
export const crumpled: Wear = (page) => {
  const bulge = (x: number, y: number): number => Math.sin(x / 70 + y / 160) + Math.sin(y / 85 - x / 140);
  const wave = (x: number, y: number): number => Math.sin(x / 23 + y / 61) + Math.sin(y / 29 - x / 47);
  const shift = (x: number, y: number): number => bulge(x, y) + 0.35 * wave(x, y);
  return redrawn(page, (x, y) => {
    const grey = greyAt(page, x + shift(x, y), y + shift(y + 400, x));
    return Math.max(0, Math.min(255, 70 + grey * 0.7 - 8 * shift(x, y)));
  });
};
