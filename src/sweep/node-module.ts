interface ProcessOfNode {
  getBuiltinModule?(id: string): unknown;
}

/** A module built into Node, without an import that a bundler of the page would follow; undefined elsewhere. */
export function nodeModule<T>(id: string): T | undefined {
  const { process } = globalThis as { process?: ProcessOfNode };
  return process?.getBuiltinModule?.(id) as T | undefined;
}
