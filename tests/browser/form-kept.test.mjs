// The answers that the form keeps in the browser, in one window and in two.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { choice, field, openForm, ready } from './support/form.mjs';
import { directory } from './support/sites.mjs';

test('answers are kept in the browser until they are forgotten', () =>
  openForm(async (tab) => {
    await field(tab, 'name').fill('Half Done');
    await tab.getByRole('button', { name: 'Add another leader' }).click();
    await field(tab, 'leaders.1.name').fill('The second one');
    await choice(tab, 'domains', 'education').check();
    await tab.locator('[data-saved]', { hasText: 'Kept in this browser' }).waitFor();
    await tab.reload();
    await ready(tab);
    assert.equal(await field(tab, 'name').inputValue(), 'Half Done');
    assert.equal(await field(tab, 'leaders.1.name').inputValue(), 'The second one');
    assert.ok(await choice(tab, 'domains', 'education').isChecked());
    tab.on('dialog', (dialog) => dialog.accept());
    await tab.getByRole('button', { name: 'Forget my answers' }).click();
    await tab.waitForFunction(() => document.querySelector('#field-name').value === '');
    await ready(tab);
    assert.equal(await tab.evaluate(() => localStorage.length), 0);
  }));

/** Two windows of one browser that write the same charter. */
const inTwoWindows = (use, path = 'start/#whole') =>
  openForm(async (one) => {
    const other = await one.context().newPage();
    await other.goto(directory.base + path);
    await ready(other);
    await use(one, other);
  }, { path });
const saved = (tab, words) => tab.locator('[data-saved]', { hasText: words }).waitFor();

test('two windows show the same answers, and neither loses what was typed in the other', () =>
  inTwoWindows(async (one, other) => {
    await field(one, 'name').fill('From the first');
    await saved(other, 'Your answers from the other window are here too');
    await field(other, 'summary').fill('From the second');
    await one.waitForFunction(() => document.querySelector('#field-summary').value === 'From the second');
    await one.getByRole('button', { name: 'Add another leader' }).click();
    await field(one, 'leaders.1.name').fill('A third');
    await field(other, 'leaders.1.name').waitFor();
    await other.reload();
    await ready(other);
    for (const [name, text] of [['name', 'From the first'], ['summary', 'From the second'], ['leaders.1.name', 'A third']]) {
      await other.waitForFunction(([id, value]) => document.getElementById(id)?.value === value, [`field-${name}`, text]);
    }
  }));

test('answers typed in a window that has not heard of the other’s are both kept, and the others are offered', () =>
  inTwoWindows(async (one, other) => {
    await other.addInitScript(() => addEventListener('storage', (event) => event.stopImmediatePropagation(), true));
    await other.reload();
    await ready(other);
    await field(one, 'name').fill('One');
    await saved(one, 'Kept in this browser');
    await field(other, 'name').fill('Other');
    await saved(other, 'Both are kept');
    const others = other.getByRole('button', { name: 'Show the others' });
    await others.click();
    assert.equal(await field(other, 'name').inputValue(), 'One');
    await others.click();
    assert.equal(await field(other, 'name').inputValue(), 'Other', 'and back again');
    await other.reload();
    await ready(other);
    assert.equal(await field(other, 'name').inputValue(), 'Other');
    await others.click();
    assert.equal(await field(other, 'name').inputValue(), 'One', 'they are kept while the window is away');
  }));

test('answers that one window forgets are not kept again by the other', () =>
  inTwoWindows(async (one, other) => {
    await field(one, 'name').fill('To be forgotten');
    await saved(other, 'from the other window');
    one.on('dialog', (dialog) => dialog.accept());
    await one.getByRole('button', { name: 'Forget my answers' }).click();
    await saved(other, 'were forgotten in another window');
    await field(other, 'summary').fill('More');
    await other.waitForTimeout(600);
    assert.equal(await other.evaluate(() => localStorage.length), 0);
    assert.equal(await field(other, 'name').inputValue(), 'To be forgotten', 'nothing vanishes while one looks at it');
  }));

test('answers to a charter that has changed since are left aside', () =>
  openForm(async (tab) => {
    await field(tab, 'conflict').fill('Half an idea');
    await tab.locator('[data-saved]', { hasText: 'Kept in this browser' }).waitFor();
    await tab.evaluate(() => {
      const [name] = Object.keys(localStorage);
      localStorage.setItem(name, JSON.stringify({ ...JSON.parse(localStorage.getItem(name)), of: 'an older text' }));
    });
    await tab.addInitScript(() => addEventListener('pagehide', (event) => event.stopImmediatePropagation(), true));
    await tab.reload();
    await ready(tab);
    await tab.locator('[data-saved]', { hasText: 'has been changed since you began' }).waitFor();
    assert.notEqual(await field(tab, 'conflict').inputValue(), 'Half an idea');
  }, { path: 'start/?edit=strengths-in-coaching#whole' }));

test('a series that is left after another was removed is itself after a reload', () =>
  openForm(async (tab) => {
    await field(tab, 'meetings.0.repeats').selectOption('weekly');
    await tab.getByRole('button', { name: 'Add another series' }).click();
    await field(tab, 'meetings.1.repeats').selectOption('monthly');
    await field(tab, 'meetings.1.duration').evaluate((menu) => { menu.append(new Option('100 min', '100 min')); menu.value = '100 min'; });
    await tab.getByRole('button', { name: 'Remove this series' }).first().click();
    await tab.reload();
    await ready(tab);
    assert.equal(await field(tab, 'meetings.0.repeats').inputValue(), 'monthly');
    assert.equal(await field(tab, 'meetings.0.duration').inputValue(), '100 min');
  }));
