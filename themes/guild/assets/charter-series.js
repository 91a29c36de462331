// A series of meetings as the form asks for it, and as a charter has it.

import { spell } from "./charter-file.js";
import { violations } from "./charter-schema.js";
import { WEEK } from "./meeting-days.js";

const BY_WEEK = ["weekly", "fortnightly", "weeks"];

const inLowerCase = (text) => text.trim().toLowerCase().replace(/\s+/g, " ");

/** A series as it is written in a charter, or null if only its time zone is chosen. */
export function seriesOf(fields) {
  const { id, rrule, repeats, every, which, weekday, other, date, dates, timezone, ...rest } = fields ?? {};
  if (!repeats && Object.keys(rest).length === 0) return null;
  const told = { id, timezone, ...rest };
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

/** The fields of how often, on which day and in which time zone a series meets. */
export function fieldsOf({ rrule, dates, repeats, day, timezone = "" }) {
  if (rrule || dates) return { timezone, repeats: rrule ? "rrule" : "dates" };
  const words = inLowerCase(repeats);
  const [, every, unit] = /^every (\d+) (week|month)s?$/.exec(words) ?? [];
  const rhythm = { timezone, ...(every ? { repeats: `${unit}s`, every } : { repeats: words }) };
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
