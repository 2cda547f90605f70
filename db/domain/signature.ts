// What counts as a name that was drawn: dots and a slip of the pen do not. Pure.
type Point = readonly [x: number, y: number];

/** Of the frame's width: less ink than this is no name. */
const leastInk = 1 / 16;

export const isSigned = (strokes: readonly (readonly Point[])[], width: number): boolean =>
  strokes.reduce((ink, stroke) => ink + lengthOf(stroke), 0) >= width * leastInk;

const lengthOf = (stroke: readonly Point[]): number =>
  stroke.reduce((length, [x, y], at) => {
    const [fromX, fromY] = stroke[at - 1] ?? [x, y];
    return length + Math.hypot(x - fromX, y - fromY);
  }, 0);
