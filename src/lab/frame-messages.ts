/** What the page tells the sandbox's document, with a port for each worker to start. */
export type FrameOrder =
  | { kind: 'start'; id: number; worker: 'runtime' | 'transpile' }
  | { kind: 'stop'; id: number; worker?: never };

/** What the sandbox's document tells the page. */
export type FrameNotice = { kind: 'ready' } | { kind: 'crashed'; id: number };
