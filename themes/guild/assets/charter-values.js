// Between the form and the values of a charter.

import { tidy } from "./charter-file.js";
import { sayer } from "./words.js";

const say = sayer("words:script-values-rule");

const RHYTHMS = ["weekly", "fortnightly", "monthly", "quarterly", "varies"];
const CHOICES = ["fields", "subjects", "domains", "aims", "values", "standards"];

const lines = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean);
let places = { leaders: [], meetings: [] };

/** A key with the place that its leader or series has in the form, where empty ones may stand before it. The text
 * below the keys has none. */
export const inForm = (key) => key.replace(/^(leaders|meetings)\[(\d+)\]/, (_, kind, at) => `${kind}[${places[kind][at] ?? at}]`) || "about";

const isShown = (field) => !field.closest("[hidden]");

/** The values that the fields have now, before they are tidied. */
export function read(form) {
  const values = {};
  for (const field of form.elements) {
    if (!field.name || field.dataset.add || field.name === "reviewed-today" || !isShown(field)) continue;
    if (field.type === "radio" || field.type === "checkbox") {
      if (!field.checked) continue;
      put(values, field.name, field.type === "radio" ? field.value : [field.value]);
    } else if (field.value) {
      put(values, field.name, "list" in field.dataset ? lines(field.value) : field.value);
    }
  }
  const { choice, ...sum } = values.costs ?? {};
  const series = (values.meetings ?? []).map((one, at) => seriesOf(one, form, at));
  const filled = (items) => items.map((item, at) => [tidy(item ?? {}), at]).filter(([item]) => Object.keys(item).length);
  const [leaders, meetings] = [filled(values.leaders ?? []), filled(series)];
  places = { leaders: leaders.map(([, at]) => at), meetings: meetings.map(([, at]) => at) };
  const only = (items) => items.map(([item]) => item);
  return { ...values, meetings: only(meetings), leaders: only(leaders), costs: choice === "paid" ? sum : choice };
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

/** A series as a charter says it, or nothing where only the time zone is chosen. */
function seriesOf(series, form, at) {
  if (!series) return null;
  const { repeats, every, which, weekday, date, dates, timezone, ...rest } = series;
  const isEmpty = !repeats && Object.keys(rest).length === 0;
  if (isEmpty) return null;
  const told = { timezone, ...rest };
  if (repeats === "rrule") return { ...told, ...JSON.parse(ruleIn(form, at)) };
  if (repeats === "dates") return { ...told, dates: dates ?? [] };
  if (repeats === "weeks" || repeats === "months") told.repeats = `every ${/^\d+$/.test(every ?? "") ? Number(every) : 0} ${repeats}`;
  else if (repeats) told.repeats = repeats;
  if (repeats && repeats !== "varies") {
    const isByWeek = ["weekly", "fortnightly", "weeks"].includes(repeats);
    told.day = isByWeek ? weekday : which === "date" ? date : weekday && `${which} ${weekday}`;
  }
  return told;
}

const ruleIn = (form, at) => form.querySelectorAll("[data-several='meetings'] .one")[at].dataset.rule ?? "{}";

/** Fills the form in from the values of a charter. */
export function fill(form, values, about) {
  for (const kind of ["leaders", "meetings"]) form.querySelector(`[data-several='${kind}']`).setCount(values[kind]?.length ?? 1);
  const plain = { ...values, about, status: values.status ?? "active" };
  for (const key of CHOICES) choose(form, key, values[key] ?? []);
  if (typeof values.costs === "string") set(form, "costs", values.costs);
  else if (values.costs) set(form, "costs", "paid");
  (values.meetings ?? []).forEach((series, at) => fillSeries(form, series, at));
  for (const [name, value] of flat(plain)) if (name !== "costs") set(form, name, value);
}

/** A value for each field: `joining.contact`, `leaders.0.name`. */
function flat(value, name = "") {
  const inner = (key) => (name ? `${name}.${key}` : key);
  if (Array.isArray(value)) {
    const isText = value.every((item) => typeof item === "string");
    return isText ? [[name, value.map((item) => item.replace(/\s*\n\s*/g, " ")).join("\n")]] : value.flatMap((item, at) => flat(item, inner(at)));
  }
  if (value && typeof value === "object") return Object.entries(value).flatMap(([key, part]) => flat(part, inner(key)));
  return value === undefined || value === null || CHOICES.includes(name) ? [] : [[name, value]];
}

function set(form, name, value) {
  if (CHOICES.includes(name)) return;
  const field = form.elements[name];
  if (!field) return;
  if (field instanceof RadioNodeList) {
    field.value = value;
    return;
  }
  const isOffered = field.tagName !== "SELECT" || [...field.options].some((option) => option.value === value);
  if (!isOffered && !/\.(repeats|day)$/.test(name)) field.append(new Option(value, value));
  if (isOffered || !/\.(repeats|day)$/.test(name)) field.value = value;
}

function choose(form, key, chosen) {
  const boxes = [...form.querySelectorAll(`input[name='${key}']`)];
  boxes.forEach((box) => { box.checked = chosen.includes(box.value); });
  const own = chosen.filter((text) => !boxes.some((box) => box.value === text));
  const field = form.querySelector(`textarea[name='${key}']`);
  if (field) field.value = own.map((text) => text.replace(/\s*\n\s*/g, " ")).join("\n");
}

/** The rhythm and the day of a series, each in fields of its own. */
function fillSeries(form, series, at) {
  const put = (name, value) => { form.elements[`meetings.${at}.${name}`].value = value; };
  put("timezone", series.timezone ?? "");
  if (series.rrule) {
    const { rrule, first, until, skip } = series;
    const one = form.querySelectorAll("[data-several='meetings'] .one")[at];
    keepRule(one, JSON.stringify({ rrule, first, until, skip }));
    return put("repeats", "rrule");
  }
  if (series.dates) return put("repeats", "dates");
  const repeats = series.repeats.trim().toLowerCase().replace(/\s+/g, " ");
  const [, every, unit] = /^every (\d+) (week|month)s?$/.exec(repeats) ?? [];
  put("repeats", RHYTHMS.includes(repeats) ? repeats : `${unit}s`);
  if (every) put("every", every);
  if (repeats === "varies") return;
  const words = series.day.trim().toLowerCase().split(/\s+/);
  const capital = (word) => word[0].toUpperCase() + word.slice(1);
  if (/^\d+$/.test(words[0])) {
    put("which", "date");
    return put("date", words[0]);
  }
  put("weekday", capital(words.at(-1)));
  if (words.length > 1) {
    const which = words.slice(0, -1).join(" ");
    const menu = form.elements[`meetings.${at}.which`];
    if (![...menu.options].some((option) => option.value === which)) menu.append(new Option(which, which));
    put("which", which);
  }
}

/** Keeps a rule for which the form has no field with its series. */
function keepRule(one, rule) {
  one.dataset.rule = rule;
  one.querySelector("[data-rule]").textContent = JSON.parse(rule).rrule;
  one.querySelector("[name$='.repeats']").append(new Option(say("script-values-rule"), "rrule"));
}

/** What every field holds, whether it shows or not, to be kept. */
export function snapshot(form) {
  const counts = Object.fromEntries(["leaders", "meetings"].map((kind) => [kind, form.querySelectorAll(`[data-several='${kind}'] .one`).length]));
  const fields = [...form.elements].filter((field) => field.name && !field.dataset.add && field.name !== "reviewed-today");
  const rules = [...form.querySelectorAll("[data-several='meetings'] .one")].map((one) => one.dataset.rule ?? null);
  const isChosen = (field) => field.type === "radio" || field.type === "checkbox";
  const chosen = fields.filter((field) => isChosen(field) && field.checked).map((field) => [field.name, field.value]);
  const typed = fields.filter((field) => !isChosen(field)).map((field) => [field.name, field.value]);
  return { counts, chosen, typed, rules };
}

/** Puts back what was kept. */
export function restore(form, { counts, chosen, typed, rules }) {
  for (const kind of ["leaders", "meetings"]) form.querySelector(`[data-several='${kind}']`).setCount(counts[kind] ?? 1);
  form.querySelectorAll("[data-several='meetings'] .one").forEach((one, at) => {
    delete one.dataset.rule;
    if (rules[at]) keepRule(one, rules[at]);
  });
  for (const field of form.elements) {
    if (field.type === "radio" || field.type === "checkbox") {
      field.checked = chosen.some(([name, value]) => name === field.name && value === field.value);
    }
  }
  for (const [name, value] of typed) {
    const fields = [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)].filter((field) => field.type !== "checkbox" && field.type !== "radio");
    for (const field of fields) {
      const isOffered = field.tagName !== "SELECT" || [...field.options].some((option) => option.value === value);
      if (!isOffered && /\.(duration|timezone|which)$/.test(name)) field.append(new Option(value, value));
      field.value = value;
    }
  }
}
