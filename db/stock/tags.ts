// What the label of a lot or of a tagged second-hand piece says, and what a scanned one means.
import { readTag, tagCode } from '../domain/goods-tag.ts';

/** `grade` is set for second-hand goods only. */
export const tagOf = ({ id, grade }: { readonly id: number; readonly grade: string | null }): string =>
  tagCode(grade === null ? 'lot' : 'piece', id);

export { readTag };
