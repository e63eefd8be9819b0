import { expect, test } from 'vitest';
import { withContentSecurityPolicy } from '../../src/book/content-security-policy.ts';

const page = (head: string) =>
  `<!doctype html><html><head><meta charset="utf-8"/>${head}</head><body></body></html>`;

function policyOf(html: string): string {
  return /<meta charset="utf-8"\/><meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(
    html,
  )![1]!;
}

test('an inline script is allowed by the hash of its text', () => {
  // printf 'let a = 1;' | openssl dgst -sha256 -binary | base64
  expect(policyOf(withContentSecurityPolicy(page('<script>let a = 1;</script>')))).toContain(
    "script-src 'self' 'wasm-unsafe-eval' 'sha256-xY6QKfH9PRsQnLz56nj6MBwiK5oHg+im1Jkpdp1x/Ck=';",
  );
});

test('inline data and scripts from files add nothing', () => {
  const html = page(
    '<script type="application/ld+json">{}</script><script type="module" src="/a.js"></script>',
  );
  expect(policyOf(withContentSecurityPolicy(html))).toContain("script-src 'self' 'wasm-unsafe-eval';");
});

test('scripts may neither be built from text nor come from elsewhere', () => {
  const scripts = /script-src ([^;]*)/.exec(policyOf(withContentSecurityPolicy(page(''))))![1];
  expect(scripts).toBe("'self' 'wasm-unsafe-eval'");
});

test('a page with a policy of its own keeps it', () => {
  const html = page(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`);
  expect(withContentSecurityPolicy(html)).toBe(html);
});

test('a page without a charset is refused', () => {
  expect(() => withContentSecurityPolicy('<html><head></head></html>')).toThrow('no <meta charset="utf-8">');
});
