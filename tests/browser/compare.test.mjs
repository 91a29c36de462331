// Groups side by side: chosen on their cards and pages, kept in the address, shown from their own pages.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { violations, violationsOfColour } from './support/axe.mjs';
import { DESKTOP, PHONE, SMALL, inTab, openBrowser } from './support/browser.mjs';
import { tabThrough, tabTo } from './support/keyboard.mjs';
import { cutElements, elementsOverTheEdge, sidewaysScroll, smallTargets } from './support/layout.mjs';
import { directory, edges } from './support/sites.mjs';

const browser = await openBrowser();
const { groups } = JSON.parse(directory.read('groups.json'));
const current = groups.filter(({ status }) => !['paused', 'ended'].includes(status));
const [first, second, third, fourth, fifth] = current;
const ended = groups.find(({ status }) => status === 'ended');

const open = (path, use, visitor = {}) =>
  inTab(browser, visitor, async (tab) => {
    await tab.goto(directory.base + path);
    await use(tab);
  });

const idOf = ({ id }) => id;
const query = (key, ...some) => `?${some.map((group) => `${key}=${idOf(group)}`).join('&')}`;
const button = (tab, { name }) => tab.getByRole('button', { name: `Compare ${name}`, exact: true });
const said = (tab, words) => tab.locator('.tray [role=status]', { hasText: words }).waitFor();
const search = (tab) => new URL(tab.url()).search;
const table = (tab) => tab.locator('.side-by-side');
const heads = (tab) => tab.locator('.side-by-side th[scope=col] a').allTextContents();
const openTable = (some, use, visitor) => open(`compare/${query('group', ...some)}`, async (tab) => {
  await table(tab).waitFor();
  await use(tab);
}, visitor);

test('groups are chosen on cards, and the address has them beside the filters', () =>
  open('groups/', async (tab) => {
    await button(tab, first).click();
    await said(tab, '1 group chosen');
    await button(tab, second).click();
    await said(tab, '2 groups chosen');
    assert.equal(search(tab), query('compare', first, second));
    assert.equal(await button(tab, first).getAttribute('aria-pressed'), 'true');
    await tab.locator('.quick button', { hasText: 'Places now' }).click();
    await tab.waitForURL(/places=open/);
    assert.equal(search(tab), `?places=open&${query('compare', first, second).slice(1)}`);
    await tab.reload();
    await said(tab, '2 groups chosen');
    await tab.locator('.tray').getByRole('button', { name: 'Clear' }).click();
    assert.equal(search(tab), '?places=open');
    assert.equal(await tab.locator('.compare[aria-pressed=true]').count(), 0);
  }));

test('groups that are chosen while the script that compares them starts are chosen in that order', () =>
  inTab(browser, {}, async (tab) => {
    await tab.addInitScript((id) => {
      const listen = document.addEventListener;
      document.addEventListener = function (type, ...rest) {
        listen.call(this, type, ...rest);
        // The script that compares groups is the only one that listens for this.
        if (type === 'auxclick') document.querySelector(`button.compare[value$="/${id}/"]`).click();
      };
    }, second.id);
    await tab.goto(`${directory.base}groups/`);
    await button(tab, first).click();
    await said(tab, '2 groups chosen');
    assert.equal(search(tab), query('compare', first, second));
  }));

test('a second press lets go of a group', () =>
  open(`groups/${query('compare', first, second)}`, async (tab) => {
    await said(tab, '2 groups chosen');
    await button(tab, first).click();
    await said(tab, '1 group chosen');
    assert.equal(search(tab), query('compare', second));
  }));

test('a fifth group is refused, and one is told why', () =>
  open(`groups/${query('compare', first, second, third, fourth)}`, async (tab) => {
    await said(tab, '4 groups chosen'); // the tray is there, which may cover a button as it appears
    await button(tab, fifth).click();
    await said(tab, 'Four groups are chosen, and no more fit side by side.');
    assert.equal(await button(tab, fifth).getAttribute('aria-pressed'), 'false');
    assert.equal(search(tab), query('compare', first, second, third, fourth));
    await button(tab, first).click();
    await said(tab, '3 groups chosen');
  }));

test('links take the choice along, a group’s own page adds to it, and Back keeps it', () =>
  open(`groups/${query('compare', first)}`, async (tab) => {
    await said(tab, '1 group chosen');
    await tab.locator('.card h3 a', { hasText: third.name }).click();
    await tab.waitForURL(`**/groups/${third.id}/${query('compare', first)}`);
    await button(tab, third).click();
    await said(tab, '2 groups chosen');
    await tab.goBack();
    await tab.waitForURL(`**/groups/${query('compare', first, third)}`);
    await said(tab, '2 groups chosen');
    assert.equal(await button(tab, third).getAttribute('aria-pressed'), 'true');
    for (const place of ['fields/', 'fields/coaching/']) {
      await tab.locator(`main a[href="/sub/${place}"]`).first().click();
      await tab.waitForURL(`**/${place}${query('compare', first, third)}`);
    }
    await tab.getByRole('link', { name: 'Compare 2 groups' }).click();
    await tab.waitForURL(`**/compare/${query('group', first, third)}`);
    await table(tab).waitFor();
    assert.deepEqual(await heads(tab), [first.name, third.name]);
  }));

test('the choice is still there after a page that knows nothing of it, and it is this site’s alone', () =>
  open(`groups/${query('compare', first)}`, async (tab) => {
    await button(tab, second).click();
    await said(tab, '2 groups chosen');
    await tab.goto(`${directory.base}calendar/`);
    await tab.goto(`${directory.base}groups/${third.id}/`);
    await said(tab, '2 groups chosen');
    assert.equal(search(tab), query('compare', first, second));
    assert.deepEqual(await tab.evaluate(() => Object.keys(sessionStorage)), ['compare /sub/compare/']);
  }));

test('a button shows when its script is there to take a press', () =>
  inTab(browser, {}, async (tab) => {
    let letGo;
    await tab.route(/\/filters[^/]*\.js/, async (route) => {
      await new Promise((resolve) => { letGo = resolve; });
      await route.continue();
    });
    await tab.goto(`${directory.base}groups/`, { waitUntil: 'commit' });
    await tab.waitForFunction(() => document.styleSheets.length > 0 && document.querySelector('.card'));
    assert.equal(await tab.locator('.compare:visible').count(), 0);
    letGo();
    await button(tab, first).click();
    await said(tab, '1 group chosen');
  }));

test('on a phone, what is chosen fits the row of the filters', () =>
  open(`groups/?free=tue-evening&${query('compare', first, second).slice(1)}`, async (tab) => {
    await said(tab, '2 groups chosen');
    await tab.locator('.bar').getByRole('button', { name: 'Filters (1)' }).waitFor();
    const parts = await tab.locator('.bar :is(a, button):visible').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().y));
    assert.equal(parts.length, 3);
    assert.ok(Math.max(...parts) - Math.min(...parts) < 10, `${parts}`);
  }));

test('a choice is kept while one searches', () =>
  open(`search/${query('compare', first)}&q=circle`, async (tab) => {
    await tab.locator('.card .compare').first().click();
    await said(tab, /^[12] groups? chosen/);
    await tab.getByRole('searchbox').fill('coaching');
    await tab.waitForURL(/q=coaching.*&compare=/);
  }));

test('a shared link shows what the groups’ own pages say, in the time of who opens it', () =>
  openTable([first, third], async (tab) => {
    const rows = tab.locator('.side-by-side tbody tr');
    assert.deepEqual(await rows.locator('th').allTextContents(), [
      'In short', 'When', 'Where', 'Language', 'Cost', 'Size', 'Membership', 'Who it is for', 'Your first meeting', 'How to join', 'Contact',
    ]);
    const row = (name) => rows.filter({ has: tab.locator('th', { hasText: new RegExp(`^${name}$`) }) }).locator('td');
    // One has to come to the first, so that its time is that of the place.
    assert.match(await row('When').first().textContent(), /Thursday 12:30, UK time/);
    assert.match(await row('When').last().textContent(), /Friday 08:00 in /);
    assert.equal(await row('How to join').first().locator('li').count(), first.joining.steps.length);
    assert.match(await row('Contact').first().locator('a').getAttribute('href'), /^(mailto:|https:)/);
    for (const cell of await tab.locator('.side-by-side td').allTextContents()) if (cell !== '') assert.ok(cell.trim());
    assert.match(await tab.title(), new RegExp(`^${first.name} and ${third.name} – Compare groups – `));
    assert.equal(await tab.locator('.side-by-side [id]').count(), 0);
    await tab.getByRole('link', { name: 'Add another group' }).click();
    await tab.waitForURL(`**/groups/${query('compare', first, third)}`);
    await said(tab, '2 groups chosen');
  }, { timezoneId: 'America/New_York', viewport: DESKTOP }));

test('what a charter does not say is said to be so', () =>
  inTab(browser, {}, async (tab) => {
    await tab.goto(`${edges.base}compare/?group=plain`);
    await table(tab).waitFor();
    assert.ok((await tab.locator('.unsaid').allTextContents()).every((words) => words === 'Not said'));
    assert.ok((await tab.locator('.unsaid').count()) > 0);
  }));

test('unknown and ended groups are told of, and the others shown', () =>
  open(`compare/?group=&group=nowhere&group=${ended.id}&group=${first.id}&group=${encodeURIComponent('../../x')}`, async (tab) => {
    await table(tab).waitFor();
    const notes = await tab.locator('.comparison .notice').allTextContents();
    assert.deepEqual(notes, ['There is no group “nowhere” here.', `“${ended.name}” has ended, so it is not shown.`, 'There is no group “../../x” here.']);
    assert.deepEqual(await heads(tab), [first.name]);
    assert.equal(search(tab), query('group', first));
  }));

test('an earlier address of a group leads to it, once', () => {
  const redirect = directory.pages.find(({ kind, address }) => kind === 'redirect' && address.startsWith('groups/'));
  const [, now] = directory.read(`${redirect.address}index.html`).match(/url=[^"]*groups\/([^/"]+)\//);
  return open(`compare/?group=${redirect.address.split('/')[1]}&group=${now}`, async (tab) => {
    await table(tab).waitFor();
    assert.equal(await tab.locator('.side-by-side th[scope=col]').count(), 1);
    assert.equal(search(tab), `?group=${now}`);
  });
});

test('of more than four groups the first four are shown', () =>
  openTable([first, second, third, fourth, fifth], async (tab) => {
    assert.deepEqual(await heads(tab), [first, second, third, fourth].map(({ name }) => name));
    await tab.getByText('here are the first four').waitFor();
    await tab.getByRole('link', { name: 'Back to the groups' }).waitFor();
  }));

test('groups that are unknown take no place from those that are known', () =>
  open(`compare/?group=nowhere&${query('group', first, second, third, fourth).slice(1)}`, async (tab) => {
    await table(tab).waitFor();
    assert.deepEqual(await heads(tab), [first, second, third, fourth].map(({ name }) => name));
    assert.deepEqual(await tab.locator('.comparison .notice').allTextContents(), ['There is no group “nowhere” here.']);
  }));

test('two quick presses take out two groups', () =>
  openTable([first, second, third], async (tab) => {
    await tab.evaluate(() => document.querySelectorAll('.take-out').forEach((out, at) => { if (at < 2) out.click(); }));
    await tab.waitForURL(`**/compare/${query('group', third)}`);
    await tab.locator('th[scope=col]').nth(1).waitFor({ state: 'detached' });
    assert.deepEqual(await heads(tab), [third.name]);
  }));

test('who is sent the address finds the way to the home page and to all groups, and takes no choice along', () =>
  openTable([first, second], async (tab) => {
    await tab.locator('main').getByRole('link', { name: 'See all groups' }).click();
    await tab.waitForURL(`${directory.base}groups/`);
    await tab.locator('.card').first().waitFor();
    assert.equal(await tab.locator('.tray:visible').count(), 0);
    await tab.goBack();
    await tab.locator('main').getByRole('link', { name: 'To the home page' }).click();
    await tab.waitForURL(directory.base);
  }));

test('on a phone, two groups are seen whole and that there are more, with each label above them', () =>
  openTable([first, second, third], async (tab) => {
    const boxes = (selector) => tab.locator(selector).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
    const columns = await boxes('.side-by-side th[scope=col]');
    assert.ok(columns[1].right < PHONE.width && columns[2].left < PHONE.width - 10 && columns[2].right > PHONE.width, JSON.stringify(columns));
    const [[label], [cell]] = [await boxes('.side-by-side tbody th > span'), await boxes('.side-by-side tbody td')];
    assert.ok(label.bottom <= cell.top + 1);
    await table(tab).evaluate((frame) => frame.scrollTo({ left: frame.scrollWidth, behavior: 'instant' }));
    assert.equal((await boxes('.side-by-side tbody th > span'))[0].left, label.left, 'the label stays in view');
    await tab.getByRole('rowheader', { name: 'In short' }).waitFor();
    assert.equal(await tab.getByRole('columnheader').count(), 3);
  }, { viewport: PHONE }));

test('a group is taken out, Back brings it back, and none is left at last', () =>
  openTable([first, second], async (tab) => {
    const out = ({ name }) => tab.getByRole('button', { name: `Remove ${name}` }).click();
    await out(first);
    await tab.waitForURL(`**/compare/${query('group', second)}`);
    await tab.goBack();
    await tab.locator('th[scope=col]').nth(1).waitFor();
    await out(first);
    await tab.waitForURL(`**/compare/${query('group', second)}`);
    await out(second);
    await tab.getByText('No group is chosen yet.').waitFor();
    assert.equal(search(tab), '');
  }));

test('a group that cannot be loaded is told of and stays in the address', () =>
  inTab(browser, {}, async (tab) => {
    await tab.route(`**/groups/${second.id}/`, (route) => route.abort());
    await tab.goto(`${directory.base}compare/${query('group', first, second)}`);
    await tab.getByText(`The group “${second.id}” could not be loaded.`).waitFor();
    assert.equal(search(tab), query('group', first, second));
  }));

test('the link is copied', () =>
  openTable([first, second], async (tab) => {
    await tab.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await tab.evaluate(() => { delete Navigator.prototype.share; });
    await tab.reload();
    await tab.evaluate(() => { navigator.share = undefined; });
    await tab.getByRole('button', { name: /Copy the link|Send this/ }).click();
    await tab.getByText('The address of this page is copied.').waitFor();
    assert.equal(await tab.evaluate(() => navigator.clipboard.readText()), tab.url());
  }));

test('with the keyboard alone: three groups are chosen and compared', () =>
  open('groups/', async (tab) => {
    for (const group of [first, second, third]) {
      await tabTo(tab, ({ name }) => name.includes(`Compare ${group.name}`));
      await tab.keyboard.press('Space');
    }
    await tabTo(tab, ({ name }) => name.includes('Compare 3 groups'));
    await tab.keyboard.press('Enter');
    await table(tab).waitFor();
    await tabTo(tab, ({ name }) => name.includes('Groups side by side'));
    for (let i = 0; i < 3; i += 1) await tab.keyboard.press('ArrowRight');
    await tab.waitForFunction(() => document.querySelector('.side-by-side').scrollLeft > 0);
    await tabTo(tab, ({ name }) => name.includes(`Remove ${second.name}`));
    await tab.keyboard.press('Enter');
    await tab.waitForURL(`**/compare/${query('group', first, third)}`);
  }));

test('four groups fit: the page does not move sideways, and nothing is cut or hidden', async () => {
  for (const [viewport, size] of [[SMALL, '100%'], [PHONE, '200%'], [DESKTOP, '100%']]) {
    await openTable([first, second, third, fourth], async (tab) => {
      await tab.evaluate((size) => { document.documentElement.style.fontSize = size; }, size);
      assert.ok((await tab.evaluate(sidewaysScroll)) <= 0, `${viewport.width} px: ${await tab.evaluate(elementsOverTheEdge)}`);
      assert.deepEqual(await tab.evaluate(cutElements), []);
      const stops = await tabThrough(tab);
      // The middle of the table itself may be below the window.
      const faults = stops.filter(({ name }) => !name.includes('side by side')).flatMap(({ faults }) => faults);
      assert.deepEqual(faults, [], `${viewport.width} px`);
    }, { viewport });
  }
});

test('axe finds nothing where groups are compared and chosen, and a finger meets every target', async () => {
  const four = [first, second, third, fourth];
  for (const path of [`compare/${query('group', ...four)}`, `groups/${query('compare', ...four)}`, `groups/${first.id}/${query('compare', ...four)}`]) {
    await open(path, async (tab) => {
      await tab.locator('.side-by-side, .tray').first().waitFor();
      for (const size of [PHONE, DESKTOP]) {
        await tab.setViewportSize(size);
        await tab.emulateMedia({ colorScheme: 'light' });
        assert.deepEqual(await violations(tab), [], path);
        await tab.emulateMedia({ colorScheme: 'dark' });
        assert.deepEqual(await violationsOfColour(tab), [], path);
        assert.deepEqual(await tab.evaluate(smallTargets, 24), [], path);
      }
    });
  }
});

test('the comparison prints on a landscape sheet or two, without its buttons', () =>
  openTable([first, second, third, fourth], async (tab) => {
    const pdf = (await tab.pdf({ preferCSSPageSize: true })).toString('latin1');
    assert.ok(pdf.match(/\/Type\s*\/Page\b/g).length <= 2);
    await tab.emulateMedia({ media: 'print' });
    assert.equal(await tab.locator('main button:visible').count(), 0);
  }));

test('without JavaScript nothing offers to compare, and the page says what to do instead', () =>
  open('groups/', async (tab) => {
    assert.equal(await tab.locator('.compare:visible, .bar:visible, .quick:visible').count(), 0);
    await tab.goto(`${directory.base}compare/`);
    await tab.getByText('This page needs JavaScript.').waitFor();
    assert.equal(await tab.locator('main a:visible').last().getAttribute('href'), '/sub/groups/');
  }, { javaScriptEnabled: false }));
