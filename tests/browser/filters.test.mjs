// The filters of the list of groups, held against the groups as /groups.json has them.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { DESKTOP, PHONE, inTab, openBrowser } from './support/browser.mjs';
import { directory, edges } from './support/sites.mjs';

const browser = await openBrowser();
const { groups } = JSON.parse(directory.read('groups.json'));
const listed = groups.filter((group) => !['paused', 'ended'].includes(group.status));

/** The names of the groups for which something holds, sorted as a reader sees them. */
const apart = 2; // one group has paused and one has ended: they follow the others where nothing is filtered
const named = (holds) => listed.filter(holds).map((group) => group.name).sort();
const shown = async (tab) => (await tab.locator('.card h3').allTextContents()).sort();
const hasSubject = (id) => (group) => group.terms.subjects.some((term) => term.id === id);
const isOpen = (group) => group.membership === 'open';
const isClosed = (group) => group.membership === 'closed';
const isOnline = (group) => group.meetings.some((meeting) => meeting.place.online);

/** Opens a list, on a wide screen unless told otherwise. */
const open = (path, use, visitor = { viewport: DESKTOP }) =>
  inTab(browser, visitor, async (tab) => {
    await tab.goto(directory.base + path);
    if (visitor.viewport === DESKTOP && path) await tab.locator('.facet').first().waitFor();
    await use(tab);
  });

/** Ticks or unticks a choice by the words that it starts with, in the folds where it is. */
async function tick(tab, facet, choice) {
  const fold = tab.locator('details.facet', { has: tab.locator('summary', { hasText: facet }) });
  if (!(await fold.evaluate((details) => details.open))) await fold.locator('summary').click();
  await fold.locator('label', { hasText: new RegExp(`^\\s*${choice}`) }).click();
}

const count = (tab, words) => tab.locator('.count', { hasText: words }).waitFor();

test('on a wide screen, where the panel takes the place of filters of one press, each that is chosen can be taken off', () =>
  inTab(browser, { viewport: DESKTOP }, async (tab) => {
    await tab.goto(`${directory.base}groups/?where=online&cost=free`);
    await tab.locator('.chosen').getByRole('button', { name: 'Online' }).click();
    await tab.waitForURL(`${directory.base}groups/?cost=free`);
  }));

test('a filter shows the groups that fit and no others', () =>
  open('groups/', async (tab) => {
    await tick(tab, 'Subject', 'Resilience');
    const fitting = named(hasSubject('resilience'));
    await count(tab, `${fitting.length} of ${listed.length} groups`);
    assert.deepEqual(await shown(tab), fitting);

    await tick(tab, 'Membership', 'Open group');
    const both = named((group) => hasSubject('resilience')(group) && isOpen(group));
    await count(tab, `${both.length} of ${listed.length} groups`);
    assert.deepEqual(await shown(tab), both);
  }));

test('two choices of one filter show the groups of either', () =>
  open('groups/', async (tab) => {
    await tick(tab, 'Subject', 'Resilience');
    await tick(tab, 'Subject', 'Strengths');
    const either = named((group) => hasSubject('resilience')(group) || hasSubject('strengths')(group));
    await count(tab, `${either.length} of`);
    assert.deepEqual(await shown(tab), either);
  }));

test('each choice says how many groups it would leave', () =>
  open('groups/?where=online', async (tab) => {
    await count(tab, 'of');
    const tally = (value) => tab.locator(`input[value="${value}"]`).locator('xpath=ancestor::label').locator('.tally');
    const closed = named((group) => isOnline(group) && isClosed(group)).length;
    assert.equal(await tally('closed').textContent(), String(closed));
    assert.equal(await tally('online').textContent(), String(named(isOnline).length));
    await tick(tab, 'Subject', 'Resilience');
    const left = named((group) => isOnline(group) && isClosed(group) && hasSubject('resilience')(group)).length;
    await tab.waitForFunction(
      ([value, wanted]) => document.querySelector(`input[value="${value}"]`).closest('label').querySelector('.tally').textContent === wanted,
      ['closed', String(left)],
    );
  }));

test('the address has the state: it can be sent, reloaded, and Back goes back', () =>
  open('groups/', async (tab) => {
    await tick(tab, 'Subject', 'Resilience');
    await tick(tab, 'Online or in person', 'Online');
    await count(tab, 'of');
    assert.equal(new URL(tab.url()).search, '?where=online&subject=resilience');
    const both = named((group) => hasSubject('resilience')(group) && isOnline(group));
    await tab.reload();
    await count(tab, `of ${listed.length} groups`);
    assert.deepEqual(await shown(tab), both);

    await tab.goBack();
    await count(tab, `${named(hasSubject('resilience')).length} of`);
    assert.equal(await tab.locator('input[value="online"]').isChecked(), false);
    await tab.goBack();
    await tab.locator('.count', { hasText: new RegExp(`^${listed.length} groups$`) }).waitFor();
    assert.equal(new URL(tab.url()).search, '');
    await tab.goForward();
    await count(tab, `${named(hasSubject('resilience')).length} of`);
  }));

test('what the address asks for and no group has is left aside', () =>
  open('groups/?subject=alchemy&where=online&sort=upwards&__proto__=1', async (tab) => {
    await count(tab, `${named(isOnline).length} of`);
    assert.deepEqual(await tab.locator('.chosen li').allTextContents(), ['Remove: Online']);
    assert.deepEqual(await tab.locator('.quick [aria-pressed=true]').allTextContents(), ['Online']);
  }));

test('one filter is cleared, or all', () =>
  open('groups/?subject=resilience&where=online&membership=open', async (tab) => {
    await tab.locator('.chip', { hasText: 'Remove: Resilience' }).click();
    await tab.waitForURL('**/groups/?where=online&membership=open');
    await tab.locator('.count:focus').waitFor(); // the focus has a place
    await tab.getByRole('button', { name: 'Clear all' }).click();
    await tab.waitForURL('**/groups/');
    await tab.locator('.count', { hasText: new RegExp(`^${listed.length} groups$`) }).waitFor();
    assert.equal((await shown(tab)).length, listed.length + apart);
  }));

test('an empty result says which filter to drop, and with what gain', () =>
  open('groups/?subject=resilience&membership=closed&cost=free', async (tab) => {
    const advice = tab.locator('.nothing');
    await advice.waitFor();
    const without = named((group) => hasSubject('resilience')(group) && isClosed(group));
    const button = advice.getByRole('button', { name: `Without “Free”: ${without.length} group` });
    await button.click();
    await count(tab, `${without.length} of`);
    assert.deepEqual(await shown(tab), without);
  }));

test('the count of results is announced, and not before one filters', () =>
  open('groups/', async (tab) => {
    const status = tab.locator('.found > [role=status]');
    assert.equal(await status.textContent(), '');
    await tick(tab, 'Online or in person', 'Online');
    await count(tab, 'of');
    await status.getByText(`${named(isOnline).length} of ${listed.length} groups`).waitFor();
  }));

test('groups are sorted by age, and by their next meeting', () =>
  open('groups/', async (tab) => {
    for (const [sort, order] of [['newest', byAge], ['next', byNextMeeting]]) {
      await tab.getByLabel('Sort by').selectOption(sort);
      const sorted = [...listed].sort((a, b) => order(a, b) || listed.indexOf(a) - listed.indexOf(b));
      await tab.waitForFunction((name) => document.querySelector('.card h3').textContent === name, sorted[0].name);
      assert.equal(new URL(tab.url()).search, `?sort=${sort}`);
      const names = sorted.map((group) => group.name.replace("'", '’'));
      assert.deepEqual((await tab.locator('.card h3').allTextContents()), names.slice(0, 20));
    }
  }));

const compare = (a, b) => (a < b ? -1 : Number(a > b));
const byAge = (a, b) => compare(b.founded ?? '', a.founded ?? '');
const byNextMeeting = (a, b) => compare(next(a), next(b));

/** When a group's next meeting starts that has not ended. Groups without one come last. */
function next(group) {
  const coming = group.meetings.flatMap((meeting) => meeting.next);
  const left = coming.filter(({ start, end }) => Date.parse(end ?? start) >= Date.now());
  return Math.min(...left.map(({ start }) => Date.parse(start)));
}

test('on the page of a term, the filters choose among its groups', () =>
  open('fields/coaching/', async (tab) => {
    const coaches = (group) => group.terms.fields.some((term) => term.id === 'coaching');
    assert.equal(await tab.locator('.facet', { hasText: 'Field of practice' }).count(), 0);
    await tick(tab, 'Online or in person', 'Online');
    const both = named((group) => coaches(group) && isOnline(group));
    await count(tab, `${both.length} of ${named(coaches).length} groups`);
    assert.deepEqual(await shown(tab), both);
    assert.equal(new URL(tab.url()).pathname, '/sub/fields/coaching/');
  }));

const inEdges = JSON.parse(edges.read('groups.json')).groups.filter(({ status }) => !['paused', 'ended'].includes(status));

/** How many groups have one of some terms. */
const having = (axis, ...ids) => inEdges.filter(({ terms }) => terms[axis].some(({ id }) => ids.includes(id))).length;

test('a choice shows the groups of those below it too, which open and take its place', () =>
  inTab(browser, { viewport: DESKTOP }, async (tab) => {
    await tab.goto(`${edges.base}groups/`);
    const box = (id) => tab.locator(`.facet input[value='${id}']`);
    const of = (number) => count(tab, `${number} of ${inEdges.length} groups`);
    const facet = tab.locator("details.facet:has(input[value='families'])");
    await facet.waitFor();
    if (!(await facet.evaluate((details) => details.open))) await facet.locator('> summary').click();
    assert.equal(await box('young-families').isVisible(), false);
    await box('families').check();
    await of(having('domains', 'families', 'young-families', 'families-with-twins'));

    await facet.locator('summary', { hasText: 'Within' }).first().click();
    await box('young-families').check();
    await of(having('domains', 'young-families', 'families-with-twins'));
    assert.equal(await box('families').isChecked(), false);
    assert.equal(new URL(tab.url()).search, '?domain=young-families');

    await tab.goto(`${edges.base}groups/?domain=families-with-twins`);
    await of(having('domains', 'families-with-twins'));
    assert.ok(await box('families-with-twins').isVisible(), 'what is chosen is open');
  }));

test('on the page of a term, a choice that leaves no choice is not offered', () =>
  inTab(browser, { viewport: DESKTOP }, async (tab) => {
    await tab.goto(`${edges.base}domains/young-families/`);
    await tab.locator('.facet').first().waitFor();
    assert.deepEqual((await tab.locator('.facet > summary').allTextContents()).filter((name) => name.includes('Within')), []);
  }));

test('the week is one stop of the Tab key, and arrow keys lead through it', () =>
  open('groups/', async (tab) => {
    const active = () => tab.evaluate(() => document.activeElement.value || document.activeElement.textContent);
    await tab.locator('.facet > summary', { hasText: 'When you can come' }).click();
    const ways = [['Tab', 'Mon'], ['ArrowRight', 'mon-morning'], ['ArrowDown', 'tue-morning'], ['ArrowLeft', 'Tue'], ['ArrowLeft', 'Tue']];
    for (const [key, place] of ways) {
      await tab.keyboard.press(key);
      assert.equal(await active(), place, key);
    }
    await tab.keyboard.press('ArrowRight');
    await tab.keyboard.press('Space');
    await tab.waitForURL('**/groups/?free=tue-morning');
    await tab.keyboard.press('Tab');
    assert.equal(await tab.evaluate(() => Boolean(document.activeElement.closest('.week'))), false);
    await tab.keyboard.press('Shift+Tab');
    assert.equal(await active(), 'tue-morning', 'one comes back to where one was');
  }));

test('on a wide screen the count stays in view while one goes through the filters', () =>
  open('groups/', async (tab) => {
    await tab.evaluate(() => scrollTo(0, document.querySelector('.filters').getBoundingClientRect().bottom + scrollY - innerHeight));
    assert.ok(await tab.evaluate(() => scrollY > 300));
    const { top } = await tab.locator('.count').evaluate((count) => count.getBoundingClientRect().toJSON());
    assert.ok(top >= 0 && top < 60, `${top}`);
  }));

test('in a long list of choices, one finds by a part of a name, and those below a choice are shown with it', () =>
  inTab(browser, { viewport: DESKTOP }, async (tab) => {
    await tab.goto(`${edges.base}groups/`);
    const facet = tab.locator("details.facet:has(input[value='crowd-03'])");
    await tab.locator('details.facet', { hasText: 'Subject' }).locator('> summary').click();
    await facet.waitFor();
    const names = async () => (await facet.locator('label:visible').allTextContents()).map((text) => text.match(/\d\d/)?.[0]);
    assert.ok((await names()).length > 30);
    await facet.getByRole('searchbox').fill('02 sub');
    assert.deepEqual(await names(), ['01', '02']);
    await facet.locator("input[value='crowd-02']").check();
    await count(tab, `1 of ${inEdges.length} groups`);
    assert.equal(new URL(tab.url()).search, '?subject=crowd-02');
    await facet.getByRole('searchbox').fill('');
    assert.ok((await names()).length > 30);
  }));

test('on the page of a term, the filters choose among those below it', () =>
  inTab(browser, { viewport: DESKTOP }, async (tab) => {
    await tab.goto(`${edges.base}domains/families/`);
    const all = having('domains', 'families', 'young-families', 'families-with-twins');
    const twins = having('domains', 'families-with-twins');
    await tab.locator('.facet summary', { hasText: 'Within' }).first().waitFor();
    assert.equal(await tab.locator(".facet input[value='families']").count(), 0);
    await tab.goto(`${edges.base}domains/families/?domain=families-with-twins`);
    await count(tab, `${twins} of ${all} groups`);
  }));

test('more groups than fit at first are shown on demand, and the focus goes on', () =>
  inTab(browser, { viewport: DESKTOP }, async (tab) => {
    await tab.goto(`${edges.base}groups/?sort=newest`);
    const cards = tab.locator('.card');
    const more = tab.locator('.more button');
    await more.waitFor();
    assert.equal(await cards.count(), 20);
    await more.click();
    await cards.nth(39).waitFor();
    assert.ok(await cards.nth(20).evaluate((card) => card.contains(document.activeElement)));
  }));

test('from a further page of the list, filters lead to the whole list', () =>
  inTab(browser, { viewport: DESKTOP }, async (tab) => {
    await tab.goto(`${edges.base}groups/page/2/`);
    await tab.locator('.facet').first().waitFor();
    await tick(tab, 'Places', 'Places now');
    await tab.waitForURL(`${edges.base}groups/?places=open`);
    await tab.getByRole('button', { name: 'Clear all' }).click();
    await tab.waitForURL(`${edges.base}groups/`);
    await tab.locator('.card').nth(49).waitFor();
    const [first] = JSON.parse(edges.read('groups.json')).groups.filter((group) => group.status !== 'ended');
    assert.equal(await tab.locator('.card h3').first().textContent(), first.name.replace("Quotes'", 'Quotes’'));
  }));

test('groups that cannot be fetched are told of, and no others stay in their place', () =>
  open('groups/', async (tab) => {
    await tab.route('**/cards/*.json', (route) => route.abort());
    await tick(tab, 'Online or in person', 'Online');
    await count(tab, 'could not be loaded');
    assert.deepEqual(await shown(tab), []);
    await tab.getByRole('button', { name: 'Clear all' }).click();
    await tab.locator('.count', { hasText: new RegExp(`^${listed.length} groups$`) }).waitFor();
  }));

test('a press on "Show more" while the groups are on their way shows each once', () =>
  inTab(browser, { viewport: DESKTOP }, async (tab) => {
    await tab.goto(`${edges.base}groups/?sort=newest`);
    const more = tab.locator('.more button');
    await more.waitFor();
    await tab.route('**/cards/*.json', async (route) => {
      await new Promise((resolve) => { setTimeout(resolve, 200); });
      await route.continue();
    });
    await more.evaluate((button) => { button.click(); button.click(); });
    await tab.locator('.card').nth(54).waitFor();
    const names = await shown(tab);
    assert.equal(new Set(names).size, names.length);
  }));

test('a member on a phone finds an online group on resilience, evenings, with places', () =>
  open(
    'groups/',
    async (tab) => {
      await tab.getByRole('button', { name: 'Filters' }).click();
      await tab.locator('.sheet .facet').first().waitFor();
      await tick(tab, 'Subject', 'Resilience');
      await tick(tab, 'Places', 'Places now');
      await tick(tab, 'Online or in person', 'Online');
      await tab.locator('.facet > summary', { hasText: 'When you can come' }).click();
      await tab.getByRole('button', { name: /^Evening, / }).click();
      await tab.getByRole('button', { name: 'Show 1 group' }).click();
      await count(tab, `1 of ${listed.length} groups`);
      await tab.locator('.card h3 a').click();
      assert.equal(await tab.locator('h1').textContent(), 'Evening Resilience Circle');
      const contact = tab.locator('#join').getByRole('link', { name: 'Write to the group' });
      assert.match(await contact.getAttribute('href'), /^mailto:[^?]+\?subject=A%20question%20about%20Evening%20Resilience%20Circle&body=/);
    },
    { viewport: PHONE, timezoneId: 'Europe/London' },
  ));

test('the same group is found on a phone without JavaScript', () =>
  open(
    '',
    async (tab) => {
      await tab.locator('#subjects').getByRole('link', { name: 'Resilience' }).click();
      const cards = tab.locator('.card', { hasText: 'Places now' }).filter({ hasText: 'Online' });
      await cards.filter({ hasText: /\b(1[7-9]|2\d):\d\d/ }).locator('h3 a').click();
      assert.equal(await tab.locator('h1').textContent(), 'Evening Resilience Circle');
    },
    { viewport: PHONE, javaScriptEnabled: false },
  ));

test('with the keyboard alone: home, filter, group, contact', () =>
  open('', async (tab) => {
    const focusOn = (name) => tab.getByRole('link', { name }).first().focus();
    await focusOn(/^See all/);
    await tab.keyboard.press('Enter');
    await tab.waitForURL('**/groups/');
    await tab.locator('input[value="online"]').waitFor();
    for (let step = 0; step < 60; step += 1) {
      await tab.keyboard.press('Tab');
      if (await tab.evaluate(() => document.activeElement.value === 'online')) break;
    }
    await tab.keyboard.press('Space');
    await tab.waitForURL('**/groups/?where=online');
    await count(tab, 'of');
    assert.equal(await tab.evaluate(() => document.activeElement.value), 'online', 'the focus stays');
    for (let step = 0; step < 120; step += 1) {
      await tab.keyboard.press('Tab');
      if (await tab.evaluate(() => document.activeElement.matches('.card h3 a'))) break;
    }
    const name = await tab.evaluate(() => document.activeElement.textContent);
    await tab.keyboard.press('Enter');
    await tab.locator('#join').waitFor();
    assert.equal(await tab.locator('h1').textContent(), name);
    for (let step = 0; step < 60; step += 1) {
      await tab.keyboard.press('Tab');
      if (await tab.evaluate(() => document.activeElement.matches('.join-contact a'))) return;
    }
    assert.fail('Tab does not lead to the contact');
  }));
