// When a visitor is free: one meeting at a time, in the visitor's time zone.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { DESKTOP, SMALL, inTab, openBrowser } from './support/browser.mjs';
import { elementsOverTheEdge, sidewaysScroll } from './support/layout.mjs';
import { RIGHT, nameOf } from './support/evenings.mjs';
import { directory, evenings } from './support/sites.mjs';

const browser = await openBrowser();

const AUTUMN = '2026-10-01T10:00:00Z';
const WINTER = '2026-12-01T10:00:00Z';
const WISHES = 'where=online&cost=free&language=en&size=small&membership=open&places=open';

/** Opens the list of the thousand groups at a moment, in a time zone. */
const openAt = (moment, timezoneId, query, use, viewport = DESKTOP) =>
  inTab(browser, { timezoneId, viewport }, async (tab) => {
    await tab.clock.setFixedTime(new Date(moment));
    await tab.goto(`${evenings.base}groups/${query}`);
    await use(tab);
  });

const found = (tab, number) => tab.locator('.count', { hasText: new RegExp(`^${number} of 1000 groups?:`) }).waitFor();
const names = (tab) => tab.locator('.card h3').allTextContents();
const cell = (tab, name) => tab.getByRole('checkbox', { name, exact: true });
const openWeek = (tab) => tab.locator('.facet > summary', { hasText: 'When you can come' }).click();
const search = (tab) => new URL(tab.url()).search;

for (const [zone, right] of Object.entries(RIGHT)) {
  test(`a visitor in ${zone} finds the three groups that meet on Tuesday evenings there, and no others`, () =>
    openAt(AUTUMN, zone, `?${WISHES}&free=tue-evening`, async (tab) => {
      await found(tab, right.length);
      assert.deepEqual(await names(tab), right.map((_, number) => nameOf(zone, number)));
    }));
}

test('the same group is at another time of the day in winter', () =>
  openAt(WINTER, 'Europe/Berlin', `?${WISHES}&free=tue-evening`, async (tab) => {
    await found(tab, 2);
    assert.deepEqual(await names(tab), [0, 1].map((number) => nameOf('Europe/Berlin', number)));
  }));

test('the week is ticked, counted, sent, taken back and cleared like any filter', () =>
  openAt(AUTUMN, 'Europe/Berlin', `?${WISHES}`, async (tab) => {
    await tab.locator('.quick [aria-pressed=true]').nth(5).waitFor({ state: 'attached' });
    await openWeek(tab);
    const evening = cell(tab, 'Tuesday evening');
    assert.equal(await evening.evaluate((box) => box.labels[0].textContent), '3');
    await evening.check();
    await found(tab, 3);
    assert.match(search(tab), /[?&]free=tue-evening/);
    await cell(tab, 'Wednesday evening').check();
    assert.match(search(tab), /[?&]free=tue-evening&free=wed-evening/);
    await tab.goBack();
    await found(tab, 3);
    assert.equal(await cell(tab, 'Wednesday evening').isChecked(), false);
    await tab.locator('.days').getByRole('button', { name: 'Tue', exact: true }).click();
    await tab.waitForURL(`**/groups/?${WISHES}`);
    await tab.getByRole('button', { name: 'Clear all' }).click();
    await tab.waitForURL('**/groups/');
  }));

test('the head of a day or of a time ticks and unticks its row or column', () =>
  openAt(AUTUMN, 'Europe/Berlin', '?sort=newest', async (tab) => {
    await tab.locator('.facet').first().waitFor();
    await openWeek(tab);
    const ticked = () => tab.locator('.week input:checked').evaluateAll((all) => all.map((box) => box.value));
    await tab.locator('.week').getByRole('button', { name: 'Tue', exact: true }).click();
    assert.deepEqual(await ticked(), ['tue-morning', 'tue-lunchtime', 'tue-afternoon', 'tue-evening']);
    await tab.getByRole('button', { name: 'Evening, 17–22' }).press('Enter');
    assert.equal((await ticked()).length, 10);
    await tab.locator('.week').getByRole('button', { name: 'Tue', exact: true }).press('Space');
    assert.deepEqual(await ticked(), ['mon', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => `${day}-evening`));
  }));

test('addresses of earlier years become cells of the week', async () => {
  for (const [query, cells] of [
    ['?day=tuesday&time=evening', ['tue-evening']],
    ['?day=sunday', ['sun-morning', 'sun-lunchtime', 'sun-afternoon', 'sun-evening']],
    ['?time=morning', ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => `${day}-morning`)],
    ['?day=someday&time=never', []],
  ]) {
    await openAt(AUTUMN, 'Europe/Berlin', query, async (tab) => {
      await tab.locator('.facet').first().waitFor();
      assert.deepEqual(await tab.locator('.week input:checked').evaluateAll((all) => all.map((box) => box.value)), cells, query);
    });
  }
});

test('another time zone is chosen, is in the address, and cards follow it', () =>
  openAt(AUTUMN, 'Europe/Berlin', `?${WISHES}&free=tue-evening`, async (tab) => {
    await found(tab, 3);
    const zone = tab.getByLabel('Time zone');
    assert.equal(await zone.inputValue(), 'Europe/Berlin');
    await zone.fill('nowhere');
    await zone.press('Enter');
    assert.doesNotMatch(search(tab), /zone/);
    await zone.fill('pacific/auckland');
    await zone.press('Enter');
    await tab.waitForURL(/zone=Pacific%2FAuckland/);
    await tab.locator('.card', { hasText: nameOf('Pacific/Auckland', 0) }).waitFor();
    assert.deepEqual(await names(tab), [0, 1, 2].map((number) => nameOf('Pacific/Auckland', number)));
    assert.match(await tab.locator('.next').nth(1).textContent(), /Tuesday 19:00, Auckland time/);
    await tab.goBack();
    await tab.locator('.card', { hasText: nameOf('Europe/Berlin', 0) }).waitFor();
    assert.equal(await zone.inputValue(), 'Europe/Berlin');
  }));

test('the week fits a small phone, and each cell and head a finger', () =>
  openAt(AUTUMN, 'Europe/Berlin', '?free=tue-evening', async (tab) => {
    await tab.getByRole('button', { name: /^Filters/ }).click();
    await cell(tab, 'Tuesday evening').waitFor();
    assert.ok((await tab.evaluate(sidewaysScroll)) <= 0, `${await tab.evaluate(elementsOverTheEdge)}`);
    const sizes = await tab.locator('.week label, .week button').evaluateAll((all) => all.map((one) => [one.offsetWidth, one.offsetHeight]));
    assert.equal(sizes.length, 28 + 11);
    assert.ok(sizes.flat().every((size) => size >= 44), JSON.stringify(sizes));
  }, SMALL));

test('sorted by the next meeting, one that has ended no longer counts, to the minute', () =>
  inTab(browser, { viewport: DESKTOP, timezoneId: 'Europe/London' }, async (tab) => {
    const { groups } = JSON.parse(directory.read('groups.json'));
    const listed = groups.filter(({ status }) => !['paused', 'ended'].includes(status));
    const meetings = listed.flatMap(({ name, meetings }) => meetings.flatMap(({ next }) => next.map((at) => ({ name, ...at }))));
    const [first] = meetings.sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
    const end = Date.parse(first.end ?? first.start);
    const before = meetings.filter((at) => Date.parse(at.end ?? at.start) >= end)[0].name;
    const after = meetings.filter((at) => Date.parse(at.end ?? at.start) > end)[0].name;
    for (const [moment, name] of [[end, before], [end + 60_000, after]]) {
      await tab.clock.setFixedTime(moment);
      await tab.goto(`${directory.base}groups/?sort=next`);
      await tab.locator('.more button').waitFor();
      assert.equal(await tab.locator('.card h3').first().textContent(), name);
    }
  }));

test('a zone that was chosen stays on the list’s other pages', () =>
  openAt(AUTUMN, 'Europe/Berlin', '?zone=America/Los_Angeles', async (tab) => {
    await tab.locator('.facet').first().waitFor();
    await tab.locator('.pagination a[href*="page/2/"]').first().click();
    await tab.waitForURL(/page\/2\/\?zone=America%2FLos_Angeles$/);
    await tab.locator('.facet').first().waitFor();
    const zone = tab.locator('input[list="time-zones"]');
    assert.equal(await zone.inputValue(), 'America/Los_Angeles');
    const panel = await tab.locator('.filters').boundingBox();
    await tab.locator('details.facet', { has: zone }).evaluate((fold) => { fold.open = true; });
    const field = await zone.boundingBox();
    assert.ok(field.x + field.width <= panel.x + panel.width, 'the field stays in its panel');
  }));
