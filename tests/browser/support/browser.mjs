// The browser: started, pages opened in it as different visitors see them, and watched.

import { after, test } from 'node:test';

import { chromium } from 'playwright-core';

import { findProgram } from './programs.mjs';

export const SMALL = { width: 320, height: 640 };
export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 900 };

export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The system's own Chromium, where there is one. */
export const CHROMIUM = findProgram(['chromium', 'chromium-browser', 'google-chrome']);

/** Starts a browser that is closed after the tests of this file. */
export async function openBrowser() {
  if (!CHROMIUM) throw new Error('No Chromium is installed. Run tests/install, or install the package chromium.');
  const browser = await chromium.launch({ executablePath: CHROMIUM, headless: true, args: FLAGS });
  after(() => browser.close());
  return browser;
}

/**
 * Opens an empty tab as a new visitor, hands it to `use`, and closes it.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {import('playwright-core').BrowserContextOptions} visitor anything that a Playwright context takes:
 *   `viewport`, `colorScheme`, `javaScriptEnabled`, `timezoneId`, `forcedColors` …
 * @param {(tab: import('playwright-core').Page) => Promise<T>} use
 * @returns {Promise<T>}
 * @template T
 */
export async function inTab(browser, visitor, use) {
  const context = await browser.newContext({ viewport: PHONE, reducedMotion: 'reduce', ...visitor });
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

/**
 * Tests pages one after the other in the same tab: a tab costs more than a page.
 *
 * @param {string} title
 * @param {import('playwright-core').Browser} browser
 * @param {import('playwright-core').BrowserContextOptions} visitor
 * @param {import('./sites.mjs').Page[]} pages each becomes a test of its own
 * @param {(tab: import('playwright-core').Page, page: import('./sites.mjs').Page) => Promise<void>} check
 */
export function testPages(title, browser, visitor, pages, check) {
  test(title, (suite) =>
    inTab(browser, visitor, async (tab) => {
      for (const page of pages) await suite.test(`${page.kind}: /${page.address}`, () => check(tab, page));
    }),
  );
}

/** Goes to a page of a site. A redirect is shown instead of followed. */
export async function visit(tab, page) {
  if (page.kind === 'redirect') await tab.route(page.url, withoutRefresh);
  await tab.goto(page.url, { waitUntil: 'load' });
}

async function withoutRefresh(route) {
  const response = await route.fetch();
  const body = (await response.text()).replace(/<meta http-equiv="refresh"[^>]*>/, '');
  await route.fulfill({ response, body });
}

/**
 * Notes what a tab does behind the visitor's back, from now on.
 *
 * @returns {Promise<{requests: import('playwright-core').Request[], faults: string[], forget: () => void}>}
 *   `faults`: errors and warnings of the console, exceptions, failed requests, breaches of the
 *   Content-Security-Policy, dialogs; `forget` empties both
 */
export async function watch(tab) {
  const seen = {
    requests: [],
    faults: [],
    forget() {
      seen.requests = [];
      seen.faults = [];
    },
  };
  const fault = (what) => seen.faults.push(what);
  await tab.exposeFunction('reportViolation', (what) => fault(`policy: ${what}`));
  await tab.addInitScript(() =>
    addEventListener('securitypolicyviolation', (event) =>
      window.reportViolation(`${event.violatedDirective} ${event.blockedURI}`),
    ),
  );
  tab.on('request', (request) => seen.requests.push(request));
  tab.on('requestfailed', (request) => fault(`request: ${request.url()} ${request.failure()?.errorText}`));
  tab.on('response', (response) => response.status() >= 400 && fault(`status ${response.status()}: ${response.url()}`));
  tab.on('pageerror', (error) => fault(`exception: ${error.message}`));
  tab.on('dialog', (dialog) => fault(`dialog: ${dialog.message()}`) && dialog.dismiss());
  tab.on('console', (said) => ['error', 'warning'].includes(said.type()) && fault(`console: ${said.text()}`));
  return seen;
}

/** The addresses of this site that can be reached by visible links of the page in the tab, without fragments. */
export async function visibleLinks(tab, site) {
  const links = await tab.locator('a[href]:visible').evaluateAll((all) => all.map((link) => link.href));
  return links.map((link) => link.split('#')[0]).filter((link) => link.startsWith(site.base));
}

/** Follows visible links from the home page until there is no new one. Returns every address that was reached. */
export async function crawl(tab, site) {
  const reached = new Set([site.base]);
  for (const url of reached) {
    if (!/(\/|\.html)$/.test(new URL(url).pathname)) continue;
    await tab.goto(url, { waitUntil: 'domcontentloaded' });
    for (const link of await visibleLinks(tab, site)) reached.add(link);
  }
  return reached;
}
