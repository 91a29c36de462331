// Searches as the visitor types. The page is complete without it.

import { fold, words } from "./search-words.js";

const PAGE = 10; // results at a time
const KEEPING = 300; // milliseconds after the last key until the words are in the address
const SPEAKING = 700; // and until the number of groups is announced
const WORDS = "words:script-search- script-filter-take-out script-filter-chosen script-filter-without group-count quoted guidance axis-field axis-subject axis-domain";
const WRITTEN = /[\p{L}\p{N}\p{M}]+/gu; // words as they are written

const part = (name) => document.querySelector(`[data-search-${name}]`);
const form = document.querySelector("[data-search]");
const input = form.querySelector("input");
const [chosen, status, terms, results, help, ways, more, browse, all] =
  ["chosen", "status", "terms", "results", "help", "ways", "more", "browse", "all"].map(part);
const title = document.title;

let equipment;
let [button, element, fetchJson, listed, say] = [];
let reader;
let readCards;
const filters = new Map();
const data = new Map();

/** Loads what fetches, makes elements and speaks, which is not needed until somebody searches. */
function equip() {
  equipment ??= Promise.all([import("./page.js"), import("./words.js")]).then(([page, speech]) => {
    ({ button, element, fetchJson } = page);
    listed = speech.listed;
    say = speech.sayer(WORDS);
  });
  equipment.catch(() => { equipment = undefined; });
  return equipment;
}

/** What is kept under a key. It is made if it is not there, and made again if that failed. */
function kept(map, key, make) {
  if (!map.has(key)) {
    map.set(key, make());
    map.get(key).catch(() => map.delete(key));
  }
  return map.get(key);
}

/** Loads what reads the index. Of that, only the first file can be out of date; all others are named after their content. */
function openReader() {
  const read = (path) => fetchJson(form.dataset.index + path, path === "index.json" ? "no-cache" : "default");
  reader ??= Promise.all([import("./index-reader.js"), equip()]).then(([{ createReader }]) => createReader(read, openFilters));
  reader.catch(() => { reader = undefined; });
  return reader;
}

/** Loads the filters, which only words that mean some need, and the week, which only days and times need. */
function openFilters(withWeek) {
  const file = (name) => kept(data, name, () => fetchJson(`${form.dataset.files}${name}.json`));
  return kept(filters, withWeek, async () => {
    const [{ QueryFilters }, facets, week] =
      await Promise.all([import("./query-filters.js"), file("facets"), withWeek ? file("week") : undefined]);
    return new QueryFilters({ ...facets, week });
  });
}

/** A folded word as a text has it, with its capital letters and accents. */
const asWritten = (key, text) => text.match(WRITTEN)?.find((own) => fold(own) === key);

/** A word in quotes: a folded one as the visitor typed it. */
const quoted = (word) => say("quoted", { word: (asWritten(word, input.value) ?? word).normalize("NFC") });

// One clause of the line that says why a group was found.
function clause({ how, field, word, term, synonym, typed }, { leaders, isApart, text }) {
  const leader = field === "leader" && leaders.find((name) => words(name).includes(word));
  const own = (part) => quoted(asWritten(fold(part), text) ?? part);
  const fact = term ? termClause(synonym ? { ...term, alias: undefined } : term)
    : leader ? say("script-search-led", { leader })
    : field === "place" && word === "online" ? say(isApart ? "script-search-was-online" : "script-search-online")
    : say("script-search-has", { field, word: own(word) });
  if (synonym) return say("script-search-same", { fact, word: own(synonym), typed: quoted(typed) });
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
      return [piece.slice(0, start), element("mark", {}, piece.slice(start, end)), piece.slice(end)];
    }));
  }
  root.normalize(); // a text that is a space alone gets lost for screen readers in Chromium
}

/** A group's card, with the line that says why it was found. */
function withReasons(item, { why, isApart }) {
  const leaders = item.querySelector("[data-leaders]")?.dataset.leaders.split("; ") ?? [];
  mark(item, why.flatMap(({ word, typed }) => fold(word ?? typed).split(" ")));
  const group = { leaders, isApart, text: item.textContent };
  const clauses = [...new Set(why.map((reason) => clause(reason, group)))];
  if (clauses.length) {
    const why = element("p", { class: "search-why" }, say("script-search-why", { reasons: clauses.join("; ") }));
    item.querySelector(".card-foot").before(why);
  }
  return item;
}

const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** A link that is offered besides groups, with the kind of thing that it leads to and how many groups are there. */
function offer(kind, name, href, groups) {
  const item = element("li", {}, kind ? `${kind}: ` : "", element("a", { href }, name));
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

const press = (text, className, query) => button(text, className, () => ask(query));

/** A filter that the query means, which can be taken off. */
function chip({ names, typed }) {
  const said = element("span", { class: "said" }, `${say("script-filter-take-out")} `);
  return element("li", {}, press([said, either(names)], "chip out", typedWithout(typed)));
}

/** The filters that the query means, and what else its words may mean. */
function chips({ chosen, half, query, unseen, total, named, words: others }) {
  const items = chosen.map(chip);
  const made = items.length ? [element("ul", { "aria-label": say("script-filter-chosen") }, ...items)] : [];
  if (half) {
    const whole = `${typedWithout([half.typed])} ${half.name}`.trim();
    made.push(press(say("script-search-half", { name: quoted(half.name) }), "chip quiet", whole));
  }
  if (total > named && query && !others.length) made.push(element("a", { href: list(query) }, say("script-search-list")));
  const asText = `“${input.value.replace(/["“”„«»]/g, " ").trim()}”`;
  if (unseen) made.push(press(say("script-search-unseen", { n: unseen, words: asText }), "clear", asText));
  return made;
}

/** What to do if no group is found, or none that has all words. */
function advice({ words: typed, common, without, total }) {
  const buttons = without.map(({ names, typed, groups }) => press(
    say("script-filter-without", { names: both(names.map(quoted)), n: groups }), "button quiet", typedWithout(typed)));
  if (buttons.length || total || common && typed.length) return buttons;
  return [element("p", {}, say("script-search-try"))];
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
  const { total, named, lacks, left, words: typed, chosen, common } = found;
  if (total && lacks) return nearly(found);
  const groups = say("group-count", { n: total - named });
  if (named) {
    const own = both([...chosen.flatMap((choice) => choice.typed), ...typed].map(quoted));
    if (total > named) return say("script-search-named", { groups, n: named, words: own });
    return say("script-search-rest", { none: noneChosen(chosen), n: named, words: own });
  }
  if (total) return left.length ? say("script-search-left", { groups, names: either(left.map(quoted)) }) : groups;
  if (!typed.length && chosen.length) return noneChosen(chosen);
  return common ? say("script-search-common", { words: both(typed.map(quoted)) }) : none(found);
}

/** That no group has all words, and how many have most. */
function nearly(found) {
  const { total: n, lacks, words: typed, missing } = found;
  const words = both(typed.filter((word) => !missing.includes(word)).map(quoted));
  const counts = { n, none: none(found), words, of: typed.length - lacks, all: typed.length };
  return say(missing.length === lacks ? "script-search-rest" : "script-search-some", counts);
}

/** That no group has what is chosen. */
const noneChosen = (chosen) =>
  say("script-search-none-chosen", { n: chosen.length, names: both(chosen.map(({ names }) => quoted(either(names)))) });

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
    const found = await openReader().then((it) => it.search(query, shown + PAGE));
    if (own !== turn) return null;
    const groups = found.groups.slice(shown);
    readCards ??= (await import("./cards.js")).cardReader(`${form.dataset.files}cards/`, found.cards);
    const cards = await readCards(groups.map(({ doc }) => doc), found.fits);
    if (own !== turn) return null;
    const items = cards.map((item, at) => withReasons(item, groups[at]));
    const apart = found.groups.findIndex(({ isApart }) => isApart) - shown;
    items[apart]?.prepend(element("h3", { class: "apart" }, say("script-search-apart")));
    const isAsked = found.words.length + found.chosen.length > 0;
    if (!shown) results.replaceChildren();
    results.append(...items);
    shownQuery = query;
    chosen.replaceChildren(...chips(found));
    terms.replaceChildren(...isAsked ? offers(found) : []);
    help.replaceChildren(...isAsked ? advice(found) : []);
    ways.hidden = !isAsked || found.total > 0;
    browse.hidden = found.total > 0;
    all.hidden = !ways.hidden;
    more.hidden = found.groups.length >= found.total;
    document.title = isAsked ? `${query} – ${title}` : title;
    announce(isAsked ? summary(found) : "");
    return items[0];
  } catch {
    if (own !== turn) return null;
    for (const list of [chosen, results, terms, help]) list.replaceChildren();
    more.hidden = ways.hidden = true;
    browse.hidden = all.hidden = false;
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

if (location.search.includes("compare=")) {
  const compares = import("./compare.js");
  document.addEventListener("click", ({ target }) => {
    const button = target.closest("button.compare");
    if (button) compares.then(({ press }) => press(button));
  });
}
input.value ||= new URLSearchParams(location.search).get("q") ?? "";
if (input.value) {
  browse.hidden = all.hidden = true; // until it is known what is found, so that nothing is pushed away
  update();
}
