/** How a fact's number reads where nothing else is said; a share reads as `percentText` of src/words has it. */
import { numberText, powerText } from '../../words/numbers.ts';

/** To so many significant digits. */
export const digits = (count: number) => (value: number) => numberText(value, count);

/** As a power of ten, with so many significant digits. */
export const power = (count: number) => (value: number) => powerText(value, count);
