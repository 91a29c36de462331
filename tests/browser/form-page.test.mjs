// The page that the form shows of its answers: the same as the program makes of them.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { inTab, watch } from './support/browser.mjs';
import { browser, openForm } from './support/form.mjs';
import { cardsOf, chartersOf, linesOf, show, valuesIn } from './support/preview.mjs';
import { directory } from './support/sites.mjs';

/** What other groups add to a page, and what it has only once it is published. */
const OF_OTHERS = ['.join > div > p:has(a[href="#similar"], a[href$="/groups/"], a[href="#"])', '.notice a[href="#similar"]'];
const OF_THE_SITE = ['.pass-on', '.subscribe .address', '.colophon .edit'];
const WITHOUT = [...OF_OTHERS, ...OF_THE_SITE];

/** What a recurrence rule means, only the program knows. */
const BY_RULE = ['school-wellbeing-network'];

const cards = new Map();
before(() => inTab(browser, {}, async (tab) => {
  for (const { kind, url } of directory.pages) {
    if (!kind.startsWith('groups')) continue;
    await tab.goto(url);
    for (const [id, lines] of await cardsOf(tab)) cards.set(id, lines);
  }
}));

for (const { id, reviewed } of chartersOf(directory).filter((charter) => !BY_RULE.includes(charter.id))) {
  test(`the page and the card of ${id} in the form are those of the site`, async () => {
    const real = await inTab(browser, {}, async (tab) => {
      await tab.goto(`${directory.base}groups/${id}/`);
      return linesOf(tab, 'article.charter', WITHOUT);
    });
    const use = async (tab) => {
      await show(tab, directory, await valuesIn(tab, directory, reviewed));
      assert.deepEqual(await linesOf(tab, 'article.charter', WITHOUT), real);
      assert.deepEqual(await linesOf(tab, 'article.card', ['.compare']), cards.get(id));
    };
    await openForm(use, { path: `start/?edit=${id}#form` });
  });
}

/** What is shown of some values: the lines of the page, and those of the card. */
const shownOf = (values, check = () => {}) =>
  openForm(async (tab) => {
    const seen = await watch(tab);
    await show(tab, directory, values);
    assert.deepEqual(seen.faults, []);
    check(await linesOf(tab, 'article.charter', OF_THE_SITE), tab);
    return tab;
  });

test('a form without answers has a page that says so', () =>
  shownOf({}, (lines) => {
    assert.equal(lines[0], 'Your group’s name');
    assert.ok(lines.includes('This group has not said when or where it meets.'));
    assert.ok(lines.some((line) => line.startsWith('This group has not said what it is for; who leads it;')));
    for (const heading of ['Purpose', 'Aims', 'How to join', 'Standards', 'Cost', 'Size', 'More about the meetings', 'Find it online']) {
      assert.ok(!lines.includes(heading), heading);
    }
  }));

test('what is not answered goes with its heading, and what is stays', () =>
  shownOf({ name: 'Tea', joining: { who: 'Coaches' }, leaders: [{ name: 'A', url: 'https://a.example' }, { name: 'B', role: 'Chair' }] }, (lines) => {
    const from = lines.indexOf('Who leads it');
    assert.deepEqual(lines.slice(from, from + 4), ['Who leads it', 'A', 'Read more about A', 'B, Chair']);
    assert.ok(lines.includes('Coaches') && !lines.includes('How to join'));
  }));

test('what is typed is never HTML, and no token', () => {
  const name = '<img src=x onerror=alert(1)> ⟦summary⟧ ⟦x.0⟧';
  const purpose = '<script>alert(1)</script>\n\n[a](javascript:alert(1)) ![b](https://x.example/b.png) **strong** ⟦name⟧';
  return openForm(async (tab) => {
    const seen = await watch(tab);
    await show(tab, directory, { name, summary: '⟦name⟧', purpose, leaders: [{ name, url: 'javascript:alert(1)' }], links: [{ name, url: 'javascript:alert(1)' }] });
    assert.deepEqual(seen.faults, []);
    const lines = await linesOf(tab, 'article.charter', OF_THE_SITE);
    assert.deepEqual(lines.slice(0, 2), [name, '⟦name⟧']);
    assert.ok(lines.includes('<script>alert(1)</script>'));
    assert.equal(await tab.locator('article :is(script, img, [onerror], [href^="javascript:"])').count(), 0);
    assert.equal(await tab.locator('#purpose, article [id]').count(), 0);
  });
});

test('a page of very long and unbalanced texts is shown before the tab gives up', () =>
  openForm(async (tab) => {
    for (const text of ['word ', '[', '*', '_ ', '# ', '> ', '- ', '`', '](', '<https:', '**a', "'", '\n- a', '\n>\n', '  \n', 'حلقة ']) {
      const values = { name: text.trim() || 'x', about: text.repeat(100_000 / text.length), joining: { steps: Array.from({ length: 500 }, () => text) } };
      await assert.doesNotReject(show(tab, directory, values), JSON.stringify(text));
    }
  }));

test('a group that writes from right to left is shown in its direction', () =>
  openForm(async (tab) => {
    await show(tab, directory, { name: 'حلقة أمل', language: 'ar' });
    assert.deepEqual(await tab.locator('article h1 bdi').evaluate((name) => [name.lang, getComputedStyle(name).direction]), ['ar', 'rtl']);
  }));

test('answers that are still being typed make a page too', () =>
  openForm(async (tab) => {
    const seen = await watch(tab);
    const series = [
      {}, { repeats: 'weekly' }, { repeats: 'every 0 weeks', day: 'Tuesday' }, { repeats: 'monthly', day: 'sixth Tuesday', time: '1' }, { dates: ['2026', 'soon'] },
      { repeats: 'weekly', day: 'Monday', first: '2026-13-01', time: '18:30', timezone: 'Mars/Crater', duration: 'long', skip: ['x'], moved: [{}] },
    ];
    const others = [{ costs: {} }, { costs: { amount: '5' } }, { costs: { amount: '5', per: 'year', currency: 'ZZ' } }, { language: 'English (UK)' }, { based: { country: 'XX' } }, { links: [{ name: 'A' }] }, { size: { current: 'x' } }, { joining: { contact: 'us' } }, { since: '2026' }];
    for (const values of [...series.map((one) => ({ meetings: [one] })), ...others]) await show(tab, directory, values);
    for (const status of ['forming', 'active', 'paused', 'ended']) {
      for (const places of [undefined, 'open', 'waiting-list', 'full']) {
        for (const contact of [undefined, 'a@example.org', 'https://example.org']) await show(tab, directory, { status, meetings: series, joining: { places, contact } });
      }
    }
    assert.deepEqual(seen.faults, []);
  }));

test('the card has room above it in its frame', () =>
  openForm(async (tab) => {
    await tab.locator('[data-preview] > summary').click();
    const frame = tab.frameLocator('[data-preview] iframe');
    await frame.locator('.card').waitFor();
    assert.ok(await frame.locator('.card').evaluate((card) => card.getBoundingClientRect().top) >= 12);
  }));
