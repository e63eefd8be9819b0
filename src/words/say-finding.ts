/** Fills in the words of a finding. The rules are few, so that a tool in another language can follow them: see findings.ts. */
import { findingWords } from './findings.ts';
import type { FindingCode, FindingWords } from './findings.ts';
import { layerWords } from './layers.ts';
import { listText } from './lists.ts';
import { countText, exactText, heldText, numberText } from './numbers.ts';

/** A finding as data: what the diagnosis gives. */
export interface Said {
  code: FindingCode;
  /** 0-based. */
  layer?: number;
  /** 0-based units of the layer. */
  units?: number[];
  /** 0-based samples of the data set. */
  samples?: number[];
  /** Which of the network's lists of numbers: places in `FindingPlace.arrays`. */
  parameters?: number[];
  numbers: Record<string, number | number[]>;
}

/** What names are taken from. */
export interface FindingPlace {
  /** How many layers the network has. */
  layerCount: number;
  /** [N, I] */
  inputs: readonly (readonly number[])[];
  /** The names of the network's lists of numbers, such as "hidden.weights". */
  arrays: readonly string[];
}

export interface SaidFinding {
  title: string;
  means: string;
  tries: string;
}

export function sayFinding(finding: Said, place: FindingPlace): SaidFinding {
  const { title, means, tries = '' }: FindingWords = findingWords[finding.code];
  const [first, second, third] = [title, means, tries].map((text) => fill(text, finding, place).trim());
  return { title: first!, means: second!, tries: third! };
}

/** Whether a finding has all that its words name: nothing stands empty in a sentence. */
export function isComplete(finding: Said): boolean {
  const { title, means, tries = '', phrase = '' }: FindingWords = findingWords[finding.code];
  const told = chosen(`${title} ${means} ${tries} ${phrase}`, finding);
  return [...told.matchAll(/\{(\w+)/g)].every(([, name]) => {
    const key = name!.toLowerCase();
    return name! in finding.numbers || (key === 'layer' ? finding.layer : listOf(key, finding)) !== undefined;
  });
}

/** What a wrong gradient looks like, within a sentence. */
export function sayPhrase(finding: Said, place: FindingPlace): string {
  const { phrase, title }: FindingWords = findingWords[finding.code];
  return fill(phrase ?? title, finding, place);
}

/** What is wrong with the gradient of a layer or of some lists of numbers, within a sentence; nothing where it is right. */
export function sayGradient(
  { layer, parameters }: { layer?: number; parameters?: number[] },
  findings: readonly Said[],
  place: FindingPlace,
): string | undefined {
  const phrases = findings
    .filter((one) => isAbout(one, layer, parameters))
    .filter(({ code }) => 'phrase' in findingWords[code] && findingWords[code].phrase !== 'right')
    .map((one) => sayPhrase(one, place));
  return phrases.length > 0 ? listText([...new Set(phrases)]) : undefined;
}

/** Whether a finding speaks of this part of the gradient; one that names none speaks of all. */
function isAbout(one: Said, layer: number | undefined, parameters: number[] | undefined): boolean {
  if (one.layer === undefined && one.parameters === undefined) return true;
  return parameters ? one.parameters?.includes(parameters[0]!) === true : one.layer === layer;
}

/** "(0, 1)": the inputs of a sample; of no more than three they stay on one line, held by no-break spaces. */
function sampleName(input: readonly number[]): string {
  if (input.length > 8) return `(${input.slice(0, 6).map((value) => heldText(value, 4)).join(', ')}, …)`; // prettier-ignore
  const gap = input.length <= 3 ? '\u00a0' : ' ';
  return `(${input.map((value) => heldText(value, 4)).join(`,${gap}`)})`;
}

/** Longer lists are cut. */
const longestList = 8;

/** The template without the parts that a finding of these numbers has no use for. */
function chosen(template: string, { numbers }: Said): string {
  return template.replace(/\[\[([?!])(\w+):(.*?)\]\]/g, (_, sign: string, name: string, text: string) =>
    (sign === '?') === name in numbers ? text : '',
  );
}

function fill(template: string, finding: Said, place: FindingPlace): string {
  return chosen(template, finding).replace(/\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?(?::([\w-]+))?\}/g, (_, name: string, one?: string, many?: string, how?: string) => {
      if (one !== undefined) return howMany(name, finding) === 1 ? one : many!;
      const text = named(name.toLowerCase(), finding, place) ?? numberIn(name, finding, place, how);
      return name[0] !== name[0]!.toLowerCase() ? capital(text) : text;
    }); // prettier-ignore
}

function howMany(name: string, finding: Said): number {
  const list = listOf(name, finding);
  if (list) return list.length;
  const value = finding.numbers[name];
  return Array.isArray(value) ? value.length : (value ?? 0);
}

function listOf(name: string, { units, samples, parameters }: Said): number[] | undefined {
  return { units, samples, parameters }[name];
}

function named(name: string, finding: Said, place: FindingPlace): string | undefined {
  if (name === 'layer') return layerWords.inSentence(finding.layer ?? 0, place.layerCount);
  const list = listOf(name, finding);
  if (!list) return undefined;
  return cut(
    list.map((index) =>
      name === 'units'
        ? String(index + 1)
        : name === 'samples'
          ? sampleName(place.inputs[index] ?? [])
          : `\`${place.arrays[index] ?? ''}\``,
    ),
  );
}

function numberIn(name: string, finding: Said, place: FindingPlace, how = ''): string {
  const value = finding.numbers[name];
  if (value === undefined) return '';
  if (Array.isArray(value)) {
    if (how === 'samples') return cut(value.map((index) => sampleName(place.inputs[index] ?? [])));
    if (how !== 'at-samples') return value.map((one) => heldText(one, 4)).join(', ');
    const names = (finding.samples ?? []).map((index) => sampleName(place.inputs[index] ?? []));
    return cut(value.map((one, at) => `${fractionText(one) ?? heldText(one, 4)} on ${names[at] ?? ''}`));
  }
  if (how === 'whole') return countText(value);
  if (how === 'exact') return exactText(value);
  if (how === 'percent') return `${numberText(value * 100, 2)}%`;
  if (how === 'fraction') return fractionText(value) ?? numberText(value);
  return heldText(value, how === '' ? 4 : Number(how));
}

function cut(words: string[]): string {
  return words.length <= longestList
    ? listText(words)
    : `${words.slice(0, longestList - 2).join(', ')} and ${countText(words.length - longestList + 2)} more`;
}

/** A fraction with a small denominator that a number is, to the last digits; nothing when there is none. */
function fractionText(value: number): string | undefined {
  if (value === 0) return heldText(value, 15);
  for (let denominator = 1; denominator <= 2_000; denominator++) {
    // Only a zero that is one keeps its sign.
    const numerator = Math.round(value * denominator) + 0;
    if (Math.abs(value - numerator / denominator) < 1e-13 * Math.max(1, Math.abs(value)))
      return denominator === 1 ? heldText(numerator, 15) : `${heldText(numerator, 15)}/${denominator}`;
  }
  return undefined;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
