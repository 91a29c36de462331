// Finds what a charter should not make public, and offers of supervision, with the patterns of `guildhall check`.

import { safe } from "./charter-file.js";
import { asciiLower, fits, patternOf, shorten } from "./charter-texts.js";

const BEFORE = 200; // characters in which a denial is looked for

/** Where a pattern matches in a lower-case text: `[start, end]` each. */
function rangesOf(data, name, small) {
  return [...small.matchAll(patternOf(data.patterns[name]))].flatMap((match) => {
    const found = match.slice(1).find((group) => group !== undefined);
    if (found === undefined) return []; // matched only so as to be passed over
    const start = match.index + match[0].indexOf(found);
    return [[start, start + found.length]];
  });
}

const isIn = (data, name, small) => fits(small, data.patterns[name]);

/** All texts of a charter, as they are written in the file, with their keys. */
function textsOf(value, markdown, key = "") {
  if (typeof value === "string") {
    const isMarkdown = key === "about" || markdown.includes(key.replace(/\[\d+\]$/, ""));
    return [[key === "about" ? "" : key, isMarkdown ? safe(value) : value]];
  }
  if (Array.isArray(value)) return value.flatMap((item, at) => textsOf(item, markdown, `${key}[${at}]`));
  return Object.entries(value ?? {}).flatMap(([part, item]) => textsOf(item, markdown, key ? `${key}.${part}` : part));
}

/** The addresses that a page shows to be pressed. */
const LINKS = /^(?:links|meetings)\[\d+\]\.(?:url|notes|recordings)$/;

export function privacy({ values, data, report }) {
  const allowed = [values.joining?.contact, data.site.contact].filter(Boolean).map(asciiLower);
  const isClosed = values.membership === "closed";
  for (const [key, text] of textsOf(values, data.markdown)) {
    const small = asciiLower(text);
    const found = (name) => rangesOf(data, name, small).map(([start, end]) => text.slice(start, end));
    if (key !== "joining.contact" && !LINKS.test(key)) {
      const shown = found("address").filter((address) => !allowed.includes(asciiLower(address)));
      for (const address of shown) report(key, "address-shown", { found: shorten(address) });
      const isOfLeader = key.startsWith("leaders[") && !key.endsWith(".url");
      for (const number of found(isOfLeader ? "any-number" : "number")) report(key, "number-shown", { found: shorten(number) });
    }
    for (const call of found("call")) {
      const hasPassword = isIn(data, "password", asciiLower(call)) || found("passcode").length > 0;
      if (!hasPassword && !isClosed) continue;
      report(key, key === "joining.contact" ? "call-as-contact" : hasPassword ? "call-with-password" : "call-of-closed");
    }
  }
}

export function supervision({ values, data, report }) {
  for (const key of ["name", "summary", "purpose"]) {
    const text = key === "purpose" ? safe(values[key] ?? "") : values[key] ?? "";
    if (offersIn(asciiLower(text), data)) report(key, "offers-supervision");
  }
}

/** Whether a clause of a text offers supervision, and nothing else in that clause denies it. */
function offersIn(small, data) {
  let at = 0;
  const ends = [...small.matchAll(patternOf(data.patterns.clause))].map((match) => [match.index, match.index + match[0].length]);
  for (const [end, next] of [...ends, [small.length, small.length]]) {
    const clause = small.slice(at, end);
    const isOffer = ([start, stop]) =>
      !isIn(data, "denied", clause.slice(Math.max(0, start - BEFORE), start)) && !isIn(data, "denied-after", clause.slice(stop));
    if (rangesOf(data, "supervision", clause).some(isOffer)) return true;
    at = next;
  }
  return false;
}
