/**
 * doctor.py and doctor.lua: the diagnosis as one file for a program of the reader's own. The half that meets the reader's program
 * is written by hand, doctor.py and doctor.lua beside this file; words, links, thresholds and checks come from where the book has
 * them, so that they can't differ.
 */
import { readFileSync } from 'node:fs';
import { findingWords } from '../words/findings.ts';
import type { FindingSections } from '../book/index.ts';
import { readLabSource } from './lab-source.ts';
import { LuaTranslator } from './lua.ts';
import { PythonTranslator } from './python.ts';

export interface DoctorFile {
  /** "doctor.py" */
  fileName: string;
  text: string;
}

/** @param site The book's address, without a slash at its end. */
export function doctorFiles(site: string, { sections, byCode }: FindingSections): DoctorFile[] {
  const lab = readLabSource();
  const words = Object.entries(findingWords).map(([code, said]) => {
    const { title, means, tries } = said as { title: string; means: string; tries?: string };
    return [code, { title, means, ...(tries && { tries }) }] as const;
  });
  const links = Object.entries(byCode).map(
    ([code, places]) => [code, places.map((at) => [sections[at]!.title, sections[at]!.address])] as const,
  );
  const filled = (file: string, parts: Record<string, string>): DoctorFile => ({
    fileName: file,
    text: readFileSync(`src/doctor/${file}`, 'utf8').replaceAll(
      /@(\w+)@/g,
      (_, name: string) => parts[name]!,
    ),
  });
  return [
    filled('doctor.py', {
      SITE: site,
      WORDS: JSON.stringify(Object.fromEntries(words), undefined, 4),
      SECTIONS: JSON.stringify(Object.fromEntries(links), undefined, 4),
      CHECKS: new PythonTranslator(lab).text(),
    }),
    filled('doctor.lua', {
      SITE: site,
      WORDS: luaOf(Object.fromEntries(words)),
      SECTIONS: luaOf(Object.fromEntries(links)),
      CHECKS: new LuaTranslator(lab).text(),
    }),
  ];
}

/** Texts, lists and tables as Lua writes them. */
function luaOf(value: unknown, indent = ''): string {
  if (typeof value === 'string') return JSON.stringify(value);
  const inner = `${indent}  `;
  const lines = Array.isArray(value)
    ? value.map((one) => luaOf(one, inner))
    : Object.entries(value as object).map(
        ([name, one]) => `${/^\w+$/.test(name) ? name : `["${name}"]`} = ${luaOf(one, inner)}`,
      );
  return `{\n${lines.map((line) => `${inner}${line},\n`).join('')}${indent}}`;
}
