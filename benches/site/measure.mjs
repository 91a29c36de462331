// Measures a built site as a visitor's phone meets it, and prints Markdown tables.
//
//   npm --prefix benches/site ci
//   node benches/site/measure.mjs SITE_FOLDER [--runs N]
//
// It builds nothing: SITE_FOLDER is what `guildhall build` wrote. The site is served on this machine, compressed,
// below the path that it was built for. Lighthouse plays its slow phone (simulated throttling); of N runs (3) the
// one with the median performance counts.

import { accessSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import * as launcher from 'chrome-launcher';
import lighthouse from 'lighthouse';

import { serve } from '../../tests/browser/support/server.mjs';

const CHROMIUM = process.env.CHROME_PATH ?? '/usr/bin/chromium';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const WEIGHED = ['Document', 'Stylesheet', 'Script'];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { runs: { type: 'string', default: '3' } } });
const [folder] = positionals;
if (!folder) throw new Error('Usage: node benches/site/measure.mjs SITE_FOLDER [--runs N]');

/** The path below which the site was built to be, from the address in its home page. */
function pathOf(folder) {
  const [, address] = readFileSync(join(folder, 'index.html'), 'utf8').match(/<link rel="canonical" href="([^"]+)"/);
  return new URL(address).pathname;
}

/** The first page below a list, in the order of the addresses. */
function firstBelow(list) {
  const names = readdirSync(join(folder, list), { withFileTypes: true });
  const page = names.filter((entry) => entry.isDirectory() && entry.name !== 'page').map((entry) => entry.name).sort();
  const real = page.find((name) => !/http-equiv="refresh"/.test(readFileSync(join(folder, list, name, 'index.html'), 'utf8')));
  return `${list}/${real}/`;
}

async function measure(url, port) {
  const flags = { port, onlyCategories: CATEGORIES, formFactor: 'mobile', throttlingMethod: 'simulate', logLevel: 'error' };
  const { lhr } = await lighthouse(url, flags);
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  return lhr;
}

const score = (report, category) => Math.round(report.categories[category].score * 100);
const value = (report, audit) => report.audits[audit].numericValue;

function requests(report) {
  return report.audits['network-requests'].details.items;
}

function weight(report, type) {
  const bytes = requests(report).filter((one) => one.resourceType === type).map((one) => one.transferSize);
  return bytes.reduce((sum, one) => sum + one, 0);
}

/** Audits that cost points, by name. */
function lost(report) {
  const refs = CATEGORIES.flatMap((category) => report.categories[category].auditRefs).filter((ref) => ref.weight > 0);
  return refs
    .map((ref) => report.audits[ref.id])
    .filter((audit) => audit.score !== null && audit.score < 0.9)
    .map((audit) => audit.id);
}

function median(reports) {
  const sorted = [...reports].sort((a, b) => a.categories.performance.score - b.categories.performance.score);
  return sorted[Math.floor(sorted.length / 2)];
}

const table = (head, rows) =>
  [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

accessSync(join(folder, 'index.html'));
const site = await serve({ path: pathOf(folder) });
site.folder = folder;
const chrome = await launcher.launch({ chromePath: CHROMIUM, chromeFlags: FLAGS });
try {
  const pages = { home: '', groups: 'groups/', group: firstBelow('groups'), 'guidance page': firstBelow('guidance') };
  const found = [];
  for (const [name, address] of Object.entries(pages)) {
    const reports = [];
    for (let run = 0; run < Number(values.runs); run += 1) reports.push(await measure(site.base + address, chrome.port));
    found.push([name, median(reports)]);
  }
  const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`;
  console.log(
    table(
      ['page', 'performance', 'accessibility', 'best practices', 'SEO', 'LCP', 'CLS', 'TBT', 'points lost by'],
      found.map(([name, report]) => [
        name,
        ...CATEGORIES.map((category) => score(report, category)),
        seconds(value(report, 'largest-contentful-paint')),
        value(report, 'cumulative-layout-shift').toFixed(3),
        `${Math.round(value(report, 'total-blocking-time'))} ms`,
        lost(report).join(', ') || '–',
      ]),
    ),
  );
  console.log('\nBytes as sent, compressed, with their headers:\n');
  console.log(
    table(
      ['page', 'HTML', 'CSS', 'JavaScript', 'requests'],
      found.map(([name, report]) => [name, ...WEIGHED.map((type) => weight(report, type).toLocaleString('en')), requests(report).length]),
    ),
  );
} finally {
  await chrome.kill();
  site.close();
}
