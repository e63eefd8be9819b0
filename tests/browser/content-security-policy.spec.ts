import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect } from 'vitest';
import { test } from './book-page.ts';

const refusals = {
  tolerates: [/Content Security Policy/, /net::ERR_FAILED|Failed to fetch|Fetch API cannot load/],
};

describe('the content security policy of a page', () => {
  test('stops an inline script that the book does not hold', async ({ openPage }) => {
    const page = await openPage('/chapters/practice/', refusals);
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.documentElement.dataset.intruder = "ran"';
      document.body.append(script);
      return document.documentElement.dataset['intruder'];
    });
    expect(ran).toBeUndefined();
  });

  test('stops code made from text', async ({ openPage }) => {
    const page = await openPage('/chapters/practice/', refusals);
    const outcome = await page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) => resolve(event.blockedURI));
          // A timer given text is compiled by the page, not by the debugger that runs this test.
          setTimeout("document.documentElement.dataset.intruder = 'ran'" as unknown as () => void, 0);
          setTimeout(() => resolve(document.documentElement.dataset['intruder']), 1000);
        }),
    );
    expect(outcome).toBe('eval');
  });

  test('lets nothing out to another host', async ({ openPage }) => {
    let asked = 0;
    const elsewhere = createServer((_request, response) => {
      asked++;
      response.setHeader('Access-Control-Allow-Origin', '*').end('here');
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
    try {
      const page = await openPage('/chapters/practice/', {
        tolerates: [...refusals.tolerates, /request to another host/],
      });
      const outcome = await page.evaluate(
        (url) =>
          fetch(url).then(
            () => 'answered',
            () => 'refused',
          ),
        address,
      );
      expect([outcome, asked]).toEqual(['refused', 0]);
    } finally {
      elsewhere.close();
    }
  });
});
