// When and where a series of meetings is held, in the words of a group's page.

import { dayOf, minutesOf, textOf, unitsOf } from "./meeting-days.js";
import { rhythm } from "./schedule-words.js";
import { sayer } from "./words.js";

const say = sayer("words:hours date-time zone- mode- meeting-set-dates meeting-by-rule");
const language = document.documentElement.lang;

const DAY = 1440; // minutes: from this length on, the end of a meeting has its date

const format = (options) => {
  const dates = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { timeZone: "UTC", ...options });
  return (day) => dates.format(day * 86_400_000);
};
const WHOLE = { day: "numeric", month: "long", year: "numeric" };
/** A day as `8 December 2026`. */
export const dateWords = format(WHOLE);
const weekdayWords = format({ weekday: "long" });
const withWeekday = format({ weekday: "long", ...WHOLE });
const isBritish = /^en\b/.test(language) && dateWords(0).startsWith("1 ");
/** A day as `Tuesday 8 December 2026`: in British English, the weekday has no comma behind it. */
export const longDateWords = isBritish ? (day) => `${weekdayWords(day)} ${dateWords(day)}` : withWeekday;

/** When a series meets: `Second Tuesday of each month, 18:30 to 20:00, UK time`. */
export function meets(series, began) {
  const days = rhythm(series, began) ?? say(series.dates ? "meeting-set-dates" : "meeting-by-rule");
  const { time, timezone } = series;
  return [days, time && hours(series), time && timezone && zoneWords(timezone)].filter(Boolean).join(", ");
}

/** From when to when: `18:30 to 20:00`. Of a meeting that lasts for days only when it starts. */
function hours({ time, duration = "" }) {
  const length = minutesOf(duration);
  return length && length < DAY ? say("hours", { from: time, to: later(time, length) }) : time;
}

function later(time, minutes) {
  const [hour, minute] = time.split(":").map(Number);
  const end = hour * 60 + minute + minutes;
  return [Math.floor(end / 60) % 24, end % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

/** From when to when a meeting on a day is, with the date of its end if it lasts for days. */
export function hoursOn(day, { time, duration = "" }) {
  const length = minutesOf(duration);
  if (length < DAY) return hours({ time, duration });
  const [hour, minute] = time.split(":").map(Number);
  const end = day + Math.floor((hour * 60 + minute + length) / DAY);
  return say("hours", { from: time, to: say("date-time", { date: longDateWords(end), time: later(time, length) }) });
}

/** How long a meeting lasts, where no time says when it ends: `2 days`. */
export function lengthWords({ time, duration = "" }) {
  if (time && minutesOf(duration) < DAY) return undefined;
  const unit = ([name, count]) => `${count} ${name}${count === 1 ? "" : "s"}`;
  return unitsOf(duration).map(unit).join(" ") || undefined;
}

/** A time zone as people call it: `UK time`, `New York time`. */
export function zoneWords(name) {
  if (["Europe/London", "Europe/Belfast", "GB"].includes(name)) return say("zone-uk");
  if (["Europe/Dublin", "Eire"].includes(name)) return say("zone-ireland");
  if (["UTC", "Etc/UTC", "Etc/UCT", "Zulu", "UCT", "Universal"].includes(name)) return "UTC";
  if (name.startsWith("Etc/") || !name.includes("/")) return name;
  return say("zone-city", { city: name.split("/").at(-1).replaceAll("_", " ") });
}

/** The room in one line: `Old Mill, Leeds, United Kingdom`. */
export const room = ({ venue, town, country } = {}) => [venue, town, country && countryName(country)].filter(Boolean).join(", ");

/** The name of a country that is given by its code. */
export function countryName(typed) {
  return /^[A-Za-z]{2}$/.test(typed) ? new Intl.DisplayNames([language], { type: "region" }).of(typed.toUpperCase()) : typed;
}

/** Online, in person, or both, for some places. */
export function modeOf(...places) {
  const isOnline = places.some((place) => place?.online);
  const isInPerson = places.some(room);
  if (isOnline && isInPerson) return say("mode-hybrid");
  return say(isOnline ? "mode-online" : isInPerson ? "mode-in-person" : "mode-unknown");
}

/** A place in as few words as tell it from others: `In person, Leeds`. */
export const placeInShort = (place) => [modeOf(place), place?.town].filter(Boolean).join(", ");

/** A place in one line. */
export const placeWords = (place = {}) => [room(place), place.online].filter(Boolean).join(", ");

/** A date as a page marks it. Undefined if it is none. */
export function marked(date, words = dateWords) {
  const day = typeof date === "number" ? date : dayOf(date ?? "");
  return day === null ? undefined : { iso: textOf(day), words: words(day) };
}
