// How someone decides between groups, and comes from a friend's link or a sheet of paper to a letter.

import assert from 'node:assert/strict';

import { journey } from '../support/journeys.mjs';

const THREE = ['authentic-leaders-lunch', 'brains-and-plain-words', 'breakfast-on-purpose'];
const COMPARISON = `compare/?${THREE.map((id) => `group=${id}`).join('&')}`;
const HEADS = '.side-by-side th[scope=col] a';

journey('three groups are chosen in the list, and compared', { atMost: 4 }, async (visitor) => {
  await visitor.open('groups/');
  const names = (await visitor.texts('.card h3')).slice(0, 3);
  for (const [index, name] of names.entries()) {
    await visitor.tap('button', `Compare ${name}`);
    await visitor.reads('.tray p', new RegExp(`^${index + 1} groups? chosen`));
  }
  await visitor.tap('link', 'Compare 3 groups');
  await visitor.reads(HEADS, /./);
  assert.deepEqual(await visitor.texts(HEADS), names);
});

journey('a friend’s link shows three groups, and leads to the list of all', { atMost: 1 }, async (visitor) => {
  await visitor.open(COMPARISON);
  await visitor.reads(HEADS, /./);
  assert.equal(await visitor.count(HEADS), THREE.length);
  await visitor.tap('link', 'See all groups');
  await visitor.reads('.count', /^\d+ groups/);
});

journey('the address on a poster leads to a letter', { atMost: 1 }, async (visitor) => {
  await visitor.open('groups/strengths-in-coaching/poster/');
  const said = await visitor.texts('.way bdi');
  await visitor.open('groups/strengths-in-coaching/');
  assert.equal(said.at(-1), await visitor.runs(() => location.href));
  await visitor.tap('link', 'Write to the group');
});

journey('a word that means the same finds the group', {}, async (visitor) => {
  await visitor.open('search/?q=grief');
  await visitor.reads('[data-search-results] h3', /Loss/);
  await visitor.reads('.search-why', /a search for “grief” also looks for “Loss”/);
});

journey('in the calendar a day of the strip leads to its meetings', { atMost: 1 }, async (visitor) => {
  await visitor.open('calendar/');
  const days = await visitor.texts('.strip a');
  await visitor.tap('link', days.at(-1));
  await visitor.waits('the day to be in sight', () => {
    const { top } = document.querySelector(location.hash).getBoundingClientRect();
    return top >= 0 && top < innerHeight;
  });
});
