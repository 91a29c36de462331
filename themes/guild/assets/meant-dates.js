// What is meant by a date, or by a list of dates and ranges.

import { WEEK, dayOf, textOf, weekdayOf } from "./meeting-days.js";
import { LONGEST, different, named, once, plain } from "./meant-texts.js";

const LEAP = 8; // years in which there is a 29 February at least once
const MOST = 10_000; // letters of a list
const FILLING = /^(?:of|the|on|de|del|le|am|den|der|el)$/;
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th|er|º|ª)?$/;
const YEAR = /^(?:19|20)\d\d$/;
const DAY_ALONE = /^\d{1,2}(?:st|nd|rd|th|\.)?$/;

const CALENDAR = { calendar: "gregory", timeZone: "UTC" };
const momentOf = (day) => day * 86_400_000;

/** The names of months, 1 to 12, weekdays and days near today, in English and in a language. */
export const namesIn = once((language) => {
  const [months, weekdays, near] = [new Map(), new Map([["weds", WEEK[2]]]), new Map()];
  for (const tongue of ["en", language]) {
    const nameIn = (type, options) => {
      const format = new Intl.DateTimeFormat(tongue, { ...options, ...CALENDAR });
      return (day) => plain(format.formatToParts(momentOf(day)).find((part) => part.type === type).value).replace(/\.$/, "");
    };
    for (const width of ["long", "short"]) {
      for (const more of [{}, { day: "numeric" }]) {
        const monthOf = nameIn("month", { month: width, ...more });
        for (let at = 0; at < 12; at += 1) months.set(monthOf(at * 31), at + 1); // of 1970
      }
      const nameOf = nameIn("weekday", { weekday: width });
      for (let day = 0; day < 7; day += 1) weekdays.set(nameOf(day), weekdayOf(day));
    }
    const relative = new Intl.RelativeTimeFormat(tongue, { numeric: "auto" });
    for (const days of [-1, 0, 1]) near.set(plain(relative.format(days, "day")), days);
  }
  return { months, weekdays, near };
});

const pad = (number) => String(number).padStart(2, "0");

/** A date without its year is the next from today on, or the last up to today. */
function daysOf({ year, month, date }, today, isPast) {
  const dayIn = (of) => dayOf(`${of}-${pad(month)}-${pad(date)}`);
  const now = Number(textOf(today).slice(0, 4));
  if (year) {
    const century = isPast && 2000 + Number(year) > now ? 1900 : 2000;
    return [dayIn(year.length === 2 ? century + Number(year) : year)].filter((day) => day !== null);
  }
  for (let ahead = 0; ahead <= LEAP; ahead += 1) {
    const day = dayIn(isPast ? now - ahead : now + ahead);
    if (day !== null && (isPast ? day <= today : day >= today)) return [day];
  }
  return [];
}

/** `3.12.26`, `3/12/2026`, `2026-12-03`. Where a dot is between them, the day comes first; else in both orders, or in one of them. */
function inDigits(words, today, isPast, order) {
  const [, iso, , isoMonth, isoDate] = /^((?:19|20)\d\d)([-/.])(\d\d?)\2(\d\d?)$/.exec(words) ?? [];
  if (iso) return daysOf({ year: iso, month: isoMonth, date: isoDate }, today, isPast);
  const [, one, mark, other, year] = /^(\d\d?)([-/.])(\d\d?)(?:\2((?:19|20)?\d\d))?\.?$/.exec(words) ?? [];
  if (!one || mark === "-" && !year) return [];
  const orders = [{ year, month: other, date: one }, { year, month: one, date: other }].map((parts) => daysOf(parts, today, isPast));
  return mark === "." ? orders[0] : orders[order] ?? orders.flat();
}

/** The weekday before or after a day that is nearest to it. */
const nearest = (weekday, day) => [0, -1, 1, -2, 2, -3, 3].map((far) => day + far).find((near) => weekdayOf(near) === weekday);

/** A weekday alone is the coming one. The next may be that, or the one in the week after, unless today is in the week before. */
function onWeekday(weekday, which, today, isPast) {
  const week = Array.from({ length: 8 }, (_, far) => (isPast ? today - far : today + far));
  const near = week.find((day) => weekdayOf(day) === weekday && !(which && day === today));
  if (isPast) return !which || which === "last" ? [near] : [];
  if (!which) return near === today ? [today, today + 7] : [near];
  if (which === "last") return [];
  const isThisWeek = WEEK.indexOf(weekday) > WEEK.indexOf(weekdayOf(today));
  return which === "next" && isThisWeek ? [near + 7, near] : [near];
}

/** `Tues 8 Dec 2026`, `3rd of December, 2026`, `next Tuesday`. */
function inWords(words, { months, weekdays }, today, isPast) {
  if (/\d ?- ?\d/.test(words)) return []; // a range
  const told = {};
  const tell = (part, value) => value !== undefined && told[part] === undefined && Boolean(told[part] = value);
  for (const word of words.split(/[\s,./'()-]+/).filter((it) => it && !FILLING.test(it))) {
    const isTold = YEAR.test(word) ? tell("year", word)
      : ORDINAL.test(word) ? tell("date", ORDINAL.exec(word)[1]) || told.month && /^\d\d$/.test(word) && tell("year", word)
      : /^(?:next|this|coming|last)$/.test(word) ? tell("which", word)
      : tell("month", named(months, word)) || tell("weekday", named(weekdays, word));
    if (!isTold) return [];
  }
  const { date, month, weekday, which, year } = told;
  if (!date && !month && !year && weekday) return onWeekday(weekday, which, today, isPast);
  if (!date || !month || which) return [];
  const days = daysOf(told, today, isPast);
  return !weekday ? days : days.flatMap((day) => [...new Set([day, nearest(weekday, day)])]);
}

/** The days, as numbers, that a text may mean; the `order` of day and month is 0 or 1 if it is known. */
function readDays(text, { language }, today, isPast = false, order) {
  if (text.length > LONGEST) return [];
  const words = plain(text);
  const names = namesIn(language);
  if (names.near.has(words)) return [today + names.near.get(words)];
  const isInDigits = /^[\d./ -]+$/.test(words);
  const days = isInDigits ? inDigits(words.replace(/ ?([-./]) ?/g, "$1"), today, isPast, order) : inWords(words, names, today, isPast);
  return [...new Set(days)];
}

const longDay = once((language) =>
  new Intl.DateTimeFormat(language, { weekday: "long", day: "numeric", month: "long", year: "numeric", ...CALENDAR }));

/** What a text may mean as a date: the next from today on, or the last up to today. */
export function datesMeant(text, context, isPast) {
  const days = readDays(text, context, dayOf(context.today), isPast);
  return days.map((day) => ({ value: textOf(day), shown: longDay(context.language).format(momentOf(day)) }));
}

/** A date or a range in a list, as its first and its last day, or null. */
function itemOf(text, context, order) {
  if (text.length > LONGEST) return null;
  const today = dayOf(context.today);
  const read = (part, from, isPast) => {
    const days = readDays(part, context, from, isPast, order);
    return days[order] ?? days.at(-1) ?? null;
  };
  const alone = read(text, today);
  if (alone !== null) return [alone, alone];
  const ends = (/\p{L}/u.test(text) ? text.replace(/(?<![\d-])(\d{1,2}(?:st|nd|rd|th)?)-(?=\d{1,2}(?!\d|-))/, "$1 – ") : text).replace(/\s*[–—]\s*/g, " - ").split(/\s(?:-|to|until|till|bis)\s/i);
  if (ends.length !== 2) return null;
  const [begin, end] = borrowed(ends);
  const last = read(end, today);
  const first = last === null ? null : read(begin, last, true);
  if (first === null) return null;
  const until = first > last ? read(end, first) : last;
  return until > first ? [first, until] : null;
}

/** Days that stand alone, with the month of the next date, or of the one before: `8, 15 and 22 December`. */
function borrowed(parts) {
  const whole = [...parts];
  for (let at = whole.length - 2; at >= 0; at -= 1) {
    const [, rest] = /^\D*\d{1,2}(?:st|nd|rd|th)?([ .]*\p{L}.*)$/u.exec(whole[at + 1]) ?? [];
    if (DAY_ALONE.test(whole[at]) && rest) whole[at] += ` ${rest}`;
  }
  for (let at = 1; at < whole.length; at += 1) {
    if (DAY_ALONE.test(whole[at])) whole[at] = whole[at - 1].replace(/\d{1,2}(?:st|nd|rd|th)?/, whole[at]);
  }
  return whole;
}

/** The items of a line, or null if one of them is none. A comma may be within a date. */
function itemsOf(line, context, order) {
  const whole = itemOf(line, context, order);
  if (whole) return [whole];
  const parts = borrowed(line.split(/[,;&]|\band\b/i).map((part) => part.trim()).filter(Boolean));
  const items = [];
  for (let at = 0; at < parts.length; ) {
    const ends = [at + 3, at + 2, at + 1].filter((end) => end <= parts.length);
    const end = ends.find((last) => itemOf(parts.slice(at, last).join(" "), context, order));
    if (!end) return null;
    items.push(itemOf(parts.slice(at, end).join(" "), context, order));
    at = end;
  }
  return items.length ? items : null;
}

/** What a text may mean as a list of dates and ranges. */
export function listsOfDatesMeant(text, context) {
  const lines = text.split(/[\n;]/).map((line) => line.replace(/^\s*[-–—•*·]\s+/, "").trim()).filter(Boolean);
  if (text.length > MOST || lines.length === 0) return [];
  const read = (order) => {
    const items = [];
    for (const line of lines) {
      const more = itemsOf(line, context, order);
      if (!more) return [];
      items.push(...more);
    }
    const days = longDay(context.language);
    const value = items.map(([first, last]) => (first === last ? textOf(first) : `${textOf(first)} to ${textOf(last)}`));
    return [{ value, shown: items.map((ends) => days.formatRange(...ends.map(momentOf))).join("; ") }];
  };
  return different([0, 1].flatMap(read));
}
