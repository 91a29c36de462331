// Finds groups in the files of the search index: docs/search.md says how. `src/files/search/` writes them.

const LONGEST_WORD = 32; // characters that are compared
const MOST_WORDS = 8; // of a query
const SHORTEST_BEGINNING = 3; // letters from which a word also finds longer ones
const SHORTEST_FORGIVEN = 4; // letters from which one wrong letter is forgiven
const MOST_SHARDS = 3; // files for one range of words
const MOST_POSTINGS = 6; // files of postings for a query, at most half of them for one word
const MOST_GUESSES = 4; // words, and terms, that a word is taken for
const COMMON = 12; // a score worse than all others, even if MOST_WORDS of those are added up
const NONE = 255;
const RANKS = { name: 0, term: 1, place: 2, leader: 2, summary: 2, text: 3 };
const FIELDS = ["text", "summary", "name", "place", "leader"];
const END = "\uffff"; // after all letters

const PLAIN = {
  __proto__: null, ß: "ss", æ: "ae", œ: "oe", þ: "th", ø: "o", ł: "l", đ: "d", ð: "d", ı: "i", ς: "σ",
  ى: "ي", ی: "ي", ة: "ه", ک: "ك", "\u00ad": "", "\u0640": "",
};
// Scripts written without spaces between words.
const UNSPACED = "[\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u2e80-\\u312f\\u31a0-\\u31ff\\u3400-\\u4dbf"
  + "\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}]";
const LETTER = "[\\p{Alphabetic}\\p{N}]";
const RUN = new RegExp(`((?:(?=${LETTER})${UNSPACED})+)|(?:(?!${UNSPACED})${LETTER})+`, "gu");

// A text without case, accents and marks.
export function fold(text) {
  const bare = [...text.normalize("NFKD").replace(/\p{M}/gu, "")].map((found) => found.toLowerCase());
  return bare.map((found) => PLAIN[found] ?? found).join("");
}

// The words of a text as they are in the index, each with the run of letters that it comes from.
function split(text) {
  const folded = fold(text);
  return [...folded.matchAll(RUN)].flatMap(({ 0: run, 1: unspaced, index }) => {
    const letters = [...run];
    if (unspaced) {
      const key = (letter, at) => letter + (letters[at + 1] ?? "");
      return letters.map((letter, at) => ({ typed: run, key: key(letter, at), tail: at && !letters[at + 1] }));
    }
    const isElided = /^\p{Alphabetic}$/u.test(run) && /['’]/.test(folded[index - 1] + folded[index + run.length]);
    const key = letters.slice(0, LONGEST_WORD).join("");
    return isElided ? [] : [{ typed: key, key, plain: true }];
  });
}

// The words of a text as they are in the index.
export const words = (text) => split(text).map(({ key }) => key);

// Whether one letter is missing, added or replaced, or two adjacent letters are swapped.
export function isNear(a, b) {
  const shorter = Math.min(a.length, b.length);
  let [start, end] = [0, 0];
  while (start < shorter && a[start] === b[start]) start += 1;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [x, y] = [a, b].map((word) => word.slice(start, word.length - end));
  return x !== y && (x.length < 2 && y.length < 2 || x.length === 2 && x === y[1] + y[0]);
}

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
  return { how, field, docs, ...rest, score: how === "forgiven" ? 8 + rank : 2 * rank + (how === "beginning") };
}

// Returns a reader of the index. `fetchJson(path)` fetches a file in its folder.
export function createReader(fetchJson) {
  let cache = new Map();

  function load(path, read) {
    const kept = cache;
    if (!kept.has(path)) kept.set(path, Promise.resolve(path).then(fetchJson).then(read));
    kept.get(path).catch(() => kept.delete(path));
    return kept.get(path);
  }

  const manifest = () => load("index.json", (file) => {
    if (file.version !== 1) throw new Error("The search index has another version.");
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
    return { ...file, common };
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
    const others = endings.map(reversed).filter((word) => !word.startsWith(start) && isNear(typed, word));
    const found = await Promise.all(others.filter(most(MOST_GUESSES)).map((word) => exactly(index, word)));
    const near = [...alike.filter(({ word }) => isNear(typed, word)), ...swapped, ...found.flat()];
    const isBegun = ({ word }) => [-1, 0, 1].some((more) => isNear(typed, word.slice(0, typed.length + more)));
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
  function termsOf(index, all, fits, guessed) {
    return index.terms.flatMap((term) => {
      const phrases = term.phrases.filter(({ words }) => words.some(fits));
      const whole = phrases.find((phrase) => phrase.words.every((word) => all.has(word)));
      const how = guessed ? "forgiven" : whole ? "exact" : "beginning";
      return phrases.length ? [{ how, term, alias: (whole ?? phrases[0]).alias }] : [];
    }).sort((a, b) => (b.how === "exact") - (a.how === "exact") || !b.alias - !a.alias || b.term.groups - a.term.groups)
      .filter(most(MOST_GUESSES));
  }

  const matchesOfTerms = (terms) => Promise.all(terms.map(async ({ how, term, alias }) => {
    const { axis, name } = term;
    return match(how, "term", await load(`terms/${term.file}.json`, documents), { term: { axis, name, alias } });
  }));

  // What a word matches, the best first.
  async function look(index, { typed, key, plain }, all, files) {
    const isWhole = index.common.has(key) || !plain && key !== typed;
    const isLong = key.length >= SHORTEST_BEGINNING;
    let found = await (isWhole || plain && !isLong ? exactly : beginning)(index, key);
    const fits = (word, at) => word === key || !isWhole && word.startsWith(key) && (isLong || !at);
    let terms = termsOf(index, all, fits);
    const common = found.some(({ word }) => index.common.has(word));
    const isKnown = found.some(({ heads }) => heads)
      || found.reduce((sum, { groups }) => sum + groups, 0) > index.documents / 2000;
    if (plain && !common && !isKnown && !terms.length && key.length >= SHORTEST_FORGIVEN && !/\p{N}/u.test(key)) {
      found = [...found, ...await guesses(index, key)];
      terms = termsOf(index, all, (word) => isNear(key, word), true);
    }
    const matches = await Promise.all([matchesOf(found, key, files), matchesOfTerms(terms)]);
    return { typed, key, plain, common, terms, matches: matches.flat().sort((a, b) => a.score - b.score) };
  }

  // The documents that contain every word: current groups, then paused and ended ones. Within each, the best first,
  // then by number.
  function ranked(index, looks) {
    const sums = new Uint16Array(index.documents);
    for (const { common, matches } of looks) {
      const best = new Uint8Array(index.documents).fill(common ? COMMON : NONE);
      for (const { docs, score } of matches) for (const doc of docs) if (score < best[doc]) best[doc] = score;
      best.forEach((score, doc) => { sums[doc] += score; });
    }
    // If all words are common, those that have one outside their text.
    const end = Math.min(NONE, COMMON * looks.length);
    const buckets = [];
    sums.forEach((sum, doc) => {
      if (sum < end) (buckets[sum] ??= []).push(doc);
    });
    const docs = buckets.flat();
    return [...docs.filter((doc) => doc < index.current), ...docs.filter((doc) => doc >= index.current)];
  }

  // Why a document was found: for each word the field that contains it, and how it is written there.
  function reasons(looks, doc) {
    return looks.flatMap(({ typed, plain, matches }) => {
      const found = matches.find(({ docs }) => docs.includes(doc));
      if (!found) return [];
      const { how, field, word, term } = found;
      return [{ typed, how, field, ...term ? { term } : { word: plain ? word : typed } }];
    });
  }

  const offers = (looks) =>
    [...new Map(looks.flatMap(({ terms }) => terms).map((found) => [found.term, found])).values()]
      .filter(most(MOST_GUESSES))
      .map(({ term: { axis, name, href, groups }, alias }) => ({ axis, name, href, groups, alias }));

  async function find(query, count) {
    const asked = split(query).filter(({ tail }) => !tail).filter(most(MOST_WORDS));
    const index = await manifest();
    const files = Math.max(1, Math.floor(MOST_POSTINGS / Math.max(2, asked.length)));
    const looks = await Promise.all(asked.map((word) => look(index, word, new Set(words(query)), files)));
    const docs = ranked(index, looks);
    const isMissing = ({ common, matches }) => !common && !matches.some(({ docs }) => docs.length);
    const typed = (looks) => [...new Set(looks.map(({ typed }) => typed))];
    return {
      groups: docs.filter(most(count)).map((doc) => ({ doc, why: reasons(looks, doc), isApart: doc >= index.current })),
      total: docs.length,
      terms: offers(looks),
      words: typed(looks),
      missing: typed(looks.filter(isMissing)),
      common: looks.every(({ common }) => common),
      cards: index.cards,
    };
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
