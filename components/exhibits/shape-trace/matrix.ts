/** Matrices as lists of rows, small enough to be read on a page. */
export type Matrix = number[][];

export function multiply(a: Matrix, b: Matrix): Matrix {
  return a.map((row) => b[0]!.map((_, j) => row.reduce((sum, value, i) => sum + value * b[i]![j]!, 0)));
}

export function transpose(a: Matrix): Matrix {
  return a[0]!.map((_, j) => a.map((row) => row[j]!));
}

/** Combines two matrices of one shape, or a matrix with a single row, element by element. */
export function combine(a: Matrix, b: Matrix, operation: (x: number, y: number) => number): Matrix {
  return a.map((row, i) => row.map((value, j) => operation(value, (b.length === 1 ? b[0]! : b[i]!)[j]!)));
}
