// Which pages the other tests look at. A new kind of page belongs into the list in support/sites.mjs and here.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { empty, sites } from './support/sites.mjs';

const KINDS = [
  'about',
  'accessibility',
  'calendar',
  'compare',
  'domains',
  'fields',
  'group, active',
  'group, ended',
  'group, forming',
  'group, paused',
  'groups',
  'groups, a further page',
  'guidance',
  'guidance page',
  'home',
  'not found',
  'poster',
  'privacy',
  'redirect',
  'search',
  'start',
  'subjects',
  'term',
  'term, a further page',
  'two terms',
];

test('every kind of page is under test, and none that has no name', () => {
  const found = new Set(sites.flatMap((site) => site.sample()).map((page) => page.kind));
  assert.deepEqual([...found].sort(), KINDS);
});

test('an empty directory has its pages all the same, but for those of axes without terms', () => {
  const kinds = empty.pages.map((page) => page.kind);
  for (const kind of ['home', 'groups', 'guidance', 'not found']) assert.ok(kinds.includes(kind), `no page “${kind}”`);
  for (const kind of ['fields', 'subjects', 'domains']) assert.ok(!kinds.includes(kind), `a page “${kind}”`);
});
