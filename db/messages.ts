// What a window sent, made safe to look at: a window that was taken over may send anything that survives structured cloning.
// Knows no act; whether an input fits its act is the contract's business (serve.ts).
import type { Request } from './contract/act.ts';
import { Refusal } from './failures.ts';

/** Far above what any screen sends: a stocktake of some thousand lines, the text of its notes. */
const mostParts = 50_000;
const mostCharacters = 1_000_000;
const mostLevels = 12;

const isSound = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/** The envelope with nothing in it but what an envelope holds; what does not fit is left out and refused by name later. */
export const requestOf = (message: unknown): Request => {
  const { id, act, input, commandId } = (
    typeof message === 'object' && message !== null ? message : {}
  ) as Record<keyof Request, unknown>;
  return {
    id: typeof id === 'number' ? id : 0,
    act: typeof act === 'string' ? act : '',
    input,
    ...(typeof commandId === 'string' && isSound(commandId) && { commandId }),
  };
};

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/**
 * Refuses what no honest screen sends, before anything walks through it: `text-ill-formed` for lone surrogates and NUL, which
 * would come back from the database as other characters (reliability.md §0.12); `input-invalid` for deep, circular, huge and
 * sparse values, and for objects that are neither plain nor a list nor bytes.
 */
export const refuseIllFormed = (input: unknown): void => {
  let parts = 0;
  let characters = 0;
  const text = (value: string): void => {
    characters += value.length;
    if (characters > mostCharacters) throw new Refusal('input-invalid');
    if (!isSound(value)) throw new Refusal('text-ill-formed');
  };
  const walk = (value: unknown, level: number): void => {
    // Counting every visit also ends what names itself or is named a thousand times.
    parts += 1;
    if (parts > mostParts || level > mostLevels) throw new Refusal('input-invalid');
    if (typeof value === 'string') text(value);
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return;
    if (Array.isArray(value)) {
      if (value.length > mostParts) throw new Refusal('input-invalid');
      for (const part of value) walk(part, level + 1);
    } else if (isPlain(value)) {
      for (const name in value) {
        text(name);
        walk((value as Record<string, unknown>)[name], level + 1);
      }
    } else throw new Refusal('input-invalid');
  };
  walk(input, 0);
};
