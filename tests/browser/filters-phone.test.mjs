// The filters on a phone: the bar that stays, filters of one press, and the place on the page.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { violations, violationsOfColour } from './support/axe.mjs';
import { DESKTOP, PHONE, SMALL, inTab, openBrowser } from './support/browser.mjs';
import { RIGHT, nameOf } from './support/evenings.mjs';
import { tabThrough } from './support/keyboard.mjs';
import { cutElements, elementsOverTheEdge, sidewaysScroll } from './support/layout.mjs';
import { evenings } from './support/sites.mjs';

const browser = await openBrowser();
const COACH = { viewport: PHONE, timezoneId: 'Europe/Berlin', locale: 'en-GB', hasTouch: true };
const LANDSCAPE = { width: 844, height: 390 };

/** Opens the list of the thousand groups as the coach does, in autumn. */
const openList = (use, { query = '', ...visitor } = {}) =>
  inTab(browser, { ...COACH, ...visitor }, async (tab) => {
    await tab.clock.setFixedTime(new Date('2026-10-01T10:00:00Z'));
    await tab.goto(`${evenings.base}groups/${query}`);
    await use(tab);
  });

const names = (tab) => tab.locator('.card h3').allTextContents();
const found = (tab, number) => tab.locator('.count', { hasText: new RegExp(`^${number} (of 1000 )?groups?\\b`) }).waitFor();
const chip = (tab, name) => tab.locator('.quick').getByRole('button', { name, exact: true });
const pressed = (tab, name, pressed) => tab.locator('.quick').getByRole('button', { name, exact: true, pressed }).waitFor();
const opener = (tab) => tab.locator('.to-filters');
/** Taps without scrolling there first, as a finger does. */
const tapInView = async (tab, target) => {
  const { x, y, width, height } = await target.boundingBox();
  await tab.touchscreen.tap(x + width / 2, y + height / 2);
};
const openSheet = async (tab) => {
  await tapInView(tab, opener(tab));
  await tab.locator('.sheet .facet').first().waitFor();
};
const top = (locator) => locator.evaluate((element) => element.getBoundingClientRect().top);

const WISHES = ['Tue', 'Online', 'Free', 'English', 'Small, up to 8', 'Open group', 'Places now'];

test('a coach finds three small groups, open and free, in English, online on Tuesday evenings, with a tap for each wish', () =>
  openList(async (tab) => {
    for (const wish of WISHES) {
      await chip(tab, wish).tap();
      await pressed(tab, wish, true);
    }
    await found(tab, 3);
    assert.deepEqual(await names(tab), RIGHT['Europe/Berlin'].map((_, number) => nameOf('Europe/Berlin', number)));
    assert.equal(new URL(tab.url()).search, '?free=tue-evening&where=online&cost=free&language=en&size=small&membership=open&places=open');
  }));

test('the same coach says it in words, and finds the three with two taps', () =>
  openList(async (tab) => {
    await tab.getByRole('link', { name: 'Search', exact: true }).tap();
    await tab.getByRole('searchbox').fill('free online Tuesday evening, small and open, in English, places now');
    await tab.locator('.search-found .count', { hasText: /^3 groups/ }).waitFor();
    assert.deepEqual(await names(tab), RIGHT['Europe/Berlin'].map((_, number) => nameOf('Europe/Berlin', number)));
    await tab.getByRole('link', { name: 'See these in the list of all groups' }).tap();
    await found(tab, 3);
  }));

test('a filter of one press is the same as the others: pressed, released, ticked, taken back', () =>
  openList(async (tab) => {
    await chip(tab, 'Online').tap();
    await tab.waitForURL('**/groups/?where=online');
    await pressed(tab, 'Online', true);
    await openSheet(tab);
    assert.ok(await tab.locator('input[value=online]').isChecked());
    await tab.locator('input[value=online]').uncheck();
    await tab.getByRole('button', { name: 'Show 1000 groups' }).tap();
    await pressed(tab, 'Online', false);
    await tab.goBack();
    await pressed(tab, 'Online', true);
    await chip(tab, 'Online').tap();
    await tab.waitForURL('**/groups/');
  }));

test('filters of one press keep their places, whatever is chosen', () =>
  openList(async (tab) => {
    const places = () => tab.locator('.quick button').evaluateAll((all) => all.map((one) => [one.textContent, one.getBoundingClientRect().x, one.offsetTop]));
    const before = await places();
    assert.deepEqual(before.map(([name]) => name), [
      'Any evening', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun', 'Online', 'Free', 'Small, up to 8', 'Open group', 'Places now', 'Deutsch',
    ]);
    for (const name of ['Tue', 'Online', 'Free', 'Any evening']) {
      await chip(tab, name).tap();
      await pressed(tab, name, true);
      assert.deepEqual(await places(), before, name);
    }
  }, { locale: 'de-AT' }));

test('a filter of one press that would lead nowhere stays where it is, and says why', () =>
  openList(async (tab) => {
    const german = chip(tab, 'Deutsch');
    await found(tab, 90);
    await tab.locator('.quick [aria-disabled=true]', { hasText: 'Deutsch' }).waitFor();
    await german.focus();
    await tab.keyboard.press('Enter');
    await tab.locator('.refusal', { hasText: 'No group here also matches “Deutsch (German)”.' }).waitFor();
    await tab.locator('.found > [role=status]', { hasText: 'No group here' }).waitFor({ state: 'attached' });
    assert.equal(new URL(tab.url()).search, '?cost=paid');
    assert.equal(await chip(tab, 'Small, up to 8').getAttribute('aria-disabled'), 'false', 'all of them are small already');
    await chip(tab, 'Tue').tap();
    await tab.locator('.refusal').waitFor({ state: 'hidden' });
  }, { locale: 'de-AT', query: '?cost=paid' }));

test('the visitor’s own language is offered if a group of the list speaks it', () =>
  openList(async (tab) => {
    assert.ok(!(await tab.locator('.own-language').isVisible()));
  }, { locale: 'ja' }));

test('a tap chooses an evening, another adds one, and all are chosen and given up together', () =>
  openList(async (tab) => {
    await chip(tab, 'Fri').tap();
    await tab.waitForURL('**/groups/?free=fri-evening');
    await chip(tab, 'Tue').tap();
    await tab.waitForURL('**/groups/?free=tue-evening&free=fri-evening');
    await chip(tab, 'Fri').tap();
    await tab.waitForURL('**/groups/?free=tue-evening');
    await chip(tab, 'Any evening').tap();
    await pressed(tab, 'Any evening', true);
    await chip(tab, 'Fri').tap();
    await tab.waitForURL('**/groups/?free=fri-evening');
    for (const isOn of [true, false]) {
      await chip(tab, 'Any evening').tap();
      await pressed(tab, 'Any evening', isOn);
    }
    await tab.waitForURL('**/groups/');
  }));

test('the way to the filters and the count stay in view, however far one is down the list', () =>
  openList(async (tab) => {
    for (const y of [0, 2000, 5000]) {
      await tab.evaluate((y) => scrollTo(0, y), y);
      const { bottom, height } = await tab.locator('.bar').evaluate((bar) => bar.getBoundingClientRect().toJSON());
      assert.ok(Math.abs(bottom - PHONE.height) < 1 && height > 0, `at ${y}: ${bottom}`);
    }
    assert.equal(await tab.locator('.bar-count').textContent(), '1000 groups');
  }));

test('opening and closing the filters keeps the place; "Show" leads to the head of the list', () =>
  openList(async (tab) => {
    await tab.evaluate(() => scrollTo(0, 3000));
    await openSheet(tab);
    await tab.getByRole('button', { name: 'Close', exact: true }).tap();
    assert.equal(await tab.evaluate(() => scrollY), 3000);
    assert.ok(await opener(tab).evaluate((button) => button === document.activeElement));
    await openSheet(tab);
    await tab.locator('input[value=free]').check();
    await tab.getByRole('button', { name: 'Show 910 groups' }).tap();
    await found(tab, 910);
    assert.ok(Math.abs(await top(tab.locator('.found-head'))) < 60);
    assert.ok(await tab.locator('.count').evaluate((count) => count === document.activeElement));
  }));

test('the count in the filters is live, and all are cleared there', () =>
  openList(async (tab) => {
    await openSheet(tab);
    const show = tab.locator('.sheet .show');
    for (const value of ['small', 'closed']) await tab.locator(`input[value=${value}]`).check();
    await show.getByText('Show 90 groups').waitFor();
    await tab.locator('.sheet [role=status]', { hasText: '90 of 1000 groups: Small, up to 8, Closed group' }).waitFor({ state: 'attached' });
    await tab.locator('.sheet').getByRole('button', { name: 'Clear all' }).tap();
    await show.getByText('Show 1000 groups').waitFor();
    assert.ok(await show.evaluate((button) => button === document.activeElement));
    await tab.keyboard.press('Escape');
    await tab.locator('.sheet').waitFor({ state: 'hidden' });
    assert.equal(await opener(tab).textContent(), 'Filters');
  }));

test('from a group, Back leads to the same place in the filtered list', () =>
  openList(async (tab) => {
    await chip(tab, 'Free').tap();
    await found(tab, 910);
    await tab.locator('.more button').tap();
    const link = tab.locator('.card h3 a').nth(32);
    await link.scrollIntoViewIfNeeded();
    const [name, before] = [await link.textContent(), await top(link)];
    await link.tap();
    await tab.locator('h1').waitFor();
    await tab.goBack();
    await found(tab, 910);
    assert.equal(await link.textContent(), name);
    await tab.waitForFunction(() => scrollY > 0);
    assert.ok(Math.abs((await top(link)) - before) < 5, `${before} became ${await top(link)}`);
  }));

test('on a wide screen, a tick moves nothing that one looks at', () =>
  openList(async (tab) => {
    const box = tab.locator('input[value=closed]');
    await box.scrollIntoViewIfNeeded();
    await tab.evaluate(() => scrollBy(0, 150));
    const before = await top(box);
    await box.check();
    await found(tab, 90);
    assert.equal(await top(box), before);
  }, { viewport: DESKTOP, query: '?size=small' }));

test('the title says what is filtered, and which page of the list it is', () =>
  openList(async (tab) => {
    assert.equal(await tab.title(), 'Groups – First Day');
    await chip(tab, 'Free').tap();
    await chip(tab, 'Online').tap();
    await tab.waitForURL(/where=online/);
    await tab.waitForFunction(() => /^Online, Free – \d+ groups – Groups – First Day$/.test(document.title));
    await tab.getByRole('button', { name: 'Clear all' }).tap();
    await tab.waitForFunction(() => document.title === 'Groups – First Day');
    await tab.goto(`${evenings.base}groups/page/2/`);
    assert.equal(await tab.title(), 'Groups, page 2 – First Day');
  }));

test('a facet that leaves no group out is not shown', () =>
  openList(async (tab) => {
    await tab.locator('.facet').first().waitFor();
    const facets = await tab.locator('.facet > summary').allTextContents();
    assert.deepEqual(facets.slice(0, 4), ['When you can come', 'Online or in person', 'Town', 'Cost']);
    await tab.goto(`${evenings.base}fields/field-0/`);
    await tab.locator('.facet').first().waitFor();
    assert.ok(!(await tab.locator('.facet > summary').allTextContents()).includes('Field of practice'));
  }, { viewport: DESKTOP }));

for (const [name, visitor] of [['a phone', {}], ['a small phone', { viewport: SMALL }], ['a phone on its side', { viewport: LANDSCAPE }], ['large text', { large: true }]]) {
  test(`the filters fit ${name}, and every stop of the keyboard is seen`, () =>
    openList(async (tab) => {
      if (visitor.large) await tab.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
      await opener(tab).click();
      await tab.locator('.sheet .facet').first().waitFor();
      assert.ok((await tab.evaluate(sidewaysScroll)) <= 0, `${await tab.evaluate(elementsOverTheEdge)}`);
      const cut = await tab.evaluate(cutElements);
      assert.deepEqual(cut.filter((one) => !/^(h3|p)\./.test(one)), []); // a card is short, behind the filters
      const heights = await tab.locator('.sheet :is(label, summary, button):visible').evaluateAll((all) => all.map((one) => one.offsetHeight));
      assert.ok(heights.every((height) => height >= 24), `${heights}`);
      const stops = await tabThrough(tab);
      assert.ok(stops.length > 10);
      assert.deepEqual(stops.flatMap(({ faults }) => faults), []);
      await tab.getByRole('button', { name: 'Close', exact: true }).click();
      assert.ok((await tab.evaluate(sidewaysScroll)) <= 0, `${await tab.evaluate(elementsOverTheEdge)}`);
    }, visitor));
}

test('axe finds nothing with the filters open and chosen', () =>
  openList(async (tab) => {
    for (const isOpen of [false, true]) {
      if (isOpen) await openSheet(tab);
      await tab.emulateMedia({ colorScheme: 'light' });
      assert.deepEqual(await violations(tab), []);
      await tab.emulateMedia({ colorScheme: 'dark' });
      assert.deepEqual(await violationsOfColour(tab), []);
    }
  }, { query: '?free=tue-evening&cost=free' }));

test('next to nothing moves while the page loads', async () => {
  for (const [viewport, locale] of [[PHONE, 'en-GB'], [SMALL, 'de'], [DESKTOP, 'en-GB']]) {
    await inTab(browser, { ...COACH, viewport, locale }, async (tab) => {
      await tab.clock.setFixedTime(new Date('2026-10-01T10:00:00Z'));
      await tab.addInitScript(() => {
        window.shift = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((one) => { window.shift += one.value; }))
          .observe({ type: 'layout-shift', buffered: true });
      });
      await tab.goto(`${evenings.base}groups/?compare=decoy-000`);
      await tab.waitForLoadState('networkidle');
      const shift = await tab.evaluate(() => window.shift);
      assert.ok(shift < 0.005, `${viewport.width} px: ${shift}`); // the bar grows by what it says of the groups chosen
    });
  }
});
