// The form that writes a charter: it saves the answers, checks them as they are typed, and helps to send them.

import { check } from "./charter-checks.js";
import { idOf, rewrite, tidy, write } from "./charter-file.js";
import { Kept, tell } from "./charter-kept.js";
import { showResult } from "./charter-result.js";
import { kindsOf } from "./charter-schema.js";
import { withIds } from "./charter-series.js";
import { fold } from "./charter-texts.js";
import { fill, inForm, namesOf, onesOf, read, restore } from "./charter-values.js";
import { fillMenus } from "./form-menus.js";
import { addSeveral, follow } from "./form-parts.js";
import { readPasted } from "./form-pasted.js";
import { Preview } from "./form-preview.js";
import { nameOf, showProblems, slotOf } from "./form-problems.js";
import { Screens } from "./form-screens.js";
import { Understood } from "./form-understood.js";
import { beganOn, coming, startOf, textOf } from "./meeting-days.js";
import { element, fetchJson } from "./page.js";
import { sayer } from "./words.js";

const COMING = 3; // dates shown for a series
const say = sayer("words:script-form-");
// Of an answer that is not understood, this says more than the words of the checks, which are about what a file has.
const NO_DATE = ["script-form-date", "script-form-date-how"];
const NOT_UNDERSTOOD = {
  date: NO_DATE,
  "past-date": NO_DATE,
  time: ["script-form-time", "script-form-time-how"],
  length: ["script-form-length", "script-form-length-how"],
  zone: ["script-form-zone", "script-form-zone-how"],
};

const form = document.querySelector("form[data-form]");
// The earlier of the local date and the date in UTC: the check usually runs in UTC, and a charter must not be dated
// in its future.
const now = new Date();
const isoDay = (minutes) => new Date(now - minutes * 60_000).toISOString().slice(0, 10);
const today = [isoDay(now.getTimezoneOffset()), isoDay(0)].sort()[0];

class Charter {
  constructor(data, original, understood) {
    Object.assign(this, { data, original, understood, touched: new Set(), tried: false, taken: null });
  }

  /** The values in the form. Whoever changes when a group meets has reviewed its charter. */
  values() {
    const values = this.typed();
    const isRead = !this.original || form.elements["reviewed-today"].checked || !isSame(values.meetings, this.before?.meetings);
    values.reviewed = isRead ? today : this.original.values.reviewed;
    return values;
  }

  problems(values = this.values()) {
    const doubts = [...form.elements].map((field) => this.doubt(field)).filter(Boolean);
    const isDoubted = (key) => doubts.some((doubt) => doubt.key === key && doubt.severity === "error");
    const found = check(values, this.data, today).map((problem) => ({ ...problem, key: inForm(problem.key) }))
      .filter(({ key }) => !isDoubted(key.replace(/\[(\d+)\]/g, ".$1")));
    found.push(...doubts);
    if (this.takenId && this.takenId.id === this.id(values)) {
      found.push({ key: "id", code: "duplicate", severity: "error", text: say("script-form-address", { other: this.takenId.other }), help: say("script-form-another") });
    }
    if (this.taken && this.taken.name === values.name) {
      const { code, severity, text, help } = this.data.messages["name-is-taken"];
      found.push({ key: "name", name: "name-is-taken", code, severity, text: text.replace("{name}", this.taken.other), help });
    }
    return found;
  }

  /** An answer that cannot be read, or can be read in several ways. */
  doubt(field) {
    if (!field.name || field.closest("[hidden]")) return null;
    const key = field.name.replace(/\.lasts$/, ".duration");
    const wrong = (words, help) => ({ key, code: "value", severity: "error", text: say(words), help: say(help) });
    if (field.validity.badInput) return wrong("script-form-number", "script-form-again");
    const doubt = this.understood.doubt(field);
    if (doubt === "people") return { ...wrong("script-form-people", "script-form-people-how"), severity: "warning" };
    if (doubt === "several") return wrong("script-form-several", "script-form-choose");
    return doubt === "none" ? wrong(...NOT_UNDERSTOOD[field.dataset.means]) : null;
  }

  /** The values in the form, as they are written. */
  typed() {
    const values = tidy(read(form, this.understood.valueOf), this.data.markdown);
    return values.meetings ? { ...values, meetings: withIds(values.meetings, this.data) } : values;
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

const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** Fetches a JSON file as it is now, even if it is cached. */
const fetchNow = (address) => fetchJson(address, "no-cache");

/** Fills the menus, restores saved answers, and listens for changes. */
export async function start() {
  const asked = new URLSearchParams(location.search);
  const wanted = asked.get("edit");
  const data = await knowledge();
  const original = /^[a-z0-9-]+$/.test(wanted ?? "") ? await originalOf(wanted) : null;
  const { meetings: series, costs } = data.schema.properties;
  const understood = new Understood({ today, language: form.dataset.language, currencies: costs.anyOf[0].properties.currency.enum, zones: series.items.properties.timezone.enum, countries: data.countries });
  prepare(form, data, understood);
  const charter = new Charter(data, original, understood);
  if (original) {
    const { meetings = [] } = original.values;
    fill(form, { ...original.values, meetings: withIds(meetings, data) }, original.about, understood.typed);
    follow(form);
    understood.keepNames(form);
    charter.before = { ...charter.typed(), reviewed: original.values.reviewed };
    tellOfEditing(original);
  }
  const isConfirmed = original && asked.has("still-true");
  if (isConfirmed) confirmAll(original);
  const kept = new Kept(form, original, (answers) => {
    restore(form, answers);
    follow(form);
    showComing(charter);
    show(charter);
    look(charter);
  });
  follow(form);
  charter.screens = new Screens(form, Boolean(original));
  charter.preview = new Preview(form, data);
  listen(charter, kept);
  readPasted(form, data, understood, () => {
    follow(form);
    kept.soon(() => show(charter));
  });
  show(charter);
  if (!isConfirmed) kept.bringBack();
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
  form.querySelectorAll("[data-new]").forEach((part) => { part.hidden = true; });
}

/** Makes the day of the review the only change, and leads to sending it. */
function confirmAll({ values }) {
  form.elements["reviewed-today"].checked = true;
  form.querySelector("[data-editing]").textContent = say("script-form-confirming", { name: values.name });
  history.replaceState(null, "", "#send");
}

/** Gives an answer a place for its problems, and lets screen readers read them and the hint with it. */
function describe(holder) {
  const isGroup = holder.matches("fieldset");
  const field = isGroup ? holder : holder.querySelector(":scope > :is(input, select, textarea)");
  if (!isGroup && field?.hasAttribute("aria-describedby")) return;
  if (!isGroup && field?.name) holder.append(element("div", { class: "problems", id: `problems-${field.name}` }));
  const beside = [...holder.children].filter((part) => part.matches(".hint, .problems"));
  for (const hint of beside) hint.id ||= `hint-${hints += 1}`;
  if (field && beside.length) field.setAttribute("aria-describedby", beside.map(({ id }) => id).join(" "));
}
let hints = 0;

/** Fills the menus of a part, and sets up what is understood in it and what can be repeated within it. */
function prepare(part, data, understood) {
  part.querySelectorAll(".field:not([aria-describedby])").forEach(describe);
  fillMenus(part, data, form.dataset.language);
  understood.prepare(part);
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
  const isOfPlace = understood.context.zones.includes(own) && !Object.hasOwn(data.fixed_zones, own);
  for (const zone of part.querySelectorAll("[data-means='zone']")) zone.value = isOfPlace ? understood.typed(zone, own) : "";
  part.querySelectorAll("[data-several]").forEach((several) => addSeveral(several, (added) => prepare(added, data, understood)));
}

function listen(charter, kept) {
  // What changes above a button must not move it while it is being pressed.
  let isPressing = false;
  const waiting = [];
  const onceReleased = (act) => (isPressing ? waiting.push(act) : act());
  const showSoon = () => { if (!isPressing) show(charter); };
  form.addEventListener("pointerdown", () => { isPressing = true; });
  const release = () => {
    isPressing = false;
    for (const act of waiting.splice(0)) act();
    show(charter);
  };
  for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => setTimeout(release));
  const changed = (event) => {
    follow(form);
    showComing(charter);
    kept.soon(showSoon);
    addPickedDate(event.target);
  };
  form.addEventListener("input", (event) => {
    if (event.target.dataset.means === "rhythm") charter.understood.settle(event.target); // its answers are further below
    changed(event);
  });
  form.addEventListener("change", (event) => {
    touch(charter, event.target);
    onceReleased(() => {
      charter.understood.settle(event.target);
      changed(event);
    });
  });
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

// Fields that together are one answer, whose problems are shown below it.
const PARTS = { ".every": ".repeats", ".lasts": ".duration" };

function touch(charter, input) {
  if (input?.name) charter.touched.add(input.name.replace(/\.(every|which|weekday|other|date|lasts)$/, (part) => PARTS[part] ?? ".day"));
}

/** Shows the next dates of each series. */
function showComing(charter) {
  const from = Math.floor(Date.now() / 86400000);
  const values = read(form, charter.understood.valueOf);
  const began = beganOn(values, from);
  const told = new Map(values.meetings.map((series, at) => [inForm(`meetings[${at}]`), series]));
  onesOf(form, "meetings").forEach((one, at) => {
    const series = told.get(`meetings[${at}]`);
    const isDated = series && (series.dates || startOf(series, began) !== null);
    const found = isDated ? coming(series, from, COMING, began) : [];
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
    const slot = slotOf(form, problem.key);
    const isReady = charter.tried || charter.touched.has(slot && nameOf(slot)) || isTouchedBelow(charter, problem.key);
    if (slot && isReady && problem.code !== "unanswered") shown.set(slot, [...(shown.get(slot) ?? []), problem]);
  }
  for (const slot of form.querySelectorAll(".problems")) showProblems(form, slot, shown.get(slot) ?? []);
  for (const field of form.querySelectorAll("[data-means]")) charter.understood.show(field);
  const wrong = problems.filter(({ severity }) => severity === "error").map(({ key }) => slotOf(form, key)?.closest(".question"));
  charter.screens.tell(new Set(wrong.filter(Boolean)));
  showResult(form, charter, values, problems);
  charter.preview.show(values).catch(console.error); // the answers stay, and so does all that is done with them
}

/** Whether a part of a leader or a series has been touched. */
function isTouchedBelow(charter, key) {
  const [name] = namesOf(key);
  return /\.\d+$/.test(name) && [...charter.touched].some((touched) => touched.startsWith(`${name}.`));
}
