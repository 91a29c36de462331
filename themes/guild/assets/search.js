// Searches as the visitor types. The page is complete without it.

import { createReader, fold, words } from "./index-reader.js";

const PAGE = 10; // results at a time
const KEEPING = 300; // milliseconds after the last key until the words are in the address
const SPEAKING = 700; // and until the number of groups is announced
const WORDS = "words:script-search- group-count quoted axis-field axis-subject axis-domain";

const part = (name) => document.querySelector(`[data-search-${name}]`);
const form = document.querySelector("[data-search]");
const input = form.querySelector("input");
const [status, terms, results, help, more] = ["status", "terms", "results", "help", "more"].map(part);

async function fetchJson(address, cache) {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

// Only the first file can be out of date; all others are named after their content.
const reader = createReader((path) =>
  fetchJson(form.dataset.index + path, path === "index.json" ? "no-cache" : "default"));
let readCards;
let say;
let listed;

/** Loads the words, which are not needed until somebody searches. */
async function learnToSpeak() {
  const speech = await import("./words.js");
  say = speech.sayer(WORDS);
  listed = speech.listed;
}

function element(name, text, properties = {}) {
  return Object.assign(document.createElement(name), { textContent: text, ...properties });
}

const quoted = (word) => say("quoted", { word: word.normalize("NFC") });

// One clause of the line that says why a group was found.
function clause({ how, field, word, term, typed }, leaders, isApart) {
  const leader = field === "leader" && leaders.find((name) => words(name).includes(word));
  const fact = term ? termClause(term)
    : leader ? say("script-search-led", { leader })
    : field === "place" && word === "online" ? say(isApart ? "script-search-was-online" : "script-search-online")
    : say("script-search-has", { field, word: quoted(word) });
  return how === "forgiven" ? say("script-search-like", { fact, typed: quoted(typed) }) : fact;
}

function termClause({ axis, name, alias }) {
  const fact = say("script-search-term", { one: say(`axis-${axis}`), name: quoted(name) });
  return alias ? say("script-search-alias", { fact, alias: quoted(alias) }) : fact;
}

// Puts the words searched for into `<mark>`.
function mark(root, wanted) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    text.replaceWith(...text.data.split(/([\p{L}\p{N}\p{M}]+)/u).flatMap((piece, at) => {
      const folded = fold(piece);
      const word = at % 2 && wanted.find((word) => word > "\u0e00" ? folded.includes(word) : folded.startsWith(word));
      if (!word) return [piece];
      // In a text without spaces, mark only the word itself where its position is certain.
      const inside = word > "\u0e00" && folded.length === piece.length;
      const [start, end] = inside ? [folded.indexOf(word), folded.indexOf(word) + word.length] : [0, piece.length];
      return [piece.slice(0, start), element("mark", piece.slice(start, end)), piece.slice(end)];
    }));
  }
}

/** A group's card, with the line that says why it was found. */
function withReasons(item, { why, isApart }) {
  const leaders = item.querySelector("[data-leaders]")?.dataset.leaders.split("; ") ?? [];
  mark(item, why.map(({ word, typed }) => word ?? typed));
  const clauses = [...new Set(why.map((reason) => clause(reason, leaders, isApart)))];
  item.append(element("p", say("script-search-why", { reasons: clauses.join("; ") }), { className: "search-why" }));
  return item;
}

function offer({ axis, name, href, groups }) {
  const one = say(`axis-${axis}`);
  const item = element("li", `${one.charAt(0).toUpperCase()}${one.slice(1)}: `);
  item.append(element("a", name, { href }), `, ${say("group-count", { n: groups })}`);
  return item;
}

// What to do if no group is found.
function advice({ words: typed, missing, common }) {
  if (common) return [];
  if (typed.length < 2) return [say("script-search-try")];
  const without = (word) => input.value.split(/\s+/).filter((own) => fold(own) !== word && !words(own).includes(word));
  return [say("script-search-take-out"), ...(missing.length ? missing : typed).flatMap((word) =>
    [" ", element("button", quoted(word), { type: "button", onclick: () => ask(without(word).join(" ")) })])];
}

let keeping;

/** Writes the words into the address. Not at each key, as browsers limit how often it may change. */
function keep() {
  clearTimeout(keeping);
  const query = input.value.trim();
  const params = new URLSearchParams(location.search);
  params.delete("q");
  const others = params.toString();
  const words = query && `q=${encodeURIComponent(query)}`;
  const all = [words, others].filter(Boolean).join("&");
  history.replaceState(null, "", all ? `?${all}` : location.pathname);
}

let turn = 0;
let speaking;

function announce(words) {
  clearTimeout(speaking);
  speaking = setTimeout(() => { status.textContent = words; }, words ? SPEAKING : 0);
}

function summary({ total, words: typed, missing, common }) {
  if (total) return say("group-count", { n: total });
  if (common) return say("script-search-common", { words: listed(typed.map(quoted), "conjunction") });
  if (typed.length > 1 && !missing.length) return say("script-search-none-of-all");
  return say("script-search-none", { words: listed((missing.length ? missing : typed).map(quoted), "disjunction") });
}

let shownQuery; // the words whose results are shown

// Searches and shows the results; with `goOn`, adds further results for the same words. Results of an earlier search
// that arrive late are dropped.
async function update(goOn = false) {
  const own = turn += 1;
  const query = input.value.trim();
  const shown = goOn && query === shownQuery ? results.children.length : 0;
  clearTimeout(keeping);
  keeping = setTimeout(keep, KEEPING);
  try {
    const [found] = await Promise.all([reader.search(query, shown + PAGE), say ?? learnToSpeak()]);
    if (own !== turn) return null;
    const groups = found.groups.slice(shown);
    readCards ??= (await import("./cards.js")).cardReader(form.dataset.cards, found.cards);
    const cards = await readCards(groups.map(({ doc }) => doc));
    if (own !== turn) return null;
    const items = cards.map((item, at) => withReasons(item, groups[at]));
    const apart = found.groups.findIndex(({ isApart }) => isApart) - shown;
    items[apart]?.prepend(element("h3", say("script-search-apart"), { className: "apart" }));
    const isAsked = found.words.length > 0;
    if (!shown) results.replaceChildren();
    results.append(...items);
    shownQuery = query;
    terms.replaceChildren(...found.terms.map(offer));
    help.replaceChildren(...isAsked && !found.total ? advice(found) : []);
    more.hidden = found.groups.length >= found.total;
    announce(isAsked ? summary(found) : "");
    return items[0];
  } catch {
    if (own !== turn) return null;
    for (const list of [results, terms, help]) list.replaceChildren();
    more.hidden = true;
    shownQuery = undefined;
    announce(WORDS["script-search-failed"]);
    return null;
  }
}

function ask(query) {
  input.value = query;
  input.focus();
  update();
}

input.addEventListener("input", () => update());
results.addEventListener("click", keep);
input.addEventListener("keydown", (event) => {
  if (event.key === "Escape") ask("");
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  update();
});
more.addEventListener("click", async () => {
  const first = await update(true);
  first?.querySelector("a").focus();
});

if (location.search.includes("compare=")) import("./compare.js");
input.value ||= new URLSearchParams(location.search).get("q") ?? "";
if (input.value) update();
