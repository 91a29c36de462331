// Builds the sites under test with the real program, each for the address at which it will be served.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { crowd } from './crowd.mjs';
import { evenings } from './evenings.mjs';
import { tuesdays } from './tuesdays.mjs';

const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url));
const FIXTURE = fileURLToPath(new URL('../site/', import.meta.url));
const FACTS = fileURLToPath(new URL('../../search/facts/', import.meta.url));

/** The day on which the fixture sites are built: their dates do not move. */
export const DAY = '2026-10-01';

/** The sites by name: what writes each into a folder, and the day that counts as today, where it is fixed. */
export const SITES = {
  directory: { write: (root) => cpSync(join(REPOSITORY, 'content'), join(root, 'content'), { recursive: true }) },
  edges: { write: writeEdges, day: DAY },
  single: { write: writeSingle, day: DAY },
  empty: { write: writeEmpty, day: DAY },
  evenings: { write: writeEvenings, day: DAY },
  facts: { write: writeFacts, day: DAY },
};

/** Everything that is hard to lay out, written from right to left. */
function writeEdges(root) {
  cpSync(FIXTURE, root, { recursive: true });
  for (const [path, text] of crowd()) writeFileSync(join(root, path), text);
}

/** One group and its one term, in a directory that takes charters at an address of its own. */
function writeSingle(root) {
  writeEmpty(root, 'repository: https://codeberg.org/example/groups.git\nsubmissions: https://forms.example.org/take?to=guild\n');
  for (const path of ['content/groups/plain.md', 'content/fields/coaching.md']) {
    cpSync(join(FIXTURE, path), join(root, path));
  }
}

/** A directory on its first day. */
function writeEmpty(root, settings = '') {
  mkdirSync(join(root, 'content'), { recursive: true });
  writeFileSync(
    join(root, 'content/site.yaml'),
    'title: First Day\nbase_url: https://example.org/\ndescription: A directory without groups.\n' + settings,
  );
}

/** A thousand groups to filter, and no more than that needs. */
function writeEvenings(root) {
  writeEmpty(root, 'features: {calendars: false, intersections: false}\n');
  for (const folder of ['fields', 'groups']) mkdirSync(join(root, 'content', folder));
  for (const [path, text] of evenings()) writeFileSync(join(root, path), text);
}

/** The groups that differ in what their charters say, which the reader of the index is tested with too, and more. */
function writeFacts(root) {
  cpSync(FACTS, root, { recursive: true });
  for (const [path, text] of tuesdays()) writeFileSync(join(root, path), text);
}

/** Builds a site for `base` and returns its two folders. */
export function build(name, base, scratch) {
  const { write, day } = SITES[name];
  const root = join(scratch, name);
  const folder = join(scratch, `${name}-built`);
  write(root);
  const date = day ? ['--date', day] : [];
  guildhall('build', '--quiet', '--root', root, '--out', folder, '--base-url', base, ...date);
  return { root, folder };
}

function guildhall(...words) {
  const cargo = ['run', '--quiet', '--locked', '--', ...words];
  try {
    execFileSync('cargo', cargo, { cwd: REPOSITORY, stdio: 'pipe' });
  } catch (error) {
    throw new Error(`guildhall ${words.join(' ')}\n${error.stdout}${error.stderr}`);
  }
}
