// Shows groups side by side. The address names them: `group=` with the id of each. What is said of them is taken from their
// own pages, where it is marked with `data-fact`.

import { MOST, remember, withCompared } from "./compare.js";
import { button, element } from "./page.js";
import { showNext, tellOwnTimes } from "./times.js";
import { listed, sayer } from "./words.js";

const say = sayer("words:script-compare- quoted");
/** What groups are compared by, each with its words. */
const FACTS = {
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

const box = document.querySelector(".comparison");
const { groups: folder } = box.dataset;
const said = element("p", { role: "status" });
const table = element("div", { class: "side-by-side", role: "region", tabindex: "0", "aria-label": say("script-compare-table") });
const none = box.querySelector(".none");
const ways = element("div", { class: "actions" });
const title = document.title;

// Scrolling stops at whole columns: where the keyboard goes, its column comes into view.
table.addEventListener("focusin", ({ target }) => {
  const cell = target.closest(":is(td, th)");
  if (!cell || table.scrollWidth <= table.offsetWidth) return;
  const [to, labels] = [cell, table.querySelector("td")].map((one) => one.getBoundingClientRect());
  const isRtl = getComputedStyle(table).direction === "rtl";
  table.scrollBy({ left: isRtl ? to.right - labels.left : to.left - labels.right, behavior: "instant" });
});
addEventListener("popstate", show);
show();

/** Shows the groups that the address names. */
async function show() {
  const ids = [...new Set(new URLSearchParams(location.search).getAll("group").filter(Boolean))];
  const found = await Promise.all(ids.slice(0, MOST).map(fetchGroup));
  const groups = found.filter(({ page }, at) => page && found.findIndex(({ id }) => id === found[at].id) === at);
  const current = groups.filter(({ state }) => state !== "ended");
  keep(current.map(({ id }) => id), found.every(({ isSure }) => isSure));
  document.title = current.length > 0 ? `${listed(current.map(({ name }) => name), "conjunction")} – ${title}` : title;
  const notes = found.filter(({ note }) => note).map(({ note }) => note);
  if (ids.length > MOST) notes.unshift(say("script-compare-more"));
  table.hidden = current.length === 0;
  table.replaceChildren(...current.length > 0 ? [tableOf(current)] : []);
  showNext(table);
  tellOwnTimes(table);
  none.hidden = current.length > 0;
  ways.replaceChildren(...current.length > 0 ? waysOn(current) : []);
  box.replaceChildren(said, ...notes.map((note) => element("p", { class: "notice" }, note)), table, none, ways);
}

/** Leaves in the address only what is shown, under its present name. What could not be loaded stays, to be tried again. */
function keep(ids, isSure) {
  if (!isSure) return;
  remember(ids);
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
  const heads = groups.map((group) => element("th", { scope: "col" }, headOf(group, groups)));
  const corner = element("td", {});
  const rows = Object.entries(FACTS).map(([fact, words]) => {
    const cells = groups.map(({ page }) => element("td", {}, ...factOf(page, fact)));
    return element("tr", {}, element("th", { scope: "row" }, say(words)), ...cells);
  });
  return element("table", {}, element("thead", {}, element("tr", {}, corner, ...heads)), element("tbody", {}, ...rows));
}

/** The name of a group with a link, what a newcomer should know first, and a button that takes it out. */
function headOf({ id, page, href, name }, groups) {
  const link = element("a", { href }, ...[...page.querySelector("h1").cloneNode(true).childNodes]);
  const badges = [...page.querySelectorAll(".title .status, .title .places")].map((badge) => element("span", { class: badge.className }, badge.textContent));
  const out = button("×", "take-out", async () => {
    history.pushState(null, "", location.pathname + query(groups.map((group) => group.id).filter((other) => other !== id)));
    await show();
    table.focus({ preventScroll: true });
  });
  out.setAttribute("aria-label", say("script-compare-take-out", { group: name }));
  return element("div", {}, link, ...badges, out);
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
  const words = groups.length < MOST ? "script-compare-add" : "script-compare-back";
  const back = element("a", { class: "button", href: `${folder}?${chosen}` }, say(words));
  return [back, button(say(navigator.share ? "script-compare-share" : "script-compare-copy"), "button quiet", share)];
}

/** Hands the address to the visitor's own programs, or copies it. */
async function share() {
  const url = location.href;
  try {
    if (navigator.share) {
      await navigator.share({ title: document.title, url });
      return;
    }
    await navigator.clipboard.writeText(url);
    said.textContent = say("script-compare-copied");
  } catch (error) {
    if (error.name !== "AbortError") said.textContent = say("script-compare-no-copy");
  }
}
