// A group's page on paper.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { DESKTOP, inTab, openBrowser, visit } from './support/browser.mjs';
import { sheets } from './support/paper.mjs';
import { directory, edges } from './support/sites.mjs';

const MOST_SHEETS = 2;
/** What browsers leave around a sheet when nobody asks for more. */
const MARGIN = '10mm';
const SHEET = { format: 'A4', margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN } };

const browser = await openBrowser();

test('a group page fills one sheet or two', () =>
  inTab(browser, {}, async (tab) => {
    for (const page of directory.groups) {
      await visit(tab, page);
      const count = sheets(await tab.pdf(SHEET));
      assert.ok(count >= 1 && count <= MOST_SHEETS, `${page.url}: ${count} sheets`);
    }
  }));

test('navigation stays off the paper', () =>
  inTab(browser, { viewport: DESKTOP }, async (tab) => {
    await tab.emulateMedia({ media: 'print' });
    for (const page of [...directory.sample(), ...edges.sample()]) {
      await visit(tab, page);
      assert.deepEqual(await controls(tab), [], page.url);
    }
  }));

test('filters and chosen groups stay off the paper', () =>
  inTab(browser, { viewport: DESKTOP }, async (tab) => {
    await tab.goto(`${directory.base}groups/`);
    await tab.locator('.finder > .filters form').waitFor();
    await tab.locator('.card button.compare').first().click();
    await tab.locator('.tray:visible').waitFor();
    await tab.emulateMedia({ media: 'print' });
    assert.deepEqual(await controls(tab), []);
  }));

/** What only helps to go on or to choose, and can be seen. */
function controls(tab) {
  return tab
    .locator('nav:visible, .skip:visible, button:visible, input:visible, select:visible, .tray:visible')
    .evaluateAll((shown) => shown.map((control) => control.outerHTML));
}

test('links out of the site are written out', () =>
  inTab(browser, {}, async (tab) => {
    await tab.emulateMedia({ media: 'print' });
    const pages = [edges.groups.find((page) => page.address === 'groups/plain/'), directory.one('group, active')];
    for (const page of pages) {
      await visit(tab, page);
      const silent = await tab.locator('main a[href^="http"]:visible, main a[href^="mailto:"]:visible').evaluateAll((links) =>
        links
          .filter((link) => link.hostname !== location.hostname)
          .filter((link) => {
            const address = link.getAttribute('href').replace(/^mailto:/, '').split('?')[0];
            const said = [link.textContent, link.nextElementSibling?.textContent, getComputedStyle(link, '::after').content];
            return !said.some((words) => words?.includes(address));
          })
          .map((link) => link.outerHTML),
      );
      assert.deepEqual(silent, [], page.url);
    }
  }));

test('what a term’s page has folded away is on the paper', () =>
  inTab(browser, {}, async (tab) => {
    const page = directory.one('term');
    await visit(tab, page);
    const introduction = tab.locator('.introduction .prose');
    const height = () => introduction.evaluate((text) => text.getBoundingClientRect().height);
    const isShown = () => introduction.evaluate((text) => text.checkVisibility({ contentVisibilityAuto: true }));
    assert.equal(await isShown(), false);
    await tab.emulateMedia({ media: 'print' });
    assert.ok((await isShown()) && (await height()) > 0);
  }));
