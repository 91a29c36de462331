// What the checks of a charter do with texts.

export const asciiLower = (text) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** A number with its noun: `3 characters`. */
export const bySize = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

/** A text as messages quote it. */
export function shorten(text) {
  const line = text.split(/[\n\r]/)[0];
  const letters = [...line];
  return letters.length <= 60 && line.length === text.length ? line : `${letters.slice(0, 60).join("")}…`;
}
