// axe-core finds nothing: every kind of page, on a phone and on a desktop, light and dark.

import assert from 'node:assert/strict';

import { violations, violationsOfColour } from './support/axe.mjs';
import { DESKTOP, PHONE, openBrowser, testPages, visit } from './support/browser.mjs';
import { sites } from './support/sites.mjs';

const browser = await openBrowser();

for (const site of sites) {
  testPages(`accessibility of the site “${site.name}”`, browser, {}, site.sample(), async (tab, page) => {
    await visit(tab, page);
    for (const size of [PHONE, DESKTOP]) {
      const where = `${size.width} px wide`;
      await tab.setViewportSize(size);
      await tab.emulateMedia({ colorScheme: 'light' });
      assert.deepEqual(await violations(tab), [], where);
      await tab.emulateMedia({ colorScheme: 'dark' });
      assert.deepEqual(await violationsOfColour(tab), [], `${where}, dark`);
    }
  });
}
