// Meetings in the visitor's own time, and what is past.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { inTab, openBrowser } from './support/browser.mjs';
import { directory } from './support/sites.mjs';

const browser = await openBrowser();
const { groups } = JSON.parse(directory.read('groups.json'));
const GROUP = groups.find((group) => group.id === 'strengths-in-coaching');
const [NEXT] = GROUP.meetings.flatMap((meeting) => meeting.next).map((next) => next.start);

/** Opens the group's page at a moment, in a time zone. */
const openAt = (moment, timezoneId, use) =>
  inTab(browser, { timezoneId }, async (tab) => {
    await tab.clock.setFixedTime(new Date(moment));
    await tab.goto(`${directory.base}groups/${GROUP.id}/`);
    await use(tab);
  });

const daysBefore = (days) => Date.parse(NEXT) - days * 86_400_000;
const notes = (tab) => tab.locator('.next-meetings .own-time').allTextContents();

test('a visitor elsewhere is told the time at home, with the day', () =>
  openAt(daysBefore(20), 'Asia/Tokyo', async (tab) => {
    const parts = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Asia/Tokyo', weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
    }).formatToParts(new Date(NEXT));
    const { hour, minute, weekday, day, month } = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
    assert.equal((await notes(tab))[0], `for you: ${hour}:${minute}, ${weekday} ${day} ${month}`);
  }));

test('a visitor in the group’s own zone is told nothing twice', () =>
  openAt(daysBefore(20), 'Europe/London', async (tab) => assert.deepEqual(await notes(tab), [])));

test('a meeting that is near is so many days away', () =>
  openAt(daysBefore(1), 'Europe/London', async (tab) => assert.deepEqual(await notes(tab), ['tomorrow'])));

test('a meeting that is over is not shown as the next', () =>
  openAt(daysBefore(-1), 'Europe/London', async (tab) => {
    const starts = await tab.locator('.next-meetings time').evaluateAll((all) => all.map((time) => time.dateTime));
    assert.equal(starts.length, 2);
    assert.ok(starts.every((start) => Date.parse(start) > Date.parse(NEXT)));
  }));

test('when all dates have passed, the page says so', () =>
  openAt(daysBefore(-4000), 'Europe/London', async (tab) => {
    assert.deepEqual(await tab.locator('.next-meetings li').allTextContents(), [
      'These dates have passed. Ask the group for the next one.',
    ]);
  }));

test('on the calendar, days that have passed are gone', () =>
  inTab(browser, { timezoneId: 'Europe/London' }, async (tab) => {
    const url = `${directory.base}calendar/`;
    await tab.goto(url);
    const days = await tab.locator('.day-list h2 time').evaluateAll((all) => all.map((time) => time.dateTime));
    await tab.clock.setFixedTime(Date.parse(`${days[2]}T00:00:00Z`) + 86_400_000 * 1.5);
    await tab.goto(url);
    const left = await tab.locator('.day-list h2 time').evaluateAll((all) => all.map((time) => time.dateTime));
    assert.ok(left.length > 0 && !left.includes(days[0]) && !left.includes(days[1]), left.join(' '));
  }));

test('without JavaScript each meeting has its day, its time and its zone in words', () =>
  inTab(browser, { javaScriptEnabled: false }, async (tab) => {
    await tab.goto(`${directory.base}groups/${GROUP.id}/`);
    const first = await tab.locator('.next-meetings time').first().textContent();
    assert.match(first, /^Tuesday \d+ [A-Z][a-z]+ \d{4}, 18:30 to 20:00, UK time$/);
  }));
