// The end of the form: the state of the charter, its file, and the ways to send it.

import { namesOf } from "./charter-values.js";
import { Ways } from "./charter-ways.js";
import { wordsOf } from "./form-problems.js";
import { element } from "./page.js";
import { sayer } from "./words.js";

const say = sayer("words:script-result-");
const made = new WeakMap();

/** Shows the present state of the charter. */
export function showResult(form, charter, values, problems) {
  const root = form.querySelector("[data-result]");
  if (!made.has(root)) made.set(root, new Result(root, charter));
  made.get(root).show(form, values, problems);
}

class Result {
  constructor(root, charter) {
    this.charter = charter;
    this.answered = element("p");
    this.summary = element("div", { class: "summary", tabindex: -1, "data-summary": true });
    this.file = new File();
    this.ways = new Ways(charter, this.file);
    this.sending = element("div", { class: "sending", hidden: true }, this.file.root, ...this.ways.parts);
    const check = element("button", { type: "button", class: "button", "data-check": true }, say("script-result-check"));
    root.append(this.answered, check, this.summary, this.sending);
  }

  show(form, values, problems) {
    const { charter } = this;
    const errors = problems.filter(({ severity }) => severity === "error");
    this.answered.textContent = say("script-result-answered", { n: answered(charter.data.questions, values, errors) });
    if (!charter.id(values) && values.name) {
      errors.push({ key: "id", severity: "error", text: say("script-result-no-address") });
    }
    this.sending.hidden = errors.length > 0;
    const signature = JSON.stringify([charter.tried, errors, problems]);
    if (signature !== this.signature) this.showSummary(form, errors, problems);
    this.signature = signature;
    if (!errors.length) this.showSending(values);
  }

  showSummary(form, errors, problems) {
    const warnings = problems.filter(({ severity }) => severity === "warning");
    const [exposed, suggestions] = [warnings.filter(isExposed), warnings.filter((problem) => !isExposed(problem))];
    const list = (found) => element("ul", {}, ...found.map((problem) => this.item(form, problem)));
    const parts = [];
    if (errors.length && this.charter.tried) {
      parts.push(heading(say("script-result-wrong", { n: errors.length })), list(errors), paragraph(say("script-result-fixed")));
    } else if (!errors.length) {
      parts.push(heading(say(warnings.length ? "script-result-can-be-sent" : "script-result-complete")));
    }
    const isTold = this.charter.tried || !errors.length;
    if (exposed.length && isTold) parts.push(paragraph(say("script-result-exposed")), list(exposed));
    if (suggestions.length && isTold) {
      const title = element("summary", {}, say("script-result-suggestions", { n: suggestions.length }));
      const open = Boolean(this.summary.querySelector("details[open]"));
      parts.push(element("details", { open }, title, paragraph(say("script-result-thought")), list(suggestions)));
    }
    this.summary.replaceChildren(...parts);
  }

  item(form, problem) {
    const [text] = wordsOf(form, problem);
    return element("li", {}, element("a", { href: `#${fieldOf(form, problem.key)}` }, text));
  }

  showSending(values) {
    const text = this.charter.text(values);
    this.file.show(text, this.charter.path(values));
    this.ways.show(values, text);
  }
}

/** Whether a problem is that everybody could read what was not meant for them. */
const isExposed = ({ code }) => code === "private-data" || code === "call-link";

/** How many questions have an answer without errors, as `guildhall check` counts them. */
function answered(questions, values, errors) {
  const wrong = new Set(errors.map(({ key }) => key.split(/[.[]/)[0]));
  return questions.filter(({ keys }) => keys.some((key) => values[key] !== undefined) && !keys.some((key) => wrong.has(key))).length;
}

/** The id of the field of a key, or of its first field. */
function fieldOf(form, key) {
  const first = (selector) => [...form.querySelectorAll(selector)].find((field) => !field.closest("[hidden]"));
  for (const name of namesOf(key.replace(/\.day$/, ".weekday"))) {
    const same = CSS.escape(name);
    const field = first(`#field-${same}`) ?? first(`[name="${same}"]`) ?? first(`[name^="${same}."]`);
    if (!field) continue;
    field.id ||= `field-${name}-${field.value || "choice"}`;
    return field.id;
  }
  return "form";
}

/** The file as it will be sent. */
class File {
  constructor() {
    this.name = element("code");
    this.text = element("pre", { tabindex: 0, role: "region", "aria-label": say("script-result-file") });
    this.root = element("details", { class: "file" }, element("summary", {}, `${say("script-result-file-itself")} `, this.name), this.text);
  }

  show(text, path) {
    this.text.textContent = text;
    this.name.textContent = path;
  }

  select() {
    this.root.open = true;
    getSelection().selectAllChildren(this.text);
    this.text.focus();
  }
}

const heading = (words) => element("h4", {}, words);
const paragraph = (...parts) => element("p", {}, ...parts);
