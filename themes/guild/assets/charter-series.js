// A series of meetings as the form asks for it, and as a charter has it.

import { spell } from "./charter-file.js";
import { violations } from "./charter-schema.js";
import { WEEK } from "./meeting-days.js";

/** The lengths of a meeting that a menu offers, and its option for one that is typed beside it. */
export const LENGTHS = ["15 min", "30 min", "45 min", "1 h", "75 min", "90 min", "105 min", "2 h", "2 h 30 min", "3 h"];
export const OTHER = "other";
const BY_WEEK = ["weekly", "fortnightly", "weeks"];

const inLowerCase = (text) => text.trim().toLowerCase().replace(/\s+/g, " ");

/** A series as it is written in a charter, or null if only its time zone is chosen. */
export function seriesOf(fields) {
  const { id, rrule, repeats, every, which, weekday, other, date, dates, timezone, duration, lasts, ...rest } = fields ?? {};
  if (!repeats && !duration && Object.keys(rest).length === 0) return null;
  const told = { id, timezone, duration: duration === OTHER ? lasts : duration, ...rest };
  if (repeats === "rrule") return { ...told, rrule };
  if (repeats === "dates") return { ...told, dates: dates ?? [] };
  if (repeats === "weeks" || repeats === "months") told.repeats = `every ${/^\d+$/.test(every ?? "") ? Number(every) : 0} ${repeats}`;
  else if (repeats) told.repeats = repeats;
  if (repeats && repeats !== "varies") {
    const weekdays = [...new Set([weekday, other])].filter(Boolean).join(" and ");
    const ofMonth = which === "date" ? date : weekday && `${which} ${weekday}`;
    told.day = BY_WEEK.includes(repeats) ? weekdays : ofMonth;
  }
  return told;
}

/** The fields of how long a meeting lasts. */
export const lengthFields = (length) => (LENGTHS.includes(length) ? { duration: length } : { duration: OTHER, lasts: length });

/** The fields of how often, on which day, for how long and in which time zone a series meets. */
export function fieldsOf({ rrule, dates, repeats, day, duration, timezone = "" }) {
  return { timezone, ...(duration && lengthFields(duration)), ...rhythmFields({ rrule, dates, repeats, day }) };
}

function rhythmFields({ rrule, dates, repeats, day }) {
  if (rrule || dates) return { repeats: rrule ? "rrule" : "dates" };
  const words = inLowerCase(repeats);
  const [, every, unit] = /^every (\d+) (week|month)s?$/.exec(words) ?? [];
  const rhythm = { ...(every ? { repeats: `${unit}s`, every } : { repeats: words }) };
  if (words === "varies") return rhythm;
  const named = inLowerCase(day).split(" ");
  const [weekday, other] = named.map((word) => WEEK.find((name) => name.toLowerCase() === word)).filter(Boolean);
  if (!weekday) return { ...rhythm, which: "date", date: day.trim() };
  const which = named.slice(0, -1).join(" ");
  return { ...rhythm, weekday, ...(other ? { other } : which && { which }) };
}

/** The series, with an id for each if there are several: by it, calendars know them again when one goes. Those without
 * one get what `guildhall check --fix` would give them. */
export function withIds(series, { schema }) {
  if (series.length < 2) return series;
  const rule = schema.properties.meetings.items.properties.id;
  const taken = new Set(series.map(({ id }) => id));
  const isFree = (id) => id && !taken.has(id) && !violations(id, rule, schema).length;
  const first = series.findIndex(({ id }) => !id);
  return series.map((one, at) => {
    if (one.id) return one;
    const names = [at === first ? "main" : "", spell(one.name ?? "")];
    const numbered = series.map((_, more) => `series-${at + 1 + more}`);
    const id = [...names, ...numbered].find(isFree);
    taken.add(id);
    return { ...one, id };
  });
}
