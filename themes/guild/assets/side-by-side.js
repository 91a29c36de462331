// Shows groups side by side. The address names them: `group=` with the id of each. What is said of them is taken from their
// own pages, where it is marked with `data-fact`.

import { MOST, remember, remembered, withCompared } from "./compare.js";
import { button, element } from "./page.js";
import { share } from "./share.js";
import { showNext, tellOwnTimes } from "./times.js";
import { listed, sayer } from "./words.js";

const say = sayer("words:script-compare- quoted");
/** What groups are compared by, each with its words. */
const FACTS = {
  summary: "script-compare-summary",
  when: "script-compare-when",
  place: "script-compare-place",
  language: "script-compare-language",
  cost: "script-compare-cost",
  size: "script-compare-size",
  membership: "script-compare-membership",
  who: "script-compare-who",
  welcome: "script-compare-welcome",
  steps: "script-compare-steps",
  contact: "script-compare-contact",
};
const MOST_MOVES = 3; // from an earlier address to the next
const MOST_ASKED = 3 * MOST; // of an address, whose groups may be unknown

const box = document.querySelector(".comparison");
const { groups: folder } = box.dataset;
const table = element("div", { class: "side-by-side", role: "region", tabindex: "0", "aria-label": say("script-compare-table") });
const none = box.querySelector(".none");
const ways = element("div", { class: "actions" });
const title = document.title;
let turn = 0;

// Scrolling stops at whole columns: where the keyboard goes, its column comes into view.
table.addEventListener("focusin", ({ target }) => {
  target.closest(":is(td, th)")?.scrollIntoView({ block: "nearest", inline: "start", behavior: "instant" });
});
addEventListener("popstate", show);
show();

/** Shows the groups that the address names. */
async function show() {
  turn += 1;
  const now = turn;
  const found = await Promise.all(asked().slice(0, MOST_ASKED).map(fetchGroup));
  if (now !== turn) return;
  const groups = found.filter(({ page }, at) => page && found.findIndex(({ id }) => id === found[at].id) === at);
  const known = groups.filter(({ state }) => state !== "ended");
  const current = known.slice(0, MOST);
  keep(current.map(({ id }) => id), found.every(({ isSure }) => isSure));
  document.title = current.length > 0 ? `${listed(current.map(({ name }) => name), "conjunction")} – ${title}` : title;
  const notes = found.filter(({ note }) => note).map(({ note }) => note);
  if (known.length > MOST) notes.unshift(say("script-compare-more"));
  table.hidden = current.length === 0;
  table.replaceChildren(...current.length > 0 ? [tableOf(current)] : []);
  showNext(table);
  tellOwnTimes(table);
  none.hidden = current.length > 0;
  ways.replaceChildren(...current.length > 0 ? waysOn(current) : []);
  box.replaceChildren(...notes.map((note) => element("p", { class: "notice" }, note)), ways, table, none);
}

/** The ids in the address, each once. */
function asked() {
  return [...new Set(new URLSearchParams(location.search).getAll("group").filter(Boolean))];
}

/**
 * Leaves in the address only what is shown, under its present name. What could not be loaded stays, to be tried again. Who
 * has chosen no groups, but was sent these, takes none of them along.
 */
function keep(ids, isSure) {
  if (!isSure) return;
  if (remembered()?.length) remember(ids);
  history.replaceState(history.state, "", location.pathname + query(ids));
}

function query(ids) {
  return ids.length > 0 ? `?${new URLSearchParams(ids.map((id) => ["group", id]))}` : "";
}

/** A group's page, or a note on why there is none. */
async function fetchGroup(id) {
  const quoted = say("quoted", { word: id });
  try {
    const { page, address } = await fetchPage(new URL(`${folder}${encodeURIComponent(id)}/`, location));
    const charter = page?.querySelector(".charter");
    if (!charter) return { id, isSure: true, note: say("script-compare-unknown", { group: quoted }) };
    const name = charter.querySelector("h1").textContent;
    const { state } = charter.dataset;
    const note = state === "ended" && say("script-compare-ended", { group: say("quoted", { word: name }) });
    return { id: address.pathname.split("/").at(-2), page: charter, href: address.pathname, name, state, note, isSure: true };
  } catch {
    return { id, isSure: false, note: say("script-compare-failed", { group: quoted }) };
  }
}

/** A page of the site: where the address is an earlier one, that to which it leads. */
async function fetchPage(address, moves = 0) {
  const response = await fetch(address);
  if (response.status === 404) return {};
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const [, to] = page.querySelector("meta[http-equiv=refresh]")?.content.match(/url=(.*)/) ?? [];
  if (!to) return { page, address };
  return moves < MOST_MOVES ? fetchPage(new URL(to, address), moves + 1) : {};
}

function tableOf(groups) {
  // Its roles are named, as it is laid out otherwise on a phone.
  const row = (...cells) => element("tr", { role: "row" }, ...cells);
  const cell = (names, ...parts) => element("td", { role: "cell", ...names }, ...parts);
  const heads = groups.map((group) => element("th", { scope: "col", role: "columnheader" }, headOf(group)));
  const rows = Object.entries(FACTS).map(([fact, words]) => {
    const label = element("th", { scope: "row", role: "rowheader" }, element("span", {}, say(words)));
    return row(label, ...groups.map(({ page, name }) => cell({ "data-of": name }, ...factOf(page, fact))));
  });
  const made = element("table", { role: "table" },
    element("thead", { role: "rowgroup" }, row(cell({}), ...heads)), element("tbody", { role: "rowgroup" }, ...rows));
  made.style.setProperty("--groups", groups.length);
  return made;
}

/** The name of a group with a link, what a newcomer should know first, and a button that takes it out. */
function headOf({ id, page, href, name }) {
  const link = element("a", { href }, ...[...page.querySelector("h1").cloneNode(true).childNodes]);
  const badges = [...page.querySelectorAll(".title .status, .title .places")].map((badge) => element("span", { class: badge.className }, badge.textContent));
  const out = button("×", "take-out", async () => {
    history.pushState(null, "", location.pathname + query(asked().filter((other) => other !== id)));
    await show();
    table.focus({ preventScroll: true });
  });
  out.setAttribute("aria-label", say("script-compare-take-out", { group: name }));
  return element("div", {}, link, out, ...badges);
}

const isList = (part) => part.matches(":is(ul, ol)");

/** What a group's page says on a fact. */
function factOf(page, fact) {
  const marked = [...page.querySelectorAll(`[data-fact="${fact}"]`)].sort((a, b) => isList(a) - isList(b)); // dates come last
  const parts = marked.map((part) => {
    const copy = isList(part) ? part.cloneNode(true) : element("div", { class: part.className });
    if (!isList(part)) copy.append(...part.cloneNode(true).childNodes);
    for (const name of ["lang", "dir"]) if (part.hasAttribute(name)) copy.setAttribute(name, part.getAttribute(name));
    for (const one of [copy, ...copy.querySelectorAll("[id], [data-fact]")]) ["id", "data-fact"].forEach((name) => one.removeAttribute(name));
    return copy;
  });
  const isNew = (part, at) => parts.findIndex((other) => other.textContent === part.textContent) === at;
  return parts.length > 0 ? parts.filter(isNew) : [element("span", { class: "unsaid" }, say("script-compare-unsaid"))];
}

/** What one can do with a comparison. */
function waysOn(groups) {
  const chosen = withCompared(new URLSearchParams(), groups.map(({ id }) => id));
  const way = groups.length < MOST ? "script-compare-add" : "script-compare-back";
  const back = element("a", { class: "button", href: `${folder}?${chosen}` }, say(way));
  const words = say(navigator.share ? "script-compare-share" : "script-compare-copy");
  const pass = button(words, "button quiet", (made) => share(made, { title: document.title, url: location.href }));
  return [back, pass, element("p", { role: "status" })];
}
