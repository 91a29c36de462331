// Finds groups in the files of the search index: docs/search.md says how. `src/files/search/` writes them.

import { isNear, words } from "./search-words.js";
import { halfTyped, isOfWeek, phrasesIn, readMeanings, tokensOf } from "./query-meaning.js";
import { MOST_OFFERED, SCORES, resultsOf } from "./query-results.js";

const MOST_WORDS = 8; // of a query
const SHORTEST_BEGINNING = 3; // letters from which a word also finds longer ones
const SHORTEST_FORGIVEN = 5; // letters from which one wrong letter is forgiven
const LONG = 6; // letters from which it may be the first one, and a longer word may be meant
const MOST_SHARDS = 3; // files for one range of words
const MOST_POSTINGS = 6; // files of postings for a query, at most half of them for one word
const MOST_GUESSES = 4; // words that a mistyped one is taken for
const RANKS = { name: 0, term: 1, place: 2, leader: 2, summary: 2, text: 5 };
const FIELDS = ["text", "summary", "name", "place", "leader"];
const END = "\uffff"; // after all letters

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = new Uint8Array(128);
[...DIGITS].forEach((digit, value) => { VALUES[digit.charCodeAt(0)] = value; });

function numbers(text) {
  const found = [];
  for (let at = 0, number = 0, shift = 0; at < text.length; at += 1) {
    const digit = VALUES[text.charCodeAt(at)];
    number += (digit & 31) << shift;
    shift += 5;
    if (digit < 32) {
      found.push(number);
      number = shift = 0;
    }
  }
  return found;
}

function documents(text) {
  let next = 0;
  return numbers(text).map((distance) => (next += distance + 1) - 1);
}

const list = (text) => text ? text.split(" ") : [];
const reversed = (text) => [...text].reverse().join("");
const most = (number) => (_, at) => at < number;
const byWeight = (a, b) => b.heads - a.heads || b.groups - a.groups || (a.word < b.word ? -1 : 1);

function match(how, field, docs, rest) {
  const rank = RANKS[field];
  return { how, field, docs, ...rest, score: how === "forgiven" ? SCORES.forgiven + rank : 2 * rank + (how === "beginning") };
}

// Whether a word may be meant by one that is typed wrong: people rarely mistake the first letter of a short word.
const isMeant = (typed, word) => isNear(typed, word) && (typed.length >= LONG || typed[0] === word[0]);

// What a word that means the same scores: in a name or a term between the typed word in a summary and in a text, and
// anywhere else after it.
function scoreAlike({ field, score }, isGuessed) {
  if (isGuessed) return SCORES.forgiven + score;
  return (RANKS[field] <= RANKS.term ? SCORES.alike : SCORES.synonym) + score;
}

// Returns a reader of the index. `fetchJson(path)` fetches a file in its folder; `openFilters(withWeek)` fetches the
// filters, once the words of a query mean some, with the week if they mean days or times.
export function createReader(fetchJson, openFilters) {
  let cache = new Map();

  function load(path, read) {
    const kept = cache;
    if (!kept.has(path)) kept.set(path, Promise.resolve(path).then(fetchJson).then(read));
    kept.get(path).catch(() => kept.delete(path));
    return kept.get(path);
  }

  const manifest = () => load("index.json", (file) => {
    const common = new Set(list(file.common));
    const phrase = (name, alias) => {
      const all = words(name);
      const telling = all.filter((word) => !common.has(word));
      return { alias, words: telling.length ? telling : all };
    };
    for (const term of file.terms) {
      const aliases = (term.aliases ?? []).map((alias) => phrase(alias, alias));
      term.phrases = [phrase(term.name), ...aliases, phrase(term.id)];
    }
    for (const shards of [file.words, file.endings]) shards.first = list(shards.first);
    return { ...file, common, meanings: readMeanings(file) };
  });

  const entries = (shard) => {
    const [groups, heads] = [numbers(shard.groups), numbers(shard.heads)];
    const places = numbers(shard.sizes).flatMap((size, file) =>
      Array.from({ length: size }, (_, at) => ({ file: shard.files[file], at })));
    return list(shard.words).map((word, at) => ({ word, groups: groups[at], heads: heads[at], ...places[at] }));
  };

  // What the files contain from `low` to `high`; of many files, only those around `near`.
  async function range(folder, { first, files }, low, high, near, read) {
    const [start, middle, end] = [low, near, high]
      .map((word) => Math.max(0, first.findLastIndex((other) => other <= word)));
    const from = Math.max(start, Math.min(middle - 1, end - MOST_SHARDS + 1));
    const wanted = files.slice(from, Math.min(end + 1, from + MOST_SHARDS));
    return (await Promise.all(wanted.map((file) => load(`${folder}/${file}.json`, read)))).flat();
  }

  const exactly = async (index, key) =>
    (await range("words", index.words, key, key, key, entries)).filter(({ word }) => word === key);

  const beginning = async (index, key, near = key) =>
    (await range("words", index.words, key, key + END, near, entries)).filter(({ word }) => word.startsWith(key));

  // The words that a mistyped one may be: one wrong letter leaves its first or its second half as it was,
  // unless the two letters in the middle are swapped.
  async function guesses(index, typed) {
    const half = typed.length >> 1;
    const [start, end] = [typed.slice(0, half), typed.slice(half)];
    const ending = reversed(end);
    const [alike, swapped, endings] = await Promise.all([
      beginning(index, start, typed),
      exactly(index, start.slice(0, -1) + end[0] + start.at(-1) + end.slice(1)),
      range("endings", index.endings, ending, ending + END, reversed(typed), list),
    ]);
    const others = endings.map(reversed).filter((word) => !word.startsWith(start) && isMeant(typed, word));
    const found = await Promise.all(others.filter(most(MOST_GUESSES)).map((word) => exactly(index, word)));
    const near = [...alike.filter(({ word }) => isMeant(typed, word)), ...swapped, ...found.flat()];
    const isBegun = ({ word }) => typed.length >= LONG
      && [-1, 0, 1].some((more) => isNear(typed, word.slice(0, typed.length + more)));
    return (near.length ? near : alike.filter(isBegun)).sort(byWeight).filter(most(MOST_GUESSES));
  }

  // The groups of words from a few files, the word itself first.
  async function matchesOf(entries, key, files) {
    const wanted = new Set();
    const isNearby = ({ file }) => wanted.has(file) || wanted.size < files && wanted.add(file);
    const sorted = entries.sort((a, b) => (b.word === key) - (a.word === key) || byWeight(a, b));
    const matches = await Promise.all(sorted.filter(isNearby).map(async ({ word, file, at }) => {
      const how = word === key ? "exact" : word.startsWith(key) ? "beginning" : "forgiven";
      const postings = await load(`postings/${file}.json`, list);
      return postings[at].split(".").map((text, field) => match(how, FIELDS[field], documents(text), { word }));
    }));
    return matches.flat();
  }

  // The terms with a word in their name or aliases, the best first.
  function termsOf(index, all, isFound, how) {
    return index.terms.flatMap((term) => {
      const phrases = term.phrases.filter(({ words }) => isFound(words));
      const whole = phrases.find((phrase) => phrase.words.every((word) => all.has(word)));
      return phrases.length ? [{ how: how ?? (whole ? "exact" : "beginning"), term, alias: (whole ?? phrases[0]).alias }] : [];
    }).sort((a, b) => (b.how === "exact") - (a.how === "exact") || !b.alias - !a.alias || b.term.groups - a.term.groups)
      .filter(most(MOST_OFFERED));
  }

  const matchesOfTerms = (terms) => Promise.all(terms.map(async ({ how, term, alias }) => {
    const { axis, name } = term;
    return match(how, "term", await load(`terms/${term.file}.json`, documents), { term: { axis, name, alias } });
  }));

  // What a phrase matches that means the same as what is typed: groups that have all its words in one place, and terms.
  async function lookAlike(index, word, isGuessed) {
    const all = words(word);
    const telling = all.filter((one) => !index.common.has(one) && !index.meanings.idle.has(one));
    const needed = telling.length ? telling : all;
    const said = all.length > 1 && telling.length === 1 ? telling[0] : word; // where only `steps` tells, only `steps` is found
    const [first, ...others] = await Promise.all(needed.map(async (one) => matchesOf(await exactly(index, one), one, 1)));
    const inField = (matches, own) => new Set(matches.filter(({ field }) => field === own).flatMap(({ docs }) => docs));
    const inAll = ({ docs, field }) => {
      const sets = others.map((matches) => inField(matches, field));
      return docs.filter((doc) => sets.every((set) => set.has(doc)));
    };
    const terms = termsOf(index, new Set(all), (words) => needed.every((one) => words.includes(one)));
    const found = [...first.filter(({ field }) => field !== "leader").map((match) => ({ ...match, docs: inAll(match), word: said })),
      ...await matchesOfTerms(terms)];
    const alike = (match) => ({ ...match, how: "synonym", synonym: word, score: scoreAlike(match, isGuessed) });
    return { terms, matches: found.map(alike) };
  }

  async function lookAllAlike(index, words, isGuessed) {
    const looks = await Promise.all([...new Set(words)].map((word) => lookAlike(index, word, isGuessed)));
    return { terms: looks.flatMap(({ terms }) => terms), matches: looks.flatMap(({ matches }) => matches) };
  }

  // What a word matches, the best first. One that means a filter is looked for as it is.
  async function look(index, { typed, key, plain, alike = [], isFilter }, all, files) {
    const isWhole = isFilter || index.common.has(key) || !plain && key !== typed;
    const isLong = key.length >= SHORTEST_BEGINNING;
    let [found, same] = await Promise.all([
      (isWhole || plain && !isLong ? exactly : beginning)(index, key),
      lookAllAlike(index, alike),
    ]);
    const fits = (word, at) => word === key || !isWhole && word.startsWith(key) && (isLong || !at);
    let terms = termsOf(index, all, (words) => words.some(fits));
    const common = found.some(({ word }) => index.common.has(word));
    const isKnown = found.some(({ heads }) => heads) || same.matches.some(({ docs }) => docs.length)
      || found.reduce((sum, { groups }) => sum + groups, 0) > index.documents / 2000;
    if (plain && !isFilter && !common && !isKnown && !terms.length && key.length >= SHORTEST_FORGIVEN && !/\p{N}/u.test(key)) {
      const alike = [...index.meanings.synonyms].flatMap(([word, others]) => (isMeant(key, word) ? others : []));
      const [guessed, guessedSame] = await Promise.all([guesses(index, key), lookAllAlike(index, alike, true)]);
      found = [...found, ...guessed];
      same = guessedSame;
      terms = termsOf(index, all, (words) => words.some((word) => isMeant(key, word)), "forgiven");
    }
    const matches = [...await matchesOf(found, key, files), ...await matchesOfTerms(terms), ...same.matches];
    matches.sort((a, b) => a.score - b.score);
    return { typed, key, plain, common, terms: [...terms, ...same.terms], matches };
  }

  // The words of a query by what they mean: phrases that mean filters, the words that are searched for, and phrases that
  // may mean a filter.
  async function understand({ meanings }, asked) {
    const known = phrasesIn(asked, meanings.filters);
    const mayMean = phrasesIn(asked, meanings.near);
    let phrases = known.filter(({ meant }) => meant.length);
    const isNeeded = phrases.length || mayMean.length;
    const filters = isNeeded ? await openFilters(phrases.some(isOfWeek)).catch(() => undefined) : undefined;
    if (!filters || !phrases.length) return { filters, phrases: [], mayMean: filters ? mayMean : [], text: asked };
    const isMeant = (found) => new Set(found.flatMap(({ part }) => part));
    const [ofFilters, ofTerms] = [isMeant(phrases), isMeant(known)];
    const rest = asked.filter((token) => !ofFilters.has(token) && (!meanings.idle.has(token.key) || ofTerms.has(token)));
    const places = filters.placesIn(rest.filter((token) => !ofTerms.has(token)));
    phrases = [...phrases, ...places];
    const ofPlaces = isMeant(places);
    return { filters, phrases, mayMean, text: rest.filter((token) => !ofPlaces.has(token)) };
  }

  async function find(query, count) {
    const index = await manifest();
    const asked = tokensOf(query);
    for (const { part, meant } of phrasesIn(asked, index.meanings.synonyms)) for (const token of part) token.alike = meant;
    const { filters, phrases, mayMean, text } = await understand(index, asked);
    const isText = new Set(text);
    const others = asked.filter((token) => !isText.has(token));
    for (const token of others) token.isFilter = true;
    const typed = [...text, ...others].filter(({ tail }) => !tail).filter(most(MOST_WORDS));
    const files = Math.max(1, Math.floor(MOST_POSTINGS / Math.max(2, typed.length)));
    const looks = await Promise.all(typed.map((token) => look(index, token, new Set(asked.map(({ key }) => key)), files)));
    const wanted = looks.filter((_, at) => isText.has(typed[at]));
    return { ...resultsOf(index, { filters, phrases, mayMean, looks, wanted, count }), half: halfTyped(index.meanings, asked) };
  }

  // The best `count` groups that contain every word of a query. Loads the index again if a new one has been
  // published since.
  async function search(query, count = 10) {
    try {
      return await find(query, count);
    } catch {
      cache = new Map();
      return find(query, count);
    }
  }

  return { search };
}
