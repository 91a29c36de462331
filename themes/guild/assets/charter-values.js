// Reads the values of a charter from the form, and fills them in.

import { tidy } from "./charter-file.js";
import { sayer } from "./words.js";

const say = sayer("words:script-values-rule");

const RHYTHMS = ["weekly", "fortnightly", "monthly", "quarterly", "varies"];
const CHOICES = ["fields", "subjects", "domains", "aims", "values", "standards"];
const SEVERAL = ["leaders", "meetings"];

const lines = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean);
const onOneLine = (text) => text.replace(/\s*\n\s*/g, " ");
const severalOf = (form, kind) => form.querySelector(`[data-several='${kind}']`);
const isTicked = ({ type }) => type === "radio" || type === "checkbox";
const isAnswer = ({ name, dataset }) => name && !dataset.add && name !== "reviewed-today";
let places = { leaders: [], meetings: [] };

/** The fields of each leader or each series. */
export const onesOf = (form, kind) => [...severalOf(form, kind).querySelectorAll(".one")];

/** A key with the position of its leader or series in the form, where empty ones may come before it. The text below
 * the keys has no key, and its field is `about`. */
export const inForm = (key) => key.replace(/^(leaders|meetings)\[(\d+)\]/, (_, kind, at) => `${kind}[${places[kind][at] ?? at}]`) || "about";

/** The name of the field of a key, then the names of what contains it, from the inside out. */
export function* namesOf(key) {
  for (let name = key.replace(/\[(\d+)\]/g, ".$1"); name; name = name.replace(/\.?[^.]+$/, "")) yield name;
}

/** The values of the fields, before they are tidied. */
export function read(form) {
  const values = {};
  for (const field of form.elements) {
    if (!isAnswer(field) || field.closest("[hidden]")) continue;
    if (isTicked(field)) {
      if (field.checked) put(values, field.name, field.type === "radio" ? field.value : [field.value]);
    } else if (field.value) {
      put(values, field.name, "list" in field.dataset ? lines(field.value) : field.value);
    }
  }
  const { choice, ...sum } = values.costs ?? {};
  const meetings = filled("meetings", (values.meetings ?? []).map((one, at) => seriesOf(one, form, at)));
  return { ...values, meetings, leaders: filled("leaders", values.leaders ?? []), costs: choice === "paid" ? sum : choice };
}

/** The leaders or series that are not empty. Their positions in the form are remembered. */
function filled(kind, items) {
  const kept = items.map((item, at) => [tidy(item ?? {}), at]).filter(([item]) => Object.keys(item).length);
  places[kind] = kept.map(([, at]) => at);
  return kept.map(([item]) => item);
}

function put(values, name, value) {
  const path = name === "costs" ? ["costs", "choice"] : name.split(".");
  const last = path.pop();
  let at = values;
  path.forEach((part, depth) => {
    at[part] ??= /^\d+$/.test(path[depth + 1] ?? last) ? [] : {};
    at = at[part];
  });
  at[last] = Array.isArray(value) ? [...(at[last] ?? []), ...value] : value;
}

/** A series as it is written in a charter, or null if only its time zone is chosen. */
function seriesOf(series, form, at) {
  const { repeats, every, which, weekday, date, dates, timezone, ...rest } = series ?? {};
  if (!repeats && Object.keys(rest).length === 0) return null;
  const told = { timezone, ...rest };
  if (repeats === "rrule") return { ...told, ...JSON.parse(onesOf(form, "meetings")[at].dataset.rule ?? "{}") };
  if (repeats === "dates") return { ...told, dates: dates ?? [] };
  if (repeats === "weeks" || repeats === "months") told.repeats = `every ${/^\d+$/.test(every ?? "") ? Number(every) : 0} ${repeats}`;
  else if (repeats) told.repeats = repeats;
  if (repeats && repeats !== "varies") {
    const isByWeek = ["weekly", "fortnightly", "weeks"].includes(repeats);
    told.day = isByWeek ? weekday : which === "date" ? date : weekday && `${which} ${weekday}`;
  }
  return told;
}

/** Fills the form in from the values of a charter. */
export function fill(form, values, about) {
  for (const kind of SEVERAL) severalOf(form, kind).setCount(values[kind]?.length ?? 1);
  for (const key of CHOICES) choose(form, key, values[key] ?? []);
  (values.meetings ?? []).forEach((series, at) => fillSeries(form, series, at));
  for (const [name, value] of flat({ ...values, about, status: values.status ?? "active" })) {
    const field = form.elements[name];
    if (field instanceof RadioNodeList) field.value = value;
    else if (field) set(field, value, !name.endsWith(".repeats"));
  }
  if (typeof values.costs === "object") form.elements.costs.value = "paid";
}

/** The value of each field, by name: `joining.contact`, `leaders.0.name`. */
function flat(value, name = "") {
  const inner = (key) => (name ? `${name}.${key}` : key);
  if (value === undefined || value === null || CHOICES.includes(name)) return [];
  if (typeof value !== "object") return [[name, value]];
  if (!Array.isArray(value)) return Object.entries(value).flatMap(([key, part]) => flat(part, inner(key)));
  const isText = value.every((item) => typeof item === "string");
  return isText ? [[name, value.map(onOneLine).join("\n")]] : value.flatMap((item, at) => flat(item, inner(at)));
}

/** Sets a field. With `mayBeAdded`, a menu gets the option if it lacks it. */
function set(field, value, mayBeAdded) {
  const isOffered = field.tagName !== "SELECT" || [...field.options].some((option) => option.value === value);
  if (!isOffered && mayBeAdded) field.append(new Option(value, value));
  if (isOffered || mayBeAdded) field.value = value;
}

function choose(form, key, chosen) {
  const boxes = [...form.querySelectorAll(`input[name='${key}']`)];
  boxes.forEach((box) => { box.checked = chosen.includes(box.value); });
  const own = chosen.filter((text) => !boxes.some((box) => box.value === text));
  const field = form.querySelector(`textarea[name='${key}']`);
  if (field) field.value = own.map(onOneLine).join("\n");
}

/** Fills in how often and on which day a series meets, which have several fields each. */
function fillSeries(form, series, at) {
  const put = (name, value) => set(form.elements[`meetings.${at}.${name}`], value, true);
  put("timezone", series.timezone ?? "");
  if (series.rrule) {
    const { rrule, first, until, skip } = series;
    keepRule(onesOf(form, "meetings")[at], JSON.stringify({ rrule, first, until, skip }));
    return put("repeats", "rrule");
  }
  if (series.dates) return put("repeats", "dates");
  const repeats = series.repeats.trim().toLowerCase().replace(/\s+/g, " ");
  const [, every, unit] = /^every (\d+) (week|month)s?$/.exec(repeats) ?? [];
  put("repeats", RHYTHMS.includes(repeats) ? repeats : `${unit}s`);
  if (every) put("every", every);
  if (repeats === "varies") return;
  const words = series.day.trim().toLowerCase().split(/\s+/);
  if (/^\d+$/.test(words[0])) {
    put("which", "date");
    return put("date", words[0]);
  }
  const weekday = words.pop();
  put("weekday", weekday[0].toUpperCase() + weekday.slice(1));
  if (words.length) put("which", words.join(" "));
}

/** Keeps a recurrence rule with its series, as there is no field for it. */
function keepRule(one, rule) {
  one.dataset.rule = rule;
  one.querySelector("[data-rule]").textContent = JSON.parse(rule).rrule;
  one.querySelector("[name$='.repeats']").append(new Option(say("script-values-rule"), "rrule"));
}

/** The contents of all fields, hidden ones included, in order to save them. */
export function snapshot(form) {
  const fields = [...form.elements].filter(isAnswer);
  const pairs = (some) => some.map(({ name, value }) => [name, value]);
  return {
    counts: Object.fromEntries(SEVERAL.map((kind) => [kind, onesOf(form, kind).length])),
    chosen: pairs(fields.filter((field) => isTicked(field) && field.checked)),
    typed: pairs(fields.filter((field) => !isTicked(field))),
    rules: onesOf(form, "meetings").map((one) => one.dataset.rule ?? null),
  };
}

/** Restores the contents of all fields. */
export function restore(form, { counts, chosen, typed, rules }) {
  for (const kind of SEVERAL) severalOf(form, kind).setCount(counts[kind] ?? 1);
  onesOf(form, "meetings").forEach((one, at) => {
    delete one.dataset.rule;
    if (rules[at]) keepRule(one, rules[at]);
  });
  const isKept = (pairs, field) => pairs.find(([name, value]) => name === field.name && (!isTicked(field) || value === field.value));
  for (const field of [...form.elements].filter(isAnswer)) {
    if (isTicked(field)) field.checked = Boolean(isKept(chosen, field));
    else if (isKept(typed, field)) set(field, isKept(typed, field)[1], /\.(duration|timezone|which)$/.test(field.name));
  }
}
