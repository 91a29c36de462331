// The groups that the words of a query find, the best first, and what there is to say of them.

import { pagesWith } from "./query-meaning.js";

export const MOST_OFFERED = 4; // terms
const MOST_PAGES = 3;
const LEAST_ALIKE = 2; // letters that words begin with by chance
// What is added to the score of a word's match, or stands for it. The scores of all words of a group are added up. A typed
// word scores less than `alike` anywhere but in a text.
export const SCORES = { alike: 6, common: 12, synonym: 60, forgiven: 128, none: 255 };
const LACKING = 2048; // for each word that a group has not

const most = (number) => (_, at) => at < number;

// The documents that contain every word, or if none does, those that lack the fewest: current groups, then paused and
// ended ones. Within each, the best first, then by number. `lacks` says how many words they lack.
function ranked(index, looks) {
  const sums = new Uint16Array(index.documents);
  for (const { common, matches } of looks) {
    const best = new Uint8Array(index.documents).fill(common ? SCORES.common : SCORES.none);
    for (const { docs, score } of matches) for (const doc of docs) if (score < best[doc]) best[doc] = score;
    best.forEach((score, doc) => { sums[doc] += score === SCORES.none ? LACKING : score; });
  }
  // If all words are common, those that have one outside their text.
  const telling = looks.filter(({ common }) => !common).length;
  const end = telling ? telling * LACKING : SCORES.common * looks.length;
  const buckets = [];
  sums.forEach((sum, doc) => {
    if (sum < end) (buckets[sum] ??= []).push(doc);
  });
  const all = buckets.flat();
  const lacked = (doc) => Math.floor(sums[doc] / LACKING);
  const lacks = all.length ? lacked(all[0]) : 0;
  return { docs: currentFirst(index, all.filter((doc) => lacked(doc) === lacks)), lacks };
}

const currentFirst = (index, docs) =>
  [...docs.filter((doc) => doc < index.current), ...docs.filter((doc) => doc >= index.current)];

// Why a document was found: for each word the field that contains it, and how it is written there.
function reasons(looks, doc) {
  return looks.flatMap(({ typed, plain, matches }) => {
    const found = matches.find(({ docs }) => docs.includes(doc));
    if (!found) return [];
    const { how, field, word, term, synonym } = found;
    return [{ typed, how, field, ...term ? { term } : { word: plain || synonym ? word : typed }, ...synonym && { synonym } }];
  });
}

// The terms to offer: those of the words.
const offers = (looks) => [...new Map(looks.flatMap(({ terms }) => terms).map((found) => [found.term, found])).values()];

// The terms that begin most like the words, if some begin more alike than by chance: for words that find nothing.
function nearest({ terms }, looks) {
  const shared = (key, word) => [...`${key}\0`].findIndex((letter, at) => letter !== word[at]);
  const likeness = ({ phrases }) => Math.max(0, ...looks.flatMap(({ key }) =>
    phrases.flatMap(({ words }) => words.map((word) => shared(key, word)))));
  return terms.map((term) => ({ term, likeness: likeness(term) })).filter((found) => found.likeness > LEAST_ALIKE)
    .sort((a, b) => b.likeness - a.likeness || b.term.groups - a.term.groups);
}

// The groups whose names have all words as they are typed.
function named(looks) {
  const isNamed = ({ how, field }) => how === "exact" && field === "name";
  const [first, ...others] = looks.map(({ matches }) => new Set(matches.filter(isNamed).flatMap(({ docs }) => docs)));
  return [...first ?? []].filter((doc) => others.every((set) => set.has(doc)));
}

// The groups that some words find and some filters leave.
function matching(index, filters, phrases, looks) {
  const found = ranked(index, looks);
  if (!phrases.length) return found;
  const groups = filters.groups(phrases);
  if (!looks.length) return { docs: groups, lacks: 0 };
  const has = new Set(groups);
  return { ...found, docs: found.docs.filter((doc) => has.has(doc)) };
}

// Applies filters to what some words find. Those that would leave nothing of it are left out, in the order of the query.
function narrowed(index, filters, phrases, looks) {
  const found = matching(index, filters, phrases, looks);
  const start = { on: [], found: matching(index, filters, [], looks) };
  if (!looks.length || found.docs.length || !start.found.docs.length) return { on: phrases, found };
  return phrases.reduce((before, phrase) => {
    const on = [...before.on, phrase];
    const fewer = matching(index, filters, on, looks);
    return fewer.docs.length ? { on, found: fewer } : before;
  }, start);
}

const typedBy = (looks) => [...new Set(looks.map(({ typed }) => typed))];
const isMissing = ({ common, matches }) => !common && !matches.some(({ docs }) => docs.length);

// What there would be without some filters or words: each alone, of a day and its time either or, if that is nothing, both;
// and all words that no group has. If there is nothing, without any two filters.
function without(index, filters, on, chosen, looks) {
  const missing = typedBy(looks.filter(isMissing));
  const words = typedBy(looks).map((word) => [word]);
  const ofWords = [...words, ...missing.length > 1 ? [missing] : []].map((typed) => ({ names: typed, phrases: [], typed }));
  const lacking = (some) => some.map(({ names, phrases, typed }) => {
    const rest = looks.filter((look) => !typed.includes(look.typed));
    const { docs, lacks } = matching(index, filters, on.filter((phrase) => !phrases.includes(phrase)), rest);
    return { names, typed, groups: lacks ? 0 : docs.length };
  }).filter(({ groups }) => groups);
  const ofFilters = chosen.flatMap((choice) => {
    const either = lacking(choice.lines);
    return either.length ? either : lacking([choice]);
  });
  const found = [...ofFilters, ...lacking(ofWords)];
  return found.length ? found : lacking(pairsOf(chosen));
}

// Any two choices that have no words in common, as one.
function pairsOf(choices) {
  const join = (one, other) => ({ names: [...one.names, ...other.names], phrases: [...one.phrases, ...other.phrases],
    typed: [...one.typed, ...other.typed] });
  return choices.flatMap((one, at) => choices.slice(at + 1)
    .filter(({ typed }) => !typed.some((word) => one.typed.includes(word))).map((other) => join(one, other)));
}

// The choices that some words may mean, if they are not chosen.
function offeredChoices(filters, mayMean, on) {
  const isOn = ({ meant }) => on.some((phrase) => `${phrase.meant}` === `${meant}`);
  const offered = mayMean.filter((phrase) => !isOn(phrase) && filters.groups([phrase]).length);
  return offered.map((phrase) => {
    const [{ facet, names }] = filters.choices([phrase]);
    return { facet, names, groups: filters.groups([phrase]).length, query: filters.query([phrase]) };
  });
}

// The words that say what is looked for, if any does.
function tellingOf({ meanings }, looks) {
  const some = looks.filter(({ key }) => !meanings.idle.has(key));
  const telling = some.filter(({ common }) => !common);
  return telling.length ? telling : some;
}

/**
 * What a query finds. `looks` are what all its words match, and `wanted` those that mean no filter; `phrases` mean one, and
 * those of `mayMean` perhaps.
 */
export function resultsOf(index, { filters, phrases, mayMean, looks, wanted, count }) {
  const searched = phrases.length && wanted.every(({ common }) => common) ? [] : wanted;
  const { on, found } = narrowed(index, filters, phrases, searched);
  const whole = ranked(index, looks);
  const texts = phrases.length && !whole.lacks ? whole.docs : [];
  const asTyped = new Set(!phrases.length ? [] : on.length ? named(looks) : texts);
  const shown = new Set([...asTyped, ...found.docs]);
  const docs = currentFirst(index, [...shown]);
  const choices = (some) => (some.length ? filters.choices(some) : []);
  const withWords = (choice) => ({ ...choice, typed: typedBy(choice.phrases.flatMap(({ part }) => part)) });
  const chosen = choices(on).map((choice) => ({ ...withWords(choice), lines: choice.lines.map(withWords) }));
  const near = offeredChoices(filters, mayMean, on);
  const pages = pagesWith(index.meanings.pages, looks, tellingOf(index, looks), MOST_PAGES);
  const missing = typedBy(searched.filter(isMissing));
  const terms = offers(looks);
  const isLost = missing.length && !docs.length && !terms.length && !near.length && !pages.length;
  const reason = (doc) => reasons(asTyped.has(doc) ? looks : searched, doc);
  return {
    groups: docs.filter(most(count)).map((doc) => ({ doc, why: reason(doc), isApart: doc >= index.current })),
    total: docs.length,
    named: on.length ? docs.length - found.docs.length : 0,
    lacks: found.lacks,
    terms: (isLost ? nearest(index, searched) : terms).filter(most(MOST_OFFERED))
      .map(({ term: { axis, name, href, groups }, alias }) => ({ axis, name, href, groups, alias })),
    near,
    pages,
    chosen: chosen.map(({ names, typed }) => ({ names, typed })),
    left: choices(phrases.filter((phrase) => !on.includes(phrase))).flatMap(({ names }) => names),
    query: on.length ? filters.query(on) : "",
    fits: on.length ? filters.atChosenTime(on) : undefined,
    unseen: texts.filter((doc) => !shown.has(doc)).length,
    without: found.docs.length && !found.lacks ? [] : without(index, filters, on, chosen, searched),
    words: typedBy(searched),
    missing,
    common: looks.every(({ common }) => common),
    cards: index.cards,
  };
}
