// Reads the files of facets, and finds and counts the groups that filters match. A group is a number here: its
// position in the list of all groups by name. So is a series of meetings, in the order of the groups.

import { cellOf, cellsAsked, cellsIn, withAnyDay } from "./week.js";

const FIRST = "#".charCodeAt(0);
const LEFT_OUT = "\\".charCodeAt(0);
const BASE = 91;
const MINUTE = 60_000;

/** What a row lacks of what is chosen: nothing, or several facets; else it is the number of the one facet. */
const NOTHING = -1;
const SEVERAL = -2;

/** Reads whole numbers written with `width` digits each. */
export function readDigits({ width, text }) {
  const numbers = new Uint32Array(text.length / width);
  for (let at = 0, index = 0; index < numbers.length; index += 1) {
    let number = 0;
    for (let place = 0; place < width; place += 1, at += 1) {
      const code = text.charCodeAt(at);
      number = number * BASE + code - FIRST - (code > LEFT_OUT ? 1 : 0);
    }
    numbers[index] = number;
  }
  return numbers;
}

/** The id of the facet of the week. */
const WEEK = "free";

const readWeek = (week) =>
  ({ ...week, zone: readDigits(week.zone), start: readDigits(week.start), meets: readSets(week.meets) });

const readSets = ({ sets, values }) => ({ sets, values: readDigits(values) });

/** For each group its first series; at the end how many there are. */
function firstSeries(counts) {
  const firsts = new Uint32Array(counts.length + 1);
  counts.forEach((count, group) => { firsts[group + 1] = firsts[group] + count; });
  return firsts;
}

/**
 * The facets, their choices, and which choices each group has. A choice may be below another, its `parent`; a group
 * that has it has the other too. The `week` of a file and its `terms` may be left out, and so are their facets then.
 *
 * Of a facet that is `joined`, each series has choices: what is chosen in all of them must hold of one series. One of
 * them is the week, whose cells depend on the time zone. A series that keeps to no weekday has a time of the day alone:
 * it matches where that time is chosen on every day.
 */
export class Facets {
  constructor(file, zone, now = Date.now()) {
    this.total = file.groups;
    this.cardsInFile = file.cards;
    this.firsts = firstSeries(readDigits(file.series));
    this.week = file.week && readWeek(file.week);
    this.facets = file.facets.flatMap((facet) => {
      const has = facet.sets ? facet : file.terms?.[facet.id];
      if (has) return [{ ...facet, ...readSets(has) }];
      return facet.id === WEEK && this.week ? [{ ...facet, isWeek: true }] : [];
    });
    if (this.week) this.lookFrom(zone, now);
  }

  /** Takes the week as it is in a time zone from a moment on. */
  lookFrom(zone, now = Date.now()) {
    if (zone === this.zone) return;
    this.zone = zone;
    Object.assign(this.facets.find(({ isWeek }) => isWeek), cellsIn(zone, this.week, now));
  }

  /** Tells whether a moment is at one of the times of the week that are chosen; undefined where none is. */
  atChosenTime(chosen) {
    const cells = chosen[this.facets.findIndex(({ isWeek }) => isWeek)];
    if (!cells?.size) return undefined;
    return (moment) => cellOf({ moment }, this.zone, this.week.times).some((cell) => cells.has(cell));
  }

  /** What is chosen in each facet, from the query of an address: `subject=resilience&free=tue-evening`. */
  read(params) {
    return this.facets.map(({ id, choices, isWeek }) => {
      const words = params.getAll(id);
      const asked = choices.flatMap((choice, index) => (words.includes(choice.id) ? [index] : []));
      return new Set(isWeek ? [...asked, ...cellsAsked(params, this.week)] : asked);
    });
  }

  /** The choices of a facet that are directly below one, or those that are below none. */
  below(facet, above) {
    return this.facets[facet].choices.flatMap(({ parent }, index) => (parent === above ? [index] : []));
  }

  /** What is above a choice of a facet, the nearest first. */
  above(facet, choice) {
    const { parent } = this.facets[facet].choices[choice];
    return parent === undefined ? [] : [parent, ...this.above(facet, parent)];
  }

  /** Adds what is chosen to the query of an address. */
  write(chosen, params) {
    this.facets.forEach(({ id, choices }, facet) => {
      for (const index of [...chosen[facet]].sort((a, b) => a - b)) params.append(id, choices[index].id);
    });
    return params;
  }

  /**
   * Finds the groups that match in every facet: they have one of its chosen choices, or nothing is chosen there. Of
   * the facets that are joined, this holds for one of their series.
   *
   * `groups` are those groups. `counts` says how many would match if a choice alone were chosen in its facet, and
   * `without` how many if nothing were chosen in a facet; the other facets stay as they are.
   */
  find(chosen) {
    const { ofGroups, ofSeries } = this.active(chosen);
    const tally = new Tally(this.facets);
    const groups = [];
    for (let group = 0; group < this.total; group += 1) {
      const lacks = lacking(ofGroups, group);
      if (lacks === SEVERAL) continue;
      const series = this.seriesOf(group, ofSeries);
      const isHeld = series.some(([, lacked]) => lacked === NOTHING);
      if (lacks === NOTHING) {
        tally.series(group, series, isHeld);
        if (isHeld) {
          groups.push(group);
          tally.group(group);
        }
      } else if (isHeld) {
        tally.groupBut(group, lacks);
      }
    }
    return { groups, counts: tally.counts(), without: tally.without.map((more) => more + groups.length) };
  }

  /** The facets in which something is chosen, those of groups and those of series. */
  active(chosen) {
    const active = chosen.flatMap((choices, facet) => {
      const { sets, values, joined, isWeek } = this.facets[facet];
      const all = isWeek ? withAnyDay(choices, this.week) : choices;
      const fits = (set) => set.some((choice) => all.has(choice));
      return choices.size > 0 ? [{ facet, joined, fits: sets.map(fits), values }] : [];
    });
    return { ofGroups: active.filter(({ joined }) => !joined), ofSeries: active.filter(({ joined }) => joined) };
  }

  /** The series of a group that lack one facet at most, each with what it lacks. */
  seriesOf(group, active) {
    const series = [];
    for (let one = this.firsts[group]; one < this.firsts[group + 1]; one += 1) {
      const lacks = lacking(active, one);
      if (lacks !== SEVERAL) series.push([one, lacks]);
    }
    return series;
  }
}

function lacking(active, row) {
  let lacks = NOTHING;
  for (const { facet, fits, values } of active) {
    if (!fits[values[row]]) {
      if (lacks !== NOTHING) return SEVERAL;
      lacks = facet;
    }
  }
  return lacks;
}

/** Counts the groups that have each choice. */
class Tally {
  constructor(facets) {
    this.facets = facets;
    this.joined = [...facets.keys()].filter((facet) => facets[facet].joined);
    this.perSet = facets.map(({ sets }) => new Uint32Array(sets.length));
    this.perChoice = facets.map(({ choices }) => new Uint32Array(choices.length));
    this.without = new Uint32Array(facets.length);
  }

  /** A group that lacks nothing. */
  group(group) {
    this.facets.forEach(({ values, joined }, facet) => { if (!joined) this.perSet[facet][values[group]] += 1; });
  }

  /** A group that lacks one facet. */
  groupBut(group, facet) {
    this.without[facet] += 1;
    this.perSet[facet][this.facets[facet].values[group]] += 1;
  }

  /** The choices of series that lack no other facet: each counts once for their group. */
  series(group, series, isHeld) {
    for (const facet of this.joined) {
      const { sets, values } = this.facets[facet];
      const near = series.filter(([, lacks]) => lacks === NOTHING || lacks === facet);
      if (near.length === 0) continue;
      if (!isHeld) this.without[facet] += 1;
      if (near.length === 1) this.perSet[facet][values[near[0][0]]] += 1;
      else for (const choice of new Set(near.flatMap(([one]) => sets[values[one]]))) this.perChoice[facet][choice] += 1;
    }
  }

  counts() {
    return this.facets.map(({ sets }, facet) => {
      const counts = this.perChoice[facet];
      sets.forEach((set, index) => set.forEach((choice) => {
        if (choice < counts.length) counts[choice] += this.perSet[facet][index];
      }));
      return counts;
    });
  }
}

/** Sorts groups by a file of orders: `newest` first, or by their `next` meeting that has not ended at a moment. */
export function inOrder(groups, sort, { newest, next }, now) {
  if (sort === "newest") {
    const rank = new Uint32Array(newest.length);
    newest.forEach((group, index) => { rank[group] = index; });
    return [...groups].sort((a, b) => rank[a] - rank[b]);
  }
  const start = (group) => next(group).find(({ end }) => end >= now)?.start ?? Infinity;
  const starts = new Map(groups.map((group) => [group, start(group)]));
  return [...groups].sort((a, b) => (starts.get(a) - starts.get(b) || 0) || a - b);
}

/** Reads a file of orders: all groups, `newest` first, and a function that gives the `next` meetings of one. */
export function readOrders(file) {
  const [newest, days, minutes, lasts] = [file.newest, file.days, file.minutes, file.lasts].map(readDigits);
  const each = days.length / newest.length;
  const next = (group) => {
    const meetings = [];
    let day = Date.parse(file.from) / MINUTE;
    for (let at = group * each; at < (group + 1) * each && days[at] > 0; at += 1) {
      day += (days[at] - 1) * 24 * 60;
      const start = (day + minutes[at]) * MINUTE;
      meetings.push({ start, end: start + file.spans[lasts[at]] * MINUTE });
    }
    return meetings;
  };
  return { newest, next };
}
