// No page scrolls sideways or hides a part of its words, on the smallest screen and with the largest text.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { PHONE, SMALL, inTab, openBrowser, visit } from './support/browser.mjs';
import { cutElements, elementsOverTheEdge, sidewaysScroll } from './support/layout.mjs';
import { sites } from './support/sites.mjs';

const browser = await openBrowser();

async function assertAllFits(tab) {
  const excess = await tab.evaluate(sidewaysScroll);
  if (excess > 0) assert.fail(`${excess} px too wide:\n${(await tab.evaluate(elementsOverTheEdge)).join('\n')}`);
  assert.deepEqual(await tab.evaluate(cutElements), []);
}

for (const site of sites) {
  describe(`layout of the site “${site.name}”`, { concurrency: 2 }, () => {
    for (const page of site.sample()) {
      it(`${page.kind}: /${page.address}`, () =>
        inTab(browser, { viewport: SMALL }, async (tab) => {
          await visit(tab, page);
          await assertAllFits(tab);
          await tab.setViewportSize(PHONE);
          await tab.evaluate(() => (document.documentElement.style.fontSize = '200%'));
          await assertAllFits(tab);
        }));
    }
  });
}
