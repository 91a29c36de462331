// Shows the form one question at a time, or all of it on one page. The address says which: its fragment is a place in
// the form, or `#whole`.

import { unfoldAround } from "./form-folded.js";
import { element } from "./page.js";
import { sayer } from "./words.js";

const say = sayer("words:script-screens-");
const WHOLE = "#whole";

/** The screens of the form, those that have to be answered first. `isWhole`: whether it opens with all on one page. */
export class Screens {
  constructor(form, isWhole) {
    Object.assign(this, { form, isWhole });
    const rest = form.querySelector("[data-rest]");
    const later = form.querySelectorAll("[data-optional]");
    if (later.length) rest.after(...later);
    else rest.remove();
    this.all = [...form.querySelectorAll(".question")];
    this.now = this.all[0];
    addEventListener("hashchange", () => this.follow());
    form.addEventListener("click", ({ target }) => {
      const link = target.closest("a[href^='#']");
      if (link?.getAttribute("href") === location.hash) this.follow(); // the address does not change, so nobody else says so
    });
    this.follow(location.hash !== WHOLE);
  }

  /** Shows what the address leads to. */
  follow(isAsked = true) {
    const place = location.hash ? document.getElementById(location.hash.slice(1)) : null;
    const screen = place?.closest(".question");
    const isWhole = location.hash === WHOLE || (this.isWhole && !screen);
    this.form.toggleAttribute("data-whole", isWhole);
    this.show(screen ?? this.now);
    for (let around = place?.closest("details"); around && screen; around = around.parentElement.closest("details")) around.open = true;
    if (isAsked && screen) {
      unfoldAround(place);
      focusOn(place);
    }
  }

  show(screen) {
    this.now.removeAttribute("data-now");
    this.now = screen;
    screen.setAttribute("data-now", "");
    const at = this.all.indexOf(screen);
    const lead = (name, to) => {
      const link = this.form.querySelector(`[data-${name}]`);
      link.hidden = !to;
      if (to) link.href = `#${to.getAttribute("aria-labelledby")}`;
    };
    lead("back", this.all[at - 1]);
    lead("next", this.all[at + 1]);
    lead("one", screen);
    const bar = this.form.querySelector("[data-progress] progress");
    bar.max = this.all.length - 1;
    bar.value = at;
    this.form.toggleAttribute("data-begun", at > 0);
    this.tell();
  }

  /** Says where one is, and on how many screens an answer that is needed is missing or wrong. */
  tell(open = this.open) {
    this.open = open;
    const words = [say("script-screens-at", { n: this.all.indexOf(this.now) + 1, of: this.all.length })];
    if (open) words.push(open.size ? say("script-screens-left", { n: open.size }) : say("script-screens-ready"));
    const first = this.all.find((screen) => open?.has(screen) && screen !== this.now);
    const link = first ? [" ", element("a", { href: `#${first.getAttribute("aria-labelledby")}` }, say("script-screens-show"))] : [];
    const line = this.form.querySelector("[data-progress] span");
    line.replaceChildren(words.join(" "), ...link);
  }
}

function focusOn(place) {
  if (/^H\d$/.test(place.tagName)) place.tabIndex = -1;
  place.focus({ preventScroll: true });
  place.closest(place.tabIndex < 0 ? ".charter-form > form" : ".field").scrollIntoView({ block: place.tabIndex < 0 ? "start" : "center" });
}
