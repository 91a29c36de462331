// What is meant by a time of the day, and by a length.

import { LONGEST, inFigures, once, plain } from "./meant-texts.js";

const HOUR = 60;
const DAY = 24 * HOUR;
const HALF = DAY / 2;
const PERIODS = /^(.+?) ?(?:(am|in the morning|morning)|pm|in the (?:afternoon|evening)|afternoon|evening|at night|tonight)$/;
const ROUND = /^(?:(half)(?: past)?|(quarter|5|10|20|25)(?: minutes)? (past|to)) (\d{1,2})$/;
const CLOCK = /^(\d{1,2})(?:([:.h ]?)([0-5]\d))?h?$/;
const TO = /(?: ?- ?| (?:to|until|till|bis) )/g;
const MOST_DAYS = 7;

/** A plain text in which times are read: `7 p.m. - 9 p.m.` is `7pm-9pm`. */
export const timely = (text) =>
  inFigures(plain(text)).replace(/\b([ap])\. ?m\b\.?/g, "$1m").replace(/(\d) (?=[ap]m\b)/g, "$1").replace(/(\d(?:[ap]m)?) ?- ?(?=\d)/g, "$1-");

/** The hour and the minutes in plain words, and if it is certain in which half of the day they are. */
function readClock(words) {
  const [, half, before, where, near] = ROUND.exec(words) ?? [];
  if (near) {
    const away = half ? 30 : before === "quarter" ? 15 : Number(before);
    return { hour: Number(near), minutes: where === "to" ? -away : away, isRound: true };
  }
  const [, figures, mark, minutes = 0] = CLOCK.exec(words) ?? [];
  const hour = Number(figures);
  return { hour, minutes: Number(minutes), isCertain: hour === 0 || hour >= 12 || mark === ":" && figures.length === 2 };
}

/** The minutes of the day that a text may mean, the likeliest first: people who meet at seven meet in the evening. */
function minutesOf(words) {
  const typed = words.replace(/^(?:at|um|from|@) ?/, "").replace(/ ?(?:o'?clock|uhr|hrs)(?= |$)/, "").trim();
  if (/^(?:12 ?)?(?:noon|midday)$/.test(typed)) return [HALF];
  if (/^(?:12 ?)?midnight$/.test(typed)) return [0];
  const [, told, isMorning] = PERIODS.exec(typed) ?? [];
  const { hour, minutes, isRound, isCertain } = readClock(told ?? typed);
  const isOnDial = hour >= 1 && hour <= 12;
  if (!(hour < 24) || (isRound || told) && !isOnDial) return [];
  if (isCertain && !told) return [hour * HOUR + minutes];
  const first = (hour * HOUR + minutes + DAY) % HALF;
  if (told) return [isMorning ? first : first + HALF];
  return first >= 9 * HOUR ? [first, first + HALF] : [first + HALF, first];
}

const pad = (number) => String(number).padStart(2, "0");
const clock = (minutes) => `${pad(Math.floor(minutes / HOUR))}:${pad(minutes % HOUR)}`;

/** The starts and lengths of a span: `7-8.30pm`. The end is the first one after the start, within half a day. */
function spansOf(typed) {
  const words = typed.replace(/^between (.+?) and /, "$1 to ");
  for (const { 0: mark, index } of words.matchAll(TO)) {
    const ends = minutesOf(words.slice(index + mark.length));
    const starts = ends.length ? minutesOf(words.slice(0, index)) : [];
    const found = starts.map((start) => [start, Math.min(...ends.map((end) => (end - start + DAY) % DAY || DAY))]);
    const spans = found.filter(([, length]) => length < HALF);
    if (spans.length) return spans;
  }
  return [];
}

/** What a text may mean as a time, with the `length` of a meeting where it says one. */
export function timesMeant(text, { language }) {
  if (text.length > LONGEST) return [];
  const words = timely(text).replace(/[.,]$/, "");
  const alone = minutesOf(words);
  if (alone.length) return alone.map((minutes) => ({ value: clock(minutes), shown: clock(minutes) }));
  const [, time, rest] = /^(.+?)(?:,? for |, | \()([^()]+)\)?$/.exec(words) ?? [];
  const length = rest && lengthOf(rest, language);
  const timed = length ? minutesOf(time).map((start) => [start, length]) : spansOf(words).map(([start, end]) => [start, written(0, end)]);
  return timed.map(([start, lasts]) => ({ value: clock(start), shown: `${clock(start)}, ${lengthShown(lasts, language)}`, length: lasts }));
}

/** A length as the menu of the form has it: up to 90 minutes in minutes alone, but for an hour. */
function written(days, minutes) {
  const isShort = !days && minutes <= 90 && minutes !== HOUR;
  const counts = isShort ? [[minutes, "min"]] : [[days, days === 1 ? "day" : "days"], [Math.floor(minutes / HOUR), "h"], [minutes % HOUR, "min"]];
  return counts.filter(([count]) => count).map((one) => one.join(" ")).join(" ");
}

const UNITS = { d: "day", h: "hour", m: "minute" };

/** The words for days, hours and minutes in English and in a language. */
const unitsIn = once((language) => {
  const known = new Map([["h", "h"], ["hrs", "h"], ["m", "m"], ["mins", "m"], ["d", "d"], ["'", "m"], ["′", "m"]]);
  for (const tongue of ["en", language]) {
    for (const [letter, unit] of Object.entries(UNITS)) {
      for (const unitDisplay of ["long", "short"]) {
        const format = new Intl.NumberFormat(tongue, { style: "unit", unit, unitDisplay });
        for (const count of [1, 2, 5]) {
          const [name] = format.formatToParts(count).filter(({ type }) => type === "unit");
          if (name) known.set(plain(name.value).replace(/\.$/, ""), letter);
        }
      }
    }
  }
  return known;
});

/** The minutes of what has no unit for each number: `90`, `1:30`, `1h30`. */
function bareMinutes(words) {
  const [, hours, minutes] = /^(\d{1,2})(?::| ?h ?| hours? )([0-5]\d)(?: ?h| hours?)?$/.exec(words) ?? [];
  if (hours) return hours * HOUR + Number(minutes);
  return /^\d{2,3}$/.test(words) && words >= 30 && words <= 300 && words % 5 === 0 ? Number(words) : 0;
}

/** A length as a charter writes it, or null. */
export function lengthOf(text, language) {
  if (text.length > LONGEST) return null;
  const words = inFigures(plain(text)).replace(/(\d|\bhalf)-/g, "$1 ").replace(/\.$/, "").replace(/\ba week\b/, "7 days")
    .replace(/\b(?:a )?half (?:an? )?hour\b/, "30 min").replace(/\b(?:(3)|a )? ?quarters? of an hour\b/, (_, three) => `${three ? 45 : 15} min`)
    .replace(/\ban?\b(?= (?:hour|day))/, "1").replace(/(\d+) and a half (?=\w)/, "$1.5 ")
    .replace(/(\d+) (hours?|days?) and a (half|quarter)/, (_, count, unit, part) => `${count}.${part === "half" ? 5 : 25} ${unit}`)
    .replace(/^(?:(\d+) )?([13])\/([24]) (?=\p{L})/u, (_, units = 0, part, whole) => `${Number(units) + part / whole} `);
  const bare = bareMinutes(words);
  if (bare) return written(0, bare);
  const pieces = [...words.matchAll(/(\d*[.,]?\d+) ?([^\d\s.,]+)\.?(?: and |, | |$)?/g)];
  const letters = pieces.map(([, , unit]) => unitsIn(language).get(unit)).join("");
  if (pieces.map(([whole]) => whole).join("") !== words || letters.length !== pieces.length || !/^d?h?m?$/.test(letters)) return null;
  const count = (letter) => Number(pieces[letters.indexOf(letter)]?.[1].replace(",", ".") ?? 0);
  const minutes = Math.round(100 * (count("h") * HOUR + count("m"))) / 100;
  const [days, all] = [count("d"), count("d") * DAY + minutes];
  return Number.isInteger(days) && Number.isInteger(minutes) && all >= 1 && all <= MOST_DAYS * DAY ? written(days, minutes) : null;
}

/** A length in words: `90 minutes`. */
export function lengthShown(length, language) {
  const parts = [...length.matchAll(/(\d+) (d|h|m)/g)];
  const inWords = ([, count, letter]) => new Intl.NumberFormat(language, { style: "unit", unit: UNITS[letter], unitDisplay: "long" }).format(count);
  return parts.map(inWords).join(" ");
}

/** What a text may mean as the length of a meeting. */
export function lengthsMeant(text, { language }) {
  const value = lengthOf(text, language);
  return value ? [{ value, shown: lengthShown(value, language) }] : [];
}
