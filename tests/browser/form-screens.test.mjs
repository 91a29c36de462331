// The form one question at a time, and what it makes of what one types.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { violations } from './support/axe.mjs';
import { PHONE, inTab } from './support/browser.mjs';
import { browser, choice, field, fillByPointer, openForm, theFile } from './support/form.mjs';
import { directory } from './support/sites.mjs';

const heading = (tab) => tab.locator('.question[data-now] > h3').textContent();
const isAt = (tab, words) => tab.locator('.question[data-now] > h3', { hasText: words }).waitFor();
const progress = (tab) => tab.locator('.progress').textContent();

test('one question shows at a time, those that are needed first, and Back leads to the one before', () =>
  openForm(async (tab) => {
    assert.equal(await tab.locator('.question:visible').count(), 1);
    assert.match(await progress(tab), /1 of 19\. 8 questions still need an answer/);
    const seen = [await heading(tab)];
    for (let at = 1; at < 19; at += 1) {
      await tab.getByRole('link', { name: 'Next', exact: true }).click();
      await tab.locator('.progress', { hasText: `${at + 1} of 19.` }).waitFor();
      seen.push(await heading(tab));
      assert.equal(await tab.evaluate(() => document.activeElement.textContent), seen.at(-1), 'the focus is on the question');
    }
    const numbers = seen.map((words) => Number(/^\d+/.exec(words)?.[0])).filter(Boolean);
    assert.deepEqual(numbers, [1, 2, 3, 4, 5, 7, 11, 6, 8, 9, 10, 12, 13, 14]);
    assert.ok(await tab.getByRole('link', { name: 'Next', exact: true }).isHidden());
    await tab.goBack();
    await isAt(tab, seen.at(-2));
    await tab.getByRole('link', { name: 'Back', exact: true }).click();
    await isAt(tab, seen.at(-3));
    assert.deepEqual(await violations(tab), []);
  }, { path: 'start/#form', viewport: PHONE }));

test('all questions are on one page for those who want that, and a reload keeps it', () =>
  openForm(async (tab) => {
    await tab.getByRole('link', { name: 'All questions on one page' }).click();
    assert.equal(await tab.locator('.question:visible').count(), 19);
    await tab.reload();
    await tab.locator('[data-check]').waitFor();
    assert.equal(await tab.locator('.question:visible').count(), 19);
    await tab.getByRole('link', { name: 'One question at a time' }).click();
    assert.equal(await tab.locator('.question:visible').count(), 1);
  }, { path: 'start/#form' }));

test('a link to a question opens it, and a problem in the summary leads to its answer', () =>
  openForm(async (tab) => {
    await isAt(tab, 'Is it open or closed?');
    await tab.goto(`${new URL('.', tab.url())}#send`);
    await tab.locator('[data-check]').click();
    await tab.locator('.summary a', { hasText: 'Who leads it' }).click();
    await isAt(tab, 'Who leads it');
    assert.match(await tab.evaluate(() => document.activeElement.name), /^leaders\.0/);
  }, { path: 'start/#q5' }));

test('the number of questions that are left is that of the screens with something missing or wrong', () =>
  openForm(async (tab) => {
    await fillByPointer(tab);
    await tab.locator('.progress', { hasText: 'You can send it whenever you like.' }).waitFor({ state: 'attached' });
    await field(tab, 'joining.contact').fill('nobody');
    await field(tab, 'name').fill('');
    await tab.locator('.progress', { hasText: '2 questions still need' }).waitFor({ state: 'attached' });
  }));

test('what an answer means shows beside it before it counts, and a choice is asked for only where there are two', () =>
  openForm(async (tab) => {
    const shown = (name, words) => tab.locator(`[id="field-${name}"] ~ .understood`, { hasText: words });
    await field(tab, 'meetings.0.repeats').selectOption('weekly');
    await field(tab, 'meetings.0.weekday').selectOption('Tuesday');
    await field(tab, 'meetings.0.first').fill('8 December');
    await shown('meetings.0.first', '8 December 2026').waitFor();
    await field(tab, 'meetings.0.time').fill('half past six in the evening');
    await shown('meetings.0.time', '18:30').waitFor();
    await field(tab, 'founded').fill('3/4/26');
    await shown('founded', 'Which do you mean?').waitFor();
    await field(tab, 'summary').focus();
    await tab.locator('[id="problems-founded"]', { hasText: 'This can mean more than one thing.' }).waitFor();
    await shown('founded', 'Which').getByRole('button', { name: '3 April 2026' }).click();
    await tab.waitForFunction(() => document.querySelector('[id="problems-founded"]').textContent === '');
    assert.equal(await field(tab, 'founded').inputValue(), '3 April 2026');
    await field(tab, 'meetings.0.time').fill('soonish');
    await field(tab, 'summary').focus();
    await tab.locator('[id="problems-meetings.0.time"]', { hasText: 'The form cannot read this as a time. Write it as 18:30 or 6:30 pm.' }).waitFor();
  }, { now: new Date('2026-11-28T10:00:00Z') }));

test('a sum in words gives its currency and what it is for, and lists from Word are entries', () =>
  openForm(async (tab) => {
    await choice(tab, 'costs', 'paid').check();
    await field(tab, 'costs.amount').fill('15 zł per meeting');
    await field(tab, 'objectives').fill('·\tOne book a month\n·\tNo homework');
    await field(tab, 'purpose').focus();
    assert.equal(await field(tab, 'costs.amount').inputValue(), '15');
    assert.equal(await field(tab, 'costs.currency').inputValue(), 'PLN');
    assert.equal(await field(tab, 'costs.per').inputValue(), 'meeting');
    assert.equal(await field(tab, 'objectives').inputValue(), 'One book a month\nNo homework');
  }));

test('a document that is pasted fills the answers that it has, and keeps the rest in sight', () =>
  openForm(async (tab) => {
    await tab.locator('.paste summary').click();
    await tab.locator('#paste').fill([
      'Name: Books and Bread', '', '2. What is its purpose?', 'To read what we would not read alone.', '3. Who leads it, and what do they answer for?', '• Anna Nowak, host', '5. Is it open or closed?', 'Open',
      '7. When, how often, for how long and where does it meet?', 'Last Friday of the month, 18:30–20:00, Warsaw time', '10. Are there costs, and how are they met?', '15 zł per meeting, or what you can',
    ].join('\n'));
    await tab.locator('[data-pasted] dd', { hasText: 'To read what we would not read alone.' }).waitFor();
    await tab.locator('[data-pasted] blockquote', { hasText: 'or what you can' }).waitFor();
    await tab.getByRole('button', { name: /^Put these \d+ answers into the form$/ }).click();
    assert.equal(await field(tab, 'name').inputValue(), 'Books and Bread');
    assert.equal(await field(tab, 'leaders.0.role').inputValue(), 'host');
    assert.ok(await choice(tab, 'membership', 'open').isChecked());
    assert.equal(await field(tab, 'meetings.0.which').inputValue(), 'last');
    assert.equal(await field(tab, 'meetings.0.timezone').inputValue(), 'Warsaw');
    assert.match(await tab.locator('#paste').inputValue(), /or what you can/);
  }, { path: 'start/#form' }));

test('a document that is pasted while the form is still loading is read once it has loaded', () =>
  inTab(browser, {}, async (tab) => {
    await tab.route('**/form-pasted*.js', async (route) => {
      await tab.locator('#paste').evaluate((field) => { field.value = 'Name: Books and Bread'; });
      await route.continue();
    });
    await tab.goto(`${directory.base}start/#form`);
    await tab.locator('[data-pasted] dd', { hasText: 'Books and Bread' }).waitFor({ state: 'attached' });
  }));

test('languages, countries and currencies are chosen by their names', () =>
  openForm(async (tab) => {
    await fillByPointer(tab);
    await field(tab, 'language').selectOption({ label: 'Polish – polski' });
    await field(tab, 'based.country').selectOption({ label: 'Poland' });
    await tab.locator('.file pre', { hasText: 'country: Poland' }).waitFor({ state: 'attached' });
    assert.match(await theFile(tab), /\nlanguage: pl\n/);
    const options = await field(tab, 'based.country').locator('option').allTextContents();
    assert.ok(options.length > 230 && new Set(options).size === options.length, 'each country once');
  }));

test('kept answers say how old they are', () =>
  openForm(async (tab) => {
    await field(tab, 'name').fill('Half Done');
    await tab.locator('[data-saved]', { hasText: 'Kept in this browser' }).waitFor();
    await tab.clock.setFixedTime(new Date('2026-11-10T10:00:00Z'));
    await tab.reload();
    await tab.locator('[data-saved]', { hasText: 'Your answers are back. You last changed them last week.' }).waitFor();
  }, { now: new Date('2026-11-02T10:00:00Z') }));

test('a group confirms with one link that its charter is still true: the day of the review is all that changes', () =>
  openForm(async (tab) => {
    await isAt(tab, 'Check your charter, and send it');
    await tab.locator('[data-editing]', { hasText: 'You confirm that the charter of “Strengths in Coaching” is still true.' }).waitFor();
    const before = readFileSync(join(directory.root, 'content/groups/strengths-in-coaching.md'), 'utf8').split('\n');
    const after = (await theFile(tab)).split('\n');
    assert.equal(after.length, before.length);
    const changed = after.filter((line, at) => line !== before[at]);
    assert.deepEqual(changed, [`reviewed: ${new Date().toISOString().slice(0, 10)}`]);
    await tab.locator('.way[open] .button').first().waitFor();
  }, { path: 'start/?edit=strengths-in-coaching&still-true#form' }));

/** The names and roles of the leaders in the form. */
const leadersIn = (tab) => tab.locator('[data-several="leaders"] > .one').evaluateAll((all) => all.map((one) => [one.querySelector('[name$=".name"]').value, one.querySelector('[name$=".role"]').value]));

test('two leaders in one field are asked about, and become two or stay one', () =>
  openForm(async (tab) => {
    const asked = tab.locator('#field-leaders\\.0\\.name ~ .understood', { hasText: 'Which do you mean?' });
    await field(tab, 'leaders.0.name').fill('Ann Lee and Tom Ray, host');
    await asked.waitFor();
    await field(tab, 'leaders.0.role').focus();
    await tab.locator('#problems-leaders\\.0\\.name', { hasText: 'This may be more than one person. Choose which it is.' }).waitFor();
    await asked.getByRole('button', { name: '2 people: Ann Lee and Tom Ray (host)' }).click();
    assert.deepEqual(await leadersIn(tab), [['Ann Lee', ''], ['Tom Ray', 'host']]);
    await field(tab, 'leaders.0.name').fill('Ann & Tom');
    await asked.getByRole('button', { name: 'One name: Ann & Tom' }).click();
    await tab.waitForFunction(() => document.querySelector('#problems-leaders\\.0\\.name').textContent === '');
    assert.deepEqual(await leadersIn(tab), [['Ann & Tom', ''], ['Tom Ray', 'host']]);
    assert.equal(await asked.count(), 0);
    assert.deepEqual(await violations(tab), []);
  }));

test('lines that are pasted into the name of a leader are people', () =>
  openForm(async (tab) => {
    await field(tab, 'leaders.0.name').evaluate((input) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '• Ann Lee (chair)\n• Tom Ray\n');
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await tab.getByRole('button', { name: '2 people: Ann Lee (chair) and Tom Ray' }).click();
    assert.deepEqual(await leadersIn(tab), [['Ann Lee', 'chair'], ['Tom Ray', '']]);
  }));

test('the role beside a name goes to its own field, unless one is there', () =>
  openForm(async (tab) => {
    await field(tab, 'leaders.0.name').fill('Chair: Ann Lee');
    await tab.locator('#field-leaders\\.0\\.name ~ .understood', { hasText: 'Ann Lee, with the role “Chair”' }).waitFor();
    await field(tab, 'summary').focus();
    assert.deepEqual(await leadersIn(tab), [['Ann Lee', 'Chair']]);
    await field(tab, 'leaders.0.name').fill('Ann Lee (host) and Tom Ray');
    await tab.getByRole('button', { name: '2 people: Ann Lee (host) and Tom Ray' }).click();
    assert.deepEqual(await leadersIn(tab), [['Ann Lee', 'Chair'], ['Tom Ray', '']]);
    await tab.getByRole('button', { name: 'Remove this leader' }).nth(1).click();
    await field(tab, 'leaders.0.name').fill('Ann Lee (host)');
    await field(tab, 'summary').focus();
    assert.deepEqual(await leadersIn(tab), [['Ann Lee (host)', 'Chair']]);
  }));

test('what the words for a series have answered is folded away, and what is still needed stays', () =>
  openForm(async (tab) => {
    const isShown = async (...names) => Object.fromEntries(await Promise.all(names.map(async (name) => [name, await field(tab, `meetings.0.${name}`).isVisible()])));
    const NAMES = ['repeats', 'weekday', 'first', 'time', 'duration', 'timezone', 'place.online'];
    const understood = (words) => tab.locator('#field-meetings\\.0\\.said ~ .understood', { hasText: words }).waitFor();
    await field(tab, 'meetings.0.said').fill('last Friday of the month');
    await understood('Every month on the last Friday');
    assert.deepEqual(await isShown(...NAMES), { repeats: false, weekday: false, first: false, time: true, duration: true, timezone: true, 'place.online': true });
    await field(tab, 'meetings.0.said').fill('last Friday of the month, 7pm, for 2 hours');
    await understood('Every month on the last Friday, 19:00, 2 hours');
    assert.deepEqual(await isShown(...NAMES), { repeats: false, weekday: false, first: false, time: false, duration: false, timezone: true, 'place.online': true });
    const height = async () => (await tab.locator('.question[data-now]').boundingBox()).height;
    const folded = await height();
    assert.deepEqual(await violations(tab), []);
    await tab.getByRole('button', { name: 'Change this' }).click();
    assert.ok(Object.values(await isShown(...NAMES)).every(Boolean), 'all is back');
    assert.ok(folded < 0.75 * (await height()), 'a quarter of the screen is saved');
    assert.equal(await tab.evaluate(() => document.activeElement.name), 'meetings.0.repeats');
    await field(tab, 'meetings.0.weekday').selectOption('Monday');
    await tab.waitForFunction(() => document.querySelector('#field-meetings\\.0\\.said ~ .understood').textContent === '');
    assert.ok(Object.values(await isShown(...NAMES)).every(Boolean), 'what the words say counts until the fields say something else');
  }, { path: 'start/#q7', viewport: PHONE }));

test('a first meeting is asked for where the others are counted from it', () =>
  openForm(async (tab) => {
    await field(tab, 'meetings.0.said').fill('every other Tuesday at 7pm');
    await field(tab, 'meetings.0.time').waitFor({ state: 'hidden' });
    assert.ok(await field(tab, 'meetings.0.first').isVisible());
  }, { path: 'start/#q7' }));

test('a link to an answer that is folded away brings it back', () =>
  openForm(async (tab) => {
    await field(tab, 'meetings.0.said').fill('every Tuesday at 7pm');
    await field(tab, 'meetings.0.time').waitFor({ state: 'hidden' });
    await tab.evaluate(() => { location.hash = '#field-meetings.0.time'; });
    await field(tab, 'meetings.0.time').waitFor();
    assert.equal(await tab.evaluate(() => document.activeElement.name), 'meetings.0.time');
  }, { path: 'start/#q7' }));

test('the article leads to the questions at once, on a phone too', () =>
  openForm(async (tab) => {
    await tab.evaluate(() => scrollTo(0, 0));
    const jump = tab.getByRole('link', { name: 'Answer the questions' });
    const { y, height } = await jump.boundingBox();
    assert.ok(y + height < PHONE.height, 'it is seen without scrolling');
    await jump.click();
    await tab.waitForFunction(() => document.querySelector('#form-title').getBoundingClientRect().top < 200);
    await field(tab, 'name').waitFor();
  }, { path: 'start/#form', viewport: PHONE }));

test('what could be better is folded away below what must be put right, and a charter can go without it', () =>
  openForm(async (tab) => {
    await fillByPointer(tab);
    await field(tab, 'joining.contact').fill('someone@gmail.com');
    await tab.locator('.summary h4', { hasText: 'Your charter can be sent as it is' }).waitFor({ state: 'attached' });
    const folded = tab.locator('.summary details', { hasText: 'One suggestion, for now or for later' });
    await folded.waitFor({ state: 'attached' });
    assert.equal(await folded.evaluate((one) => one.open), false);
    await field(tab, 'name').fill('');
    await tab.locator('[data-check]').click();
    assert.deepEqual(await tab.locator('.summary > *').evaluateAll((all) => all.map((one) => one.localName)), ['h4', 'ul', 'p', 'details']);
  }));

test('what everyone could read is not folded away', () =>
  openForm(async (tab) => {
    await fillByPointer(tab);
    await field(tab, 'leaders.0.role').fill('Chair, 020 7946 0958');
    await tab.locator('.summary > ul > li', { hasText: 'looks like a telephone number' }).waitFor({ state: 'attached' });
    assert.match(await tab.locator('.summary').textContent(), /Everyone will be able to read this\. Did you mean to publish it\?/);
  }));
