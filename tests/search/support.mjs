// What the tests of search share: the theme's scripts, and the index that `tests/search.rs` writes.

import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const ASSETS = new URL("../../themes/guild/assets/", import.meta.url);
const SCRIPTS = ["index-reader.js", "query-results.js", "query-meaning.js", "query-filters.js", "search-words.js", "facets.js",
  "week.js", "zones.js"];

// The theme's scripts are modules by the way in which pages load them, not by their names.
const scripts = mkdtempSync(join(tmpdir(), "guildhall-search-"));
process.on("exit", () => rmSync(scripts, { recursive: true }));
writeFileSync(join(scripts, "package.json"), '{"type": "module"}');
for (const name of SCRIPTS) copyFileSync(new URL(name, ASSETS), join(scripts, name));
const script = (name) => import(pathToFileURL(join(scripts, name)));

export const { createReader } = await script("index-reader.js");
export const { isNear, words } = await script("search-words.js");
const { QueryFilters } = await script("query-filters.js");

const folder = process.env.GUILDHALL_SEARCH;
if (!folder) throw new Error("Run `cargo test --test search`: it writes the index first.");

/** What a site that `tests/search.rs` built answers. */
class Library {
  constructor(name, ids, data) {
    this.folder = `${folder}/${name}`;
    this.ids = ids;
    this.data = data;
  }

  /** A reader of the index that keeps account of what it fetches. Its visitor lives in London. */
  open(change = (path, text) => text) {
    const fetched = [];
    const fetchFrom = (below) => async (path) => {
      const text = change(path, await readFile(`${this.folder}/built/${below}/${path}`, "utf8"));
      fetched.push({ path, bytes: gzipSync(text).length });
      return JSON.parse(text);
    };
    const data = fetchFrom(`data/${this.data}`);
    const openFilters = async (withWeek) =>
      new QueryFilters({ ...await data("facets.json"), week: withWeek && await data("week.json") }, "Europe/London");
    return { ...createReader(fetchFrom("search/index"), openFilters), fetched };
  }

  /** All that a query finds. */
  async search(query) {
    return this.open().search(query, 100);
  }

  /** The ids of all groups that a query finds, the best first. */
  async found(query, own = this.open()) {
    const { groups } = await own.search(query, 100);
    return groups.map(({ doc }) => this.ids[doc]);
  }

  /** What a query says of a group. */
  async why(query, id) {
    const { groups } = await this.search(query);
    return groups.find(({ doc }) => this.ids[doc] === id).why;
  }
}

async function library(name) {
  const ids = JSON.parse(await readFile(`${folder}/${name}/ids.json`, "utf8"));
  const [data] = await readdir(`${folder}/${name}/built/data`);
  return new Library(name, ids, data);
}

/** Groups that differ in their words, and groups that differ in what else their charters say. */
export const [wordy, facts] = await Promise.all(["words", "facts"].map(library));
