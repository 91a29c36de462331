// Search in the page: as one types, by keyboard, and by its address.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { DESKTOP, PHONE, inTab, openBrowser } from './support/browser.mjs';
import { violations } from './support/axe.mjs';
import { directory, empty } from './support/sites.mjs';

const browser = await openBrowser();

const open = (path, use, visitor = {}) =>
  inTab(browser, { viewport: DESKTOP, ...visitor }, async (tab) => {
    await tab.goto(directory.base + path);
    await use(tab);
  });
const results = (tab) => tab.locator('[data-search-results] > li');
const names = (tab) => tab.locator('[data-search-results] h3').allTextContents();
const status = (tab, words) => tab.locator('[data-search-status]', { hasText: words }).waitFor();

test('results come as one types, say why, and are counted aloud', () =>
  open('search/', async (tab) => {
    const input = tab.getByRole('searchbox');
    await input.pressSequentially('resil');
    await status(tab, /^\d+ groups?$/);
    assert.ok((await names(tab)).includes('Evening Resilience Circle'));
    const why = await results(tab).first().locator('.search-why').textContent();
    assert.match(why, /^Why: .*“[Rr]esilience”/);
    assert.ok((await tab.locator('[data-search-results] mark').count()) > 0);
    assert.equal(await input.evaluate((box) => box === document.activeElement), true, 'the focus stays');
  }));

test('a forgotten accent, a missing ending and a wrong letter are forgiven', () =>
  open('search/', async (tab) => {
    for (const [typed, name] of [
      ['starken', 'Stärken im Coaching'],
      ['coach', 'Coaching Practice Exchange'],
      ['resiliemce', 'Evening Resilience Circle'],
    ]) {
      await tab.getByRole('searchbox').fill(typed);
      await tab.locator('[data-search-results] h3', { hasText: name }).first().waitFor();
    }
  }));

test('the address has what is searched for', () =>
  open('search/?q=evening%20resilience', async (tab) => {
    await status(tab, /group/);
    assert.equal(await tab.getByRole('searchbox').inputValue(), 'evening resilience');
    assert.equal((await names(tab))[0], 'Evening Resilience Circle');
    await tab.getByRole('searchbox').fill('strengths');
    await tab.waitForURL('**/search/?q=strengths');
  }));

test('from the home page one comes to the results', () =>
  open('', async (tab) => {
    await tab.getByRole('searchbox').fill('resilience');
    await tab.keyboard.press('Enter');
    await tab.waitForURL('**/search/?q=resilience');
    await status(tab, /group/);
  }, { viewport: PHONE }));

test('with the keyboard alone: from the words to a group', () =>
  open('search/', async (tab) => {
    await tab.getByRole('searchbox').focus();
    await tab.keyboard.type('resilience');
    await results(tab).first().waitFor();
    for (let step = 0; step < 10; step += 1) {
      await tab.keyboard.press('Tab');
      if (await tab.evaluate(() => document.activeElement.matches('.card h3 a'))) break;
    }
    await tab.keyboard.press('Enter');
    await tab.locator('#join').waitFor();
  }));

test('Escape empties the words and the results', () =>
  open('search/?q=resilience', async (tab) => {
    await results(tab).first().waitFor();
    await tab.getByRole('searchbox').focus();
    await tab.keyboard.press('Escape');
    await results(tab).first().waitFor({ state: 'detached' });
    assert.equal(await tab.getByRole('searchbox').inputValue(), '');
  }));

test('nothing found says so, and offers a way on', () =>
  open('search/?q=resilience%20zzzzzz', async (tab) => {
    await status(tab, /No group has/);
    await tab.locator('[data-search-help] button', { hasText: 'zzzzzz' }).click();
    await status(tab, /^\d+ groups?$/);
  }));

test('no word of a visitor becomes markup', () =>
  open(`search/?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`, async (tab) => {
    let asked = false;
    tab.on('dialog', () => { asked = true; });
    await status(tab, /No group|group/);
    assert.equal(await tab.locator('main img').count(), 0);
    assert.equal(asked, false);
  }));

test('results pass axe on a phone and on a desktop, light and dark', async () => {
  for (const viewport of [PHONE, DESKTOP]) {
    for (const colorScheme of ['light', 'dark']) {
      await open('search/?q=resilience', async (tab) => {
        await results(tab).first().waitFor();
        assert.deepEqual(await violations(tab), []);
      }, { viewport, colorScheme });
    }
  }
});

test('an empty directory searches without a fault', () =>
  inTab(browser, {}, async (tab) => {
    await tab.goto(`${empty.base}search/?q=coaching`);
    await tab.locator('[data-search-status]', { hasText: 'No group' }).waitFor();
  }));

test('without JavaScript the page is a way to browse', () =>
  open('search/', async (tab) => {
    assert.equal(await tab.getByRole('searchbox').count(), 0);
    await tab.getByRole('link', { name: 'Resilience' }).click();
    assert.equal(await tab.locator('h1').textContent(), 'Resilience');
  }, { javaScriptEnabled: false }));

test('an address that leads nowhere is searched for', () =>
  inTab(browser, {}, async (tab) => {
    await tab.goto(`${directory.base}groups/strengths-in-coching/`);
    assert.equal(await tab.inputValue('#missing-search'), 'strengths in coching');
    await tab.click('.search-form button');
    await tab.waitForURL(/search\/\?q=strengths/);
    await tab.waitForSelector('.search-found .card');
    assert.equal(await tab.textContent('.search-found .card h3'), 'Strengths in Coaching');
  }));
