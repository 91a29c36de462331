// Words that would be markup stay words.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { inTab, openBrowser, visit, watch } from './support/browser.mjs';
import { edges } from './support/sites.mjs';

const browser = await openBrowser();
const page = edges.pages.find(({ address }) => address === 'groups/markup/');

test('a name and a summary of markup are shown to the letter', () =>
  inTab(browser, {}, async (tab) => {
    const seen = await watch(tab);
    await visit(tab, page);
    const name = `<script>document.title='taken'</script> & "Quotes’ <b>bold</b> {{ site.title }}`;
    assert.equal(await tab.locator('h1').innerText(), name);
    assert.ok((await tab.title()).includes(name));
    const summary = `<img src=x onerror="document.title='taken'"> "'>< &amp; </title></p>`;
    assert.equal(await tab.getByText(summary, { exact: true }).count(), 1);
    assert.deepEqual(seen.faults, []);
  }));

test('no element of a charter gets into its page', () =>
  inTab(browser, {}, async (tab) => {
    await visit(tab, page);
    const smuggled = 'main :is(script, style, iframe, form, input, svg:not(.emblem), base, [onclick], [onload], [onerror], a[href^="javascript:"])';
    assert.equal(await tab.locator(smuggled).count(), 0);
    assert.equal(await tab.locator('#main').count(), 1);
  }));

test('a name written the other way leaves the words around it in their order', () =>
  inTab(browser, {}, async (tab) => {
    await visit(tab, edges.pages.find(({ address }) => address === 'groups/bidi/'));
    const title = await tab.title();
    assert.match(title, /^\u2068.*\u2069 – /u);
    assert.equal(await tab.locator('h1 bdi').count(), 1);
  }));
