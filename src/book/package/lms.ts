/**
 * An LMS as a package sees it: the two editions of SCORM under one set of names.
 * Sources: SCORM 1.2 Run-Time Environment (ADL, 2001), SCORM 2004 4th Edition Run-Time Environment (ADL, 2009).
 */

export type PackageFormat = 'scorm12' | 'scorm2004';

type Api = Record<string, (...args: string[]) => string | boolean>;

/** What is told of a reader's work. */
export interface Standing {
  isComplete: boolean;
  /** The share of the exercises that are solved, 0 to 1; none for a package without exercises. */
  score: number | undefined;
}

const calls = {
  scorm12: {
    start: 'LMSInitialize',
    get: 'LMSGetValue',
    set: 'LMSSetValue',
    commit: 'LMSCommit',
    end: 'LMSFinish',
  },
  scorm2004: { start: 'Initialize', get: 'GetValue', set: 'SetValue', commit: 'Commit', end: 'Terminate' },
} as const;

const fields = {
  scorm12: {
    learner: 'cmi.core.student_id',
    place: 'cmi.core.lesson_location',
    exit: 'cmi.core.exit',
    time: 'cmi.core.session_time',
  },
  scorm2004: { learner: 'cmi.learner_id', place: 'cmi.location', exit: 'cmi.exit', time: 'cmi.session_time' },
} as const;

/** Characters of state that an edition promises to keep. */
export const stateRoom: Readonly<Record<PackageFormat, number>> = { scorm12: 4096, scorm2004: 64_000 };

/** The LMS's object: in a window around this one, or around the one that opened it, as both editions ask. */
function findApi(format: PackageFormat): Api | undefined {
  const name = format === 'scorm12' ? 'API' : 'API_1484_11';
  for (const first of [window, window.opener as Window | null]) {
    for (let at: Window | null = first; at; at = at.parent === at ? null : at.parent) {
      try {
        const api = (at as unknown as Record<string, Api | undefined>)[name];
        if (api) return api;
      } catch {
        // A window of another host: the LMS is not there.
      }
    }
  }
  return undefined;
}

export class Lms {
  readonly #api: Api;
  readonly #format: PackageFormat;
  /** What was told last, by field: only what has changed is told. */
  readonly #told = new Map<string, string>();
  readonly #startMs = performance.now();
  #isOpen = true;

  private constructor(api: Api, format: PackageFormat) {
    this.#api = api;
    this.#format = format;
  }

  /** Undefined where there is no LMS, or it refuses the session. */
  static open(format: PackageFormat): Lms | undefined {
    const api = findApi(format);
    return api && String(api[calls[format].start]!('')) === 'true' ? new Lms(api, format) : undefined;
  }

  get learner(): string {
    return this.#get(fields[this.#format].learner);
  }
  get state(): string {
    return this.#get('cmi.suspend_data');
  }
  get place(): string {
    return this.#get(fields[this.#format].place);
  }

  /** Tells what has changed since it was told last. */
  report(state: string, place: string, { isComplete, score }: Standing): void {
    const values: Record<string, string> = { 'cmi.suspend_data': state, [fields[this.#format].place]: place };
    if (this.#format === 'scorm12') {
      values['cmi.core.lesson_status'] = isComplete ? 'completed' : 'incomplete';
      if (score !== undefined)
        Object.assign(values, {
          'cmi.core.score.min': '0',
          'cmi.core.score.max': '100',
          'cmi.core.score.raw': percent(score),
        });
    } else {
      values['cmi.completion_status'] = isComplete ? 'completed' : 'incomplete';
      if (score !== undefined)
        Object.assign(values, {
          'cmi.score.min': '0',
          'cmi.score.max': '100',
          'cmi.score.raw': percent(score),
          'cmi.score.scaled': String(Number(score.toFixed(4))),
        });
    }
    let hasChanged = false;
    for (const [field, value] of Object.entries(values)) {
      if (this.#told.get(field) === value) continue;
      if (this.#set(field, value)) this.#told.set(field, value);
      hasChanged = true;
    }
    if (hasChanged) this.#api[calls[this.#format].commit]!('');
  }

  /** Ends the session; the next one goes on from here. */
  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    const seconds = Math.round((performance.now() - this.#startMs) / 1000);
    this.#set(fields[this.#format].exit, 'suspend');
    this.#set(fields[this.#format].time, this.#format === 'scorm12' ? clockTime(seconds) : `PT${seconds}S`);
    this.#api[calls[this.#format].commit]!('');
    this.#api[calls[this.#format].end]!('');
  }

  #get(field: string): string {
    const value = this.#api[calls[this.#format].get]!(field);
    return typeof value === 'string' ? value : '';
  }

  #set(field: string, value: string): boolean {
    return String(this.#api[calls[this.#format].set]!(field, value)) === 'true';
  }
}

const percent = (share: number): string => String(Math.round(share * 100));

/** "0000:07:05", as SCORM 1.2 writes a span of time. */
function clockTime(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join(':');
}
