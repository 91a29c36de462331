// Shows beside an answer how it is understood, and asks where it can mean several things.

import { lengthFields } from "./charter-series.js";
import { foldAway, unfold } from "./form-folded.js";
import { entriesOf } from "./meant-lists.js";
import { meaningOf } from "./meant.js";
import { button, element } from "./page.js";
import { sayer } from "./words.js";

const say = sayer("words:script-understood-");

// Kinds of answers that stay as they are typed. The others are replaced by what they mean.
const STAYS = ["date", "past-date", "time", "length", "zone"];

export class Understood {
  /** `context`: what `meaningOf` is given. */
  constructor(context) {
    this.context = context;
    this.known = new WeakMap();
    this.names = new Set(); // of leaders, which are not to be told apart
    this.valueOf = this.valueOf.bind(this);
    this.typed = this.typed.bind(this);
  }

  /** What a field means: worked out once for each text, although several ask. */
  meaning(field) {
    const { value, dataset: { means } } = field;
    const isSettled = means === "person" && this.names.has(value);
    if (!means || !value.trim() || isSettled) return null;
    const known = this.known.get(field);
    if (known?.value === value) return known.meaning;
    const meaning = meaningOf(means, value, this.context);
    this.known.set(field, { value, meaning });
    return meaning;
  }

  /** The value of a field, as a charter has it. */
  valueOf(field) {
    return STAYS.includes(field.dataset.means) ? this.meaning(field)?.value ?? field.value : field.value;
  }

  /** Whether a field has an answer that cannot be read: `several` meanings, or `none`. Or it may be `people`. */
  doubt(field) {
    if (field.dataset.means === "person") return this.meaning(field)?.either ? "people" : null;
    if (!STAYS.includes(field.dataset.means) || !field.value.trim()) return null;
    const meaning = this.meaning(field);
    if (meaning?.either) return "several";
    return meaning ? null : "none";
  }

  /** A value of a charter, as people write it, if that reads the same. */
  typed(field, value) {
    const { means } = field.dataset;
    if (!STAYS.includes(means)) return value;
    const words = means === "zone" ? value.split("/").at(-1).replaceAll("_", " ") : this.inWords(means, value);
    return meaningOf(means, words, this.context)?.value === value ? words : value;
  }

  inWords(means, value) {
    if (!["date", "past-date"].includes(means)) return value;
    const day = new Date(`${value}T12:00:00Z`);
    if (Number.isNaN(day.getTime())) return value;
    return day.toLocaleDateString(this.context.language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  }

  /** Sets up the fields of a part of the form. */
  prepare(part) {
    for (const field of part.querySelectorAll("[data-means]:not([data-means=''])")) {
      const shown = element("div", { class: "understood", role: "status" });
      field.after(shown);
      if (field.dataset.means === "person") field.addEventListener("paste", pasteInOneLine);
    }
  }

  /** Takes the names of leaders in a form as they are. */
  keepNames(form) {
    for (const field of form.querySelectorAll("[data-means='person']")) this.names.add(field.value);
  }

  /** Shows how a field is understood. */
  show(field) {
    const shown = field.nextElementSibling;
    if (!shown?.matches(".understood")) return;
    const series = field.dataset.means === "rhythm" ? field.closest(".one") : null;
    const meaning = series ? this.meaningOfSeries(field, series) : this.meaning(field);
    const signature = JSON.stringify(meaning);
    if (shown.dataset.of === signature) return;
    shown.dataset.of = signature;
    if (series) unfold(series);
    if (meaning?.either) {
      const choices = meaning.either.flatMap((one) => [" ", button(one.shown, "chip", () => this.choose(field, one))]);
      return shown.replaceChildren(say("script-understood-which"), ...choices);
    }
    const folded = series && meaning ? [" ", foldAway(series, fieldsIn(meaning.value))] : [];
    const isNews = meaning && (series || meaning.shown !== field.value.trim());
    const left = meaning?.left ? [element("p", {}, say("script-understood-left", { words: meaning.left }))] : [];
    shown.replaceChildren(isNews ? meaning.shown : "", ...folded, ...left);
  }

  /** What the words for a series mean; null once its fields say something else. */
  meaningOfSeries(field, series) {
    const meaning = this.meaning(field);
    const isSaid = ([name, value]) => this.valueOf(series.querySelector(`[name$='.${name}']`)) === value;
    return !meaning || meaning.either || Object.entries(fieldsIn(meaning.value)).every(isSaid) ? meaning : null;
  }

  choose(field, meaning) {
    if (STAYS.includes(field.dataset.means)) field.value = this.typed(field, meaning.value);
    else {
      this.put(field, meaning.value);
      // Which is not asked about again, and says what else was typed.
      if (field.dataset.means === "rhythm") field.value = [meaning.shown, meaning.left].filter(Boolean).join(", ");
    }
    field.focus();
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** Puts what an answer means in its place, and into the other fields that it answers. */
  settle(field) {
    const meaning = this.meaning(field);
    if (!meaning || meaning.either) return;
    if (meaning.length) this.fillIn(field.closest(".one"), { duration: meaning.length });
    if (!STAYS.includes(field.dataset.means)) this.put(field, meaning.value);
  }

  put(field, value) {
    const { means } = field.dataset;
    if (means === "rhythm") return this.fillIn(field.closest(".one"), value);
    if (means === "sum") return putSum(field, value);
    if (means === "person") return this.putPeople(field, value);
    const text = Array.isArray(value) ? value.join("\n") : value;
    if (field.value !== text) field.value = text;
  }

  /** Puts a leader in the place of a name, and others into places of their own. A role that is there already stays. */
  putPeople(field, [first, ...others]) {
    const own = field.closest(".one");
    const role = own.querySelector("[name$='.role']").value.trim();
    if (role && first.role && role !== first.role && !others.length) return;
    const several = own.parentElement;
    const isEmpty = (one) => [...one.querySelectorAll("[name]")].every(({ value }) => !value);
    for (const person of [first, ...others]) this.names.add(person.name);
    this.fillIn(own, { ...first, ...(role && { role }) });
    for (const person of others) this.fillIn([...several.querySelectorAll(":scope > .one")].find(isEmpty) ?? several.addOne(), person);
  }

  /** Fills in the answers of a leader or a series, by their names. */
  fillIn(one, answers) {
    for (const [name, value] of Object.entries(fieldsIn(answers))) {
      const field = one.querySelector(`[name$='.${name}']`);
      if (field) field.value = this.typed(field, value);
    }
  }
}

/** The fields for the answers of a leader or a series. */
const fieldsIn = ({ duration, ...rest }) => ({ ...rest, ...(duration && lengthFields(duration)) });

/** Pastes several lines as one that shows where they ended, which browsers do not keep. */
function pasteInOneLine(event) {
  const lines = entriesOf(event.clipboardData?.getData("text") ?? "");
  if (lines.length < 2) return;
  event.preventDefault();
  const { target: field } = event;
  field.setRangeText(lines.join("; "), field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function putSum(field, { free, amount, currency, per }) {
  const { form } = field;
  form.querySelector(`[name='costs'][value='${free ? "free" : "paid"}']`).checked = true;
  field.value = amount ?? "";
  if (currency) form.elements["costs.currency"].value = currency;
  if (per) form.elements["costs.per"].value = per;
}
