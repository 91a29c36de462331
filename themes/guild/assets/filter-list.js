// The filters of a list of groups: their controls, what is chosen, and the groups that match.

import { Facets, inOrder, readOrders } from "./facets.js";
import { boxes, freeTimes } from "./filter-controls.js";
import { cardReader } from "./cards.js";
import { compared, withCompared } from "./compare.js";
import { button, element, fetchJson } from "./page.js";
import { Quick } from "./quick.js";
import { showNext } from "./times.js";
import { listed, sayer } from "./words.js";
import { ownZone, zoneNamed } from "./zones.js";

const say = sayer("words:script-filter- filters-clear filters-show filters-short group-count more-groups quoted term-within");

/** How many groups are shown at first, and by each "Show more". */
const AT_A_TIME = 20;
/** As many filters are named in the title. */
const MOST_NAMES = 4;

/** Adds the filters to a list, which is a `.finder`, in a panel of it. */
export async function start(finder, panel) {
  const { files } = finder.dataset;
  const [file, week, terms] = await Promise.all(["facets", "week", "terms"].map((name) => fetchJson(`${files}${name}.json`)));
  const facets = new Facets({ ...file, week, terms }, ownZone);
  const filters = new Filters(finder, panel, facets, files);
  await filters.begin(finder.querySelector(".sort select").value);
  return filters;
}

/** Waits until the browser has painted what was done so far. */
function painted() {
  return new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); });
}

const namesOf = (names) => names.map(({ name }) => name).join(", ");

class Filters {
  constructor(finder, panel, facets, files) {
    this.facets = facets;
    this.files = files;
    this.cards = cardReader(`${files}cards/`, facets.cardsInFile);
    this.first = finder.dataset.first;
    this.own = location.pathname;
    this.base = facets.read(new URLSearchParams(finder.dataset.filter));
    this.body = panel.querySelector(".filters-body");
    this.opener = finder.querySelector(".to-filters");
    this.barCount = finder.querySelector(".bar-count");
    this.sheet = finder.querySelector(".sheet");
    this.whole = finder.querySelector(".whole");
    this.list = element("ul", { class: "cards" });
    this.count = finder.querySelector(".count");
    this.statuses = finder.querySelectorAll(".found > [role=status], .sheet [role=status]");
    this.sort = finder.querySelector(".sort select");
    this.pagination = finder.querySelector(".pagination");
    this.wholeCount = this.count.textContent;
    this.title = document.title;
    this.unfiltered = this.facets.find(this.base);
    this.size = this.unfiltered.groups.length;
    this.turn = 0;
    this.more = element("p", { class: "more", hidden: true }, button(say("more-groups"), "button quiet", () => this.showMore()));
    this.chosenList = element("div", { class: "chosen", hidden: true });
    this.nothing = element("div", { class: "nothing", hidden: true });
    this.whole.before(this.chosenList, this.nothing);
    this.whole.after(this.more);
    this.refusal = element("p", { class: "refusal", hidden: true });
    finder.querySelector(".found-head").before(this.refusal);
    this.quick = new Quick(finder.querySelectorAll(".quick [value]"), facets);
  }

  /** Adds the controls. `sort` is the order that was chosen before they were there. */
  async begin(sort) {
    this.controls = this.facets.facets.map((facet, index) => this.control(facet, index));
    const form = element("form", { "aria-label": say("script-filter-list") }, ...this.controls.map(({ box }) => box));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", () => this.choose(this.inControls()));
    this.body.replaceChildren(form);
    this.sort.addEventListener("change", () => this.choose(this.chosen));
    this.sheet.querySelector(".clear").addEventListener("click", () => {
      this.choose(this.chosen.map(() => new Set()));
      this.sheet.querySelector(".show").focus();
    });
    addEventListener("popstate", () => this.follow());
    addEventListener("pagehide", () => this.keepPlace());
    await this.follow(history.state?.shown);
    if (history.state?.shown) scrollTo({ top: history.state.top, behavior: "instant" });
    if (sort !== this.sort.value && !location.search.includes("sort=")) {
      this.sort.value = sort;
      this.choose(this.chosen);
    }
  }

  /** Presses or releases a filter of one press, or says why that would lead nowhere. */
  press(chip) {
    const chosen = this.quick.pressed(chip);
    if (chosen) this.choose(chosen);
    else this.refuse(chip.title);
  }

  refuse(words) {
    this.refusal.hidden = !words;
    this.refusal.textContent = words;
    if (words) this.announce(words);
  }

  /** Remembers where in a filtered list one is, for those who come back to it. */
  keepPlace() {
    if (this.list.isConnected) history.replaceState({ shown: this.list.childElementCount, top: scrollY }, "");
  }

  /** Takes the state from the address, and shows as many groups as were shown before. */
  async follow(shown) {
    const params = new URLSearchParams(location.search);
    const sort = params.get("sort");
    this.sort.value = ["newest", "next"].includes(sort) ? sort : "name";
    this.facets.lookFrom(zoneNamed(params.get("zone") ?? ownZone) ?? ownZone);
    this.chosen = this.facets.read(params).map((choices, facet) => this.belowBase(choices, facet));
    await this.show(false, shown);
  }

  /** Takes a new state, writes it into the address, and shows it once the browser has painted the tick. */
  async choose(chosen) {
    this.chosen = this.quick.chosen = chosen;
    const params = withCompared(this.facets.write(chosen, new URLSearchParams()), compared());
    if (this.facets.zone !== ownZone) params.set("zone", this.facets.zone);
    if (this.sort.value !== "name") params.set("sort", this.sort.value);
    const query = params.toString();
    history.pushState(null, "", query ? `${this.first}?${query}` : this.first);
    await painted();
    await this.show(true);
  }

  /** Those of some choices that make the page's own list shorter: where that is of a choice, those below it. */
  belowBase(choices, facet) {
    const [base] = this.base[facet];
    const isBelow = (choice) => base === undefined || this.facets.above(facet, choice).includes(base);
    return new Set([...choices].filter(isBelow));
  }

  /** One facet as a week or as boxes to tick: none where it would leave no choice. What is below a choice opens. */
  control(facet, index) {
    const counts = this.unfiltered.counts[index];
    const [base] = this.base[index];
    const above = (choice) => this.facets.above(index, choice);
    const below = (choice) => this.facets.below(index, choice).filter((inner) => counts[inner] > 0);
    const isWithin = (choice) => base === undefined || above(choice).includes(base);
    const offered = [...counts.keys()].filter((choice) => counts[choice] > 0 && isWithin(choice));
    const isIdle = base !== undefined && offered.length < 2 || offered.every((choice) => counts[choice] === this.size);
    if (isIdle) return { box: element("div", { hidden: true }), read: () => this.chosen[index], show() {} };
    if (facet.isWeek) return freeTimes({ ...facet, week: this.facets.week }, this.facets);
    const name = base === undefined ? facet.name : say("term-within", { term: facet.choices[base].name });
    return boxes({ ...facet, name, base, below, above });
  }

  inControls() {
    return this.controls.map(({ read }) => read());
  }

  /** Some choices, and those of the page itself where there are none. */
  within(chosen) {
    return chosen.map((choices, facet) => (choices.size ? choices : this.base[facet]));
  }

  async show(announced, shown) {
    this.turn += 1;
    const turn = this.turn;
    const found = this.facets.find(this.within(this.chosen));
    const isFiltered = this.chosen.some((choices) => choices.size > 0);
    this.controls.forEach((control, facet) => control.show(this.chosen[facet], found.counts[facet]));
    this.quick.show(this.chosen, found, (chosen) => this.within(chosen));
    this.refuse("");
    const names = this.named();
    this.showChosen(names, found);
    const count = { found: found.groups.length, n: this.size };
    const words = isFiltered ? say("script-filter-some", count) : say("group-count", { n: count.found });
    this.tellTitle(names, say("group-count", { n: count.found }));
    const isDone = !isFiltered && this.sort.value === "name" ? this.showWhole() : await this.showFound(found.groups, words, turn, shown);
    if (!isDone) return;
    if (isFiltered) this.count.append(`: ${namesOf(names)}`);
    if (announced) this.announce(this.count.textContent);
  }

  /** What is chosen, by its names: one for what takes one press, else one for each choice. */
  named() {
    return this.facets.facets.flatMap(({ choices }, facet) => {
      const name = this.quick.nameOf(facet);
      if (name) return [{ facet, name }];
      return [...this.chosen[facet]].map((choice) => ({ facet, choice, name: choices[choice].name }));
    });
  }

  /** Says in the title what is chosen. */
  tellTitle(names, count) {
    const some = names.slice(0, MOST_NAMES);
    const shown = some.length === names.length ? namesOf(some) : say("script-filter-names-more", { names: namesOf(some), n: names.length - some.length });
    document.title = names.length > 0 ? say("script-filter-title", { names: shown, count, title: this.title }) : this.title;
  }

  announce(words) {
    for (const status of this.statuses) status.textContent = words;
  }

  /** Shows the page as it was loaded. On a further page of the list, loads the first, whose address it has now. */
  showWhole() {
    if (location.pathname !== this.own) location.reload();
    this.count.textContent = this.wholeCount;
    this.swap(true);
    this.more.hidden = true;
    if (this.pagination) this.pagination.hidden = false;
    this.linkZone();
    return true;
  }

  /** Lets the links to the list's other pages keep a zone that was chosen. */
  linkZone() {
    const { zone } = this.facets;
    for (const link of this.pagination?.querySelectorAll("a") ?? []) {
      const query = zone === ownZone ? "" : `?${new URLSearchParams({ zone })}`;
      link.href = link.pathname + query;
    }
  }

  /** Shows the page as it was loaded, or the groups that match. */
  swap(isWhole) {
    const [shown, other] = isWhole ? [this.whole, this.list] : [this.list, this.whole];
    this.showNext(shown);
    other.replaceWith(shown);
  }

  /** Tells the next meetings of some cards in the zone that counts. */
  showNext(within) {
    const { zone } = this.facets;
    showNext(within, zone === ownZone ? undefined : zone);
  }

  /** Shows the first of some groups. Returns whether that worked, and nothing else has been chosen since. */
  async showFound(groups, words, turn, shown = AT_A_TIME) {
    this.more.hidden = true;
    try {
      const sorted = await this.sorted(groups);
      const items = await this.cards(sorted.slice(0, shown), this.facets.atChosenTime(this.chosen));
      if (turn !== this.turn) return false;
      this.count.textContent = words;
      this.list.replaceChildren(...items);
      this.swap(false);
      this.rest = sorted.slice(shown);
      this.more.hidden = this.rest.length === 0;
      if (this.pagination) this.pagination.hidden = true;
      return true;
    } catch {
      if (turn === this.turn) this.tellOfFailure();
      return false;
    }
  }

  tellOfFailure() {
    const words = say("script-filter-failed");
    this.list.replaceChildren();
    this.swap(false);
    this.count.textContent = words;
    this.announce(words);
  }

  async sorted(groups) {
    if (this.sort.value === "name") return groups;
    this.orders ??= fetchJson(`${this.files}orders.json`).then(readOrders)
      .catch((error) => { this.orders = undefined; throw error; });
    return inOrder(groups, this.sort.value, await this.orders, Date.now());
  }

  async showMore() {
    const turn = this.turn;
    const batch = this.rest.splice(0, AT_A_TIME);
    try {
      const items = await this.cards(batch, this.facets.atChosenTime(this.chosen));
      if (turn !== this.turn) return;
      this.list.append(...items);
      this.showNext(this.list);
      this.more.hidden = this.rest.length === 0;
      items[0]?.querySelector("a").focus();
    } catch {
      if (turn === this.turn) this.tellOfFailure();
    }
  }

  /** Shows what is chosen, with buttons to remove it, and what to give up if no group matches. */
  showChosen(names, found) {
    const buttons = names.filter(({ facet }) => !this.quick.says(facet)).map(({ facet, choice, name }) => {
      const said = element("span", { class: "said" }, `${say("script-filter-take-out")} `);
      return element("li", {}, this.button([said, name], "chip out", () => this.without(facet, choice)));
    });
    const clear = this.button(say("filters-clear"), "clear", () => this.chosen.map(() => new Set()));
    const list = element("ul", { "aria-label": say("script-filter-chosen"), hidden: buttons.length === 0 }, ...buttons);
    this.chosenList.replaceChildren(list, clear);
    this.chosenList.hidden = names.length === 0;
    this.barCount.textContent = say("group-count", { n: found.groups.length });
    this.opener.textContent = names.length > 0 ? say("script-filter-on", { n: names.length }) : say("filters-short");
    this.sheet.querySelector(".show").textContent = say("filters-show", { n: found.groups.length });
    this.sheet.querySelector(".clear").hidden = names.length === 0;
    this.nothing.hidden = found.groups.length > 0;
    if (!this.nothing.hidden) this.nothing.replaceChildren(...this.whatToDrop(found));
  }

  whatToDrop(found) {
    const helps = this.facets.facets.flatMap((_, index) => {
      const [base] = this.base[index];
      const n = base === undefined ? found.without[index] : found.counts[index][base];
      if (this.chosen[index].size === 0 || n === 0) return [];
      const names = this.named().filter(({ facet }) => facet === index).map(({ name }) => say("quoted", { word: name }));
      const words = say("script-filter-without", { names: listed(names, "conjunction"), n });
      return [element("li", {}, this.button(words, "button quiet", () => this.without(index)))];
    });
    const advice = say(helps.length > 0 ? "script-filter-none" : "script-filter-none-at-all");
    return [element("p", {}, advice), element("ul", {}, ...helps)];
  }

  /** What is chosen without a facet, or without one choice of it. */
  without(facet, choice) {
    return this.chosen.map((choices, index) => {
      if (index !== facet) return choices;
      return new Set([...choices].filter((other) => choice !== undefined && other !== choice));
    });
  }

  /** A button that changes what is chosen. It disappears with the change, so the count takes the focus. */
  button(words, className, change) {
    return button(words, className, async () => {
      await this.choose(change());
      this.count.focus();
    });
  }
}
