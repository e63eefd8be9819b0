/** What a program prints: its console, kept as lines in the form that Node would print them, and stopped when it floods. */
import { Stop } from './thrown.ts';

/** A run that prints more than this is stopped. */
const mostLines = 10_000;
const mostCharacters = 1_000_000;
/** Longer lines are cut. */
const longestLine = 2_000;

export class Printer {
  #lines: string[] = [];
  #lineCount = 0;
  #characterCount = 0;
  #muted = false;

  /** Set when the program has printed too much, also when it caught what `print` threw. */
  flooded: Stop | undefined;

  /** Puts this printer in place of the console's functions. */
  readonly console: Record<string, (...values: unknown[]) => void> = Object.fromEntries(
    ['log', 'info', 'warn', 'error', 'debug', 'trace', 'table', 'dir'].map((name) => [
      name,
      (...values: unknown[]) => this.print(values),
    ]),
  );

  print(values: unknown[]): void {
    if (this.#muted) return;
    if (this.flooded) throw this.flooded;
    const line = shorten(
      values
        .slice(0, 50)
        .map((value) => formatted(value, false))
        .join(' '),
    );
    this.#lineCount++;
    this.#characterCount += line.length;
    if (this.#lineCount > mostLines || this.#characterCount > mostCharacters) {
      this.flooded = new Stop({
        kind: 'flood',
        message:
          'The program printed more than the page can show, so it was stopped. Print once in many epochs, not in every update.',
      });
      throw this.flooded;
    }
    this.#lines.push(line);
  }

  /** The lines printed since the last call. */
  take(): string[] {
    const lines = this.#lines;
    this.#lines = [];
    return lines;
  }

  /** Starts counting afresh, with a new run. */
  reset(): void {
    this.#lines = [];
    this.#lineCount = 0;
    this.#characterCount = 0;
    this.flooded = undefined;
  }

  /** Runs something again that was already heard. */
  silently<T>(action: () => T): T {
    const before = this.#muted;
    this.#muted = true;
    try {
      return action();
    } finally {
      this.#muted = before;
    }
  }
}

/** One value as Node's console shows it: -0 with its sign, strings bare at the top and quoted within. */
function formatted(value: unknown, within: boolean, depth = 0): string {
  try {
    if (typeof value === 'string') return within ? `'${shorten(value)}'` : shorten(value);
    if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
    if (typeof value === 'bigint') return `${value}n`;
    if (typeof value === 'function') return '[Function]';
    if (typeof value !== 'object' || value === null) return String(value);
    if (value instanceof Error) return shorten(`${value.name}: ${value.message}`);
    if (depth > 3) return Array.isArray(value) ? '[Array]' : '[Object]';
    const isList = Array.isArray(value) || ArrayBuffer.isView(value);
    const keys = Object.keys(value).slice(0, 100);
    const parts = keys.map((key) => {
      const text = formatted((value as Record<string, unknown>)[key], true, depth + 1);
      return isList ? text : `${key}: ${text}`;
    });
    if (parts.length === 0) return isList ? '[]' : '{}';
    return isList ? `[ ${parts.join(', ')} ]` : `{ ${parts.join(', ')} }`;
  } catch {
    return '[something that can’t be shown]';
  }
}

function shorten(text: string): string {
  return text.length > longestLine ? `${text.slice(0, longestLine)} …` : text;
}
