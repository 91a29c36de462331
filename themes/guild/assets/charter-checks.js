// The rules of `guildhall check` for what the form can say, with its words.
//
// What the schema of a charter says of each key is taken from there; here stand the rules that join several keys, and
// those that no schema can say. Schema, words and lists come with the form's data, which is made of the checker's own.

import { privacy, supervision } from "./charter-privacy.js";
import { SUSPICIOUS, broken } from "./charter-schema.js";
import { asciiLower, fits, fold, nearest, patternOf, shorten } from "./charter-texts.js";
import { coming, dayOf, lastOf, nearestStarts, nextOn, ruleOf, textOf, weekdayOf } from "./meeting-days.js";

/** What is wrong with a charter: `{key, code, severity, text, help}` each, in the order of the format. Scalars are text. */
export function check(values, data, today) {
  const found = [];
  const tell = (key, name, gaps = {}) => {
    const { code, severity, text, help } = data.messages[name];
    if (severity) found.push({ key, code, severity, text: fill(text, gaps), help: fill(help, gaps) });
  };
  const missing = (key) => {
    const [text, help] = data.missing[key.replace(/\[\d+\]/g, "[]")];
    found.push({ key, code: "missing", severity: "error", text, help });
  };
  const unread = byThemselves(values, data, tell, missing);
  const isSound = (key) => !unread.some((other) => other === key || other.startsWith(`${key}.`) || other.startsWith(`${key}[`));
  for (const rule of RULES) rule({ values, data, today, tell, isSound });
  const place = ({ key }) => (key ? data.keys.indexOf(key.split(/[.[]/)[0]) : Infinity);
  return found.sort((one, other) => place(one) - place(other));
}

const RULES = [dates, size, meetings, costs, joining, questions, standards, confidences, largeness, privacy, supervision];

function fill(words, gaps) {
  return words.replace(/\{([a-z]+)\}/g, (gap, name) => gaps[name] ?? gap);
}

/** Tells what is wrong with each key by itself. Gives the keys whose values cannot be read. */
function byThemselves(values, data, tell, missing) {
  const suggested = nearlySuggestedIn(values, data);
  for (const [key, gaps] of suggested) tell(key, "nearly-suggested", gaps);
  const formless = (values.meetings ?? []).flatMap((series, at) => (hasForm(series) ? [] : [`meetings[${at}].`]));
  const isRead = (key) => !formless.some((series) => key.startsWith(series) && key !== `${series}repeats`);
  const isTold = ({ rule, keyword }) => keyword === "required" || rule["x-messages"]?.[keyword];
  const problems = broken(values, data.schema, data.schema).filter((problem) => isRead(problem.key) && isTold(problem));
  for (const { key, value, rule, keyword } of problems) {
    if (keyword === "required") missing(key);
    else if (keyword !== SUSPICIOUS || !suggested.has(key)) tellOf(key, value, rule, keyword, data, tell);
  }
  const grave = problems.filter(({ keyword }) => keyword !== SUSPICIOUS && keyword !== "uniqueItems");
  return [...grave.map(({ key }) => key), ...suggested.keys()];
}

function tellOf(key, value, rule, keyword, data, tell) {
  const { name, ...gaps } = rule["x-messages"][keyword];
  if (Array.isArray(value)) return tell(key, name, { ...gaps, count: value.length });
  const tag = name === "bad-language" && tagMeant(value, rule.pattern, data.languages);
  const length = [...value].length;
  const [found = ""] = keyword === SUSPICIOUS ? value.match(patternOf(rule[keyword])) : [];
  const own = { typed: shorten(value), text: shorten(value), found: shorten(found), length, surplus: inCharacters(length - gaps.limit), tag };
  tell(key, tag ? "language-meant" : name, { ...gaps, ...own });
}

const inCharacters = (count) => `${count} character${count === 1 ? "" : "s"}`;

/** The language tag that is meant by what is none: by a language's name, or with `_` in it. */
function tagMeant(typed, pattern, names) {
  const dashed = typed.trim().replaceAll("_", "-");
  return Object.hasOwn(names, fold(typed)) ? names[fold(typed)] : fits(dashed, pattern) && dashed;
}

function dates({ values, data, today, tell }) {
  for (const key of ["founded", "reviewed"]) {
    if (dayOf(values[key] ?? "") > dayOf(today) + 1) tell(key, "to-come", { date: values[key], today });
  }
  const reviewed = dayOf(values.reviewed ?? "");
  if (reviewed !== null && reviewed < dayOf(data.fresh_since) && values.status !== "ended") tell("reviewed", "is-stale");
}

/** The aims and values that are nearly suggestions, by their keys. */
function nearlySuggestedIn(values, data) {
  const near = (key) => (values[key] ?? []).map((text, at) => {
    const id = nearlySuggested(text, data[key]);
    return [`${key}[${at}]`, id && { text: shorten(text), id }];
  });
  return new Map([...near("aims"), ...near("values")].filter(([, gaps]) => gaps));
}

/** The suggestion whose name a text is, or whose id a single word nearly is. */
function nearlySuggested(text, suggestions) {
  if (suggestions.some(([id]) => id === text)) return null;
  const named = suggestions.find(([, name]) => asciiLower(name) === asciiLower(text))?.[0];
  return named ?? (/\s/.test(text) ? null : nearest(text, suggestions.map(([id]) => id)));
}

function size({ values, tell, isSound }) {
  const numberOf = (key) => (isSound(`size.${key}`) && values.size?.[key] !== undefined ? Number(values.size[key]) : NaN);
  for (const [less, more] of [["minimum", "ideal"], ["ideal", "maximum"], ["minimum", "maximum"], ["current", "maximum"]]) {
    const [smaller, larger] = [numberOf(less), numberOf(more)];
    if (smaller > larger) tell(`size.${less}`, "more-than", { less, more, smaller, larger });
  }
}

const hasForm = ({ repeats, rrule, dates }) => Boolean(repeats || rrule || dates);
// What has to be right, where it is there, before a series can be read.
const NEEDED = ["repeats", "day", "first", "dates", "when", "time", "duration", "timezone", "place"];

function meetings({ values, data, today, tell, isSound }) {
  const all = values.meetings ?? [];
  if (all.length > data.schema.properties.meetings.maxItems) return;
  const whole = all.map((series, at) => seriesIsWhole(series, `meetings[${at}]`, { data, tell, isSound }));
  const listed = all.reduce((sum, { dates }, at) => sum + (whole[at] && dates ? dates.length : 0), 0);
  if (listed > data.limits.dates) return tell("meetings", "too-many-dates", { count: listed, most: data.limits.dates });
  if ((values.status ?? "active") !== "active" || whole.includes(false)) return;
  all.forEach((series, at) => {
    if (series.rrule || series.repeats === "varies" || coming(series, dayOf(today), 1).length) return;
    const last = lastOf(series);
    if (last !== null) tell(`meetings[${at}]`, "is-over", { last: textOf(last) });
  });
}

/** Whether a series can be read whole. Tells what is wrong with its days and its time zone. */
function seriesIsWhole(series, key, { data, tell, isSound }) {
  if (!hasForm(series)) return false;
  const [meaning, offer] = data.fixed_zones[series.timezone] ?? [];
  if (meaning) tell(`${key}.timezone`, "fixed-zone", { typed: series.timezone, meaning, offer });
  const areSound = (parts) => parts.every((part) => isSound(`${key}.${part}`));
  const isSlot = series.repeats && series.repeats !== "varies" && areSound(["repeats", "day", "first"]);
  const daysFit = !isSlot || slotFits(series, key, { data, tell });
  return daysFit && areSound(NEEDED);
}

/** Whether a series does not end before it begins. Tells which of its dates are none of its days. */
function slotFits(series, key, { data, tell }) {
  const first = dayOf(series.first);
  const endless = ruleOf({ ...series, until: undefined });
  const isDay = nextOn(endless, first, first) === first;
  if (!isDay) {
    const nearest = nearestStarts(endless, first).map(textOf).join(" or ");
    tell(`${key}.first`, nearest ? "not-a-day-of-series" : "no-day-of-series", { date: series.first, weekday: weekdayOf(first), nearest });
  }
  const until = dayOf(series.until ?? "") ?? Infinity;
  if (until < first) tell(`${key}.until`, "ends-too-early", { until: series.until });
  else if (isDay) skipsFit(series.skip ?? [], { ...endless, until }, first, `${key}.skip`, { data, tell });
  return until >= first;
}

/** Tells which of the dates that a series leaves out are none of its days. */
function skipsFit(skip, rule, first, key, { data, tell }) {
  if (skip.length > data.schema.properties.meetings.items.properties.skip.maxItems) return;
  skip.map(dayOf).forEach((day, at) => {
    const next = day === null ? day : nextOn(rule, first, day);
    if (next === day) return;
    const gaps = { date: textOf(day), next: next === null ? "" : textOf(next) };
    tell(`${key}[${at}]`, next === null ? "not-a-meeting-any-more" : "not-a-meeting", gaps);
  });
}

function costs({ values, data, tell, isSound }) {
  const { amount, currency } = values.costs ?? {};
  if (!amount || !isSound("costs.amount")) return;
  const places = data.decimals[currency] ?? 2;
  const [sum] = amount.matchAll(patternOf(data.patterns.sum));
  if (!sum || sum[1]?.length > places) tell("costs.amount", places ? "not-a-sum" : "not-a-whole-sum", { typed: shorten(amount) });
  else if (/^[0.]+$/.test(amount)) tell("costs.amount", "nothing");
}

function joining({ values, data, tell, isSound }) {
  if (!values.joining || !["places", "steps", "contact"].every((key) => isSound(`joining.${key}`))) return;
  const { contact, places } = values.joining;
  const host = contact.includes("://") ? "" : asciiLower(contact.split("@").at(-1));
  if (data.personal.includes(host)) tell("joining.contact", "own-mailbox");
  const { current, maximum } = values.size ?? {};
  const isFull = isSound("size.current") && isSound("size.maximum") && Number(current) >= Number(maximum);
  if (places === "open" && isFull) tell("joining.places", "no-places-left", { current: Number(current), maximum: Number(maximum) });
}

function questions({ values, data, tell }) {
  if (values.status === "ended") return;
  for (const { number, text, keys, remedy, optional } of data.questions) {
    if (!optional || keys.some((key) => values[key] !== undefined)) continue;
    tell(keys[0], "unanswered", { number, question: text, remedy });
  }
}

function standards({ values, data, tell }) {
  if (values.status === "ended") return;
  const all = data.standards.map(([id]) => id).join(", ");
  for (const [id, title] of data.standards) {
    if (!values.standards?.includes(id)) tell("standards", "not-declared", { title, all });
  }
}

function confidences({ values, data, tell, isSound }) {
  const unanswered = !values.values && !values.standards;
  if (unanswered || values.status === "ended" || values.values?.includes("confidentiality")) return;
  const reminder = values.membership === "closed" ? ` ${data.reminder}` : "";
  if (isSound("values")) tell("values", values.values ? "not-among-values" : "no-values", { reminder });
}

function largeness({ values, data, tell, isSound }) {
  const maximum = Number(values.size?.maximum);
  if (isSound("size.maximum") && maximum > data.limits[values.membership]) tell("size.maximum", `large-${values.membership}`, { maximum });
}
