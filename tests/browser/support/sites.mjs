// The built sites, and one page of each kind in them.

import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * Every kind of page, with the addresses that are of it: the first that fits. A group's kind has its status
 * behind it. `home` is the empty address; all are relative to the site's base.
 */
const KINDS = [
  ['home', /^$/],
  ['groups', /^groups\/$/],
  ['groups, a further page', /^groups\/page\/\d+\/$/],
  ['group', /^groups\/[^/]+\/$/],
  ['poster', /^groups\/[^/]+\/poster\/$/],
  ['fields', /^fields\/$/],
  ['subjects', /^subjects\/$/],
  ['domains', /^domains\/$/],
  ['term', /^(fields|subjects|domains)\/[^/]+\/$/],
  ['term, a further page', /^(fields|subjects|domains)\/[^/]+\/page\/\d+\/$/],
  ['two terms', /^(fields|subjects|domains)\/[^/]+\/(fields|subjects|domains)\/[^/]+\/$/],
  ['guidance', /^guidance\/$/],
  ['guidance page', /^guidance\/[^/]+\/$/],
  ['start', /^start\/$/],
  ['calendar', /^calendar\/$/],
  ['search', /^search\/$/],
  ['compare', /^compare\/$/],
  ['about', /^about\/$/],
  ['accessibility', /^accessibility\/$/],
  ['privacy', /^privacy\/$/],
  ['not found', /^404\.html$/],
];

/** Pages of a kind that is there already, but in a state of their own. */
const STATES = {
  edges: ['groups/bidi/', 'groups/long-name/', 'groups/markup/', 'groups/plain/', 'subjects/unbroken/'],
};

/** @typedef {{address: string, kind: string, url: string}} Page */

class Site {
  constructor(name, { base, root, folder, day }) {
    /** The name of its site in build.mjs. */
    this.name = name;
    /** Where it is served; ends with `/`. */
    this.base = base;
    /** The folder that holds its `content/`. */
    this.root = root;
    /** The folder that was built. */
    this.folder = folder;
    /** The day for which it was built, where that is fixed. */
    this.day = day;
    /** @type {Page[]} every page, in the order of their addresses */
    this.pages = files(folder, '.html').map((file) => this.page(file));
  }

  page(file) {
    const address = file.replace(/(^|\/)index\.html$/, '$1');
    return { address, kind: this.kind(file, address), url: this.base + address };
  }

  kind(file, address) {
    if (/http-equiv="refresh"/.test(this.read(file))) return 'redirect';
    const [kind] = KINDS.find(([, pattern]) => pattern.test(address)) ?? ['another'];
    return kind === 'group' ? `group, ${this.status(address)}` : kind;
  }

  /** The status that a group's charter declares. */
  status(address) {
    const charter = readFileSync(join(this.root, 'content', `${address.slice(0, -1)}.md`), 'utf8');
    return charter.match(/^status: *(\w+)/m)?.[1] ?? 'active';
  }

  /** The text of a built file. */
  read(file) {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  /** The first page of a kind. */
  one(kind) {
    const found = this.pages.find((page) => page.kind === kind);
    if (!found) throw new Error(`The site “${this.name}” has no page of the kind “${kind}”.`);
    return found;
  }

  /** All group pages. */
  get groups() {
    return this.pages.filter((page) => page.kind.startsWith('group,'));
  }

  /** All posters. */
  get posters() {
    return this.pages.filter((page) => page.kind === 'poster');
  }

  /** One page of each kind, and those in a state of their own. */
  sample() {
    const states = STATES[this.name] ?? [];
    const seen = new Set();
    return this.pages.filter((page) => {
      const isNew = !seen.has(page.kind);
      seen.add(page.kind);
      return isNew || states.includes(page.address);
    });
  }
}

/** The files below a folder whose names end so, with `/`, sorted. */
export function files(folder, ending) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join('/'))
    .sort();
}

function handedOver() {
  const text = process.env.GUILDHALL_SITES;
  if (!text) throw new Error('The sites are not built. Run `npm test` in tests/browser, or `npm test -- NAME` for one file.');
  return Object.entries(JSON.parse(text));
}

const all = handedOver().map(([name, parts]) => new Site(name, parts));

const [directory, edges, single, empty, evenings, facts] = ['directory', 'edges', 'single', 'empty', 'evenings', 'facts'].map((name) =>
  all.find((site) => site.name === name),
);
export { directory, edges, single, empty, evenings, facts };

/** Every site whose pages are looked at. */
export const sites = all.filter((site) => site !== evenings && site !== facts);
