// What is meant by lists and texts that are pasted from a letter or a word processor.

import assert from "node:assert/strict";
import test from "node:test";
import { isLeft, means, shownOf } from "./support.mjs";

test("the marks of a list are taken off, whatever they are", () => {
  for (const mark of ["•\t", "• ", "·\u00A0", "– ", "— ", "- ", "* ", "o\t", "▪ ", "\uF0B7\t", "§ ", "  • "]) means("list", [[`${mark}Listen\n${mark}Share`, ["Listen", "Share"]]]);
  for (const [one, other] of [["1.", "2."], ["1)", "2)"], ["(1)", "(2)"], ["a)", "b)"], ["a.", "b."], ["(i)", "(ii)"], ["i.", "ii."]]) {
    means("list", [[`${one} Listen\n${other}\tShare`, ["Listen", "Share"]]]);
  }
});

test("lines without marks are an entry each", () => means("list", [
  ["Listen\r\n\r\n  Share\n", ["Listen", "Share"]],
  ["We listen, and we share; nothing else.", ["We listen, and we share; nothing else."]],
  ["• One of one", ["One of one"]],
  ["two\u00A0words\tapart", ["two words apart"]],
]));

test("a line without a mark goes on with the entry before it, until a line is empty", () => means("list", [
  ["• We listen to\n  each other\n• We share", ["We listen to each other", "We share"]],
  ["- One\n- Two\n\nNo entry of it", ["One", "Two", "No entry of it"]],
  ["Our aims:\n- One\n- Two", ["Our aims:", "One", "Two"]],
]));

test("a sentence that a mail has broken is put together again", () => means("list", [
  ["We meet once a month so that everybody has time to think\nabout what was said.\nWe share.", ["We meet once a month so that everybody has time to think about what was said.", "We share."]],
  ["listen\nshare", ["listen", "share"]],
]));

test("bullets within a line are marks, hyphens and numbers are not", () => means("list", [
  ["• One • Two • Three", ["One", "Two", "Three"]],
  ["We listen - and share", ["We listen - and share"]],
  ["2. Dezember\n3. Dezember", ["2. Dezember", "3. Dezember"]],
  ["A. Lee chairs\nB. Roe writes", ["A. Lee chairs", "B. Roe writes"]],
  ["-5 degrees", ["-5 degrees"]],
  ["occasionally", ["occasionally"]],
]));

test("it is said how many entries there are, where the text was changed", () => {
  assert.deepEqual([shownOf("list", "• One\n• Two"), shownOf("list", "One\nTwo"), shownOf("list", "• One")], [["A list of 2 things"], [""], ["A list of 1 thing"]]);
});

test("a text gets lists that Markdown knows, each after an empty line", () => means("prose", [
  ["We do:\n•\tone\n•\ttwo\nAnd more.", "We do:\n\n- one\n- two\n\nAnd more."],
  ["1)\tFirst\n2)\tSecond", "1. First\n2. Second"],
  ["a) First\nb) Second\n\nc) Third", "1. First\n2. Second\n\n3. Third"],
  ["– one,\n  and on\n– two", "- one,\n  and on\n- two"],
]));

test("spaces that do not break become spaces; empty lines make paragraphs", () => means("prose", [
  ["two\u00A0words\tapart", "two words apart"],
  ["First.\r\n\r\n\r\n\r\nSecond.", "First.\n\nSecond."],
]));

test("quotes, dashes and what is Markdown already stay as they are", () =>
  isLeft("prose", ["“We” – the group’s", "One\n\nTwo", "- one\n- two", "1. one\n2. two", "**Bold** and *soft*", "***", "---", "```\n• code\n```", "We meet\nin 2026. And on", "3. Dezember", ""]));
