// Writes the file of a charter from its values, and rewrites a file in which some of them have changed.
//
// `guildhall new` writes the same bytes for the same values.

import { Keeper } from "./charter-keep.js";
import { fits } from "./charter-texts.js";

// `format` describes the keys of a charter: `keys` has all their paths (`meetings[].place.town`) in order, `markdown`
// and `numbers` the paths of those whose values are Markdown or numbers.

/** A number as YAML knows it (1.2, core schema). */
export const NUMBER = /^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$/;
// What some YAML readers take for a number, a boolean or null.
const MISREAD = /^([\d:]*:[\d:]*|true|false|null|yes|no|on|off|y|n)$/i;
// What YAML does not read as text, and what a text may not begin with, contain or end with unless it is quoted.
const OTHER_TYPES = /^(~|[-+]?(0x[\da-fA-F]+|0o[0-7]+|0b[01]+|\.(inf|Inf|INF))|\.(nan|NaN|NAN))$/;
const NOT_PLAIN = /^([#,[\]{}&*!|>'"%@`]|---|\.\.\.|[-?:]( |$))|: | #|:$/;
// Curly quotes around all of a text are quoted themselves, as they would be taken for the quotes of a value.
const CURLY = /^(“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|»[^«»]*«|‘[\s\S]*’)$/u;
const isCurly = (text) => CURLY.test(text) && text.slice(1, -1).trim() !== "";
const isPlain = (text) => !MISREAD.test(text) && !NOT_PLAIN.test(text) && !NUMBER.test(text) && !OTHER_TYPES.test(text);
const isShort = (text) => /^[a-z0-9][a-z0-9-]*$/.test(text) && isPlain(text);

/** The values without invisible characters, and without those that are empty. Every text is put on one line, except
 * Markdown and the text below the keys. */
export function tidy(values, markdown = []) {
  const tidied = {};
  for (const [key, value] of Object.entries(values)) {
    const isNew = key === "costs" && value && typeof value === "object"; // a sum with nothing filled in yet
    const kept = tidyValue(value, markdown.includes(key) || key === "about") ?? (isNew ? {} : undefined);
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

// Control characters other than line ends and tabs, direction overrides, and non-characters.
const HIDDEN = /(?![\n\r\t])\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu;
// A visible character.
const SHOWS = /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/u;
const visible = (text) => text.toWellFormed().replace(HIDDEN, "");
const tidyLine = (text) => visible(text).replace(/[\s\u2028\u2029]+/g, " ").trim();
const tidyText = (text) => visible(text).replace(/\r\n?|[\u2028\u2029]/g, "\n").replace(/\t/g, "    ")
  .replace(/[^\S\n]+$/gm, "").replace(/\n{3,}/g, "\n\n").trim();

const LINK = /\[(?:[^[\]\\`<&]|&(?!#?\w+;))*\]\(([^\s()<>\\]*)\)/y;
const ADDRESS = /^(https?:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?([/?#](?:[\w\-.~:/?#$*+,;=@!']|%[0-9a-f]{2}|&(?!#?\w+;))*)?|mailto:[\w.+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+)$/i;
const MOST_SPACES = 24; // before a line: deeper lists than anyone reads
const RULE = /^\s*([-*_])(\s*\1){2,}\s*$/;

/** Markdown with HTML tags escaped, and with links only to full web addresses, mailboxes and the addresses in
 * `mayStay`. The lines in `mayStay` are left as they are. */
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

/** A line that nests no more than a few quotations and lists. */
function shallow(line) {
  if (RULE.test(line)) return line;
  const near = line.replace(/^\s+/, (spaces) => spaces.slice(0, MOST_SPACES));
  return near.replace(/^(\s*(?:(?:>|[*+-](?=\s)|\d{1,9}[.)](?=\s))\s*){8})(?!\s*\\)/, (marks) => `${marks}\\`);
}

/** What may stay in a published charter: its lines, and its links within the site. */
function published({ text, values }) {
  const texts = (value) => (typeof value === "string" ? [value] : Object.values(value ?? {}).flatMap(texts));
  const lines = [text, ...texts(values)].flatMap((one) => one.split(/\r\n|\n/));
  return { addresses: siteLinks(text), lines: new Set(lines) };
}

/** The addresses within the site that a text links to. */
const siteLinks = (text) => [...text.matchAll(/\]\((\/[^\s()<>\\]*|#[^\s()<>\\]*)\)/g)].map(([, address]) => address);

/** The file of a charter. `about` is the text below the keys. */
export function write(values, format, mayStay) {
  const writer = new Writer(format, mayStay);
  return `---\n${writer.map("", values, "")}---\n${body(values.about, mayStay)}`;
}

const body = (about, mayStay) => (about ? `${safe(about, mayStay)}\n` : "");

const nameOf = (path) => path.split(".").at(-1);
const wholeOf = (path) => (path.includes(".") ? path.replace(/(\[\])?\.[^.]+$/, "") : "");

/** The paths of the keys directly within a path, in order. The empty path is the charter. */
const partsOf = (path, { keys }) => keys.filter((key) => wholeOf(key) === path);

class Writer {
  constructor(format, mayStay) {
    Object.assign(this, { format, mayStay });
  }

  /** The lines of a key with its value. */
  lines(path, value, indent) {
    const start = `${indent}${nameOf(path)}:`;
    if (typeof value === "string") return `${start} ${this.scalar(path, value, indent)}\n`;
    if (Array.isArray(value)) return `${start}${this.list(path, value, indent)}`;
    if (!Object.keys(value).length) return `${start} {}\n`;
    const isOfNumbers = this.parts(path).every((part) => this.isNumber(part));
    if (isOfNumbers && Object.values(value).every((part) => NUMBER.test(part))) {
      const numbers = this.given(path, value).map((part) => `${nameOf(part)}: ${value[nameOf(part)]}`);
      return `${start} {${numbers.join(", ")}}\n`;
    }
    return `${start}\n${this.map(path, value, `${indent}  `)}`;
  }

  /** The paths directly within a path. */
  parts(path) {
    return partsOf(path, this.format);
  }

  /** Those of them that have a value. */
  given(path, value) {
    return this.parts(path).filter((part) => value[nameOf(part)] !== undefined);
  }

  map(path, value, indent) {
    return this.given(path, value).map((part) => this.lines(part, value[nameOf(part)], indent)).join("");
  }

  /** Ids and dates go in brackets, sentences one to a line. */
  list(path, items, indent) {
    if (items.every((item) => typeof item === "string" && isShort(item))) return ` [${items.join(", ")}]\n`;
    return `\n${items.map((value) => this.item(path, value, `${indent}  `)).join("")}`;
  }

  /** The lines of an entry of a list. */
  item(path, value, indent) {
    if (typeof value === "string") return `${indent}- ${this.scalar(path, value, indent)}\n`;
    return `${indent}- ${this.map(path, value, `${indent}  `).trimStart()}`;
  }

  /** A text in YAML: plain where it is not ambiguous, else quoted, or as a block of lines. */
  scalar(path, given, indent) {
    const text = this.format.markdown.includes(path) ? safe(given, this.mayStay) : given;
    if (this.isNumber(path) && NUMBER.test(text)) return text;
    if (path === "meetings[].day" && /^\d+$/.test(text)) return text;
    if (text.includes("\n")) {
      return `|-\n${text.split("\n").map((line) => (line ? `${indent}  ${line}` : "")).join("\n")}`;
    }
    if (MISREAD.test(text) || (isCurly(text) && !/["\\]/.test(text))) return `"${text}"`;
    if (isCurly(text)) return `'${text.replaceAll("'", "''")}'`;
    return isPlain(text) ? text : `'${text.replaceAll("'", "''")}'`;
  }

  isNumber(path) {
    return this.format.numbers.includes(path);
  }
}

/** The file with the changed values, and everything else as it was: comments, layout, and keys that are not in the
 * form. `before` has the form's values as they were when it was filled in from the file. */
export function rewrite(original, before, given, format) {
  const mayStay = published(original);
  const values = withWholeSteps(given, original.values);
  const changed = (key) => JSON.stringify(before[key]) !== JSON.stringify(given[key]);
  if (!original.entries) {
    const kept = { ...original.values, ...values };
    for (const key of Object.keys(before)) if (values[key] === undefined) delete kept[key];
    return write({ ...kept, about: values.about }, format, mayStay);
  }
  const end = original.text.includes("\r\n") ? "\r\n" : "\n";
  const text = original.text.split(/\r\n|\n/);
  const writer = new Writer(format, mayStay);
  const keeper = new Keeper(writer);
  const written = (key, lines) => {
    if (values[key] === undefined) return [];
    return keeper.key(lines, key, { before: before[key], now: given[key], value: values[key] }, "");
  };
  const pieces = [{ lines: text.slice(0, 1) }];
  let at = 1;
  for (const { key, start, end: stop } of original.entries) {
    pieces.push({ lines: text.slice(at, start) }, { key, lines: changed(key) ? written(key, text.slice(start, stop)) : text.slice(start, stop) });
    at = stop;
  }
  const place = (key) => pieces.findIndex((piece) => piece.key === key);
  const keys = partsOf("", format);
  for (const key of keys.filter((key) => place(key) < 0 && changed(key))) {
    const earlier = keys.slice(0, keys.indexOf(key)).findLast((other) => place(other) >= 0);
    pieces.splice(earlier ? place(earlier) + 1 : 1, 0, { key, lines: written(key, []) });
  }
  const front = [...pieces.flatMap(({ lines }) => lines), ...text.slice(at, original.body)];
  const rest = changed("about") ? body(values.about, mayStay).split("\n") : text.slice(original.body);
  return [...front, ...rest].join(end);
}

/** The form shows a step of several lines on one line. Steps that were not changed keep their lines. */
function withWholeSteps(values, { joining }) {
  if (!values.joining?.steps || !joining?.steps) return values;
  const whole = (step) => joining.steps.find((one) => tidyLine(one) === step)?.trim() ?? step;
  return { ...values, joining: { ...values.joining, steps: values.joining.steps.map(whole) } };
}

/** Latin letters that are no other letter with an accent, as they are spelt without them. */
const SPELT = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ı: "i" };

/** A name in the letters of an id: lower-case letters a to z, digits and single hyphens. */
export function spell(name) {
  const bare = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/['’]/g, "");
  const plain = bare.replace(/[^a-z0-9]/g, (letter) => SPELT[letter] ?? letter);
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

/** A name as the last part of an address. */
export function idOf(name, { limits, patterns }) {
  const id = spell(name).slice(0, limits.id).replace(/-$/, "");
  return fits(id, patterns.device) ? `${id}-group` : id;
}
