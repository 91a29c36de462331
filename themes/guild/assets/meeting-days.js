// Works out the days of a series of meetings from `repeats`, `day`, `first`, `until` and `skip`, or from `dates`.

const DAY = 86400000;
const WEEK = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const WORDS = { weekly: ["weeks", 1], fortnightly: ["weeks", 2], monthly: ["months", 1], quarterly: ["months", 3] };
const PLACES = { first: 1, second: 2, third: 3, fourth: 4, last: -1 };
const LOOK_BACK = 400; // days before a wrong first meeting in which a right one is sought
const MOST_EMPTY = 5000; // months without a meeting after which a rule is taken to have no more

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
  return unit ? { unit: `${unit}s`, every: Number(every) } : null;
}

/** On which day: `{weekday}`, `{places, weekday}` or `{date}`, or null if it is not understood. */
function dayWordsOf(text = "") {
  const words = text.trim().toLowerCase().split(/\s+/);
  const named = WEEK.findIndex((name) => name.toLowerCase() === words.at(-1));
  if (/^\d+$/.test(text.trim())) return { date: Number(text) };
  if (named < 0) return null;
  const places = words.slice(0, -1).filter((word) => word !== "and").map((word) => PLACES[word]);
  return places.length ? { places, weekday: named } : { weekday: named };
}

/** The rule by which a series repeats, or null if it is not complete. */
export function ruleOf({ repeats, day, until }) {
  const rhythm = rhythmOf(repeats);
  const words = dayWordsOf(day);
  const fits = rhythm && words && (rhythm.unit === "weeks") === (words.weekday !== undefined && !words.places);
  return fits ? { ...rhythm, ...words, until: dayOf(until ?? "") ?? Infinity } : null;
}

/** Whether a rule fixes its dates by itself, wherever its series begins. */
export const fixesDates = (rule) => rule.every === 1;

/** The days of a rule from the first meeting on, in order. */
function* days(rule, first) {
  if (rule.unit === "weeks") {
    const start = first - weekday(first) + rule.weekday;
    for (let day = start; day <= rule.until; day += 7 * rule.every) {
      if (day >= first) yield day;
      if (day > first + 366 * 9000) return;
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
  return [...new Set(found)].sort((one, other) => one - other);
}

/** The first day of a rule on or after a given day, if there is one. */
export function nextOn(rule, first, from) {
  for (const day of days(rule, first)) if (day >= from) return day;
  return null;
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

/** The days of the meetings of a series, in order, without those that are skipped. `began`: the day from which a
 * series without a first meeting counts. */
function* meetingsOf(series, began) {
  if (series.dates) {
    yield* series.dates.map(dayOf).filter((day) => day !== null).sort((one, other) => one - other);
    return;
  }
  const rule = ruleOf(series);
  const first = dayOf(series.first ?? "") ?? (rule && fixesDates(rule) ? began : null);
  if (!rule || first === null) return;
  const skipped = new Set((series.skip ?? []).map(dayOf));
  for (const day of days(rule, first)) if (!skipped.has(day)) yield day;
}

/** The next meetings of a series on or after a given day, `most` of them at most. */
export function coming(series, from, most, began = from) {
  const found = [];
  for (const day of meetingsOf(series, began)) {
    if (day >= from) found.push(day);
    if (found.length === most) break;
  }
  return found;
}

/** The last meeting of a series, if it has an end. */
export function lastOf(series, began) {
  const rule = ruleOf(series);
  const isUndated = rule && !series.first && !fixesDates(rule);
  if (!series.dates && (isUndated || (rule?.until ?? Infinity) === Infinity)) return null;
  return [...meetingsOf(series, began)].at(-1) ?? dayOf(series.first ?? "") ?? began;
}
