/** Where the built book will be served. */

export interface BookAddress {
  /** The address of the host: "https://teacher.github.io". */
  site: string;
  /** The path on that host, with a slash at both ends. */
  base: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * By the environment: BOOK_ADDRESS is the whole address, as hosts tell it to a build ("https://teacher.gitlab.io/networks");
 * BOOK_SITE and BOOK_BASE are its two parts. A variable that is set to nothing is not set.
 *
 * @throws if an address is none.
 */
export function bookAddress(environment: Environment = process.env): BookAddress {
  const whole = addressIn(environment, 'BOOK_ADDRESS');
  const site = whole ?? addressIn(environment, 'BOOK_SITE');
  const path = whole ? whole.pathname : (environment['BOOK_BASE'] ?? '');
  const inner = path.replace(/^\/+|\/+$/g, '');
  return { site: site?.origin ?? 'http://localhost:4321', base: inner === '' ? '/' : `/${inner}/` };
}

/** The whole address without a slash at its end: "https://teacher.github.io/networks". */
export function wholeAddress({ site, base } = bookAddress()): string {
  return new URL(base, site).href.replace(/\/$/, '');
}

function addressIn(environment: Environment, name: string): URL | undefined {
  const text = environment[name];
  if (!text) return undefined;
  const url = URL.parse(text);
  if (url && /^https?:$/.test(url.protocol)) return url;
  throw new Error(`${name} is "${text}"; expected an address such as "https://teacher.github.io/networks/"`);
}
