// Shows problems in the form, in words for people who never see the file.

import { namesOf } from "./charter-values.js";
import { element } from "./page.js";
import { sayer } from "./words.js";

const say = sayer("words:script-problem- script-remedy-");

// What the form says of a problem, and what to do, where the words of the checks are about lines of a file. Of a missing
// answer, the question beside it says what to do.
const TEXTS = {
  "no-answer": "script-problem-no-answer",
  missing: "script-problem-missing",
  "no-term": "script-problem-no-term",
  "too-many": "script-problem-too-many",
  nothing: "script-problem-nothing",
  "not-a-date": "script-problem-not-a-date",
  "never-meets": "script-problem-never-meets",
  "nearly-suggested": "script-problem-nearly-suggested",
};
const REMEDIES = {
  "no-term": "script-remedy-no-term",
  "not-declared": "script-remedy-not-declared",
  "not-among-values": "script-remedy-not-among-values",
  "is-over": "script-remedy-is-over",
  "is-stale": "script-remedy-is-stale",
  "no-places-left": "script-remedy-no-places-left",
  "address-shown": "script-remedy-address-shown",
  "number-shown": "script-remedy-number-shown",
  "still-there": "script-remedy-still-there",
  "no-way": "script-remedy-no-way",
  "empty-list": "script-remedy-empty-list",
  nothing: "script-remedy-nothing",
  "not-a-date": "script-remedy-not-a-date",
  "not-a-day-of-series": "script-remedy-not-a-day-of-series",
  "no-day-of-series": "script-remedy-no-day-of-series",
  "never-meets": "script-remedy-never-meets",
  "ends-too-early": "script-remedy-ends-too-early",
  "not-a-listed-date": "script-remedy-not-a-listed-date",
  "moved-and-left-out": "script-remedy-moved-and-left-out",
  "moves-nowhere": "script-remedy-moves-nowhere",
  "two-at-once": "script-remedy-two-at-once",
  "too-many-series": "script-remedy-too-many-series",
  "too-many-dates": "script-remedy-too-many-dates",
  "nearly-suggested": "script-remedy-nearly-suggested",
  "no-values": "script-remedy-not-among-values",
  "all-left-out": "script-remedy-is-over",
  "no-way-at-all": "script-remedy-no-way",
};
const SAYS_ALL = ["missing", "no-answer", "unanswered"];

/** Where a problem is shown: beside its field, or else beside the nearest part that contains it. */
export function slotOf(form, key) {
  for (const name of namesOf(key)) {
    const slot = form.querySelector(`#problems-${CSS.escape(name)}`);
    if (slot) return slot;
  }
  return null;
}

/** The name of the field for whose problems a place is. */
export const nameOf = (slot) => slot.id.slice("problems-".length);

/** What is wrong, and what to do. */
export function wordsOf(form, { key, name, text, help, gaps }) {
  const [own] = namesOf(key);
  const last = own.split(".").at(-1);
  const label = labelOf(form, key, last) ?? last;
  const said = (table, words) => (table[name] ? say(table[name], { ...gaps, label }) : words);
  const remedy = SAYS_ALL.includes(name) ? "" : said(REMEDIES, help);
  return [said(TEXTS, text), remedy].map((words) => withLabels(form, key, words));
}

/** A text with the labels of the form in the place of keys. */
function withLabels(form, key, words) {
  return (words ?? "").replace(/`([^`]*)`/g, (code, inner) => `“${/^[a-z_]+$/.test(inner) ? labelOf(form, key, inner) ?? inner : inner}”`);
}

/** What the form calls a key that a problem with another, or with itself, names. */
function labelOf(form, key, named) {
  const [own, around = ""] = namesOf(key);
  for (const name of [own, around && `${around}.${named}`, named].filter((one) => one === named || one.endsWith(`.${named}`))) {
    const part = form.querySelector(`[name="${CSS.escape(name)}"], #problems-${CSS.escape(name)}`);
    const label = form.querySelector(`label[for="field-${CSS.escape(name)}"]`) ?? part?.closest("fieldset")?.querySelector("legend");
    if (label) return label.firstChild.textContent.trim();
  }
  return null;
}

export function showProblems(form, slot, problems) {
  const said = new Map(problems.map((problem) => [wordsOf(form, problem).filter(Boolean).join(" "), problem.severity]));
  const lines = [...said].map(([words, severity]) => element("p", { class: severity }, words));
  if (slot.textContent !== lines.map((line) => line.textContent).join("")) slot.replaceChildren(...lines);
  const isWrong = problems.some(({ severity }) => severity === "error");
  const own = form.querySelector(`#field-${CSS.escape(nameOf(slot))}`);
  for (const field of own ? [own] : form.querySelectorAll(`select[aria-describedby~="${CSS.escape(slot.id)}"]`)) {
    if (isWrong) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }
}
