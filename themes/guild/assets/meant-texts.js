// What the modules share that understand what people type.

import { fold } from "./charter-texts.js";

/** What is longer than this many letters is no answer for a single field. */
export const LONGEST = 200;

const FRACTIONS = { "¼": ".25", "½": ".5", "¾": ".75" };
const NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const MORE = { fifteen: 15, twenty: 20, thirty: 30, "forty-five": 45, "forty five": 45, ninety: 90 };

/** A text as it is read: in lower case, without accents, with plain digits, hyphens, apostrophes and single spaces. */
export function plain(text) {
  const whole = text.replace(/\s+/g, " ").replace(/ ?([¼½¾])/g, (_, sign) => FRACTIONS[sign]).normalize("NFKC");
  return fold(whole).replace(/[\u2010-\u2015\u2212]/g, "-").replace(/[‘’´`]/g, "'");
}

/** A plain text with its numbers in digits. */
export const inFigures = (words) =>
  words.replace(/\bforty[- ]five\b|\b[a-z]+\b/g, (word) => MORE[word] ?? (NUMBERS.indexOf(word) + 1 || word));

/** A function that works each answer out once. */
export function once(work) {
  const known = new Map();
  return (key) => {
    if (!known.has(key)) known.set(key, work(key));
    return known.get(key);
  };
}

/** The meanings without those that come twice. */
export const different = (meanings) => {
  const known = new Map(meanings.map((meaning) => [JSON.stringify(meaning.value) + meaning.length, meaning]));
  return [...known.values()];
};

/** The value of the one name in a map that a word is, or begins; undefined if there are several. */
export function named(names, word) {
  if (names.has(word)) return names.get(word);
  if (word.length < 3) return undefined;
  const begun = new Set([...names].filter(([name]) => name.startsWith(word)).map(([, value]) => value));
  return begun.size === 1 ? [...begun][0] : undefined;
}
