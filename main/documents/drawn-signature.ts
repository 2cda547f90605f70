// A signature drawn at the till (pad, pen or mouse), put on a line of a paper: as large as it fits, never outside its room.
import type { DrawnSignature } from '../../db/contract/documents.ts';
import type { Paper } from './paper.ts';

/** Points; `foot` is the line it stands on. */
interface Room {
  readonly left: number;
  readonly foot: number;
  readonly width: number;
  readonly height: number;
}

export function drawStrokes(paper: Paper, drawn: DrawnSignature, room: Room): void {
  if (drawn.width <= 0 || drawn.height <= 0) return;
  const scale = Math.min(room.width / drawn.width, room.height / drawn.height);
  const top = room.foot - drawn.height * scale;
  const inside = (value: number, most: number): number => Math.min(Math.max(value, 0), most) * scale;
  paper.strokes(
    drawn.strokes.map((way) =>
      way.map(([px, py]) => [room.left + inside(px, drawn.width), top + inside(py, drawn.height)] as const),
    ),
    0.9,
  );
}
