// axe-core finds nothing: every kind of page, on a phone and on a desktop, light and dark.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { violations, violationsOfColour } from './support/axe.mjs';
import { DESKTOP, PHONE, inTab, openBrowser, visit } from './support/browser.mjs';
import { sites } from './support/sites.mjs';

const browser = await openBrowser();

for (const site of sites) {
  describe(`accessibility of the site “${site.name}”`, { concurrency: 2 }, () => {
    for (const page of site.sample()) {
      it(`${page.kind}: /${page.address}`, () =>
        inTab(browser, {}, async (tab) => {
          await visit(tab, page);
          for (const size of [PHONE, DESKTOP]) {
            await tab.setViewportSize(size);
            const where = `${size.width} px wide`;
            await tab.emulateMedia({ colorScheme: 'light' });
            assert.deepEqual(await violations(tab), [], where);
            await tab.emulateMedia({ colorScheme: 'dark' });
            assert.deepEqual(await violationsOfColour(tab), [], `${where}, dark`);
          }
        }));
    }
  });
}
