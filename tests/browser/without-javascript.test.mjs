// The site is whole without JavaScript.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { crawl, inTab, openBrowser, visit } from './support/browser.mjs';
import { directory, edges, sites } from './support/sites.mjs';

/** Controls that do their work without JavaScript, as a selector each. */
const WORKS_WITHOUT = [];

const browser = await openBrowser();

for (const site of [directory, edges]) {
  test(`links alone lead from home to every group of the site “${site.name}”`, () =>
    inTab(browser, { javaScriptEnabled: false }, async (tab) => {
      const reached = await crawl(tab, site);
      const missed = site.groups.filter(({ url }) => !reached.has(url));
      assert.deepEqual(missed, []);
    }));
}

test('no control is shown that would do nothing', () =>
  inTab(browser, { javaScriptEnabled: false }, async (tab) => {
    for (const page of sites.flatMap((site) => site.sample())) {
      await visit(tab, page);
      const controls = tab.locator('input:visible, select:visible, textarea:visible, button:visible');
      const idle = await controls.evaluateAll(
        (all, works) => all.filter((one) => !works.some((selector) => one.matches(selector))).map((one) => one.outerHTML),
        WORKS_WITHOUT,
      );
      assert.deepEqual(idle, [], page.url);
    }
  }));
