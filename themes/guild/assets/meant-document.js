// What is meant by a whole document that is pasted: the answers to the questions, below their headings.

import { mailboxesIn, urlsMeant } from "./meant-addresses.js";
import { entriesOf, markdownOf } from "./meant-lists.js";
import { peopleIn } from "./meant-people.js";
import { meaningOf } from "./meant.js";
import { LONGEST, plain } from "./meant-texts.js";

const LIKE = 0.7; // of the words of a heading and a question that are the same
const LONGEST_HEAD = 160;
const LONGEST_NAME = 60; // of a leader, or of a leader's role
const MOST_LETTERS = 200_000;
const MOST_SERIES = 20;

const wordsOf = (text) => plain(text).match(/[\p{L}\d]+/gu) ?? [];

/** Finds out which keys a line is the heading of. */
class Headings {
  constructor({ questions, labels, headings }) {
    this.questions = questions.map(({ number, text, keys }) => ({ number, keys, words: new Set(wordsOf(text)) }));
    this.keys = new Map();
    const learn = (text, key) => { if (!key.includes("[")) this.keys.set(wordsOf(text).join(" "), key); };
    for (const [key, names] of Object.entries(headings)) names.forEach((name) => learn(name, key));
    for (const key of Object.keys(labels)) learn(key.split(".").at(-1), key);
    for (const { keys } of questions) keys.forEach((key) => learn(key, key));
    for (const [key, label] of Object.entries(labels)) learn(label, key);
  }

  /** The keys of a line, the number of its question, and the text behind the heading; null if it is none. */
  of(line) {
    const [mark] = /^\s*(?:(?:#+|>)\s*)?(?:\*\*|__)?(?:question |q)?(?:\(?(\d{1,2})\s*[.):])?[\s*_]*/i.exec(line);
    const text = line.slice(mark.length, LONGEST_HEAD + mark.length);
    if (!/^[\p{L}\d(“"¿]/u.test(text)) return null; // an entry of a list is none
    const bestOf = (ends) => ends.map((end) => ({ end, ...this.named(wordsOf(text.slice(0, end))) })).filter(({ like }) => like >= LIKE)
      .reduce((best, one) => (best && best.like >= one.like ? best : one), null);
    const isWhole = text.length < LONGEST_HEAD && !/[.!,;]\s*$/.test(text);
    const best = bestOf([...text.matchAll(/[?:]/g)].map(({ index }) => index + 1)) ?? (isWhole ? bestOf([text.length]) : null);
    const cut = mark.length + best?.end;
    return best && { ...best, head: line.slice(0, cut), rest: line.slice(cut).replace(/^[\s*_:]+/, "") };
  }

  /** The keys with whose label or question some words agree best, and how well: from 0 to 1. */
  named(words) {
    const key = this.keys.get(words.join(" "));
    if (key) return { keys: [key], like: 1 };
    const typed = new Set(words);
    const isBeginning = (question) => words.length > 2 && [...question.words].slice(0, words.length).join(" ") === words.join(" ");
    const likeness = (question) => Math.max(isBeginning(question) ? 0.8 : 0, 2 * [...question.words].filter((word) => typed.has(word)).length / (question.words.size + typed.size));
    return this.questions.map((question) => ({ ...question, like: likeness(question) })).reduce((best, one) => (one.like > best.like ? one : best), { like: 0 });
  }
}

/** A number at the beginning of a line, with the mark of a heading before it, and the text behind it. */
const numbered = (line) => /^\s*(#+ |\*\*)?\(?(\d{1,2})[.)]\s+(.*)$/.exec(line) ?? [];

/** The parts of a document, each with the keys of its heading; none before the first. A number alone is a heading where it is the next. */
function partsOf(lines, headings) {
  const heads = lines.map((line) => (/\p{L}{2}/u.test(line) ? headings.of(line) : null));
  const numbers = new Set(lines.map((line) => Number(numbered(line)[2])));
  const isByNumber = heads.filter(Boolean).length >= 3 || [1, 2, 3, 4, 5, 6, 7, 8].every((number) => numbers.has(number));
  const parts = [{ keys: [], head: "", lines: [], body: [] }];
  let [last, listed] = [0, null]; // the number of the last question, and of the last line with a number since then
  lines.forEach((line, at) => {
    const [, mark, number, rest] = numbered(line);
    const isNext = isByNumber && Number(number) === last + 1 && listed !== last;
    const question = isNext && !heads[at] && headings.questions.find((it) => it.number === last + 1);
    const head = question ? { ...question, ...(mark || rest.endsWith("?") ? { head: line, rest: "" } : { head: line.slice(0, -rest.length), rest }) } : heads[at];
    if (!head) {
      listed = number ? Number(number) : listed;
      parts.at(-1).lines.push(line);
      parts.at(-1).body.push(line);
      return;
    }
    const [key] = head.keys[0].split(".");
    [last, listed] = [headings.questions.find(({ keys }) => keys.includes(key))?.number ?? last, null];
    parts.push({ ...head, lines: [line], body: [head.rest] });
  });
  return parts;
}

const whole = (key, value, shown = "") => ({ answers: [{ key, value, shown }], left: "" });
const nothing = (text) => ({ answers: [], left: text });
const line = (key) => (text) => (/\n/.test(text) ? nothing(text) : whole(key, text));
const prose = (key) => (text) => whole(key, markdownOf(text));
const list = (key) => (text) => whole(key, entriesOf(text));

/** A text that has one meaning of a kind. */
const kind = (key, name) => (text, context) => {
  const meant = meaningOf(name, text, context);
  return meant && !meant.either ? whole(key, meant.value, meant.shown) : nothing(text);
};

/** One of some words, if a text has no other of them. */
const oneOf = (key, words) => (text) => {
  if (text.length > LONGEST) return nothing(text);
  const found = words.filter((word) => new RegExp(`\\b${word}\\b`).test(plain(text)));
  return found.length === 1 && !/\b(?:not|or|if|when)\b/.test(plain(text)) ? whole(key, found[0]) : nothing(text);
};

const LEADER = /^([^\d@.,;:–(]+?(?:\. [^\d@.,;:–(]+?)?)(?:(?:[,;:]| [–-]|\s*\()\s*([^\d@,;()]+?)\)?)?$/;

/** A leader from `Ann Lee, chair`; null for what is longer, or could have an address or a number. */
function leaderOf(entry) {
  const [, name = "", role = ""] = entry.length > 3 * LONGEST_NAME ? [] : LEADER.exec(entry) ?? [];
  const isShort = Math.max(name.length, role.length) <= LONGEST_NAME;
  return name && isShort ? { name: name.trim(), ...(role && { role: role.replace(/\.$/, "") }) } : null;
}

/** The leaders in an entry: those whose names are told apart, or one. */
function leadersOf(entry, language) {
  const people = entry.length > LONGEST ? [] : peopleIn(entry, language);
  return people.length ? people : [leaderOf(entry)].filter(Boolean);
}

function leaders(text, { language }) {
  const read = entriesOf(text).map((entry) => [entry, leadersOf(entry, language)]);
  const named = read.flatMap(([, found]) => found);
  const left = read.filter(([, found]) => !found.length).map(([entry]) => entry).join("\n");
  return { answers: named.length ? [{ key: "leaders", value: named, shown: "" }] : [], left };
}

const SIZES = [["minimum", /\b(?:minimum(?: of)?|at least|no fewer than|min)\W{0,2}(\d+)|(\d+) (?:at least|minimum)/], ["maximum", /\b(?:maximum(?: of)?|up to|at most|no more than|max)\W{0,2}(\d+)|(\d+) (?:at most|maximum)/],
  ["current", /\b(?:currently|now|at present)\W{0,2}(\d+)|(\d+) (?:now|currently|at present|at the moment|members? now)/], ["ideal", /\bideal(?:ly)?\W{0,2}(\d+)|(\d+) (?:would be |is )?ideal|^(?:about |around )?(\d+)(?: (?:people|members))?$/]];

/** `8 to 12 people`, `ideally 8, at most 12, 7 now`. */
function sizes(text) {
  if (text.length > LONGEST) return nothing(text);
  const words = plain(text).replace(/\.$/, "");
  const [, least, most] = /^(?:between |from )?(\d{1,4}) ?(?:-|to|and) ?(\d{1,4})(?: (?:people|members))?$/.exec(words) ?? [];
  const told = SIZES.map(([name, pattern]) => [name, pattern.exec(words)?.slice(1).find(Boolean)]);
  const found = least ? [["minimum", least], ["maximum", most]] : told.filter(([, number]) => number);
  const isAll = least || found.length === (words.match(/\d+/g) ?? []).length;
  const answers = found.map(([name, number]) => ({ key: `size.${name}`, value: Number(number), shown: "" }));
  return isAll && answers.length ? { answers, left: "" } : nothing(text);
}

/** All of a text as one series, or each of its lines as one. */
function meetings(text, context) {
  const series = (some) => {
    const meant = meaningOf("rhythm", some, context);
    return meant && !meant.either ? meant : null;
  };
  const lines = entriesOf(text);
  if (lines.length > MOST_SERIES) return nothing(text);
  const together = series(lines.map((one) => one.replace(/\.$/, "")).join(", "));
  const read = together ? [[lines.join("\n"), together]] : lines.map((one) => [one, series(one)]);
  const found = read.map(([, meant]) => meant).filter(Boolean);
  const left = read.map(([one, meant]) => (meant ? meant.left : one)).filter(Boolean).join("\n");
  const answer = { key: "meetings", value: found.map(({ value }) => value), shown: found.map(({ shown }) => shown).join("; ") };
  return { answers: found.length ? [answer] : [], left };
}

/** The one address in a text about joining, and the text as steps. */
function joining(text) {
  const addresses = [...mailboxesIn(text), ...urlsMeant(text).map(({ value }) => value)];
  const contact = addresses.length === 1 ? [{ key: "joining.contact", value: addresses[0], shown: "" }] : [];
  const steps = entriesOf(text).filter((entry) => entry !== addresses[0]);
  return { answers: [...contact, ...(steps.length ? [{ key: "joining.steps", value: steps, shown: "" }] : [])], left: "" };
}

const number = (key) => (text) => (/^\d{1,4}$/.test(text) ? whole(key, Number(text)) : nothing(text));

const READERS = {
  name: line("name"),
  summary: (text) => (text.length <= LONGEST ? line("summary")(text) : nothing(text)),
  leaders, meetings, joining, size: sizes,
  aims: list("aims"), objectives: list("objectives"), values: list("values"), "joining.steps": joining,
  membership: oneOf("membership", ["open", "closed"]),
  "joining.places": oneOf("joining.places", ["open", "waiting-list", "full"]),
  costs: kind("costs", "sum"), "joining.contact": kind("joining.contact", "contact"), founded: kind("founded", "past-date"), reviewed: kind("reviewed", "past-date"),
  language: kind("language", "language"), "based.country": kind("based.country", "country"),
  "size.ideal": number("size.ideal"), "size.minimum": number("size.minimum"), "size.maximum": number("size.maximum"), "size.current": number("size.current"),
};
for (const key of ["based.town", "joining.who", "joining.reply", "joining.welcome"]) READERS[key] = line(key);

/** The reader for the answer to a question or a label. A name is no focus: that is said in a sentence. */
function readerFor([key, ...others], markdown) {
  if (key === "name" && others.length) return READERS.summary;
  return READERS[key] ?? (markdown.includes(key) ? prose(key) : nothing);
}

/** What a reader makes of a text or, if that is nothing, of its first line. */
function firstRead(reader, told, context) {
  const read = reader(told, context);
  const end = told.indexOf("\n");
  if (read.answers.length || end < 0) return read;
  const { answers, left } = reader(told.slice(0, end).trim(), context);
  return answers.length ? { answers, left: [left, told.slice(end + 1)].filter(Boolean).join("\n") } : read;
}

const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** The answers in a document, each once, and the text that is none of them. `markdown`: the keys of texts in Markdown. */
export function documentOf(text, { markdown, ...context }) {
  if (text.length > MOST_LETTERS) return { answers: [], left: text };
  const lines = text.replace(/\r\n?|[\u2028\u2029\v]/g, "\n").split("\n");
  const answers = new Map();
  const left = [];
  for (const { keys, head, like = 1, lines: all, body } of partsOf(lines, new Headings(context))) {
    const told = body.join("\n").trim().replace(/^answer: */i, "");
    if (!told) {
      if (like < 1) left.push(head.trim()); // it may be an answer itself
      continue;
    }
    const read = firstRead(readerFor(keys, markdown), told, context);
    const isNew = read.answers.length > 0 && !read.answers.some(({ key, value }) => answers.has(key) && !isSame(answers.get(key).value, value));
    if (isNew) read.answers.forEach((answer) => answers.set(answer.key, answer));
    if (!isNew) left.push(all.join("\n").trim());
    else if (read.left) left.push(`${head.trim()}\n${read.left}`);
  }
  return { answers: [...answers.values()], left: left.join("\n\n") };
}
