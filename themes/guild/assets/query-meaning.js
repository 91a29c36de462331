// What a query may mean besides words of groups: choices of the filters, words that mean the same, and pages of text.
// `index.json` has them.

import { split, words } from "./search-words.js";

const LONGEST_PHRASE = 8; // words
const MOST_TOKENS = 32; // of a query
const SHORTEST_HALF = 4; // letters from which a beginning offers the filter whose word it begins

const keyOf = (text) => words(text).join(" ");

/** The words of a query. Those in quotes mean nothing but themselves. */
export function tokensOf(query) {
  const parts = query.split(/["“”„«»]/);
  return parts.flatMap((part, at) => split(part).map((token) => ({ ...token, isQuoted: at % 2 > 0 }))).slice(0, MOST_TOKENS);
}

/** The phrases of a query that are in a map, the longest from each word on, with what each means. */
export function phrasesIn(tokens, known) {
  const found = [];
  for (let at = 0; at < tokens.length; at += 1) {
    for (let end = Math.min(tokens.length, at + LONGEST_PHRASE); end > at; end -= 1) {
      const part = tokens.slice(at, end);
      const meant = !part.some(({ isQuoted }) => isQuoted) && known.get(part.map(({ key }) => key).join(" "));
      if (meant) {
        found.push({ part, meant });
        at = end - 1;
        break;
      }
    }
  }
  return found;
}

/** Adds what each of some texts means to a map. */
function learn(known, texts, meant) {
  for (const key of texts.map(keyOf).filter(Boolean)) known.set(key, [...new Set([...known.get(key) ?? [], ...meant])]);
}

/** A choice of a facet as an address has it: `cost=free`. */
export const choiceOf = (facet, choice) => String(new URLSearchParams({ [facet]: choice }));

/** Whether a phrase means a day or a time. */
export const isOfWeek = ({ meant }) => meant.some((choice) => /^(day|time)=/.test(choice));

/**
 * For each phrase the choices that it means. The name of a term that has such a phrase in it means the term, and none of
 * them. What means the same as such a phrase, and is none itself, means its choices.
 */
function choicesOf(typed, terms, sets) {
  const known = new Map();
  for (const { facet, choice, words: texts } of typed) learn(known, texts.split(","), [choiceOf(facet, choice)]);
  for (const { name, aliases = [] } of terms) learn(known, [name, ...aliases], []);
  for (const set of sets) {
    const meant = set.flatMap((text) => known.get(keyOf(text)) ?? []);
    if (meant.length) learn(known, set.filter((text) => !known.has(keyOf(text))), meant);
  }
  return known;
}

/** The filter whose word the last of a query begins, if it begins those of one alone and means nothing yet. */
export function halfTyped({ filters, names }, tokens) {
  const { key, plain, isQuoted } = tokens.at(-1) ?? {};
  if (!plain || isQuoted || key.length < SHORTEST_HALF || filters.has(key)) return undefined;
  const begun = names.filter(({ keys }) => keys.some((other) => !other.includes(" ") && other.startsWith(key)));
  return begun.length === 1 ? { typed: key, name: begun[0].name } : undefined;
}

/** For each phrase those that mean the same, as the site writes them. */
function synonymsOf(sets) {
  const known = new Map();
  for (const set of sets) {
    const texts = set.filter(keyOf);
    for (const text of texts) learn(known, [text], texts.filter((other) => keyOf(other) !== keyOf(text)));
  }
  return known;
}

/** Reads the parts of `index.json` that say what a query may mean. */
export function readMeanings({ filters, near, idle, synonyms, pages, terms }) {
  return {
    filters: choicesOf(filters, terms, synonyms),
    names: filters.map(({ words: texts }) => ({ name: texts.split(",")[0], keys: texts.split(",").map(keyOf) })),
    near: choicesOf(near, [], []),
    idle: new Set(idle.split(",").map(keyOf)),
    synonyms: synonymsOf(synonyms),
    pages: pages.map((page) => ({
      ...page,
      names: words([page.title, ...page.aliases ?? []].join(" ")),
      all: words(page.summary),
      leads: (page.leads ?? "").split(",").map(keyOf).filter(Boolean),
    })),
  };
}

/** The pages to which a part of a query leads, or that have all its telling words; those first that have them in their names. */
export function pagesWith(pages, typed, telling, most) {
  const query = ` ${typed.map(({ key }) => key).join(" ")} `;
  const isLed = ({ leads }) => leads.some((phrase) => query.includes(` ${phrase} `));
  const has = (list, { key, plain }) => list.some((word) => word === key || plain && key.length > 2 && word.startsWith(key));
  const lacking = ({ names }, token) => (has(names, token) ? 0 : 1);
  const rank = (page) => telling.reduce((sum, token) => sum + (has([...page.names, ...page.all], token) ? lacking(page, token) : Infinity), 0);
  const found = pages.map((page) => ({ page, sum: isLed(page) ? 0 : telling.length ? rank(page) : Infinity })).filter(({ sum }) => sum < Infinity);
  return found.sort((a, b) => a.sum - b.sum).slice(0, most)
    .map(({ page: { title, href, guidance } }) => ({ title, href, guidance }));
}
