// What the tests of search share: the theme's script, and the index that `tests/search.rs` writes.

import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";

const here = new URL(".", import.meta.url);
const script = await readFile(new URL("../../themes/guild/assets/index-reader.js", here));

/** The theme's script. It is a module by the way in which pages load it, not by its name. */
export const reader = await import(`data:text/javascript;base64,${script.toString("base64")}`);

const folder = process.env.GUILDHALL_SEARCH;
if (!folder) throw new Error("Run `cargo test --test search`: it writes the index first.");

/** The ids of the groups, by document. */
export const ids = JSON.parse(await readFile(`${folder}/ids.json`, "utf8"));

/** A reader of the index that keeps account of what it fetches. */
export function open(change = (path, text) => text) {
  const fetched = [];
  const fetchJson = async (path) => {
    const text = change(path, await readFile(`${folder}/index/${path}`, "utf8"));
    fetched.push({ path, bytes: gzipSync(text).length });
    return JSON.parse(text);
  };
  return { ...reader.createReader(fetchJson), fetched };
}

/** The ids of all groups that a query finds, the best first. */
export async function found(query, own = open()) {
  const { groups } = await own.search(query, 100);
  return groups.map(({ doc }) => ids[doc]);
}

/** What a query says of a group. */
export async function why(query, id) {
  const { groups } = await open().search(query, 100);
  return groups.find(({ doc }) => ids[doc] === id).why;
}
