// Writes a charter: the file from its values, and the file anew where some of them have changed.
//
// `guildhall new` writes the same bytes for the same values.

/** The keys whose values are Markdown. */
export const MARKDOWN = ["purpose", "commitment", "structure", "communication", "conflict"];
const PARTS = {
  leaders: ["name", "role", "responsibilities", "url"],
  size: ["ideal", "minimum", "maximum", "current"],
  meetings: ["repeats", "day", "rrule", "dates", "when", "time", "duration", "timezone", "first", "until", "skip", "place", "notice"],
  place: ["online", "venue", "town", "country"],
  costs: ["amount", "currency", "per", "covers", "concessions"],
  joining: ["places", "who", "steps", "contact", "reply", "welcome"],
};
const NUMBERS = ["ideal", "minimum", "maximum", "current", "amount"];
/** A number as YAML knows it (1.2, core schema). */
export const NUMBER = /^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$/;
// What some readers of YAML take for a number, true, false or nothing.
const MISREAD = /^([\d:]*:[\d:]*|true|false|null|yes|no|on|off|y|n)$/i;
// What YAML reads as something else than text, and how a text does not begin, go on or end without quotes.
const OTHER_TYPES = /^(~|[-+]?(0x[\da-fA-F]+|0o[0-7]+|0b[01]+|\.(inf|Inf|INF))|\.(nan|NaN|NAN))$/;
const NOT_PLAIN = /^([#,[\]{}&*!|>'"%@`]|---|\.\.\.|[-?:]( |$))|: | #|:$/;
const isPlain = (text) => !MISREAD.test(text) && !NOT_PLAIN.test(text) && !NUMBER.test(text) && !OTHER_TYPES.test(text);
const isShort = (text) => /^[a-z0-9][a-z0-9-]*$/.test(text) && isPlain(text);

/** The values without what cannot be seen, and without what is empty. Texts of one line are one line. */
export function tidy(values) {
  const tidied = {};
  for (const [key, value] of Object.entries(values)) {
    const isNew = key === "costs" && value && typeof value === "object"; // a sum of which nothing is told yet
    const kept = tidyValue(value, MARKDOWN.includes(key) || key === "about") ?? (isNew ? {} : undefined);
    if (kept !== undefined) tidied[key] = kept;
  }
  return tidied;
}

function tidyValue(value, isMarkdown) {
  if (typeof value === "string") {
    const text = isMarkdown ? tidyText(value) : tidyLine(value);
    return SHOWS.test(text) ? text : undefined;
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => tidyValue(item, isMarkdown)).filter((item) => item !== undefined);
    return items.length ? items : undefined;
  }
  const entries = Object.entries(value ?? {}).map(([key, part]) => [key, tidyValue(part, false)]);
  const kept = entries.filter(([, part]) => part !== undefined);
  return kept.length ? Object.fromEntries(kept) : undefined;
}

// Control characters other than a line's end and a tab, those that override the direction of text, and none.
const HIDDEN = /(?![\n\r\t])\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu;
// A character that leaves a mark where it is written.
const SHOWS = /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/u;
const visible = (text) => text.toWellFormed().replace(HIDDEN, "");
const tidyLine = (text) => visible(text).replace(/[\s\u2028\u2029]+/g, " ").trim();
const tidyText = (text) => visible(text).replace(/\r\n?|[\u2028\u2029]/g, "\n").replace(/\t/g, "    ")
  .replace(/[^\S\n]+$/gm, "").replace(/\n{3,}/g, "\n\n").trim();

const LINK = /\[(?:[^[\]\\`<&]|&(?!#?\w+;))*\]\(([^\s()<>\\]*)\)/y;
const ADDRESS = /^(https?:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?([/?#](?:[\w\-.~:/?#$*+,;=@!']|%[0-9a-f]{2}|&(?!#?\w+;))*)?|mailto:[\w.+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+)$/i;
const MOST_SPACES = 24; // before a line: deeper lists than anyone reads
const RULE = /^\s*([-*_])(\s*\1){2,}\s*$/;

/** Markdown in which every HTML tag is text and every link leads to a whole web address, to a mailbox, or to an
 * address that may stay. Lines that may stay do. */
export function safe(text, mayStay = NOTHING) {
  return text.split("\n").map((line) => (mayStay.lines.has(line) ? line : safeLine(line, mayStay.addresses))).join("\n");
}

const NOTHING = { lines: new Set(), addresses: [] };

function safeLine(line, addresses) {
  let written = "";
  for (let at = 0; at < line.length; ) {
    LINK.lastIndex = at;
    const [whole, address] = LINK.exec(line) ?? [];
    const isEscaped = /(^|[^\\])(\\\\)*\\$/.test(line.slice(0, at));
    if (whole && line[at - 1] !== "!" && !isEscaped && (ADDRESS.test(address) || addresses.includes(address))) {
      written += whole;
      at += whole.length;
    } else {
      const opens = "<[".includes(line[at]) || /^&#?\w+;/.test(line.slice(at, at + 40));
      written += opens && !isEscaped ? `\\${line[at]}` : line[at];
      at += 1;
    }
  }
  return shallow(written);
}

/** A line that opens no more than a few quotations and lists, one in the other. */
function shallow(line) {
  if (RULE.test(line)) return line;
  const near = line.replace(/^\s+/, (spaces) => spaces.slice(0, MOST_SPACES));
  return near.replace(/^(\s*(?:(?:>|[*+-](?=\s)|\d{1,9}[.)](?=\s))\s*){8})(?!\s*\\)/, (marks) => `${marks}\\`);
}

/** What may stay of a charter that was published: its links inside the site, and its lines. */
function published({ text, values }) {
  const texts = (value) => (typeof value === "string" ? [value] : Object.values(value ?? {}).flatMap(texts));
  const lines = [text, ...texts(values)].flatMap((one) => one.split(/\r\n|\n/));
  return { addresses: siteLinks(text), lines: new Set(lines) };
}

/** The addresses inside the site to which a text has links. */
const siteLinks = (text) => [...text.matchAll(/\]\((\/[^\s()<>\\]*|#[^\s()<>\\]*)\)/g)].map(([, address]) => address);

/** The file of a charter. `keys` are all keys in their order; `about` is the text below them. */
export function write(values, keys, mayStay) {
  const entries = keys.filter((key) => values[key] !== undefined).map((key) => entry(key, values[key], mayStay));
  return `---\n${entries.join("")}---\n${body(values.about, mayStay)}`;
}

const body = (about, mayStay) => (about ? `${safe(about, mayStay)}\n` : "");

/** The lines of a key with its value. */
function entry(key, value, mayStay) {
  const isSafe = MARKDOWN.includes(key) ? safe(value, mayStay) : value;
  return lines(key, isSafe, "", mayStay);
}

function lines(key, value, indent, mayStay) {
  if (key === "size" && Object.values(value).every((part) => NUMBER.test(part))) {
    const parts = PARTS.size.filter((part) => value[part]).map((part) => `${part}: ${value[part]}`);
    return `${indent}size: {${parts.join(", ")}}\n`;
  }
  if (typeof value === "string") return `${indent}${key}: ${scalar(key, value, indent)}\n`;
  if (Array.isArray(value)) return `${indent}${key}:${list(key, value, indent, mayStay)}`;
  if (!Object.keys(value).length) return `${indent}${key}: {}\n`;
  return `${indent}${key}:\n${map(key, value, `${indent}  `, mayStay)}`;
}

const map = (key, value, indent, mayStay) =>
  PARTS[key].filter((part) => value[part] !== undefined).map((part) => lines(part, value[part], indent, mayStay)).join("");

/** Ids and dates stand in brackets, sentences one to a line. */
function list(key, items, indent, mayStay) {
  if (items.every((item) => typeof item === "string" && isShort(item))) return ` [${items.join(", ")}]\n`;
  const item = (value) => {
    if (typeof value === "string") {
      return `${indent}  - ${scalar(key, key === "steps" ? safe(value, mayStay) : value, `${indent}  `)}\n`;
    }
    return `${indent}  - ${map(key, value, `${indent}    `, mayStay).trimStart()}`;
  };
  return `\n${items.map(item).join("")}`;
}

/** A text as YAML writes it: plain where nothing else could be meant, in quotes, or as a block of lines. */
function scalar(key, text, indent = "") {
  if (NUMBERS.includes(key) && NUMBER.test(text)) return text;
  if (key === "day" && /^\d+$/.test(text)) return text;
  if (text.includes("\n")) {
    return `|-\n${text.split("\n").map((line) => (line ? `${indent}  ${line}` : "")).join("\n")}`;
  }
  if (MISREAD.test(text)) return `"${text}"`;
  return isPlain(text) ? text : `'${text.replaceAll("'", "''")}'`;
}

/** The file with the values that have changed, and everything else as it was: comments, layout, keys that the form
 * does not have. `before` is what the form held when it was filled in from the file. */
export function rewrite(original, before, given, keys) {
  const mayStay = published(original);
  const values = withWholeSteps(given, original.values);
  const changed = (key) => JSON.stringify(before[key]) !== JSON.stringify(given[key]);
  if (!original.entries) {
    const kept = { ...original.values, ...values };
    for (const key of Object.keys(before)) if (values[key] === undefined) delete kept[key];
    return write({ ...kept, about: values.about }, keys, mayStay);
  }
  const end = original.text.includes("\r\n") ? "\r\n" : "\n";
  const text = original.text.split(/\r\n|\n/);
  const written = (key) => entry(key, values[key], mayStay).trimEnd().split("\n");
  const pieces = [];
  let at = 0;
  const place = new Map(); // where in `pieces` the lines of a key end
  for (const { key, start, end: stop } of original.entries) {
    pieces.push(...text.slice(at, start));
    if (!changed(key)) pieces.push(...text.slice(start, stop));
    else if (values[key] !== undefined) pieces.push(...written(key));
    place.set(key, pieces.length);
    at = stop;
  }
  const added = keys.filter((key) => values[key] !== undefined && !place.has(key) && changed(key));
  for (const key of added.reverse()) {
    const earlier = keys.slice(0, keys.indexOf(key)).reverse().find((other) => place.has(other));
    const where = earlier ? place.get(earlier) : 1;
    const piece = written(key);
    pieces.splice(where, 0, ...piece);
    for (const [other, stop] of place) if (stop > where) place.set(other, stop + piece.length);
  }
  const front = [...pieces, ...text.slice(at, original.body)];
  const rest = changed("about") ? body(values.about, mayStay).split("\n") : text.slice(original.body);
  return [...front, ...rest].join(end);
}

/** Steps of several lines stand on one line in the form. Those that were left alone are taken as they were. */
function withWholeSteps(values, { joining }) {
  if (!values.joining?.steps || !joining?.steps) return values;
  const whole = (step) => joining.steps.find((one) => tidyLine(one) === step)?.trim() ?? step;
  return { ...values, joining: { ...values.joining, steps: values.joining.steps.map(whole) } };
}

/** A name as the last part of an address: small letters a to z, digits, single hyphens. */
export function idOf(name) {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ß/g, "ss").replace(/['’]/g, "");
  const id = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 80).replace(/-$/, "");
  return /^(con|prn|aux|nul|com[1-9]|lpt[1-9])$/.test(id) ? `${id}-group` : id;
}
