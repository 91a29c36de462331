// Saves the answers in this browser. All windows with the same charter show the same answers.

import { snapshot } from "./charter-values.js";
import { dayOf } from "./meeting-days.js";
import { button, element } from "./page.js";
import { sayer } from "./words.js";

const PREFIX = "guildhall-charter";
const SAVING = 400; // milliseconds after the last key until the answers are saved
const say = sayer("words:script-kept- form-forget");

export class Kept {
  /** `original` is the published charter, if one is being changed; `show` puts answers into the form. */
  constructor(form, original, show) {
    Object.assign(this, { form, show, of: original?.text ?? null, isForgotten: false, isTaking: false });
    this.store = [PREFIX, form.dataset.groups, original?.id ?? ""].join(" ").trim();
    this.aside = `${this.store} other`;
    addEventListener("storage", ({ key }) => { if (key === this.store || key === null) this.catchUp(); });
    document.addEventListener("visibilitychange", () => this.catchUp());
    addEventListener("pageshow", () => this.catchUp());
    addEventListener("pagehide", () => { if (this.saving) this.keep(); });
  }

  /** Restores the answers saved when the form was last open. */
  bringBack() {
    this.seen = get(this.store); // the saved answers that this window knows of
    const kept = parsed(this.seen);
    if (!kept) return;
    if (kept.of === this.of) this.take(this.seen, kept.on ? say("script-kept-back", { when: ago(kept.on) }) : say("script-kept-back-undated"));
    else this.offer(say("script-kept-changed"), this.seen);
  }

  /** Saves the answers once nothing has been typed for a moment. */
  soon(then) {
    clearTimeout(this.saving);
    this.saving = setTimeout(() => { this.keep(); then(); }, SAVING);
  }

  keep() {
    clearTimeout(this.saving);
    this.saving = null;
    if (this.isForgotten || this.isTaking) return;
    const answers = JSON.stringify({ of: this.of, on: localDay(), answers: snapshot(this.form) });
    try {
      const stored = localStorage.getItem(this.store);
      if (stored === null && this.seen) return this.stop();
      const isOther = stored !== this.seen && stored !== answers;
      if (isOther) localStorage.setItem(this.aside, stored);
      localStorage.setItem(this.store, answers);
      this.seen = answers;
      if (isOther) this.offer(say("script-kept-two"), stored);
      else this.tell(say("script-kept-saved"));
    } catch {
      tell(this.form, say("script-kept-nothing"));
    }
  }

  /** Takes over what another window has saved since. */
  catchUp() {
    const stored = get(this.store);
    // What is being typed here is saved in a moment, and then the other answers are offered.
    if (stored === this.seen || this.isForgotten || this.saving) return;
    if (stored === null) this.stop();
    else if (parsed(stored)?.of === this.of) this.take(stored, say("script-kept-followed"));
  }

  take(stored, words) {
    this.isTaking = true;
    this.show(parsed(stored).answers);
    this.isTaking = false;
    this.seen = stored;
    const other = get(this.aside);
    if (parsed(other)) this.offer(words, other);
    else this.tell(words);
  }

  /** Stops saving, so that answers forgotten in another window do not come back. */
  stop() {
    this.isForgotten = true;
    this.form.querySelectorAll("[data-saved] button").forEach((button) => button.remove());
    tell(this.form, say("script-kept-forgotten"));
  }

  tell(words) {
    tell(this.form, words);
    this.button(say("form-forget"), "forget", () => this.forget());
  }

  /** Offers the other answers to be shown instead. */
  offer(words, other) {
    this.tell(words);
    if (parsed(other)?.of === this.of) this.button(say("script-kept-others"), "others", (button) => this.swap(button));
  }

  swap(button) {
    const other = get(this.aside);
    if (!parsed(other)) return;
    this.keep();
    localStorage.setItem(this.aside, this.seen);
    localStorage.setItem(this.store, other);
    button.remove();
    this.take(other, say("script-kept-two"));
  }

  forget() {
    if (!confirm(say("script-kept-forget"))) return;
    this.isForgotten = true;
    for (const key of [this.store, this.aside]) localStorage.removeItem(key);
    location.reload();
  }

  button(words, name, press) {
    const saved = this.form.querySelector("[data-saved]");
    if (saved.querySelector(`[data-${name}]`)) return;
    const made = button(words, "clear", press);
    made.dataset[name] = "";
    saved.append(made);
  }
}

/** Says whether the answers are saved. Screen readers announce it only when it changes. */
export function tell(form, words) {
  const saved = form.querySelector("[data-saved]");
  const line = saved.querySelector("span") ?? element("span");
  if (line.textContent !== words) line.textContent = words;
  if (!line.isConnected) saved.prepend(line);
}

const localDay = () => new Date().toLocaleDateString("sv"); // as ISO 8601 has it

/** How long ago a day was: "today", "3 weeks ago". */
function ago(day) {
  const days = Math.max(0, dayOf(localDay()) - dayOf(day));
  const [unit, length] = [["year", 365], ["month", 30], ["week", 7]].find(([, length]) => days >= length) ?? ["day", 1];
  return new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" }).format(-Math.floor(days / length), unit);
}

function get(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // this browser saves nothing
  }
}

function parsed(stored) {
  try {
    return JSON.parse(stored);
  } catch {
    return null;
  }
}
