/** Both doctors as files, and what they say of programs. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FindingSections } from '../../src/book/index.ts';
import { doctorFiles } from '../../src/doctor/doctor-files.ts';
import { lua, python } from '../cases/languages.ts';

export const site = 'https://example.org/book';

/** A program as a doctor is given it. */
export interface Patient {
  name: string;
  text: string;
  seed: number;
  /** Once, after so many updates. */
  updates: number;
}

export interface Answer {
  name: string;
  findings?: { code: string; severity: string; words: [title: string, means: string, tries: string] }[];
  /** What it lacks. */
  missing?: string;
}

/** Writes both doctors into a folder of their own, which is for the caller to remove. */
export function writeDoctors(sections: FindingSections): string {
  const folder = mkdtempSync(join(tmpdir(), 'doctors-'));
  for (const { fileName, text } of doctorFiles(site, sections)) writeFileSync(join(folder, fileName), text);
  return folder;
}

const drivers = { python: 'drive.py', lua: 'drive.lua' };

/** @param folder Of the doctors. */
export function askDoctor(
  language: 'python' | 'lua',
  folder: string,
  programs: readonly Patient[],
): Answer[] {
  const { stdout, stderr, status } = spawnSync(
    (language === 'python' ? python : lua)!,
    [
      ...(language === 'python' ? ['-B'] : []),
      `tests/doctor/${drivers[language]}`,
      ...(language === 'lua' ? [folder] : []),
    ],
    {
      input:
        language === 'python'
          ? JSON.stringify({
              doctor: folder,
              programs: programs.map(({ name, text, seed, updates }) => ({ name, text, seed, updates })),
            })
          : programs.map(packed).join(''),
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    },
  );
  if (status !== 0) throw new Error(`the ${language} doctor stopped: ${stderr}`);
  return JSON.parse(stdout) as Answer[];
}

/** Lua has no JSON: lengths before texts. */
const packed = ({ name, text, seed, updates }: Patient): string =>
  `${Buffer.byteLength(name)} ${Buffer.byteLength(text)} ${seed} ${updates}\n${name}${text}`;
