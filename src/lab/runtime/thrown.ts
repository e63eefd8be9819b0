/** What a program threw, in plain words and with its place. A program may throw anything: a number, a proxy, nothing. */
import type { Failure } from '../protocol.ts';
import { placeInProgram } from './evaluate.ts';

/** Thrown by the runtime itself, to end a program with a failure already in words. */
export class Stop extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

const longestMessage = 500;

export function failureOf(thrown: unknown): Failure {
  if (isStop(thrown)) {
    const place = thrown.failure.line === undefined ? placeOf(thrown) : undefined;
    return { ...thrown.failure, ...place };
  }
  const message = messageOf(thrown);
  const place = placeOf(thrown);
  if (
    /invalid (typed )?array length|invalid string length|invalid array$|invalid array buffer length|allocation failed|out of memory|array length exceeds/i.test(
      message,
    )
  )
    return {
      kind: 'memory',
      message:
        'The program asked for more memory than there is. Look for an array that grows in a loop, or one that is made far too large.',
      ...place,
    };
  if (/could not be cloned/.test(message))
    return {
      kind: 'contract',
      message:
        'The network holds something that can’t be copied. It must be plain data: objects, lists and numbers.',
      ...place,
    };
  if (/dynamically imported module/.test(message))
    return { kind: 'exception', message: 'A program in the lab can’t load other files.', ...place };
  if (/maximum call stack|too much recursion/i.test(message))
    return {
      kind: 'exception',
      message: 'A function calls itself without end. Look for the call that should have stopped.',
      ...place,
    };
  return { kind: 'exception', message: `The program stopped: ${inWords(message)}`, ...place };
}

function isStop(thrown: unknown): thrown is Stop {
  try {
    return thrown instanceof Stop;
  } catch {
    return false;
  }
}

/** The commonest messages of the language, said for someone who meets them for the first time. */
function inWords(message: string): string {
  const undefinedRead =
    /^Cannot (?:read|set) properties of (undefined|null) \((?:reading|setting) '(.*)'\)$/.exec(message);
  if (undefinedRead)
    return `“${message}”. What stands before \`${/^\d+$/.test(undefinedRead[2]!) ? `[${undefinedRead[2]}]` : `.${undefinedRead[2]}`}\` is ${undefinedRead[1]}: a name or an index that does not exist.`;
  const notDefined = /^(.+) is not defined$/.exec(message);
  if (notDefined)
    return `“${message}”. Nothing of the name \`${notDefined[1]}\` is declared: look at the spelling.`;
  if (/is not a function$/.test(message)) return `“${message}”. Look at the spelling of what is called.`;
  if (/^Assignment to constant variable/.test(message))
    return `“${message}” A \`const\` keeps its first value; use \`let\` for what changes.`;
  if (
    /^Cannot (assign to read only property|add property|define property|delete property|redefine property)/.test(
      message,
    )
  )
    return `“${message}”. The language’s own objects can’t be changed in the lab.`;
  if (/before initialization$/.test(message))
    return `“${message}”. It is used above the line that gives it its value.`;
  return `“${message}”${/[.!?]$/.test(message) ? '' : '.'}`;
}

function messageOf(thrown: unknown): string {
  try {
    if (thrown instanceof Error) return shorten(String(thrown.message) || String(thrown.name));
    if (typeof thrown === 'string') return shorten(thrown);
    if (typeof thrown === 'object' && thrown !== null) {
      const message = (thrown as { message?: unknown }).message;
      return typeof message === 'string' ? shorten(message) : 'it threw something that is not an error';
    }
    return typeof thrown === 'function' ? 'it threw a function' : shorten(`it threw ${String(thrown)}`);
  } catch {
    return 'it threw something that can’t be read';
  }
}

function placeOf(thrown: unknown): { line: number; column: number } | undefined {
  try {
    if (!(thrown instanceof Error) || typeof thrown.stack !== 'string') return undefined;
    return placeInProgram(thrown.stack.slice(0, 20_000));
  } catch {
    return undefined;
  }
}

function shorten(text: string): string {
  return text.length > longestMessage ? `${text.slice(0, longestMessage)} …` : text;
}
