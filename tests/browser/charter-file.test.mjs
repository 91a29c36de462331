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

/** The keys of a charter that has lists, and what is written where one of them is changed. */
const LISTS = {
  keys: ['name', 'leaders', 'leaders[].name', 'leaders[].role', 'leaders[].url', 'aims', 'size', 'size.ideal', 'size.maximum',
    'meetings', 'meetings[].id', 'meetings[].repeats', 'meetings[].time', 'meetings[].skip', 'meetings[].place', 'meetings[].place.online'],
  markdown: [],
  numbers: ['size.ideal', 'size.maximum'],
};

function rewritten(lines, key, before, now) {
  const original = { text: ['---', ...lines, '---'].join('\n'), values: { [key]: before }, entries: [{ key, start: 1, end: lines.length + 1 }], body: lines.length + 2 };
  return rewrite(original, { [key]: before }, { [key]: now }, LISTS).split('\n').slice(1, -1);
}

test('comments stay with the leaders who are still there, in whatever order', () => {
  const lines = ['leaders: # by name', '  # since the start', '  - name: Ada # or Countess', '    # by turns', '    role: Chair', '  # the newest', '  - name: Bo', '    role: Host # for now'];
  const [ada, bo] = [{ name: 'Ada', role: 'Chair' }, { name: 'Bo', role: 'Host' }];
  const changed = rewritten(lines, 'leaders', [ada, bo], [{ ...ada, role: 'Leader', url: 'https://a.example' }, bo]);
  assert.deepEqual(changed, [...lines.slice(0, 4), '    role: Leader', '    url: https://a.example', ...lines.slice(5)]);
  assert.deepEqual(rewritten(lines, 'leaders', [ada, bo], [bo]), [lines[0], ...lines.slice(5)]);
  assert.deepEqual(rewritten(lines, 'leaders', [ada, bo], [bo, ada]), [lines[0], ...lines.slice(5), ...lines.slice(1, 5)]);
  const third = rewritten(lines, 'leaders', [ada, bo], [ada, { name: 'Cy' }, { ...bo, role: 'Friend' }]);
  assert.deepEqual(third, [...lines.slice(0, 5), '  - name: Cy', ...lines.slice(5, 7), '    role: Friend # for now']);
  assert.deepEqual(rewritten(lines, 'leaders', [ada, bo], [{ role: 'Chair' }, bo]), [...lines.slice(0, 2), '  - # by turns', ...lines.slice(4)]);
});

test('comments stay in a series of which one part is changed', () => {
  const lines = ['meetings:', '- repeats: monthly', '  time: "18:30" # after work', '  skip: [2026-08-11] # holidays', '  # the link is in the mail', '  place:', '    online: Call # both'];
  const before = [{ repeats: 'monthly', time: '18:30', skip: ['2026-08-11'], place: { online: 'Call' } }];
  const now = [{ ...before[0], id: 'main', time: '19:00', place: { online: 'Video' } }, { repeats: 'varies' }];
  assert.deepEqual(rewritten(lines, 'meetings', before, now), ['meetings:', '- id: main', '  repeats: monthly', '  time: "19:00" # after work', ...lines.slice(3, 6), '    online: Video # both', '- repeats: varies']);
});

test('comments stay with sentences, numbers and lists in brackets', () => {
  const aims = ['aims:', '  # first', '  - To meet.', '  - "To: learn" # much', '  - |-', '    Two', '', '    lines', '  # last'];
  const before = ['To meet.', 'To: learn', 'Two\n\nlines'];
  assert.deepEqual(rewritten(aims, 'aims', before, ['To meet.', 'To: teach', before[2]]), [...aims.slice(0, 3), "  - 'To: teach' # much", ...aims.slice(4)]);
  assert.deepEqual(rewritten(aims, 'aims', before, before.slice(1)), [aims[0], ...aims.slice(3)]);
  assert.deepEqual(rewritten(['size:', '  ideal: 8 # with Bo', '  maximum: 10'], 'size', { ideal: '8', maximum: '10' }, { ideal: '9' }), ['size:', '  ideal: 9 # with Bo']);
  assert.deepEqual(rewritten(['aims: [a, b] # all'], 'aims', ['a', 'b'], ['a']), ['aims: [a] # all']);
});

test('what is not laid out line by line is written anew', () => {
  const before = [{ name: 'Ada', role: 'Chair' }];
  assert.deepEqual(rewritten(['leaders: [{name: Ada, role: Chair}]'], 'leaders', before, [{ name: 'Ada' }]), ['leaders:', '  - name: Ada']);
  assert.deepEqual(rewritten(['leaders:', '  - {name: Ada, role: Chair} # one'], 'leaders', before, [{ name: 'Ada' }]), ['leaders:', '  - name: Ada # one']);
  assert.deepEqual(rewritten(['leaders:', '  - name: Ada', '    role: Chair'], 'leaders', before, undefined), []);
});
