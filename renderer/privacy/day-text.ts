// A day as it is typed into a field of this section.
import { parseDay } from '../../db/domain/business-day.ts';

/** Null while it is no real day. */
export const typedDay = (text: string): string | null => parseDay(text.trim());
