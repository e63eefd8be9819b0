/** Checks values on behalf of a public function; what is wrong throws with function, value and expectation. */
export class Checker {
  readonly functionName: string;

  constructor(functionName: string) {
    this.functionName = functionName;
  }

  that(holds: boolean, name: string, value: unknown, expectation: string): asserts holds {
    if (holds) return;
    throw new RangeError(`${this.functionName}: ${name} is ${show(value)}; expected ${expectation}`);
  }

  oneOf(name: string, value: unknown, names: readonly string[]): void {
    this.that(names.includes(value as string), name, value, `one of ${names.join(', ')}`);
  }

  finite(name: string, value: unknown): void {
    this.that(Number.isFinite(value), name, value, 'a finite number');
  }

  between(name: string, value: unknown, low: number, high: number): void {
    const holds = typeof value === 'number' && value >= low && value <= high && Number.isFinite(value);
    const range = high === Infinity ? `of at least ${low}` : `from ${low} to ${high}`;
    this.that(holds, name, value, `a finite number ${range}`);
  }

  count(name: string, value: unknown): void {
    this.that(Number.isInteger(value) && (value as number) > 0, name, value, 'a whole number of at least 1');
  }

  list(name: string, value: unknown): asserts value is unknown[] {
    this.that(Array.isArray(value) && value.length > 0, name, value, 'a list with at least one entry');
  }
}

function show(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  if (Array.isArray(value)) return value.length ? `a list of ${value.length}` : 'an empty list';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}
