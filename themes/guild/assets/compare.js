// The groups that a visitor has chosen to compare. The address has them: `compare=` with the id of each. Links of the site
// take them along, and the tab keeps them for pages that have no such links.

const KEY = "compare";
export const MOST = 4;
const bar = document.querySelector("[data-compare]");
/** Where this site compares groups, which tells it from others of the same host. */
const site = new URL(bar?.dataset.compare ?? location.pathname, location).pathname;
const KEPT = `${KEY} ${site}`;

/** The ids of the groups that an address names, each once. */
export function compared(query = location.search) {
  const ids = new URLSearchParams(query).getAll(KEY).filter((id) => /^[a-z0-9-]+$/.test(id));
  return [...new Set(ids)].slice(0, MOST);
}

/** Adds groups to the query of an address, in place of those that it has. */
export function withCompared(params, ids) {
  params.delete(KEY);
  for (const id of ids) params.append(KEY, id);
  return params;
}

/** Shows which groups are chosen on the buttons within an element. */
export function markCompared(within) {
  const ids = compared();
  for (const button of within.querySelectorAll("button.compare")) button.setAttribute("aria-pressed", ids.includes(idOf(button)));
}

/** `/groups/x/` is the address of `x`. */
const idOf = ({ value }) => value.split("/").at(-2);

const here = (ids) => {
  const query = withCompared(new URLSearchParams(location.search), ids).toString();
  return location.pathname + (query && `?${query}`) + location.hash;
};

/** Keeps the choice for a page whose address does not have it. Some browsers refuse to keep anything. */
export function remember(ids) {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(ids));
  } catch { /* the address has it */ }
}

/** The choice that the tab keeps; null where nothing was ever chosen. */
export function remembered() {
  try {
    const ids = JSON.parse(sessionStorage.getItem(KEPT));
    return Array.isArray(ids) ? ids : null;
  } catch {
    return null;
  }
}

/** Takes groups into the address. */
function choose(ids, isRefused = false) {
  if (ids.join() !== compared().join()) history.replaceState(history.state, "", here(ids));
  remember(ids);
  show(isRefused);
}

async function show(isRefused) {
  markCompared(document);
  if (compared().length === 0 && !bar.querySelector(".tray")) return;
  const { showTray } = await import("./compare-bar.js");
  showTray(bar, compared(), isRefused, () => choose([]));
}

/**
 * Chooses the group of a button, or lets go of it. Pages that load this script at the first press hand over each press
 * through one promise, so that none overtakes another.
 */
export function press(button) {
  const [ids, id] = [compared(), idOf(button)];
  if (ids.includes(id)) choose(ids.filter((other) => other !== id));
  else if (ids.length < MOST) choose([...ids, id]);
  else choose(ids, true);
}

/** Where an address is older than the choice, or does not know of it, that stays. */
function goOn() {
  const ids = remembered();
  if (ids) choose(ids);
  else show();
}

/** Lets a link to another page of the site take the groups along. */
function takeAlong(link) {
  const home = new URL("..", new URL(site, location));
  const isPage = link.origin === home.origin && link.pathname.startsWith(home.pathname) && link.pathname.endsWith("/");
  const isHere = link.pathname === location.pathname && link.search === location.search; // to a part of this page
  if (!isPage || isHere || link.pathname === site) return;
  link.search = withCompared(new URLSearchParams(link.search), compared()).toString();
}

document.documentElement.classList.add("can-act"); // which shows the buttons
if (bar) {
  for (const follow of ["click", "auxclick"]) {
    document.addEventListener(follow, ({ target }) => {
      const link = target.closest("a[href]");
      if (link) takeAlong(link);
    }, { capture: true });
  }
  addEventListener("popstate", goOn);
  addEventListener("pageshow", ({ persisted }) => { if (persisted) goOn(); });
  const isReturn = performance.getEntriesByType("navigation")[0]?.type === "back_forward";
  if (isReturn || compared().length === 0) goOn();
  else choose(compared());
}
