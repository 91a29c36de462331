// The theme's scripts for filters, as modules, and files for them to read.

import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const ASSETS = new URL("../../themes/guild/assets/", import.meta.url);

// The theme's scripts are modules by the way in which pages load them, not by their names.
const folder = mkdtempSync(join(tmpdir(), "guildhall-filters-"));
process.on("exit", () => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, "package.json"), '{"type": "module"}');
for (const name of ["facets.js", "week.js", "zones.js"]) copyFileSync(new URL(name, ASSETS), join(folder, name));
const script = (name) => import(pathToFileURL(join(folder, name)));

export const { Facets, inOrder, readOrders } = await script("facets.js");
export const { clockAt, momentOf, zoneNamed } = await script("zones.js");

/** Whole numbers as the program writes them. */
export function digits(numbers) {
  const digit = (value) => String.fromCharCode(value + 35 + (value + 35 >= 92 ? 1 : 0));
  const width = 5;
  const written = (number) => Array.from({ length: width }, (_, at) => digit(Math.floor(number / 91 ** (width - 1 - at)) % 91)).join("");
  return { width, text: numbers.map(written).join("") };
}

/** Sets of numbers as the program writes them. */
function sets(rows) {
  const all = [...new Set(rows.map((row) => row.join()))];
  return { sets: all.map((text) => (text ? text.split(",").map(Number) : [])), values: digits(rows.map((row) => all.indexOf(row.join()))) };
}

export const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const TIMES = [["morning", 6, 12], ["lunchtime", 12, 14], ["afternoon", 14, 17], ["evening", 17, 22]];
export const CELLS = DAYS.flatMap((day) => TIMES.map(([time]) => `${day}-${time}`));

const choices = (ids) => ids.map((id) => ({ id, name: id }));

/**
 * A file of facets for groups `{places, series: [{where, zone, start, days}]}`. Choices are positions, `start` is in
 * quarters of an hour, and `days` has weekdays from Monday, 0, or 7 for none of them.
 */
export function fileOf(groups) {
  const series = groups.flatMap((group) => group.series);
  const zones = [...new Set(series.map(({ zone }) => zone))];
  const facet = (id, ids, rows, joined) => ({ id, name: id, choices: choices(ids), joined, ...sets(rows) });
  return {
    groups: groups.length,
    cards: 8,
    series: digits(groups.map((group) => group.series.length)),
    facets: [
      facet("places", ["open", "full"], groups.map(({ places }) => [places]), false),
      facet("where", ["online", "in-person"], series.map(({ where }) => where), true),
      { id: "free", name: "free", choices: choices(CELLS), joined: true },
      facet("town", ["leeds", "york"], series.map(({ town = [] }) => town), true),
    ],
    week: {
      days: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map((id) => ({ id })),
      times: TIMES.map(([id, from, until]) => ({ id, from, until })),
      zones,
      zone: digits(series.map(({ zone }) => zones.indexOf(zone))),
      start: digits(series.map(({ start }) => start)),
      meets: sets(series.map(({ days }) => days)),
    },
  };
}
