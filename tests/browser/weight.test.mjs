// How little a page weighs on its way to a phone. A kilobyte is 1,000 bytes, compressed.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { inTab, openBrowser, visit, watch } from './support/browser.mjs';
import { directory } from './support/sites.mjs';

const KILOBYTE = 1000;
const BUDGET = { document: 12 * KILOBYTE, stylesheet: 10 * KILOBYTE, script: 15 * KILOBYTE };
const MOST_REQUESTS = 6;

const browser = await openBrowser();

/** A visitor who has kept nothing from the page before. */
async function forgetful(tab) {
  const session = await tab.context().newCDPSession(tab);
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
}

/** The bytes of the bodies of these requests, by type. */
async function weigh(requests) {
  const bytes = {};
  for (const request of requests) {
    const { responseBodySize } = await request.sizes();
    bytes[request.resourceType()] = (bytes[request.resourceType()] ?? 0) + responseBodySize;
  }
  return bytes;
}

test('weight', (suite) =>
  inTab(browser, {}, async (tab) => {
    await forgetful(tab);
    const seen = await watch(tab);
    for (const page of new Set([...directory.sample(), ...directory.groups])) {
      await suite.test(`${page.kind}: /${page.address}`, async () => {
        seen.forget();
        await visit(tab, page);
        await tab.waitForLoadState('networkidle');
        const bytes = await weigh(seen.requests);
        assert.ok(bytes.document > 0 && bytes.stylesheet > 0, 'nothing was weighed');
        for (const [type, most] of Object.entries(BUDGET)) {
          assert.ok((bytes[type] ?? 0) < most, `${bytes[type]} bytes of ${type}, ${most} at most`);
        }
        assert.ok(seen.requests.length <= MOST_REQUESTS, `${seen.requests.length} requests`);
      });
    }
  }));
