// Nobody but the site's own host learns of a visit, and nothing is kept in the browser.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { inTab, openBrowser, visit, watch } from './support/browser.mjs';
import { sites } from './support/sites.mjs';

/** What the site may keep in the browser, and why. */
const KEPT = [];

const browser = await openBrowser();

for (const site of sites) {
  describe(`privacy of the site “${site.name}”`, { concurrency: 4 }, () => {
    for (const page of site.sample()) {
      it(`${page.kind}: /${page.address}`, () =>
        inTab(browser, {}, async (tab) => {
          const seen = await watch(tab);
          await visit(tab, page);
          await tab.waitForLoadState('networkidle');
          const abroad = seen.requests.map((request) => request.url()).filter((url) => !url.startsWith(site.base));
          assert.deepEqual(abroad, []);
          assert.deepEqual(seen.faults, []);
          assert.deepEqual(await tab.context().cookies(), []);
          const kept = await tab.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
          assert.deepEqual(kept.filter((key) => !KEPT.includes(key)), []);
        }));
    }
  });
}
