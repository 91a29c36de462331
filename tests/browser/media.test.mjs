// Forced colours and reduced motion: what the visitor's system asks for.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { violationsInForcedColours } from './support/axe.mjs';
import { inTab, openBrowser, visit } from './support/browser.mjs';
import { directory } from './support/sites.mjs';

const browser = await openBrowser();

test('axe finds nothing on a group page in forced colours', () =>
  inTab(browser, { forcedColors: 'active' }, async (tab) => {
    await visit(tab, directory.one('group, active'));
    assert.deepEqual(await violationsInForcedColours(tab), []);
  }));

test('in forced colours each badge says in words what it is', () =>
  inTab(browser, { forcedColors: 'active' }, async (tab) => {
    const words = new Map();
    for (const page of directory.sample()) {
      await visit(tab, page);
      const badges = await tab
        .locator('.badge:visible')
        .evaluateAll((all) => all.map((one) => [[...one.classList].at(-1), one.innerText.trim()]));
      for (const [state, said] of badges) {
        assert.notEqual(said, '', `${page.url}: ${state}`);
        words.set(state, said);
      }
    }
    assert.ok(words.size > 5, `only ${[...words.keys()]}`);
    assert.equal(new Set(words.values()).size, words.size, `two states say the same: ${JSON.stringify([...words])}`);
  }));

test('nothing moves where less motion is asked for', () =>
  inTab(browser, { reducedMotion: 'reduce' }, async (tab) => {
    for (const page of directory.sample()) {
      await visit(tab, page);
      const moving = await tab.evaluate(() =>
        [document.documentElement, ...document.body.querySelectorAll('*')]
          .filter((element) => {
            const { animationName, scrollBehavior, transitionDuration } = getComputedStyle(element);
            const lasts = transitionDuration.split(',').some((time) => Number.parseFloat(time) > 0.01);
            return lasts || animationName !== 'none' || scrollBehavior === 'smooth';
          })
          .map((element) => `${element.tagName.toLowerCase()}.${element.className}`),
      );
      assert.deepEqual(moving, [], page.url);
    }
  }));
