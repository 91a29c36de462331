// The checks of `guildhall check` that apply to what can be entered in the form, with the same messages.
//
// Rules about one key come from the charter's JSON Schema. This file has the rules that join several keys, and those
// that a schema cannot express. The schema, the messages and the lists are in the form's data.

import { meetings } from "./charter-meetings.js";
import { privacy, supervision } from "./charter-privacy.js";
import { SUSPICIOUS, ruleAt, violations } from "./charter-schema.js";
import { asciiLower, fits, fold, nearest, patternOf, shorten } from "./charter-texts.js";
import { dayOf } from "./meeting-days.js";

/** The problems of a charter: `{key, name, code, severity, text, help, gaps}` each, in the order of the format; `name` is
 * that of the message, which `gaps` fill. Numbers are text. */
export function check(values, data, today) {
  const found = [];
  const report = (key, name, gaps = {}) => {
    const { code, severity, text, help } = data.messages[name];
    if (severity) found.push({ key, name, code, severity, text: fill(text, gaps), help: fill(help, gaps), gaps });
  };
  const missing = (key, code = "missing", severity = "error") => {
    const [text, help] = data.missing[key.replace(/\[\d+\]/g, "[]")];
    const question = data.questions.find((one) => one.keys.includes(key) && text.includes(one.text))?.text;
    const name = key === "fields" ? "no-term" : question ? "no-answer" : "missing";
    if (severity) found.push({ key, name, code, severity, text, help, gaps: { question, what: text.slice(text.indexOf(": ") + 2) } });
  };
  const unsaid = (key) => missing(key, "unanswered", data.messages.unanswered.severity);
  const invalid = checkEachKey(values, data, report, missing);
  const isValid = (key) => !invalid.some((other) => other === key || other.startsWith(`${key}.`) || other.startsWith(`${key}[`));
  for (const rule of RULES) rule({ values, data, today, report, unsaid, isValid });
  const place = ({ key }) => (key ? data.keys.indexOf(key.split(/[.[]/)[0]) : Infinity);
  return found.sort((one, other) => place(one) - place(other));
}

const RULES = [dates, countries, succession, size, meetings, costs, joining, questions, openParts, reaching, standards, confidences, largeness, privacy, supervision];

function fill(words, gaps) {
  return words.replace(/\{([a-z]+)\}/g, (gap, name) => gaps[name] ?? gap);
}

/** Reports the rules that single keys break. Returns the keys whose values are not valid. */
function checkEachKey(values, data, report, missing) {
  const almost = almostSuggestedIn(values, data);
  for (const [key, gaps] of almost) report(key, "nearly-suggested", gaps);
  const hasMessage = ({ rule, keyword }) => keyword === "required" || rule["x-messages"]?.[keyword];
  const problems = violations(values, data.schema, data.schema).filter(hasMessage);
  for (const { key, value, rule, keyword } of problems) {
    if (keyword === "required") missing(key);
    else if (keyword !== SUSPICIOUS || !almost.has(key)) reportRule(key, value, rule, keyword, data, report);
  }
  const errors = problems.filter(({ keyword }) => keyword !== SUSPICIOUS && keyword !== "uniqueItems");
  return [...errors.map(({ key }) => key), ...almost.keys()];
}

function reportRule(key, value, rule, keyword, data, report) {
  const { name, ...gaps } = rule["x-messages"][keyword];
  if (Array.isArray(value)) return report(key, name, { ...gaps, count: value.length });
  const tag = name === "bad-language" && tagMeant(value, rule.pattern, data.languages);
  const address = ["bad-contact", "bad-url", "not-a-link"].includes(name) && addressMeant(value, ruleAt(key.replace(/\[\d+\]/g, "[]"), data.schema), data.schema);
  const length = [...value].length;
  const [found = ""] = keyword === SUSPICIOUS ? value.match(patternOf(rule[keyword])) : [];
  const own = { typed: shorten(value), text: shorten(value), found: shorten(found), length, surplus: inCharacters(length - gaps.limit), tag, address };
  report(key, (tag && "language-meant") || (address && "address-meant") || name, { ...gaps, ...own });
}

const inCharacters = (count) => `${count} character${count === 1 ? "" : "s"}`;

/** The language tag meant by the name of a language, or by a tag written with `_`. */
function tagMeant(typed, pattern, names) {
  const dashed = typed.trim().replaceAll("_", "-");
  return Object.hasOwn(names, fold(typed)) ? names[fold(typed)] : fits(dashed, pattern) && dashed;
}

/** The address meant by one with `<…>`, `mailto:` or a name around it, if it is one by its rule. */
function addressMeant(typed, rule, schema) {
  if (typed.split("@").length > 2) return null; // several addresses
  const [, named = ""] = /<([^<]*)>$/.exec(typed) ?? [];
  const meant = (typed.includes("<") ? named : typed).trim().replace(/^mailto:\s*/i, "").replace(/^https:/i, "https:");
  return meant && meant !== typed && !violations(meant, rule, schema).length && meant;
}

function dates({ values, data, today, report }) {
  for (const key of ["since", "founded", "reviewed"]) {
    if (dayOf(values[key] ?? "") > dayOf(today) + 1) report(key, "to-come", { date: values[key], today });
  }
  const reviewed = dayOf(values.reviewed ?? "");
  if (reviewed !== null && reviewed < dayOf(data.fresh_since) && values.status !== "ended") report("reviewed", "is-stale");
}

function countries({ values, data, report, isValid }) {
  const typed = values.based?.country;
  const isKnown = () => data.countries.includes(fold(typed));
  if (typed && isValid("based.country") && !isKnown()) report("based.country", "not-a-country", { typed: shorten(typed) });
}

function succession({ values, report }) {
  if (values.succeeded_by && values.status !== "ended") report("succeeded_by", "still-there");
}

/** The aims and values that are almost suggestions, by key. */
function almostSuggestedIn(values, data) {
  const inList = (key) => (values[key] ?? []).map((text, at) => {
    const id = almostSuggested(text, data[key]);
    return [`${key}[${at}]`, id && { text: shorten(text), id }];
  });
  return new Map([...inList("aims"), ...inList("values")].filter(([, gaps]) => gaps));
}

/** The suggestion whose name a text is, or whose id a single word almost is. */
function almostSuggested(text, suggestions) {
  if (suggestions.some(([id]) => id === text)) return null;
  const named = suggestions.find(([, name]) => asciiLower(name) === asciiLower(text))?.[0];
  return named ?? (/\s/.test(text) ? null : nearest(text, suggestions.map(([id]) => id)));
}

function size({ values, report, isValid }) {
  const numberOf = (key) => (isValid(`size.${key}`) && values.size?.[key] !== undefined ? Number(values.size[key]) : NaN);
  for (const [less, more] of [["minimum", "ideal"], ["ideal", "maximum"], ["minimum", "maximum"], ["current", "maximum"]]) {
    const [smaller, larger] = [numberOf(less), numberOf(more)];
    if (smaller > larger) report(`size.${less}`, "more-than", { less, more, smaller, larger });
  }
}

function costs({ values, data, report, isValid }) {
  const { amount, currency } = values.costs ?? {};
  if (!amount || !isValid("costs.amount")) return;
  const places = data.decimals[currency] ?? 2;
  const [sum] = amount.matchAll(patternOf(data.patterns.sum));
  if (!sum || sum[1]?.length > places) report("costs.amount", places ? "not-a-sum" : "not-a-whole-sum", { typed: shorten(amount) });
  else if (/^[0.]+$/.test(amount)) report("costs.amount", "nothing");
}

function joining({ values, data, report, isValid }) {
  const { contact = "", places } = values.joining ?? {};
  const host = contact.includes("://") ? "" : asciiLower(contact.split("@").at(-1));
  if (isValid("joining.contact") && data.personal.includes(host)) report("joining.contact", "own-mailbox");
  const { current, maximum } = values.size ?? {};
  const isFull = isValid("size.current") && isValid("size.maximum") && Number(current) >= Number(maximum);
  if (isValid("joining.places") && places === "open" && isFull) report("joining.places", "no-places-left", { current: Number(current), maximum: Number(maximum) });
}

function questions({ values, data, report }) {
  if (values.status === "ended") return;
  for (const { number, text, keys, remedy, optional } of data.questions) {
    const isOpen = optional && !keys.some((key) => values[key] !== undefined);
    const isAsked = !keys.includes("meetings") || (values.status ?? "active") === "active";
    if (!isOpen || !isAsked) continue;
    report(keys[0], "unanswered", { number, question: text, remedy });
  }
}

/** Parts that the directory leaves to its groups. Those of a key that is not there are asked for by its question. */
function openParts({ values, data, unsaid }) {
  if (values.status === "ended") return;
  for (const path of data.unsaid) {
    const [whole, part] = path.split(".");
    if (part ? values[whole] && !values[whole][part] : !values[whole]) unsaid(path);
  }
}

function reaching({ values, data, report }) {
  const hasWay = values.joining?.contact || values.links?.length || values.meetings?.some(({ url }) => url);
  if (hasWay || !data.has_other_ways || values.status === "ended") return;
  const { contact } = data.site;
  if (contact) report("joining.contact", "no-way", { contact });
  else report("joining.contact", "no-way-at-all");
}

function standards({ values, data, report }) {
  if (values.status === "ended") return;
  const all = data.standards.map(([id]) => id).join(", ");
  for (const [id, title] of data.standards) {
    if (!values.standards?.includes(id)) report("standards", "not-declared", { title, all });
  }
}

function confidences({ values, data, report, isValid }) {
  const unanswered = !values.values && !values.standards;
  if (unanswered || values.status === "ended" || values.values?.includes("confidentiality")) return;
  const reminder = values.membership === "closed" ? ` ${data.reminder}` : "";
  if (isValid("values")) report("values", values.values ? "not-among-values" : "no-values", { reminder });
}

function largeness({ values, data, report, isValid }) {
  const maximum = Number(values.size?.maximum);
  if (isValid("size.maximum") && maximum > data.limits[values.membership]) report("size.maximum", `large-${values.membership}`, { maximum });
}
