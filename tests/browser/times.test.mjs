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
const tiles = async (tab) => (await tab.locator('.dates .next').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));

test('the dates on a group’s page are those of a visitor elsewhere', () =>
  openAt(daysBefore(20), 'Asia/Tokyo', async (tab) =>
    assert.equal((await tiles(tab))[0], said(NEXT, 'Asia/Tokyo', ' your time')),
  ));

test('a visitor in the group’s own zone is told nothing twice', () =>
  openAt(daysBefore(20), 'Europe/London', async (tab) => assert.equal((await tiles(tab))[0], said(NEXT, 'Europe/London', ''))));

test('a meeting that is near is so many days away', () =>
  openAt(daysBefore(1), 'Europe/London', async (tab) =>
    assert.deepEqual(await tab.locator('.dates .own-time').allTextContents(), ['tomorrow']),
  ));

test('a meeting that is over is not shown as the next', () =>
  openAt(daysBefore(-1), 'Europe/London', async (tab) => {
    const starts = await tab.locator('.dates time').evaluateAll((all) => all.map((time) => time.dateTime));
    assert.equal(starts.length, 3);
    assert.ok(starts.every((start) => Date.parse(start) > Date.parse(NEXT)));
  }));

test('when all dates have passed, the page says so', () =>
  openAt(daysBefore(-4000), 'Europe/London', async (tab) => {
    assert.deepEqual(await tab.locator('.dates li').allTextContents(), [
      'These dates have passed. Ask the group for the next one.',
    ]);
  }));

/** The days that the calendar's strip shows, and those of them that have meetings. */
async function strip(tab) {
  const items = tab.locator('.strip li').filter({ visible: true });
  return [await items.count(), await items.locator('a').evaluateAll((links) => links.map((link) => link.hash.slice('#day-'.length)))];
}

const daysFrom = (first, last) => (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;

test('the strip of the calendar shows each day, and leads to those with meetings', () =>
  inTab(browser, { timezoneId: 'Europe/London' }, async (tab) => {
    await tab.goto(`${directory.base}calendar/`);
    const days = await tab.locator('.day-list h2 time').evaluateAll((all) => all.map((time) => time.dateTime));
    assert.deepEqual(await strip(tab), [daysFrom(days[0], days.at(-1)), days]);
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
    assert.deepEqual(await strip(tab), [daysFrom(left[0], left.at(-1)), left]);
  }));

test('on the calendar, a visitor’s own time has a date only where it is another day', () =>
  inTab(browser, { timezoneId: 'Asia/Tokyo' }, async (tab) => {
    await tab.goto(`${directory.base}calendar/`);
    const notes = await tab.locator('.day-list .entry').evaluateAll((all) =>
      all.map((entry) => ({
        day: entry.closest('.day-list').querySelector('time').dateTime,
        start: entry.querySelector('time').dateTime,
        note: entry.querySelector('.own-time')?.textContent,
      })));
    const dayThere = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Tokyo' });
    const isSame = ({ day, start }) => dayThere.format(new Date(start)) === day;
    const said = notes.filter(({ note }) => note);
    for (const one of said) assert.match(one.note, isSame(one) ? /^for you: [0-9:]+$/ : /^for you: [0-9:]+, \w+ \d+ \w+$/);
    assert.deepEqual([...new Set(said.map(isSame))].sort(), [false, true]);
  }));

test('without JavaScript each meeting has its day, its time and its zone in words', () =>
  inTab(browser, { javaScriptEnabled: false }, async (tab) => {
    await tab.goto(`${directory.base}groups/${GROUP.id}/`);
    assert.match((await tiles(tab))[0], /^\d+ [A-Z][a-z]+ \d{4} Tuesday 18:30, UK time$/);
    const rhythm = await tab.locator('[data-fact="when"] p').first().textContent();
    assert.equal(rhythm, 'Second Tuesday of each month, 18:30 to 20:00, UK time');
  }));

/** Opens the list of groups at a moment, and gives the words of the group's card on its next meeting. */
const onCard = (visitor, moment, use) =>
  inTab(browser, visitor, async (tab) => {
    if (moment) await tab.clock.setFixedTime(new Date(moment));
    await tab.goto(`${directory.base}groups/`);
    await use(tab.locator('.card', { has: tab.getByRole('link', { name: GROUP.name, exact: true }) }));
  });

const STARTS = GROUP.meetings.flatMap((meeting) => meeting.next).map((next) => next.start).sort();

/** What a tile says of a meeting in a zone: `8 Dec Tuesday 18:30`, and whose time that is. */
function said(start, timeZone, whose) {
  const parts = { weekday: 'long', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone };
  const list = new Intl.DateTimeFormat('en-GB', parts).formatToParts(new Date(start));
  const { day, month, weekday, hour, minute } = Object.fromEntries(list.map(({ type, value }) => [type, value]));
  return `${day} ${month} ${weekday} ${hour}:${minute}${whose}`;
}

test('a card has the next meeting in the visitor’s time', async () => {
  for (const [timezoneId, whose] of [['Europe/London', ', UK time'], ['Asia/Tokyo', ' your time']]) {
    await onCard({ timezoneId }, daysBefore(1), async (card) => {
      assert.equal((await card.locator('.next').innerText()).replace(/\s+/g, ' '), `${said(NEXT, timezoneId, whose)} · Online`);
    });
  }
});

test('a card whose next meeting is over has the one after it, and none when all are', async () => {
  const over = Date.parse(STARTS[1]) - 60_000;
  await onCard({ timezoneId: 'Europe/London' }, over, async (card) => {
    assert.equal((await card.locator('.next').innerText()).replace(/\s+/g, ' '), `${said(STARTS[1], 'Europe/London', ', UK time')} · Online`);
  });
  await onCard({ timezoneId: 'Europe/London' }, daysBefore(-4000), async (card) => {
    assert.equal(await card.count(), 1);
    assert.equal(await card.locator('.next').count(), 0);
  });
});

test('without JavaScript a card has the next meeting with its year and its zone', () =>
  onCard({ javaScriptEnabled: false }, undefined, async (card) => {
    const words = (await card.locator('.next').innerText()).replace(/\s+/g, ' ');
    assert.match(words, /^\d+ [A-Z][a-z]+ \d{4} Tuesday 18:30, UK time · Online$/);
  }));
