// The rules of `guildhall check` for what the form can say, with its words.
//
// The words, the limits and the lists come with the form's data, which is made of the checker's own. Each
// check looks at the values of a charter, scalars being text, and reports what it finds.

import { NUMBER } from "./charter-file.js";
import { privacy, supervision } from "./charter-privacy.js";
import { coming, dayOf, lastOf, nearestStarts, nextOn, rhythmOf, ruleOf, textOf, weekdayOf } from "./meeting-days.js";

const MOST_NUMBER = 100000;
const isWhole = (typed, from) => /^\+?\d+$/.test(typed) && Number(typed) >= from && Number(typed) <= MOST_NUMBER;
const length = (text) => [...text].length;
const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
const sameLetters = (one, other) => asciiLower(one) === asciiLower(other);
const asciiLower = (text) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** What is wrong with a charter: `{key, code, severity, text, help}` each, in no order. */
export function check(values, data, today) {
  const found = [];
  const tell = (key, name, gaps = {}) => {
    const { code, severity, text, help } = data.messages[name];
    if (severity) found.push({ key, code, severity, text: fill(text, gaps), help: fill(help, gaps) });
  };
  const missing = (key) => {
    const [text, help] = data.required[key.replace(/\[\d+\]/g, "[]")];
    found.push({ key, code: "missing", severity: "error", text, help });
  };
  const at = { values, data, today, tell, missing, shorten };
  for (const rule of RULES) rule(at);
  return found;
}

const RULES = [focus, texts, dates, language, leaders, answers, lists, size, meetings, costs, joining, questions, standards, confidences, largeness, privacy, supervision];

function fill(words, gaps) {
  return words.replace(/\{([a-z]+)\}/g, (gap, name) => gaps[name] ?? gap);
}

/** A text as messages quote it. */
function shorten(text) {
  const line = text.split(/[\n\r]/)[0];
  const letters = [...line];
  return letters.length <= 60 && line.length === text.length ? line : `${letters.slice(0, 60).join("")}…`;
}

function focus({ values, data, tell, missing }) {
  for (const key of ["name", "summary", "purpose", "reviewed"]) if (!values[key]) missing(key);
  if (!values.fields && !values.subjects && !values.domains) tell("fields", "no-term");
  for (const key of ["fields", "subjects", "domains"]) {
    isWithin(key, values[key], data.limits[key], tell);
  }
}

/** The entries of a list; none where it has more than it may, as nothing else is told of those. */
const readable = (list, most) => (list && list.length <= most ? list : []);

/** Whether a list has no more entries than it may. */
function isWithin(key, list, most, tell) {
  const count = list?.length ?? 0;
  if (count > most) tell(key, "too-many", { count: String(count), most: String(most) });
  return count <= most;
}

/** Lines have a limit, plain texts no HTML, and none is only the dots of an example. */
function texts({ values, data, tell }) {
  const isLeft = (key, text) => {
    const left = isDots(text, data);
    if (left) tell(key, "placeholder");
    return left;
  };
  const plain = (key, text) => {
    if (isLeft(key, text)) return;
    const html = text && htmlIn(text);
    if (html) tell(key, "looks-like-html", { found: shorten(html) });
  };
  const line = (key, limit, text) => {
    if (!text) return;
    const surplus = length(text) - limit;
    if (surplus <= 0) return plain(key, text);
    tell(key, "too-long", { length: String(length(text)), limit: String(limit), surplus: count(surplus, "character") });
  };
  line("name", data.limits.name, values.name);
  line("summary", data.limits.summary, values.summary);
  readable(values.leaders, data.limits.leaders).forEach((leader, at) => {
    line(`leaders[${at}].name`, data.limits["leaders[].name"], leader.name);
    plain(`leaders[${at}].role`, leader.role);
    (leader.responsibilities ?? []).forEach((text, each) => plain(`leaders[${at}].responsibilities[${each}]`, text));
  });
  (values.objectives ?? []).forEach((text, at) => plain(`objectives[${at}]`, text));
  readable(values.meetings, data.limits.meetings).forEach((series, at) => {
    if (!formOf(series)) return;
    plain(`meetings[${at}].notice`, series.notice);
    if (series.repeats === "varies") line(`meetings[${at}].when`, data.limits["meetings[].when"], series.when);
    for (const [key, text] of Object.entries(series.place ?? {})) line(`meetings[${at}].place.${key}`, data.limits[`meetings[].place.${key}`], text);
  });
  for (const key of data.markdown) if (typeof values[key] === "string") isLeft(key, values[key]);
  (values.joining?.steps ?? []).forEach((text, at) => isLeft(`joining.steps[${at}]`, text));
  for (const key of ["aims", "values"]) (values[key] ?? []).forEach((text, at) => isLeft(`${key}[${at}]`, text));
  for (const key of ["who", "reply", "welcome"]) plain(`joining.${key}`, values.joining?.[key]);
  if (typeof values.costs === "object") for (const key of ["covers", "concessions"]) plain(`costs.${key}`, values.costs[key]);
}

/** Whether a text is only the dots of an example. */
const isDots = (text, data) => data.placeholders.includes(text?.trim());

/** The first thing that looks like an HTML tag. */
function htmlIn(text) {
  const last = text.lastIndexOf(">");
  const start = last < 0 ? -1 : text.slice(0, last).search(/<[a-z/!?]/i);
  return start < 0 ? null : text.slice(start, text.indexOf(">", start) + 1);
}

function dates({ values, data, today, tell }) {
  for (const key of ["founded", "reviewed"]) {
    const day = values[key] && date(key, values[key], tell);
    if (day && day > dayOf(today) + 1) tell(key, "to-come", { date: values[key], today });
  }
  const reviewed = dayOf(values.reviewed ?? "");
  if (reviewed !== null && reviewed < dayOf(data.fresh_since) && values.status !== "ended") tell("reviewed", "is-stale");
}

/** A date as a number of days; what is none is told. */
function date(key, typed, tell) {
  const day = dayOf(typed);
  if (day !== null) return day;
  tell(key, /^\d{4}-\d\d-\d\d$/.test(typed) ? "no-such-day" : "not-a-date", { typed: shorten(typed) });
  return null;
}

// A language tag (BCP 47): language, script, region, variants, extensions, private use.
const TAG = /^[a-z]{2,3}(-[a-z]{3}){0,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(-([a-z0-9]{5,8}|\d[a-z0-9]{3}))*(-[0-9a-wyz](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?$/i;

function language({ values, data, tell }) {
  const typed = values.language;
  if (!typed || TAG.test(typed)) return;
  const dashed = typed.trim().replaceAll("_", "-");
  const names = data.languages;
  const tag = Object.hasOwn(names, fold(typed)) ? names[fold(typed)] : TAG.test(dashed) ? dashed : null;
  tell("language", tag ? "language-meant" : "bad-language", { typed: shorten(typed), tag });
}

/** A text without case and accents, and with single spaces, as names are compared. */
export function fold(text) {
  return text.split(/\s+/).filter(Boolean).join(" ").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function leaders({ values, data, tell, missing }) {
  if (!values.leaders) return missing("leaders");
  if (!isWithin("leaders", values.leaders, data.limits.leaders, tell)) return;
  values.leaders.forEach(({ name, url }, at) => {
    if (!name) missing(`leaders[${at}].name`);
    const fault = url && faultOfWeb(url);
    if (fault) tell(`leaders[${at}].url`, "bad-url", { fault: data.faults[fault] });
  });
}

function answers({ values, missing }) {
  for (const key of ["aims", "membership"]) if (!values[key]) missing(key);
}

/** No entry stands in a list twice, and no sentence of one's own is nearly a suggestion. */
function lists({ values, data, tell }) {
  for (const key of ["aims", "values"]) {
    repeats(values[key], key, tell);
    (values[key] ?? []).forEach((text, at) => {
      const id = nearlySuggested(text, data[key]);
      const html = htmlIn(text);
      if (id) tell(`${key}[${at}]`, "nearly-suggested", { text: shorten(text), id });
      else if (html) tell(`${key}[${at}]`, "looks-like-html", { found: shorten(html) });
    });
  }
}

/** The suggestion whose name a text is, or whose id a single word nearly is. */
function nearlySuggested(text, suggestions) {
  if (suggestions.some(([id]) => id === text)) return null;
  const named = suggestions.find(([, name]) => sameLetters(name, text))?.[0];
  return named ?? (/\s/.test(text) ? null : nearest(text, suggestions.map(([id]) => id)));
}

function repeats(items, key, tell) {
  (items ?? []).forEach((text, at) => {
    if (items.indexOf(text) !== at) tell(`${key}[${at}]`, "twice", { text: shorten(text) });
  });
}

/** The suggestion that a word nearly is: one that it begins or that begins it, or off by a third of its letters. */
function nearest(word, candidates) {
  const typed = word.toLowerCase();
  const letters = length(typed);
  if (letters > 64) return null;
  const allowed = Math.max(1, Math.floor(letters / 3));
  let best = null;
  for (const candidate of candidates) {
    const begins = letters >= 3 && (candidate.startsWith(typed) || typed.startsWith(candidate));
    const distance = begins ? 0 : distanceOf([...typed], [...candidate]);
    if (distance <= allowed && distance < candidate.length && (!best || distance < best.distance)) best = { distance, candidate };
  }
  return best?.candidate ?? null;
}

/** How many letters are added, left out, other or swapped (optimal string alignment). */
function distanceOf(one, other) {
  let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      now[column] = Math.min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (swapped) now[column] = Math.min(now[column], before[column - 2] + 1);
    }
    [before, last] = [last, now];
  }
  return last[other.length];
}

function size({ values, tell }) {
  const numbers = {};
  for (const [key, from] of [["minimum", 1], ["ideal", 1], ["maximum", 1], ["current", 0]]) {
    const typed = values.size?.[key];
    if (typed === undefined) continue;
    if (isWhole(typed, from)) numbers[key] = Number(typed);
    else tell(`size.${key}`, "not-whole", { typed: shorten(typed), from: String(from) });
  }
  for (const [less, more] of [["minimum", "ideal"], ["ideal", "maximum"], ["minimum", "maximum"], ["current", "maximum"]]) {
    if (numbers[less] > numbers[more]) {
      tell(`size.${less}`, "more-than", { less, more, smaller: String(numbers[less]), larger: String(numbers[more]) });
    }
  }
}

function meetings({ values, data, today, tell, missing }) {
  const all = values.meetings;
  if (!all) return values.status === "forming" ? undefined : missing("meetings");
  if (all.length > data.limits.meetings) return tell("meetings", "too-many-series", { count: String(all.length), most: String(data.limits.meetings) });
  const whole = all.map((series, at) => seriesIsWhole(series, `meetings[${at}]`, { data, tell, missing }));
  const listed = all.filter((series, at) => whole[at] && formOf(series) === "dates").reduce((sum, { dates }) => sum + dates.length, 0);
  if (listed > data.limits["all-dates"]) return tell("meetings", "too-many-dates", { count: String(listed), most: String(data.limits["all-dates"]) });
  if ((values.status ?? "active") !== "active" || whole.includes(false)) return;
  all.forEach((series, at) => {
    if (series.rrule || series.repeats === "varies" || coming(series, dayOf(today), 1).length) return;
    const last = lastOf(series);
    if (last !== null) tell(`meetings[${at}]`, "is-over", { last: textOf(last) });
  });
}

function formOf(series) {
  return series.repeats === "varies" ? "varies" : series.repeats ? "slot" : series.rrule ? "rule" : series.dates ? "dates" : null;
}

/** Whether a series can be read whole. What is wrong with it is told. */
function seriesIsWhole(series, key, { data, tell, missing }) {
  const form = formOf(series);
  if (!form) {
    missing(`${key}.repeats`);
    return false;
  }
  const open = form === "varies" ? [] : ["time", "duration", "timezone"].filter((part) => !series[part]);
  open.forEach((part) => missing(`${key}.${part}`));
  const [meaning, offer] = data.fixed_zones[series.timezone] ?? [];
  if (meaning) tell(`${key}.timezone`, "fixed-zone", { typed: series.timezone, meaning, offer });
  const readDays = { slot: slotIsWhole, rule: () => true, dates: datesAreWhole, varies: wordsAreWhole }[form];
  const daysAreWhole = readDays(series, key, { data, tell, missing });
  if (!series.place) missing(`${key}.place`);
  const placeIsWhole = Boolean(series.place) && Object.entries(series.place).every(([part, text]) => isShort(`place.${part}`, text, data));
  return daysAreWhole && !open.length && placeIsWhole;
}

function wordsAreWhole(series, key, { data, missing }) {
  if (!series.when) missing(`${key}.when`);
  return Boolean(series.when) && isShort("when", series.when, data);
}

const isShort = (key, text, data) => !isDots(text, data) && length(text) <= data.limits[`meetings[].${key}`];

function datesAreWhole({ dates }, key, { data, tell }) {
  if (!dates.length) tell(`${key}.dates`, "empty-list");
  if (!isWithin(`${key}.dates`, dates, data.limits["meetings[].dates"], tell)) return false;
  repeats(dates, `${key}.dates`, tell);
  const read = dates.map((typed, at) => date(`${key}.dates[${at}]`, typed, tell));
  return dates.length > 0 && !read.includes(null);
}

function slotIsWhole(series, key, { data, tell, missing }) {
  const rhythm = rhythmOf(series.repeats);
  const most = data.limits[rhythm.unit];
  const inRange = rhythm.every >= 1 && rhythm.every <= most;
  if (!inRange) tell(`${key}.repeats`, "bad-interval", { most: String(most) });
  if (!series.day) missing(`${key}.day`);
  if (!series.first) missing(`${key}.first`);
  const first = series.first ? date(`${key}.first`, series.first, tell) : null;
  const until = series.until ? date(`${key}.until`, series.until, tell) : null;
  const skips = isWithin(`${key}.skip`, series.skip, data.limits["meetings[].skip"], tell) ? (series.skip ?? []) : [];
  repeats(skips, `${key}.skip`, tell);
  const skip = skips.map((typed, at) => date(`${key}.skip[${at}]`, typed, tell));
  if (!inRange || !series.day || first === null) return false;
  const endless = ruleOf({ ...series, until: undefined });
  const fits = nextOn(endless, first, first) === first;
  if (!fits) {
    const nearest = nearestStarts(endless, first).map(textOf).join(" or ");
    tell(`${key}.first`, nearest ? "not-a-day-of-series" : "no-day-of-series", { date: series.first, weekday: weekdayOf(first), nearest });
  }
  if (until !== null && until < first) {
    tell(`${key}.until`, "ends-too-early", { until: series.until });
    return false;
  }
  if (fits) skip.forEach((day, at) => skipIsMeeting(day, { ...endless, until: until ?? Infinity }, first, `${key}.skip[${at}]`, tell));
  return true;
}

function skipIsMeeting(day, rule, first, key, tell) {
  if (day === null) return;
  const next = nextOn(rule, first, day);
  if (next === day) return;
  const gaps = { date: textOf(day), next: next === null ? "" : textOf(next) };
  tell(key, next === null ? "not-a-meeting-any-more" : "not-a-meeting", gaps);
}

function costs({ values, data, tell, missing }) {
  if (typeof values.costs !== "object") return;
  const { amount, currency, per } = values.costs;
  if (!currency) missing("costs.currency");
  if (!amount) missing("costs.amount");
  if (!per) missing("costs.per");
  if (!amount) return;
  if (!NUMBER.test(amount)) return tell("costs.amount", "sum-in-words");
  const places = data.currencies[currency] ?? 2;
  const [, decimals = ""] = /^\d{1,7}(?:\.(\d+))?$/.exec(amount) ?? [null, null];
  if (decimals === null || decimals.length > places) {
    return tell("costs.amount", places ? "not-a-sum" : "not-a-whole-sum", { typed: shorten(amount) });
  }
  if (/^[0.]+$/.test(amount)) tell("costs.amount", "nothing");
}

function joining({ values, data, tell, missing }) {
  const joins = values.joining;
  if (!joins) return missing("joining");
  for (const key of ["places", "steps", "contact"]) if (!joins[key]) missing(`joining.${key}`);
  const fault = joins.contact && faultOfContact(joins.contact);
  if (fault) tell("joining.contact", "bad-contact", { fault: data.faults[fault] });
  if (!joins.places || !joins.steps || !joins.contact || fault || joins.steps.some((step) => isDots(step, data))) return;
  const host = joins.contact.includes("://") ? "" : asciiLower(joins.contact.split("@").at(-1));
  if (data.personal.includes(host)) tell("joining.contact", "own-mailbox");
  const { current, maximum } = values.size ?? {};
  const counted = current !== undefined && maximum !== undefined && isWhole(current, 0) && isWhole(maximum, 1);
  if (joins.places === "open" && counted && Number(current) >= Number(maximum)) {
    tell("joining.places", "no-places-left", { current: String(Number(current)), maximum: String(Number(maximum)) });
  }
}

/** What is wrong with an address to write to, if anything is. */
function faultOfContact(text) {
  if (text.includes("://")) return faultOfWeb(text);
  const at = text.lastIndexOf("@");
  if (at < 0) return "neither";
  const local = text.slice(0, at);
  const isAtom = (part) => /^[A-Za-z0-9!#$'*+\-/=^_`{|}~]+$/.test(part);
  if (bytes(text) > 254 || local.length > 64 || !local.split(".").every(isAtom)) return "local-part";
  return isHost(text.slice(at + 1)) ? null : "host";
}

/** What is wrong with a web address, if anything is. */
function faultOfWeb(text) {
  if (!text.startsWith("https://")) return "no-https";
  const rest = text.slice(8);
  const [host, ...port] = rest.split(/[/?#]/)[0].split(":");
  if (bytes(text) > 2000) return "too-long";
  if (!isHost(host)) return "no-host";
  if (port.length && !isPort(port.join(":"))) return "port";
  return /^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]*$/.test(rest) ? null : "characters";
}

const bytes = (text) => new TextEncoder().encode(text).length;
const isLabel = (part) => /^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/.test(part);
const isPort = (port) => /^\d+$/.test(port) && Number(port) > 0 && Number(port) <= 65535;
const isHost = (host) => host.length <= 253 && host.includes(".") && host.split(".").every(isLabel);

function questions({ values, data, tell }) {
  if (values.status === "ended") return;
  for (const { number, text, keys, remedy, optional } of data.questions) {
    if (!optional || keys.some((key) => values[key] !== undefined)) continue;
    tell(keys[0], "unanswered", { number: String(number), question: text, remedy });
  }
}

function standards({ values, data, tell }) {
  if (values.status === "ended") return;
  const all = data.standards.map(([id]) => id).join(", ");
  for (const [id, title] of data.standards) {
    if (!values.standards?.includes(id)) tell("standards", "not-declared", { title, all });
  }
}

function confidences({ values, data, tell }) {
  const unanswered = !values.values && !values.standards;
  if (unanswered || values.status === "ended" || values.values?.includes("confidentiality")) return;
  const isUnclear = values.values?.some((text) => isDots(text, data) || nearlySuggested(text, data.values));
  const reminder = values.membership === "closed" ? ` ${data.reminder}` : "";
  if (!isUnclear) tell("values", values.values ? "not-among-values" : "no-values", { reminder });
}

function largeness({ values, data, tell }) {
  const maximum = values.size?.maximum;
  if (!values.membership || maximum === undefined || !isWhole(maximum, 1)) return;
  if (Number(maximum) > data.limits[values.membership]) {
    tell("size.maximum", `large-${values.membership}`, { maximum: String(Number(maximum)) });
  }
}
