// On which days a series of meetings is held, in English: as the program says it of a rule that a charter has in words.

import { ruleOf, startOf, WEEK } from "./meeting-days.js";

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const ORDINALS = { 1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", [-1]: "last" };

const format = (options) => {
  const dates = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", month: "long", ...options });
  return (day) => dates.format(day * 86_400_000);
};
const inEnglish = format({ day: "numeric", year: "numeric" });
const monthInEnglish = format({});

const number = (count) => NUMBERS[count] ?? String(count);
const sentence = (phrase) => phrase.replace(/^the /, "").replace(/^./, (first) => first.toUpperCase());

function ordinal(date) {
  const ending = Math.trunc(date / 10) === 1 ? "th" : ["th", "st", "nd", "rd"][date % 10] ?? "th";
  return `${date}${ending}`;
}

/** The days of a rule in a month, and whether they are several or some months lack them. */
function daysOfMonth({ date, places, weekday }) {
  if (date) return { text: `the ${ordinal(date)}`, many: false, isMissing: date > 28 };
  const inOrder = [...new Set(places)].sort((one, other) => (one < 0) - (other < 0) || one - other);
  const names = inOrder.map((place) => ORDINALS[place]).join(" and ");
  return { text: `the ${names} ${WEEK[weekday]}`, many: inOrder.length > 1, isMissing: places.includes(5) };
}

/** A rule of months as a phrase. `first` is the day of a meeting, or null if none is known. */
function byMonth(rule, first) {
  const { text, many, isMissing } = daysOfMonth(rule);
  const ifAny = (one, several) => (isMissing ? (many ? several : one) : "");
  if (rule.every === 1) return `${text} of each month${ifAny(" that has one", ", where it has them")}`;
  if (rule.every % 12) {
    return `every ${number(rule.every)} months on ${text}${ifAny(", if the month has one", ", where the month has them")}`;
  }
  const years = rule.every === 12 ? "every year" : `every ${number(rule.every / 12)} years`;
  if (first === null) return `${years} on ${text} of one month`;
  const month = monthInEnglish(first);
  if (!rule.date) return isMissing && many ? null : `${years} on ${text} of ${month}${ifAny(", if it has one", "")}`;
  if (month !== "February" || rule.date < 29) return `${years} on ${rule.date} ${month}`;
  return rule.every === 12 ? "every leap year on 29 February" : null;
}

/** On which days a series meets: `Second Tuesday of each month`. Null where words do not say it: what a recurrence rule
 * means is known to the program alone. */
export function rhythm(series, began) {
  const rule = ruleOf(series);
  if (!rule) return series.when ?? null;
  const first = startOf(series, began);
  const weekdays = rule.weekdays?.map((day) => WEEK[day]).join(" and ");
  const byWeek = rule.every === 1 ? `every ${weekdays}` : `every ${number(rule.every)} weeks on ${weekdays}`;
  const phrase = weekdays ? byWeek : byMonth(rule, first);
  const ending = rule.until < Infinity && first !== null ? `, until ${inEnglish(rule.until)}` : "";
  return phrase && sentence(phrase) + ending;
}
