// The form that writes a charter: it saves the answers, checks them as they are typed, and helps to send them.

import { check } from "./charter-checks.js";
import { idOf, rewrite, tidy, write } from "./charter-file.js";
import { Kept, tell } from "./charter-kept.js";
import { showResult } from "./charter-result.js";
import { kindsOf } from "./charter-schema.js";
import { withIds } from "./charter-series.js";
import { fold } from "./charter-texts.js";
import { fill, inForm, namesOf, onesOf, read, restore } from "./charter-values.js";
import { addSeveral, follow } from "./form-parts.js";
import { coming, textOf, unitsOf } from "./meeting-days.js";
import { element, fetchJson } from "./page.js";
import { sayer } from "./words.js";

const COMING = 3; // dates shown for a series
const LENGTHS = ["30 min", "45 min", "1 h", "75 min", "90 min", "2 h", "2 h 30 min", "3 h", "4 h", "6 h", "8 h", "1 day", "2 days", "3 days", "4 days", "5 days", "6 days", "7 days"];
// The help for these problems says which line to write in the file, which the form does itself.
const SPEAKS_OF_LINES = ["missing", "unanswered", "standards", "confidentiality", "over", "stale", "limits"];
const say = sayer("words:script-form-");
const HALF_TYPED = { number: "script-form-number", date: "script-form-date", time: "script-form-time" };

const form = document.querySelector("form[data-form]");
// The earlier of the local date and the date in UTC: the check usually runs in UTC, and a charter must not be dated
// in its future.
const now = new Date();
const isoDay = (minutes) => new Date(now - minutes * 60_000).toISOString().slice(0, 10);
const today = [isoDay(now.getTimezoneOffset()), isoDay(0)].sort()[0];

class Charter {
  constructor(data, original) {
    Object.assign(this, { data, original, touched: new Set(), tried: false, taken: null });
  }

  /** The values in the form. Whoever changes when a group meets has reviewed its charter. */
  values() {
    const values = valuesIn(this.data);
    const isRead = !this.original || form.elements["reviewed-today"].checked || !isSame(values.meetings, this.before?.meetings);
    values.reviewed = isRead ? today : this.original.values.reviewed;
    return values;
  }

  problems(values = this.values()) {
    const found = check(values, this.data, today).map((problem) => ({ ...problem, key: inForm(problem.key) }));
    for (const field of form.elements) {
      const words = field.validity?.badInput && !field.closest("[hidden]") && HALF_TYPED[field.type];
      if (words) found.push({ key: field.name, code: "value", severity: "error", text: say(words), help: say("script-form-again") });
    }
    if (this.takenId && this.takenId.id === this.id(values)) {
      found.push({ key: "id", code: "duplicate", severity: "error", text: say("script-form-address", { other: this.takenId.other }), help: say("script-form-another") });
    }
    if (this.taken && this.taken.name === values.name) {
      const { code, severity, text, help } = this.data.messages["name-is-taken"];
      found.push({ key: "name", code, severity, text: text.replace("{name}", this.taken.other), help });
    }
    return found;
  }

  text(values = this.values()) {
    return this.original ? rewrite(this.original, this.before, values, this.data) : write(values, this.data);
  }

  id(values = this.values()) {
    return this.original?.id ?? idOf(values.id ?? values.name ?? "", this.data);
  }

  /** The path of its file in the repository. */
  path(values) {
    return this.original?.file ?? `content/groups/${this.id(values)}.md`;
  }

  /** The web address of its page. */
  page(values) {
    return `${this.data.site.base_url}groups/${this.id(values)}/`;
  }

  /** Finds out whether another group has the name, or a group with a similar name has the address. */
  async lookForName(name) {
    const folded = fold(name);
    const part = Math.max(0, this.data.names.findLastIndex((first) => first <= folded));
    const names = this.data.names.length ? await fetchNow(`${form.dataset.names}${part}.json`) : [];
    const same = names.find(([key, id]) => key === folded && id !== this.original?.id);
    this.taken = same ? { name, other: same[2] } : null;
    const at = this.id();
    const holder = this.original || same ? null : names.find(([, id]) => id === at);
    this.takenId = holder ? { id: at, other: holder[2] } : null;
  }
}

/** The values in the form, as they are written. */
function valuesIn(data) {
  const values = tidy(read(form), data.markdown);
  return values.meetings ? { ...values, meetings: withIds(values.meetings, data) } : values;
}

const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** Fetches a JSON file as it is now, even if it is cached. */
const fetchNow = (address) => fetchJson(address, "no-cache");

/** Fills the menus, restores saved answers, and listens for changes. */
export async function start() {
  const wanted = new URLSearchParams(location.search).get("edit");
  const data = await knowledge();
  const original = /^[a-z0-9-]+$/.test(wanted ?? "") ? await originalOf(wanted) : null;
  prepare(form, data);
  const charter = new Charter(data, original);
  if (original) {
    const { meetings = [] } = original.values;
    fill(form, { ...original.values, meetings: withIds(meetings, data) }, original.about);
    follow(form);
    charter.before = { ...valuesIn(data), reviewed: original.values.reviewed };
    tellOfEditing(original);
  }
  const kept = new Kept(form, original, (answers) => {
    restore(form, answers);
    follow(form);
    showComing(charter);
    show(charter);
    look(charter);
  });
  follow(form);
  listen(charter, kept);
  show(charter);
  kept.bringBack();
}

/** The form's data, with the kinds of keys that follow from its schema. */
async function knowledge() {
  const data = await fetchNow(form.dataset.form);
  return { ...data, ...kindsOf(data) };
}

async function originalOf(id) {
  const firsts = await fetchNow(`${form.dataset.charters}index.json`);
  const part = firsts.findLastIndex((first) => first <= id);
  const charters = part < 0 ? {} : await fetchNow(`${form.dataset.charters}${part}.json`);
  if (!Object.hasOwn(charters, id)) {
    tell(form, say("script-form-no-group", { id }));
    return null;
  }
  const { file, text, typed } = charters[id];
  const about = text.split(/\r\n|\n/).slice(typed.body).join("\n").trim();
  const keys = Object.keys(typed.values);
  const entries = typed.lines?.map(([start, end], at) => ({ key: keys[at], start, end }));
  return { id, file, text, about, body: typed.body, entries, values: withTexts(typed.values, new TextEncoder().encode(text)) };
}

/** A charter's values, with the texts of which they only have the place. */
function withTexts(value, bytes) {
  if (!value || typeof value !== "object") return value;
  if (typeof value[0] === "number") return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(...value));
  if (Array.isArray(value)) return value.map((item) => withTexts(item, bytes));
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withTexts(part, bytes)]));
}

function tellOfEditing({ id, values }) {
  const notice = form.querySelector("[data-editing]");
  notice.textContent = say("script-form-editing", { name: values.name, id });
  notice.hidden = false;
  form.querySelector("[data-reviewed]").hidden = false;
  form.querySelector("[data-new]").hidden = true;
}

/** How long a meeting lasts, as its menu calls it. */
function lengthInWords(length) {
  const parts = unitsOf(length).map(([unit, count]) => new Intl.NumberFormat(form.dataset.language, { style: "unit", unit, unitDisplay: "long" }).format(count));
  return parts.join(" ");
}

/** Lets screen readers read the hint and the problems beside a field with it. */
function describe(field) {
  const ids = [...field.parentElement.children].filter((beside) => beside.matches(".hint, .problems")).map(({ id }) => id);
  if (ids.length) field.setAttribute("aria-describedby", ids.join(" "));
}

/** Fills the menus of a part that are too long to be in the page, and sets up what can be repeated within it. */
function prepare(part, data) {
  part.querySelectorAll(":is(input, select, textarea):not([aria-describedby])").forEach(describe);
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const menu of part.querySelectorAll("select[name$='.duration']")) {
    menu.append(...LENGTHS.map((length) => new Option(lengthInWords(length), length)));
  }
  const { meetings, costs } = data.schema.properties;
  for (const menu of part.querySelectorAll("select[name$='.timezone']")) {
    menu.append(...meetings.items.properties.timezone.enum.map((zone) => new Option(zone.replaceAll("_", " "), zone, zone === own, zone === own)));
  }
  for (const menu of part.querySelectorAll("select[name='costs.currency']")) {
    const names = new Intl.DisplayNames([form.dataset.language], { type: "currency" });
    const named = (code) => (names.of(code) === code ? code : `${code} – ${names.of(code)}`);
    const first = ["GBP", "EUR", "USD"];
    menu.append(...[...first, ...costs.anyOf[0].properties.currency.enum.filter((code) => !first.includes(code))].map((code) => new Option(named(code), code)));
  }
  part.querySelectorAll("[data-several]").forEach((several) => addSeveral(several, (added) => prepare(added, data)));
}

function listen(charter, kept) {
  // Messages shown above a button must not move it while it is being pressed.
  let isPressing = false;
  const showSoon = () => { if (!isPressing) show(charter); };
  form.addEventListener("pointerdown", () => { isPressing = true; });
  for (const end of ["pointerup", "pointercancel"]) {
    addEventListener(end, () => setTimeout(() => { isPressing = false; show(charter); }));
  }
  const changed = (event) => {
    follow(form);
    showComing(charter);
    kept.soon(showSoon);
    addPickedDate(event.target);
  };
  form.addEventListener("input", changed);
  form.addEventListener("change", (event) => { touch(charter, event.target); changed(event); });
  form.addEventListener("focusout", (event) => {
    touch(charter, event.target);
    if (["name", "id"].includes(event.target.name)) look(charter);
    showSoon();
  });
  form.addEventListener("several", () => { kept.keep(); show(charter); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", (event) => {
    if (event.target.matches("[data-check]")) {
      charter.tried = true;
      show(charter);
      form.querySelector("[data-summary]")?.focus();
    }
  });
  showComing(charter);
}

async function look(charter) {
  const { name } = charter.values();
  if (!name) return;
  try {
    await charter.lookForName(name);
  } catch {
    charter.taken = null; // the check of the pull request will find it
  }
  show(charter);
}

/** Adds a date picked beside a list of dates to the list, or makes a range of the last date and this one. */
function addPickedDate(input) {
  const { add, to } = input?.dataset ?? {};
  if (!add || !/^(19|20)\d\d-\d\d-\d\d$/.test(input.value)) return; // its year is still being typed
  const list = input.closest(".one").querySelector(`textarea[name$='.${add}']`);
  const lines = list.value.split("\n").filter(Boolean);
  const from = to === undefined ? undefined : lines.pop()?.split(" to ")[0];
  list.value = [...lines, from ? `${from} to ${input.value}` : input.value].join("\n");
  input.value = "";
  list.dispatchEvent(new Event("input", { bubbles: true }));
}

function touch(charter, input) {
  if (input?.name) charter.touched.add(input.name.replace(/\.(every|which|weekday|other|date)$/, (part) => (part === ".every" ? ".repeats" : ".day")));
}

/** Shows the next dates of each series. */
function showComing(charter) {
  const from = Math.floor(Date.now() / 86400000);
  const told = new Map(read(form).meetings.map((series, at) => [inForm(`meetings[${at}]`), series]));
  onesOf(form, "meetings").forEach((one, at) => {
    const series = told.get(`meetings[${at}]`);
    const found = series?.dates?.length || series?.first ? coming(series, from, COMING) : [];
    const words = found.map((day) => new Date(`${textOf(day)}T12:00:00Z`).toLocaleDateString(form.dataset.language, { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }));
    const line = words.length ? say("script-form-coming", { days: words.join("; ") }) : "";
    const shown = one.querySelector("[data-coming]");
    if (shown.textContent !== line) shown.textContent = line;
  });
}

/** Shows the problems beside each answer that was touched, and the state of the whole charter. */
function show(charter) {
  const values = charter.values();
  const problems = charter.problems(values);
  const shown = new Map();
  for (const problem of problems) {
    const slot = slotOf(problem.key);
    const isReady = charter.tried || charter.touched.has(slot && nameOf(slot)) || isTouchedBelow(charter, problem.key);
    if (slot && isReady && problem.code !== "unanswered") shown.set(slot, [...(shown.get(slot) ?? []), problem]);
  }
  for (const slot of form.querySelectorAll(".problems")) showProblems(slot, shown.get(slot) ?? []);
  showResult(form, charter, values, problems);
}

/** Whether a part of a leader or a series has been touched. */
function isTouchedBelow(charter, key) {
  const [name] = namesOf(key);
  return /\.\d+$/.test(name) && [...charter.touched].some((touched) => touched.startsWith(`${name}.`));
}

/** Where a problem is shown: beside its field, or else beside the nearest part that contains it. */
function slotOf(key) {
  for (const name of namesOf(key)) {
    const slot = form.querySelector(`#problems-${CSS.escape(name)}`);
    if (slot) return slot;
  }
  return null;
}

/** The name of the field for whose problems a place is. */
const nameOf = (slot) => slot.id.slice("problems-".length);

function showProblems(slot, problems) {
  const wordsOf = ({ code, text, help }) => (SPEAKS_OF_LINES.includes(code) ? text : `${text} ${help}`).replaceAll("`", "");
  const said = new Map(problems.map((problem) => [wordsOf(problem), problem.severity]));
  const lines = [...said].map(([words, severity]) => element("p", { class: severity }, words));
  if (slot.textContent !== lines.map((line) => line.textContent).join("")) slot.replaceChildren(...lines);
  const isWrong = problems.some(({ severity }) => severity === "error");
  const own = form.querySelector(`#field-${CSS.escape(nameOf(slot))}`);
  for (const field of own ? [own] : form.querySelectorAll(`select[aria-describedby~="${CSS.escape(slot.id)}"]`)) {
    if (isWrong) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }
}
