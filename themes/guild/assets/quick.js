// The filters that take one press. They choose the same as the other filters: each stands for some choices of a facet.
// They stay in their places, as the page has them.

import { sayer } from "./words.js";

const say = sayer("words:script-quick- quoted");

const isWithin = (some, others) => [...some].every((one) => others.has(one));
const same = (some, others) => some.size === others.size && isWithin(some, others);

export class Quick {
  /** `chips` are buttons, each with what it stands for as its value: `where=online`. */
  constructor(chips, facets) {
    this.facets = facets;
    this.all = [...chips].map((chip) => this.one(chip)).filter(Boolean);
    this.evenings = this.all.find(({ facet, choices }) => facets.facets[facet].isWeek && choices.size > 1);
  }

  one(chip) {
    const asked = this.facets.read(new URLSearchParams(chip.value));
    const facet = asked.findIndex((choices) => choices.size > 0);
    if (facet < 0) return undefined;
    const choices = asked[facet];
    const { isWeek, choices: all } = this.facets.facets[facet];
    const [choice, ...others] = choices;
    const name = others.length > 0 ? chip.textContent : all[choice].name;
    return { chip, facet, choices, name, isDay: isWeek && others.length === 0 };
  }

  /** What is chosen after a press on a chip; undefined where that would lead nowhere. */
  pressed(chip) {
    const one = this.all.find((other) => other.chip === chip);
    return !one || chip.getAttribute("aria-disabled") === "true" ? undefined : this.with(one);
  }

  /** What is chosen once one is pressed or released. Of all evenings, a day leaves its own; of some, it is added. */
  with(one) {
    const chosen = this.chosen[one.facet];
    const others = this.isAdded(one) ? [...chosen].filter((choice) => !one.choices.has(choice)) : [];
    const after = new Set(this.isOn(one) ? others : [...others, ...one.choices]);
    return this.chosen.map((choices, facet) => (facet === one.facet ? after : choices));
  }

  /** Whether one is added to what is chosen in its facet. */
  isAdded({ facet, isDay }) {
    return isDay && this.chosen[facet].size > 0 && !same(this.chosen[facet], this.evenings.choices);
  }

  isOn({ facet, choices, isDay }) {
    const chosen = this.chosen[facet];
    return isDay ? isWithin(choices, chosen) && !same(chosen, this.evenings.choices) : same(chosen, choices);
  }

  /** Shows what is chosen, and which would find nothing. `within` adds what the page itself filters by. */
  show(chosen, found, within) {
    this.chosen = chosen;
    for (const one of this.all) {
      const isOn = this.isOn(one);
      const reason = isOn ? undefined : this.reasonAgainst(one, found, within);
      one.chip.setAttribute("aria-pressed", isOn);
      one.chip.setAttribute("aria-disabled", Boolean(reason));
      one.chip.title = reason ?? "";
    }
  }

  reasonAgainst(one, { counts }, within) {
    if (this.isAdded(one)) return undefined;
    const [choice] = one.choices;
    const n = one.choices.size === 1 ? counts[one.facet][choice] : this.facets.find(within(this.with(one))).groups.length;
    return n > 0 ? undefined : say("script-quick-none", { name: say("quoted", { word: one.name }) });
  }

  /** The name of what is chosen in a facet where it is just what one stands for. */
  nameOf(facet) {
    return this.all.find((one) => one.facet === facet && same(this.chosen[facet], one.choices))?.name;
  }

  /** Whether those that are pressed and can be seen say all that is chosen in a facet. */
  says(facet) {
    const pressed = this.all.filter((one) => one.facet === facet && this.isOn(one) && one.chip.checkVisibility());
    return [...this.chosen[facet]].every((choice) => pressed.some(({ choices }) => choices.has(choice)));
  }
}
