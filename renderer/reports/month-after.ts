// Steps of the month picker.
import { addMonths, monthOf, type Month } from '../../db/domain/business-day.ts';

/** The month `by` months later; earlier when negative. */
export const monthAfter = (month: Month, by: number): Month => monthOf(addMonths(`${month}-01`, by));
