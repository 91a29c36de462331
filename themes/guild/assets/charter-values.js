// Reads the values of a charter from the form, and fills them in.

import { tidy } from "./charter-file.js";
import { sayer } from "./words.js";

const say = sayer("words:script-values-rule");

const CHOICES = ["fields", "subjects", "domains", "aims", "values", "standards"];
const SEVERAL = ["leaders", "links", "meetings"];

const lines = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean);
const inLowerCase = (text) => text.trim().toLowerCase().replace(/\s+/g, " ");
const onOneLine = (text) => text.replace(/\s*\n\s*/g, " ");
const severalOf = (form, kind) => form.querySelector(`[data-several='${kind}']`);
const isTicked = ({ type }) => type === "radio" || type === "checkbox";
const isAnswer = ({ name, dataset }) => name && !dataset.add && name !== "reviewed-today";
let places = Object.fromEntries(SEVERAL.map((kind) => [kind, []]));

/** The fields of each leader, link or series. */
export const onesOf = (form, kind) => [...severalOf(form, kind).querySelectorAll(".one")];

/** A key with the position of its leader, link or series in the form, where empty ones may come before it. The text below
 * the keys has no key, and its field is `about`. */
export const inForm = (key) => key.replace(/^(leaders|links|meetings)\[(\d+)\]/, (_, kind, at) => `${kind}[${places[kind][at] ?? at}]`) || "about";

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
  return { ...values, meetings, leaders: filled("leaders", values.leaders ?? []), links: filled("links", values.links ?? []), costs: choice === "paid" ? sum : choice };
}

/** The leaders, links or series that are not empty. Their positions in the form are remembered. */
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
  const { meetings = [], costs = "" } = values;
  const plain = flat({ ...values, about, status: values.status ?? "active", costs });
  const isOffered = (key, text) => form.querySelector(`input[name='${key}'][value='${CSS.escape(text)}']`);
  const own = CHOICES.map((key) => [key, (values[key] ?? []).filter((text) => !isOffered(key, text)).map(onOneLine).join("\n")]);
  restore(form, {
    counts: Object.fromEntries(SEVERAL.map((kind) => [kind, values[kind]?.length])),
    chosen: [...CHOICES.flatMap((key) => (values[key] ?? []).map((text) => [key, text])), ...plain, ["costs", costs.per ? "paid" : costs]],
    typed: [...meetings.flatMap(fieldsOf), ...own, ...plain],
    rules: meetings.map(({ rrule, first, until, skip }) => rrule && JSON.stringify({ rrule, first, until, skip })),
  });
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

/** The fields of how often, on which day and in which time zone a series meets. */
function fieldsOf({ rrule, dates, repeats, day, timezone = "" }, at) {
  const named = (fields) => Object.entries({ timezone, ...fields }).map(([name, value]) => [`meetings.${at}.${name}`, value]);
  if (rrule || dates) return named({ repeats: rrule ? "rrule" : "dates" });
  const words = inLowerCase(repeats);
  const [, every, unit] = /^every (\d+) (week|month)s?$/.exec(words) ?? [];
  const rhythm = every ? { repeats: `${unit}s`, every } : { repeats: words };
  if (words === "varies") return named(rhythm);
  const [last, ...which] = inLowerCase(day).split(" ").reverse();
  if (/^\d+$/.test(last)) return named({ ...rhythm, which: "date", date: last });
  const slot = { ...rhythm, weekday: last[0].toUpperCase() + last.slice(1) };
  return named(which.length ? { ...slot, which: which.reverse().join(" ") } : slot);
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
  for (const field of [...form.elements].filter(isAnswer)) {
    const [, value] = typed.find(([name]) => name === field.name) ?? [];
    if (isTicked(field)) field.checked = chosen.some(([name, text]) => name === field.name && text === field.value);
    else if (value !== undefined) set(field, value);
    if (field.checked) unfold(field.closest("details.below"));
  }
}

/** Opens what a ticked box is folded into. */
function unfold(details) {
  for (let at = details; at; at = at.parentElement.closest("details.below")) at.open = true;
}

/** Keeps a recurrence rule with its series, as there is no field for it. */
function keepRule(one, rule) {
  one.dataset.rule = rule;
  one.querySelector("[data-rule]").textContent = JSON.parse(rule).rrule;
  one.querySelector("[name$='.repeats']").append(new Option(say("script-values-rule"), "rrule"));
}

/** Sets a field. A menu gets the option if it lacks it. */
function set(field, value) {
  const isOffered = field.tagName !== "SELECT" || [...field.options].some((option) => option.value === value);
  if (!isOffered && value) field.append(new Option(value, value));
  field.value = value;
}
