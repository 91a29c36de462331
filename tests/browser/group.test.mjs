// A group's page: what comes first, the button that stays in reach, and how one passes the page on.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';

import { DESKTOP, PHONE, SMALL, inTab, openBrowser, testPages, visit } from './support/browser.mjs';
import { tabThrough } from './support/keyboard.mjs';
import { directory, edges } from './support/sites.mjs';

const browser = await openBrowser();
const GROUP = directory.groups.find((page) => page.address === 'groups/strengths-in-coaching/');

/** What people decide by, in the order in which they ask: as the page's selectors. */
const ORDER = [
  'h1', '.lead', '.badges', 'when', 'place', 'cost', 'language', 'size', 'who', 'welcome', 'steps', 'contact', '#leaders',
  '#purpose', '#about', '#membership', '#commitment', '#structure', '#calendar', '#aims', '.colophon',
].map((part) => (/^[a-z]{3,}$/.test(part) ? `[data-fact="${part}"]` : part));

test('answers are in the order in which people ask', () =>
  inTab(browser, { javaScriptEnabled: false }, async (tab) => {
    await visit(tab, GROUP);
    const tops = [];
    for (const part of ORDER) tops.push((await tab.locator(part).boundingBox()).y);
    assert.deepEqual(tops, tops.toSorted((one, other) => one - other));
  }));

test('each answer is marked once', () =>
  inTab(browser, {}, async (tab) => {
    for (const page of [...directory.groups, ...edges.groups]) {
      await visit(tab, page);
      const facts = await tab.locator('[data-fact]').evaluateAll((all) => all.map((one) => one.dataset.fact));
      assert.equal(facts.length, new Set(facts).size, `${page.url}: ${facts}`);
      assert.ok(facts.includes('language'), page.url);
    }
  }));

test('a list of dates begins with two, and the others open', () =>
  inTab(browser, { viewport: PHONE, javaScriptEnabled: false }, async (tab) => {
    await visit(tab, GROUP);
    const seen = tab.locator('.dates li:visible');
    assert.equal(await seen.count(), 2);
    await tab.getByText('More dates').click();
    assert.equal(await seen.count(), 4);
  }));

test('a group without more dates offers none', () =>
  inTab(browser, {}, async (tab) => {
    for (const page of [...directory.groups, ...edges.groups]) {
      await visit(tab, page);
      const folded = await tab.locator('.charter > .facts details').evaluateAll((all) => all.map((one) => one.querySelectorAll('li').length));
      assert.ok(folded.every((count) => count > 0), page.url);
    }
  }));

test('comparing and sharing are side by side, and only where scripts run', async () => {
  await inTab(browser, { viewport: PHONE }, async (tab) => {
    await visit(tab, GROUP);
    const boxes = await tab.locator('.pass-on button').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
    assert.equal(boxes.length, 2);
    assert.equal(boxes[0].y, boxes[1].y);
    assert.equal(boxes[0].height, boxes[1].height);
  });
  await inTab(browser, { javaScriptEnabled: false }, async (tab) => {
    await visit(tab, GROUP);
    assert.equal(await tab.locator('.pass-on:visible').count(), 0);
  });
});

test('on a phone a label takes little of the width', () =>
  inTab(browser, { viewport: PHONE }, async (tab) => {
    await visit(tab, GROUP);
    const widths = await tab.locator('.charter > .facts dt').evaluateAll((all) => all.map((one) => one.offsetWidth));
    assert.deepEqual([...new Set(widths)], [80]);
  }));

/** Whether the button at the foot is seen, and how far its lower edge is from that of the window. */
const atFoot = (tab) =>
  tab.locator('.in-reach').evaluate((bar) => ({
    isSeen: bar.checkVisibility({ visibilityProperty: true }),
    gap: Math.round(innerHeight - bar.getBoundingClientRect().bottom),
  }));

/** Waits until the button at the foot is seen, or is not: by asking again, as a page without scripts tells nothing. */
async function waitUntilSeen(tab, isSeen) {
  for (let round = 0; round < 100; round += 1) {
    if ((await atFoot(tab)).isSeen === isSeen) return;
    await setTimeout(100);
  }
  assert.fail(isSeen ? 'the button is not seen' : 'the button is seen');
}

test('on a phone the way to the group stays at the foot, but where the box on how to join has it', () =>
  inTab(browser, { viewport: PHONE, javaScriptEnabled: false, reducedMotion: 'no-preference' }, async (tab) => {
    await visit(tab, GROUP);
    const there = { isSeen: true, gap: 0 };
    assert.deepEqual(await atFoot(tab), there);
    await tab.locator('.join-contact').evaluate((box) => box.scrollIntoView({ block: 'center' }));
    await waitUntilSeen(tab, false);
    await tab.locator('#conflict').evaluate((part) => part.scrollIntoView({ block: 'center' }));
    await waitUntilSeen(tab, true);
    assert.deepEqual(await atFoot(tab), there);
    const [foot, box] = await tab.locator('.charter .button[href^="mailto:"]').evaluateAll((all) => all.map((one) => one.href));
    assert.equal(foot, box);
  }));

test('on a desktop the box on how to join is enough', () =>
  inTab(browser, { viewport: DESKTOP }, async (tab) => {
    await visit(tab, GROUP);
    assert.equal((await atFoot(tab)).isSeen, false);
  }));

for (const viewport of [PHONE, SMALL, { width: 640, height: 390 }]) {
  const pages = [GROUP, edges.groups.find((page) => page.address === 'groups/long-name/')];
  const title = `the button at the foot never covers the focus, ${viewport.width} by ${viewport.height}`;
  testPages(title, browser, { viewport }, pages, async (tab, page) => {
    await visit(tab, page);
    const stops = await tabThrough(tab);
    assert.deepEqual(stops.flatMap((stop) => stop.faults), []);
    assert.ok(stops.filter(({ href }) => href?.startsWith('mailto:')).length >= 2);
  });
}

test('a group that has ended has no such button', () =>
  inTab(browser, { viewport: PHONE }, async (tab) => {
    await visit(tab, directory.one('group, ended'));
    assert.equal(await tab.locator('.in-reach').count(), 0);
  }));

/** Presses “Share this page”, and gives what the page says of it. */
async function share(tab) {
  await tab.getByRole('button', { name: 'Share this page' }).click();
  return tab.locator('.pass-on [role="status"]');
}

test('where the device shares nothing, the address is copied', () =>
  inTab(browser, { permissions: ['clipboard-read', 'clipboard-write'] }, async (tab) => {
    await visit(tab, { ...GROUP, url: `${GROUP.url}?from=elsewhere#join` });
    const status = await share(tab);
    await status.filter({ hasText: 'The address of this page is copied.' }).waitFor();
    assert.equal(await tab.evaluate(() => navigator.clipboard.readText()), GROUP.url);
  }));

test('where nothing can be copied either, the page says what to do', () =>
  inTab(browser, {}, async (tab) => {
    await tab.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await visit(tab, GROUP);
    await (await share(tab)).filter({ hasText: 'Copy the address by hand.' }).waitFor();
  }));

test('a device that shares is given the page, and who closes its menu hears nothing', () =>
  inTab(browser, {}, async (tab) => {
    await tab.addInitScript(() => {
      navigator.share = async (page) => {
        window.shared = page;
        throw new DOMException('closed', 'AbortError');
      };
    });
    await visit(tab, GROUP);
    const status = await share(tab);
    await tab.waitForFunction(() => window.shared);
    assert.deepEqual(await tab.evaluate(() => window.shared), { title: 'Strengths in Coaching', url: GROUP.url });
    assert.equal(await status.textContent(), '');
  }));
