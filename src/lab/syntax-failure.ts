import type { Failure } from './protocol.ts';

/** What a parser threw, in plain words and with the place in the reader's text. */
export function syntaxFailure(thrown: unknown, source: string): Failure {
  if (thrown instanceof RangeError)
    return {
      kind: 'syntax',
      message: 'The program is nested too deeply to be read. Take some brackets apart.',
    };
  if (!(thrown instanceof Error)) return { kind: 'syntax', message: 'The program can’t be read.' };

  const said = thrown.message.replace(/^Error transforming [^:]*: /, '').replace(/\s*\(\d+:\d+\)\s*$/, '');
  const place = placeOf(thrown);
  if (!place) return { kind: 'syntax', message: `The program can’t be read: ${said}.` };

  const { line, column } = place;
  const rest = (source.split('\n')[line - 1] ?? '').slice(column - 1);
  return { kind: 'syntax', message: inWords(said, rest, isAtEnd(source, place)), line, column };
}

/** Sucrase counts columns from 1 and writes the place into its message; Acorn counts from 0 and has a `loc` too. */
function placeOf(error: Error): { line: number; column: number } | undefined {
  const loc = (error as { loc?: { line?: unknown; column?: unknown } }).loc;
  if (typeof loc?.line !== 'number' || typeof loc.column !== 'number') return undefined;
  const fromAcorn = 'raisedAt' in error;
  return { line: loc.line, column: loc.column + (fromAcorn ? 1 : 0) };
}

function isAtEnd(source: string, { line, column }: { line: number; column: number }): boolean {
  const lines = source.split('\n');
  const rest = [lines[line - 1]?.slice(column - 1) ?? '', ...lines.slice(line)];
  return rest.join('').trim() === '';
}

function inWords(said: string, rest: string, atEnd: boolean): string {
  if (atEnd)
    return 'The program ends in the middle of something: a bracket, a brace or a quotation mark is opened and never closed.';

  const found = /^(?:[\p{ID_Start}$_][\p{ID_Continue}$]*|\d[\d.]*|[=!<>+\-*/&|?]+|\S)/u.exec(rest)?.[0];
  const here = found ? `\`${found}\`` : 'the end of the line';
  const expected = /, expected "([^"]+)"$/.exec(said)?.[1];
  if (expected) return `Here stands ${here} where \`${expected}\` is expected.`;
  if (/^Unexpected token/.test(said))
    return `${capital(here)} is not expected here. Look also at what stands just before it.`;
  if (/^Unterminated (string|template)/.test(said))
    return 'A quotation mark is opened here and never closed.';
  if (/^Unterminated comment/.test(said)) return 'A comment is opened here and never closed.';
  if (/^Unterminated regular expression/.test(said))
    return 'This slash opens a pattern that is never closed. If you meant to divide, something is missing before it.';
  const declaredTwice = /^Identifier '(.+)' has already been declared/.exec(said)?.[1];
  if (declaredTwice) return `\`${declaredTwice}\` is declared twice. Give one of the two another name.`;
  if (/^Assigning to rvalue/.test(said)) return 'What stands left of `=` can’t be given a value.';
  if (/^'return' outside of function/.test(said)) return '`return` stands outside of a function.';
  if (/await/.test(said)) return 'A program in the lab can’t wait: `await` is not possible here.';
  return `${capital(said)}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
