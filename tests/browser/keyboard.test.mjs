// A keyboard is enough; and every target can be met with a finger.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { DESKTOP, PHONE, inTab, openBrowser, testPages, visit } from './support/browser.mjs';
import { tabThrough, tabTo } from './support/keyboard.mjs';
import { smallTargets } from './support/layout.mjs';
import { directory, edges, sites } from './support/sites.mjs';

const LEAST_TARGET = 24;
const LEAST_BUTTON = 44;

const browser = await openBrowser();

test('the first stop skips to the main text', () =>
  inTab(browser, {}, async (tab) => {
    await visit(tab, directory.one('home'));
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Enter');
    await tab.waitForURL(/#main$/);
    const next = await tabTo(tab, () => true);
    const inMain = await tab.evaluate(() => document.querySelector('main').contains(document.activeElement));
    assert.ok(inMain, `the next stop is ${next.name}`);
  }));

for (const [site, viewport] of [[directory, PHONE], [directory, DESKTOP], [edges, PHONE]]) {
  const pages = ['home', 'groups', 'group, active'].map((kind) => site.one(kind));
  const title = `the focus is always seen on the site “${site.name}”, ${viewport.width} px wide`;
  testPages(title, browser, { viewport }, pages, async (tab, page) => {
    await visit(tab, page);
    const stops = await tabThrough(tab);
    assert.ok(stops.length > 5, `only ${stops.length} stops`);
    assert.deepEqual(stops.flatMap((stop) => stop.faults), []);
  });
}

test('Tab and Enter lead from home to a letter to a group', () =>
  inTab(browser, {}, async (tab) => {
    const follow = async (isIt) => {
      const { href } = await tabTo(tab, ({ href }) => href && isIt(href));
      await tab.keyboard.press('Enter');
      await tab.waitForURL(href);
    };
    await visit(tab, directory.one('home'));
    await follow((href) => href === directory.one('groups').url);
    await follow((href) => href === directory.one('group, active').url);
    const contact = await tabTo(tab, ({ href }) => /^mailto:|^https:/.test(href ?? ''));
    assert.match(contact.href, /^mailto:/);
  }));

test('targets are large enough for a finger', () =>
  inTab(browser, { viewport: PHONE }, async (tab) => {
    for (const page of sites.flatMap((site) => site.sample())) {
      await visit(tab, page);
      assert.deepEqual(await tab.evaluate(smallTargets, LEAST_TARGET), [], page.url);
      const heights = await tab.locator('.button:visible').evaluateAll((all) => all.map((one) => one.offsetHeight));
      assert.ok(heights.every((height) => height >= LEAST_BUTTON), `${page.url}: buttons of ${heights} px`);
    }
  }));
