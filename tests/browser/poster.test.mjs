// A group's poster: one sheet of paper, which a phone's camera and a person can read.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';

import { DESKTOP, PHONE, inTab, openBrowser, visit } from './support/browser.mjs';
import { sheets } from './support/paper.mjs';
import { directory, edges } from './support/sites.mjs';

const READER = readFileSync(createRequire(import.meta.url).resolve('jsqr/dist/jsQR.js'), 'utf8');
const POSTERS = [...directory.posters, ...edges.posters];
const OF_STRENGTHS = directory.posters.find((page) => page.address === 'groups/strengths-in-coaching/poster/');
const IN_GERMAN = directory.posters.find((page) => page.address === 'groups/staerken-im-coaching/poster/');
const OF_LONG_NAME = edges.posters.find((page) => page.address === 'groups/long-name/poster/');

const browser = await openBrowser();

test('a poster is one sheet', () =>
  inTab(browser, {}, async (tab) => {
    for (const page of POSTERS) {
      await visit(tab, page);
      const pdf = await tab.pdf({ preferCSSPageSize: true, printBackground: true });
      assert.equal(sheets(pdf), 1, page.url);
    }
  }));

/** What the code in a picture says; null where there is none. Runs on an empty page. */
async function decoded(tab, picture) {
  await tab.goto('about:blank');
  await tab.evaluate(READER);
  return tab.evaluate(async (base64) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
    canvas.drawImage(image, 0, 0);
    const { data, width, height } = canvas.getImageData(0, 0, image.width, image.height);
    return window.jsQR(data, width, height)?.data ?? null;
  }, picture.toString('base64'));
}

test('its code leads to the group’s page, in light and in dark and in forced colours', () =>
  inTab(browser, { viewport: DESKTOP }, async (tab) => {
    const looks = [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { colorScheme: 'dark', forcedColors: 'active' }];
    for (const look of looks) {
      await tab.emulateMedia(look);
      for (const page of [OF_STRENGTHS, edges.posters[0]]) {
        await visit(tab, page);
        const picture = await tab.locator('.sheet').screenshot();
        assert.equal(await decoded(tab, picture), page.url.replace('poster/', ''), JSON.stringify(look));
      }
    }
  }));

test('it has what makes somebody come, and the address to type', () =>
  inTab(browser, { viewport: PHONE, javaScriptEnabled: false }, async (tab) => {
    await visit(tab, OF_STRENGTHS);
    const words = await tab.locator('.sheet').innerText();
    const group = OF_STRENGTHS.url.replace('poster/', '');
    for (const said of ['Strengths in Coaching', 'at least a year', 'Second Tuesday', 'Online', '£20 a year', 'English', 'To join:', group]) {
      assert.ok(words.includes(said), `${said} is not in: ${words}`);
    }
    assert.equal(await tab.locator('.sheet li:visible').count(), 3);
  }));

test('its labels are in the group’s language, and say so', () =>
  inTab(browser, { javaScriptEnabled: false }, async (tab) => {
    await visit(tab, IN_GERMAN);
    const labels = tab.locator('.sheet dt, .way p:first-child');
    assert.deepEqual((await labels.allInnerTexts()).map((text) => text.split('\n')[0]), [
      'Für', 'Treffen', 'Wo', 'Kosten', 'Sprache', 'Es gibt eine Warteliste. Zum Eintragen:',
    ]);
    assert.deepEqual([...new Set(await labels.evaluateAll((all) => all.map((one) => one.lang)))], ['de']);
  }));

/** The lines of each element, by its characters. Runs on the page. */
function linesOf(elements) {
  return elements.map((element) => {
    const lines = new Map();
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      for (let at = 0; at < walker.currentNode.length; at += 1) {
        const range = document.createRange();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + 1);
        const { top } = range.getBoundingClientRect();
        lines.set(top, (lines.get(top) ?? '') + range);
      }
    }
    return [...lines.values()];
  });
}

test('an address goes on in the next line only behind one of its marks', () =>
  inTab(browser, { viewport: DESKTOP }, async (tab) => {
    await visit(tab, OF_LONG_NAME);
    for (const media of ['screen', 'print']) {
      await tab.emulateMedia({ media });
      const lines = await tab.locator('.way bdi').evaluateAll(linesOf);
      for (const address of lines) {
        assert.ok(address.slice(0, -1).every((line) => /[.@/_?&=-]$/.test(line)), `${media}: ${address.join(' | ')}`);
      }
      assert.ok(lines.some((address) => address.length > 1), 'none is longer than a line');
    }
  }));

test('a meeting that is over makes room for one that is not', () =>
  inTab(browser, { timezoneId: 'Asia/Tokyo' }, async (tab) => {
    const dates = tab.locator('.sheet li:visible time');
    await visit(tab, OF_STRENGTHS);
    const before = await dates.evaluateAll((all) => all.map((time) => time.dateTime));
    await tab.clock.setFixedTime(Date.parse(before[1]) - 60_000);
    await visit(tab, OF_STRENGTHS);
    const after = await dates.evaluateAll((all) => all.map((time) => time.dateTime));
    assert.equal(after.length, 3);
    assert.deepEqual(after.slice(0, 2), before.slice(1));
    assert.doesNotMatch(await tab.locator('.sheet').innerText(), /for you/);
    await tab.clock.setFixedTime(Date.parse('2040-01-01'));
    await visit(tab, OF_STRENGTHS);
    assert.match(await tab.locator('.sheet').innerText(), /These dates have passed/);
  }));

test('a group that takes no one now says so; one that has paused or ended has no poster', () =>
  inTab(browser, {}, async (tab) => {
    await visit(tab, OF_LONG_NAME);
    assert.match(await tab.locator('.sheet').innerText(), /There is a waiting list/);
    const current = directory.groups.filter((page) => !/paused|ended/.test(page.kind));
    assert.deepEqual(
      directory.posters.map((page) => page.address),
      current.map((page) => `${page.address}poster/`),
    );
    await visit(tab, directory.one('group, ended'));
    assert.equal(await tab.getByRole('link', { name: 'Print a poster' }).count(), 0);
  }));

test('a button prints it', () =>
  inTab(browser, {}, async (tab) => {
    await tab.addInitScript(() => (window.print = () => (window.isPrinted = true)));
    await visit(tab, directory.one('group, active'));
    await tab.getByRole('link', { name: 'Print a poster' }).click();
    await tab.waitForLoadState('networkidle');
    await tab.getByRole('button', { name: 'Print' }).click();
    assert.equal(await tab.evaluate(() => window.isPrinted), true);
    await tab.getByRole('link', { name: 'Back to the group’s page' }).click();
    await tab.waitForURL(directory.one('group, active').url);
  }));
