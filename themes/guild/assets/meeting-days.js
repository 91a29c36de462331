// Works out the days of a series of meetings from `repeats`, `day`, `first`, `until` and `skip`, or from `dates`, and
// from `moved`.

const DAY = 86400000;
/** The days of the week, as a charter names them. */
export const WEEK = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const WORDS = { weekly: ["weeks", 1], fortnightly: ["weeks", 2], monthly: ["months", 1], quarterly: ["months", 3], yearly: ["months", 12] };
const PLACES = { first: 1, second: 2, third: 3, fourth: 4, fifth: 5, last: -1 };
const LOOK_BACK = 400; // days before a wrong first meeting in which a right one is sought
const MOST_EMPTY = 5000; // months without a meeting after which a rule is taken to have no more
const LAST_WEEK = 470000; // weeks after which a series ends: 9,000 years

/** A date `YYYY-MM-DD` as a number of days, or null if the calendar has no such day. */
export function dayOf(text) {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const [year, month, date] = text.split("-").map(Number);
  const day = dayIn(year, month - 1, date);
  return textOf(day) === text ? day : null;
}

/** A number of days as a date `YYYY-MM-DD`. */
export const textOf = (day) => new Date(day * DAY).toISOString().slice(0, 10);

/** The name of the day of the week. */
export const weekdayOf = (day) => WEEK[weekday(day)];

const weekday = (day) => (((day + 3) % 7) + 7) % 7; // day 0 was a Thursday
const dayIn = (year, month, date) => {
  const moment = new Date(0);
  moment.setUTCFullYear(year, month, date);
  return Math.round(moment.getTime() / DAY);
};

/** How often a series meets: `{unit, every}`, or null if it is not understood. */
function rhythmOf(repeats = "") {
  const plain = repeats.trim().toLowerCase().replace(/\s+/g, " ");
  if (WORDS[plain]) return { unit: WORDS[plain][0], every: WORDS[plain][1] };
  const [, every, unit] = /^every (\d+) (week|month)s?$/.exec(plain) ?? [];
  return Number(every) ? { unit: `${unit}s`, every: Number(every) } : null;
}

/** On which day: `{weekdays}`, `{places, weekday}` or `{date}`, or null if it is not understood. */
function dayWordsOf(text = "") {
  if (/^\d+$/.test(text.trim())) return { date: Number(text) };
  const words = text.trim().toLowerCase().split(/\s+/).filter((word) => word !== "and");
  const named = words.map((word) => WEEK.findIndex((name) => name.toLowerCase() === word));
  if (!named.includes(-1)) return { weekdays: named.sort() };
  const places = words.slice(0, -1).map((word) => PLACES[word]);
  return named.at(-1) < 0 ? null : { places, weekday: named.at(-1) };
}

/** The rule by which a series repeats, or null if it is not complete. */
export function ruleOf({ repeats, day, until }) {
  const rhythm = rhythmOf(repeats);
  const words = dayWordsOf(day);
  const fits = rhythm && words && (rhythm.unit === "weeks") === Boolean(words.weekdays);
  return fits ? { ...rhythm, ...words, until: dayOf(until ?? "") ?? Infinity } : null;
}

/** Whether a rule fixes its dates by itself, wherever its series begins. */
export const fixesDates = (rule) => rule.every === 1;

/** The days of a rule from the first meeting on, in order. */
function* days(rule, first) {
  if (rule.unit === "weeks") {
    const monday = first - weekday(first);
    for (let week = 0; week < LAST_WEEK; week += rule.every) {
      for (const named of rule.weekdays) {
        const day = monday + 7 * week + named;
        if (day > rule.until) return;
        if (day >= first) yield day;
      }
    }
    return;
  }
  const begin = new Date(first * DAY);
  let month = begin.getUTCFullYear() * 12 + begin.getUTCMonth();
  for (let empty = 0; empty < MOST_EMPTY; month += rule.every, empty += 1) {
    for (const day of daysIn(rule, Math.floor(month / 12), month % 12)) {
      if (day > rule.until) return;
      if (day < first) continue;
      empty = 0;
      yield day;
    }
  }
}

function daysIn(rule, year, month) {
  const begin = dayIn(year, month, 1);
  const length = dayIn(year, month + 1, 1) - begin;
  if (rule.date) return rule.date <= length ? [begin + rule.date - 1] : [];
  const first = begin + ((rule.weekday - weekday(begin) + 7) % 7);
  const all = Array.from({ length: 5 }, (_, week) => first + 7 * week).filter((day) => day < begin + length);
  const found = rule.places.map((place) => (place < 0 ? all.at(-1) : all[place - 1]));
  return [...new Set(found)].filter((day) => day !== undefined).sort((one, other) => one - other);
}

/** The first day of a rule on or after a given day, if there is one. */
export function nextOn(rule, first, from) {
  for (const day of days(rule, first)) if (day >= from) return day;
  return null;
}

/** The days of a rule from one day to another, `most` of them at most. */
export function daysBetween(rule, first, { from, to }, most) {
  const found = [];
  for (const day of days(rule, first)) {
    if (day > to || found.length === most) break;
    if (day >= from) found.push(day);
  }
  return found;
}

/** The days nearest to a wrong first meeting, before and after it, on which the series could start instead. */
export function nearestStarts(rule, day) {
  const every = { ...rule, every: 1 };
  let before = null;
  for (const found of days(every, day - LOOK_BACK)) {
    if (found >= day) break;
    before = found;
  }
  return [before, nextOn(every, day, day)].filter((found) => found !== null);
}

/** The first and the last day of a date, or of a range of dates. Null if it is neither. */
export function rangeOf(text) {
  const ends = text.split(" to ").map((end) => dayOf(end.trim()));
  return ends.length > 2 || ends.includes(null) ? null : { from: ends[0], to: ends.at(-1) };
}

/** The day from which the series of a group count that have no first meeting: that on which it was founded, or the first
 * of this year. */
export const beganOn = ({ founded = "" }, today) => dayOf(founded) ?? dayOf(`${textOf(today).slice(0, 4)}-01-01`);

/** The day from which the meetings of a series are counted: that of its first meeting, or where the rule fixes its dates
 * the first one since `began`, or since a year before its end. Null if it is not known. */
export function startOf(series, began) {
  const rule = ruleOf(series);
  if (rule && series.first) return dayOf(series.first);
  if (!rule || !fixesDates(rule)) return null;
  const since = rule.until === Infinity ? began : Math.min(began, yearBefore(rule.until));
  return nextOn({ ...rule, until: Infinity }, since, since);
}

function yearBefore(day) {
  const [year, month, date] = textOf(day).split("-").map(Number);
  return dayIn(year - 1, month - 1, month === 2 ? Math.min(date, 28) : date);
}

/** The days of the meetings of a series as they were planned, in order, without those that are left out. */
function* planned(series, began) {
  if (series.dates) {
    yield* series.dates.map(dayOf).filter((day) => day !== null).sort((one, other) => one - other);
    return;
  }
  const first = startOf(series, began);
  if (first === null) return;
  const skipped = (series.skip ?? []).map(rangeOf).filter(Boolean);
  for (const day of days(ruleOf(series), first)) {
    if (!skipped.some(({ from, to }) => from <= day && day <= to)) yield day;
  }
}

/** The meetings that are held, in order, each with its day, and its time and place if they are others. */
export function* meetingsOf(series, began) {
  const all = (series.moved ?? []).map(({ from, to, time, place }) => ({ from: dayOf(from ?? ""), day: dayOf(to ?? ""), time, place }));
  const isFirst = ({ from }, at) => all.findIndex((other) => other.from === from) === at;
  const isDated = ({ from, day }) => from !== null && day !== null;
  const moved = all.filter(isFirst).filter(isDated).sort((one, other) => one.day - other.day);
  const isMoved = new Set(moved.map(({ from }) => from));
  for (const day of planned(series, began)) {
    while (moved[0]?.day < day) yield moved.shift();
    if (!isMoved.has(day)) yield { day };
  }
  yield* moved;
}

/** The days of the next meetings of a series on or after a given day, `most` of them at most. `began`: the day from which
 * a series without a first meeting counts. */
export function coming(series, from, most, began) {
  const found = [];
  for (const { day } of meetingsOf(series, began)) {
    if (day >= from) found.push(day);
    if (found.length === most) break;
  }
  return found;
}

/** The meetings of a series that start or go on on a day or after it. */
export function* meetingsNotOver(series, today, began) {
  for (const meeting of meetingsOf(series, began)) {
    if (meeting.day + nights(meeting.time ?? series.time, series.duration) >= today) yield meeting;
  }
}

/** Whether a series has such a meeting. */
export const isOn = (series, today, began) => !meetingsNotOver(series, today, began).next().done;

/** The first day and time at which a move makes two meetings, as texts. Undefined if none does. */
export function twoAtOnce(series, began) {
  const timeOf = ({ time }) => time ?? series.time;
  const days = (series.moved ?? []).map(({ to }) => dayOf(to)).filter((day) => day !== null);
  const last = Math.max(...days);
  const seen = new Set();
  const twice = new Set();
  for (const meeting of meetingsOf(series, began)) {
    if (meeting.day > last) break;
    const at = `${textOf(meeting.day)} ${timeOf(meeting)}`;
    (seen.has(at) ? twice : seen).add(at);
  }
  const moved = (series.moved ?? []).filter(({ from }, at, all) => all.findIndex((other) => other.from === from) === at);
  const inOrder = moved.sort((one, other) => (one.from < other.from ? -1 : 1));
  return inOrder.map((one) => [one.to, timeOf(one)]).find((at) => twice.has(at.join(" ")));
}

const UNITS = [["day", 1440], ["hour", 60], ["minute", 1]]; // in minutes

/** How many minutes a meeting lasts. */
export function minutesOf(duration) {
  const parts = duration.toLowerCase().matchAll(/(\d+)\s*(d|h|m)/g);
  return [...parts].reduce((sum, [, number, letter]) => sum + number * UNITS.find(([unit]) => unit[0] === letter)[1], 0);
}

/** How many days, hours and minutes a meeting lasts, without those of which there are none: `[["hour", 2]]`. */
export function unitsOf(duration) {
  let left = minutesOf(duration);
  const counts = UNITS.map(([unit, size]) => {
    const count = Math.floor(left / size);
    left %= size;
    return [unit, count];
  });
  return counts.filter(([, count]) => count > 0);
}

/** How many midnights a meeting goes on over. */
function nights(time, duration = "") {
  const [hour, minute] = (time ?? "0:0").split(":").map(Number);
  const minutes = hour * 60 + minute + minutesOf(duration);
  return time ? Math.max(0, Math.ceil(minutes / 1440) - 1) : 0;
}

/** The last meeting of a series that is held, or null if none is. Undefined for a series without an end. */
export function lastOf(series, began) {
  const first = startOf(series, began);
  if (!series.dates && (first === null || !series.until || dayOf(series.until) === null)) return undefined;
  return [...meetingsOf(series, began)].at(-1)?.day ?? null;
}
