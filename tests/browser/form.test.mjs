// The form that writes a charter, as a leader fills it in; what comes out is checked by the real program.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { violations } from './support/axe.mjs';
import { DESKTOP, inTab, PHONE, watch } from './support/browser.mjs';
import { browser, checked, choice, field, fillByPointer, inWords, isComplete, openForm, ready, theFile, unfold } from './support/form.mjs';
import { tabTo } from './support/keyboard.mjs';
import { directory, empty } from './support/sites.mjs';

test('a charter filled in on a phone passes the check at the first try', () =>
  openForm(async (tab) => {
    await fillByPointer(tab);
    await isComplete(tab);
    assert.equal(await tab.locator('.file summary code').textContent(), 'content/groups/tea-and-strengths.md');
    assert.deepEqual(checked(await theFile(tab), 'content/groups/tea-and-strengths.md'), []);
  }, { timezoneId: 'Europe/London' }));

test('a charter can be filled in with a keyboard and nothing else', () =>
  openForm(async (tab) => {
    const to = (id) => tabTo(tab, (place) => place.id === id);
    const type = async (name, text) => {
      await to(`field-${name}`);
      await tab.keyboard.type(text);
    };
    const press = async (name, value, key = 'Space') => {
      const id = await choice(tab, name, value).evaluate((box) => (box.id ||= `test-${box.name}-${box.value}`));
      if (await choice(tab, name, value).evaluate((box) => box.type === 'radio')) {
        // The Tab key leads to the first of several, the arrows to the others.
        const first = await tab.locator(`[name="${name}"]`).first().evaluate((box) => (box.id ||= `test-${box.name}-first`));
        await to(first);
        await tab.keyboard.press('Space');
        while ((await tab.evaluate(() => document.activeElement.id)) !== id) await tab.keyboard.press('ArrowDown');
        return;
      }
      await to(id);
      await tab.keyboard.press(key);
    };
    await type('name', 'Keys Only');
    await type('summary', 'We meet without mice.');
    await press('fields', 'coaching');
    await type('purpose', 'To see whether it works.');
    await type('leaders.0.name', 'One of us');
    await press('aims', 'networking');
    await press('membership', 'closed');
    await type('meetings.0.repeats', 'Every week');
    await type('meetings.0.weekday', 'Wed');
    await type('meetings.0.first', '25 November 2026');
    await type('meetings.0.time', '6:30 pm');
    await type('meetings.0.duration', '1 hour 30');
    await type('meetings.0.place.online', 'Video call');
    await press('joining.places', 'waiting-list');
    await type('joining.steps', 'Write to us.');
    await type('joining.contact', 'keys-only@example.org');
    await press('values', 'confidentiality');
    await to(await tab.locator('[data-check]').evaluate((button) => (button.id ||= 'test-check')));
    await tab.keyboard.press('Enter');
    await isComplete(tab);
    const told = checked(await theFile(tab), 'content/groups/keys-only.md');
    assert.deepEqual(told.filter(({ severity }) => severity === 'error'), []);
    const shown = await tab.locator('.summary li').allTextContents();
    assert.deepEqual(shown.sort(), told.map(inWords).sort());
  }, { timezoneId: 'Europe/London', locale: 'en-US' }));

test('what is wrong is told beside the answer, in the words of the program', () =>
  openForm(async (tab) => {
    await fillByPointer(tab);
    await field(tab, 'summary').fill('word '.repeat(60));
    await field(tab, 'size.ideal').fill('9');
    await field(tab, 'meetings.0.first').fill('2026-12-02');
    await field(tab, 'joining.contact').fill('tea-and-strengths');
    await field(tab, 'leaders.0.url').fill('on our own page');
    await field(tab, 'conflict').focus();
    for (const [name, words] of [
      ['summary', 'This text has 299 characters; the limit is 200.'],
      ['size.ideal', '“Best number” is 9, which is more than “Most”, 8.'],
      ['meetings.0.first', '2026-12-02 is a Wednesday, which is not a day of this series.'],
      ['joining.contact', 'This is neither an e-mail address nor an address that starts with https://.'],
      ['leaders.0.url', 'A web address must start with https:// here.'],
    ]) {
      await tab.locator(`[id="problems-${name}"]`, { hasText: words }).waitFor();
      assert.equal(await field(tab, name).getAttribute('aria-invalid'), 'true', name);
    }
    assert.ok(await tab.locator('.sending').isHidden(), 'nothing can be sent yet');
    await tab.locator('[data-check]').click();
    const told = await tab.locator('.summary li').allTextContents();
    assert.equal(told.length, 5);
    await tab.locator('.summary li a').first().click();
    assert.equal(await tab.evaluate(() => document.activeElement.id), 'field-summary');
  }));

test('an empty form says what is missing only when it is asked', () =>
  openForm(async (tab) => {
    assert.equal(await tab.locator('.problems p').count(), 0);
    await tab.locator('[data-check]').click();
    await tab.locator('.summary h4', { hasText: 'still missing or wrong' }).waitFor();
    const told = await tab.locator('.summary ul').first().locator('li').allTextContents();
    assert.ok(told.some((words) => words === '“Name of the group” still needs an answer: what the group is called.'), told.join('\n'));
    assert.ok(told.some((words) => words === 'This question still needs an answer: “How is a new member admitted?”'), told.join('\n'));
  }));

test('what was not changed stays exactly as it is in the file', () =>
  inTab(browser, {}, async (tab) => {
    for (const { address } of directory.groups) {
      const id = address.split('/')[1];
      await tab.goto(`${directory.base}start/?edit=${id}#whole`);
      await ready(tab);
      const original = readFileSync(join(directory.root, `content/groups/${id}.md`), 'utf8');
      assert.equal(await theFile(tab), original, id);
    }
  }));

test('a change of one answer changes the lines of that answer alone', () =>
  openForm(async (tab) => {
    const path = 'content/groups/strengths-in-coaching.md';
    const before = readFileSync(join(directory.root, path), 'utf8').split('\n');
    await field(tab, 'size.current').fill('9');
    await field(tab, 'conflict').fill('Talk first: then ask the leader.');
    await choice(tab, 'membership', 'open').check();
    await tab.locator('.file pre', { hasText: 'membership: open' }).waitFor({ state: 'attached' });
    const after = (await theFile(tab)).split('\n');
    assert.deepEqual(before.filter((line) => !after.includes(line)), [
      'membership: closed',
      'size: {ideal: 8, minimum: 5, maximum: 10, current: 7}',
      before.find((line) => line.startsWith('conflict:')),
    ]);
    assert.deepEqual(after.filter((line) => !before.includes(line)), [
      'membership: open',
      'size: {ideal: 8, minimum: 5, maximum: 10, current: 9}',
      "conflict: 'Talk first: then ask the leader.'",
    ]);
    assert.deepEqual(checked(await theFile(tab), path), []);
  }, { path: 'start/?edit=strengths-in-coaching#whole' }));

test('a series that the form cannot say is kept', () =>
  openForm(async (tab) => {
    const id = 'school-wellbeing-network';
    const original = readFileSync(join(directory.root, `content/groups/${id}.md`), 'utf8');
    assert.match(original, /rrule:/);
    await field(tab, 'meetings.0.notice').evaluate((input) => { input.closest('details').open = true; });
    await field(tab, 'meetings.0.notice').fill('A season ahead');
    await tab.locator('.file pre', { hasText: 'A season ahead' }).waitFor({ state: 'attached' });
    const rule = /rrule: .*/.exec(original)[0].replace(/["']/g, '');
    assert.ok((await theFile(tab)).replace(/["']/g, '').includes(rule), await theFile(tab));
    assert.deepEqual(checked(await theFile(tab), `content/groups/${id}.md`).filter((it) => it.severity === 'error'), []);
  }, { path: 'start/?edit=school-wellbeing-network#whole' }));

test('each group’s page leads to its charter in the repository and to the form', () =>
  inTab(browser, {}, async (tab) => {
    await tab.goto(`${directory.base}groups/strengths-in-coaching/`);
    const edit = await tab.getByRole('link', { name: 'Suggest a change' }).getAttribute('href');
    assert.match(edit, /\/edit\/main\/content\/groups\/strengths-in-coaching\.md$/);
    await tab.getByRole('link', { name: 'Edit with the form' }).click();
    await ready(tab);
    assert.equal(await field(tab, 'name').inputValue(), 'Strengths in Coaching');
  }));

const letter = async (tab) => new URL(await tab.locator('.way a[href^="mailto:"]').getAttribute('href')).searchParams;

test('a new charter sent by e-mail says which file and which address it is for', () =>
  openForm(async (tab) => {
    await fillByPointer(tab);
    await field(tab, 'id').fill('tea-time');
    await tab.locator('.way a[href*="tea-time"]').first().waitFor({ state: 'attached' });
    const sent = await letter(tab);
    assert.equal(sent.get('subject'), 'Charter: Tea and Strengths');
    assert.match(sent.get('body'), /Please add it to the directory\.\r\n\r\nThe group: Tea and Strengths\r\nThe file: content\/groups\/tea-time\.md\r\nIts page: https?:\S+\/groups\/tea-time\/\r\n/);
  }));

test('a change sent by e-mail says that it is one, of which file, and what the group was called', () =>
  openForm(async (tab) => {
    await field(tab, 'conflict').fill('We talk first.');
    const text = tab.locator('.way', { hasText: 'by e-mail' });
    await text.waitFor({ state: 'attached' });
    const same = await letter(tab);
    assert.equal(same.get('subject'), 'Change to Strengths in Coaching');
    assert.match(same.get('body'), /replace the text of this file with the text below\.\r\n\r\nThe group: Strengths in Coaching\r\nThe file: content\/groups\/strengths-in-coaching\.md\r\n/);
    assert.ok(!same.get('body').includes('add it to the directory'));
    await field(tab, 'name').fill('Strengths at Work');
    await tab.locator('.file pre', { hasText: 'name: Strengths at Work' }).waitFor({ state: 'attached' });
    const renamed = await letter(tab);
    assert.equal(renamed.get('subject'), 'Change to Strengths in Coaching');
    assert.match(renamed.get('body'), /The page keeps its address\.\r\n\r\nThe name until now: Strengths in Coaching\r\nThe new name: Strengths at Work\r\nThe file: content\/groups\/strengths-in-coaching\.md\r\nThe page: \S+\/groups\/strengths-in-coaching\/\r\n/);
    const asFile = await tab.locator('.way', { hasText: 'Download' }).textContent();
    assert.match(asFile, /This is a change to Strengths in Coaching\..*content\/groups\/strengths-in-coaching\.md/);
    const edit = await tab.locator('.way a[href*="/edit/main/"]').getAttribute('href');
    assert.match(edit, /content\/groups\/strengths-in-coaching\.md$/);
  }, { path: 'start/?edit=strengths-in-coaching#whole' }));

test('one of several things can be added and removed', () =>
  openForm(async (tab) => {
    for (const name of ['One', 'Two', 'Three']) {
      const at = ['One', 'Two', 'Three'].indexOf(name);
      if (at) await tab.getByRole('button', { name: 'Add another leader' }).click();
      await field(tab, `leaders.${at}.name`).fill(name);
    }
    await tab.getByRole('button', { name: 'Remove this leader' }).nth(1).click();
    assert.equal(await field(tab, 'leaders.1.name').inputValue(), 'Three');
    assert.equal(await tab.locator('[name^="leaders.2."]').count(), 0);
  }));

test('the next dates of a series are shown as they are set', () =>
  openForm(async (tab) => {
    await tab.clock.setFixedTime(new Date('2026-11-24T12:00:00Z'));
    await field(tab, 'meetings.0.repeats').selectOption('monthly');
    await field(tab, 'meetings.0.which').selectOption('second');
    await field(tab, 'meetings.0.weekday').selectOption('Tuesday');
    await field(tab, 'meetings.0.first').fill('2026-01-13');
    const said = await tab.locator('[data-coming]').textContent();
    assert.equal(said, 'The next meetings: Tuesday, 8 December 2026; Tuesday, 12 January 2027; Tuesday, 9 February 2027.'.replaceAll(', ', said.includes('Tuesday, ') ? ', ' : ' '));
  }));

test('a name that another group has is told', () =>
  openForm(async (tab) => {
    await field(tab, 'name').fill('STRENGTHS  in coaching');
    await field(tab, 'summary').focus();
    await tab.locator('[id="problems-name"]', { hasText: 'Another group has this name: “Strengths in Coaching”' }).waitFor();
  }));

test('the repository is opened with the file in its address, or with its name alone where the text is too long', () =>
  openForm(async (tab) => {
    await fillByPointer(tab);
    await isComplete(tab);
    const link = tab.locator('.way a[href*="/new/"]');
    const address = new URL(await link.getAttribute('href'));
    assert.equal(address.pathname, '/example/guildhall-directory/new/main/content/groups');
    assert.equal(address.searchParams.get('filename'), 'tea-and-strengths.md');
    assert.equal(address.searchParams.get('value'), await theFile(tab));
    await field(tab, 'about').fill('A long story. '.repeat(500));
    await tab.locator('.way', { hasText: 'Paste it into the large empty field' }).first().waitFor({ state: 'attached' });
    const short = await link.getAttribute('href');
    assert.ok(short.length < 200 && new URL(short).searchParams.get('filename') === 'tea-and-strengths.md', short);
  }, { viewport: DESKTOP }));

test('where one way does not work, the next is offered', () =>
  openForm(async (tab) => {
    await fillByPointer(tab);
    await isComplete(tab);
    const open = () => tab.locator('.way[open] summary').allTextContents();
    assert.match((await open())[0], /by e-mail/, 'on a small screen a message comes first');
    for (const next of [/As a file/, /As text/, /pull request/]) {
      await tab.locator('.way[open]').getByRole('button', { name: 'That did not work' }).click();
      assert.match((await open())[0], next);
    }
  }, { viewport: PHONE }));

test('the charter can be downloaded and copied', () =>
  openForm(async (tab) => {
    await tab.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await fillByPointer(tab);
    await isComplete(tab);
    await tab.locator('.way summary', { hasText: 'As a file' }).click();
    const [download] = await Promise.all([tab.waitForEvent('download'), tab.getByRole('button', { name: 'Download' }).click()]);
    assert.equal(download.suggestedFilename(), 'tea-and-strengths.md');
    assert.equal(readFileSync(await download.path(), 'utf8'), await theFile(tab));
    await tab.locator('.way summary', { hasText: 'As text' }).click();
    await tab.getByRole('button', { name: 'Copy the charter' }).click();
    await tab.locator('.copied', { hasText: 'The text is copied' }).waitFor();
    assert.equal(await tab.evaluate(() => navigator.clipboard.readText()), await theFile(tab));
  }));

test('a directory without a repository, an address or terms has the form too', () =>
  openForm(async (tab) => {
    await field(tab, 'name').fill('First');
    await tab.locator('[data-check]').click();
    await tab.locator('.summary li', { hasText: 'still needs an answer: one line' }).waitFor();
  }, { site: empty }));

test('without JavaScript there are the questions, and a blank charter to take along', () =>
  inTab(browser, { javaScriptEnabled: false }, async (tab) => {
    await tab.goto(`${directory.base}start/`);
    assert.equal(await tab.locator('.question h3:visible').count(), 17);
    const [download] = await Promise.all([tab.waitForEvent('download'), tab.getByRole('link', { name: 'blank charter' }).click()]);
    assert.match(readFileSync(await download.path(), 'utf8'), /^---\n/);
  }));

for (const [look, visitor] of [
  ['phone, light', { viewport: PHONE }],
  ['phone, dark', { viewport: PHONE, colorScheme: 'dark' }],
  ['desktop', { viewport: DESKTOP }],
]) {
  test(`axe finds nothing in any state of the form: ${look}`, () =>
    openForm(async (tab) => {
      const seen = await watch(tab);
      const clean = async (state) => assert.deepEqual(await violations(tab), [], state);
      await tab.locator('[data-check]').click();
      await clean('with everything missing');
      await fillByPointer(tab);
      await tab.getByRole('button', { name: 'Add another series' }).click();
      await field(tab, 'meetings.1.repeats').selectOption('dates');
      await field(tab, 'joining.contact').fill('someone@gmail.com');
      await tab.locator('details').evaluateAll((all) => all.forEach((one) => { one.open = true; }));
      await choice(tab, 'costs', 'paid').check();
      await tab.locator('[data-check]').click();
      await clean('with errors and warnings');
      await choice(tab, 'costs', 'free').check();
      await tab.getByRole('button', { name: 'Remove this series' }).nth(1).click();
      await isComplete(tab);
      await tab.locator('details').evaluateAll((all) => all.forEach((one) => { one.open = true; }));
      await clean('complete');
      assert.deepEqual(seen.faults, []);
    }, visitor));
}

test('a charter is never written on a day that has not come to the Guild', () =>
  openForm(async (tab) => {
    const day = new Date().toISOString().slice(0, 10);
    await fillByPointer(tab);
    await isComplete(tab);
    assert.match(await theFile(tab), new RegExp(`\nreviewed: ${day}\n`));
  }, { timezoneId: 'Pacific/Kiritimati' }));

test('a date is picked with the keyboard once its year is whole', () =>
  openForm(async (tab) => {
    await field(tab, 'meetings.0.repeats').selectOption('dates');
    await tab.locator('#field-meetings\\.0\\.dates-add').focus();
    await tab.keyboard.type('12012026');
    assert.equal(await field(tab, 'meetings.0.dates').inputValue(), '2026-12-01');
  }, { locale: 'en-US' }));

test('what is typed by half is told, and not passed over', () =>
  openForm(async (tab) => {
    await fillByPointer(tab);
    await field(tab, 'founded').focus();
    await tab.keyboard.type('0506');
    await field(tab, 'language').focus();
    await tab.locator('[id="problems-founded"]', { hasText: 'The form cannot read this as a date.' }).waitFor();
    assert.ok(await tab.locator('.sending').isHidden());
  }, { locale: 'en-US' }));

test('a problem stands at its own leader and series, where earlier ones are empty', () =>
  openForm(async (tab) => {
    await tab.getByRole('button', { name: 'Add another leader' }).click();
    await field(tab, 'leaders.1.role').fill('Leader');
    await tab.getByRole('button', { name: 'Add another series' }).click();
    await field(tab, 'meetings.1.repeats').selectOption('weekly');
    await tab.locator('[data-check]').click();
    await tab.locator('[id="problems-leaders.1.name"]', { hasText: '“Name, or role” still needs an answer: everyone who leads has a name' }).waitFor();
    await tab.locator('[id="problems-meetings.1.time"]', { hasText: '“Starts at” still needs an answer' }).waitFor();
    assert.equal(await tab.locator('[id^="problems-meetings.0."] p, [id^="problems-leaders.0."] p').count(), 0);
    assert.equal(await field(tab, 'meetings.1.weekday').getAttribute('aria-invalid'), 'true');
  }));
