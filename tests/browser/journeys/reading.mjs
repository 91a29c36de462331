// What a page is to those who read it: in their own time, by keyboard, in the dark, on any phone.

import assert from 'node:assert/strict';
import { join } from 'node:path';

import { PHONE, SMALL } from '../support/browser.mjs';
import { PICTURES, journey } from '../support/journeys.mjs';
import { elementsOverTheEdge, sidewaysScroll } from '../support/layout.mjs';
import { directory } from '../support/sites.mjs';

journey('a visitor in Berlin is told when it is at home', {}, async (visitor) => {
  await visitor.open('groups/strengths-in-coaching/');
  await visitor.reads('.next-meetings li', /18:30 to 20:00, UK time.*for you: 19:30/);
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

const luminance = () => {
  const colour = getComputedStyle(document.documentElement).backgroundColor;
  return Math.max(...colour.match(/[\d.]+/g).slice(0, 3).map(Number));
};

journey('a page is light in the light scheme', {}, async (visitor) => {
  await visitor.open('');
  assert.ok((await visitor.runs(luminance)) > 200);
});

journey('a page is dark in the dark scheme', { dark: true }, async (visitor) => {
  await visitor.open('');
  assert.ok((await visitor.runs(luminance)) < 60);
});

const KINDS = ['home', 'groups', 'group, active', 'calendar', 'search', 'start', 'term', 'guidance page'];

for (const dark of [false, true]) {
  journey(`nothing scrolls sideways${dark ? ' in the dark' : ''}`, { dark }, async (visitor, engine) => {
    for (const kind of KINDS) {
      await visitor.open(directory.one(kind).address);
      for (const { width, height } of [SMALL, PHONE]) {
        await visitor.size(width, height);
        const excess = await visitor.runs(sidewaysScroll);
        if (excess > 0) assert.fail(`${kind}, ${width} px: ${excess} px too wide:\n${(await visitor.runs(elementsOverTheEdge)).join('\n')}`);
        await visitor.screenshot(join(PICTURES, engine, `${kind} ${width}${dark ? ' dark' : ''}.png`));
      }
    }
  });
}
