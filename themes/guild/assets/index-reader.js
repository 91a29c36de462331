// Finds groups in the files of the search index. Knows no page: `fetchJson(path)` gives it the files.
// docs/search.md describes them; src/search/ writes them.

const VERSION = 1;
const LONGEST_WORD = 32; // characters of a word that count, as in src/search/words.rs
const MOST_WORDS = 8; // of a query
const SHORTEST_BEGINNING = 3; // letters from which a word also stands for those that begin with it
const SHORTEST_FORGIVEN = 4; // letters from which one wrong letter is forgiven
const MOST_SHARDS = 3; // files of words for one range
const MOST_GUESSES = 4; // words that a mistyped one is taken for
const MOST_TERMS = 4; // terms that a word stands for
const NONE = 255;
const COMMON = 12; // the score of a word that nearly every group has
const RANKS = { name: 0, term: 1, place: 2, leader: 2, summary: 2, text: 3 };
const FIELDS = ["text", "summary", "name", "place", "leader"]; // in the order of the files
const END = "\u{10ffff}"; // after every word that begins alike

const PLAIN = new Map(Object.entries({
  ß: "ss", æ: "ae", œ: "oe", þ: "th", ø: "o", ł: "l", đ: "d", ð: "d", ı: "i", ς: "σ",
  ى: "ي", ی: "ي", ة: "ه", ک: "ك", "\u00ad": "", "\u0640": "",
}));
// Scripts that are written without spaces between words.
const UNSPACED = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u2e80-\\u312f\\u31a0-\\u31ff" +
  "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const LETTER = "[\\p{Alphabetic}\\p{N}]";
const RUN = new RegExp(`((?:(?=${LETTER})[${UNSPACED}])+)|(?:(?![${UNSPACED}])${LETTER})+`, "gu");

/** A text without case, accents and marks. */
export function fold(text) {
  let folded = "";
  for (const found of text.normalize("NFKD").replace(/\p{M}+/gu, "")) {
    const lower = found.toLowerCase();
    folded += PLAIN.get(lower) ?? lower;
  }
  return folded;
}

/** The words of a text as they are typed, each with its keys in the index. */
function split(text) {
  const folded = fold(text);
  const words = [];
  for (const found of folded.matchAll(RUN)) {
    const letters = [...found[0]];
    if (found[1]) {
      words.push({ typed: found[0], letters, keys: pairs(letters), unspaced: true });
      continue;
    }
    const beside = (folded[found.index - 1] ?? "") + (folded[found.index + found[0].length] ?? "");
    if (letters.length === 1 && /['’]/.test(beside) && /\p{Alphabetic}/u.test(found[0])) continue;
    const typed = letters.slice(0, LONGEST_WORD).join("");
    words.push({ typed, letters, keys: [typed], unspaced: false });
  }
  return words;
}

const pairs = (letters) => letters.map((letter, at) => letter + (letters[at + 1] ?? ""));

/** The words of a text as the index has them. */
export const words = (text) => split(text).flatMap((word) => word.keys);

/** Whether two words differ by one letter missing, added or replaced, or by two neighbours swapped. */
export function isNear(a, b) {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a, b].map((word) => word.slice(start, word.length - end));
  return left.length <= 1 && right.length <= 1
    || left.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/** Whether a word begins like another, but for one wrong letter. */
const isNearBeginning = (typed, word) => word.length > typed.length
  && [-1, 0, 1].some((more) => isNear(typed, word.slice(0, typed.length + more)));

/** By code points, as the files are sorted. */
function compare(a, b) {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const [x, y] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (x !== y) return place(x) - place(y);
  }
  return a.length - b.length;
}

// Surrogates stand for what comes after all other characters.
const place = (unit) => unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit;

/** The first position at or after a key in a sorted list. */
function lowerBound(list, key, order = compare) {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order(list[middle], key) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

const VALUES = new Uint8Array(128);
[..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"].forEach((digit, value) => {
  VALUES[digit.charCodeAt(0)] = value;
});

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
  return numbers(text).map((distance) => {
    const found = next + distance;
    next = found + 1;
    return found;
  });
}

const list = (text) => text ? text.split(" ") : [];
const reversed = (text) => [...text].reverse().join("");

/** A reader of the index. `fetchJson(path)` promises the content of a file below the index's folder. */
export function createReader(fetchJson) {
  let cache = new Map();

  /** A file as `read` makes it, kept from then on. */
  function load(path, read) {
    if (!cache.has(path)) {
      const [own, loaded] = [cache, Promise.resolve(fetchJson(path)).then(read)];
      own.set(path, loaded);
      loaded.catch(() => own.delete(path));
    }
    return cache.get(path);
  }

  const manifest = () => load("index.json", (file) => {
    if (file.version !== VERSION) throw new Error("The search index is of another version.");
    const ranges = (shards) => ({ first: list(shards.first), files: shards.files });
    const common = new Set(list(file.common));
    const terms = file.terms.map((term) => {
      const names = [term.name, ...(term.aliases ?? []), term.id].map((name, at, all) => {
        const own = words(name);
        const telling = own.filter((word) => !common.has(word));
        return { words: telling.length ? telling : own, alias: at > 0 && at < all.length - 1 ? name : null };
      });
      return { ...term, names };
    });
    return { ...file, terms, common, words: ranges(file.words), endings: ranges(file.endings) };
  });

  const loadWords = (file) => load(`words/${file}.json`, (shard) => {
    let end = 0;
    const ends = numbers(shard.sizes).map((size) => end += size);
    const [groups, heads] = [numbers(shard.groups), numbers(shard.heads)];
    return { words: list(shard.words), groups, heads, files: shard.files, ends };
  });
  const loadEndings = (file) => load(`endings/${file}.json`, list);
  const loadPostings = (file) => load(`postings/${file}.json`, (text) => text.split(" "));
  const loadTerm = (term) => load(`terms/${term.file}.json`, documents);

  /** The files that have the words from `low` to `high`, those next to `near` where they are many. */
  function filesFor(ranges, low, high, near) {
    const at = (key) => Math.max(0, lowerBound(ranges.first, key + "\0") - 1);
    let [first, last] = [at(low), at(high)];
    const middle = at(near);
    while (last - first >= MOST_SHARDS) {
      if (last - middle > middle - first) last -= 1;
      else first += 1;
    }
    return ranges.files.slice(first, last + 1);
  }

  /** The words of the index that begin with a key, with where their groups are written. */
  async function beginningWith(index, key, near = key) {
    const shards = await Promise.all(filesFor(index.words, key, key + END, near).map(loadWords));
    return shards.flatMap((shard) => {
      const start = lowerBound(shard.words, key);
      const end = lowerBound(shard.words, key + END);
      return shard.words.slice(start, end).map((word, at) => entry(shard, start + at));
    });
  }

  function entry(shard, at) {
    const file = lowerBound(shard.ends, at + 1, (a, b) => a - b);
    return {
      word: shard.words[at], groups: shard.groups[at], heads: shard.heads[at],
      file: shard.files[file], at: at - (file ? shard.ends[file - 1] : 0),
    };
  }

  async function exactly(index, key) {
    const [file] = filesFor(index.words, key, key, key);
    if (!file) return [];
    const shard = await loadWords(file);
    const at = lowerBound(shard.words, key);
    return shard.words[at] === key ? [entry(shard, at)] : [];
  }

  /** The words that a mistyped one may stand for. One wrong letter leaves its first or its second half as
      it was, unless the two letters in the middle are swapped. */
  async function nearTo(index, typed) {
    const half = typed.length >> 1;
    const ending = reversed(typed.slice(half));
    const endings = filesFor(index.endings, ending, ending + END, reversed(typed));
    const swapped = typed.slice(0, half - 1) + typed[half] + typed[half - 1] + typed.slice(half + 1);
    const [alike, alone, ...lists] = await Promise.all([
      beginningWith(index, typed.slice(0, half), typed), exactly(index, swapped), ...endings.map(loadEndings),
    ]);
    const others = lists.flat().map(reversed)
      .filter((word) => isNear(typed, word) && !word.startsWith(typed.slice(0, half)));
    const whole = await Promise.all(others.slice(0, MOST_GUESSES).map((word) => exactly(index, word)));
    const near = [...alike.filter(({ word }) => isNear(typed, word)), ...alone, ...whole.flat()];
    const found = near.length ? near : alike.filter(({ word }) => isNearBeginning(typed, word));
    return found.sort(byWeight).slice(0, MOST_GUESSES);
  }

  /** The terms that a word stands for, the best first, with the name or alias that has it. */
  function termsFor(index, word, typed, fits) {
    const found = [];
    for (const term of index.terms) {
      let best = null;
      for (const { words, alias } of term.names) {
        if (!words.some((own) => fits(word.typed, own))) continue;
        const exact = words.every((own) => typed.has(own));
        if (!best || exact && !best.exact) best = { term, alias, exact };
      }
      if (best) found.push(best);
    }
    return found.sort((a, b) => b.exact - a.exact || b.term.groups - a.term.groups).slice(0, MOST_TERMS);
  }

  /** What a word of the query finds: by part, matches with the best first. */
  async function look(index, word, typed, files) {
    if (word.unspaced && word.letters.length > 1) {
      const keys = word.keys.slice(0, -1);
      const parts = await Promise.all(keys.map(async (key) => {
        const matches = await matchesOf(await exactly(index, key), key, false, keys.length);
        return { matches, common: index.common.has(key) };
      }));
      return { word, parts, terms: [] };
    }
    const [key] = word.keys;
    const isWhole = index.common.has(key) || !word.unspaced && word.letters.length < SHORTEST_BEGINNING;
    let found = await (isWhole ? exactly(index, key) : beginningWith(index, key));
    let terms = termsFor(index, word, typed, (own, other) => other.startsWith(own));
    const common = found.some((entry) => index.common.has(entry.word));
    const guess = !common && !terms.length && !word.unspaced && isDoubtful(index, found, word);
    if (guess) {
      found = [...found, ...await nearTo(index, key)];
      terms = termsFor(index, word, typed, isNear);
    }
    const [ofWords, ofTerms] = await Promise.all([matchesOf(found, key, guess, files), matchesOfTerms(terms, guess)]);
    const matches = [...ofWords, ...ofTerms].sort((a, b) => a.score - b.score);
    return { word, parts: [{ matches, common }], terms };
  }

  /** Whether hardly any group has a word, and then in its text alone. */
  const isDoubtful = (index, found, { typed, letters }) => letters.length >= SHORTEST_FORGIVEN
    && !/\p{N}/u.test(typed)
    && found.every(({ heads }) => heads === 0)
    && found.reduce((sum, { groups }) => sum + groups, 0) <= Math.max(2, index.documents / 2000);

  const byWeight = (a, b) => b.heads - a.heads || b.groups - a.groups || compare(a.word, b.word);

  /** The groups of words, from a few files at most: the word itself first, then by how much they find. */
  async function matchesOf(found, key, guess, most) {
    const files = new Set();
    const wanted = found
      .sort((a, b) => (b.word === key) - (a.word === key) || byWeight(a, b))
      .filter(({ file }) => files.has(file) || files.size < most && files.add(file));
    const matches = await Promise.all(wanted.map(async ({ word, file, at }) => {
      const how = word === key ? "exact" : word.startsWith(key) ? "beginning" : "forgiven";
      const lists = (await loadPostings(file))[at].split(".");
      return lists.map((text, field) => match(how, FIELDS[field], word, documents(text)));
    }));
    return matches.flat().filter(({ docs }) => docs.length);
  }

  async function matchesOfTerms(found, guess) {
    const how = (exact) => guess ? "forgiven" : exact ? "exact" : "beginning";
    return Promise.all(found.filter(({ term }) => term.groups).map(async ({ term, alias, exact }) => {
      const docs = await loadTerm(term);
      return { ...match(how(exact), "term", null, docs), term: { axis: term.axis, name: term.name, alias } };
    }));
  }

  function match(how, field, word, docs) {
    const rank = RANKS[field];
    return { how, field, word, docs, score: how === "forgiven" ? 8 + rank : 2 * rank + (how === "beginning") };
  }

  /** The score of each document for a part of a word: the lower the better. */
  function scores(index, { matches, common }) {
    const scores = new Uint8Array(index.documents).fill(common ? COMMON : NONE);
    for (const { docs, score } of matches) {
      for (const doc of docs) if (score < scores[doc]) scores[doc] = score;
    }
    return scores;
  }

  /** Why a document has a word: the best match of its weakest part. */
  function reason({ word, parts }, doc) {
    const best = parts.map(({ matches }) => matches.find(({ docs }) => has(docs, doc)));
    const found = best.filter(Boolean).sort((a, b) => b.score - a.score)[0];
    if (!found) return [];
    const { how, field, term } = found;
    return [{ typed: word.typed, word: word.unspaced ? word.typed : found.word, how, field, ...(term && { term }) }];
  }

  const has = (docs, doc) => docs[lowerBound(docs, doc, (a, b) => a - b)] === doc;

  /** The documents that have every word, by score and then by number. */
  function ranked(index, found) {
    const parts = found.flatMap((word) => word.parts);
    const all = parts.map((part) => scores(index, part));
    const buckets = [];
    for (let doc = 0; doc < index.documents; doc += 1) {
      let [sum, listed] = [0, false];
      for (const scores of all) {
        const score = scores[doc];
        sum = score === NONE ? Infinity : sum + score;
        listed ||= score < COMMON;
      }
      if (listed && sum < Infinity) (buckets[sum] ??= []).push(doc);
    }
    return buckets.flat();
  }

  /** The terms to offer: those for most of the words first. */
  function offers(found) {
    const offered = new Map();
    for (const { terms } of found) {
      for (const { term, alias, exact } of terms) {
        const offer = offered.get(term) ?? { alias, weight: 0 };
        offer.weight += exact ? 10 : 9;
        offered.set(term, offer);
      }
    }
    return [...offered].sort(([, a], [, b]) => b.weight - a.weight).slice(0, MOST_TERMS)
      .map(([{ axis, name, href, groups }, { alias }]) => ({ axis, name, href, groups, alias }));
  }

  async function find(query, count) {
    const asked = split(query).slice(0, MOST_WORDS);
    const typed = new Set(asked.map((word) => word.typed));
    if (!asked.length) return { groups: [], total: 0, terms: [], words: [], missing: [] };
    const index = await manifest();
    const files = Math.max(1, Math.min(3, Math.floor(6 / asked.length)));
    const found = await Promise.all(asked.map((word) => look(index, word, typed, files)));
    const docs = ranked(index, found);
    const groups = docs.slice(0, count)
      .map((doc) => ({ doc, why: found.flatMap((word) => reason(word, doc)) }));
    const isMissing = ({ parts }) => parts.some(({ matches, common }) => !common && !matches.length);
    const missing = found.filter(isMissing).map(({ word }) => word.typed);
    return { groups, total: docs.length, terms: offers(found), words: [...typed], missing };
  }

  /** The groups that have every word of a query, the best `count` of them. Where the index has been
      published anew since, it is read again. */
  async function search(query, count = 10) {
    try {
      return await find(query, count);
    } catch {
      cache = new Map();
      return find(query, count);
    }
  }

  /** Fetches what every search needs. */
  const prepare = () => manifest().then(() => {}, () => {});

  return { search, prepare };
}
