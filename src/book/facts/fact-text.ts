/** How a fact's number reads where nothing else is said; a share reads as `percentText` of fact-words.ts has it. */
import { powerText } from '../fact-words.ts';

/** To so many significant digits. */
export const digits = (count: number) => (value: number) => String(Number(value.toPrecision(count)));

/** As a power of ten, with so many significant digits. */
export const power = (count: number) => (value: number) => powerText(value, count);
