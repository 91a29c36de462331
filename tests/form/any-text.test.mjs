// Any text is read without a fault, and soon.

import assert from "node:assert/strict";
import test from "node:test";
import { CONTEXT, HEADINGS, documentOf, meaningOf } from "./support.mjs";

const KINDS = ["date", "past-date", "dates", "time", "length", "sum", "contact", "url", "list", "prose", "person", "rhythm", "zone", "language", "country"];
const QUESTIONS = [{ number: 1, text: "What is the group’s focus?", keys: ["name", "summary"] }, { number: 2, text: "What is its purpose?", keys: ["purpose"] }];
const LABELS = Object.fromEntries(["name", "leaders", "size", "size.maximum", "membership", "meetings", "costs", "joining", "joining.contact", "values", "founded"].map((key) => [key, key]));
const inDocument = (text) => documentOf(text, { questions: QUESTIONS, labels: LABELS, headings: HEADINGS, markdown: [], ...CONTEXT });

const WORDS = ["3", "12", "2026", "31", "7pm", "19:30", "7.30", "Dec", "December", "Tuesday", "tuesdays", "every", "other", "second", "last", "and", "to", "of", "the", "month", "week", "weeks",
  "–", "-", "/", ".", ",", ":", ";", "(", ")", "£", "$", "€", "kr", "5", "0", "½", "hour", "hours", "min", "half", "past", "quarter", "noon", "a@b.org", "@", "at", "www.x.org", "http://", "•", "1.", "a)",
  "\n", "\t", "\u00A0", "UK", "CET", "London", "time", "free", "per", "year", "once", "for", "from", "What is its purpose?", "Name:", "Ann", "Tom Ray", "chair", "co-chairs", "PhD", "|", "&", "\ud800", "\u202e", "﷽", "日本", "é", "__proto__", "constructor", "`", "\\"];

let state = 1;
const below = (number) => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
  return Math.floor((state / 4_294_967_296) * number);
};
const anyText = () => Array.from({ length: 1 + below(9) }, () => WORDS[below(WORDS.length)]).join(["", " ", " "][below(3)]);

test("no text makes them fail, and what is understood is complete", () => {
  for (let count = 0; count < 4000; count += 1) {
    const text = anyText();
    for (const kind of KINDS) {
      const meant = meaningOf(kind, text, CONTEXT);
      for (const { value, shown } of meant?.either ?? [meant].filter(Boolean)) {
        assert.ok(value !== undefined && typeof shown === "string" && !/undefined|NaN|null/.test(JSON.stringify(value) + shown), `${kind}: ${text}`);
      }
      assert.notEqual(meant?.either?.length, 1);
      if (["date", "past-date"].includes(kind)) assert.match(meant?.value ?? "2026-01-01", /^(19|20)\d\d-\d\d-\d\d$/);
      if (kind === "time") assert.match(meant?.value ?? "00:00", /^([01]\d|2[0-3]):[0-5]\d$/);
      if (kind === "length") assert.match(meant?.value ?? "1 h", /^(\d+ (days?|h|min) ?)+$/);
    }
    assert.equal(typeof inDocument(text).left, "string");
  }
});

test("what is understood means the same when it is typed again", () => {
  for (let count = 0; count < 4000; count += 1) {
    const text = anyText();
    for (const kind of ["date", "time", "length", "contact", "url", "zone", "language", "country"]) {
      const { value } = meaningOf(kind, text, CONTEXT) ?? {};
      if (value) assert.deepEqual(meaningOf(kind, value, CONTEXT)?.value, value, `${kind}: ${text}`);
    }
  }
});

const HUGE = 100_000;
const REPEATED = [...WORDS, "a", " ", "1 ", "a ", "a.", "a@", "a@b.", "1-", "1,", "to ", "and ", "every ", "half ", "for ", "x\n", "1. x\n", "• x\n", "3 Dec, ", "a: ", "?", "What is its purpose?\nx\n", "word word word word\n"];

test("a huge text is read in no time", () => {
  const slowest = { time: 0 };
  for (const piece of REPEATED) {
    const text = `x${piece.repeat(Math.ceil(HUGE / piece.length))}x`;
    const reads = [...KINDS.map((kind) => [kind, () => meaningOf(kind, text, CONTEXT)]), ["document", () => inDocument(text)],
      ...Object.keys(LABELS).map((label) => [label, () => inDocument(`${label}:\nx${text}x`)])];
    for (const [kind, read] of reads) {
      const before = process.cpuUsage();
      read();
      const { user, system } = process.cpuUsage(before);
      if (user + system > slowest.time) Object.assign(slowest, { time: user + system, kind, piece });
    }
  }
  assert.ok(slowest.time < 500_000, JSON.stringify(slowest)); // microseconds: what grows with the square takes minutes
});

test("as much as fits into a field is read in no time", () => {
  for (const piece of REPEATED) {
    const text = piece.repeat(200).slice(0, 200);
    const before = process.cpuUsage().user;
    for (const kind of KINDS) meaningOf(kind, text, CONTEXT);
    assert.ok(process.cpuUsage().user - before < 500_000, piece);
  }
});
