// The ways by which someone comes to a group.

import assert from 'node:assert/strict';

import { journey } from '../support/journeys.mjs';

journey('from home, by a field, to a letter to a group', { atMost: 3 }, async (visitor) => {
  await visitor.open('');
  await visitor.tap('link', 'Coaching');
  await visitor.tap('link', 'Strengths in Coaching');
  await visitor.tap('link', 'Write to the group');
  const { href } = await visitor.find('link', 'Write to the group');
  assert.match(decodeURIComponent(href), /^mailto:strengths-cop@example\.org\?subject=.*Strengths in Coaching&body=Hello,/);
});

journey('the groups that are free and online', { atMost: 2 }, async (visitor) => {
  const says = (words) => visitor.reads('.count', new RegExp(`^${words}$`));
  await visitor.open('groups/');
  const all = await says('\\d+ groups');
  await visitor.tap('button', 'Free');
  const free = await says('\\d+ of \\d+ groups ?: Free');
  await visitor.tap('button', 'Online');
  const both = await says('\\d+ of \\d+ groups ?: Online, Free');
  assert.equal(await visitor.count('.card'), Number.parseInt(both, 10));
  assert.equal(await visitor.address(), 'groups/?where=online&cost=free');

  await visitor.back();
  await says(free);
  await visitor.back();
  await says(all);
});

journey('a search for “resilience”, and its first result', { atMost: 2 }, async (visitor) => {
  await visitor.open('');
  await visitor.type('searchbox', 'Search the groups', 'resilience');
  await visitor.tap('button', 'Search');
  const first = await visitor.reads('[data-search-results] h3', /Resilience/);
  await visitor.tap('link', first);
  assert.equal(await visitor.reads('h1', /./), first);
});

journey('from the calendar to a group', { atMost: 2 }, async (visitor) => {
  await visitor.open('');
  await visitor.tap('link', 'Calendar');
  const name = await visitor.reads('.entry-what a', /./);
  await visitor.tap('link', name);
  assert.equal(await visitor.reads('h1', /./), name);
});
