// What a page is to those who read it: in their own time, by keyboard, in the dark, on any phone.

import assert from 'node:assert/strict';
import { join } from 'node:path';

import { PHONE, SMALL } from '../support/browser.mjs';
import { PICTURES, journey } from '../support/journeys.mjs';
import { badlyBroken, elementsOverTheEdge, sidewaysScroll } from '../support/layout.mjs';
import { directory } from '../support/sites.mjs';

journey('a visitor in Berlin is told when it is at home', {}, async (visitor) => {
  await visitor.open('groups/strengths-in-coaching/');
  await visitor.reads('.dates li', /19:30 your time/);
});

journey('the form to start a group opens', { atMost: 1 }, async (visitor) => {
  await visitor.open('');
  await visitor.tap('link', 'Start a group');
  await visitor.type('textbox', /^Name/, 'Hope on Tuesdays');
  assert.equal(await visitor.runs(() => document.activeElement.value), 'Hope on Tuesdays');
});

journey('by keyboard, the first stop skips to the main text', {}, async (visitor) => {
  await visitor.open('groups/');
  await visitor.press('Tab');
  assert.equal(await visitor.runs(() => document.activeElement.innerText), 'Skip to the main text');
  await visitor.press('Enter');
  assert.equal(await visitor.address(), 'groups/#main');
});

const KINDS = ['home', 'groups', 'group, active', 'calendar', 'search', 'start', 'term', 'guidance page'];
const SCHEMES = { light: (brightness) => brightness > 200, dark: (brightness) => brightness < 60 };

for (const [scheme, isRight] of Object.entries(SCHEMES)) {
  const title = `in the ${scheme} scheme pages are ${scheme}, and no wider than a phone`;
  journey(title, { dark: scheme === 'dark' }, async (visitor, engine) => {
    for (const kind of KINDS) {
      await visitor.open(directory.one(kind).address);
      assert.ok(isRight(await visitor.runs(brightness)), kind);
      for (const { width, height } of [SMALL, PHONE]) {
        await visitor.size(width, height);
        const excess = await visitor.runs(sidewaysScroll);
        if (excess > 0) assert.fail(`${kind}, ${excess} px:\n${(await visitor.runs(elementsOverTheEdge)).join('\n')}`);
        await visitor.screenshot(join(PICTURES, engine, `${kind}, ${width} px, ${scheme}.png`));
      }
    }
  });
}

/** From 0 to 255. */
function brightness() {
  const colour = getComputedStyle(document.documentElement).backgroundColor;
  return Math.max(...colour.match(/[\d.]+/g).slice(0, 3).map(Number));
}

journey('a word that does not fit a line is broken where it can be read, and a mail address nowhere', {}, async (visitor) => {
  await visitor.size(SMALL.width, SMALL.height);
  for (const address of ['groups/strengths-in-coaching/', 'start/', 'guidance/safe-practice/']) {
    await visitor.open(address);
    assert.deepEqual(await visitor.runs(badlyBroken, 4), [], address);
  }
});
