// How little a page weighs on its way to a phone. A kilobyte is 1,000 bytes, compressed.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { inTab, openBrowser, visit, watch } from './support/browser.mjs';
import { directory } from './support/sites.mjs';

const KILOBYTE = 1000;
const BUDGET = { document: 12 * KILOBYTE, stylesheet: 10 * KILOBYTE, script: 15 * KILOBYTE };
const MOST_REQUESTS = 6;

const browser = await openBrowser();

/** The requests of a visit, and the bytes of their bodies by type. */
async function weigh(page) {
  return inTab(browser, {}, async (tab) => {
    const { requests } = await watch(tab);
    await visit(tab, page);
    await tab.waitForLoadState('networkidle');
    const bytes = {};
    for (const request of requests) {
      const { responseBodySize } = await request.sizes();
      bytes[request.resourceType()] = (bytes[request.resourceType()] ?? 0) + responseBodySize;
    }
    return { requests, bytes };
  });
}

describe('weight', { concurrency: 4 }, () => {
  const pages = new Set([...directory.sample(), ...directory.groups]);
  for (const page of pages) {
    it(`${page.kind}: /${page.address}`, async () => {
      const { requests, bytes } = await weigh(page);
      assert.ok(bytes.document > 0, 'nothing was weighed');
      for (const [type, most] of Object.entries(BUDGET)) {
        assert.ok((bytes[type] ?? 0) < most, `${bytes[type]} bytes of ${type}, ${most} at most`);
      }
      assert.ok(requests.length <= MOST_REQUESTS, `${requests.length} requests`);
    });
  }
});
