// The controls of filters: boxes to tick, and a week.

import { button, element } from "./page.js";
import { fold } from "./search-words.js";
import { sayer } from "./words.js";
import { DAY, ownZone, zoneNamed } from "./zones.js";

const say = sayer("words:script-filter-find script-filter-zone script-filter-zone-unknown term-within");
const weekdays = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: "short", timeZone: "UTC" });
const MONDAY = 4 * DAY; // day 0 was a Thursday

/** By how many rows and columns each key moves. */
const MOVES = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** A facet with more choices than this is folded at first. */
const MOST_OPEN = 3;

/** A facet with more choices than this has a field that finds them. */
const MOST_WITHOUT_FIELD = 12;

/** A facet as boxes to tick. What is below a choice opens. The boxes of a long one are made when it is opened. */
export function boxes({ id, name, choices, base, below, above }) {
  const rows = new Map();
  let chosen = new Set();
  let counts = [];
  const branch = (index) => {
    const input = element("input", { type: "checkbox", name: id, value: choices[index].id });
    const tally = element("span", { class: "tally" });
    const row = element("label", {}, input, element("span", {}, choices[index].name), tally);
    rows.set(index, { input, tally, row });
    const inner = below(index).map(branch);
    const whole = inner.length ? element("div", { class: "branch" }, row, within(choices[index].name, inner)) : row;
    rows.get(index).whole = whole;
    return whole;
  };
  const under = (index) => below(index).flatMap((inner) => [inner, ...under(inner)]);
  const size = under(base).length;
  const set = element("fieldset", {}, element("legend", { class: "said" }, name));
  const box = element("details", { class: "facet", open: size <= MOST_OPEN }, element("summary", {}, name), set);
  if (size > MOST_WITHOUT_FIELD) {
    box.classList.add("long");
    set.before(field(name, (text) => {
      const fits = (index) => fold(choices[index].name).includes(text);
      for (const [index, { whole }] of rows) {
        const opens = text !== "" && under(index).some(fits);
        whole.hidden = !(opens || fits(index) || above(index).some(fits));
        if (opens) whole.querySelector("details").open = true;
      }
    }));
  }
  const update = () => {
    if (rows.size === 0) set.append(...below(base).map(branch));
    for (const [index, { input, tally, row }] of rows) {
      input.checked = chosen.has(index);
      tally.textContent = counts[index];
      row.classList.toggle("none", counts[index] === 0);
      if (input.checked) above(index).forEach((upper) => rows.get(upper)?.row.nextElementSibling?.setAttribute("open", ""));
    }
  };
  box.addEventListener("toggle", () => { if (box.open && rows.size === 0) update(); });
  // What is below a choice takes its place, as the groups of both are those of the upper one.
  set.addEventListener("change", ({ target }) => {
    const [ticked] = [...rows].find(([, { input }]) => input === target);
    for (const [index, { input }] of rows) {
      if (above(index).includes(ticked) || above(ticked).includes(index)) input.checked = false;
    }
  });
  return {
    box,
    read: () => new Set([...chosen, ...rows.keys()].filter((index) => rows.get(index)?.input.checked ?? true)),
    show(...now) {
      [chosen, counts] = now;
      if (chosen.size > 0) box.open = true;
      if (box.open || rows.size > 0) update();
    },
  };
}

/** A field in which one types a part of a name. `find` is given it, folded. */
function field(name, find) {
  const input = element("input", { type: "search", autocomplete: "off", "aria-label": say("script-filter-find", { name }) });
  input.addEventListener("input", () => find(fold(input.value.trim())));
  input.addEventListener("change", (event) => event.stopPropagation());
  return input;
}

/** What is below a choice, folded at first. */
function within(term, inner) {
  return element("details", {}, element("summary", {}, element("span", { class: "said" }, say("term-within", { term }))), ...inner);
}

/**
 * The times at which a visitor is free, as a grid of days and times with a box in each cell. The heads tick and untick
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
    if (said) press.setAttribute("aria-label", said);
    return element("th", { scope }, press);
  };
  const heads = times.map(({ name: time, from, until }, at) => {
    const shown = `${from}–${until}`;
    return head({ shown, said: `${time}, ${shown}` }, "col", column(at));
  });
  const rows = days.map((_, at) => {
    return element("tr", {}, head({ shown: weekdays.format(MONDAY + at * DAY) }, "row", row(at)), ...row(at).map(({ label }) => element("td", {}, label)));
  });
  const table = element("table", { role: "grid", "aria-label": name }, element("tr", {}, element("td"), ...heads), ...rows);
  moveByArrows(table);
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

/** Makes a table one stop of the Tab key, in which arrow keys lead from cell to cell. */
function moveByArrows(table) {
  const lines = [...table.rows].map(({ cells }) => [...cells].map((cell) => cell.querySelector("button, input")));
  const stops = lines.flat().filter(Boolean);
  const stopAt = (stop) => { for (const one of stops) one.tabIndex = one === stop ? 0 : -1; };
  stopAt(lines[1][0]);
  table.addEventListener("focusin", ({ target }) => stopAt(target));
  table.addEventListener("keydown", (event) => {
    if (!MOVES[event.key]) return;
    event.preventDefault();
    const [down, along] = MOVES[event.key];
    const line = lines.findIndex((cells) => cells.includes(event.target));
    const isRtl = getComputedStyle(table).direction === "rtl";
    lines[line + down]?.[lines[line].indexOf(event.target) + (isRtl ? -along : along)]?.focus();
  });
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
