// Place, kind, day and time must hold of one series of a group.

import assert from "node:assert/strict";
import test from "node:test";
import { CELLS, Facets, fileOf } from "./support.mjs";

const NOW = Date.parse("2026-10-01T10:00Z");
const [ONLINE, IN_PERSON] = [[0], [1]];
const at = (days, hour, where = ONLINE, zone = "Europe/Berlin") => ({ where, zone, start: hour * 4, days });

const look = (groups) => new Facets(fileOf(groups), "Europe/Berlin", NOW);
const find = (facets, query) => facets.find(facets.read(new URLSearchParams(query)));
const countOf = (facets, found, id) => {
  const facet = facets.facets.findIndex(({ choices }) => choices.some((choice) => choice.id === id));
  return found.counts[facet][facets.facets[facet].choices.findIndex((choice) => choice.id === id)];
};
const withoutOf = (facets, found, id) => found.without[facets.facets.findIndex((facet) => facet.id === id)];

const HALVES = { places: 0, series: [at([0], 9), at([4], 19)] }; // Monday morning and Friday evening
const WHOLE = { places: 0, series: [at([0], 19)] };

test("the day of one series and the time of another are no meeting", () => {
  const facets = look([HALVES, WHOLE]);
  assert.deepEqual(find(facets, "free=mon-evening").groups, [1]);
  assert.deepEqual(find(facets, "free=mon-morning").groups, [0]);
  assert.deepEqual(find(facets, "free=mon-evening&free=fri-evening").groups, [0, 1]);
});

test("online and the evening must be the same series", () => {
  const facets = look([{ places: 0, series: [at([1], 19, IN_PERSON), at([0], 9)] }, { places: 0, series: [at([1], 19)] }]);
  const found = find(facets, "free=tue-evening&where=online");
  assert.deepEqual(found.groups, [1]);
  assert.equal(countOf(facets, found, "in-person"), 1);
  assert.equal(countOf(facets, found, "mon-morning"), 1);
  assert.equal(withoutOf(facets, found, "where"), 2);
  assert.equal(withoutOf(facets, found, "free"), 2);
});

test("a group counts once, however many of its series fit", () => {
  const facets = look([{ places: 0, series: [at([1], 19), at([1], 20)] }]);
  const found = find(facets, "where=online");
  assert.equal(countOf(facets, found, "tue-evening"), 1);
  assert.deepEqual(found.groups, [0]);
});

test("one at night is in no cell, and neither is one of which nobody knows the day", () => {
  const facets = look([{ places: 0, series: [at([1], 22)] }, { places: 0, series: [at([1], 5.75)] }, { places: 0, series: [at([], 0)] }]);
  assert.ok(CELLS.every((cell) => find(facets, `free=${cell}`).groups.length === 0));
  assert.equal(find(facets, "").groups.length, 3);
});

test("one that keeps to no weekday is found by its time where no day is chosen, and by no day", () => {
  const facets = look([{ places: 0, series: [at([7], 19)] }, { places: 0, series: [at([1], 19)] }]);
  assert.deepEqual(find(facets, "day=tuesday").groups, [1]);
  assert.deepEqual(find(facets, "day=tuesday&time=evening").groups, [1]);
  assert.deepEqual(find(facets, "time=evening").groups, [0, 1]);
  assert.deepEqual(find(facets, "time=morning").groups, []);
  assert.equal(countOf(facets, find(facets, ""), "tue-evening"), 1);
});

/** The groups that match, by the rule and nothing else. */
function byRule(facets, groups, chosen) {
  const has = (facet, row) => {
    const { sets, values } = facets.facets[facet];
    return chosen[facet].size === 0 || sets[values[row]].some((choice) => chosen[facet].has(choice));
  };
  const all = [...facets.facets.keys()];
  const [joined, alone] = [all.filter((facet) => facets.facets[facet].joined), all.filter((facet) => !facets.facets[facet].joined)];
  let first = 0;
  return groups.flatMap(({ series }, group) => {
    const rows = series.map((_, one) => first + one);
    first += series.length;
    const fits = alone.every((facet) => has(facet, group)) && rows.some((row) => joined.every((facet) => has(facet, row)));
    return fits ? [group] : [];
  });
}

test("what is found and counted is what the rule says, whatever is chosen", () => {
  let seed = 7;
  const below = (most) => {
    seed = (seed * 48271) % 2147483647;
    return seed % most;
  };
  const some = (count, most) => [...new Set(Array.from({ length: below(count + 1) }, () => below(most)))].sort((a, b) => a - b);
  const zones = ["Europe/Berlin", "Asia/Kolkata", "America/New_York"];
  const series = () => ({ where: some(2, 2), town: some(1, 2), zone: zones[below(3)], start: below(96), days: some(2, 8) });
  const groups = Array.from({ length: 60 }, () => ({ places: below(2), series: Array.from({ length: 1 + below(3) }, series) }));
  const facets = look(groups);
  for (let round = 0; round < 60; round += 1) {
    const chosen = facets.facets.map(({ choices }) => new Set(some(2, choices.length)));
    const { groups: found, counts, without } = facets.find(chosen);
    const having = (facet, choices) => byRule(facets, groups, chosen.map((own, other) => (other === facet ? new Set(choices) : own)));
    assert.deepEqual(found, byRule(facets, groups, chosen));
    facets.facets.forEach(({ choices }, facet) => {
      assert.deepEqual([...counts[facet]], choices.map((_, choice) => having(facet, [choice]).length));
      assert.equal(without[facet], having(facet, []).length);
    });
  }
});
