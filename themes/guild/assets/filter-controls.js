// The controls of filters: boxes to tick, menus, and a week.

import { button, element } from "./page.js";
import { sayer } from "./words.js";
import { ownZone, zoneNamed } from "./zones.js";

const say = sayer("words:script-filter-any script-filter-zone script-filter-zone-unknown term-within");
const weekdays = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: "short", timeZone: "UTC" });
const DAY = 86_400_000;
const MONDAY = 4 * DAY; // day 0 was a Thursday

/** A facet with more choices than this is folded at first. */
const MOST_OPEN = 3;

/** A facet as boxes to tick. What is below a choice opens. */
export function boxes({ id, name, choices, base, below, above }) {
  const rows = new Map();
  const branch = (index) => {
    const input = element("input", { type: "checkbox", name: id, value: choices[index].id });
    const tally = element("span", { class: "tally" });
    const row = element("label", {}, input, element("span", {}, choices[index].name), tally);
    rows.set(index, { input, tally, row });
    const inner = below(index).map(branch);
    return inner.length ? element("div", { class: "branch" }, row, within(choices[index].name, inner)) : row;
  };
  const top = below(base).map(branch);
  const set = element("fieldset", {}, element("legend", { class: "said" }, name), ...top);
  const box = element("details", { class: "facet", open: rows.size <= MOST_OPEN }, element("summary", {}, name), set);
  // What is below a choice takes its place, as the groups of both are those of the upper one.
  set.addEventListener("change", ({ target }) => {
    const [ticked] = [...rows].find(([, { input }]) => input === target);
    for (const [index, { input }] of rows) {
      if (above(index).includes(ticked) || above(ticked).includes(index)) input.checked = false;
    }
  });
  return {
    box,
    read: () => new Set([...rows].flatMap(([index, { input }]) => (input.checked ? [index] : []))),
    show(chosen, counts) {
      if (chosen.size > 0) box.open = true;
      for (const [index, { input, tally, row }] of rows) {
        input.checked = chosen.has(index);
        tally.textContent = counts[index];
        row.classList.toggle("none", counts[index] === 0);
        if (input.checked) above(index).forEach((upper) => rows.get(upper)?.row.nextElementSibling.setAttribute("open", ""));
      }
    },
  };
}

/** What is below a choice, folded at first. */
function within(term, inner) {
  return element("details", {}, element("summary", {}, element("span", { class: "said" }, say("term-within", { term }))), ...inner);
}

/** A menu, and one more for what is below the choice that is made in it. */
export function menus({ id, name, choices, base, below, above }) {
  const box = element("div", { class: "facet" });
  let several = new Set(); // an address may choose several; the menus show the first
  let levels = [];
  const level = (upper) => {
    const options = below(upper).map((index) => [index, element("option", { value: index })]);
    const select = element("select", { name: id }, element("option", { value: "" }, say("script-filter-any")), ...options.map(([, option]) => option));
    const words = upper === base ? name : say("term-within", { term: choices[upper].name });
    return { upper, options, select, label: element("label", { class: "menu" }, element("span", {}, words), select) };
  };
  /** The choice made in the last menu that belongs to the choice above it. */
  const made = () => levels.reduce((choice, { upper, select }) => (
    upper === choice && select.value !== "" ? Number(select.value) : choice
  ), base);
  return {
    box,
    read() {
      const choice = made();
      if (choice === base) return new Set();
      return several.has(choice) ? several : new Set([choice]);
    },
    show(chosen, counts) {
      several = chosen;
      const [first] = chosen;
      const path = first === undefined ? [] : [...above(first).reverse(), first];
      const uppers = [base, ...path.slice(path.indexOf(base) + 1)].filter((upper) => below(upper).length > 0);
      levels = uppers.map((upper) => levels.find((shown) => shown.upper === upper) ?? level(upper));
      for (const { options, select } of levels) {
        for (const [index, option] of options) option.textContent = `${choices[index].name} (${counts[index]})`;
        select.value = path.find((choice) => options.some(([index]) => index === choice)) ?? "";
      }
      box.replaceChildren(...levels.map(({ label }) => label));
    },
  };
}

/**
 * The times at which a visitor is free, as a table of days and times with a box in each cell. The heads tick and untick
 * their row or column. Below it is the time zone that counts.
 */
export function freeTimes({ id, name, choices, week: { days, times } }, facets) {
  const cells = choices.map((choice) => {
    const tally = element("span", { class: "tally", id: `at-${choice.id}` });
    const names = { "aria-label": choice.name, "aria-describedby": tally.id };
    const input = element("input", { type: "checkbox", name: id, value: choice.id, ...names });
    return { input, tally, label: element("label", {}, input, tally) };
  });
  const row = (day) => times.map((_, time) => cells[day * times.length + time]);
  const column = (time) => days.map((_, day) => cells[day * times.length + time]);
  const head = ({ shown, said }, scope, line) => {
    const press = button(shown, "", () => toggle(line));
    press.setAttribute("aria-label", said);
    return element("th", { scope }, press);
  };
  const heads = times.map(({ name: time, from, until }, at) => {
    const shown = `${from}–${until}`;
    return head({ shown, said: `${time}, ${shown}` }, "col", column(at));
  });
  const rows = days.map(({ name: day }, at) => {
    const shown = weekdays.format(MONDAY + at * DAY);
    return element("tr", {}, head({ shown, said: day }, "row", row(at)), ...row(at).map(({ label }) => element("td", {}, label)));
  });
  const table = element("table", {}, element("tr", {}, element("td"), ...heads), ...rows);
  const set = element("fieldset", { class: "week" }, element("legend", { class: "said" }, name), table);
  const zone = zoneMenu(facets);
  const box = element("details", { class: "facet" }, element("summary", {}, name), set, zone.label);
  return {
    box,
    read: () => new Set([...cells.keys()].filter((cell) => cells[cell].input.checked)),
    show(chosen, counts) {
      if (chosen.size > 0 || facets.zone !== ownZone) box.open = true;
      zone.show();
      cells.forEach(({ input, tally, label }, cell) => {
        input.checked = chosen.has(cell);
        tally.textContent = counts[cell];
        label.classList.toggle("none", counts[cell] === 0);
      });
    },
  };
}

/** Ticks some boxes, or unticks them if all are ticked. */
function toggle(line) {
  const isFull = line.every(({ input }) => input.checked);
  for (const { input } of line) input.checked = !isFull;
  line[0].input.dispatchEvent(new Event("change", { bubbles: true }));
}

/** The time zone in which facets look at the week: a text that takes the name of any that the browser knows. */
function zoneMenu(facets) {
  const zones = Intl.supportedValuesOf?.("timeZone") ?? [];
  const list = element("datalist", { id: "time-zones" }, ...zones.map((zone) => element("option", { value: zone })));
  const input = element("input", { list: list.id, autocomplete: "off", spellcheck: "false" });
  input.addEventListener("focus", () => input.select());
  input.addEventListener("change", (event) => {
    const zone = input.value.trim() === "" ? ownZone : zoneNamed(input.value);
    input.setCustomValidity(zone ? "" : say("script-filter-zone-unknown"));
    if (zone) facets.lookFrom(zone);
    else event.stopPropagation();
    input.reportValidity();
  });
  return {
    label: element("label", { class: "menu" }, element("span", {}, say("script-filter-zone")), input, list),
    show() {
      input.value = facets.zone;
      input.setCustomValidity("");
    },
  };
}
