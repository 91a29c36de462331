// Texts as words, the same for what visitors type as `src/files/search/tokenizer.rs` makes of what charters say.

const LONGEST_WORD = 32; // characters that are compared

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
export function split(text) {
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
  return x !== y && (x.length < 2 && y.length < 2 || x.length === 2 && y.length === 2 && x === y[1] + y[0]);
}
