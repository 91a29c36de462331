// Nobody but the site's own host learns of a visit, and nothing is kept in the browser.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { inTab, openBrowser, visit, watch } from './support/browser.mjs';
import { sites } from './support/sites.mjs';

/** The names under which the site may keep something in the browser. */
const KEPT = [];

const browser = await openBrowser();

for (const site of sites) {
  test(`privacy of the site “${site.name}”`, (suite) =>
    inTab(browser, {}, async (tab) => {
      const seen = await watch(tab);
      for (const page of site.sample()) {
        await suite.test(`${page.kind}: /${page.address}`, async () => {
          seen.forget();
          await visit(tab, page);
          await tab.waitForLoadState('networkidle');
          const addresses = seen.requests.map((request) => request.url());
          assert.ok(addresses.includes(page.url), 'nothing was seen');
          assert.deepEqual(addresses.filter((address) => !address.startsWith(site.base)), []);
          assert.deepEqual(seen.faults, []);
          assert.deepEqual(await tab.context().cookies(), []);
          const kept = await tab.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
          assert.deepEqual(kept.filter((name) => !KEPT.includes(name)), []);
        });
      }
    }));
}
