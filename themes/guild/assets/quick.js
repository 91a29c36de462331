// The filters that take one press. They choose the same as the other filters: each stands for some choices of a facet.

import { button, element } from "./page.js";
import { sayer } from "./words.js";

const say = sayer("words:script-filter-all script-filter-evenings");
const weekdays = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: "short", timeZone: "UTC" });
const DAY = 86_400_000;
const MONDAY = 4 * DAY; // day 0 was a Thursday

/** What is offered besides, once something is chosen. */
const LATER = ["size=small", "membership=open"];
/** From so many on, all of them can be pressed at once. */
const FEWEST_AT_ONCE = 3;

const isWithin = (some, others) => [...some].every((one) => others.has(one));
const same = (some, others) => some.size === others.size && isWithin(some, others);

export class Quick {
  /** `box` has those that are offered from the start; there may be none. `choose` takes what is chosen then. */
  constructor(box, facets, choose) {
    this.box = box;
    this.facets = facets;
    this.choose = choose;
    this.all = [...box.querySelectorAll("button")].map((chip) => this.one(chip)).filter(Boolean);
    for (const value of LATER) this.add(value);
    this.atOnce = button(say("script-filter-all"), "chip quiet", () => this.pressAll());
    box.append(this.atOnce);
    this.evenings = this.all.find(({ facet }) => facets.facets[facet].isWeek);
    this.days = this.evenings ? [...this.evenings.choices].map((cell, day) => this.day(cell, day)) : [];
    this.which = element("div", { class: "quick which", role: "group", "aria-label": say("script-filter-evenings"), hidden: true });
    this.which.append(element("span", {}, say("script-filter-evenings")), ...this.days.map(({ chip }) => chip));
    box.after(this.which);
  }

  /** What a button stands for, by its value: `where=online`. */
  one(chip) {
    const asked = this.facets.read(new URLSearchParams(chip.value));
    const facet = asked.findIndex((choices) => choices.size > 0);
    return facet < 0 ? undefined : { chip, facet, choices: asked[facet], name: chip.textContent };
  }

  add(value) {
    const one = this.one(element("button", { type: "button", class: "chip", value, "aria-pressed": "false", hidden: true }));
    if (!one) return;
    const [choice] = one.choices;
    one.chip.textContent = one.name = this.facets.facets[one.facet].choices[choice].name;
    this.box.append(one.chip);
    this.all.push({ ...one, isLater: true });
  }

  day(cell, day) {
    return { cell, chip: button(weekdays.format(MONDAY + day * DAY), "chip", () => this.pressDay(cell)) };
  }

  /** Presses or releases one. */
  press(chip) {
    const one = this.all.find((other) => other.chip === chip);
    if (one) this.choose(this.with(this.isOn(one) ? [{ ...one, choices: new Set() }] : [one]));
  }

  pressAll() {
    this.choose(this.with(this.offered()));
    this.all[0].chip.focus();
  }

  /** Of all evenings, a press leaves that day's alone; of some, it adds or removes it. */
  pressDay(cell) {
    const { facet, choices } = this.evenings;
    const chosen = this.chosen[facet];
    const days = new Set(same(chosen, choices) ? [] : chosen);
    if (!days.delete(cell)) days.add(cell);
    this.choose(this.with([{ facet, choices: days }]));
  }

  /** What is chosen, with some in place of what is chosen in their facets. */
  with(some) {
    return this.chosen.map((choices, facet) => some.find((one) => one.facet === facet)?.choices ?? choices);
  }

  /** Whether one is chosen; of evenings, whether some are and no other time. */
  isOn({ facet, choices }) {
    const chosen = this.chosen[facet];
    return chosen.size > 0 && isWithin(chosen, choices);
  }

  /** Those that could still be pressed. */
  offered() {
    return this.all.filter(({ chip }) => !chip.hidden && chip.getAttribute("aria-pressed") === "false");
  }

  /** Whether something finds groups, and fewer than there are now. `within` adds what the page itself filters by. */
  narrows(some, now, within) {
    const { length } = this.facets.find(within(this.with(some))).groups;
    return length > 0 && length < now;
  }

  /** Shows what is chosen, and offers what would find something and leave something out. */
  show(chosen, { groups, counts }, within) {
    this.chosen = chosen;
    const isFiltered = chosen.some(({ size }) => size > 0);
    for (const one of this.all) {
      const isOn = this.isOn(one);
      one.chip.setAttribute("aria-pressed", isOn);
      one.chip.hidden = !isOn && ((one.isLater && !isFiltered) || !this.narrows([one], groups.length, within));
    }
    const offered = this.offered();
    this.atOnce.hidden = !isFiltered || offered.length < FEWEST_AT_ONCE || !this.narrows(offered, groups.length, within);
    this.which.hidden = !this.evenings || this.evenings.chip.getAttribute("aria-pressed") === "false";
    for (const { chip, cell } of this.days) {
      const { facet, choices } = this.evenings;
      const isOn = chosen[facet].has(cell) && !same(chosen[facet], choices);
      chip.setAttribute("aria-pressed", isOn);
      chip.disabled = !isOn && counts[facet][cell] === 0;
    }
  }

  /** The name of what is chosen in a facet where it is just what one stands for. */
  nameOf(facet) {
    return this.all.find((one) => one.facet === facet && same(this.chosen[facet], one.choices))?.name;
  }

  /** Whether a pressed one says what is chosen in a facet. */
  says(facet) {
    return this.all.some((one) => one.facet === facet && this.isOn(one));
  }
}
