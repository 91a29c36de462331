// How a charter is sent to a directory that has an address for it, and a repository at Forgejo.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { watch } from './support/browser.mjs';
import { choice, field, openForm, theFile } from './support/form.mjs';
import { single } from './support/sites.mjs';

const TAKES = 'https://forms.example.org/take?to=guild';

async function fillIn(tab) {
  await field(tab, 'name').fill('Tea Circle');
  await field(tab, 'summary').fill('We drink tea.');
  await choice(tab, 'fields', 'coaching').check();
  await field(tab, 'purpose').fill('To have tea.');
  await field(tab, 'leaders.0.name').fill('Ann');
  await field(tab, 'aims').or(tab.locator('#own-aims')).fill('We rest.');
  await choice(tab, 'membership', 'open').check();
  await choice(tab, 'status', 'forming').check();
  await choice(tab, 'joining.places', 'open').check();
  await field(tab, 'joining.steps').fill('Write to us.');
  await field(tab, 'joining.contact').fill('tea@example.org');
  await tab.locator('.way[open]').waitFor();
}

/** The form of a directory whose own address gives this answer. What it is sent is kept. */
const withAnswer = (answer, use) =>
  openForm(async (tab) => {
    const sent = [];
    await tab.route('https://forms.example.org/**', async (route) => {
      sent.push({ url: route.request().url(), method: route.request().method(), body: new URLSearchParams(route.request().postData()) });
      if (answer) await route.fulfill({ headers: { 'Access-Control-Allow-Origin': '*' }, ...answer });
      else await route.abort();
    });
    const seen = await watch(tab);
    await fillIn(tab);
    const send = tab.getByRole('button', { name: 'Send it now' });
    await send.click();
    await use({ tab, sent, seen, send, receipt: (words) => tab.locator('.way[open] .receipt', { hasText: words }).waitFor() });
  }, { site: single });

test('a charter goes to the directory’s own address, with what it is, and the answer is shown', () =>
  withAnswer({ status: 200, json: { message: 'Thank you, we have it.' } }, async ({ tab, sent, send, receipt }) => {
    await receipt('It has arrived.');
    await receipt('“Thank you, we have it.”');
    assert.ok(await send.isDisabled(), 'it is not sent twice');
    assert.equal(sent.length, 1);
    const [{ url, method, body }] = sent;
    assert.deepEqual([url, method], [TAKES, 'POST']);
    assert.equal(body.get('subject'), 'Charter: Tea Circle');
    assert.equal(body.get('file'), 'content/groups/tea-circle.md');
    assert.equal(body.get('charter'), await theFile(tab));
    assert.equal(body.get('email'), 'tea@example.org');
  }));

test('a charter that is not accepted can be sent again', () =>
  withAnswer({ status: 503, contentType: 'text/html', body: '<h1>Down</h1>' }, async ({ tab, send, receipt }) => {
    await receipt('It was not accepted (error 503). Your answers are safe here.');
    assert.ok(await send.isEnabled());
    assert.ok(!(await tab.locator('.way[open] .receipt').textContent()).includes('Down'), 'a page is not an answer for people');
  }));

test('without a connection, the answers stay and another way is offered', () =>
  withAnswer(null, async ({ tab, receipt }) => {
    await receipt('It could not be sent. Your answers are safe here.');
    await tab.locator('.way[open]').getByRole('button', { name: 'That did not work' }).click();
    await tab.locator('.way[open]', { hasText: 'Codeberg' }).waitFor();
  }));

test('the policy of the page allows that address and no other', () =>
  withAnswer({ status: 200, json: {} }, async ({ tab, seen, receipt }) => {
    await receipt('It has arrived.');
    assert.deepEqual(seen.faults, []);
    const isRefused = (address) => tab.evaluate((at) => fetch(at, { method: 'POST' }).then(() => false, () => true), address);
    assert.ok(await isRefused('https://forms.example.org/other'));
    assert.ok(await isRefused('https://elsewhere.example.org/take'));
  }));

test('a repository at Forgejo is opened at its own address, with the text', () =>
  openForm(async (tab) => {
    await fillIn(tab);
    const address = new URL(await tab.locator('.way a[href*="codeberg.org"]').getAttribute('href'));
    assert.equal(address.pathname, '/example/groups/_new/main/content/groups');
    assert.equal(address.searchParams.get('filename'), 'tea-circle.md');
    assert.equal(address.searchParams.get('value'), await theFile(tab));
    await tab.locator('.way', { hasText: 'press “Propose file change”' }).waitFor({ state: 'attached' });
  }, { site: single }));
