// The Nu checker has nothing to say about any page.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { check } from './support/nu.mjs';
import { sites } from './support/sites.mjs';

test('every page of every site is valid HTML, without a warning', async () => {
  const urls = sites.flatMap((site) => site.pages).map((page) => page.url);
  assert.ok(urls.length > 100, `only ${urls.length} pages`);
  assert.deepEqual(await check(urls), []);
});
