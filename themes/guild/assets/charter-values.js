// Reads the values of a charter from the form, and fills them in.

import { tidy } from "./charter-file.js";
import { fieldsOf, seriesOf } from "./charter-series.js";
import { sayer } from "./words.js";

const say = sayer("words:script-values-rule");

const CHOICES = ["fields", "subjects", "domains", "aims", "values", "standards"];
const SEVERAL = ["leaders", "links", "meetings"];

const lines = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean);
const onOneLine = (text) => text.replace(/\s*\n\s*/g, " ");
const severalOf = (form, kind) => form.querySelector(`[data-several='${kind}']`);
const isTicked = ({ type }) => type === "radio" || type === "checkbox";
const isAnswer = ({ name, dataset }) => name && !dataset.add && name !== "reviewed-today";
// For each list of things that are filled in, such as `meetings[1].moved`, their positions in the form.
const places = {};

/** The fields of each leader, link, series, or, within a series, moved meeting. */
export const onesOf = (form, kind) => [...severalOf(form, kind).querySelectorAll(":scope > .one")];

/** A key with the positions in the form of the things that it is in, where empty ones may come before them. The text
 * below the keys has no key, and its field is `about`. */
export const inForm = (key) => key.split(/(?<=\])/).reduce((whole, part) => {
  const [, name, at] = /^(.*)\[(\d+)\]$/.exec(part) ?? [];
  return whole + (name === undefined ? part : `${name}[${places[whole + name]?.[at] ?? at}]`);
}, "") || "about";

/** The name of the field of a key, then the names of what contains it, from the inside out. */
export function* namesOf(key) {
  for (let name = key.replace(/\[(\d+)\]/g, ".$1"); name; name = name.replace(/\.?[^.]+$/, "")) yield name;
}

/** The values of the fields, before they are tidied. `valueOf` gives that of one. */
export function read(form, valueOf) {
  const values = {};
  for (const field of form.elements) {
    if (!isAnswer(field) || field.closest("[hidden]")) continue;
    if (isTicked(field)) {
      if (field.checked) put(values, field.name, field.type === "radio" ? field.value : [field.value]);
    } else if (field.value) {
      put(values, field.name, "list" in field.dataset ? lines(field.value) : valueOf(field));
    }
  }
  const { choice, ...sum } = values.costs ?? {};
  const meetings = filled("meetings", (values.meetings ?? []).map((one, at) => seriesOf(withMoved(one, `meetings[${at}].moved`))));
  return { ...values, meetings, leaders: filled("leaders", values.leaders ?? []), links: filled("links", values.links ?? []), costs: choice === "paid" ? sum : choice };
}

const withMoved = (series, key) => (series.moved ? { ...series, moved: filled(key, series.moved) } : series);

/** The leaders, links, series or moved meetings that are not empty. Their positions in the form are remembered. */
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

/** Fills the form in from the values of a charter. `typed` gives a value as people write it in a field. */
export function fill(form, values, about, typed) {
  const { meetings = [], costs = "" } = values;
  const plain = flat({ ...values, about, status: values.status ?? "active", costs });
  const isOffered = (key, text) => form.querySelector(`input[name='${key}'][value='${CSS.escape(text)}']`);
  const own = CHOICES.map((key) => [key, (values[key] ?? []).filter((text) => !isOffered(key, text)).map(onOneLine).join("\n")]);
  restore(form, {
    counts: { ...Object.fromEntries(SEVERAL.map((kind) => [kind, values[kind]?.length])), moved: meetings.map(({ moved = [] }) => moved.length) },
    chosen: [...CHOICES.flatMap((key) => (values[key] ?? []).map((text) => [key, text])), ...plain, ["costs", costs.per ? "paid" : costs]],
    typed: [...meetings.flatMap((series, at) => flat(fieldsOf(series), `meetings.${at}`)), ...own, ...plain],
  }, typed);
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

/** The contents of all fields, hidden ones included, in order to save them. */
export function snapshot(form) {
  const fields = [...form.elements].filter(isAnswer);
  const pairs = (some) => some.map(({ name, value }) => [name, value]);
  return {
    counts: { ...Object.fromEntries(SEVERAL.map((kind) => [kind, onesOf(form, kind).length])), moved: onesOf(form, "meetings").map((one) => onesOf(one, "moved").length) },
    chosen: pairs(fields.filter((field) => isTicked(field) && field.checked)),
    typed: pairs(fields.filter((field) => !isTicked(field))),
  };
}

/** Restores the contents of all fields. */
export function restore(form, { counts, chosen, typed }, asTyped = (field, value) => value) {
  for (const kind of SEVERAL) severalOf(form, kind).setCount(counts[kind] ?? 1);
  onesOf(form, "meetings").forEach((one, at) => {
    severalOf(one, "moved").setCount(counts.moved?.[at] ?? 0);
    showRule(one, typed.find(([name]) => name === `meetings.${at}.rrule`)?.[1]);
  });
  for (const field of [...form.elements].filter(isAnswer)) {
    const [, value] = typed.find(([name]) => name === field.name) ?? [];
    if (isTicked(field)) field.checked = chosen.some(([name, text]) => name === field.name && text === field.value);
    else if (value !== undefined) set(field, asTyped(field, value));
    if (field.checked) unfold(field.closest("details.below"));
  }
}

/** Opens what a ticked box is folded into. */
function unfold(details) {
  for (let at = details; at; at = at.parentElement.closest("details.below")) at.open = true;
}

/** Offers to keep the recurrence rule of a series, which nobody can type. */
function showRule(one, rule) {
  const menu = one.querySelector("[name$='.repeats']");
  const isOffered = [...menu.options].some(({ value }) => value === "rrule");
  one.querySelector("[data-rule]").textContent = rule ?? "";
  if (rule && !isOffered) menu.append(new Option(say("script-values-rule"), "rrule"));
}

/** Sets a field. A menu gets the option if it lacks it. */
function set(field, value) {
  const isOffered = field.tagName !== "SELECT" || [...field.options].some((option) => option.value === value);
  if (!isOffered && value) field.append(new Option(value, value));
  field.value = value;
}
