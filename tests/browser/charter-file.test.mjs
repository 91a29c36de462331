// What the form writes where it changes a charter that is there already.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { rewrite, safe } from '../../themes/guild/assets/charter-file.js';

const FORMAT = {
  keys: ['name', 'summary', 'reviewed', 'purpose', 'joining', 'joining.steps', 'conflict'],
  markdown: ['purpose', 'joining.steps', 'conflict'],
  numbers: [],
};

/** A published charter of one line for each key, as the site gives it to the form. */
function published(lines, values, about = []) {
  const text = ['---', ...lines, '---', ...about].join('\n');
  const entries = lines.map((line, at) => ({ key: line.split(':')[0], start: at + 1, end: at + 2 }));
  return { text, values, entries, body: lines.length + 2 };
}

test('comments and quotes stay where nothing was changed', () => {
  const original = published(['name: "A" # as on the door', 'reviewed: "2026-06-15" # by both'], { name: 'A', reviewed: '2026-06-15' });
  assert.equal(rewrite(original, original.values, original.values, FORMAT), original.text);
});

test('a key that was not there stands in the order of the keys', () => {
  const original = published(['name: A', 'conflict: We talk.'], { name: 'A', conflict: 'We talk.' });
  const changed = { ...original.values, summary: 'In short' };
  assert.equal(rewrite(original, original.values, changed, FORMAT), '---\nname: A\nsummary: In short\nconflict: We talk.\n---');
});

test('a description goes below a file that ended with its hyphens', () => {
  const original = published(['name: A'], { name: 'A' });
  assert.equal(rewrite(original, { name: 'A' }, { name: 'A', about: 'New.' }, FORMAT), '---\nname: A\n---\nNew.\n');
});

test('lines of the description that were there stay as they are, links and all', () => {
  const about = ['See [the map](https://example.org/?a=1&b=2 "Map") and <https://example.org>.', 'Old.'];
  const original = published(['name: A'], { name: 'A' }, about);
  const before = { name: 'A', about: about.join('\n') };
  const text = rewrite(original, before, { name: 'A', about: `${about[0]}\nNew <b>.` }, FORMAT);
  assert.equal(text, `---\nname: A\n---\n${about[0]}\nNew \\<b>.\n`);
});

test('a step of several lines stays one where only the contact is changed', () => {
  const original = published(['joining: {}'], { joining: { steps: ['Write:\n\n- your name'], contact: 'a@example.org' } });
  const before = { joining: { steps: ['Write: - your name'], contact: 'a@example.org' } };
  const changed = { joining: { steps: ['Write: - your name'], contact: 'b@example.org' } };
  assert.match(rewrite(original, before, changed, FORMAT), /- \|-\n {6}Write:\n\n {6}- your name\n/);
});

test('what was made safe once is safe', () => {
  for (const text of ['<b> [x](/y) &lt; ![p](/q)', `${'> '.repeat(40)}x`, '----------', '- - - - - - - - -', '[Q&A](https://example.org/?a=1&b=2)']) {
    assert.equal(safe(safe(text)), safe(text), text);
  }
  assert.equal(safe('[Q&A](https://example.org:8080/a%20b?a=1&b=2)'), '[Q&A](https://example.org:8080/a%20b?a=1&b=2)');
  assert.equal(safe('----------'), '----------');
});
