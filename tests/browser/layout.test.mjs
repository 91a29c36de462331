// No page scrolls sideways or hides a part of its words, on the smallest screen and with the largest text.

import assert from 'node:assert/strict';

import { PHONE, SMALL, openBrowser, testPages, visit } from './support/browser.mjs';
import { cutElements, elementsOverTheEdge, sidewaysScroll } from './support/layout.mjs';
import { sites } from './support/sites.mjs';

const browser = await openBrowser();

async function assertAllFits(tab) {
  const excess = await tab.evaluate(sidewaysScroll);
  if (excess > 0) assert.fail(`${excess} px too wide:\n${(await tab.evaluate(elementsOverTheEdge)).join('\n')}`);
  assert.deepEqual(await tab.evaluate(cutElements), []);
}

for (const site of sites) {
  testPages(`layout of the site “${site.name}”`, browser, {}, site.sample(), async (tab, page) => {
    await tab.setViewportSize(SMALL);
    await visit(tab, page);
    await assertAllFits(tab);
    await tab.setViewportSize(PHONE);
    await tab.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    await assertAllFits(tab);
  });
}
