// At what times of a visitor's week series of meetings start. A week has a cell for each time of each day, and the
// night has none. After those come the cells of no weekday, one for each time: of series that keep to none.

import { DAY, clockAt, momentOf, zoneNamed } from "./zones.js";

const HOUR = 3_600_000;
const QUARTER = HOUR / 4;
const QUARTERS = 24 * 4;
/** What series have that keep to no weekday, after Sunday. */
const NO_WEEKDAY = 7;

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
      const meetings = known[place] ? nextOf(meets.sets[days], starts[series], known[place], now) : [];
      found.set(key, positionOf(cellsOf(meetings, zone, week.times), sets, positions));
    }
    return found.get(key);
  });
  return { sets, values };
}

/** When meetings start next on each of their weekdays; on no weekday, as if that were today. */
function nextOf(days, start, zone, now) {
  const here = Math.floor(clockAt(zone, now) / DAY) * DAY;
  const on = (day) => momentOf(zone, day + start * QUARTER);
  return days.map((day) => {
    if (day === NO_WEEKDAY) return { moment: on(here), day };
    const next = here + ((day - weekday(here) + 7) % 7) * DAY;
    return { moment: on(next) < now ? on(next + 7 * DAY) : on(next) };
  });
}

/** The cells of meetings in a zone, sorted. */
function cellsOf(meetings, zone, times) {
  return [...new Set(meetings.flatMap((meeting) => cellOf(meeting, zone, times)))].sort((a, b) => a - b);
}

/** The cell of a meeting that starts at a moment, of its weekday or another day: none in the night. */
export function cellOf({ moment, day }, zone, times) {
  const clock = clockAt(zone, moment);
  const hour = Math.floor((clock % DAY) / HOUR);
  const time = times.findIndex(({ from, until }) => hour >= from && hour < until);
  return time < 0 ? [] : [(day ?? weekday(clock)) * times.length + time];
}

function positionOf(cells, sets, positions) {
  const key = cells.join();
  if (!positions.has(key)) {
    positions.set(key, sets.length);
    sets.push(cells);
  }
  return positions.get(key);
}

/** Some cells, and those of no weekday whose time is chosen on every day. */
export function withAnyDay(cells, { days, times }) {
  const isOnEveryDay = (time) => days.every((_, day) => cells.has(day * times.length + time));
  const anyDay = [...times.keys()].filter(isOnEveryDay).map((time) => NO_WEEKDAY * times.length + time);
  return new Set([...cells, ...anyDay]);
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
