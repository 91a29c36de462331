// Comparing, quoting and matching texts in the form.

/** A text in lower case, without accents and with single spaces, by which names are compared. */
export function fold(text) {
  return text.split(/\s+/).filter(Boolean).join(" ").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

export const asciiLower = (text) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** A text as messages quote it. */
export function shorten(text) {
  const line = text.split(/[\n\r]/)[0];
  const letters = [...line];
  return letters.length <= 60 && line.length === text.length ? line : `${letters.slice(0, 60).join("")}…`;
}

const compiled = new Map();

/** A regular expression, compiled once. */
export function patternOf(source) {
  if (!compiled.has(source)) compiled.set(source, new RegExp(source, "gu"));
  return compiled.get(source);
}

/** Whether a regular expression matches somewhere in a text. */
export const fits = (text, source) => text.search(patternOf(source)) >= 0;

/** The candidate closest to a word: one begins with the other, or at most a third of the letters differ. */
export function nearest(word, candidates) {
  const typed = word.toLowerCase();
  const letters = [...typed].length;
  if (letters > 64) return null;
  const allowed = Math.max(1, Math.floor(letters / 3));
  let best = null;
  for (const candidate of candidates) {
    const begins = letters >= 3 && (candidate.startsWith(typed) || typed.startsWith(candidate));
    const distance = begins ? 0 : distanceOf([...typed], [...candidate]);
    if (distance <= allowed && distance < candidate.length && (!best || distance < best.distance)) best = { distance, candidate };
  }
  return best?.candidate ?? null;
}

/** How many letters are added, omitted, replaced or swapped (optimal string alignment distance). */
function distanceOf(one, other) {
  let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      now[column] = Math.min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (swapped) now[column] = Math.min(now[column], before[column - 2] + 1);
    }
    [before, last] = [last, now];
  }
  return last[other.length];
}
