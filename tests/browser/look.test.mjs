// The look: one family of headings, tints that can be told from their ground, the first group soon on a phone.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { DESKTOP, PHONE, inTab, openBrowser, visit } from './support/browser.mjs';
import { directory } from './support/sites.mjs';

const LEAST_CONTRAST = 4.5;
const TINTS = 8;

const browser = await openBrowser();

/** The contrast of the dots of each tint with the ground under them, and with a card (WCAG 2.2), as it is painted. */
function contrastOfTints(tints) {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const luminance = (colour) => {
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data].map((channel) => {
      const value = channel / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (lighter + 0.05) / (darker + 0.05);
  };
  const emblem = document.querySelector('.card svg.emblem');
  const card = getComputedStyle(emblem.closest('.card')).backgroundColor;
  return Array.from({ length: tints }, (_, at) => {
    emblem.setAttribute('class', `emblem tint-${at + 1}`);
    const { stroke, backgroundColor } = getComputedStyle(emblem);
    return { stroke, least: Math.min(contrast(stroke, backgroundColor), contrast(stroke, card)) };
  });
}

for (const colorScheme of ['light', 'dark']) {
  test(`each tint is another, and stands out from its ground, in the ${colorScheme} scheme`, () =>
    inTab(browser, { viewport: DESKTOP, colorScheme }, async (tab) => {
      await visit(tab, directory.one('groups'));
      const tints = await tab.evaluate(contrastOfTints, TINTS);
      assert.equal(new Set(tints.map(({ stroke }) => stroke)).size, TINTS);
      for (const { stroke, least } of tints) assert.ok(least >= LEAST_CONTRAST, `${stroke}: ${least.toFixed(2)}`);
    }));
}

test('headings of all levels are set in one typeface', () =>
  inTab(browser, { viewport: DESKTOP }, async (tab) => {
    const fonts = await tab.context().newCDPSession(tab);
    await visit(tab, directory.one('home'));
    await fonts.send('DOM.enable');
    await fonts.send('CSS.enable');
    const { root } = await fonts.send('DOM.getDocument');
    const used = await Promise.all(['h1', 'h2.ruled', '.card h3 bdi'].map(async (selector) => {
      const { nodeId } = await fonts.send('DOM.querySelector', { nodeId: root.nodeId, selector });
      const found = await fonts.send('CSS.getPlatformFontsForNode', { nodeId });
      return found.fonts.map(({ familyName }) => familyName).join();
    }));
    assert.equal(new Set(used).size, 1, used.join(' | '));
  }));

test('the words of each link say where it leads', () =>
  inTab(browser, {}, async (tab) => {
    for (const page of directory.sample()) {
      await visit(tab, page);
      const links = (await tab.locator('a[href]').allInnerTexts()).map((words) => words.trim().toLowerCase());
      assert.deepEqual(links.filter((words) => ['here', 'start', 'more', 'read more', 'see more', 'this', 'go'].includes(words)), [], page.url);
    }
  }));

test('sizes and lines are those of the scale', async () => {
  for (const [viewport, largest] of [[PHONE, '32px/36px'], [DESKTOP, '44px/48px']]) {
    await inTab(browser, { viewport }, async (tab) => {
      await visit(tab, directory.one('home'));
      const set = (selector) => tab.evaluate((it) => {
        const { fontSize, lineHeight } = getComputedStyle(document.querySelector(it));
        return `${fontSize}/${Math.round(Number.parseFloat(lineHeight))}px`;
      }, selector);
      assert.equal(await set('h1'), largest);
      assert.equal(await set('body'), '17px/27px');
    });
  }
});

test('on a phone the first group is within one and a half screens', () =>
  inTab(browser, { viewport: PHONE }, async (tab) => {
    const lists = directory.pages.filter(({ kind }) => ['home', 'term', 'two terms'].includes(kind));
    for (const page of lists) {
      await tab.goto(page.url);
      const card = tab.locator('.card').first();
      if ((await card.count()) === 0) continue;
      const { y } = await card.boundingBox();
      assert.ok(y < 1.5 * PHONE.height, `${page.url}: it is ${y} px from the top`);
    }
  }));

test('where there is room, the day of the calendar stands beside its meetings', () =>
  inTab(browser, { viewport: DESKTOP }, async (tab) => {
    await visit(tab, directory.one('calendar'));
    const days = await tab.locator('.day-list').evaluateAll((all) =>
      all.map((day) => ['time', '.entry'].map((part) => day.querySelector(part).getBoundingClientRect().toJSON())));
    assert.ok(days.length > 1);
    for (const [day, meeting] of days) {
      assert.ok(day.right < meeting.left);
      assert.ok(meeting.top <= day.top && day.bottom <= meeting.bottom);
    }
  }));

test('where there is room, the way to write to a group shows once the box on how to join has scrolled away', () =>
  inTab(browser, { viewport: DESKTOP, reducedMotion: 'no-preference' }, async (tab) => {
    await tab.goto(`${directory.base}groups/strengths-in-coaching/`);
    const button = tab.locator('.in-reach a');
    assert.equal(await button.isVisible(), false);
    await tab.locator('#standards').scrollIntoViewIfNeeded();
    await button.waitFor();
    const { right } = await button.evaluate((link) => link.getBoundingClientRect().toJSON());
    const text = await tab.locator('#standards > div').evaluate((part) => part.getBoundingClientRect().toJSON());
    assert.ok(right > text.right, 'it stands beside the text');
  }));

test('cards are of about one height on a phone, with one link each', () =>
  inTab(browser, { viewport: PHONE }, async (tab) => {
    await visit(tab, directory.one('groups'));
    const cards = await tab.locator('.whole .card').evaluateAll((all) =>
      all.map((card) => [card.offsetHeight, card.querySelectorAll('a').length]));
    const heights = cards.map(([height]) => height).sort((a, b) => a - b);
    const usual = heights[Math.floor(heights.length / 2)];
    assert.ok(Math.abs(usual - 220) <= 25, `usually ${usual} px`);
    assert.deepEqual([...new Set(cards.map(([, links]) => links))], [1]);
  }));
