// The form asks for everything that a series of meetings can say; what comes out is checked by the real program.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { violations } from './support/axe.mjs';
import { checked, field, fillByPointer, isComplete, openForm, theFile, unfold } from './support/form.mjs';
import { directory } from './support/sites.mjs';

const PATH = 'content/groups/tea-and-strengths.md';

/** The lines of the meetings in the file. */
const meetingsIn = async (tab) => /\nmeetings:\n((?: .*\n)*)/.exec(await theFile(tab))[1];

/** Opens what is below "More" in the first series. */
const openMore = (tab) => tab.locator('[data-several="meetings"] > .one > details').first().evaluate((more) => { more.open = true; });

const inTheFile = (tab, text) => tab.locator('.file pre', { hasText: text }).waitFor({ state: 'attached' });

test('a series has two weekdays, lasts days, has a break, and one of its meetings is moved', () =>
  openForm(async (tab) => {
    await fillByPointer(tab);
    await field(tab, 'meetings.0.repeats').selectOption('weekly');
    await field(tab, 'meetings.0.weekday').selectOption('Monday');
    await field(tab, 'meetings.0.other').selectOption({ label: 'Thursday' });
    await field(tab, 'meetings.0.first').fill('2026-11-30');
    await field(tab, 'meetings.0.duration').selectOption('other');
    await field(tab, 'meetings.0.lasts').fill('two days');
    await openMore(tab);
    await field(tab, 'meetings.0.skip-add').fill('2026-12-20');
    await field(tab, 'meetings.0.skip-to').fill('2027-01-05');
    await tab.getByRole('button', { name: 'Move a meeting' }).click();
    await field(tab, 'meetings.0.moved.0.from').fill('2026-12-07');
    await field(tab, 'meetings.0.moved.0.to').fill('2026-12-08');
    await field(tab, 'meetings.0.moved.0.time').fill('19:00');
    await field(tab, 'meetings.0.moved.0.place.venue').fill('Old Mill');
    await isComplete(tab);
    await inTheFile(tab, 'Old Mill');
    const wanted = [
      '  - repeats: weekly', '    day: Monday and Thursday', '    time: "18:30"', '    duration: 2 days', '    timezone: Europe/London', '    first: 2026-11-30',
      '    skip:', '      - 2026-12-20 to 2027-01-05', '    moved:', '      - from: 2026-12-07', '        to: 2026-12-08', '        time: "19:00"', '        place:', '          venue: Old Mill',
      '    place:', '      online: Video call', '',
    ];
    assert.equal(await meetingsIn(tab), wanted.join('\n'));
    assert.deepEqual(checked(await theFile(tab), PATH), []);
    assert.deepEqual(await violations(tab), []);
  }, { timezoneId: 'Europe/London' }));

test('the next dates are without a break, and have a moved meeting on its new day', () =>
  openForm(async (tab) => {
    await tab.clock.setFixedTime(new Date('2026-12-12T12:00:00Z'));
    await field(tab, 'meetings.0.repeats').selectOption('weekly');
    await field(tab, 'meetings.0.weekday').selectOption('Monday');
    await field(tab, 'meetings.0.first').fill('2026-11-30');
    await openMore(tab);
    await field(tab, 'meetings.0.skip').fill('2026-12-20 to 2027-01-05');
    await tab.getByRole('button', { name: 'Move a meeting' }).click();
    await field(tab, 'meetings.0.moved.0.from').fill('2027-01-11');
    await field(tab, 'meetings.0.moved.0.to').fill('2027-01-19');
    const coming = await tab.locator('[data-coming]').textContent();
    assert.match(coming, /14 December 2026.*18 January 2027.*19 January 2027/);
  }));

test('a series is on the fifth weekday of a month, or once a year', () =>
  openForm(async (tab) => {
    await fillByPointer(tab);
    await field(tab, 'meetings.0.which').selectOption('fifth');
    await field(tab, 'meetings.0.weekday').selectOption('Saturday');
    await field(tab, 'meetings.0.repeats').selectOption({ label: 'Every year' });
    await field(tab, 'meetings.0.first').fill('2027-01-30');
    await inTheFile(tab, 'first: 2027-01-30');
    assert.match(await meetingsIn(tab), /- repeats: yearly\n {4}day: fifth Saturday\n/);
    assert.deepEqual(checked(await theFile(tab), PATH), []);
  }, { timezoneId: 'Europe/London' }));

test('what is wrong with a moved meeting is told beside it, and the move can be undone', () =>
  openForm(async (tab) => {
    await fillByPointer(tab);
    await openMore(tab);
    const move = tab.getByRole('button', { name: 'Move a meeting' });
    await move.click();
    await move.click();
    await field(tab, 'meetings.0.moved.1.from').fill('2026-12-02');
    await field(tab, 'meetings.0.moved.1.to').fill('2026-12-09');
    await field(tab, 'meetings.0.skip').focus();
    await tab.locator('[id="problems-meetings.0.moved.1.from"]', { hasText: '2026-12-02 is not a meeting of this series, so it cannot be moved.' }).waitFor();
    await tab.getByRole('button', { name: 'Undo this move' }).nth(1).click();
    await tab.getByRole('button', { name: 'Undo this move' }).click();
    assert.equal(await tab.locator('[name*=".moved."]').count(), 0);
    await isComplete(tab);
    assert.doesNotMatch(await theFile(tab), /moved/);
  }, { timezoneId: 'Europe/London' }));

test('with the second series each has an id, and with one none', () =>
  openForm(async (tab) => {
    await fillByPointer(tab);
    await tab.getByRole('button', { name: 'Add another series' }).click();
    await field(tab, 'meetings.1.repeats').selectOption('dates');
    await field(tab, 'meetings.1.dates').fill('2027-02-01');
    await field(tab, 'meetings.1.time').fill('18:30');
    await field(tab, 'meetings.1.place.online').fill('Video call');
    await tab.locator('[data-several="meetings"] > .one > details').nth(1).evaluate((more) => { more.open = true; });
    await field(tab, 'meetings.1.name').fill('Book evening');
    await inTheFile(tab, 'id: book-evening');
    assert.match(await meetingsIn(tab), /^ {2}- id: main\n[\s\S]*\n {2}- name: Book evening\n {4}id: book-evening\n/);
    assert.deepEqual(checked(await theFile(tab), PATH), []);
    await tab.getByRole('button', { name: 'Remove this series' }).nth(1).click();
    await isComplete(tab);
    assert.doesNotMatch(await theFile(tab), /\n.* id: /);
  }, { timezoneId: 'Europe/London' }));

test('whoever changes the meetings has reviewed the charter', () =>
  openForm(async (tab) => {
    const id = 'strengths-in-coaching';
    const before = readFileSync(join(directory.root, `content/groups/${id}.md`), 'utf8');
    const today = new Date().toISOString().slice(0, 10);
    await field(tab, 'meetings.0.time').fill('19:15');
    await inTheFile(tab, 'time: "19:15"');
    assert.match(await theFile(tab), new RegExp(`\nreviewed: ${today}\n`));
    await field(tab, 'meetings.0.time').fill(/time: "(.*)"/.exec(before)[1]);
    await tab.locator('.file pre', { hasNotText: 'time: "19:15"' }).waitFor({ state: 'attached' });
    assert.equal(await theFile(tab), before);
  }, { path: 'start/?edit=strengths-in-coaching#whole' }));

test('the words beside a rule can be changed, and its dates left out', () =>
  openForm(async (tab) => {
    await field(tab, 'meetings.0.when').fill('When the term ends');
    await inTheFile(tab, 'when: When the term ends');
    const file = await theFile(tab);
    assert.match(file, /rrule: /);
    assert.deepEqual(checked(file, 'content/groups/school-wellbeing-network.md').filter((it) => it.severity === 'error'), []);
  }, { path: 'start/?edit=school-wellbeing-network#whole' }));

test('a monthly or weekly series has its next dates without that of a first meeting, as its page does', () =>
  openForm(async (tab) => {
    const coming = (days) => tab.locator('[data-coming]', { hasText: days }).waitFor();
    await field(tab, 'meetings.0.repeats').selectOption('monthly');
    await field(tab, 'meetings.0.which').selectOption('last');
    await field(tab, 'meetings.0.weekday').selectOption('Friday');
    await coming(/Friday,? 25 December 2026; Friday,? 29 January 2027; Friday,? 26 February 2027/);
    await unfold(tab);
    await field(tab, 'founded').fill('1 February 2027');
    await coming(/Friday,? 26 February 2027; Friday,? 26 March 2027/);
    await field(tab, 'meetings.0.repeats').selectOption('quarterly');
    assert.equal(await tab.locator('[data-coming]').textContent(), '');
  }, { now: new Date('2026-11-28T10:00:00Z') }));

for (const zone of ['UTC', 'Etc/UTC', 'GMT', 'Etc/GMT+2']) {
  test(`a device in the zone ${zone} says nothing of the group's, which is asked for`, () =>
    openForm(async (tab) => {
      assert.equal(await field(tab, 'meetings.0.timezone').inputValue(), '');
      assert.equal(await tab.locator('#field-meetings\\.0\\.timezone ~ .understood').textContent(), '');
    }, { timezoneId: zone }));
}

test('a device in a place suggests its zone', () =>
  openForm(async (tab) => assert.equal(await field(tab, 'meetings.0.timezone').inputValue(), 'New York'), { timezoneId: 'America/New_York' }));
