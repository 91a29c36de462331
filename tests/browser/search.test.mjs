// Search in the page: as one types, by keyboard, and by its address.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { DESKTOP, PHONE, inTab, openBrowser } from './support/browser.mjs';
import { violations } from './support/axe.mjs';
import { directory, empty, facts } from './support/sites.mjs';
import { FREE_ON_TUESDAY_EVENING } from './support/tuesdays.mjs';

const browser = await openBrowser();

const open = (path, use, visitor = {}) =>
  inTab(browser, { viewport: DESKTOP, ...visitor }, async (tab) => {
    await tab.goto(directory.base + path);
    await use(tab);
  });
/** The results of a query for a visitor in London, of groups that differ in what their charters say. */
const ask = (query, use, visitor = {}) =>
  inTab(browser, { viewport: DESKTOP, timezoneId: 'Europe/London', ...visitor }, async (tab) => {
    await tab.goto(`${facts.base}search/?q=${encodeURIComponent(query)}`);
    await status(tab, /\S/);
    await use(tab);
  });
const results = (tab) => tab.locator('[data-search-results] > li');
const names = (tab) => tab.locator('[data-search-results] h3').allTextContents();
const offers = (tab) => tab.locator('[data-search-terms] > li').allTextContents();
const chips = async (tab) => (await tab.locator('[data-search-chosen] .chip.out').allTextContents()).map((text) => text.replace('Remove: ', ''));
const status = (tab, words) => tab.locator('[data-search-status]', { hasText: words }).waitFor();

test('results come as one types, say why, and are counted aloud', () =>
  open('search/', async (tab) => {
    const input = tab.getByRole('searchbox');
    await input.pressSequentially('resil');
    await status(tab, /^\d+ groups?$/);
    assert.ok((await names(tab)).includes('Evening Resilience Circle'));
    const why = await results(tab).first().locator('.search-why').textContent();
    assert.match(why, /^Why: .*“[Rr]esilience”/);
    assert.ok((await tab.locator('[data-search-results] mark').count()) > 0);
    assert.equal(await input.evaluate((box) => box === document.activeElement), true, 'the focus stays');
  }));

test('a forgotten accent, a missing ending and a wrong letter are forgiven', () =>
  open('search/', async (tab) => {
    for (const [typed, name] of [
      ['starken', 'Stärken im Coaching'],
      ['coach', 'Coaching Practice Exchange'],
      ['resiliemce', 'Evening Resilience Circle'],
    ]) {
      await tab.getByRole('searchbox').fill(typed);
      await tab.locator('[data-search-results] h3', { hasText: name }).first().waitFor();
    }
  }));

test('the address has what is searched for', () =>
  open('search/?q=evening%20resilience', async (tab) => {
    await status(tab, /group/);
    assert.equal(await tab.getByRole('searchbox').inputValue(), 'evening resilience');
    assert.equal((await names(tab))[0], 'Evening Resilience Circle');
    await tab.getByRole('searchbox').fill('strengths');
    await tab.waitForURL('**/search/?q=strengths');
  }));

test('from the home page one comes to the results', () =>
  open('', async (tab) => {
    await tab.getByRole('searchbox').fill('resilience');
    await tab.keyboard.press('Enter');
    await tab.waitForURL('**/search/?q=resilience');
    await status(tab, /group/);
  }, { viewport: PHONE }));

test('with the keyboard alone: from the words to a group', () =>
  open('search/', async (tab) => {
    await tab.getByRole('searchbox').focus();
    await tab.keyboard.type('resilience');
    await results(tab).first().waitFor();
    for (let step = 0; step < 10; step += 1) {
      await tab.keyboard.press('Tab');
      if (await tab.evaluate(() => document.activeElement.matches('.card h3 a'))) break;
    }
    await tab.keyboard.press('Enter');
    await tab.locator('#join').waitFor();
  }));

test('Escape empties the words and the results', () =>
  open('search/?q=resilience', async (tab) => {
    await results(tab).first().waitFor();
    await tab.getByRole('searchbox').focus();
    await tab.keyboard.press('Escape');
    await results(tab).first().waitFor({ state: 'detached' });
    assert.equal(await tab.getByRole('searchbox').inputValue(), '');
  }));

test('nothing found says so, and offers a way on', () =>
  open('search/?q=resilience%20zzzzzz', async (tab) => {
    await status(tab, /^No group mentions “zzzzzz”\. \d+ groups mention “resilience”\.$/);
    await tab.locator('[data-search-help] button', { hasText: /^Without “zzzzzz”: \d+ groups$/ }).click();
    await status(tab, /^\d+ groups?$/);
  }));

test('nothing found at all leads to what there is, to all groups, and to those who know', () =>
  open('search/?q=xyzzyx', async (tab) => {
    await status(tab, /^No group mentions “xyzzyx”\.$/);
    assert.equal(await results(tab).count(), 0);
    assert.equal(await tab.locator('[data-search-terms] a').count(), 0, 'no term is like these words');
    assert.ok(await tab.locator('[data-search-browse]').isVisible());
    const ways = tab.locator('[data-search-ways]');
    assert.ok(await ways.getByRole('link', { name: 'See all groups' }).isVisible());
    assert.match(await ways.getByRole('link', { name: 'Write to us' }).getAttribute('href'), /^mailto:/);
    await tab.getByRole('searchbox').fill('resilience');
    await results(tab).first().waitFor();
    assert.equal(await ways.isVisible(), false);
  }));

test('five groups are free on Tuesday evenings, and nothing else is found', () =>
  ask('free tuesday evening', async (tab) => {
    await status(tab, /^5 groups$/);
    assert.deepEqual(await names(tab), FREE_ON_TUESDAY_EVENING);
    assert.deepEqual(await chips(tab), ['Tuesday evening', 'Free']);
    assert.equal(await tab.locator('.search-why').count(), 0, 'the chips say why');
    await tab.getByRole('link', { name: 'See these in the list of all groups' }).click();
    await tab.waitForURL('**/groups/?free=tue-evening&cost=free');
    await tab.locator('.found .count', { hasText: /^5 of / }).waitFor();
    assert.deepEqual(await tab.locator('.cards h3').allTextContents(), FREE_ON_TUESDAY_EVENING);
  }));

test('a card tells the next meeting at the time that is looked for', () =>
  inTab(browser, { viewport: DESKTOP, timezoneId: 'Europe/London' }, async (tab) => {
    await tab.clock.setFixedTime(new Date('2026-10-03T10:00:00Z')); // a Saturday
    const next = (words) => tab.locator('.card', { hasText: 'Decoy that costs' }).locator('.next', { hasText: words }).waitFor();
    await tab.goto(`${facts.base}groups/`);
    await next('Monday 19:00');
    await tab.goto(`${facts.base}groups/?free=tue-evening`);
    await next('Tuesday 19:00');
    await tab.goto(`${facts.base}search/?q=tuesday%20evening`);
    await next('Tuesday 19:00');
  }));

test('it is another evening in another time zone', () =>
  ask('free tuesday evening', async (tab) => {
    await status(tab, /^3 groups$/);
    assert.deepEqual(await names(tab), ['Decoy in two halves', 'Decoy of Tokyo', 'Two Halves']);
  }, { timezoneId: 'Asia/Tokyo' }));

test('a filter is taken off by its chip, which shows that it can be', () =>
  ask('free tuesday evening', async (tab) => {
    const cross = await tab.locator('[data-search-chosen] .chip').first().evaluate((chip) => getComputedStyle(chip, '::after').content);
    assert.match(cross, /×/);
    await tab.getByRole('button', { name: 'Remove: Tuesday evening' }).click();
    await tab.waitForURL('**/search/?q=free');
    assert.deepEqual(await chips(tab), ['Free']);
    assert.equal(await tab.getByRole('searchbox').inputValue(), 'free');
    assert.equal((await names(tab))[0], 'Free to Grow', 'its name says it');
    await status(tab, /^13 groups, and 1 more with “free” in its name$/);
  }));

test('a group that only has a filter’s word in its name is not said to match', () =>
  ask('sunday', async (tab) => {
    await status(tab, /^No group matches “Sunday”\. 1 group mentions “sunday”\.$/);
    assert.deepEqual(await names(tab), ['Sunday People']);
    assert.equal(await tab.locator('.search-why').textContent(), 'Why: “Sunday” is in its name.');
  }));

test('a filter of which only the beginning is typed is offered whole', () =>
  ask('free tuesd', async (tab) => {
    assert.deepEqual(await chips(tab), ['Free']);
    await tab.getByRole('button', { name: 'Filter by “Tuesday”' }).click();
    await tab.waitForURL('**/search/?q=free%20Tuesday');
    assert.deepEqual(await chips(tab), ['Tuesday', 'Free']);
  }));

test('a group that meets on the fifteenth is free in the evening, and on no Tuesday', () =>
  ask('free evening', async (tab) => {
    await tab.locator('[data-search-results] h3', { hasText: 'Decoy on the fifteenth' }).waitFor();
    await tab.goto(`${facts.base}groups/?time=evening`);
    await tab.locator('.cards h3', { hasText: 'Decoy on the fifteenth' }).waitFor();
    for (const day of ['tuesday', 'thursday', 'sunday']) {
      await tab.goto(`${facts.base}groups/?day=${day}`);
      await tab.locator('.found .count', { hasText: / of / }).waitFor();
      assert.equal(await tab.locator('.cards h3', { hasText: 'Decoy on the fifteenth' }).count(), 0, day);
    }
  }));

test('where filters find nothing, one press leaves out what is in the way', () =>
  ask('german saturday evening', async (tab) => {
    await status(tab, /^No group matches both “Saturday evening” and “Deutsch \(German\)”\.$/);
    await tab.getByRole('button', { name: 'Without “Evening”: 1 group' }).click();
    await status(tab, /^1 group$/);
    assert.deepEqual(await chips(tab), ['Saturday', 'Deutsch (German)']);
  }));

test('words are quoted as they were typed, and as groups write them', () =>
  ask('Zürich', async (tab) => {
    await status(tab, /^No group mentions “Zürich”\.$/);
    for (const typed of ['łód', 'Lodz']) {
      await tab.getByRole('searchbox').fill(typed);
      await tab.locator('.search-why', { hasText: 'Why: “Łódź” is in the name of the place.' }).waitFor();
    }
  }));

test('a town is found among the filters however its letters are typed', () =>
  ask('x', async (tab) => {
    await tab.goto(`${facts.base}groups/`);
    const facet = tab.locator('details.facet', { has: tab.locator('summary', { hasText: /^Town$/ }) });
    await facet.locator('summary').click();
    await facet.getByRole('searchbox').fill('Lodz');
    assert.deepEqual(await facet.locator('label:visible span:first-of-type').allTextContents(), ['Łódź']);
  }));

test('nothing moves when the page opens with words', async () => {
  for (const query of ['grief', 'free tuesday evening', 'online saturday', 'Zürich']) {
    for (const viewport of [PHONE, DESKTOP]) {
      await inTab(browser, { viewport }, async (tab) => {
        await tab.addInitScript(() => {
          window.shift = 0;
          new PerformanceObserver((list) => {
            for (const { value } of list.getEntries()) window.shift += value;
          }).observe({ type: 'layout-shift', buffered: true });
        });
        await tab.route('**/search/index/**', (route) => setTimeout(() => route.continue(), 300));
        await tab.goto(`${facts.base}search/?q=${encodeURIComponent(query)}`);
        await status(tab, /\S/);
        await tab.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve, 100)); }));
        assert.equal(await tab.evaluate(() => window.shift), 0, `${query}, ${viewport.width}`);
      });
    }
  }
});

test('words that were taken for a filter can be looked for in texts', () =>
  ask('paid coffee', async (tab) => {
    assert.deepEqual(await names(tab), ['In Words Only']);
    await tab.getByRole('searchbox').fill('free');
    await tab.getByRole('button', { name: /other groups? mention “/ }).click();
    await tab.waitForURL(/%E2%80%9Cfree%E2%80%9D/);
    await tab.locator('[data-search-results] h3', { hasText: 'In Words Only' }).waitFor();
    assert.deepEqual(await chips(tab), []);
  }));

test('what people call a country is known, and words of days lead to the calendar', () =>
  open('search/?q=UK+this+week', async (tab) => {
    await status(tab, /groups$/);
    assert.deepEqual(await chips(tab), ['United Kingdom']);
    assert.equal(await tab.locator('[data-search-terms] a', { hasText: 'Calendar' }).count(), 1);
  }));

test('where one word of a phrase is too common to tell, only the other is said to be there', () =>
  open('search/?q=beginner', async (tab) => {
    const why = tab.locator('li', { has: tab.getByRole('link', { name: 'First Steps Forum' }) }).locator('.search-why');
    await why.waitFor();
    assert.equal(await why.innerText(), 'Why: “Steps” is in its name (a search for “beginner” also looks for “first steps”).');
  }));

test('what a visitor may type says what was understood', async () => {
  for (const [query, says, understood] of [
    ['cost free', /^13 groups$/, ['Free']],
    ['Tuesdays', /groups$/, ['Tuesday']],
    ['free in Berlin', /^1 group$/, ['Berlin', 'Free']],
    ['english', /groups$/, ['English']],
    ['german', /^2 groups$/, ['Deutsch (German)']],
    ['small group', /^2 groups$/, ['Small, up to 8']],
    ['closed', /^2 groups$/, ['Closed group']],
    ['waiting list', /^1 group$/, ['Waiting list']],
    ['free coffee', /^2 groups found, but none that matches “Free” as well\.$/, []],
    ['online saturday', /^No group matches both “Saturday” and “Online”\.$/, ['Saturday', 'Online']],
    ['Köln', /^2 groups$/, []],
    ['Pérez', /^1 group$/, []],
    ['listening', /^1 group$/, []],
    ['leeds berlin', /^No group mentions both “leeds” and “berlin”\. 2 groups mention 1 of the 2 words\.$/, []],
  ]) {
    await ask(query, async (tab) => {
      await status(tab, says);
      assert.deepEqual(await chips(tab), understood, query);
    });
  }
});

test('“confidential” offers the guidance on it and the closed groups', () =>
  ask('confidential', async (tab) => {
    await tab.getByRole('link', { name: 'Client confidentiality' }).waitFor();
    assert.equal(await tab.getByRole('link', { name: 'Closed group' }).getAttribute('href'), '/groups/?membership=closed'.replace('/', new URL(facts.base).pathname));
    assert.ok((await offers(tab)).includes('Membership: Closed group, 2 groups'));
  }));

test('a result says which word means the same', () =>
  ask('grief', async (tab) => {
    const why = tab.locator('.search-why').first();
    assert.equal(await why.textContent(), 'Why: “Loss” is in its name (a search for “grief” also looks for “Loss”).');
    assert.equal(await results(tab).first().locator('mark').first().textContent(), 'Loss');
    await tab.getByRole('searchbox').fill('Cologne');
    await tab.locator('.search-why', { hasText: '“Köln” is in the name of the place (a search for “Cologne” also looks for “Köln”).' }).waitFor();
  }));

test('the title of the page says what is looked for', () =>
  ask('grief', async (tab) => {
    assert.equal(await tab.title(), 'grief – Search – Facts');
    await tab.getByRole('searchbox').fill('');
    await results(tab).first().waitFor({ state: 'detached' });
    assert.equal(await tab.title(), 'Search – Facts');
  }));

test('no word of a visitor becomes markup', () =>
  open(`search/?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`, async (tab) => {
    let asked = false;
    tab.on('dialog', () => { asked = true; });
    await status(tab, /No group|group/);
    assert.equal(await tab.locator('main img').count(), 0);
    assert.equal(asked, false);
  }));

test('results pass axe on a phone and on a desktop, light and dark', async () => {
  for (const viewport of [PHONE, DESKTOP]) {
    for (const colorScheme of ['light', 'dark']) {
      await open('search/?q=resilience', async (tab) => {
        await results(tab).first().waitFor();
        assert.deepEqual(await violations(tab), []);
      }, { viewport, colorScheme });
    }
  }
});

test('what was understood, and what to do where nothing is found, pass axe', async () => {
  for (const query of ['free tuesday evening', 'online saturday', 'confidential', 'leeds berlin', 'xyzzyx']) {
    for (const [viewport, colorScheme] of [[PHONE, 'dark'], [DESKTOP, 'light']]) {
      await ask(query, async (tab) => {
        assert.deepEqual(await violations(tab), [], query);
        assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, query);
      }, { viewport, colorScheme });
    }
  }
});

test('an empty directory searches without a fault', () =>
  inTab(browser, {}, async (tab) => {
    await tab.goto(`${empty.base}search/?q=coaching`);
    await tab.locator('[data-search-status]', { hasText: 'No group' }).waitFor();
  }));

test('without JavaScript the page is a way to browse', () =>
  open('search/', async (tab) => {
    assert.equal(await tab.getByRole('searchbox').count(), 0);
    assert.ok(await tab.getByText('Searching needs JavaScript.').isVisible());
    assert.ok(await tab.getByRole('link', { name: 'See all groups' }).isVisible());
    await tab.getByRole('link', { name: 'Resilience' }).click();
    assert.equal(await tab.locator('h1').textContent(), 'Resilience');
  }, { javaScriptEnabled: false }));

test('an address that leads nowhere is searched for', () =>
  inTab(browser, {}, async (tab) => {
    await tab.goto(`${directory.base}groups/strengths-in-coching/`);
    assert.equal(await tab.inputValue('#missing-search'), 'strengths in coching');
    await tab.click('.search-form button');
    await tab.waitForURL(/search\/\?q=strengths/);
    await tab.waitForSelector('.search-found .card');
    assert.equal(await tab.textContent('.search-found .card h3'), 'Strengths in Coaching');
  }));
