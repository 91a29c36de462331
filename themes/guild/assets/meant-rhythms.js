// What is meant by how often a group meets, and when: `every other Tuesday at 7pm for 90 minutes`.

import { WEEK } from "./meeting-days.js";
import { namesIn } from "./meant-dates.js";
import { LONGEST, named, once, plain } from "./meant-texts.js";
import { lengthOf, lengthShown, timely, timesMeant } from "./meant-times.js";
import { zonesMeant, zonesOf } from "./meant-zones.js";
import { listed, sayer } from "./words.js";

const say = sayer("words:script-meant- form-weekly form-fortnightly form-monthly form-quarterly form-yearly form-first form-second form-third form-fourth form-fifth form-last");

const UNITS = { week: ["weeks", 1], fortnight: ["weeks", 2], month: ["months", 1], quarter: ["months", 3], year: ["months", 12] };
const ADVERBS = { weekly: ["weeks", 1], fortnightly: ["weeks", 2], monthly: ["months", 1], quarterly: ["months", 3], yearly: ["months", 12], annually: ["months", 12] };
const NAMES = { "weeks 1": "weekly", "weeks 2": "fortnightly", "months 1": "monthly", "months 3": "quarterly", "months 12": "yearly" };
const EVERY = { weeks: "script-meant-weeks", months: "script-meant-months" };
const PLACES = ["first", "second", "third", "fourth", "fifth", "last"];
const FIGURES = { "1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth" };
const FILLING = /^(?:on|the|of|and|&|in|a|at|from|for|each|every|day|days|we|meet|meets|meeting|meetings|lasting|evenings?|mornings?|afternoons?)$/;
const UNCERTAIN = /\b(?:not|except|or|unless|but|usually|sometimes|mostly|most|some|about|varies|alternating|if|when|no|(?:first|last) meetings?)\b/;
const OF_INTERVALS = /^(?:once|twice|other|alternate|\d+|bi-?(?:week|month)ly|(?:week|fortnight|month|quarter|year)(?:s|ly)?|annually|per)$/;
const ELSEWHERE = /^(?:online|via|by|hosted|starting|beginning|in|at|on)$/;
const TWICE = Symbol("twice a week"); // what no field of the form says
const LONGEST_PART = 8; // words of a time, a length or a zone

/** Takes the words of a unit and of how many of it out: the readings of `weeks` or `months`, and the words that are left. */
function takeInterval(words) {
  let readings = null;
  const take = (pattern, readingsOf) => {
    if (!readings) words = words.replace(pattern, (_, one, other) => { readings = readingsOf(one, other); return " "; });
  };
  take(/ bi-?weekly /, () => [["weeks", 2], ["weeks", 1, "twice"]]);
  take(/ bi-?monthly /, () => [["months", 2], ["weeks", 2]]);
  take(/ (?:once )?(?:every|each) ([1-9]\d?) (week|month|year)s? /, (count, unit) => [[UNITS[unit][0], UNITS[unit][1] * count]]);
  take(/ (?:once )?(?:every|each) (?:other|second|2nd|alternate) (week|month) /, (unit) => [[UNITS[unit][0], 2]]);
  take(/ (?:every other|(?:every )?alternate) /, () => [["weeks", 2]]);
  take(/ twice (?:a|each|every|per) week /, () => [["weeks", 1, "twice"]]);
  take(/ (?:once )?(?:of|in|a|the|each|every|per)(?: (?:a|the|each|every))? (week|fortnight|month|quarter|year) /, (unit) => [UNITS[unit]]);
  take(/ (weekly|fortnightly|monthly|quarterly|yearly|annually) /, (word) => [ADVERBS[word]]);
  return { readings, rest: words };
}

/** What a word says of when: a place in the month, a date, a weekday, or nothing by itself. Undefined for another word. */
function partOf(word, weekdays) {
  const place = FIGURES[word] ?? word;
  if (PLACES.includes(place)) return { place };
  const [, date] = /^(\d{1,2})(?:st|nd|rd|th|\.)$/.exec(word) ?? [];
  if (date) return { date };
  const weekday = named(weekdays, word) ?? named(weekdays, word.replace(/s$/, ""));
  return weekday ? { weekday } : FILLING.test(word) ? {} : undefined;
}

/** Places, dates and weekdays in some words, and whether they come again and again. Null if there is another word. */
function sorted(words, weekdays) {
  const parts = words.trim().split(/ +/).map((word) => (word ? partOf(word, weekdays) : {}));
  if (parts.includes(undefined)) return null;
  const all = (name) => [...new Set(parts.map((part) => part[name]).filter(Boolean))];
  return { places: all("place"), dates: all("date"), weekdays: all("weekday"), isOften: / (?:every|each) | (?!(?:tue|thur|wed|day|meet\w*)s )\p{L}+s /u.test(words) };
}

/** The fields of a rhythm. */
function fieldsFor([unit, every], more) {
  const name = NAMES[`${unit} ${every}`];
  return { ...(name ? { repeats: name } : { repeats: unit, every: String(every) }), ...more };
}

/** What plain words may mean as a rhythm: the fields of each reading. */
function rhythmsOf(words, weekdays) {
  const { readings, rest } = takeInterval(` ${words} `);
  const found = sorted(rest, weekdays);
  if (!found || found.weekdays.length > 2 || found.dates.length > 1) return [];
  const { places, weekdays: [weekday, other], dates, isOften } = found;
  const isBare = !weekday && places.length === 1 && places[0] !== "last"; // `the 1st of the month`
  const date = dates[0] ?? (isBare ? String(PLACES.indexOf(places[0]) + 1) : undefined);
  const fits = ([unit]) => (places.length || date ? unit === "months" : unit === "weeks" || !other);
  if (date) return weekday || dates.length && places.length ? [] : (readings ?? []).filter(fits).map((of) => fieldsFor(of, { which: "date", date }));
  if (places.length) {
    if (!weekday || other) return [];
    const inMonth = (readings ?? [["months", 1]]).filter(fits).map((of) => fieldsFor(of, { which: places.join(" and "), weekday }));
    const count = PLACES.indexOf(places[0]) + 1;
    const mayBeWeeks = isOften && !readings && places.length === 1 && count > 1 && places[0] !== "last"; // `every second Tuesday`
    return mayBeWeeks ? [fieldsFor(["weeks", count], { weekday }), ...inMonth] : inMonth;
  }
  const all = readings ?? (isOften && weekday ? [["weeks", 1]] : []);
  const isWhole = ([, , twice]) => !twice || !weekday || other;
  return all.filter(fits).filter(isWhole).map((of) => ({ ...fieldsFor(of, { ...(weekday && { weekday }), ...(other && { other }) }), ...(of[2] && !weekday && { [TWICE]: true }) }));
}

const TIMED = /\d[:.]\d\d|\d[ap]m\b|\d uhr|noon|midday|midnight|o'clock|half past|quarter (?:to|past)|\dh\d\d|^\d\d?-\d\d?$|^(?:at|from|um|@|between) /;

/** Reads the times, the length and the zones within the words of a part of a text into `found`. Returns the other words. */
function readPart(words, isFirst, found, context) {
  const others = [];
  let end = null; // of what was read last
  const isRead = (at, to) => {
    const part = words.slice(at, to).join(" ");
    const isWhole = !isFirst && to - at === words.length;
    const before = words[at - 1];
    const times = !found.times && (isWhole || TIMED.test(part)) ? timesMeant(part, context) : [];
    if (times.length) return Boolean(found.times = times);
    const mayLast = /^(?:for|lasting)$/.test(before) || /[a-z']/.test(part) && !/^(?:every|each)$/.test(before) && !/days?\b|weeks?\b/.test(part);
    const length = !found.length && mayLast ? lengthOf(part, context.language) : null;
    if (length) return Boolean(found.length = length);
    const isPlace = isWhole || / time$|\//.test(part) || found.times && at === end && !FILLING.test(part);
    const zones = isPlace && !found.zones ? zonesOf(part, context) : [];
    if (zones.length) found.zones = zones;
    return zones.length > 0 && (!isWhole || / time$|\//.test(part)); // a town may be where they meet as well
  };
  for (let at = 0; at < words.length; ) {
    let to = Math.min(words.length, at + LONGEST_PART);
    while (to > at && !isRead(at, to)) to -= 1;
    if (to === at) others.push(words[at]);
    else end = to;
    at = Math.max(to, at + 1);
  }
  return others;
}

const weekdayNames = once((language) => {
  const format = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
  return WEEK.map((_, at) => format.format((at + 4) * 86_400_000)); // 5 January 1970 was a Monday
});

/** A rhythm in words: `Every two weeks on Tuesday`. */
function rhythmShown({ repeats, every, which, weekday, other, date }, isTwice, language) {
  const rhythm = isTwice ? say("script-meant-twice") : every ? say(EVERY[repeats], { n: every }) : say(`form-${repeats}`);
  const dayOf = (name) => weekdayNames(language)[WEEK.indexOf(name)];
  if (which === "date") return say("script-meant-on-date", { rhythm, date });
  if (!weekday) return rhythm;
  const days = listed([weekday, other].filter(Boolean).map(dayOf), "conjunction");
  if (!which) return say("script-meant-on", { rhythm, days });
  const place = listed(which.split(" and ").map((one) => say(`form-${one}`)), "conjunction");
  return say("script-meant-on-place", { rhythm, place, weekday: days });
}

/** The words of a part that are about when, and those about something else: `on Zoom`. */
function cut(words, weekdays) {
  const strange = words.findIndex((word) => !partOf(word, weekdays) && !OF_INTERVALS.test(word));
  if (strange < 0) return [words, []];
  const isFilling = (word) => FILLING.test(word);
  const led = words.findLastIndex((word, at) => at <= strange && ELSEWHERE.test(word) && words.slice(at, strange).every(isFilling));
  const begin = led >= 0 ? led : words.slice(0, strange).every(isFilling) ? strange : words.length;
  return [words.slice(0, begin), words.slice(begin)];
}

/** Plain words with the capitals and accents of a text, where it has them in one piece. */
function asTyped(words, text) {
  const letters = [...text.normalize("NFC")];
  const bare = letters.map((letter) => (plain(letter).length === 1 ? plain(letter) : " ")).join("");
  const at = bare.indexOf(words);
  return at < 0 ? words : letters.slice(at, at + words.length).join("");
}

/** The parts of a text: its words about the rhythm, those about something else, and the times, length and zones in it. */
function readParts(words, text, context, weekdays) {
  const found = {};
  const [about, left] = [[], []];
  words.split(/ ?[,;()] ?| - |[.:](?: |$)/).filter(Boolean).forEach((part, at) => {
    const [own, other] = cut(readPart(part.split(" "), at === 0, found, context), weekdays);
    about.push(...own);
    if (other.length) left.push(asTyped(other.join(" "), text));
  });
  return { ...found, about: about.join(" "), left: left.join(", ") };
}

/** The times that are in the part of the day that some words name. */
function timesWithin(times, words) {
  const isLate = /\b(?:evening|afternoon)s?\b/.test(words);
  const isNamed = isLate || /\bmornings?\b/.test(words);
  const fitting = times.filter(({ value }) => !isNamed || (value >= "12:00") === isLate);
  return fitting.length ? fitting : times;
}

/** What a text may mean as the rhythm of a series: the fields of the form, and in `left` the words about something else. */
export function rhythmsMeant(text, context) {
  const words = text.length > LONGEST ? "" : timely(text);
  if (!words || UNCERTAIN.test(words)) return [];
  const { weekdays } = namesIn(context.language);
  const { about, left, times, length, zones = [] } = readParts(words, text, context, weekdays);
  const [timezone] = zones.length === 1 ? zones : [];
  const readings = rhythmsOf(about, weekdays).flatMap((rhythm) => (times ? timesWithin(times, words) : [{}]).map((time) => ({ rhythm, time })));
  return readings.map(({ rhythm: { [TWICE]: isTwice, ...rhythm }, time: { value: time, length: duration = length } }) => {
    const value = { ...rhythm, ...(time && { time }), ...(duration && { duration }), ...(timezone && { timezone }) };
    const shown = [rhythmShown(rhythm, isTwice, context.language), time, duration && lengthShown(duration, context.language), timezone && zonesMeant(timezone, context)[0].shown];
    return { value, shown: shown.filter(Boolean).join(", "), ...(left && { left }) };
  });
}
