// Searches as the visitor types. The page is complete without it.

import { fold, words } from "./search-words.js";

const PAGE = 10; // results at a time
const KEEPING = 300; // milliseconds after the last key until the words are in the address
const SPEAKING = 700; // and until the number of groups is announced
const WORDS = "words:script-search- script-filter-take-out script-filter-chosen script-filter-without group-count quoted guidance axis-field axis-subject axis-domain";

const part = (name) => document.querySelector(`[data-search-${name}]`);
const form = document.querySelector("[data-search]");
const input = form.querySelector("input");
const [chosen, status, terms, results, help, ways, more] =
  ["chosen", "status", "terms", "results", "help", "ways", "more"].map(part);
const title = document.title;

async function fetchJson(address, cache) {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

let reader;
let filters;
let readCards;
let say;
let listed;

/** Loads what reads the index. Of that, only the first file can be out of date; all others are named after their content. */
function openReader() {
  const read = (path) => fetchJson(form.dataset.index + path, path === "index.json" ? "no-cache" : "default");
  reader ??= import("./index-reader.js").then(({ createReader }) => createReader(read, openFilters));
  reader.catch(() => { reader = undefined; });
  return reader;
}

/** Loads the filters, which only words that mean some need. */
function openFilters() {
  filters ??= Promise.all([import("./query-filters.js"), fetchJson(`${form.dataset.files}facets.json`)])
    .then(([{ QueryFilters }, file]) => new QueryFilters(file));
  filters.catch(() => { filters = undefined; });
  return filters;
}

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
function clause({ how, field, word, term, synonym, typed }, leaders, isApart) {
  const leader = field === "leader" && leaders.find((name) => words(name).includes(word));
  const fact = term ? termClause(term)
    : leader ? say("script-search-led", { leader })
    : field === "place" && word === "online" ? say(isApart ? "script-search-was-online" : "script-search-online")
    : say("script-search-has", { field, word: quoted(word) });
  if (synonym) return say("script-search-same", { fact, word: quoted(synonym), typed: quoted(typed) });
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
  root.normalize(); // a text that is a space alone gets lost for screen readers in Chromium
}

/** A group's card, with the line that says why it was found. */
function withReasons(item, { why, isApart }) {
  const leaders = item.querySelector("[data-leaders]")?.dataset.leaders.split("; ") ?? [];
  mark(item, why.flatMap(({ word, typed }) => (word ?? typed).split(" ")));
  const clauses = [...new Set(why.map((reason) => clause(reason, leaders, isApart)))];
  if (clauses.length) item.append(element("p", say("script-search-why", { reasons: clauses.join("; ") }), { className: "search-why" }));
  return item;
}

const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** A link that is offered besides groups, with the kind of thing that it leads to and how many groups are there. */
function offer(kind, name, href, groups) {
  const item = element("li", kind ? `${kind}: ` : "");
  item.append(element("a", name, { href }));
  if (groups !== undefined) item.append(`, ${say("group-count", { n: groups })}`);
  return item;
}

const either = (names) => listed(names, "disjunction");
const both = (names) => listed(names, "conjunction");
const list = (query) => `${form.dataset.groups}?${query}`;

/** The terms, choices of the filters and pages that a query may mean. */
const offers = (found) => [
  ...found.near.map(({ facet, names, groups, query }) => offer(facet, either(names), list(query), groups)),
  ...found.terms.map(({ axis, name, href, groups }) => offer(sentence(say(`axis-${axis}`)), name, href, groups)),
  ...found.pages.map(({ title, href, guidance }) => offer(guidance && say("guidance"), title, href)),
];

/** The words that are typed without some of them. */
const typedWithout = (typed) => input.value.split(/\s+/)
  .filter((own) => !typed.includes(fold(own)) && !words(own).some((word) => typed.includes(word))).join(" ");

const press = (text, className, query) => element("button", text, { type: "button", className, onclick: () => ask(query) });

/** The filters that the query means, each of which can be taken off. */
function chips({ chosen, query, unseen, total, words: others }) {
  if (!chosen.length && !unseen) return [];
  const items = chosen.map(({ names, typed }) => {
    const item = element("li", "");
    const chip = press("", "chip", typedWithout(typed));
    chip.append(element("span", `${say("script-filter-take-out")} `, { className: "said" }), either(names));
    item.append(chip);
    return item;
  });
  const chips = element("ul", "", { ariaLabel: say("script-filter-chosen") });
  chips.append(...items);
  const made = items.length ? [chips] : [];
  if (total && query && !others.length) made.push(element("a", say("script-search-list"), { href: list(query) }));
  if (unseen) made.push(press(say("script-search-unseen", { n: unseen }), "clear", `“${input.value.replace(/["“”„«»]/g, " ").trim()}”`));
  return made;
}

/** What to do if no group is found, or none that has all words. */
function advice({ words: typed, common, without, total }) {
  const buttons = without.map(({ names, typed, groups }) => press(
    say("script-filter-without", { names: both(names.map(quoted)), n: groups }), "button quiet", typedWithout(typed)));
  if (buttons.length || total || common && typed.length) return buttons;
  return [element("p", say("script-search-try"))];
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
let isTyping = false;

/** Says what was found: while somebody types, not for each letter. */
function announce(words) {
  const speak = () => { status.textContent = words; };
  clearTimeout(speaking);
  if (words && isTyping) speaking = setTimeout(speak, SPEAKING);
  else speak();
}

/** What was found, in a sentence or two. */
function summary(found) {
  const { total, lacks, left, words: typed, chosen, common } = found;
  if (total && lacks) return nearly(found);
  const groups = say("group-count", { n: total });
  if (total) return left.length ? say("script-search-left", { groups, names: either(left.map(quoted)) }) : groups;
  if (!typed.length && chosen.length) {
    return say("script-search-none-chosen", { n: chosen.length, names: both(chosen.map(({ names }) => quoted(either(names)))) });
  }
  return common ? say("script-search-common", { words: both(typed.map(quoted)) }) : none(found);
}

/** That no group has all words, and how many have most. */
function nearly(found) {
  const { total: n, lacks, words: typed, missing } = found;
  const words = both(typed.filter((word) => !missing.includes(word)).map(quoted));
  const counts = { n, none: none(found), words, of: typed.length - lacks, all: typed.length };
  return say(missing.length === lacks ? "script-search-rest" : "script-search-some", counts);
}

/** That no group has some words, or all of them together. */
function none({ words: typed, missing }) {
  if (typed.length > 1 && !missing.length) {
    return say("script-search-none-of-all", { n: typed.length, words: both(typed.map(quoted)) });
  }
  return say("script-search-none", { words: either((missing.length ? missing : typed).map(quoted)) });
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
    const [found] = await Promise.all([openReader().then((it) => it.search(query, shown + PAGE)), say ?? learnToSpeak()]);
    if (own !== turn) return null;
    const groups = found.groups.slice(shown);
    readCards ??= (await import("./cards.js")).cardReader(`${form.dataset.files}cards/`, found.cards);
    const cards = await readCards(groups.map(({ doc }) => doc));
    if (own !== turn) return null;
    const items = cards.map((item, at) => withReasons(item, groups[at]));
    const apart = found.groups.findIndex(({ isApart }) => isApart) - shown;
    items[apart]?.prepend(element("h3", say("script-search-apart"), { className: "apart" }));
    const isAsked = found.words.length + found.chosen.length > 0;
    if (!shown) results.replaceChildren();
    results.append(...items);
    shownQuery = query;
    chosen.replaceChildren(...chips(found));
    terms.replaceChildren(...isAsked ? offers(found) : []);
    help.replaceChildren(...isAsked ? advice(found) : []);
    ways.hidden = !isAsked || found.total > 0;
    more.hidden = found.groups.length >= found.total;
    document.title = isAsked ? `${query} – ${title}` : title;
    announce(isAsked ? summary(found) : "");
    return items[0];
  } catch {
    if (own !== turn) return null;
    for (const list of [chosen, results, terms, help]) list.replaceChildren();
    more.hidden = ways.hidden = true;
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

input.addEventListener("focus", openReader, { once: true });
input.addEventListener("input", () => {
  isTyping = true;
  update();
});
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
