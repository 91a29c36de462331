// Measures what finding a group costs a visitor of a large directory, and prints Markdown tables.
//
//   npm --prefix benches/site ci
//   node benches/site/finding.mjs SITE_FOLDER [--slowed N]
//
// SITE_FOLDER is what `guildhall build` wrote. A phone-sized Chromium, its processor N times slower than this
// machine's (1), filters and searches. Bytes are those of compressed bodies. The time of an action is the longest of the browser's own
// Event Timing entries that belong to an interaction (from the input to the next picture, in steps of 8 ms), which is what
// INP takes.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { chromium } from 'playwright-core';

import { serve } from '../../tests/browser/support/server.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { slowed: { type: 'string', default: '1' } } });
const [folder] = positionals;
if (!folder) throw new Error('Usage: node benches/site/finding.mjs SITE_FOLDER [--slowed N]');

const KILOBYTE = 1000;

const [, address] = readFileSync(join(folder, 'index.html'), 'utf8').match(/<link rel="canonical" href="([^"]+)"/);
const site = await serve({ path: new URL(address).pathname });
site.folder = folder;
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});

/** Opens a page as a new visitor with a slow phone, and counts what it fetches. */
async function visitor(path, viewport) {
  const tab = await (await browser.newContext({ viewport })).newPage();
  const session = await tab.context().newCDPSession(tab);
  await session.send('Emulation.setCPUThrottlingRate', { rate: Number(values.slowed) });
  const fetched = [];
  tab.on('requestfinished', async (request) => {
    if (/\.json$/.test(request.url())) fetched.push(request.sizes().then((sizes) => sizes.responseBodySize));
  });
  await tab.addInitScript(() => {
    window.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration, interactionId } of list.getEntries()) if (interactionId) window.longest = Math.max(window.longest, duration);
    }).observe({ type: 'event', durationThreshold: 16, buffered: true });
  });
  await tab.goto(site.base + path);
  return { tab, fetched };
}

/** What an action fetches, in kilobytes, and how long its longest input takes, in milliseconds. */
async function measure({ tab, fetched }, act) {
  const before = fetched.length;
  await tab.evaluate(() => { window.longest = 0; });
  await act();
  await tab.waitForLoadState('networkidle');
  await tab.waitForTimeout(300);
  const sizes = await Promise.all(fetched.slice(before));
  return { bytes: sizes.reduce((sum, size) => sum + size, 0), longest: await tab.evaluate(() => window.longest) };
}

function row(words, { bytes, longest }) {
  console.log(`| ${words} | ${(bytes / KILOBYTE).toFixed(1)} kB | ${longest} ms |`);
}

async function filters() {
  console.log('| filters | fetched | longest input |\n| --- | ---: | ---: |');
  const phone = await visitor('groups/', { width: 390, height: 844 });
  const { tab } = phone;
  row('opened on a phone', await measure(phone, async () => {
    await tab.locator('.to-filters').click();
    await tab.locator('.facet').first().waitFor();
  }));
  for (const [facet, value] of [['Online or in person', 'online'], ['When you can come', 'tue-evening'], ['Places', 'open']]) {
    const box = tab.locator(`input[value="${value}"]`).first();
    await box.evaluate((input) => { input.closest('details.facet').open = true; });
    row(`${facet}: ${value}`, await measure(phone, () => box.click()));
  }
  row('all taken out', await measure(phone, () => tab.locator('.sheet .clear').first().click()));
  row('sorted by the next meeting', await measure(phone, async () => {
    await tab.locator('.sheet .close').click();
    await tab.locator('.sort select').selectOption('next');
  }));
}

async function search() {
  console.log('\n| search | fetched | longest input | from the last key to the results |\n| --- | ---: | ---: | ---: |');
  const phone = await visitor('search/', { width: 390, height: 844 });
  const { tab } = phone;
  const input = tab.locator('#search-words');
  for (const query of ['coaching', 'resilience evening', 'supervision', 'reslience', 'evidence for wellbeing in schools']) {
    let took = 0;
    const { bytes, longest } = await measure(phone, async () => {
      await input.fill('');
      await tab.locator('[data-search-results] > li').first().waitFor({ state: 'detached' });
      await input.pressSequentially(query.slice(0, -1));
      await tab.waitForLoadState('networkidle');
      took = await tab.evaluate(lastKey, query);
    });
    console.log(`| ${query} | ${(bytes / KILOBYTE).toFixed(1)} kB | ${longest} ms | ${Math.round(took)} ms |`);
  }
}

/** Types the last letter, and waits until the results change. Runs in the page. */
function lastKey(query) {
  const results = document.querySelector('[data-search-results]');
  const input = document.querySelector('#search-words');
  return new Promise((resolve) => {
    const start = performance.now();
    const observer = new MutationObserver(() => {
      observer.disconnect();
      resolve(performance.now() - start);
    });
    observer.observe(results, { childList: true });
    input.value = query;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

await filters();
await search();
await browser.close();
site.close();
