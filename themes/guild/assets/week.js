// At what times of a visitor's week series of meetings start. A week has a cell for each time of each day, and the
// night has none.

import { DAY, clockAt, momentOf, zoneNamed } from "./zones.js";

const HOUR = 3_600_000;
const QUARTER = HOUR / 4;
const QUARTERS = 24 * 4;
/** A smaller number is a weekday, from Monday; another a date, so many days after a day. */
const FIRST_DATE = 7;

const weekday = (clock) => (Math.floor(clock / DAY) + 3) % 7; // day 0 was a Thursday

/**
 * The cells of each series in a time zone, by its next meetings from a moment on: the sets of cells that there are, and
 * for each series the position of its set.
 */
export function cellsIn(zone, week, now) {
  const { zones, zone: places, start: starts, meets } = week;
  const known = zones.map(zoneNamed);
  const sets = [[]];
  const positions = new Map([["", 0]]);
  const found = new Map();
  const values = places.map((place, series) => {
    const days = meets.values[series];
    const key = (days * zones.length + place) * QUARTERS + starts[series];
    if (!found.has(key)) {
      const moments = known[place] ? nextOf(meets.sets[days], starts[series], known[place], week.today, now) : [];
      found.set(key, positionOf(cellsOf(moments, zone, week.times), sets, positions));
    }
    return found.get(key);
  });
  return { sets, values };
}

/** When meetings start next: on each of their weekdays, or on their dates. */
function nextOf(days, start, zone, today, now) {
  const here = Math.floor(clockAt(zone, now) / DAY) * DAY;
  const on = (day) => momentOf(zone, day + start * QUARTER);
  return days.map((day) => {
    if (day >= FIRST_DATE) return on(Date.parse(today) + (day - FIRST_DATE) * DAY);
    const next = here + ((day - weekday(here) + 7) % 7) * DAY;
    return on(next) < now ? on(next + 7 * DAY) : on(next);
  }).filter((moment) => moment >= now);
}

/** The cells of moments in a zone, sorted. */
function cellsOf(moments, zone, times) {
  const cells = moments.flatMap((moment) => {
    const clock = clockAt(zone, moment);
    const hour = Math.floor((clock % DAY) / HOUR);
    const time = times.findIndex(({ from, until }) => hour >= from && hour < until);
    return time < 0 ? [] : [weekday(clock) * times.length + time];
  });
  return [...new Set(cells)].sort((a, b) => a - b);
}

function positionOf(cells, sets, positions) {
  const key = cells.join();
  if (!positions.has(key)) {
    positions.set(key, sets.length);
    sets.push(cells);
  }
  return positions.get(key);
}

/** The cells that an address of earlier years asks for: `day=tuesday&time=evening`, or one of the two alone. */
export function cellsAsked(params, { days, times }) {
  const asked = (name, all) => {
    const words = params.getAll(name);
    return all.flatMap(({ id }, index) => (words.includes(id) ? [index] : []));
  };
  const [onDays, atTimes] = [asked("day", days), asked("time", times)];
  if (onDays.length + atTimes.length === 0) return [];
  const every = (all) => [...all.keys()];
  const rows = onDays.length > 0 ? onDays : every(days);
  const columns = atTimes.length > 0 ? atTimes : every(times);
  return rows.flatMap((day) => columns.map((time) => day * times.length + time));
}
